import { nilId } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Who } from '../../platform/server/who.ts'
import type { Me, StepReply } from '../core/session.schema.ts'
import { findAccount } from './account.store.ts'
import { clearAttempts, countAttempt } from './attempt.store.ts'
import { hasOidc } from './oidc.ts'
import { listGrants } from './role.store.ts'
import { findOwnSecret, spendTotpStep } from './secret.store.ts'
import { endSessions, takeCookieAway } from './session.store.ts'
import {
  admit,
  closedUntil,
  factorsOf,
  judgeOwnPassword,
  judgePassword,
  notAt,
  slowed,
  stepTo,
  wrong,
} from './steps.ts'
import { openTotp, totpStep } from './totp.ts'

type Done = typeof isDone

export const signIn = async (
  tx: Tx,
  given: { email: string; password: string },
  who: Who | undefined,
): Promise<Outcome<StepReply>> => {
  const tooFast = await slowed(tx, 'signIn')
  if (tooFast) return tooFast
  const judged = await judgePassword(tx, { ...given, nobody: nilId })
  if (!judged.ok) return judged
  const account = await findAccount(tx, { id: judged.value })
  if (!account) return refuse('unauthenticated', 'access.wrongPassword')
  return admit(tx, account, { act: 'access.signIn', who })
}

export const giveCode = async (tx: Tx, code: string, who: Who | undefined): Promise<Outcome<StepReply>> => {
  const elsewhere = notAt(who, 'secondFactor')
  if (elsewhere || !who) return elsewhere ?? refuse('unauthenticated', 'access.signInFirst')
  const tried = { kind: 'code', of: who.id } as const
  const closed = await countAttempt(tx, tried)
  if (closed) return closedUntil(closed)
  const secret = await findOwnSecret(tx, who.id)
  const step = secret?.totpSealed
    ? totpStep(openTotp(tx.services.secrets, who.id, secret.totpSealed), code, tx.now)
    : undefined
  if (step === undefined) return wrong(tx, 'access.wrongCode', who.id)
  if (!(await spendTotpStep(tx, who.id, step))) return wrong(tx, 'access.usedCode', who.id)
  await clearAttempts(tx, tried)
  return stepTo(tx, who, 'open', 'access.code')
}

export const lock = async (tx: Tx, who: Who | undefined): Promise<Outcome<Done>> => {
  const elsewhere = notAt(who, 'open')
  if (elsewhere || !who) return elsewhere ?? refuse('unauthenticated', 'access.signInFirst')
  const locked = await stepTo(tx, who, 'locked', 'access.lock')
  return locked.ok ? done(isDone) : locked
}

export const unlock = async (tx: Tx, password: string, who: Who | undefined): Promise<Outcome<StepReply>> => {
  const elsewhere = notAt(who, 'locked')
  if (elsewhere || !who) return elsewhere ?? refuse('unauthenticated', 'access.signInFirst')
  const secret = await findOwnSecret(tx, who.id)
  if (!secret?.passwordHash) return refuse('conflict', 'access.noPassword')
  const judged = await judgeOwnPassword(tx, password)
  return judged.ok ? stepTo(tx, who, 'open', 'access.unlock') : judged
}

/** Ends the session that is held, if any; the cookie goes in any case. */
export const signOut = async (tx: Tx, who: Who | undefined): Promise<Outcome<Done>> => {
  takeCookieAway(tx)
  if (who?.kind !== 'account') return done(isDone)
  await endSessions(tx, who.id, { only: who.session })
  await writeJournal(tx, { act: 'access.signOut', subject: { kind: 'session', id: who.session } })
  return done(isDone)
}

const nobody = { totp: false, passkey: false }

export const whoAmI = async (tx: Tx, who: Who | undefined): Promise<Outcome<Me>> => {
  const account = who?.kind === 'account' ? await findAccount(tx, { id: who.id }) : undefined
  const oidc = hasOidc(tx.services.config)
  if (!who || !account) return done({ step: 'none', factors: nobody, account: null, oidc })
  const open = who.step === 'open'
  const secret = await findOwnSecret(tx, account.id)
  return done({
    step: who.step,
    factors: await factorsOf(tx, account.id),
    oidc,
    account: {
      id: account.id,
      name: account.name,
      email: account.email,
      jobTitle: account.jobTitle,
      language: account.language,
      hasPassword: secret?.passwordHash != null,
      grants: open ? [...((await listGrants(tx, [account.id])).get(account.id) ?? [])] : [],
      permissions: [...new Set(tx.actor.grants.flatMap((grant) => grant.permissions))],
    },
  })
}
