import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { prose } from '../../platform/core/text.ts'

/** Shared with the person; professional, for the equipe; sealed, for its author and the supervisor. */
export const NoteKind = z.enum(['shared', 'professional', 'sealed'])
export type NoteKind = z.infer<typeof NoteKind>

/** Never rewritten: a correction is a note that names the one it corrects. */
export const Note = z.strictObject({
  id: Id,
  caseId: Id,
  kind: NoteKind,
  isHealth: z.boolean(),
  text: prose(8000),
  authorId: Id,
  at: z.iso.datetime(),
  correctsId: Id.nullable(),
})
export type Note = z.infer<typeof Note>
