import { useCallback } from 'react'
import { call } from '../../platform/web/call.ts'
import type { ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { personApi } from '../core/person.api.ts'
import { nameOf, useBorn } from './PersonLine.tsx'

/** People by name, for a box where one is chosen; only those whom the reader may open. */
export const usePeople = (
  district: string,
  except: readonly string[] = [],
): ((text: string) => Promise<readonly ComboOption[]>) => {
  const born = useBorn()
  const without = except.join()
  return useCallback(
    async (q: string) => {
      const { rows } = await call(personApi.search, { query: { q, district, limit: 12 } })
      return rows
        .filter(({ id, whole }) => whole && !without.includes(id))
        .map((row) => ({ value: row.id, label: nameOf(row), detail: born(row) }))
    },
    [district, without, born],
  )
}
