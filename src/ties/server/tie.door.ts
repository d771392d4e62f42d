import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { NewTie, Tie } from '../core/tie.schema.ts'
import { recordTie } from '../core/tie.ts'
import { addTies, eraseLabels, type FoundTie, listTies } from './tie.store.ts'

/** Every tie told within a case, newest first. */
export const tiesOfCase = (tx: Tx, districtId: string, caseId: string): Promise<FoundTie[]> =>
  listTies(tx, { districtId, caseId })

/** A person's ties, for their own page. */
export const tiesOfPerson = (tx: Tx, districtId: string, personId: string): Promise<FoundTie[]> =>
  listTies(tx, { districtId, personId })

/**
 * Takes the initials of third parties out of the ties of a case: at the last follow-up, or when follow-up is refused.
 * Kind, dates and origin stay. Gives how many ties; the act that asks for it writes the journal.
 */
export const eraseAlterLabels = (tx: Tx, districtId: string, caseId: string): Promise<number> =>
  eraseLabels(tx, districtId, caseId)

/** Records ties as part of another act (the closing of a pact); all or none. That act writes the journal. */
export const recordTies = async (
  tx: Tx,
  about: Pick<Tie, 'districtId' | 'caseId' | 'personId'>,
  fresh: readonly NewTie[],
): Promise<Outcome<string[]>> => {
  const ties: Tie[] = []
  for (const tie of fresh) {
    const made = recordTie(tie, { ...about, id: tx.newId(), recordedBy: tx.actor.id, at: tx.now, today: tx.today })
    if (!made.ok) return made
    ties.push(made.value)
  }
  await addTies(tx, ties)
  return done(ties.map(({ id }) => id))
}
