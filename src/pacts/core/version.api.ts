import { z } from 'zod'
import { endpoint, Id } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'
import { pactParams } from './pact.api.ts'
import { Edits } from './pact.edits.ts'
import { VersionState } from './version.schema.ts'
import { allVersionMoves, type VersionMove } from './version.ts'

const versionParams = pactParams.extend({ versionId: Id })
const number = z.coerce.number().int().min(1).max(200)
const isMove = (value: string): value is VersionMove => allVersionMoves.some((move) => move === value)

/** One replaced text, or one that met another's: then `before` is theirs and `after` what its writer wanted. */
export const EditRow = z.object({
  id: Id,
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  conflict: z.boolean(),
  resolvedAt: z.iso.datetime().nullable(),
  byName: z.string(),
  at: z.iso.datetime(),
  /** Of a conflict: who wrote the other text, and when. */
  theirsBy: z.string().nullable(),
  theirsAt: z.iso.datetime().nullable(),
})
export type EditRow = z.infer<typeof EditRow>

export const SaidConflict = z.object({
  id: Id,
  path: z.string(),
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
  theirsBy: z.string().nullable(),
  theirsAt: z.iso.datetime().nullable(),
})
export type SaidConflict = z.infer<typeof SaidConflict>

export const EditReply = z.object({
  editNo: z.int(),
  applied: z.array(z.string()),
  conflicts: z.array(SaidConflict),
  refused: z.array(z.object({ path: z.string(), value: z.unknown(), code: z.string() })),
})
export type EditReply = z.infer<typeof EditReply>

export const versionApi = {
  edit: endpoint({
    name: 'pacts.edit',
    method: 'PATCH',
    path: '/pacts/:pactId/versions/:versionId',
    permission: 'pacts.write',
    journal: 'write',
    summary:
      'Puts edits of single fields into a draft; what somebody else changed meanwhile comes back with both texts',
    params: versionParams,
    body: z.object({ edits: Edits }),
    reply: EditReply,
  }),
  edits: endpoint({
    name: 'pacts.edits',
    method: 'GET',
    path: '/pacts/:pactId/versions/:versionId/edits',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Every text that an edit replaced, newest first, with the open conflicts',
    params: versionParams,
    query: z.object({ open: z.literal('yes').optional(), path: line(200).optional() }),
    reply: z.object({ rows: z.array(EditRow) }),
  }),
  resolve: endpoint({
    name: 'pacts.resolve',
    method: 'POST',
    path: '/pacts/:pactId/versions/:versionId/edits/:editId/resolve',
    permission: 'pacts.write',
    journal: 'write',
    summary:
      'Settles two texts of the same field: the one in place, the other, or a third; or brings a replaced text back',
    params: versionParams.extend({ editId: Id }),
    // of two texts `mine` is `after` and `theirs` the one in place; of a replaced text `mine` brings `before` back
    body: z.object({ choose: z.enum(['mine', 'theirs', 'text']), text: z.json().optional() }),
    reply: EditReply,
  }),
  renegotiate: endpoint({
    name: 'pacts.renegotiate',
    method: 'POST',
    path: '/pacts/:pactId/versions',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Begins a new text from the one in force, with the reason why',
    params: pactParams,
    body: z.object({ reason: line(500).pipe(reason(1, 500)) }),
    reply: z.object({ versionId: Id, number: z.int() }),
  }),
  move: endpoint({
    name: 'pacts.moveVersion',
    method: 'POST',
    path: '/pacts/:pactId/versions/:versionId/moves',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Moves a renegotiated text: to the panel, to the signatures, or out',
    params: versionParams,
    body: z.object({
      move: z.string().refine(isMove),
      reason: prose(4000).optional(),
      present: line(300).optional(),
    }),
    reply: z.object({ state: VersionState }),
  }),
  compare: endpoint({
    name: 'pacts.compare',
    method: 'GET',
    path: '/pacts/:pactId/versions/compare',
    permission: 'signedIn',
    journal: 'read',
    summary: 'What changed from one text of a pact to another, row by row',
    params: pactParams,
    query: z.object({ a: number, b: number }),
    reply: z.object({
      a: z.object({ number: z.int(), state: VersionState, reason: z.string() }),
      b: z.object({ number: z.int(), state: VersionState, reason: z.string() }),
      rows: z.array(
        z.object({
          path: z.string(),
          label: z.string(),
          kind: z.enum(['changed', 'added', 'removed']),
          before: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          after: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      ),
    }),
  }),
}
