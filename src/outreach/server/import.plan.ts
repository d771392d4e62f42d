import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { identityReaders } from '../../persons/server/identity.door.ts'
import { allIdentities, bearersOf } from '../../persons/server/person.door.ts'
import { isBlankRow } from '../../platform/core/sheet.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allMunicipalities } from '../../settings/server/settings.door.ts'
import { type ExistingPerson, nearby, newPlanner } from '../core/import.plan.ts'
import type { ImportDraft, PlannedRow } from '../core/import.schema.ts'
import { settleRows } from '../core/import.settle.ts'
import { type ImportContext, identityOf } from '../core/import.ts'
import { knownRows, type Run, rowIndex } from './import.store.ts'

export type Cells = NonNullable<Run['rows']>
type Listed = Run & { readonly rows: Cells }
export type Planned = { readonly rows: PlannedRow[]; readonly digest: string }
/** Says how many rows are done. */
export type Tell = (done: number) => Promise<void>

/** Rows between two pauses, in which the process answers others, and between two lines of progress. */
const pauseEvery = 20
const tellEvery = 1000

/** Everybody whom a row may turn out to be, asked for in two questions: whoever bears the code, and who is near by name or contact. */
const candidatesIn = async (
  tx: Tx,
  run: Listed,
  context: ImportContext,
): Promise<(draft: ImportDraft) => ExistingPerson[]> => {
  const people = await allIdentities(tx, run.districtId)
  const byId = new Map(people.map((one) => [one.personId, one]))
  const registry = nearby<ExistingPerson>()
  for (const one of people) registry.add(one)
  const column = run.mapping.fiscalCode
  const codes = run.rows.flatMap((cells) => {
    const read = column === undefined ? null : context.checkFiscalCode((cells[column] ?? '').trim())
    return read?.ok ? [read.normalized] : []
  })
  const bearers = await bearersOf(tx, run.districtId, [...new Set(codes)])
  return (draft) => {
    const bearer = byId.get(bearers.get(draft.fiscalCode ?? '') ?? '')
    const near = registry.near(identityOf(draft))
    return bearer
      ? [{ ...bearer, fiscalCode: draft.fiscalCode }, ...near.filter((one) => one.personId !== bearer.personId)]
      : near
  }
}

/** The lines that an earlier import took in: a title or a blank line is never one. */
const knownLines = async (tx: Tx, { districtId, rows, headerRow }: Listed): Promise<Set<number>> => {
  const lines = rows.flatMap((cells, at) => (at > headerRow && !isBlankRow(cells) ? [at + 1] : []))
  const indexes = new Map(lines.map((line) => [line, rowIndex(tx, rows[line - 1] ?? [])]))
  const known = await knownRows(tx, districtId, [...indexes.values()])
  return new Set(lines.filter((line) => known.has(indexes.get(line) ?? '')))
}

const alreadyIn = (line: number): PlannedRow => ({
  verdict: 'refused',
  line,
  warnings: [],
  reasons: [{ field: null, code: 'alreadyIn', value: '' }],
})

const planRows = async (
  run: Listed,
  { known, order, tell }: { known: ReadonlySet<number>; order: Parameters<typeof newPlanner>[0]; tell: Tell },
): Promise<PlannedRow[]> => {
  const planner = newPlanner(order)
  const planned: PlannedRow[] = []
  for (let at = run.headerRow + 1; at < run.rows.length; at += 1) {
    const row = known.has(at + 1) ? alreadyIn(at + 1) : planner.plan(run.rows[at] ?? [], at + 1)
    if (row) planned.push(row)
    if (at % pauseEvery === 0) await setImmediate()
    if (at % tellEvery === 0) await tell(at)
  }
  return planned
}

const digestOf = (rows: readonly PlannedRow[]): string => {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** What would happen to every row of a run as things stand now; the same things give the same digest. */
export const planRun = async (tx: Tx, run: Listed, tell: Tell): Promise<Planned> => {
  const all = await allMunicipalities(tx)
  const municipalities = all.map(({ istatCode, name }) => ({ istat: istatCode, name }))
  const context: ImportContext = { municipalities, today: tx.today, ...identityReaders(tx.today) }
  const order = {
    mapping: run.mapping,
    context,
    keepAnonymous: run.keepAnonymous,
    candidates: await candidatesIn(tx, run, context),
  }
  const planned = await planRows(run, { known: await knownLines(tx, run), order, tell })
  const elsewhere = new Map(
    all.filter(({ districtId }) => districtId !== run.districtId).map(({ istatCode, name }) => [istatCode, name]),
  )
  const rows = settleRows(planned, elsewhere)
  return { rows, digest: digestOf(rows) }
}
