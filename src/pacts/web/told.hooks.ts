import { useQueryClient } from '@tanstack/react-query'
import { useStatus } from '../../platform/web/kit/Status.tsx'

/** After an act: reads again what changed, then says what was done, with a way back when there is one. */
export const useTold = (): ((text: string, undo?: () => void) => Promise<void>) => {
  const client = useQueryClient()
  const tell = useStatus()
  return async (text, undo) => {
    await client.invalidateQueries()
    tell(undo ? { text, undo } : { text })
  }
}
