import { aliveOn } from './figures.graphs.ts'
import { at, origins } from './figures.groups.ts'
import type { RawTable } from './figures.raw.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { tableBy } from './figures.tables.ts'
import type { ChangeCode, ChangeData } from './figures.waves.ts'
import { changeCodes } from './figures.waves.ts'
import { bootstrapChange, mean } from './network/bootstrap.ts'
import { chanceFrom } from './network/chance.ts'
import { kaplanMeier, medianSurvival } from './network/survival.ts'

const daysInMonth = 365.25 / 12

const chosen = (snapshot: Snapshot, test: (tie: number) => boolean): Int32Array => {
  const found: number[] = []
  for (let e = 0; e < snapshot.a.length; e++) if (at(snapshot.apart, e) === 0 && test(e)) found.push(e)
  return Int32Array.from(found)
}

/**
 * What became of ties between two days, by where they were born; ties with people paid to be there are left out. New: began in the
 * period and live at its end; lost: lived at its start and ended; stronger and weaker: told closer or farther in the latest conversation.
 */
export const overTime = (snapshot: Snapshot): RawTable[] => {
  const { day, from, since, until, closeBefore, closeAfter } = snapshot
  const was = (e: number): boolean => aliveOn(snapshot, e, from)
  const is = (e: number): boolean => aliveOn(snapshot, e, day)
  const moved = (e: number): number =>
    is(e) && at(closeBefore, e) > 0 && at(closeAfter, e) > 0 ? at(closeAfter, e) - at(closeBefore, e) : 0
  const tests: Readonly<Record<string, (e: number) => boolean>> = {
    new: (e) => at(since, e) > from && is(e),
    lost: (e) => was(e) && at(until, e) !== -1 && at(until, e) <= day,
    stronger: (e) => moved(e) > 0,
    weaker: (e) => moved(e) < 0,
  }
  return Object.entries(tests).map(([code, test]) =>
    tableBy(snapshot, code, { ties: chosen(snapshot, test), keys: origins, of: (e) => at(snapshot.origin, e) }),
  )
}

export type RawSurvival = {
  readonly origin: string
  readonly n: number
  readonly people: number
  readonly ended: number
  readonly median: number
  readonly steps: readonly { month: number; atRisk: number; survival: number; low: number; high: number }[]
}

/** Ties from before the programme are followed from the day they were written down: those that had died by then were never told. */
const lifetimes = (
  snapshot: Snapshot,
  ties: Int32Array,
  origin: string,
): { durations: Float64Array; ended: Uint8Array } => {
  const endOf = (e: number): number => {
    const until = at(snapshot.until, e)
    return until !== -1 && until <= snapshot.day ? until : snapshot.day
  }
  const startOf = (e: number): number =>
    origin === 'before' ? Math.max(at(snapshot.recorded, e), at(snapshot.since, e)) : at(snapshot.since, e)
  const followed = ties.filter((e) => startOf(e) <= endOf(e))
  return {
    durations: Float64Array.from(followed, (e) => Math.floor((endOf(e) - startOf(e)) / daysInMonth)),
    ended: Uint8Array.from(followed, (e) =>
      at(snapshot.until, e) !== -1 && at(snapshot.until, e) <= snapshot.day ? 1 : 0,
    ),
  }
}

/** Survival of ties by where they were born, in whole months (Kaplan & Meier 1958), all origins together under ''. */
export const survivals = (snapshot: Snapshot): RawSurvival[] => {
  const survivalOf = (origin: string, of: (e: number) => boolean): RawSurvival => {
    const ties = chosen(snapshot, of)
    const { durations, ended } = lifetimes(snapshot, ties, origin)
    const steps = kaplanMeier({ durations, ended })
    const people = new Set(Array.from(ties, (e) => at(snapshot.a, e))).size
    return {
      origin,
      n: durations.length,
      people,
      ended: ended.reduce((sum, one) => sum + one, 0),
      median: medianSurvival(steps),
      steps: steps.map(({ time, atRisk, survival, low, high }) => ({ month: time, atRisk, survival, low, high })),
    }
  }
  const each = origins.map((origin, no) => survivalOf(origin, (e) => at(snapshot.origin, e) === no))
  const bornHere = survivalOf('here', (e) => origins[at(snapshot.origin, e)] !== 'before')
  return [...each, bornHere].filter(({ n }) => n > 0)
}

export type RawChange = {
  readonly kind: 'all' | 'district' | 'pactKind'
  readonly key: string
  readonly rows: readonly {
    code: ChangeCode
    n: number
    missing: number
    before: number
    after: number
    change: number
    low: number
    high: number
  }[]
}

/** Before and after for the same people, by group; the interval is a bootstrap percentile one (Efron 1979), 2,000 draws, 95 %. */
export const changes = (data: ChangeData, seed: number): RawChange[] =>
  data.groups.map(({ kind, key, who }, group) => ({
    kind,
    key,
    rows: changeCodes.map((code, no) => {
      const take = (column: Float64Array): Float64Array =>
        Float64Array.from(who, (person) => column[person] ?? Number.NaN)
      const [before, after] = [take(data.before[code]), take(data.after[code])]
      const both = Array.from(before, (value, i) => !Number.isNaN(value) && !Number.isNaN(after[i]))
      const chance = chanceFrom((seed + 1000 * group + no) >>> 0)
      const { estimate, low, high, n, missing } = bootstrapChange(before, after, { chance })
      return {
        code,
        n,
        missing,
        before: mean(before.filter((_, i) => both[i])),
        after: mean(after.filter((_, i) => both[i])),
        change: estimate,
        low,
        high,
      }
    }),
  }))
