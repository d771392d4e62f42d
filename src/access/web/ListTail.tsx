import type { ReactElement } from 'react'
import { Pager } from '../../platform/web/kit/Lists.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { adminWords } from '../core/admin.words.ts'

const step = 50
const atMost = 200

/** How many rows the address asks for: 50, then 50 more at a time. */
export const rowsAsked = (filters: Readonly<Record<string, string>>): number =>
  Math.min(atMost, Math.max(step, Number(filters.rows) || step))

/** Under a list: how many of how many, and more of them. */
export const ListTail = ({ shown, total }: { shown: number; total: number }): ReactElement | null => {
  const [say, [filters, change]] = [useWords(adminWords), useFilters()]
  if (total === 0) return null
  const more = shown < total && rowsAsked(filters) < atMost
  return (
    <Pager
      shown={say('shown', { shown, total })}
      {...(more
        ? {
            more: say('more', { count: Math.min(step, total - shown) }),
            onMore: () => change({ rows: String(rowsAsked(filters) + step) }),
          }
        : {})}
    />
  )
}

/** A form of filters as changes of the address; what is empty goes away, and the list starts again. */
export const filtersOf = (form: FormData): Record<string, string | undefined> => ({
  ...Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : undefined])),
  rows: undefined,
})
