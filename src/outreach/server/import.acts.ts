import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { findHeader } from '../../platform/core/sheet.ts'
import { say } from '../../platform/core/words.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { readSheet } from '../../platform/server/sheets/readSheet.ts'
import { writeCsv } from '../../platform/server/sheets/writeSheet.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { guessMapping } from '../core/import.columns.ts'
import { checkMapping, refusedTable, sayProblem } from '../core/import.refused.ts'
import type { PlannedRow } from '../core/import.schema.ts'
import { whyNotConfirm } from '../core/import.settle.ts'
import { importWords } from '../core/import.words.ts'
import type { ImportLine, importsApi } from '../core/imports.api.ts'
import { findProgress } from './import.progress.store.ts'
import * as store from './import.store.ts'
import { order } from './import.work.ts'

const journal = (tx: Tx, run: { districtId: string; id: string }, act: string, changed?: object): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: run.districtId,
    subject: { kind: 'import', id: run.id },
    ...(changed ? { changed: { ...changed } } : {}),
  })

/** Reads a list that a body sent and keeps it sealed; nobody is registered yet. */
export const readList = async (
  tx: Tx,
  { name, district }: { name: string; district: string },
  bytes: Buffer,
): Promise<Outcome<{ id: string }>> => {
  if (!mayIn(tx.actor, 'imports.run', district)) return unknown()
  const sheet = await readSheet(bytes, name)
  if (!sheet.ok) return sheet
  const { rows, format, encoding = '' } = sheet.value
  const headerRow = findHeader(rows)
  const id = tx.newId()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const mapping = guessMapping(rows[headerRow] ?? [])
  await store.insertRun(tx, {
    districtId: district,
    id,
    fileName: name,
    sha256,
    format,
    encoding,
    headerRow,
    mapping,
    rows,
  })
  await order(tx, { districtId: district, id, version: 1 }, 'plan')
  await journal(tx, { districtId: district, id }, 'imports.read', { sha256 })
  return done({ id })
}

const findMine = async (tx: Tx, id: string, lock = false): Promise<Outcome<store.Run>> => {
  const run = await store.findRun(tx, id, { lock })
  return run && mayIn(tx.actor, 'imports.run', run.districtId) ? done(run) : unknown()
}

type Open = store.Run & { readonly rows: NonNullable<store.Run['rows']> }

const stillOpen = (run: store.Run): Outcome<Open> =>
  run.state === 'read' && run.rows
    ? done({ ...run, rows: run.rows })
    : refuse('conflict', run.state === 'carrying' ? 'outreach.importCarrying' : 'outreach.importOver')

const lineOf = (tx: Tx, run: Open, row: PlannedRow): ImportLine => ({
  line: row.line,
  cells: [...(run.rows[row.line - 1] ?? [])],
  row,
  why: row.verdict === 'refused' ? row.reasons.map((one) => sayProblem(tx.actor.language, one)) : [],
  warnings: row.warnings.map((one) => sayProblem(tx.actor.language, one)),
})

/** Whether a list can be planned at all: its titles were found, or named by hand. */
const whyNotPlanned = (run: Open): string | null => {
  const mapped = checkMapping(run.mapping)
  return mapped.ok ? null : mapped.refusal.code
}

/** The dry run of a list, as the queue found it. One whose columns were not understood shows no row. */
export const openList = async (
  tx: Tx,
  id: string,
  page: { limit: number; offset: number; verdict?: PlannedRow['verdict'] | undefined },
): Promise<Outcome<z.input<typeof importsApi.open.reply>>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { rows: cells, refused, sha256, decisions, ...run } = found.value
  await journal(tx, found.value, 'imports.open')
  const open = stillOpen(found.value)
  const planned = open.ok && run.digest !== '' ? await store.findPlan(tx, run) : []
  const wanted = page.verdict ? planned.filter(({ verdict }) => verdict === page.verdict) : planned
  const shown = wanted.slice(page.offset, page.offset + page.limit)
  return done({
    run,
    refusedKept: open.ok || refused !== null,
    ...{ headerRow: run.headerRow, mapping: run.mapping, keepAnonymous: run.keepAnonymous, digest: run.digest },
    progress: await findProgress(tx, run),
    doneBefore: await store.doneBefore(tx, found.value),
    header: [...(cells?.[Math.max(run.headerRow, 0)] ?? [])],
    planned: run.planned,
    rows: open.ok ? shown.map((row) => lineOf(tx, open.value, row)) : [],
    total: wanted.length,
  })
}

