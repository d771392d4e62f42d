import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { statementsOf } from './statements.ts'

const files = import.meta.glob<string>('../../../database/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export type Migration = { readonly name: string; readonly text: string }

/** The migrations of this version, in order. */
export const migrations = (): Migration[] =>
  Object.entries(files)
    .map(([path, text]) => ({ name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

const lock = 7300218
const roleName = /^[a-z_][a-z0-9_$-]*$/i

/**
 * Brings the database to this version, as its owner: forward only, all or nothing, one starter at a time.
 * `appRole` is the run-time role, which must exist. Returns the names of what was applied.
 */
export const migrate = async (
  owner: pg.Pool,
  appRole: string,
  all: readonly Migration[] = migrations(),
): Promise<string[]> => {
  if (!roleName.test(appRole)) throw new Error(`not a role name: ${appRole}`)
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    const applied = await applyMissing(client, appRole, all)
    await prepareQueue(owner, client, appRole)
    return applied
  } finally {
    await client.query(`select pg_advisory_unlock(${lock})`).catch(() => {})
    client.release()
  }
}

const applyMissing = async (client: pg.PoolClient, appRole: string, all: readonly Migration[]): Promise<string[]> => {
  await client.query(
    'create table if not exists migration (name text primary key, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from migration')
  const known = new Set(all.map(({ name }) => name))
  const newer = rows.find(({ name }) => !known.has(name))
  if (newer)
    throw new Error(
      `Il database è più recente di questa versione del programma: contiene ${newer.name}. / The database is newer than this version of the product: it has ${newer.name}.`,
    )
  const missing = all.filter(({ name }) => !rows.some((row) => row.name === name))
  await client.query('begin')
  try {
    for (const migration of missing) await applyOne(client, appRole, migration)
    await client.query(`grant select on migration to "${appRole}"`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  return missing.map(({ name }) => name)
}

const applyOne = async (client: pg.PoolClient, appRole: string, { name, text }: Migration): Promise<void> => {
  for (const statement of statementsOf(text.replaceAll('{{app}}', `"${appRole}"`)))
    try {
      await client.query(statement)
    } catch (error) {
      throw new Error(`migration ${name} stopped at: ${statement.slice(0, 200)}`, { cause: error })
    }
  await client.query('insert into migration (name) values ($1)', [name])
}

/** The queue's own tables, and the run-time role's way to them. */
const prepareQueue = async (pool: pg.Pool, client: pg.PoolClient, appRole: string): Promise<void> => {
  await runMigrations({ pgPool: pool })
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r'`,
  )
  await client.query(`grant usage on schema graphile_worker to "${appRole}"`)
  await client.query(`grant select, insert, update, delete on all tables in schema graphile_worker to "${appRole}"`)
  await client.query(`grant usage, select on all sequences in schema graphile_worker to "${appRole}"`)
  await client.query(`grant execute on all functions in schema graphile_worker to "${appRole}"`)
  for (const { name } of rows) {
    await client.query(`drop policy if exists product on graphile_worker."${name}"`)
    await client.query(
      `create policy product on graphile_worker."${name}" to "${appRole}" using (true) with check (true)`,
    )
  }
}
