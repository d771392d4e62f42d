import { type Selectable, sql } from 'kysely'
import type { ImportRun as Row } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { ImportMapping } from '../core/import.schema.ts'
import type { ImportRun } from '../core/imports.api.ts'

type Cells = readonly (readonly string[])[]

export type Run = ImportRun & {
  readonly sha256: string
  readonly headerRow: number
  readonly mapping: ImportMapping
  readonly keepAnonymous: boolean
  /** Null once the run has ended. */
  readonly rows: Cells | null
  readonly refused: { readonly header: string[]; readonly rows: string[][] } | null
}

const openJson = (tx: Tx, field: string, id: string, token: string | null): unknown =>
  token === null ? null : JSON.parse(tx.services.secrets.open(field, id, token))

const toRun = (row: Selectable<Row> & { by_name: string | null }): ImportRun => ({
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

export const listRuns = async (
  tx: Tx,
  page: { limit: number; offset: number },
): Promise<{ rows: ImportRun[]; total: number }> => {
  const query = tx.db.selectFrom('import_run as r').where('r.district_id', 'in', [...tx.districts])
  const rows = await query
    .leftJoin('account as a', 'a.id', 'r.started_by')
    .selectAll('r')
    .select('a.name as by_name')
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(toRun), total: Number(total) }
}

/** `lock` holds the run until the transaction ends: two confirmations are one after the other. */
export const findRun = async (tx: Tx, id: string, lock = false): Promise<Run | null> => {
  const row = await tx.db
    .selectFrom('import_run as r')
    .selectAll('r')
    .select(sql<string | null>`(select a.name from account a where a.id = r.started_by)`.as('by_name'))
    .where('r.id', '=', id)
    .where('r.district_id', 'in', [...tx.districts])
    .$if(lock, (query) => query.forUpdate())
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

type Place = Pick<Run, 'districtId' | 'id' | 'version'>

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
      refused_sealed: refused,
      finished_at: tx.now,
      version: at.version + 1,
    })
    .where('district_id', '=', at.districtId)
    .where('id', '=', at.id)
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
