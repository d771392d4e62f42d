import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import type { Refused } from '../../platform/web/call.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { deskWords } from '../core/desk.words.ts'
import { kindsFor, questionOf, type SearchKind } from '../core/search.ts'
import { FoundCase, FoundOrganisation, FoundPact, FoundPerson } from './FoundRows.tsx'
import { type Found, useFound } from './search.hooks.ts'

const pauseMs = 250
const titles = {
  persons: 'desk.findPersons',
  cases: 'desk.findCases',
  pacts: 'desk.findPacts',
  organisations: 'desk.findBodies',
} as const
const places: Readonly<Record<SearchKind, `/${string}`>> = {
  persons: '/persone',
  cases: '/casi',
  pacts: '/patti',
  organisations: '/enti',
}

/** The box of the search; what is typed reaches the address after a short pause, and at once with Enter. */
const Box = (): ReactElement => {
  const say = useWords(deskWords)
  const [filters, change] = useFilters()
  const [typed, setTyped] = useState(filters.q ?? '')
  const asked = filters.q ?? ''
  useEffect(() => {
    if (typed.trim() === asked) return
    const timer = setTimeout(() => change({ q: typed.trim() || undefined }), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, asked, change])
  return (
    <search>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          change({ q: typed.trim() || undefined })
        }}
      >
        <TextInput
          id="q"
          name="q"
          type="search"
          label={say('desk.findLabel')}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </search>
  )
}

type Answer = { readonly rows: readonly ReactNode[]; readonly total: number }

const answerOf = (kind: SearchKind, found: Found): Answer | undefined => {
  const { persons, cases, pacts, organisations } = found
  const of = <R extends { id: string }>(
    data: { rows: R[]; total: number } | undefined,
    show: (row: R) => ReactNode,
  ): Answer | undefined => data && { rows: data.rows.map(show), total: data.total }
  if (kind === 'persons') return of(persons.data, (row) => <FoundPerson key={row.id} row={row} />)
  if (kind === 'cases') return of(cases.data, (row) => <FoundCase key={row.id} row={row} />)
  if (kind === 'pacts') return of(pacts.data, (row) => <FoundPact key={row.id} row={row} />)
  return of(organisations.data, (row) => <FoundOrganisation key={row.id} row={row} />)
}

const Group = (props: {
  kind: SearchKind
  q: string
  answer: Answer | undefined
  error: Refused | null
}): ReactNode => {
  const say = useWords(deskWords)
  const { kind, q, answer, error } = props
  // a room that is not for this reader is left out, as if it were empty
  if (error?.problem.status === 403 || answer?.total === 0) return null
  if (!answer && !error) return null
  const rest = answer && answer.total > answer.rows.length
  return (
    <Section
      id={kind}
      title={say(titles[kind])}
      count={answer?.total}
      block
      more={
        rest && (
          <TextLink href={at(`${places[kind]}?q=${encodeURIComponent(q)}`)}>
            {say('desk.findAll', { count: answer.total })}
          </TextLink>
        )
      }
    >
      {answer ? <Rows>{answer.rows}</Rows> : <Note icon="alert">{say('desk.findGroupBroken')}</Note>}
    </Section>
  )
}

const Results = ({ q, kinds }: { q: string; kinds: readonly SearchKind[] }): ReactElement => {
  const say = useWords(deskWords)
  const found = useFound(q, kinds)
  const answers = kinds.map((kind) => ({ kind, answer: answerOf(kind, found), error: found[kind].error }))
  const isWaiting = answers.some(({ answer, error }) => !answer && !error)
  const count = answers.reduce((sum, { answer }) => sum + (answer?.total ?? 0), 0)
  const isBroken = answers.some(({ error }) => error && error.problem.status !== 403)
  return (
    <>
      <p role="status" className={count > 0 && !isWaiting ? 'lead mt' : 'sr'}>
        {!isWaiting && count > 0 && say('desk.findCount', { count, q })}
      </p>
      {answers.map((one) => (
        <Group key={one.kind} q={q} {...one} />
      ))}
      {isWaiting && <Skeleton label={say('desk.findWaiting')} />}
      {!isWaiting && count === 0 && !isBroken && (
        <div className="mt">
          <EmptyState icon="search" title={say('desk.findNone', { q })}>
            {say('desk.findNoneHint')}
          </EmptyState>
        </div>
      )}
    </>
  )
}

/** One box over everything that the account may open. */
export const SearchPage = (): ReactElement | null => {
  const say = useWords(deskWords)
  const [filters] = useFilters()
  const account = useRead(signInApi.me).data?.account
  if (!account) return null
  const kinds = kindsFor(account.permissions)
  if (kinds.length === 0)
    return (
      <MayNot level={1} title={say('desk.findNobody')}>
        {say('desk.findNobodyHint')}
      </MayNot>
    )
  const q = questionOf(filters.q)
  return (
    <>
      <Sentence lead={say('desk.findHint')}>{say('desk.findSentence')}</Sentence>
      <Box />
      {q !== null && <Results q={q} kinds={kinds} />}
    </>
  )
}
