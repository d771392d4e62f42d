import { z } from 'zod'
import { Done, endpoint, FileOut, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { Decision, ImportField, ImportMapping, PlannedRow } from './import.schema.ts'

const Counts = z.object({
  newPerson: z.int(),
  repeats: z.int(),
  existing: z.int(),
  compare: z.int(),
  anonymous: z.int(),
  refused: z.int(),
})
export const Verdict = Counts.keyof()

export const ImportRun = z.object({
  id: Id,
  districtId: Id,
  fileName: z.string(),
  format: z.string(),
  encoding: z.string(),
  state: z.enum(['read', 'carrying', 'done', 'cancelled']),
  startedAt: z.string(),
  startedByName: z.string(),
  finishedAt: z.string().nullable(),
  /** What became of the rows, once it is done. */
  counts: Counts.nullable(),
  version: z.int(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** A row of the dry run: the cells as they came, what would happen, and why in words. */
export const ImportLine = z.object({
  line: z.int(),
  cells: z.array(z.string()),
  row: PlannedRow,
  why: z.array(z.string()),
  warnings: z.array(z.string()),
})
export type ImportLine = z.infer<typeof ImportLine>

/** How far the work on a list is; `stopped` when nobody has worked on it for a while, `fault` what it then says. */
const ImportProgress = z.object({
  phase: z.enum(['plan', 'carry', 'rest']),
  done: z.int(),
  total: z.int(),
  stopped: z.boolean(),
  fault: z.string().nullable(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

const params = z.object({ importId: Id })
const version = z.int().min(1)
const shared = { permission: 'imports.run' } as const

export const importsApi = {
  list: endpoint({
    ...shared,
    name: 'imports.list',
    method: 'GET',
    path: '/imports',
    journal: 'none',
    summary: 'Lists that were uploaded, newest first',
    query: Paging,
    reply: pageOf(ImportRun),
  }),
  read: endpoint({
    ...shared,
    name: 'imports.read',
    takesFile: true,
    method: 'POST',
    path: '/imports',
    journal: 'write',
    summary:
      'Uploads a CSV or XLSX list of referrals (the bytes are the body) and guesses its columns; imports nothing',
    query: z.object({ name: line(200).min(1), district: Id }),
    reply: z.object({ id: Id }),
  }),
  open: endpoint({
    ...shared,
    name: 'imports.open',
    method: 'GET',
    path: '/imports/:importId',
    journal: 'read',
    summary: 'The dry run: what would happen to every row, changing nothing',
    params,
    query: Paging.extend({ verdict: Verdict.optional() }),
    reply: pageOf(ImportLine).extend({
      run: ImportRun,
      /** Whether the refused rows can still be fetched: they are erased after the days of the district. */
      refusedKept: z.boolean(),
      progress: ImportProgress,
      header: z.array(z.string()),
      headerRow: z.int(),
      mapping: ImportMapping,
      keepAnonymous: z.boolean(),
      planned: Counts,
      /** Stands for this dry run; given back to confirm it. */
      digest: z.string(),
      /** The same file was imported before, on this day. */
      doneBefore: z.string().nullable(),
    }),
  }),
  map: endpoint({
    ...shared,
    name: 'imports.map',
    method: 'PUT',
    path: '/imports/:importId/mapping',
    journal: 'write',
    summary: 'Corrects the row of titles and the columns',
    params,
    body: z.object({
      headerRow: z.int().min(-1).max(100),
      mapping: z.partialRecord(ImportField, z.int().min(0).max(99)),
      keepAnonymous: z.boolean(),
      version,
    }),
    reply: z.object({ version: z.int() }),
  }),
  confirm: endpoint({
    ...shared,
    name: 'imports.confirm',
    method: 'POST',
    path: '/imports/:importId/confirmation',
    journal: 'write',
    summary: 'Has the dry run that was seen carried out by a job, all or nothing; progress tells how far it is',
    params,
    body: z.object({
      digest: z.string().length(64),
      decisions: z.array(Decision).max(5000).default([]),
      again: z.boolean().default(false),
      version,
    }),
    reply: z.object({ version: z.int() }),
  }),
  progress: endpoint({
    ...shared,
    name: 'imports.progress',
    method: 'GET',
    path: '/imports/:importId/progress',
    journal: 'none',
    summary: 'How far the dry run or the import is; nothing of the rows',
    params,
    reply: ImportProgress.extend({ state: ImportRun.shape.state }),
  }),
  resume: endpoint({
    ...shared,
    name: 'imports.resume',
    method: 'POST',
    path: '/imports/:importId/attempt',
    journal: 'write',
    summary: 'Starts the work again that stopped half-way: what it had done was undone',
    params,
    reply: Done,
  }),
  refused: endpoint({
    ...shared,
    name: 'imports.refused',
    method: 'GET',
    path: '/imports/:importId/refused',
    journal: 'read',
    summary: 'The refused rows as they came, with the reason of each, as CSV',
    params,
    reply: FileOut,
  }),
  cancel: endpoint({
    ...shared,
    name: 'imports.cancel',
    method: 'POST',
    path: '/imports/:importId/cancellation',
    journal: 'write',
    summary: 'Drops a list that was uploaded: its rows are erased',
    params,
    reply: Done,
  }),
}

/** A list with its dry run. */
export type OpenImport = z.output<typeof importsApi.open.reply>
