import { useEffect } from 'react'
import { useRead } from '../../platform/web/query.ts'
import { shelfApi } from '../core/shelf.api.ts'

/** The shelf, read again every second while a new plan is on its way to the pacts. */
export const useShelf = (): ReturnType<typeof useRead<never, never, never, typeof shelfApi.shelf.reply>> => {
  const found = useRead(shelfApi.shelf)
  const { data, refetch } = found
  const isOnItsWay = data?.reached === 'soon'
  useEffect(() => {
    if (!isOnItsWay) return
    const again = setInterval(() => void refetch({ cancelRefetch: false }), 1000)
    return () => clearInterval(again)
  }, [isOnItsWay, refetch])
  return found
}
