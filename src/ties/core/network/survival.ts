/** Ties followed for `durations` (any one unit, 0 or more); `ended` is 1 where the tie was seen to end, 0 where it was still alive when last seen. */
export type Lifetimes = { readonly durations: Float64Array; readonly ended: Uint8Array }

/** The curve right after each time at which a tie ended; `low` and `high` are the pointwise interval, NaN where it has no width (survival 0). */
export type SurvivalStep = {
  readonly time: number
  readonly atRisk: number
  readonly ended: number
  readonly survival: number
  readonly standardError: number
  readonly low: number
  readonly high: number
}

/**
 * Kaplan–Meier survival: product over the times t of (1 - ended(t) / at risk(t)); a tie last seen at t is still at risk at t.
 * Range 0–1, falling; standard error by Greenwood 1926; interval on the log(-log) scale (Kalbfleisch & Prentice 1980) at normal quantile `z`.
 * Kaplan & Meier 1958, JASA 53. Throws RangeError on a duration that is negative or not a number.
 */
export function kaplanMeier({ durations, ended }: Lifetimes, z = 1.959963984540054): SurvivalStep[] {
  if (durations.length !== ended.length) throw new RangeError('every lifetime has an outcome')
  const sorted = Array.from(durations, (time, index) => ({ time, ends: ended[index] === 1 }))
  if (sorted.some(({ time }) => !(time >= 0))) throw new RangeError('a lifetime cannot be negative')
  sorted.sort((a, b) => a.time - b.time)
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  for (let i = 0; i < sorted.length; ) {
    const { time } = sorted[i]
    const atRisk = sorted.length - i
    let gone = 0
    for (; i < sorted.length && sorted[i].time === time; i++) if (sorted[i].ends) gone++
    if (gone === 0) continue
    survival *= 1 - gone / atRisk
    greenwood += gone / (atRisk * (atRisk - gone))
    steps.push({ time, atRisk, ended: gone, survival, ...spread(survival, greenwood, z) })
  }
  return steps
}

/** The share still alive at `time`: 1 before the first end. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1
}

/** The first time at which half or fewer are alive; NaN while more than half live on. */
export function medianSurvival(steps: readonly SurvivalStep[]): number {
  return steps.find((step) => step.survival <= 0.5)?.time ?? Number.NaN
}

function spread(survival: number, greenwood: number, z: number): { standardError: number; low: number; high: number } {
  if (survival === 0) return { standardError: Number.NaN, low: Number.NaN, high: Number.NaN }
  const width = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival))
  return {
    standardError: survival * Math.sqrt(greenwood),
    low: survival ** Math.exp(width),
    high: survival ** Math.exp(-width),
  }
}
