import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { type PactRow, pactApi } from '../core/pact.api.ts'
import { Loaded } from './Loaded.tsx'
import { useDeadline, useKindName, usePactWords, useWhen } from './pact.hooks.ts'

const Dossier = ({ row }: { row: PactRow }): ReactElement => {
  const say = usePactWords()
  const sayDeadline = useDeadline()
  const kindName = useKindName()
  const { day } = useWhen()
  const told = row.next && sayDeadline(row.next)
  const isNew = row.state === 'toPanel'
  return (
    <Row
      who={<Who name={row.personLabel} />}
      title={row.personLabel}
      href={at(`/patti/${row.id}`)}
      text={
        <>
          {[kindName(row.kind), say('pacts.list.tutorIs', { name: row.tutorName }), row.partnerName, ''].join(' · ')}
          <span className="nobr">{row.number}</span>
        </>
      }
      state={
        <State tone={row.next?.isLate ? 'late' : 'now'}>
          {[
            isNew ? say('pacts.panel.since', { day: day(row.stateSince) }) : say('pacts.act.renegotiate'),
            told && `${told.what} ${told.when}`,
          ]
            .filter(Boolean)
            .join('. ')}
        </State>
      }
      go={
        <LinkButton href={at(`/patti/${row.id}`)} about={row.personLabel}>
          {say('pacts.panel.read')}
        </LinkButton>
      }
    />
  )
}

/** The dossiers that wait for the panel: first texts and new ones of pacts under way. */
export const PanelPage = (): ReactElement => {
  const say = usePactWords()
  const read = useRead(pactApi.list, { query: { panel: 'yes', limit: 200 } })
  return (
    <Loaded read={read}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState level={1} icon="check" title={say('pacts.panel.none')}>
            {say('pacts.panel.noneHint')}
          </EmptyState>
        ) : (
          <>
            <Sentence lead={say('pacts.panel.lead')}>{say('pacts.panel.sentence', { count: total })}</Sentence>
            <div className="block">
              <h2 className="sr">{say('pacts.panel.rows')}</h2>
              <Rows label={say('pacts.panel.rows')}>
                {rows.map((row) => (
                  <Dossier key={row.id} row={row} />
                ))}
              </Rows>
            </div>
          </>
        )
      }
    </Loaded>
  )
}
