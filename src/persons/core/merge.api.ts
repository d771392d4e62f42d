import { z } from 'zod'
import { endpoint, Id } from '../../platform/core/contract.ts'
import { MatchLevel, MatchReason } from './match.ts'
import { PersonField, PersonRow } from './sheet.schema.ts'

const two = z.object({ keepId: Id, mergeId: Id })

export const MergeLine = z.object({
  field: PersonField,
  kept: z.unknown(),
  merged: z.unknown(),
  state: z.enum(['same', 'filled', 'joined', 'differs']),
})

export const mergeApi = {
  preview: endpoint({
    name: 'persons.mergePreview',
    method: 'POST',
    path: '/persons/merges/preview',
    permission: 'persons.register',
    journal: 'read',
    summary: 'Two records side by side: what the kept one would hold, what moves, what somebody must choose',
    body: two,
    reply: z.object({
      kept: PersonRow,
      merged: PersonRow,
      level: MatchLevel,
      reasons: z.array(MatchReason),
      lines: z.array(MergeLine),
      moves: z.object({ households: z.int(), grounds: z.int() }),
      /** Why these two cannot be joined as asked; a key of the words. */
      obstacle: z.string().nullable(),
    }),
  }),
  merge: endpoint({
    name: 'persons.merge',
    method: 'POST',
    path: '/persons/merges',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Joins a record to another; everything moved is kept, so that it can be undone',
    body: two.extend({
      choices: z.partialRecord(PersonField, z.enum(['kept', 'merged'])).default({}),
      reason: z.string().trim().min(3).max(500),
    }),
    reply: z.object({ id: Id, mergeId: Id }),
  }),
  undo: endpoint({
    name: 'persons.undoMerge',
    method: 'POST',
    path: '/persons/merges/:id/undo',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Takes a merge back; later edits of the kept record stay, and are named',
    params: z.object({ id: Id }),
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    reply: z.object({ stayed: z.array(PersonField), personId: Id, backId: Id }),
  }),
}
