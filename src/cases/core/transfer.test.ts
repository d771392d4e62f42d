import { expect, test } from 'vitest'
import { wholeOf } from '../../persons/core/sheet.schema.ts'
import { offeredValues, shortName } from './transfer.ts'

const amina = wholeOf({
  ...{ familyName: 'Diallo', givenName: 'Amina', birthDate: '1990-05-02', birthplace: 'Dakar' },
  ...{ codiceFiscale: 'DLLMNA90E42Z343X', phones: ['+393331112233'], address: 'Via Vecchia 1' },
  ...{ languages: ['fr', 'wo'], interpreterNeeded: true },
})

test('who the person is always goes, or nobody could be counted once', () => {
  expect(offeredValues(amina, [])).toMatchObject({
    familyName: 'Diallo',
    birthDate: '1990-05-02',
    birthplace: 'Dakar',
    codiceFiscale: 'DLLMNA90E42Z343X',
  })
})

test('contacts and languages go when they were chosen, the old address never', () => {
  expect(Object.keys(offeredValues(amina, []))).not.toContain('phones')
  expect(offeredValues(amina, ['contacts'])).toMatchObject({ phones: ['+393331112233'] })
  expect(offeredValues(amina, ['languages'])).toMatchObject({ languages: ['fr', 'wo'], interpreterNeeded: true })
  const all = offeredValues(amina, ['contacts', 'languages', 'household', 'places'])
  expect(Object.keys(all).filter((name) => /address|domicile|municipality/.test(name))).toEqual([])
})

test('a list says the first name and one letter', () => expect(shortName(amina)).toBe('Amina D.'))
