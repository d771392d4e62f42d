import { z } from 'zod'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { enqueue, type Job } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import { hashPassword } from '../../platform/server/secret/passwords.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Who } from '../../platform/server/who.ts'
import { passwordFault } from '../core/password.ts'
import type { StepReply } from '../core/session.schema.ts'
import { type Account, findAccount, saveAccount } from './account.store.ts'
import { mailOf } from './mails.ts'
import { savePassword } from './secret.store.ts'
import { actAs, endSessions, takeCookieAway } from './session.store.ts'
import { admit, forgiveTries, slowed } from './steps.ts'
import { closeTickets, findTicket, makeTicket, spendTicket, type Ticket, type TicketKind } from './ticket.store.ts'

const invitationHours = 7 * 24
const resetHours = 2

const addressOf = (tx: Tx, kind: TicketKind, token: string): string =>
  `${tx.services.baseUrl}/scrivania/${kind === 'invitation' ? 'invito' : 'password'}/${token}`

/** Mails a one-time link; those of the same kind sent before stop working. */
export const sendTicket = async (tx: Tx, account: Account, kind: TicketKind): Promise<void> => {
  const token = await makeTicket(tx, account.id, kind, kind === 'invitation' ? invitationHours : resetHours)
  await queueMail(tx, mailOf(account, kind, { name: account.name, link: addressOf(tx, kind, token) }))
}

type Open = { readonly ticket: Ticket; readonly account: Account }

/** The ticket of a link that still works; 410 with what to do otherwise. */
const openTicket = async (tx: Tx, token: string, kind?: TicketKind): Promise<Outcome<Open>> => {
  const ticket = await findTicket(tx, token)
  if (!ticket || (kind && ticket.kind !== kind)) return refuse('gone', 'access.linkUnknown')
  if (ticket.usedAt) return refuse('gone', `access.${ticket.kind}Used`)
  if (ticket.expiresAt <= tx.now) return refuse('gone', `access.${ticket.kind}Expired`)
  const account = await findAccount(tx, { id: ticket.accountId })
  if (!account || account.state === 'left') return refuse('gone', 'access.linkUnknown')
  return done({ ticket, account })
}

export const lookAtTicket = async (
  tx: Tx,
  token: string,
): Promise<Outcome<{ kind: TicketKind; name: string; email: string }>> => {
  const opened = await openTicket(tx, token)
  if (!opened.ok) return opened
  const { ticket, account } = opened.value
  return done({ kind: ticket.kind, name: account.name, email: account.email })
}

/** Uses the ticket and sets the password; the rest of the transaction acts as its account. */
const choosePassword = async (
  tx: Tx,
  given: { token: string; password: string },
  kind: TicketKind,
): Promise<Outcome<{ own: Tx; account: Account }>> => {
  const opened = await openTicket(tx, given.token, kind)
  if (!opened.ok) return opened
  const { ticket, account } = opened.value
  const fault = passwordFault(given.password, account)
  if (fault) return refuse('invalid', fault)
  const hash = await hashPassword(given.password)
  if (!(await spendTicket(tx, ticket.id))) return refuse('gone', `access.${kind}Used`)
  const own = await actAs(tx, account)
  await savePassword(own, account.id, hash)
  await forgiveTries(own, account.email)
  return done({ own, account })
}

export const acceptInvitation = async (
  tx: Tx,
  given: { token: string; password: string },
  who: Who | undefined,
): Promise<Outcome<StepReply>> => {
  if (who?.kind === 'account') await endSessions(tx, who.id, { only: who.session })
  const chosen = await choosePassword(tx, given, 'invitation')
  if (!chosen.ok) return chosen
  const { own, account } = chosen.value
  await saveAccount(own, account.id, { state: 'active' })
  return admit(own, account, { act: 'access.acceptInvitation', who: undefined })
}

/** A new password ends every session, also that of whoever may have known the old one. */
export const resetPassword = async (
  tx: Tx,
  given: { token: string; password: string },
): Promise<Outcome<typeof isDone>> => {
  const chosen = await choosePassword(tx, given, 'passwordReset')
  if (!chosen.ok) return chosen
  const { own, account } = chosen.value
  await endSessions(own, account.id)
  await closeTickets(own, account.id)
  takeCookieAway(own)
  await queueMail(own, mailOf(account, 'passwordChanged', { name: account.name }))
  await writeJournal(own, { act: 'access.resetPassword', subject: { kind: 'account', id: account.id } })
  return done(isDone)
}

/** The answer comes before anything is looked up, so that neither it nor its time tells who has an account. */
export const forgotPassword = async (tx: Tx, email: string): Promise<Outcome<typeof isDone>> => {
  const tooFast = await slowed(tx, 'forgot', 6)
  if (tooFast) return tooFast
  await enqueue(tx, 'mailPasswordLink', { email: email.trim().toLowerCase() }, { key: `mailPasswordLink:${email}` })
  return done(isDone)
}

const Asked = z.object({ email: z.string() })

/** Mails the link to choose a new password; to somebody invited, the invitation again; to nobody else anything. */
export const mailPasswordLink: Job = async (tx, payload) => {
  const account = await findAccount(tx, { email: Asked.parse(payload).email })
  if (!account || account.state === 'left') return done(null)
  await sendTicket(tx, account, account.state === 'invited' ? 'invitation' : 'passwordReset')
  await writeJournal(tx, { act: 'access.forgot', subject: { kind: 'account', id: account.id } })
  return done(null)
}
