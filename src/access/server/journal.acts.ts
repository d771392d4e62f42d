import { mayIn, nilId } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { findMail, type KeptMail, listMails } from '../../platform/server/outbox.store.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { JournalRow, Verdict } from '../core/journal.api.ts'
import { type MailRow, MailState } from '../core/outbox.api.ts'
import { type JournalFilter, listJournal, verifyInside } from './journal.store.ts'

/** Lines of the districts whose journal the actor reads; `sentenceOf` knows the words of every room. */
export const readJournal = async (
  tx: Tx,
  filter: JournalFilter,
  sentenceOf: (act: string) => string,
): Promise<Outcome<{ rows: JournalRow[]; total: number }>> => {
  const mine = [...tx.districts, nilId].filter((id) => mayIn(tx.actor, 'journal.read', id))
  const { rows, total } = await listJournal(tx, mine, filter)
  return done({ rows: rows.map((row) => ({ ...row, sentence: sentenceOf(row.act) })), total })
}

export const verifyNow = async (tx: Tx): Promise<Outcome<Verdict>> => {
  const verdict = await verifyInside(tx)
  if (!verdict) return refuse('conflict', 'access.notVerified')
  await writeJournal(tx, { act: 'access.verifyJournal', subject: { kind: 'journal', id: nilId } })
  return done(verdict)
}

const toRow = ({ id, to, subject, state, createdAt, sentAt, problem }: KeptMail): MailRow => ({
  id,
  to,
  subject,
  state: MailState.parse(state),
  createdAt,
  sentAt,
  problem,
})

export const readOutbox = async (
  tx: Tx,
  filter: { state?: string | undefined; limit: number; offset: number },
): Promise<Outcome<{ rows: MailRow[]; total: number }>> => {
  const { rows, total } = await listMails(tx, filter)
  return done({ rows: rows.map(toRow), total })
}

export const readMail = async (tx: Tx, id: string): Promise<Outcome<MailRow & { text: string }>> => {
  const mail = await findMail(tx, id)
  if (!mail) return unknown()
  await writeJournal(tx, { act: 'access.mail', subject: { kind: 'mail', id } })
  return done({ ...toRow(mail), text: mail.text })
}
