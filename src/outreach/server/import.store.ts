import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { ImportRun as Row } from '../../../database/schema.ts'
import type { Day } from '../../platform/core/day.ts'
import type { Language } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { Decision, ImportMapping, type PlannedRow } from '../core/import.schema.ts'
import type { ImportRun } from '../core/imports.api.ts'

type Cells = readonly (readonly string[])[]

export type Run = ImportRun & {
  readonly sha256: string
  readonly headerRow: number
  readonly mapping: ImportMapping
  readonly keepAnonymous: boolean
  /** Null once the run has ended. */
  readonly rows: Cells | null
  /** Stands for the dry run that was kept; empty before there is one. */
  readonly digest: string
  readonly planned: NonNullable<ImportRun['counts']>
  readonly decisions: readonly Decision[]
  readonly refused: { readonly header: string[]; readonly rows: string[][] } | null
}

const openJson = (tx: Tx, field: string, id: string, token: string | null): unknown =>
  token === null ? null : JSON.parse(tx.services.secrets.open(field, id, token))

type Plain = Pick<
  Selectable<Row>,
  | 'id'
  | 'district_id'
  | 'file_name'
  | 'format'
  | 'encoding'
  | 'state'
  | 'started_at'
  | 'finished_at'
  | 'counts'
  | 'version'
>

const toRun = (row: Plain & { by_name: string | null }): ImportRun => ({
  id: row.id,
  districtId: row.district_id,
  fileName: row.file_name,
  format: row.format,
  encoding: row.encoding,
  state: row.state as ImportRun['state'],
  startedAt: row.started_at,
  startedByName: row.by_name ?? '',
  finishedAt: row.finished_at,
  counts: row.state === 'done' ? (row.counts as ImportRun['counts']) : null,
  version: row.version,
})

/** All but what is sealed: a list may weigh megabytes. */
const plain = [
  ...([
    'r.id',
    'r.district_id',
    'r.file_name',
    'r.format',
    'r.encoding',
    'r.state',
    'r.started_at',
    'r.finished_at',
  ] as const),
  ...(['r.counts', 'r.version'] as const),
] as const

export const listRuns = async (
  tx: Tx,
  page: { limit: number; offset: number },
): Promise<{ rows: ImportRun[]; total: number }> => {
  const query = tx.db.selectFrom('import_run as r').where('r.district_id', 'in', [...tx.districts])
  const rows = await query
    .leftJoin('account as a', 'a.id', 'r.started_by')
    .select(plain)
    .select('a.name as by_name')
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(toRun), total: Number(total) }
}

const none = { newPerson: 0, repeats: 0, existing: 0, compare: 0, anonymous: 0, refused: 0 }

/** `lock` holds the run until the transaction ends: two confirmations are one after the other. Progress can be told meanwhile. */
export const findRun = async (tx: Tx, id: string, { lock = false } = {}): Promise<Run | null> => {
  const row = await tx.db
    .selectFrom('import_run as r')
    .select([
      ...plain,
      'r.sha256',
      'r.header_row',
      'r.mapping',
      'r.keep_anonymous',
      'r.sheet_sealed',
      'r.refused_sealed',
    ])
    .select(['r.digest', 'r.decisions'])
    .select(sql<string | null>`(select a.name from account a where a.id = r.started_by)`.as('by_name'))
    .where('r.id', '=', id)
    .where('r.district_id', 'in', [...tx.districts])
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  if (!row) return null
  return {
    ...toRun(row),
    sha256: row.sha256,
    headerRow: row.header_row,
    mapping: ImportMapping.parse(row.mapping),
    keepAnonymous: row.keep_anonymous,
    rows: openJson(tx, 'import.sheet', id, row.sheet_sealed) as Cells | null,
    refused: openJson(tx, 'import.refused', id, row.refused_sealed) as Run['refused'],
    digest: row.digest,
    planned: { ...none, ...(row.counts as Partial<Run['planned']>) },
    decisions: z.array(Decision).parse(row.decisions),
  }
}

export const insertRun = async (
  tx: Tx,
  one: Pick<Run, 'districtId' | 'id' | 'fileName' | 'sha256' | 'format' | 'encoding' | 'headerRow' | 'mapping'> & {
    rows: Cells
  },
): Promise<void> => {
  await tx.db
    .insertInto('import_run')
    .values({
      district_id: one.districtId,
      id: one.id,
      file_name: one.fileName,
      sha256: one.sha256,
      format: one.format,
      encoding: one.encoding,
      header_row: one.headerRow,
      mapping: JSON.stringify(one.mapping),
      sheet_sealed: tx.services.secrets.seal('import.sheet', one.id, JSON.stringify(one.rows)),
      state: 'read',
      started_at: tx.now,
      started_by: tx.actor.id,
    })
    .execute()
}

export type Place = Pick<Run, 'districtId' | 'id' | 'version'>

