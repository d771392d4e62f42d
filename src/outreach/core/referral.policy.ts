import { type Actor, mayIn } from '../../platform/core/actor.ts'
import type { Referral } from './referral.schema.ts'

/** Triage belongs to the district: whoever works there reads and moves its referrals. */
export const canTriage = (actor: Actor, { districtId }: Pick<Referral, 'districtId'>): boolean =>
  actor.kind === 'system' || (actor.kind === 'account' && mayIn(actor, 'referrals.triage', districtId))

export const canTakeUp = (actor: Actor, one: Pick<Referral, 'districtId'>): boolean =>
  actor.kind === 'account' && (mayIn(actor, 'cases.open', one.districtId) || canTriage(actor, one))

export const canManageAntennas = (actor: Actor, districtId: string): boolean =>
  actor.kind === 'account' && mayIn(actor, 'antennas.manage', districtId)
