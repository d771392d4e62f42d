import type { ReactElement } from 'react'
import { answerWords } from '../core/answer.words.ts'
import { figure } from '../core/words.ts'
import { Pager } from './kit/Lists.tsx'
import { useLanguage, useWords } from './language.tsx'
import { useFilters } from './navigation.ts'

const step = 50
/** More than this is found by narrowing what is looked for. */
const atMost = 200

/** How many rows the address asks for: 50, then 50 more at a time. */
export const rowsAsked = (filters: Readonly<Record<string, string>>): number =>
  Math.min(atMost, Math.max(step, Number(filters.rows) || step))

/** Under a list: how many of how many, and more of them; the address keeps how many. */
export const ListTail = (props: { shown: number; total: number }): ReactElement | null => {
  const [say, language, [filters, change]] = [useWords(answerWords), useLanguage(), useFilters()]
  const { total } = props
  if (total === 0) return null
  const [asked, rest] = [rowsAsked(filters), total - props.shown]
  const counts = { shown: figure(language, props.shown), total: figure(language, total) }
  const isFull = rest > 0 && asked >= atMost
  if (rest <= 0 || isFull) return <Pager shown={say(isFull ? 'full' : 'shown', counts)} />
  return (
    <Pager
      shown={say('shown', counts)}
      more={say('more', { count: Math.min(step, rest) })}
      onMore={() => change({ rows: String(asked + step) })}
    />
  )
}

/** A form of filters as changes of the address; what is empty goes away, and the list starts again. */
export const filtersOf = (form: FormData): Record<string, string | undefined> => ({
  ...Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : undefined])),
  rows: undefined,
})
