import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../platform/web/call.ts'
import { profileApi } from '../core/profile.api.ts'
import { signInApi } from '../core/signIn.api.ts'

/** Ends the session; nothing that was read stays in the browser for whoever sits down next. */
export const useSignOut = (everywhere = false): { readonly isPending: boolean; readonly leave: () => void } => {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: () => (everywhere ? call(profileApi.signOutEverywhere) : call(signInApi.signOut)),
    onSuccess: async () => {
      sessionStorage.clear()
      client.removeQueries({ type: 'inactive' })
      await client.resetQueries()
    },
  })
  return { isPending: act.isPending, leave: () => act.mutate() }
}
