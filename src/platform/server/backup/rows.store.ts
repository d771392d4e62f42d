import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import type { BackupHeader, BackupTable } from './backup.schema.ts'
import { type ForeignKey, foreignKeysOf, partitionsOf, qualified, tablesOf } from './catalogue.store.ts'
import { pointsAhead } from './order.ts'

const quoted = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
const columnsOf = (table: BackupTable): string => table.columns.map(pg.escapeIdentifier).join(', ')

/** The table's rows in COPY text. `rowCount` is known when the stream has ended. */
export const rowsOut = (client: pg.Client, table: BackupTable): ReturnType<typeof to> =>
  client.query(to(`copy (select ${columnsOf(table)} from ${quoted(table)}) to stdout`))

export const rowsIn = (client: pg.Client, table: BackupTable): ReturnType<typeof from> =>
  client.query(from(`copy ${quoted(table)} (${columnsOf(table)}) from stdin`))

/** Takes the tables for itself; the name of the first that holds rows which no migration put there. */
export const firstInUse = async (client: pg.Client, tables: readonly BackupTable[]): Promise<string | undefined> => {
  await client.query(`lock table ${tables.map(quoted).join(', ')} in access exclusive mode`)
  for (const table of tables) {
    // the rows of a migration were written by the very transaction that noted it as applied
    const { rowCount } = await client.query(
      `select from ${quoted(table)} where xmin::text not in (select xmin::text from public.migration) limit 1`,
    )
    if (rowCount) return qualified(table)
  }
  return undefined
}

const makePartitions = async (client: pg.Client, header: BackupHeader): Promise<void> => {
  const here = new Set((await partitionsOf(client)).map(qualified))
  for (const one of header.partitions.filter((partition) => !here.has(qualified(partition)))) {
    const parent = quoted({ schema: one.parentSchema, name: one.parentName })
    await client.query(`create table ${quoted(one)} partition of ${parent} ${one.bound}`)
    if (one.rowSecurity) await client.query(`alter table ${quoted(one)} enable row level security`)
  }
}

/** Empties the tables of what migrations put there, and makes the partitions that the backup knows and this database lacks. */
export const makeRoom = async (client: pg.Client, header: BackupHeader): Promise<void> => {
  await client.query(`truncate ${(await tablesOf(client)).map(quoted).join(', ')}`)
  await makePartitions(client, header)
}

/** Foreign keys between tables that point at each other are checked when all rows are there. Returns what to hand to `checkNow`. */
export const checkLater = async (client: pg.Client, header: BackupHeader): Promise<ForeignKey[]> => {
  const ordered = header.tables.map(qualified)
  const ahead = (await foreignKeysOf(client)).filter((key) => pointsAhead(ordered, key) && !key.deferrable)
  for (const { table, constraint } of ahead)
    await client.query(`alter table ${table} alter constraint ${constraint} deferrable initially deferred`)
  await client.query('set constraints all deferred')
  return ahead
}

export const checkNow = async (client: pg.Client, keys: readonly ForeignKey[]): Promise<void> => {
  await client.query('set constraints all immediate')
  for (const { table, constraint } of keys)
    await client.query(`alter table ${table} alter constraint ${constraint} not deferrable`)
}

/** Unlike setval, this is undone with the transaction. */
export const setSequences = async (client: pg.Client, header: BackupHeader): Promise<void> => {
  for (const sequence of header.sequences)
    await client.query(`alter sequence ${quoted(sequence)} restart with ${BigInt(sequence.next)}`)
}

export const takeTurn = (client: pg.Client): Promise<unknown> => client.query('select pg_advisory_xact_lock(7201413)')

/** The planner knows nothing yet about rows that came by COPY. */
export const measure = async (client: pg.Client, tables: readonly BackupTable[]): Promise<void> => {
  for (const table of tables) await client.query(`analyze ${quoted(table)}`)
}
