import { nilId } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Legame } from '../core/legame.schema.ts'
import { nextLegame } from '../core/legame.ts'
import { addLegame, listLegame } from './legame.store.ts'

/** The next version; of two who write it at once the second is told. */
export const writeLegame = async (
  tx: Tx,
  { after, ...given }: Legame & { after: number },
): Promise<Outcome<{ version: number }>> => {
  const next = nextLegame(await listLegame(tx), given)
  if (!next.ok) return next
  if (next.value !== after + 1 || !(await addLegame(tx, given, next.value)))
    return refuse('conflict', 'platform.changedMeanwhile')
  await writeJournal(tx, {
    act: 'settings.writeLegame',
    subject: { kind: 'legame', id: nilId },
    changed: { ...given, version: next.value },
  })
  return done({ version: next.value })
}
