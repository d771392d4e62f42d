import { done, type Outcome, refuse, refuseKeeping } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { verifyNobody, verifyPassword } from '../../platform/server/secret/passwords.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Who } from '../../platform/server/who.ts'
import type { Factors, Step, StepReply } from '../core/session.schema.ts'
import { type Account, findAccount } from './account.store.ts'
import { clearAttempts, countAttempt, type Tried, withinRate } from './attempt.store.ts'
import { listPasskeys } from './passkey.store.ts'
import { findOwnSecret, findSignInSecret } from './secret.store.ts'
import { actAs, endSessions, moveSession, openSession } from './session.store.ts'

/** Which second factors the account has; it must be the one that acts or signs in. */
export const factorsOf = async (tx: Tx, accountId: string): Promise<Factors> => {
  const secret = await findOwnSecret(tx, accountId)
  const passkeys = await listPasskeys(tx, accountId)
  return { totp: secret?.totpSealed != null, passkey: passkeys.length > 0 }
}

/** What comes after the first proof. */
const nextStep = (account: Account): Step => (account.secondFactor === 'none' ? 'enrol' : 'secondFactor')

/**
 * Lets an account in at a step under a new secret; the session that this browser held ends, so that none known before
 * is worth anything after.
 */
export const admit = async (
  tx: Tx,
  account: Account,
  how: { readonly act: string; readonly step?: Step; readonly who: Who | undefined },
): Promise<Outcome<StepReply>> => {
  if (how.who?.kind === 'account') await endSessions(tx, how.who.id, { only: how.who.session })
  const own = await actAs(tx, account)
  const step = how.step ?? nextStep(account)
  const id = await openSession(own, account.id, step)
  await writeJournal(own, { act: how.act, subject: { kind: 'session', id }, changed: { step } })
  return done({ step, factors: await factorsOf(own, account.id) })
}

/** Moves the session that is held to another step. */
export const stepTo = async (tx: Tx, who: Who, step: Step, act: string): Promise<Outcome<StepReply>> => {
  await moveSession(tx, who.session, step)
  await writeJournal(tx, { act, subject: { kind: 'session', id: who.session }, changed: { step } })
  return done({ step, factors: await factorsOf(tx, who.id) })
}

/** The refusal of whoever has no session at one of these steps; undefined when it is. */
export const notAt = (who: Who | undefined, ...steps: readonly Step[]): Outcome<never> | undefined => {
  if (who?.kind !== 'account') return refuse('unauthenticated', 'access.signInFirst')
  return steps.includes(who.step) ? undefined : refuse('conflict', 'access.otherStep', { step: who.step })
}

/** Closed by too many wrong tries; says until when. What was counted stays. */
export const closedUntil = (until: string): Outcome<never> => refuseKeeping('tooMany', 'access.tooManyTries', { until })

/** A caller's address may try this often a minute, whatever it tries. */
export const slowed = async (tx: Tx, what: string, atMost = 30): Promise<Outcome<never> | undefined> =>
  (await withinRate(tx, what, 60, atMost)) ? undefined : refuseKeeping('tooMany', 'access.tooManyHere')

/** A wrong password or code: journalled about the account (the nil id for nobody's), counted, and the same for all. */
export const wrong = async (tx: Tx, code: string, accountId: string): Promise<Outcome<never>> => {
  await writeJournal(tx, { act: 'access.refused', subject: { kind: 'account', id: accountId } })
  return refuseKeeping('unauthenticated', code)
}

const triedPassword = (email: string): Tried => ({ kind: 'password', of: email.trim().toLowerCase() })

/** Judges a password for an address, counted; the same answer in the same time when nobody has the address. */
export const judgePassword = async (
  tx: Tx,
  { email, password, nobody }: { email: string; password: string; nobody: string },
): Promise<Outcome<string>> => {
  const tried = triedPassword(email)
  const closed = await countAttempt(tx, tried)
  if (closed) return closedUntil(closed)
  const secret = await findSignInSecret(tx, email)
  const right = secret?.passwordHash
    ? await verifyPassword(secret.passwordHash, password)
    : await verifyNobody(password)
  if (!secret || !right) return wrong(tx, 'access.wrongPassword', secret?.accountId ?? nobody)
  await clearAttempts(tx, tried)
  return done(secret.accountId)
}

/** Forgets the wrong tries of an address, for whoever proved otherwise who they are. */
export const forgiveTries = (tx: Tx, email: string): Promise<void> => clearAttempts(tx, triedPassword(email))

/** The password of the account that acts, asked again; accounts that sign in elsewhere have none. */
export const judgeOwnPassword = async (
  tx: Tx,
  password: string | undefined,
  alreadyGiven = false,
): Promise<Outcome<Account>> => {
  const account = await findAccount(tx, { id: tx.actor.id })
  if (!account) return refuse('unauthenticated', 'access.signInFirst')
  if (alreadyGiven) return done(account)
  const secret = await findOwnSecret(tx, account.id)
  if (!secret?.passwordHash) return done(account)
  const judged = await judgePassword(tx, { email: account.email, password: password ?? '', nobody: account.id })
  return judged.ok ? done(account) : judged
}
