import type { ReactElement } from 'react'
import type { z } from 'zod'
import { signInApi } from '../../access/core/signIn.api.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { PactQuery, type PactRow, pactApi } from '../core/pact.api.ts'
import { progressWords } from '../core/pact.sides.ts'
import { isOver } from '../core/pact.ts'
import { Loaded } from './Loaded.tsx'
import { PactFilters } from './PactFilters.tsx'
import { useDeadline, useKindName, usePactWords, useWhen } from './pact.hooks.ts'
import { isOverdue, toneOfState } from './tones.ts'

const Filters = PactQuery.omit({ limit: true, offset: true, sort: true })

/** What of the address is a filter of the list; the rest is left out. */
const queryOf = (address: Readonly<Record<string, string>>): z.output<typeof Filters> => {
  const read = Filters.safeParse(address)
  return read.success ? read.data : {}
}

const PactRowItem = ({ row }: { row: PactRow }): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const sayDeadline = useDeadline()
  const kindName = useKindName()
  const { day } = useWhen()
  const next = row.next && sayDeadline(row.next)
  const progress = progressWords(language, row.state, row)
  return (
    <Row
      who={<Who name={row.personLabel} />}
      title={row.personLabel}
      href={at(`/patti/${row.id}`)}
      text={
        <>
          {next ? `${next.what}, ${next.when}.` : `${say('pacts.list.nothingNext')}.`}{' '}
          <span className="soft">
            {[kindName(row.kind), row.municipality, say('pacts.list.tutorIs', { name: row.tutorName }), '']
              .filter((part, place) => part || place === 3)
              .join(' · ')}
            <span className="nobr">{row.number}</span>
          </span>
        </>
      }
      state={
        <State tone={isOverdue(row.next) ? 'late' : toneOfState(row.state)}>
          {[`${say(`pacts.state.${row.state}`)} ${say('pacts.page.since', { day: day(row.stateSince) })}`, progress]
            .filter(Boolean)
            .join(', ')}
        </State>
      }
      go={
        <LinkButton href={at(`/patti/${row.id}`)} about={row.personLabel}>
          {say('pacts.list.open')}
        </LinkButton>
      }
    />
  )
}

const Empty = ({ filters }: { filters: Readonly<Record<string, string>> }): ReactElement => {
  const say = usePactWords()
  const onlyCase = Object.keys(filters).join() === 'caseId'
  if (onlyCase)
    return (
      <EmptyState
        title={say('pacts.list.emptyCase')}
        act={
          <LinkButton look="main" href={at(`/patti/nuovo?case=${filters.caseId}`)}>
            {say('pacts.list.begin')}
          </LinkButton>
        }
      />
    )
  if (Object.keys(filters).length > 0)
    return (
      <EmptyState
        icon="filter"
        title={say('pacts.list.emptyFiltered')}
        act={<LinkButton href={at('/patti')}>{say('pacts.list.clear')}</LinkButton>}
      />
    )
  return (
    <EmptyState
      icon="pact"
      title={say('pacts.list.none')}
      act={
        <LinkButton look="main" href={at('/casi')}>
          {say('pacts.list.toCases')}
        </LinkButton>
      }
    >
      {say('pacts.list.emptyFirst')}
    </EmptyState>
  )
}

const ToPanel = (): ReactElement | null => {
  const say = usePactWords()
  const me = useRead(signInApi.me)
  if (!me.data?.account?.permissions.includes('pacts.review')) return null
  return (
    <p>
      <LinkButton look="quiet" icon="list" href={at('/patti/commissione')}>
        {say('pacts.list.toPanel')}
      </LinkButton>
    </p>
  )
}

/** A file whose pacts have all ended may begin another. */
const BeginAgain = ({ caseId, rows }: { caseId: string; rows: readonly PactRow[] }): ReactElement | null => {
  const say = usePactWords()
  const me = useRead(signInApi.me)
  const mayWrite = me.data?.account?.permissions.includes('pacts.write') ?? false
  if (!mayWrite || rows.some(({ state }) => !isOver(state))) return null
  return (
    <p>
      <LinkButton look="main" href={at(`/patti/nuovo?case=${caseId}`)}>
        {say('pacts.list.begin')}
      </LinkButton>
    </p>
  )
}

const Counted = ({ total, some }: { total: number; some: boolean }): ReactElement => {
  const say = usePactWords()
  if (total === 0) return <Sentence>{say('pacts.list.none')}</Sentence>
  return (
    <Sentence>
      <strong>{say('pacts.list.all', { count: total })}</strong>
      {say(some ? 'pacts.list.sentenceFiltered' : 'pacts.list.sentence', { what: '' })}
    </Sentence>
  )
}

/** The pacts that the reader may see, as people and what comes next for each. */
export const PactsPage = (): ReactElement => {
  const say = usePactWords()
  const [address] = useFilters()
  const query = queryOf({
    ...address,
    ...(address.case ? { caseId: address.case } : {}),
    ...(address.persona ? { personId: address.persona } : {}),
  })
  const filters = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const some = Object.keys(filters).length > 0
  const read = useRead(pactApi.list, { query: { ...query, limit: rowsAsked(address) } })
  return (
    <Loaded read={read}>
      {({ rows, total }) => (
        <>
          <Counted total={total} some={some} />
          <ToPanel />
          {(total > 0 || some) && <PactFilters filters={filters} />}
          {rows.length === 0 && <Empty filters={filters} />}
          {rows.length > 0 && filters.caseId && <BeginAgain caseId={filters.caseId} rows={rows} />}
          {rows.length > 0 && (
            <>
              <h2 className="sr">{say('pacts.list.rows')}</h2>
              <Rows label={say('pacts.list.rows')}>
                {rows.map((row) => (
                  <PactRowItem key={row.id} row={row} />
                ))}
              </Rows>
              <ListTail shown={rows.length} total={total} />
            </>
          )}
        </>
      )}
    </Loaded>
  )
}
