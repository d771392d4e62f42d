import type pg from 'pg'

type Asks = Pick<pg.Pool | pg.PoolClient, 'query'>

/** Whether anybody already works in this database. */
export const hasAccounts = async (db: Asks): Promise<boolean> => {
  const { rows } = await db.query<{ found: boolean }>('select exists (select 1 from account) as found')
  return rows[0]?.found === true
}

/** Whether what this database holds began as the demo programme. */
export const holdsDemo = async (db: Asks): Promise<boolean> => {
  const { rows } = await db.query<{ found: boolean }>(
    `select exists (select 1 from programme where details -> 'demo' = 'true') as found`,
  )
  return rows[0]?.found === true
}

/** Whoever would load or empty at the same moment waits for this one. */
export const lockDemo = async (client: pg.PoolClient): Promise<void> => {
  await client.query('select pg_advisory_xact_lock(7300220)')
}

/** Seals the journal from its beginning; returns how many lines. */
export const sealAll = async (client: pg.PoolClient): Promise<number> => {
  const { rows } = await client.query<{ sealed: number }>('select app.seal_journal(1000000) as sealed')
  return rows[0]?.sealed ?? 0
}

/** Who counts in the results follows from pacts and persons that no act has written. */
export const recountAll = async (client: pg.PoolClient): Promise<void> => {
  await client.query('select app.recount_all()')
}

/** Fresh counts for the planner, which would otherwise guess until the server gets round to it. */
export const gatherStatistics = async (db: Asks): Promise<void> => {
  await db.query('analyze')
}

/** What is measured, as the migrations put it in place: the demo brings its own. */
export const clearPlan = async (client: pg.PoolClient): Promise<void> => {
  await client.query('delete from measure_plan')
}

/** What the migrations themselves put in place stays: their list, the roles, and what counts as a legame at first. */
const kept = ['migration', 'role']

/** Empties every table of the product, and the queue of what was still to do. */
export const emptyAll = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> all ($1)`,
    [kept],
  )
  await client.query(
    'create temporary table first_legame on commit drop as select * from legame_definition where version = 1',
  )
  await client.query(`truncate ${rows.map(({ name }) => `"${name}"`).join(', ')} restart identity`)
  await client.query('insert into legame_definition select * from first_legame')
  await client.query('drop table first_legame')
  await client.query('delete from graphile_worker._private_jobs')
}
