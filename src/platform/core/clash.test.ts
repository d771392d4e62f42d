import { expect, test } from 'vitest'
import { mergeTexts } from './clash.ts'

const base = { name: 'Fare Legami', funder: 'Fondazione', days: '7' }

test('what each of two people changed stays', () =>
  expect(mergeTexts(base, { ...base, name: 'Legami' }, { ...base, days: '9' })).toEqual({
    together: { name: 'Legami', funder: 'Fondazione', days: '9' },
    clashes: [],
  }))
test('the same field changed by both is shown with both texts, and mine is not lost', () =>
  expect(mergeTexts(base, { ...base, days: '5' }, { ...base, days: '9' })).toEqual({
    together: { ...base, days: '5' },
    clashes: [{ name: 'days', mine: '5', theirs: '9' }],
  }))
test('the same change by both is no clash', () =>
  expect(mergeTexts(base, { ...base, days: '9' }, { ...base, days: '9' }).clashes).toEqual([]))
test('a field that one of them emptied is empty', () =>
  expect(mergeTexts(base, base, { name: 'Fare Legami', days: '7' }).together.funder).toBe(''))
