import { z } from 'zod'
import { endpoint, FileOut, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'
import { PactContent } from './content.schema.ts'
import { Closure, PactKind, PactState } from './pact.schema.ts'
import { DeadlineRow, PactSheet } from './pact.sheet.ts'
import { allPactMoves, type PactMove } from './pact.ts'

export const pactParams = z.object({ pactId: Id })
const yes = z.literal('yes')

export const PactRow = z.object({
  id: Id,
  districtId: Id,
  number: z.string(),
  kind: PactKind,
  personLabel: z.string(),
  tutorName: z.string(),
  partnerName: z.string(),
  municipality: z.string().nullable(),
  state: PactState,
  stateSince: z.iso.date(),
  kept: z.int(),
  total: z.int(),
  next: DeadlineRow.nullable(),
})
export type PactRow = z.infer<typeof PactRow>

/** `due`: within two weeks or late; `q`: part of the person's name or, with a digit in it, of the number. */
export const PactQuery = Paging.extend({
  state: PactState.optional(),
  kind: PactKind.optional(),
  tutorId: Id.optional(),
  districtId: Id.optional(),
  municipality: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  caseId: Id.optional(),
  /** With the records that were joined to theirs. */
  personId: Id.optional(),
  due: z.enum(['due', 'late']).optional(),
  mine: yes.optional(),
  /** On the panel's agenda: with its first text or with a new one. */
  panel: yes.optional(),
  q: line(80).optional(),
  sort: z.enum(['deadline', 'state', 'number']).default('deadline'),
})
export type PactQuery = z.output<typeof PactQuery>

export const StartPact = z.object({
  caseId: Id,
  kind: PactKind,
  partnerOrganisationId: Id,
  tutorId: Id,
  /** Members of the household who take part, the person aside. */
  involvedIds: z.array(Id).max(30),
  interviewedOn: z.iso.date().nullable().default(null),
  content: PactContent.optional(),
})
export type StartPact = z.output<typeof StartPact>

const isMove = (value: string): value is PactMove => allPactMoves.some((move) => move === value)

/** `reason` holds the minutes when the panel decides, who was there in `present`. */
export const MakeMove = z.object({
  move: z.string().refine(isMove),
  reason: prose(4000).optional(),
  present: line(300).optional(),
  until: z.iso.date().optional(),
  newEnd: z.iso.date().optional(),
  closure: Closure.optional(),
})
export type MakeMove = z.output<typeof MakeMove>

const mark = { itemId: Id, on: z.iso.date(), note: line(300).default('') }
/** One dated line beside the signed text. `late` says why it comes after the pact has ended. */
export const NewMark = z.discriminatedUnion('about', [
  z.strictObject({
    ...mark,
    about: z.literal('commitment'),
    value: z.enum(['planned', 'kept', 'notKept', 'released']),
    late: reason(20, 500).optional(),
  }),
  z.strictObject({
    ...mark,
    about: z.literal('step'),
    value: z.enum(['done', 'undone']),
    late: reason(20, 500).optional(),
  }),
  z.strictObject({
    ...mark,
    about: z.literal('goal'),
    value: z.int().min(0).max(4),
    late: reason(20, 500).optional(),
  }),
  z.strictObject({
    ...mark,
    about: z.literal('support'),
    value: z.enum(['none', 'planned', 'authorised', 'paid']),
    late: reason(20, 500).optional(),
  }),
])
export type NewMark = z.output<typeof NewMark>

export const pactApi = {
  list: endpoint({
    name: 'pacts.list',
    method: 'GET',
    path: '/pacts',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The pacts that the reader may see, with what comes next for each',
    query: PactQuery,
    reply: pageOf(PactRow),
  }),
  start: endpoint({
    name: 'pacts.start',
    method: 'POST',
    path: '/pacts',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Begins a pact with its first text',
    body: StartPact,
    reply: z.object({ id: Id, versionId: Id, number: z.string() }),
  }),
  open: endpoint({
    name: 'pacts.open',
    method: 'GET',
    path: '/pacts/:pactId',
    permission: 'signedIn',
    journal: 'read',
    summary: 'One pact whole: texts, marks, signatures, reviews, moves and why some are not open',
    params: pactParams,
    reply: PactSheet,
  }),
  move: endpoint({
    name: 'pacts.move',
    method: 'POST',
    path: '/pacts/:pactId/moves',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Moves a pact along its table of moves; the panel decides here too',
    params: pactParams,
    body: MakeMove,
    reply: z.object({ state: PactState }),
  }),
  mark: endpoint({
    name: 'pacts.mark',
    method: 'POST',
    path: '/pacts/:pactId/marks',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Says on which day a commitment, a step, a goal or a support got how far',
    params: pactParams,
    body: NewMark,
    reply: z.object({ id: Id, kept: z.int(), total: z.int() }),
  }),
  document: endpoint({
    name: 'pacts.document',
    method: 'GET',
    path: '/pacts/:pactId/document.pdf',
    permission: 'signedIn',
    journal: 'read',
    summary:
      'The pact as a PDF: the frozen file of a signed text, a draft of any other; the latest text when none is said',
    params: pactParams,
    query: z.object({ version: z.coerce.number().int().min(1).max(200).optional() }),
    reply: FileOut,
  }),
  plain: endpoint({
    name: 'pacts.plain',
    method: 'GET',
    path: '/pacts/:pactId/plain.pdf',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The pact on one page in plain words, in Italian or English',
    params: pactParams,
    query: z.object({ language: z.enum(['it', 'en']).optional() }),
    reply: FileOut,
  }),
  verify: endpoint({
    name: 'pacts.verify',
    method: 'GET',
    path: '/pacts/:pactId/verify',
    permission: 'signedIn',
    journal: 'read',
    summary: 'Computes the fingerprints of the signed texts again and says which part differs, if any',
    params: pactParams,
    reply: z.object({
      versions: z.array(
        z.object({
          number: z.int(),
          frozenAt: z.iso.datetime(),
          differs: z.array(
            z.enum(['content', 'signatures', 'laterSignatures', 'document', 'documentMissing', 'fingerprint']),
          ),
        }),
      ),
    }),
  }),
}
