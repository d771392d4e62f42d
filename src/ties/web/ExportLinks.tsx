import { type ReactElement, useState } from 'react'
import { fileAddress } from '../../platform/web/call.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { ExportFormat, exportApi } from '../core/export.api.ts'
import { exportPageWords } from '../core/export.page.words.ts'

/** The files in which the network of a district or of the programme may be taken out; for whoever may. */
export const ExportLinks = (props: { kind: 'programme' | 'district'; id: string; day: string }): ReactElement => {
  const say = useWords(exportPageWords)
  const [named, setNamed] = useState(false)
  const addressOf = (format: ExportFormat): string =>
    fileAddress(exportApi.take, {
      params: { kind: props.kind },
      query: { id: props.id, format, day: props.day, bodies: named ? 'named' : 'hidden' },
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
