import { bootstrapChange, mean } from '../../ties/core/network/bootstrap.ts'
import { chanceFrom } from '../../ties/core/network/chance.ts'
import { findInstrument } from './instruments.ts'
import type { FigureRow } from './shelf.api.ts'

/** One result of one person, numbered and without a name. */
export type Result = {
  readonly instrument: string
  readonly definition: number
  readonly person: number
  readonly moment: string
  readonly score: string
  readonly value: number | null
  /** The order in which results were told. */
  readonly told: number
}

const afters = ['T1', 'T2', 'T3'] as const

const groups = (results: readonly Result[], keyOf: (one: Result) => string | number): Result[][] => {
  const found = new Map<string | number, Result[]>()
  for (const one of results) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  return [...found.values()]
}

const known = (value: number | null | undefined): number => value ?? Number.NaN

type Pair = { readonly before: Float64Array; readonly after: Float64Array }

type Both = { readonly before: number; readonly after: number; readonly told: number }

/** Whoever has both, in the order in which the later one was told, as many as make whole groups of `least`; then who lacks one. */
const inSteps = (people: readonly Both[], least: number): Both[] => {
  const isWhole = ({ before, after }: Both): boolean => !Number.isNaN(before + after)
  const whole = people.filter(isWhole).sort((a, b) => a.told - b.told)
  const step = Math.max(1, least)
  const shown = whole.length < step ? whole.length : whole.length - (whole.length % step)
  return [...whole.slice(0, shown), ...people.filter((one) => !isWhole(one))]
}

/** The same people before and after; not a number where one of the two is missing. */
const pairsOf = (results: readonly Result[], after: string, least: number): Pair => {
  const people = groups(
    results.filter(({ moment }) => moment === 'T0' || moment === after),
    ({ person }) => person,
  )
  const both = inSteps(
    people.map((mine) => ({
      before: known(mine.find(({ moment }) => moment === 'T0')?.value),
      after: known(mine.find(({ moment }) => moment === after)?.value),
      told: Math.max(...mine.map(({ told }) => told)),
    })),
    least,
  )
  return {
    before: Float64Array.from(both, ({ before }) => before),
    after: Float64Array.from(both, (one) => one.after),
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const hiddenRow = { n: null, missing: null, beforeMean: null, afterMean: null, change: null, low: null, high: null }

// the same draws each time, so that asking again tells nothing more
const draws = () => ({ chance: chanceFrom(20_261_122) })

const figureOf = ({ before, after }: Pair, least: number): Omit<FigureRow, 'instrument' | 'score' | 'after'> | null => {
  const { estimate, low, high, n, missing } = bootstrapChange(before, after, draws())
  if (n === 0) return null
  if (n < least) return hiddenRow
  const isWhole = (_: number, no: number): boolean => !Number.isNaN(known(before[no]) + known(after[no]))
  return {
    n,
    missing: missing > 0 && missing < least ? null : missing,
    beforeMean: rounded(mean(before.filter(isWhole))),
    afterMean: rounded(mean(after.filter(isWhole))),
    change: rounded(estimate),
    low: rounded(low),
    high: rounded(high),
  }
}

/**
 * Mean before (T0) and after (T1, T2, T3) of those who have both, how many lack one, and the mean change with its 95 %
 * percentile bootstrap interval (2,000 draws). Rows of fewer than `least` people are hidden whole, and a row grows by `least` people at once:
 * whoever reads it before and after one more person was asked must not learn that person's result.
 */
export const figuresOf = (results: readonly Result[], least: number): FigureRow[] => {
  const byScore = groups(results, ({ instrument, definition, score }) => `${instrument} ${definition} ${score}`)
  return byScore.flatMap((mine) => {
    const { instrument = '', definition, score = '' } = mine[0] ?? {}
    if (findInstrument(instrument, definition)?.raters !== 'person') return []
    return afters.flatMap((after) => {
      const figure = figureOf(pairsOf(mine, after, least), least)
      return figure ? [{ instrument, score, after, ...figure }] : []
    })
  })
}
