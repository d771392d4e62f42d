import type { Tx } from '../../platform/server/tx.ts'
import type { Note, NoteKind } from '../core/note.schema.ts'
import type { AttachmentRow } from '../core/work.api.ts'
import type { Place } from './case.store.ts'

/** A note without its text, which stays sealed until somebody who may read it asks. */
export type NoteHead = Omit<Note, 'text'> & { readonly author: string; readonly sealed: string }

export const listNotes = async (tx: Tx, { districtId, id }: Place): Promise<NoteHead[]> => {
  const rows = await tx.db
    .selectFrom('note as n')
    .innerJoin('account as a', 'a.id', 'n.author_id')
    .selectAll('n')
    .select('a.name as author')
    .where('n.district_id', '=', districtId)
    .where('n.case_id', '=', id)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    kind: row.kind as NoteKind,
    isHealth: row.is_health,
    authorId: row.author_id,
    author: row.author,
    at: row.at,
    correctsId: row.corrects_id,
    sealed: row.text_sealed,
  }))
}

export const textOf = (tx: Tx, { id, sealed }: Pick<NoteHead, 'id' | 'sealed'>): string =>
  tx.services.secrets.open('note.text', id, sealed)

export const addNote = async (tx: Tx, note: Note & { districtId: string; personId: string }): Promise<void> => {
  await tx.db
    .insertInto('note')
    .values({
      district_id: note.districtId,
      id: note.id,
      case_id: note.caseId,
      person_id: note.personId,
      kind: note.kind,
      is_health: note.isHealth,
      text_sealed: tx.services.secrets.seal('note.text', note.id, note.text),
      author_id: note.authorId,
      at: note.at,
      corrects_id: note.correctsId,
    })
    .execute()
}

export type Kept = AttachmentRow & { readonly fileId: string }

export const listAttachments = async (tx: Tx, { districtId, id }: Place): Promise<Kept[]> => {
  const rows = await tx.db
    .selectFrom('attachment as t')
    .innerJoin('account as a', 'a.id', 't.added_by')
    .select(['t.id', 't.name', 't.type', 't.size', 't.shared', 't.at', 't.file_id as fileId', 'a.name as addedBy'])
    .where('t.district_id', '=', districtId)
    .where('t.case_id', '=', id)
    .where('t.removed_at', 'is', null)
    .orderBy('t.at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(1000)
    .execute()
  return rows
}

export const addAttachment = async (
  tx: Tx,
  place: Place & { personId: string },
  kept: Omit<Kept, 'addedBy' | 'at'> & { sha256: string },
): Promise<void> => {
  await tx.db
    .insertInto('attachment')
    .values({
      district_id: place.districtId,
      id: kept.id,
      case_id: place.id,
      person_id: place.personId,
      file_id: kept.fileId,
      name: kept.name,
      type: kept.type,
      size: kept.size,
      sha256: kept.sha256,
      shared: kept.shared,
      added_by: tx.actor.id,
      at: tx.now,
    })
    .execute()
}

export const hideAttachment = async (tx: Tx, { districtId, id }: Place, reason: string): Promise<void> => {
  await tx.db
    .updateTable('attachment')
    .set({ removed_at: tx.now, removed_reason: reason })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export type ActLine = {
  readonly id: string
  readonly at: string
  readonly act: string
  readonly who: string
  readonly reason: string
}

/** Lines of the journal about pacts of this case, as far as the reader's policy shows them; the latest 300. */
export const listPactActs = async (
  tx: Tx,
  { districtId, id, personId }: Place & { personId: string },
): Promise<ActLine[]> => {
  const rows = await tx.db
    .selectFrom('journal')
    .select(['id', 'at', 'act', 'actor_name as who', 'reason'])
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('case_id', '=', id)
    .where('act', 'like', 'pacts.%')
    .where('fields', '!=', '{}' as never)
    .orderBy('at', 'desc')
    .limit(300)
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' }))
}
