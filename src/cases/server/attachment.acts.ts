import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { AttachmentRow } from '../core/work.api.ts'
import * as store from './diary.store.ts'
import { about, openFor, openToWrite } from './opened.ts'

const toRow = ({ fileId: _, ...row }: store.Kept): AttachmentRow => row

export const attachments = async (tx: Tx, caseId: string): Promise<Outcome<{ rows: AttachmentRow[] }>> => {
  const opened = await openFor(tx, caseId)
  if (!opened.ok) return opened
  return done({ rows: (await store.listAttachments(tx, opened.value.one)).map(toRow) })
}

export const attach = async (
  tx: Tx,
  caseId: string,
  { name, shared, bytes }: { name: string; shared: boolean; bytes: Uint8Array },
): Promise<Outcome<AttachmentRow>> => {
  const opened = await openToWrite(tx, caseId)
  if (!opened.ok) return opened
  const stored = await tx.services.files.put({ name, bytes })
  if (!stored.ok) return stored
  const { one } = opened.value
  const kept = { ...stored.value, id: tx.newId(), shared }
  await store.addAttachment(tx, one, kept)
  await writeJournal(tx, {
    act: 'cases.attach',
    ...about(one),
    subject: { kind: 'attachment', id: kept.id },
    changed: { name: kept.name, sha256: kept.sha256, shared },
  })
  const { id, type, size } = kept
  return done({ id, name: kept.name, type, size, shared, addedBy: tx.actor.name, at: tx.now })
}

type At = { readonly caseId: string; readonly attachmentId: string }

/** The file as it came, always to be saved and never shown in the page. */
export const download = async (tx: Tx, { caseId, attachmentId }: At): Promise<Outcome<FileReply>> => {
  const opened = await openFor(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const kept = (await store.listAttachments(tx, one)).find(({ id }) => id === attachmentId)
  const bytes = kept && (await tx.services.files.get(kept.fileId))
  if (!kept || !bytes) return unknown()
  await writeJournal(tx, { act: 'cases.download', ...about(one), subject: { kind: 'attachment', id: attachmentId } })
  return done({ file: true, name: kept.name, type: kept.type, bytes })
}

/** Hidden, not destroyed: the reason stands in the journal. */
export const removeAttachment = async (
  tx: Tx,
  { caseId, attachmentId }: At,
  reason: string,
): Promise<Outcome<typeof isDone>> => {
  const opened = await openToWrite(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const kept = (await store.listAttachments(tx, one)).find(({ id }) => id === attachmentId)
  if (!kept) return unknown()
  await store.hideAttachment(tx, { districtId: one.districtId, id: attachmentId }, reason)
  await writeJournal(tx, {
    act: 'cases.removeAttachment',
    ...about(one),
    subject: { kind: 'attachment', id: attachmentId },
    changed: { removed: true },
    reason,
  })
  return done(isDone)
}
