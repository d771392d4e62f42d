import type { Chance } from './chance.ts'

/** An estimate with its interval. `n` values were used, `missing` were NaN. Everything is NaN without values. */
export type Interval = {
  readonly estimate: number
  readonly low: number
  readonly high: number
  readonly n: number
  readonly missing: number
}

/** How to draw: 2,000 draws and 95 % unless said otherwise. */
export type Draws = { readonly chance: Chance; readonly draws?: number; readonly level?: number }

/**
 * Percentile bootstrap interval of any statistic of independent values: draws as many with replacement, computes, takes the quantiles
 * (1 - level) / 2 and (1 + level) / 2. Range: that of the statistic. Efron 1979; Efron & Tibshirani 1993, ch. 13.
 */
export function bootstrapInterval(
  values: Float64Array,
  statistic: (sample: Float64Array) => number,
  options: Draws,
): Interval {
  const known = values.filter((value) => !Number.isNaN(value))
  const counted = { n: known.length, missing: values.length - known.length }
  if (known.length === 0) return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN, ...counted }
  const { chance, draws = 2000, level = 0.95 } = options
  const sample = new Float64Array(known.length)
  const found = new Float64Array(draws)
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < sample.length; i++) sample[i] = known[Math.floor(chance() * known.length)]
    found[d] = statistic(sample)
  }
  found.sort()
  const low = quantile(found, (1 - level) / 2)
  return { estimate: statistic(known), low, high: quantile(found, (1 + level) / 2), ...counted }
}

/** The mean change from before to after with its interval: the same people at both times, whoever lacks either counts as missing. */
export function bootstrapChange(before: Float64Array, after: Float64Array, options: Draws): Interval {
  if (before.length !== after.length) throw new RangeError('before and after are of the same people')
  return bootstrapInterval(
    after.map((value, index) => value - before[index]),
    mean,
    options,
  )
}

/** The arithmetic mean; NaN when empty. */
export function mean(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total / values.length
}

/** The `share` quantile of ascending values, linear between neighbours (Hyndman & Fan 1996, type 7). */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (at - below) * (sorted[above] - sorted[below])
}
