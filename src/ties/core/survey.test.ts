import { describe, expect, test } from 'vitest'
import { saidIn, surveyBodies, surveyFigures, surveyPairs, type Told } from './survey.ts'

const bodies = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, kind: 'parish', invited: true, answered: id !== 'd' }))
const told: Told = {
  arcs: [
    { from: 'a', to: 'b', often: 2 },
    { from: 'b', to: 'a', often: 4 },
    { from: 'c', to: 'a', often: 1 },
  ],
  scores: [{ id: 'a', voices: 3, trust: 3.5, value: 2 }],
  all: { trust: 3, value: 2.5 },
}

describe('a survey among bodies', () => {
  test('counts a pair once, whoever tells of it, and how many voices are returned', () =>
    expect(surveyFigures(2026, bodies, told)).toEqual({
      year: 2026,
      invited: 4,
      answered: 3,
      pairs: 2,
      density: 2 / 6,
      reciprocity: 2 / 3,
      alone: 1,
      trust: 3,
      value: 2.5,
    }))
  test('has no density with one body, and no reciprocity without a voice', () =>
    expect(
      surveyFigures(2026, bodies.slice(0, 1), { arcs: [], scores: [], all: { trust: null, value: null } }),
    ).toMatchObject({
      density: null,
      reciprocity: null,
      pairs: 0,
    }))
  test('tells scores only where they were told to it, and keeps the order of names', () =>
    expect(surveyBodies(bodies, told).map(({ id, named, names, trust }) => [id, named, names, trust])).toEqual([
      ['a', 2, 1, 3.5],
      ['b', 1, 1, null],
      ['c', 0, 1, null],
      ['d', 0, 0, null],
    ]))
  test('stands beside what is seen: told by both, by one, or only seen; few pacts are not counted aloud', () =>
    expect(
      surveyPairs(
        told.arcs,
        [
          { a: 'b', b: 'a', pacts: 7 },
          { a: 'c', b: 'd', pacts: 2 },
        ],
        5,
      ),
    ).toEqual([
      { a: 'a', b: 'b', told: 'both', often: 4, seen: true, pacts: 7 },
      { a: 'a', b: 'c', told: 'one', often: 1, seen: false, pacts: null },
      { a: 'c', b: 'd', told: 'none', often: null, seen: true, pacts: null },
    ]))
})

describe('a form', () => {
  const whole = {
    often: '3',
    joint: ['people', 'nothing'],
    trust1: '1',
    trust2: '2',
    trust3: '3',
    value1: '4',
    value2: '4',
    value3: '1',
  }
  test('is read whole, with what is not ours left out', () =>
    expect(saidIn(whole)).toEqual({ often: 3, joint: ['people'], trust: [1, 2, 3], value: [4, 4, 1] }))
  test.each(['often', 'trust2', 'value3'])('without %s is not enough', (name) =>
    expect(saidIn({ ...whole, [name]: '' })).toBeUndefined(),
  )
  test.each(['0', '5', '10', 'x'])('with a score of %s is not enough', (score) =>
    expect(saidIn({ ...whole, trust1: score })).toBeUndefined(),
  )
})
