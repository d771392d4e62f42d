import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadNote, canWriteNote } from '../core/case.policy.ts'
import type { Note, NoteKind } from '../core/note.schema.ts'
import { correctNote } from '../core/note.ts'
import * as store from './diary.store.ts'
import { about, type Opened, openFor } from './opened.ts'

const whyNotWrite = (tx: Tx, { one, standing }: Opened, kind: NoteKind): Outcome<never> | undefined => {
  const asked = { kind, roles: standing.roles }
  if (canWriteNote(tx.actor, one, asked)) return undefined
  return canWriteNote(tx.actor, { ...one, state: 'open' }, asked)
    ? refuse('conflict', 'cases.isClosed')
    : refuse('forbidden', 'cases.notOfEquipe')
}

const keep = async (tx: Tx, { one }: Opened, note: Note): Promise<Outcome<{ id: string }>> => {
  await store.addNote(tx, { ...note, districtId: one.districtId, personId: one.personId })
  await writeJournal(tx, {
    act: note.correctsId ? 'cases.correctNote' : 'cases.writeNote',
    ...about(one),
    subject: { kind: 'note', id: note.id },
    changed: { kind: note.kind, isHealth: note.isHealth, text: note.text },
  })
  return done({ id: note.id })
}

type Written = { readonly isHealth: boolean; readonly text: string }

const fresh = (tx: Tx, opened: Opened, given: Written & { kind: NoteKind }): Note => ({
  ...given,
  id: tx.newId(),
  caseId: opened.one.id,
  authorId: tx.actor.id,
  at: tx.now,
  correctsId: null,
})

export const writeNote = async (
  tx: Tx,
  caseId: string,
  given: Written & { kind: NoteKind },
): Promise<Outcome<{ id: string }>> => {
  const opened = await openFor(tx, caseId, 'hold')
  if (!opened.ok) return opened
  return whyNotWrite(tx, opened.value, given.kind) ?? keep(tx, opened.value, fresh(tx, opened.value, given))
}

/** A correction is a note of its own that names the one it corrects; a note that the reader may not read is unknown. */
export const correctTheNote = async (
  tx: Tx,
  at: { caseId: string; noteId: string },
  given: Written,
): Promise<Outcome<{ id: string }>> => {
  const opened = await openFor(tx, at.caseId, 'change')
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  const heads = await store.listNotes(tx, one)
  const old = heads.find(({ id }) => id === at.noteId)
  if (!old || !canReadNote(tx.actor, { note: old, about: one, standing })) return unknown()
  const why = whyNotWrite(tx, opened.value, old.kind)
  if (why) return why
  const notes = heads.map((head) => ({ ...head, text: '' }))
  const corrected = correctNote({ ...old, text: '' }, fresh(tx, opened.value, { ...given, kind: old.kind }), notes)
  return corrected.ok ? keep(tx, opened.value, corrected.value) : corrected
}