export const progressOf = async (tx: Tx, id: string): Promise<Outcome<z.input<typeof importsApi.progress.reply>>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  return done({ ...(await findProgress(tx, found.value)), state: found.value.state })
}

/** Starts the work again that stopped half-way. What it had done is undone: it was one transaction. */
export const resumeWork = async (tx: Tx, id: string): Promise<Outcome<typeof isDone>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { phase, stopped } = await findProgress(tx, found.value)
  if (!stopped || phase === 'rest') return refuse('conflict', 'outreach.importWorking')
  await order(tx, found.value, phase)
  await journal(tx, found.value, 'imports.resume')
  return done(isDone)
}

export const mapColumns = async (
  tx: Tx,
  id: string,
  { version, ...layout }: z.output<typeof importsApi.map.body>,
): Promise<Outcome<{ version: number }>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const open = stillOpen(found.value)
  if (!open.ok) return open
  const checked = checkMapping(layout.mapping)
  if (!checked.ok) return checked
  const at = { ...found.value, version }
  if (!(await store.saveMapping(tx, at, layout))) return refuse('conflict', 'platform.changedMeanwhile')
  await order(tx, { ...found.value, version: version + 1 }, 'plan')
  await journal(tx, found.value, 'imports.map', layout)
  return done({ version: version + 1 })
}

const whyNotCarried = async (
  tx: Tx,
  run: Open,
  given: z.output<typeof importsApi.confirm.body>,
): Promise<Outcome<Open>> => {
  const fault = whyNotPlanned(run)
  if (fault) return refuse('invalid', fault)
  if (run.version !== given.version) return refuse('conflict', 'platform.changedMeanwhile')
  if (!given.again && (await store.doneBefore(tx, run))) return refuse('conflict', 'outreach.importAgain')
  if (run.digest === '' || run.digest !== given.digest) return refuse('conflict', 'outreach.importChanged')
  const nothing = whyNotConfirm(run.planned, given.decisions)
  return nothing ? refuse('conflict', nothing) : done(run)
}

/** Hands what was seen to the queue, which carries out all of it, or nothing. */
export const confirmList = async (
  tx: Tx,
  id: string,
  given: z.output<typeof importsApi.confirm.body>,
): Promise<Outcome<{ version: number }>> => {
  const found = await findMine(tx, id, true)
  if (!found.ok) return found
  const open = stillOpen(found.value)
  if (!open.ok) return open
  const ready = await whyNotCarried(tx, open.value, given)
  if (!ready.ok) return ready
  const run = ready.value
  await store.startCarrying(tx, run, given.decisions)
  await order(tx, run, 'carry')
  await journal(tx, run, 'imports.confirm', run.planned)
  return done({ version: run.version + 1 })
}

const refusedOf = (tx: Tx, run: Open, plan: readonly PlannedRow[]): { header: string[]; rows: string[][] } =>
  refusedTable({ rows: run.rows, header: run.headerRow, plan, language: tx.actor.language })

/** The refused rows, to be mended and sent again. */
export const refusedFile = async (tx: Tx, id: string): Promise<Outcome<FileReply>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const open = stillOpen(found.value)
  const table = open.ok ? refusedOf(tx, open.value, await store.findPlan(tx, open.value)) : found.value.refused
  if (!table) return unknown()
  await journal(tx, found.value, 'imports.refused')
  const stem = found.value.fileName.replace(/\.\w+$/, '')
  return done({
    file: true,
    name: `${stem}-${say(importWords, tx.actor.language, 'outreach.import.fileRefused')}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(writeCsv(table.header, table.rows)),
  })
}

export const cancelList = async (tx: Tx, id: string): Promise<Outcome<typeof isDone>> => {
  const found = await findMine(tx, id, true)
  if (!found.ok) return found
  const open = stillOpen(found.value)
  if (!open.ok) return open
  await store.endRun(tx, open.value, { state: 'cancelled', counts: {}, refused: null })
  await journal(tx, open.value, 'imports.cancel')
  return done(isDone)
}

export const listRuns = async (
  tx: Tx,
  page: { limit: number; offset: number },
): Promise<Outcome<Awaited<ReturnType<typeof store.listRuns>>>> => done(await store.listRuns(tx, page))
