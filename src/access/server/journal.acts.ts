import { mayIn, nilId } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { say } from '../../platform/core/words.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeJournal, writeJournalLines } from '../../platform/server/journal.ts'
import { findMail, type KeptMail, listMails } from '../../platform/server/outbox.store.ts'
import { writeCsv } from '../../platform/server/sheets/writeSheet.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { adminWords } from '../core/admin.words.ts'
import { type JournalRow, linesInFile, type Verdict } from '../core/journal.api.ts'
import { type MailRow, MailState } from '../core/outbox.api.ts'
import { type JournalFilter, listJournal, verifyInside } from './journal.store.ts'

/** The districts whose journal the actor reads; the empty id stands for what belongs to none. */
const readBy = (tx: Tx): string[] => [...tx.districts, nilId].filter((id) => mayIn(tx.actor, 'journal.read', id))

/** Lines of the districts whose journal the actor reads; `sentenceOf` knows the words of every room. */
export const readJournal = async (
  tx: Tx,
  filter: JournalFilter,
  sentenceOf: (act: string) => string,
): Promise<Outcome<{ rows: JournalRow[]; total: number }>> => {
  const { rows, total } = await listJournal(tx, readBy(tx), filter)
  return done({ rows: rows.map((row) => ({ ...row, sentence: sentenceOf(row.act) })), total })
}

const columns = [
  ...['at', 'act', 'sentence', 'reason', 'fields', 'actorKind', 'actorId', 'actorName', 'organisationName'],
  ...['districtId', 'subjectKind', 'subjectId', 'personId', 'caseId', 'id'],
] as const satisfies readonly (keyof JournalRow)[]

/** The lines as a file, oldest last; every district that it holds lines of keeps a line of the taking. */
export const takeJournal = async (
  tx: Tx,
  filter: Omit<JournalFilter, 'limit' | 'offset'>,
  sentenceOf: (act: string) => string,
): Promise<Outcome<FileReply>> => {
  const { rows, total } = await listJournal(tx, readBy(tx), { ...filter, limit: linesInFile, offset: 0 })
  if (total > linesInFile) return refuse('invalid', 'access.journalTooLong', { most: linesInFile, total })
  const held = new Set(rows.map(({ districtId }) => districtId ?? nilId))
  await writeJournalLines(
    tx,
    (held.size === 0 ? [nilId] : [...held]).map((districtId) => ({
      ...{ act: 'access.exportJournal', districtId, subject: { kind: 'journal', id: nilId } },
    })),
  )
  const table = rows.map((row) => columns.map((name) => String({ ...row, sentence: sentenceOf(row.act) }[name] ?? '')))
  const name = `${say(adminWords, tx.actor.language, 'journal.fileName')}-${tx.now.slice(0, 10)}.csv`
  return done({ file: true, name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(writeCsv(columns, table)) })
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
