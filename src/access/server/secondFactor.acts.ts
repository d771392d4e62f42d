import { z } from 'zod'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Who } from '../../platform/server/who.ts'
import type { StepReply } from '../core/session.schema.ts'
import { type Account, saveAccount } from './account.store.ts'
import { keepFlow, takeFlow } from './flow.store.ts'
import { saveTotp } from './secret.store.ts'
import { judgeOwnPassword, notAt, stepTo } from './steps.ts'
import { newTotpSecret, sealTotp, totpStep, totpUri } from './totp.ts'

/** Who may add a second factor: whoever must set the first one, or an open session that gives its password again. */
export const mayAddFactor = async (
  tx: Tx,
  who: Who | undefined,
  password: string | undefined,
): Promise<Outcome<Account>> => {
  const elsewhere = notAt(who, 'enrol', 'open')
  if (elsewhere) return elsewhere
  return judgeOwnPassword(tx, password, who?.step === 'enrol')
}

const Pending = z.object({ secret: z.string() })

export const startTotp = async (
  tx: Tx,
  password: string | undefined,
  who: Who | undefined,
): Promise<Outcome<{ flow: string; secret: string; uri: string }>> => {
  const allowed = await mayAddFactor(tx, who, password)
  if (!allowed.ok) return allowed
  const account = allowed.value
  const secret = newTotpSecret()
  const sealed = tx.services.secrets.seal('access.flow', account.id, secret)
  const flow = await keepFlow(tx, 'newTotp', { accountId: account.id, payload: { secret: sealed } })
  return done({ flow, secret, uri: totpUri(secret, account.email) })
}

export const confirmTotp = async (
  tx: Tx,
  { flow, code }: { flow: string; code: string },
  who: Who | undefined,
): Promise<Outcome<StepReply>> => {
  const elsewhere = notAt(who, 'enrol', 'open')
  if (elsewhere || !who) return elsewhere ?? refuse('unauthenticated', 'access.signInFirst')
  const taken = await takeFlow(tx, 'newTotp', flow)
  if (!taken || taken.accountId !== who.id) return refuse('gone', 'access.flowGone')
  const secret = tx.services.secrets.open('access.flow', who.id, Pending.parse(taken.payload).secret)
  const step = totpStep(secret, code, tx.now)
  if (step === undefined) return refuse('invalid', 'access.wrongFirstCode')
  await saveTotp(tx, who.id, { sealed: sealTotp(tx.services.secrets, who.id, secret), step })
  return factorSet(tx, who, 'totp', 'access.totpConfirm')
}

/** The second factor is set: what was closed for want of it opens. */
export const factorSet = async (
  tx: Tx,
  who: Who,
  factor: 'totp' | 'passkey',
  act: string,
): Promise<Outcome<StepReply>> => {
  await saveAccount(tx, who.id, { secondFactor: factor })
  return stepTo(tx, who, 'open', act)
}
