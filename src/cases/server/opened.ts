import { type Actor, may } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadCase, canWriteCase, type Standing } from '../core/case.policy.ts'
import { type CaseRecord, findCase, type Lock, standingIn } from './case.store.ts'

/** A case that the actor may read, with what they are in it. */
export type Opened = { readonly one: CaseRecord; readonly standing: Standing & { readonly until: string | null } }

export const lacking = (permission: string): Outcome<never> =>
  refuse('forbidden', 'access.permissionMissing', { permission })

const opening = ['cases.work', 'pacts.write', 'cases.breakGlass', 'cases.all'] as const

/** Whether the actor may open cases at all, anywhere. */
export const opensCases = (actor: Actor): boolean => opening.some((permission) => may(actor, permission))

/** The case, or the answer that it is unknown; with a lock, others who change it wait. */
export const openFor = async (tx: Tx, caseId: string, lock?: Lock): Promise<Outcome<Opened>> => {
  if (!opensCases(tx.actor)) return lacking('cases.work')
  const one = await findCase(tx, caseId, lock)
  if (!one || !canReadCase(tx.actor, one)) return unknown()
  return done({ one, standing: await standingIn(tx, one) })
}

/** As `openFor`, for acts that write in the file: a case that is open and stays so meanwhile, by a worker of its equipe. */
export const openToWrite = async (tx: Tx, caseId: string): Promise<Outcome<Opened>> => {
  const opened = await openFor(tx, caseId, 'hold')
  if (!opened.ok) return opened
  return mayWrite(tx, opened.value) ?? opened
}

/** Why the actor may not write in this file, or undefined. */
export const mayWrite = (tx: Tx, { one, standing }: Opened): Outcome<never> | undefined => {
  if (canWriteCase(tx.actor, one, standing)) return undefined
  if (canWriteCase(tx.actor, { ...one, state: 'open' }, standing)) return refuse('conflict', 'cases.isClosed')
  return refuse('forbidden', 'cases.notOfEquipe')
}

/** The journal's part that every act on a case has in common. */
export const about = (one: CaseRecord): { districtId: string; personId: string; caseId: string } => ({
  districtId: one.districtId,
  personId: one.personId,
  caseId: one.id,
})
