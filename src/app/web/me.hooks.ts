import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Me } from '../../access/core/session.schema.ts'
import { signInApi } from '../../access/core/signIn.api.ts'
import { useRead } from '../../platform/web/query.ts'
import { lockMinutesFor } from '../../settings/core/deadlines.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'

/** Reads again who is signed in and what they may. */
export const askWhoAgain = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ['access', signInApi.me.name] })

/** Whoever comes back to the window finds the rights they have now, not those of this morning. */
export const useFreshMe = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    const ask = (): void => void askWhoAgain(client)
    addEventListener('focus', ask)
    return () => removeEventListener('focus', ask)
  }, [client])
}

/** Minutes after which the screen locks, as the settings of the account's districts say; undefined until they are read. */
export const useLockMinutes = (me: Me | undefined): number | undefined => {
  const enabled = me?.step === 'open'
  const programme = useRead(settingsApi.programme, { enabled }).data
  const districts = useRead(settingsApi.districts, { enabled }).data
  if (!programme || !districts) return undefined
  const own = me?.account?.grants.flatMap(({ districtId }) => districtId ?? []) ?? []
  return lockMinutesFor(
    programme.deadlines,
    districts.rows.filter(({ id }) => own.includes(id)).map(({ deadlines }) => deadlines),
  )
}
