import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadTie, canRecordTie } from '../core/tie.policy.ts'
import { type CasePlace, placeOfCase } from './tie.store.ts'

export const mayNotRecord = (): Outcome<never> =>
  refuse('forbidden', 'access.permissionMissing', { permission: 'ties.record' })

/** The case whose person is asked, held as it is until the act is over, when the actor works in it. */
export const placeToWork = async (tx: Tx, caseId: string): Promise<Outcome<CasePlace>> => {
  const place = await placeOfCase(tx, { caseId }, true)
  if (!place || !canReadTie(tx.actor, place)) return unknown()
  return canRecordTie(tx.actor, place) ? done(place) : mayNotRecord()
}
