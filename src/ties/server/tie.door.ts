import type { Tx } from '../../platform/server/tx.ts'
import { questionsFor } from './question.store.ts'
import { eraseLabels, type FoundTie, listTies } from './tie.store.ts'
import { eraseWaveLabels } from './wave.store.ts'

/** A person's ties, for their own page. */
export const tiesOfPerson = (tx: Tx, districtId: string, personId: string): Promise<FoundTie[]> =>
  listTies(tx, { districtId, personId })

/** How many questions about ties wait for a person's own answer. */
export const questionsWaiting = async (tx: Tx, districtId: string, personId: string): Promise<number> =>
  (await questionsFor(tx, districtId, personId)).length

/**
 * Takes the labels of third parties out of the ties of a case and out of its conversations: at the last follow-up, or when
 * follow-up is refused. Kind, dates and origin stay. Gives how many ties; the act that asks for it writes the journal.
 */
export const eraseAlterLabels = async (tx: Tx, districtId: string, caseId: string): Promise<number> => {
  await eraseWaveLabels(tx, districtId, caseId)
  return eraseLabels(tx, districtId, caseId)
}
