import type { Insertable } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../../database/schema.ts'

/** A row by its columns; values as JSON would carry them, so that arrays and documents need no spelling of their own. */
export type Row<K extends keyof DB> = { readonly [C in keyof Insertable<DB[K]>]: unknown }
/** Rows of one table, all with the same columns. */
export type Batch = { readonly table: keyof DB; readonly rows: readonly object[] }

export const batch = <K extends keyof DB>(table: K, rows: readonly Row<K>[]): Batch => ({ table, rows })

const rowsAtOnce = 1000
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Writes whole tables at once: one statement for a thousand rows, typed by the table itself. */
export const insertBatch = async (client: pg.PoolClient, { table, rows }: Batch): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(quoted).join(', ')
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await client.query(
      `insert into ${quoted(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + rowsAtOnce))],
    )
}
