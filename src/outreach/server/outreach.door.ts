import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canTakeUp } from '../core/referral.policy.ts'
import { addLine } from './move.store.ts'
import { journal, save } from './referral.acts.ts'
import { findReferral } from './referral.store.ts'

/** Ties a referral to the case that began with it: a pact was proposed, and its person is known. Gives the person. */
export const takeUpReferral = async (
  tx: Tx,
  districtId: string,
  referralId: string,
  caseId: string,
): Promise<Outcome<{ personId: string }>> => {
  const found = await findReferral(tx, referralId)
  if (!found || found.referral.districtId !== districtId || !canTakeUp(tx.actor, found.referral)) return unknown()
  const { referral } = found
  if (referral.caseId !== null) return refuse('conflict', 'outreach.needs.noCase')
  if (referral.personId === null) return refuse('conflict', 'outreach.needs.person')
  if (referral.state !== 'pactProposed') return refuse('conflict', 'outreach.needs.pactProposed')
  const next = { ...referral, caseId, version: referral.version + 1 }
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  await addLine(tx, { before: referral, to: referral.state, move: 'takeUp' })
  await journal(tx, next, { act: 'referrals.takeUp', changed: { caseId } })
  return done({ personId: referral.personId })
}
