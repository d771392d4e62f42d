import { type ReactElement, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { fileAddress } from '../../platform/web/call.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { ExportFormat, exportApi } from '../core/export.api.ts'
import { exportPageWords } from '../core/export.page.words.ts'
import type { Scope } from '../core/network.schema.ts'

/** Whether the reader may take out the network of a scope: their own district, or the programme when they read all of it. */
const useMayTake = ({ kind, id }: Scope): boolean => {
  const account = useRead(signInApi.me).data?.account
  if (!account?.permissions.includes('networks.export')) return false
  const own = account.grants.flatMap(({ districtId }) => districtId ?? [])
  if (kind === 'programme') return own.length === 0
  return kind === 'district' && (own.length === 0 || own.includes(id))
}

/** The files in which the network of a district or of the programme may be taken out; nothing for whoever may not. */
export const ExportLinks = ({ scope, day }: { scope: Scope; day: string }): ReactElement | null => {
  const [say, may] = [useWords(exportPageWords), useMayTake(scope)]
  const [named, setNamed] = useState(false)
  const { kind, id } = scope
  if (!may || (kind !== 'programme' && kind !== 'district')) return null
  const addressOf = (format: ExportFormat): string =>
    fileAddress(exportApi.take, {
      params: { kind },
      query: { id, format, day, bodies: named ? 'named' : 'hidden' },
    })
  return (
    <Section id="porta-fuori" title={say('title')} block>
      <p className="soft">{say('lead')}</p>
      <Choice label={say('bodies')} checked={named} onChange={(event) => setNamed(event.target.checked)} />
      <div className="btns mt">
        {ExportFormat.options.map((format) => (
          <LinkButton key={format} icon="download" href={addressOf(format)} download>
            {say(format)}
          </LinkButton>
        ))}
      </div>
    </Section>
  )
}
