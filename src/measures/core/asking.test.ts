import { describe, expect, test } from 'vitest'
import { isApart, occasionFor, turnsOf, whyNotAsked } from './asking.ts'
import { findInstrument } from './instruments.ts'
import type { Measure } from './measure.schema.ts'

const today = '2026-11-22'
const why = (code: string, born: { birthDate?: string; birthYear?: number }, loaded: readonly string[] = []) => {
  const one = findInstrument(code)
  if (!one) throw new Error(code)
  const texts = loaded.map((language) => ({ code, version: 1, language, revision: 1, texts: {} }))
  return whyNotAsked(
    one,
    { birthDate: born.birthDate ?? null, birthYear: born.birthYear ?? null },
    { loaded: texts, today },
  )
}

test.each([
  ['of an adult', 'osss3', { birthDate: '1980-01-01' }, undefined],
  ['on the day of eighteen', 'osss3', { birthDate: '2008-11-22' }, undefined],
  ['the day before', 'osss3', { birthDate: '2008-11-23' }, 'tooYoung'],
  ['of somebody of sixteen about things that lack', 'eusilc13', { birthDate: '2010-11-22' }, undefined],
  ['when only the year is known and it might be too early', 'osss3', { birthYear: 2008 }, 'tooYoung'],
  ['when nobody knows the age', 'osss3', {}, 'ageUnknown'],
  ['of a child, when it is a talk about how things go', 'ladder', {}, undefined],
  ['without texts', 'who5', { birthDate: '1980-01-01' }, 'noTexts'],
  ['switched off', 'brs', { birthDate: '1980-01-01' }, 'off'],
])('%s', (_, code, born, wanted) => expect(why(code, born)).toBe(wanted))
test('texts in any language let it be asked', () =>
  expect(why('who5', { birthDate: '1980-01-01' }, ['ar'])).toBeUndefined())

type Rated = Pick<Measure, 'id' | 'occasionId' | 'instrument' | 'rater' | 'state' | 'moment'>
const rating = (rater: Measure['rater'], occasionId = 'one', state: Measure['state'] = 'done'): Rated => ({
  id: `${occasionId}-${rater}`,
  occasionId,
  instrument: 'ladder',
  rater,
  state,
  moment: 'T0',
})

describe('two who look at the same life', () => {
  test('do not see each other’s view before both have given theirs', () => {
    const [mine, yours] = [rating('person'), rating('worker')]
    expect(isApart(mine, [mine])).toBe(true)
    expect(isApart(mine, [mine, rating('worker', 'one', 'open')])).toBe(true)
    expect(isApart(mine, [mine, yours])).toBe(false)
  })
  test('then agree', () => {
    expect(turnsOf([], 'one')).toEqual(['person', 'worker'])
    expect(turnsOf([rating('worker')], 'one')).toEqual(['person'])
    expect(turnsOf([rating('person'), rating('worker')], 'one')).toEqual(['agreed'])
    expect(turnsOf([rating('person'), rating('worker'), rating('agreed')], 'one')).toEqual([])
  })
  test('meet on the same occasion, and a new one begins when both had their turn', () => {
    const asked = { instrument: 'ladder', moment: 'T0' } as const
    expect(occasionFor([rating('person')], { ...asked, rater: 'worker' })).toBe('one')
    expect(occasionFor([rating('person')], { ...asked, rater: 'person' })).toBeUndefined()
    expect(occasionFor([rating('person', 'one', 'dropped')], { ...asked, rater: 'worker' })).toBeUndefined()
    expect(occasionFor([rating('person')], { ...asked, moment: 'T1', rater: 'worker' })).toBeUndefined()
  })
})
