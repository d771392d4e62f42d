import { type ReactElement, useState } from 'react'
import { dayName } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Antenna } from '../core/antenna.schema.ts'
import { antennasApi } from '../core/antennas.api.ts'
import { antennaKindWords, outreachWebWords } from '../core/outreach.web.words.ts'
import { AntennaForm } from './AntennaForm.tsx'
import { AntennaLink, type Shown } from './AntennaLink.tsx'

const Acts = ({ one, onLink }: { one: Antenna; onLink: (shown: Shown) => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [renew, revoke, tell] = [useAct(antennasApi.renew), useAct(antennasApi.revoke), useStatus()]
  const [isSure, setSure] = useState(false)
  const params = { antennaId: one.id }
  const takeAway = (): void =>
    revoke.mutate(
      { params },
      {
        onSuccess: () => {
          setSure(false)
          tell({ text: say('web.antennaRevoked') })
        },
      },
    )
  return (
    <>
      <Buttons>
        <Button
          icon="link"
          about={one.name}
          busy={renew.isPending}
          onClick={() => renew.mutate({ params }, { onSuccess: ({ link }) => onLink({ name: one.name, link }) })}
        >
          {say('web.antennaRenew')}
        </Button>
        <Button icon="close" look="quiet" about={one.name} onClick={() => setSure(true)}>
          {say('web.antennaRevoke')}
        </Button>
      </Buttons>
      <Dialog
        open={isSure}
        onClose={() => setSure(false)}
        title={say('web.antennaRevoke')}
        acts={
          <Button look="danger" busy={revoke.isPending} onClick={takeAway}>
            {say('web.antennaRevoke')}
          </Button>
        }
      >
        <p>{say('web.antennaRevokeSure', { name: one.name })}</p>
      </Dialog>
    </>
  )
}

const Line = ({ one, onLink }: { one: Antenna; onLink: (shown: Shown) => void }): ReactElement => {
  const [say, kinds, language] = [useWords(outreachWebWords), useWords(antennaKindWords), useLanguage()]
  const text = [
    kinds(`kind.${one.kind}`),
    one.place,
    say('web.antennaCounts', { sent: one.sent, taken: one.takenUp }),
    one.lastSentOn && say('web.antennaLast', { day: dayName(language, one.lastSentOn) }),
  ]
  return (
    <Row
      who={<Who name={one.name} tone="comunita" />}
      title={one.name}
      text={text.filter(Boolean).join(' · ')}
      go={<Acts one={one} onLink={onLink} />}
    />
  )
}

/** The people who keep an eye open: what each sent, and their links. */
export const AntennasPage = (): ReactElement => {
  const say = useWords(outreachWebWords)
  const [shown, show] = useState<Shown | null>(null)
  const found = useRead(antennasApi.list, { query: { limit: 200 } })
  return (
    <Answered of={found}>
      {({ rows, total }) => (
        <>
          <Crumbs
            label={say('web.here')}
            items={[{ label: say('web.title'), href: at('/segnalazioni') }, { label: say('web.antennas') }]}
          />
          <Sentence lead={say('web.antennasLead')}>
            {total === 0 ? say('web.antennasNone') : weighed(`${say('web.antennasSentence', { count: total })}.`)}
          </Sentence>
          {shown && <AntennaLink shown={shown} onClose={() => show(null)} />}
          {rows.length === 0 ? (
            <EmptyState icon="eye" title={say('web.antennasNone')}>
              {say('web.antennasNoneHint')}
            </EmptyState>
          ) : (
            <div className="mt">
              <Rows label={say('web.antennas')}>
                {rows.map((one) => (
                  <Line key={one.id} one={one} onLink={show} />
                ))}
              </Rows>
            </div>
          )}
          <Section id="nuova" title={say('web.antennaAdd')} block>
            <AntennaForm onLink={show} />
          </Section>
        </>
      )}
    </Answered>
  )
}
