import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, clashesOf } from './change.ts'
import { compareRecords, mayJoin, mergeRecords, unmerge } from './merge.ts'
import { entryOf, patchOf } from './person.form.ts'
import { type PersonValues, wholeOf } from './sheet.schema.ts'

const sheet = (more: Partial<PersonValues> = {}): PersonValues =>
  wholeOf({ familyName: 'Zanetti', givenName: 'Luisa', ...more })

describe('two records side by side', () => {
  test.each([
    ['equal', { address: 'via Po' }, { address: 'via Po' }, 'same'],
    ['only on the kept one', { address: 'via Po' }, {}, 'same'],
    ['only on the other', {}, { address: 'via Po' }, 'filled'],
    ['on both, different', { address: 'via Po' }, { address: 'via Adda' }, 'differs'],
  ] as const)('a field %s', (_, kept, merged, state) => {
    const line = compareRecords(sheet(kept), sheet(merged)).find(({ field }) => field === 'address')
    expect(line?.state).toBe(state)
  })
  test('a sex that is not stated gives way, and two lists become one', () => {
    const states = compareRecords(sheet({ emails: ['a@x.it'] }), sheet({ sex: 'female', emails: ['b@x.it', 'a@x.it'] }))
    expect(states.map(({ field, state }) => [field, state])).toContainEqual(['sex', 'filled'])
    expect(states.map(({ field, state }) => [field, state])).toContainEqual(['emails', 'joined'])
  })
  test('a year is not compared with a date', () => {
    const joined = mergeRecords(sheet({ birthYear: 1980 }), sheet({ birthDate: '1980-02-03', birthYear: 1980 }), {})
    expect(joined).toMatchObject({ ok: true, value: { birthDate: '1980-02-03', birthYear: 1980 } })
  })
})

const text = fc.constantFrom(null, 'a', 'b', 'c')
const values: fc.Arbitrary<PersonValues> = fc
  .record({
    address: text,
    birthplace: text,
    calledName: text,
    birthDate: fc.constantFrom(null, '1980-01-01', '1981-02-02'),
    sex: fc.constantFrom('female', 'male', 'unknown'),
    phones: fc.uniqueArray(fc.constantFrom('+391', '+392', '+393', '+394'), { maxLength: 4 }),
    interpreterNeeded: fc.boolean(),
  })
  .map((some) => sheet(some))
const everyChoice = {
  address: 'merged',
  birthplace: 'kept',
  calledName: 'merged',
  birthDate: 'merged',
  sex: 'kept',
} as const

describe('for any two records', () => {
  test('what a merge changed is taken back exactly', () => {
    fc.assert(
      fc.property(values, values, (kept, merged) => {
        const joined = mergeRecords(kept, merged, everyChoice)
        if (!joined.ok) throw new Error(joined.refusal.code)
        expect(unmerge(joined.value, changesBetween(kept, joined.value))).toEqual({ values: kept, stayed: [] })
      }),
    )
  })
  test('a later edit of a text stays and is named', () => {
    fc.assert(
      fc.property(values, values, (kept, merged) => {
        const joined = mergeRecords(kept, merged, everyChoice)
        if (!joined.ok) throw new Error(joined.refusal.code)
        const changes = changesBetween(kept, joined.value)
        const { values: back, stayed } = unmerge({ ...joined.value, address: 'later' }, changes)
        expect(back.address).toBe('later')
        expect(stayed).toEqual(changes.some(({ field }) => field === 'address') ? ['address'] : [])
      }),
    )
  })
})

test.each([
  [false, false, null],
  [true, false, null],
  [false, true, 'persons.mergeKeepFollowed'],
  [true, true, 'persons.mergeBothFollowed'],
])('kept followed: %s, merged followed: %s', (kept, merged, code) => {
  const outcome = mayJoin(
    { id: 'a', followed: kept, mergedInto: null },
    { id: 'b', followed: merged, mergedInto: null },
  )
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('only a field that somebody changed since is a clash', () => {
  const changes = changesBetween(sheet({ address: 'theirs' }), sheet({ address: 'mine', calledName: 'Lu' }))
  const last = [{ field: 'address', version: 3, who: 'Carla', at: '2026-11-22T09:00:00.000Z' }]
  expect(clashesOf(changes, 3, last)).toEqual([])
  expect(clashesOf(changes, 2, last)).toMatchObject([
    { field: 'address', mine: 'mine', theirs: 'theirs', who: 'Carla' },
  ])
})

describe('a form', () => {
  test('reads several phones, and a year only where there is no date', () => {
    expect(entryOf({ familyName: ' Rossi ', givenName: 'Ida', phones: '1, 2;3', birthYear: '1980' })).toMatchObject({
      familyName: 'Rossi',
      phones: ['1', '2', '3'],
      birthYear: 1980,
    })
    expect(entryOf({ birthDate: '1981-01-01', birthYear: '1980' }).birthYear).toBeNull()
  })
  test('sends only what was changed, and never loses what it does not show', () => {
    const known = sheet({ domicile: { address: 'altrove', municipalityIstat: null }, languages: ['fr', 'it'] })
    const texts = { familyName: 'Zanetti', givenName: 'Luisa', sex: 'unknown', language: 'fr' }
    expect(patchOf(texts, known)).toEqual({})
    expect(patchOf({ ...texts, language: 'it' }, known)).toEqual({ languages: ['it', 'fr'] })
  })
})
