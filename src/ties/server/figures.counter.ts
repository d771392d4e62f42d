import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { Services } from '../../platform/server/tx.ts'
import type { RawFigures } from '../core/figures.ts'
import { openFiguresPool, type PoolSettings } from './figures.pool.ts'
import { type Asked, takeSnapshot } from './figures.take.ts'

type Count = { readonly asked: Asked; readonly fingerprint: string }

/** Counts figures beside the requests: whoever asks for the same ones waits for the same count. */
export type Counter = {
  /** The figures, or 'counting' when they take longer than a page should wait. */
  readonly count: (count: Count) => Promise<Outcome<RawFigures | 'counting'>>
  /** Counts within the reader's own transaction, of which a few may wait at a time; the others are refused. */
  readonly ask: (take: () => Promise<object>) => Promise<Outcome<unknown>>
  readonly close: () => Promise<void>
}

const patienceMs = 1500
const mostKept = 50
/** Whoever waits holds a connection to the database: the others are told at once to ask again. */
const mostPatient = 6
/** Snapshots taken and counted at once; whoever is next holds neither a connection nor a snapshot while they wait. */
const mostAtOnce = 2

/** Lets `atOnce` works go on together; the others wait for their turn. */
const inTurns = (atOnce: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (busy >= atOnce) await new Promise<void>((turn) => void waiting.push(turn))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

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
  const turn = inTurns(mostAtOnce)
  let [patient, held, closed] = [0, 0, false]
  // figures are counted by the product itself, which reads every row and tells nobody: readers get aggregates
  const begin = async ({ asked, fingerprint }: Count): Promise<Outcome<RawFigures>> => {
    if (closed) return refuse('conflict', 'ties.countBroke')
    const taken = await transact(services, { by: 'system', readOnly: true }, async ({ tx }) =>
      done(await takeSnapshot(tx, asked)),
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
    const promise = turn(() => begin(count))
      .catch(failed)
      .then((outcome) => remember(count.fingerprint, outcome))
    running.set(count.fingerprint, promise)
    return promise
  }
  const wait = async (promise: Promise<Outcome<RawFigures>>): Promise<Outcome<RawFigures> | 'counting'> => {
    if (patient >= mostPatient) return 'counting'
    patient += 1
    return soon(promise, patienceMs).finally(() => {
      patient -= 1
    })
  }
  const askHeld: Counter['ask'] = async (take) => {
    if (held >= mostAtOnce) return refuse('conflict', 'ties.countBusy')
    held += 1
    try {
      return await pool.ask(await take())
    } finally {
      held -= 1
    }
  }
  return {
    ask: askHeld,
    count: async (count) => {
      const ready = finished.get(count.fingerprint)
      const found = ready ?? (await wait(running.get(count.fingerprint) ?? start(count)))
      if (found === 'counting') return done(found)
      // a failure is told once, and tried again when somebody asks again
      if (!found.ok) finished.delete(count.fingerprint)
      return found
    },
    close: async () => {
      closed = true
      await pool.close()
      await Promise.all(running.values())
    },
  }
}
