import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { Services } from '../../platform/server/tx.ts'
import type { RawFigures } from '../core/figures.ts'
import { openFiguresPool, type Pool, type PoolSettings } from './figures.pool.ts'
import { type Asked, takeSnapshot } from './figures.take.ts'

type Count = { readonly asked: Asked; readonly fingerprint: string }

/** Counts figures beside the requests: whoever asks for the same ones waits for the same count. */
export type Counter = {
  /** The figures, or 'counting' when they take longer than a page should wait. */
  readonly count: (count: Count) => Promise<Outcome<RawFigures | 'counting'>>
  readonly pool: Pool
  readonly close: () => Promise<void>
}

const patienceMs = 1500
const mostKept = 50

/** The same figures draw the same chance. */
const seedOf = (fingerprint: string): number => Number.parseInt(fingerprint.slice(0, 8), 16)

const soon = async <T>(promise: Promise<T>, ms: number): Promise<T | 'counting'> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'counting'>((resolve) => {
    timer = setTimeout(() => resolve('counting'), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export const openCounter = (services: Services, settings?: PoolSettings): Counter => {
  const pool = openFiguresPool(settings)
  const running = new Map<string, Promise<Outcome<RawFigures>>>()
  const finished = new Map<string, Outcome<RawFigures>>()
  let last: Promise<unknown> = Promise.resolve()
  // one snapshot at a time: whoever waits holds a connection already, and must not wait for many more
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  // figures are counted by the product itself, which reads every row and tells nobody: readers get aggregates
  const begin = async ({ asked, fingerprint }: Count): Promise<Outcome<RawFigures>> => {
    const taken = await inTurn(() =>
      transact(services, { by: 'system', readOnly: true }, async ({ tx }) => done(await takeSnapshot(tx, asked))),
    )
    if (!taken.ok) return taken
    const { snapshot } = taken.value
    return (await pool.ask({ what: 'figures', snapshot, seed: seedOf(fingerprint) })) as Outcome<RawFigures>
  }
  const remember = (fingerprint: string, outcome: Outcome<RawFigures>): Outcome<RawFigures> => {
    running.delete(fingerprint)
    finished.set(fingerprint, outcome)
    for (const oldest of finished.keys()) if (finished.size > mostKept) finished.delete(oldest)
    return outcome
  }
  const failed = (error: unknown): Outcome<never> => {
    services.log.error({ err: error }, 'figures could not be counted')
    return refuse('conflict', 'ties.countBroke')
  }
  const start = (count: Count): Promise<Outcome<RawFigures>> => {
    const promise = begin(count)
      .catch(failed)
      .then((outcome) => remember(count.fingerprint, outcome))
    running.set(count.fingerprint, promise)
    return promise
  }
  return {
    pool,
    count: async (count) => {
      const ready = finished.get(count.fingerprint)
      const found = ready ?? (await soon(running.get(count.fingerprint) ?? start(count), patienceMs))
      if (found === 'counting') return done(found)
      // a failure is told once, and tried again when somebody asks again
      if (!found.ok) finished.delete(count.fingerprint)
      return found
    },
    close: async () => {
      await pool.close()
      await Promise.all(running.values())
    },
  }
}
