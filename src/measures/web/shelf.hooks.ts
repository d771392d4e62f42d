import { useEffect } from 'react'
import { useRead } from '../../platform/web/query.ts'
import { shelfApi } from '../core/shelf.api.ts'

/** The shelf, read again every second while a new plan is on its way to the pacts. */
export const useShelf = (): ReturnType<typeof useRead<never, never, never, typeof shelfApi.shelf.reply>> => {
  const found = useRead(shelfApi.shelf)
  const { data, refetch, dataUpdatedAt } = found
  const isOnItsWay = data?.reached === 'soon'
  // each reading asks for the next
  // biome-ignore lint/correctness/useExhaustiveDependencies: dataUpdatedAt says that there was another reading
  useEffect(() => {
    if (!isOnItsWay) return
    const later = setTimeout(() => void refetch(), 1000)
    return () => clearTimeout(later)
  }, [isOnItsWay, refetch, dataUpdatedAt])
  return found
}