/** False when somebody changed it since it was read. */
export const saveMapping = async (
  tx: Tx,
  at: Place,
  layout: Pick<Run, 'headerRow' | 'mapping' | 'keepAnonymous'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('import_run')
    .set({
      header_row: layout.headerRow,
      mapping: JSON.stringify(layout.mapping),
      keep_anonymous: layout.keepAnonymous,
      digest: '',
      plan_sealed: null,
      counts: '{}',
      version: at.version + 1,
    })
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('state', '=', 'read')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a run: the sheet goes, the refused rows stay sealed. */
export const endRun = async (
  tx: Tx,
  at: Place,
  end: { state: 'done' | 'cancelled'; counts: object; refused: Run['refused'] },
): Promise<void> => {
  const refused = end.refused && tx.services.secrets.seal('import.refused', at.id, JSON.stringify(end.refused))
  await tx.db
    .updateTable('import_run')
    .set({
      state: end.state,
      counts: JSON.stringify(end.counts),
      sheet_sealed: null,
      plan_sealed: null,
      decisions: '[]',
      refused_sealed: refused,
      finished_at: tx.now,
      version: at.version + 1,
    })
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
    .execute()
}

/** Keeps what a dry run found; a run that was to be carried out is open again. */
export const savePlan = async (
  tx: Tx,
  at: Place & Pick<Run, 'state'>,
  plan: { rows: readonly PlannedRow[]; digest: string; counts: object; state: 'read' },
): Promise<void> => {
  await tx.db
    .updateTable('import_run')
    .set({
      state: plan.state,
      digest: plan.digest,
      counts: JSON.stringify(plan.counts),
      plan_sealed: tx.services.secrets.seal('import.plan', at.id, JSON.stringify(plan.rows)),
      decisions: '[]',
      version: at.state === 'carrying' ? at.version + 1 : at.version,
    })
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
    .execute()
}

/** What the dry run found; empty before there is one. */
export const findPlan = async (tx: Tx, at: Place): Promise<PlannedRow[]> => {
  const row = await tx.db
    .selectFrom('import_run')
    .select('plan_sealed')
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
    .executeTakeFirstOrThrow()
  return (openJson(tx, 'import.plan', at.id, row.plan_sealed) ?? []) as PlannedRow[]
}

/** From now on the queue carries it out. */
export const startCarrying = async (tx: Tx, at: Place, decisions: readonly Decision[]): Promise<void> => {
  await tx.db
    .updateTable('import_run')
    .set({ state: 'carrying', decisions: JSON.stringify(decisions), version: at.version + 1 })
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
    .execute()
}

/** What a job does on somebody's word is written down as theirs. */
export const onWordOf = async (tx: Tx, by: { id: string; name: string; language: Language }): Promise<Tx> => {
  await sql`select set_config('app.actor', ${by.id}, true)`.execute(tx.db)
  return { ...tx, actor: { ...tx.actor, ...by, kind: 'account' } }
}

/** Tables that were empty a moment ago are not any more: what was planned for empty ones is planned anew. */
export const countAnew = async (tx: Tx): Promise<void> => {
  await sql`select app.count_anew()`.execute(tx.db)
  await sql`discard plans`.execute(tx.db)
}

/** Lists that nobody confirmed since a day. */
export const listForgotten = async (tx: Tx, districtId: string, startedBefore: Day): Promise<Place[]> => {
  const rows = await tx.db
    .selectFrom('import_run')
    .select(['district_id as districtId', 'id', 'version'])
    .where('district_id', '=', districtId)
    .where('state', '=', 'read')
    .where(sql<boolean>`started_at < ${startedBefore}::date`)
    .orderBy('started_at')
    .execute()
  return rows
}

/** Runs that ended before a day and whose refused rows are still there. */
export const listWithRefused = async (tx: Tx, districtId: string, finishedBefore: Day): Promise<string[]> =>
  (
    await tx.db
      .selectFrom('import_run')
      .select('id')
      .where('district_id', '=', districtId)
      .where('refused_sealed', 'is not', null)
      .where(sql<boolean>`finished_at < ${finishedBefore}::date`)
      .execute()
  ).map(({ id }) => id)

/** Their refused rows go; how many they were stays in the counts. */
export const eraseRefused = async (tx: Tx, districtId: string, ids: readonly string[]): Promise<void> => {
  await tx.db
    .updateTable('import_run')
    .set({ refused_sealed: null })
    .where('district_id', '=', districtId)
    .where('id', 'in', [...ids])
    .execute()
}

/** The day on which the same file was imported before. */
export const doneBefore = async (tx: Tx, { districtId, sha256, id }: Run): Promise<string | null> => {
  const row = await tx.db
    .selectFrom('import_run')
    .select('finished_at')
    .where('district_id', '=', districtId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'done')
    .where('id', '!=', id)
    .orderBy('finished_at', 'desc')
    .executeTakeFirst()
  return row?.finished_at ?? null
}

/** A keyed hash by which a row sent again is known; nothing can be read from it. */
export const rowIndex = (tx: Tx, cells: readonly string[]): string =>
  tx.services.secrets.blindIndex('import.row', JSON.stringify(cells))

/** Which of these rows an earlier import of the district took in. */
export const knownRows = async (tx: Tx, districtId: string, indexes: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.db
    .selectFrom('import_row')
    .select('row_index')
    .where('district_id', '=', districtId)
    .where('verdict', '!=', 'refused')
    .where(sql<boolean>`row_index = any (${[...indexes]}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.row_index))
}

export type DoneRow = {
  readonly line: number
  readonly rowIndex: string
  readonly verdict: string
  readonly personId: string | null
  readonly referralId: string | null
}

const atOnce = 1000

export const insertDoneRows = async (tx: Tx, at: Place, rows: readonly DoneRow[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.db
      .insertInto('import_row')
      .values(
        rows.slice(from, from + atOnce).map((row) => ({
          district_id: at.districtId,
          import_id: at.id,
          line: row.line,
          row_index: row.rowIndex,
          verdict: row.verdict,
          person_id: row.personId,
          referral_id: row.referralId,
        })),
      )
      .execute()
}
