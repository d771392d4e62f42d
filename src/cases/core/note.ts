import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Note } from './note.schema.ts'

/** Each note as it reads now, newest first, with the earlier wordings it replaced, newest first. */
export const currentNotes = (notes: readonly Note[]): { note: Note; earlier: Note[] }[] => {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const corrected = new Set(notes.map(({ correctsId }) => correctsId))
  const earlierOf = ({ correctsId }: Note): Note[] => {
    const before = correctsId === null ? undefined : byId.get(correctsId)
    return before === undefined ? [] : [before, ...earlierOf(before)]
  }
  return notes
    .filter(({ id }) => !corrected.has(id))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((note) => ({ note, earlier: earlierOf(note) }))
}

/** A correction stays in the same case and among the same readers, is made by the author, and once per wording. */
export const correctNote = (old: Note, fresh: Note, others: readonly Note[]): Outcome<Note> => {
  if (old.authorId !== fresh.authorId) return refuse('forbidden', 'cases.note.notAuthor')
  if (others.some(({ correctsId }) => correctsId === old.id)) return refuse('conflict', 'cases.note.correctedAlready')
  return done({
    ...fresh,
    caseId: old.caseId,
    kind: old.kind,
    isHealth: old.isHealth || fresh.isHealth,
    correctsId: old.id,
  })
}
