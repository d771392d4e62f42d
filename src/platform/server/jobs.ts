import { Logger, type Runner, run } from 'graphile-worker'
import { sql } from 'kysely'
import { done, type Outcome } from '../core/refusal.ts'
import { transact } from './transact.ts'
import type { Services, Tx } from './tx.ts'

/** One kind of job: an act of the product's own, in a transaction of its own; it is tried again when it throws. */
export type Job = (tx: Tx, payload: unknown) => Promise<Outcome<unknown>>

export type JobBook = {
  readonly jobs: Readonly<Record<string, Job>>
  /** Cron lines (UTC) of the queue, `minute hour day month weekday task`. */
  readonly cron: readonly string[]
}

/** Puts a job in the queue; it exists only if the act that asks for it is committed. A key replaces an earlier job. */
export const enqueue = async (
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  when: { at?: string; key?: string } = {},
): Promise<void> => {
  await sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::json, ${when.at ?? tx.now}, ${when.key ?? null})`.execute(
    tx.db,
  )
}

/** Seals the journal, makes the partitions of the year ahead, sweeps out what is kept only for a while; no record changes. */
export const platformJobs: JobBook = {
  jobs: {
    sealJournal: async (tx) => {
      await sql`select app.seal_journal()`.execute(tx.db)
      return done(null)
    },
    makePartitions: async (tx) => {
      await sql`select app.make_journal_partitions(${tx.today}::date, 13)`.execute(tx.db)
      return done(null)
    },
    sweep: async (tx) => {
      await sql`select app.sweep(${tx.now}::timestamptz)`.execute(tx.db)
      return done(null)
    },
  },
  cron: ['* * * * * sealJournal', '10 2 1 * * makePartitions', '20 2 * * * sweep'],
}

/** Runs the jobs of all rooms until stopped, two at a time, on connections of the product's own pool. */
export const startJobs = (services: Services, books: readonly JobBook[]): Promise<Runner> =>
  run({
    pgPool: services.pool,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: quietLogger(services),
    crontab: books.flatMap(({ cron }) => cron).join('\n'),
    taskList: Object.fromEntries(
      books.flatMap(({ jobs }) =>
        Object.entries(jobs).map(([name, job]) => [
          name,
          async (payload: unknown) => {
            const outcome = await transact(services, { by: 'system' }, ({ tx }) => job(tx, payload))
            if (!outcome.ok) services.log.warn({ job: name, code: outcome.refusal.code }, 'a job was turned down')
          },
        ]),
      ),
    ),
  })

/** What the queue says of itself goes to the product's log: faults as such, the rest only when asked for. */
const quietLogger = ({ log }: Services): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
