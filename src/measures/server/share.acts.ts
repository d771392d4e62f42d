import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canMeasure } from '../core/measure.policy.ts'
import { journalMeasure, mayRead, readable } from './around.ts'
import { findMeasure } from './measure.store.ts'
import { saveShared } from './share.store.ts'

/** Whether the person finds a result on their own page: whoever reads it decides, and a worker's own view never goes there. */
export const shareMeasure = async (tx: Tx, measureId: string, shared: boolean): Promise<Outcome<typeof isDone>> => {
  const one = await findMeasure(tx, measureId, true)
  if (!one) return unknown()
  const found = await readable(tx, one.caseId)
  if (!found.ok) return found
  if (!canMeasure(tx.actor, found.value)) return refuse('forbidden', 'measures.notOfEquipe')
  if (!mayRead(tx, found.value, one)) return refuse('forbidden', 'measures.notYours')
  if (one.state !== 'done' || one.rater === 'worker') return refuse('conflict', 'measures.notToShare')
  await saveShared(tx, { districtId: one.districtId, id: one.id, shared })
  await journalMeasure(tx, found.value, { act: 'measures.share', id: one.id, changed: { shared } })
  return done(isDone)
}
