import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { Id } from '../../platform/core/contract.ts'
import { dayName, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill, State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type CaseRow, caseApi } from '../core/case.api.ts'
import { CaseState } from '../core/case.schema.ts'
import { caseWords } from '../core/case.words.ts'
import { oversightWords } from '../core/oversight.words.ts'
import { casePageWords } from '../core/page.words.ts'

/** A day or an instant that has gone by. */
const isLate = (at: string): boolean => at < new Date().toISOString().slice(0, at.length === 10 ? 10 : 24)

const Next = ({ row }: { row: CaseRow }): ReactElement => {
  const [say, words, language] = [useWords(casePageWords), useWords(caseWords), useLanguage()]
  if (row.state !== 'open')
    return (
      <State icon="archive">
        {words(`cases.state.${row.state}`)}, {row.number}
      </State>
    )
  const day = row.lastContactOn ? longDate(language, row.lastContactOn) : ''
  return (
    <>
      {row.next && <State tone={isLate(row.next.at) ? 'late' : 'now'}>{dayName(language, row.next.at)}</State>}
      {row.silent && <Pill tone="late">{say('list.silent', { day })}</Pill>}
    </>
  )
}

const CaseLine = ({ row }: { row: CaseRow }): ReactElement => {
  const [say, words] = [useWords(casePageWords), useWords(caseWords)]
  const next = row.next ? say(`list.next.${row.next.kind}`, { title: row.next.title }) : say('list.nothing')
  const roles = row.roles.map((role) => words(`cases.role.${role}`)).join(', ')
  return (
    <Row
      who={<Who name={row.personLabel} />}
      title={row.personLabel}
      href={at(`/casi/${row.id}`)}
      text={[next, roles].filter(Boolean).join(' · ')}
      state={<Next row={row} />}
    />
  )
}

const Filters = (): ReactElement => {
  const [say, words] = [useWords(casePageWords), useWords(caseWords)]
  const [filters, change] = useFilters()
  const submit = (form: FormData): void =>
    change({
      q: String(form.get('q') ?? ''),
      state: String(form.get('state') ?? ''),
      scope: form.get('scope') === 'mine' ? 'mine' : undefined,
      rows: undefined,
    })
  return (
    <FilterBar label={say('list.search')} submit={say('list.go')} onSubmit={submit}>
      <TextInput
        id="q"
        name="q"
        type="search"
        label={say('list.search')}
        defaultValue={filters.q ?? ''}
        maxLength={80}
      />
      <Select
        id="state"
        name="state"
        label={say('list.state')}
        defaultValue={filters.state ?? ''}
        empty={say('list.anyState')}
        options={CaseState.options.map((value) => ({ value, label: words(`cases.state.${value}`) }))}
      />
      <Select
        id="scope"
        name="scope"
        label={say('list.which')}
        defaultValue={filters.scope ?? 'all'}
        options={[
          { value: 'all', label: say('list.all') },
          { value: 'mine', label: say('list.mine') },
        ]}
      />
    </FilterBar>
  )
}

const Found = ({ rows, total, isFiltered }: { rows: CaseRow[]; total: number; isFiltered: boolean }): ReactElement => {
  const say = useWords(casePageWords)
  if (rows.length === 0)
    return isFiltered ? (
      <EmptyState title={say('list.none')}>{say('list.notFound')}</EmptyState>
    ) : (
      <EmptyState title={say('list.none')}>{say('list.noneHint')}</EmptyState>
    )
  return (
    <>
      <Rows>
        {rows.map((row) => (
          <CaseLine key={row.id} row={row} />
        ))}
      </Rows>
      <ListTail shown={rows.length} total={total} />
    </>
  )
}

const ToOversight = (): ReactElement | null => {
  const [say, me] = [useWords(oversightWords), useRead(signInApi.me)]
  if (!me.data?.account?.permissions.includes('cases.all')) return null
  return (
    <p>
      <TextLink href={at('/casi/da-fare')} icon="check">
        {say('oversee.link')}
      </TextLink>
    </p>
  )
}

/** The files as people, with what comes next for each. */
export const CasesPage = (): ReactElement => {
  const say = useWords(casePageWords)
  const [filters] = useFilters()
  const state = CaseState.safeParse(filters.state)
  const found = useRead(caseApi.list, {
    query: {
      q: (filters.q ?? '').slice(0, 80),
      ...(state.success ? { state: state.data } : {}),
      scope: filters.scope === 'mine' ? 'mine' : 'all',
      ...(Id.safeParse(filters.persona).success ? { personId: filters.persona } : {}),
      limit: rowsAsked(filters),
    },
  })
  return (
    <Answered of={found}>
      {({ rows, total }) => (
        <>
          <Sentence>{weighed(total === 0 ? say('list.none') : say('list.title', { count: total }))}</Sentence>
          <Filters />
          <Found
            rows={rows}
            total={total}
            isFiltered={Boolean(filters.q || filters.state || filters.scope || filters.persona)}
          />
          <ToOversight />
          <p>
            <TextLink href={at('/casi/apri-urgenza')} icon="unlock">
              {say('list.glass')}
            </TextLink>
          </p>
          <p>
            <TextLink href={at('/passaggi')} icon="people">
              {say('list.transfers')}
            </TextLink>
          </p>
        </>
      )}
    </Answered>
  )
}
