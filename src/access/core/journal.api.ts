import { z } from 'zod'
import { endpoint, FileOut, Id, Paging, pageOf } from '../../platform/core/contract.ts'

/** A line of the journal: `sentence` follows the actor's name ("ha firmato il patto"). */
export const JournalRow = z.object({
  id: Id,
  at: z.string(),
  act: z.string(),
  sentence: z.string(),
  actorKind: z.string(),
  actorId: Id,
  actorName: z.string(),
  organisationName: z.string().nullable(),
  districtId: Id.nullable(),
  subjectKind: z.string(),
  subjectId: Id,
  personId: Id.nullable(),
  caseId: Id.nullable(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
})
export type JournalRow = z.infer<typeof JournalRow>

/** `brokenNo`: first link that does not hold (null: none); `waiting`: not sealed yet; `stray`: outside the chain. */
export const Verdict = z.object({
  brokenNo: z.number().int().nullable(),
  brokenEntry: Id.nullable(),
  held: z.number().int(),
  waiting: z.number().int(),
  stray: z.number().int(),
})
export type Verdict = z.infer<typeof Verdict>

const Filter = z.object({
  personId: Id.optional(),
  actorId: Id.optional(),
  actor: z.string().trim().max(80).optional(),
  act: z.string().max(80).optional(),
  districtId: Id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

/** Lines in one file; whoever wants more narrows the days. */
export const linesInFile = 50_000

export const journalApi = {
  list: endpoint({
    name: 'access.journal',
    method: 'GET',
    path: '/access/journal',
    permission: 'journal.read',
    journal: 'none',
    summary: 'Who did what, newest first, by person, actor, act, district and day',
    query: Paging.extend(Filter.shape),
    reply: pageOf(JournalRow),
  }),
  take: endpoint({
    name: 'access.exportJournal',
    method: 'GET',
    path: '/access/journal.csv',
    permission: 'journal.read',
    journal: 'read',
    summary: 'The same lines as one CSV file, at most 50,000; taking them is a line of the journal',
    query: Filter,
    reply: FileOut,
  }),
  verify: endpoint({
    name: 'access.verifyJournal',
    method: 'POST',
    path: '/access/journal/verify',
    permission: 'journal.read',
    journal: 'write',
    summary: 'Walk the sealed chain of the journal',
    reply: Verdict,
  }),
}
