import { describe, expect, it } from 'vitest'
import { kaplanMeier, medianSurvival, survivalAt } from './survival.ts'

/** Weeks in remission under 6-mercaptopurine, Freireich et al. 1963, Blood 21; + still in remission. The textbook example of the method. */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'.split(' ')
const lifetimes = {
  durations: Float64Array.from(remission, (weeks) => Number.parseInt(weeks, 10)),
  ended: Uint8Array.from(remission, (weeks) => (weeks.endsWith('+') ? 0 : 1)),
}

describe('survival of ties', () => {
  const steps = kaplanMeier(lifetimes)

  it('is the published curve', () => {
    const curve = steps.map(({ time, atRisk, ended, survival }) => [time, atRisk, ended, survival.toFixed(4)])
    expect(curve).toEqual([
      [6, 21, 3, '0.8571'],
      [7, 17, 1, '0.8067'],
      [10, 15, 1, '0.7529'],
      [13, 12, 1, '0.6902'],
      [16, 11, 1, '0.6275'],
      [22, 7, 1, '0.5378'],
      [23, 6, 1, '0.4482'],
    ])
    expect(steps.map(({ standardError }) => standardError.toFixed(4))).toEqual([
      '0.0764',
      '0.0869',
      '0.0963',
      '0.1068',
      '0.1141',
      '0.1282',
      '0.1346',
    ])
    expect(medianSurvival(steps)).toBe(23)
  })

  it('is the exact product of the shares that lived on', () => {
    const exact = (18 / 21) * (16 / 17) * (14 / 15) * (11 / 12) * (10 / 11) * (6 / 7) * (5 / 6)
    expect(steps.at(-1)?.survival).toBeCloseTo(exact, 14)
    expect(survivalAt(steps, 5.9)).toBe(1)
    expect(survivalAt(steps, 12)).toBeCloseTo((18 / 21) * (16 / 17) * (14 / 15), 14)
  })

  it('has an interval around it that stays between 0 and 1', () => {
    for (const { low, survival, high } of steps) {
      expect(low).toBeGreaterThan(0)
      expect(low).toBeLessThan(survival)
      expect(high).toBeGreaterThan(survival)
      expect(high).toBeLessThan(1)
    }
    // R survival 3.5, survfit(conf.type = 'log-log'), first step
    expect(steps[0]?.low).toBeCloseTo(0.62, 2)
    expect(steps[0]?.high).toBeCloseTo(0.952, 3)
  })

  it('never falls while no tie ends, and reaches 0 when all do', () => {
    const three = Float64Array.of(1, 2, 3)
    expect(kaplanMeier({ durations: three, ended: Uint8Array.of(0, 0, 0) })).toEqual([])
    expect(medianSurvival([])).toBeNaN()
    expect(kaplanMeier({ durations: three, ended: Uint8Array.of(1, 1, 1) }).at(-1)?.survival).toBe(0)
    expect(kaplanMeier({ durations: new Float64Array(0), ended: new Uint8Array(0) })).toEqual([])
  })

  it.each([-1, Number.NaN])('refuses a lifetime of %s', (time) => {
    expect(() => kaplanMeier({ durations: Float64Array.of(time), ended: Uint8Array.of(1) })).toThrow(RangeError)
  })
})
