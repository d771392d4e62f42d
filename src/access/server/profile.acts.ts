import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Language } from '../../platform/core/words.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import { hashPassword } from '../../platform/server/secret/passwords.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { passwordFault } from '../core/password.ts'
import { saveAccount } from './account.store.ts'
import { mailOf } from './mails.ts'
import { findOwnSecret, savePassword } from './secret.store.ts'
import { endSessions, moveSession, takeCookieAway } from './session.store.ts'
import { judgeOwnPassword } from './steps.ts'

type Done = Promise<Outcome<typeof isDone>>
const self = (tx: Tx): { kind: string; id: string } => ({ kind: 'account', id: tx.actor.id })

export const changeProfile = async (tx: Tx, change: { name: string; language: Language }): Done => {
  await saveAccount(tx, tx.actor.id, change)
  await writeJournal(tx, { act: 'access.changeProfile', subject: self(tx), changed: change })
  return done(isDone)
}

/** The other sessions end; this one goes on under a new secret. */
export const changePassword = async (tx: Tx, given: { old: string; password: string }): Done => {
  if (!(await findOwnSecret(tx, tx.actor.id))?.passwordHash) return refuse('conflict', 'access.noPassword')
  const judged = await judgeOwnPassword(tx, given.old)
  if (!judged.ok) return judged
  const fault = passwordFault(given.password, judged.value)
  if (fault) return refuse('invalid', fault)
  await savePassword(tx, tx.actor.id, await hashPassword(given.password))
  const session = tx.actor.sessionId ?? ''
  await endSessions(tx, tx.actor.id, { except: session })
  await moveSession(tx, session, 'open')
  await queueMail(tx, mailOf(judged.value, 'passwordChanged', { name: judged.value.name }))
  await writeJournal(tx, { act: 'access.changePassword', subject: self(tx), changed: { password: '' } })
  return done(isDone)
}

/** Only one's own: another account's session is not there. */
export const endOwnSession = async (tx: Tx, id: string): Done => {
  if ((await endSessions(tx, tx.actor.id, { only: id })) === 0) return unknown()
  if (id === tx.actor.sessionId) takeCookieAway(tx)
  await writeJournal(tx, { act: 'access.endSession', subject: { kind: 'session', id } })
  return done(isDone)
}

export const signOutEverywhere = async (tx: Tx): Done => {
  await endSessions(tx, tx.actor.id)
  takeCookieAway(tx)
  await writeJournal(tx, { act: 'access.signOutEverywhere', subject: self(tx) })
  return done(isDone)
}
