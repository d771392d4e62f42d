import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClassAnswer, changeBetween, choicesOf, codeFrom, isYearOver, plainCode } from './class.ts'

const answers: ClassAnswer[] = [
  { pupil: 1, choices: [2, 3] },
  { pupil: 2, choices: [1] },
  { pupil: 3, choices: [4] },
  { pupil: 4, choices: [] },
]

describe('the choices of a class', () => {
  test('tell who chose each other, who was not chosen back, and whom nobody chose', () =>
    expect(choicesOf(answers, 6)).toEqual({
      answered: [1, 2, 3, 4],
      mutual: [[1, 2]],
      oneWay: [
        [1, 3],
        [3, 4],
      ],
      alone: [5, 6],
      returned: 0.5,
    }))
  test('call nobody alone while fewer than half have answered', () => {
    expect(choicesOf(answers, 9).alone).toEqual([])
    expect(choicesOf(answers, 8).alone).toEqual([5, 6, 7, 8])
  })
  test('are nothing when nobody chose', () =>
    expect(choicesOf([], 5)).toEqual({ answered: [], mutual: [], oneWay: [], alone: [], returned: null }))

  const someAnswers = fc
    .uniqueArray(
      fc.record({
        pupil: fc.integer({ min: 1, max: 12 }),
        choices: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 5 }),
      }),
      {
        selector: ({ pupil }) => pupil,
      },
    )
    .map((all) => all.map(({ pupil, choices }) => ({ pupil, choices: choices.filter((to) => to !== pupil) })))
  test('never come in an order that tells who is chosen most', () =>
    fc.assert(
      fc.property(someAnswers, (given) => {
        const { mutual, oneWay, alone } = choicesOf(given, 12)
        const lists = [mutual.map(([a, b]) => a * 100 + b), oneWay.map(([a, b]) => a * 100 + b), alone]
        for (const list of lists) expect(list).toEqual([...list].sort((a, b) => a - b))
      }),
    ))
  test('are each told once', () =>
    fc.assert(
      fc.property(someAnswers, (given) => {
        const { mutual, oneWay } = choicesOf(given, 12)
        expect(mutual.length * 2 + oneWay.length).toBe(given.flatMap(({ choices }) => choices).length)
      }),
    ))
})

test('between two waves there are new pairs, lost ones, and whoever is no longer alone', () =>
  expect(
    changeBetween(
      {
        mutual: [
          [1, 2],
          [3, 4],
        ],
        alone: [5, 6],
      },
      {
        mutual: [
          [1, 2],
          [2, 5],
        ],
        alone: [6, 7],
      },
    ),
  ).toEqual({
    newPairs: [[2, 5]],
    lostPairs: [[3, 4]],
    noLongerAlone: [5],
    nowAlone: [7],
  }))

describe('a class code', () => {
  test('has two groups of four signs that are not taken for one another', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(codeFrom(bytes)).toMatch(/^[ACDEFGHJKLMNPQRTUVWXY34679]{4}-[ACDEFGHJKLMNPQRTUVWXY34679]{4}$/)
      }),
    ))
  test.each(['acde-fghj', ' ACDE FGHJ ', 'AcDe.FgHj'])('typed as %s is the same', (typed) =>
    expect(plainCode(typed)).toBe('ACDEFGHJ'),
  )
})

test.each([
  [2025, '2026-08-31', false],
  [2025, '2026-09-01', true],
  [2026, '2026-11-22', false],
])('a class of %i is over on %s: %s', (year, today, over) => expect(isYearOver(year, today)).toBe(over))
