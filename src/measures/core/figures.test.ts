import { describe, expect, test } from 'vitest'
import { figuresOf, type Result } from './figures.ts'

const told = (person: number, moment: string, value: number | null): Result => ({
  instrument: 'osss3',
  definition: 1,
  score: 'total',
  person,
  moment,
  value,
  told: person,
})
const both = (people: number): Result[] =>
  Array.from({ length: people }, (_, no) => [told(no, 'T0', 6 + (no % 3)), told(no, 'T2', 9 + (no % 2))]).flat()

describe('a mean before and after', () => {
  test('is of the people who have both, and says how many lack one', () => {
    const [row] = figuresOf([...both(6), ...[6, 7, 8, 9, 10].map((no) => told(no, 'T0', 3))], 3)
    expect(row).toMatchObject({
      instrument: 'osss3',
      after: 'T2',
      n: 6,
      missing: 5,
      beforeMean: 7,
      afterMean: 9.5,
      change: 2.5,
    })
    expect(row?.low).toBeLessThanOrEqual(2.5)
    expect(row?.high).toBeGreaterThanOrEqual(2.5)
  })
  test('leaves out a result that is not valid', () =>
    expect(figuresOf([...both(5), told(9, 'T0', null), told(9, 'T2', 14)], 5)[0]).toMatchObject({
      n: 5,
      missing: null,
    }))
  test('grows by as many people as may be told of: one more person, asked today, cannot be found by subtraction', () => {
    const before = figuresOf(both(5), 5)
    for (const people of [6, 7, 8, 9]) expect(figuresOf(both(people), 5)).toEqual(before)
    expect(figuresOf(both(10), 5)).toMatchObject([{ n: 10 }])
  })
  test('of few people is hidden whole', () =>
    expect(figuresOf(both(4), 5)).toEqual([
      {
        instrument: 'osss3',
        score: 'total',
        after: 'T2',
        n: null,
        missing: null,
        beforeMean: null,
        afterMean: null,
        change: null,
        low: null,
        high: null,
      },
    ]))
  test('hides how many are missing when they are few', () =>
    expect(figuresOf([...both(5), told(9, 'T0', 3)], 5)[0]).toMatchObject({ n: 5, missing: null }))
  test('of nobody is not there', () => expect(figuresOf([told(1, 'T0', 3)], 5)).toEqual([]))
  test('asked again says the same', () => expect(figuresOf(both(9), 5)).toEqual(figuresOf(both(9), 5)))
  test('is not made of what two people rate before they agree', () =>
    expect(
      figuresOf(
        both(6).map((one) => ({ ...one, instrument: 'ladder', score: 'work' })),
        5,
      ),
    ).toEqual([]))
})
