import { describe, expect, it } from 'vitest'
import { bootstrapChange, bootstrapInterval, mean, quantile } from './bootstrap.ts'
import { chanceFrom, sampleOf } from './chance.ts'

describe('a bootstrap interval', () => {
  it('holds the estimate, counts who is missing, and repeats with the same chance', () => {
    const values = Float64Array.of(2, 4, Number.NaN, 6, 8, 10)
    const found = bootstrapInterval(values, mean, { chance: chanceFrom(7) })
    expect(found).toMatchObject({ estimate: 6, n: 5, missing: 1 })
    expect(found.low).toBeLessThan(6)
    expect(found.high).toBeGreaterThan(6)
    expect(bootstrapInterval(values, mean, { chance: chanceFrom(7) })).toEqual(found)
  })

  it('covers the true mean about as often as it says', () => {
    let covered = 0
    for (let trial = 0; trial < 300; trial++) {
      const chance = chanceFrom(trial)
      const values = new Float64Array(60).map(() => chance())
      const { low, high } = bootstrapInterval(values, mean, { chance, draws: 400 })
      if (low <= 0.5 && 0.5 <= high) covered++
    }
    expect(covered / 300).toBeGreaterThan(0.9)
    expect(covered / 300).toBeLessThan(0.98)
  })

  it('of a change compares the same people and leaves out who lacks a wave', () => {
    const before = Float64Array.of(1, 2, 3, Number.NaN, 5)
    const after = Float64Array.of(3, 4, 5, 6, Number.NaN)
    expect(bootstrapChange(before, after, { chance: chanceFrom(1) })).toEqual({
      estimate: 2,
      low: 2,
      high: 2,
      n: 3,
      missing: 2,
    })
  })

  it('says nothing about nobody', () => {
    const nobody = bootstrapInterval(Float64Array.of(Number.NaN), mean, { chance: chanceFrom(1) })
    expect(nobody).toEqual({ estimate: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0, missing: 1 })
  })

  it('takes quantiles linearly between neighbours', () => {
    const sorted = Float64Array.of(1, 2, 4, 8)
    expect([0, 0.25, 0.5, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.75, 3, 8])
  })
})

describe('chance', () => {
  it('draws evenly, differently by seed, and samples without repeating', () => {
    const chance = chanceFrom(5)
    const bins = new Float64Array(10)
    for (let draw = 0; draw < 100_000; draw++) {
      const bin = Math.floor(chance() * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    expect(bins.every((count) => Math.abs(count - 10_000) < 400)).toBe(true)
    expect(chanceFrom(1)()).not.toBe(chanceFrom(2)())
    const sample = sampleOf(50, 20, chanceFrom(3))
    expect(new Set(sample).size).toBe(20)
    expect(sample.every((node) => node >= 0 && node < 50)).toBe(true)
  })
})
