import { describe, expect, test } from 'vitest'
import { disagreements, placeOfBirth, readFiscalCode } from './fiscalCode.ts'
import { readPhone } from './phone.ts'

const today = '2026-11-24'

describe('a codice fiscale is read', () => {
  test.each([
    ['HXHCHR44B67G306B', 'HXHCHR44B67G306B', '1944-02-27', 'female', 'G306'],
    ['kralcu55e14f205m', 'KRALCU55E14F205M', '1955-05-14', 'male', 'F205'],
    [' GRNSFN 05P01Z100B', 'GRNSFN05P01Z100B', '2005-09-01', 'male', 'Z100'],
    ['DMCNVS95H65H35TE', 'DMCNVS95H65H35TE', '1995-06-25', 'female', 'H357'],
  ])('%s', (text, normalized, birthDate, sex, birthplaceCode) => {
    expect(readFiscalCode(text, today)).toEqual({ ok: true, normalized, birthDate, sex, birthplaceCode })
  })

  test.each([
    ['a short one', 'GRNNIO46P52', 'persons.fiscalCodeForm'],
    ['another thing', 'non ce l’ha', 'persons.fiscalCodeForm'],
    ['a wrong check letter', 'HXHCHR44B67G306C', 'persons.fiscalCodeCheck'],
    ['30 February', 'MRARSS80B30H501W', 'persons.fiscalCodeDate'],
    ['29 February of a common year', 'MRARSS81B29H501Q', 'persons.fiscalCodeDate'],
  ])('%s is refused', (_, text, code) => {
    expect(readFiscalCode(text, today)).toEqual({ ok: false, code })
  })

  test('two digits of a year never mean a day to come', () => {
    expect(readFiscalCode('DMCPTR26M11D150F', '2026-08-12')).toMatchObject({ birthDate: '2026-08-11' })
    expect(readFiscalCode('DMCPTR26M11D150F', '2026-08-10')).toMatchObject({ birthDate: '1926-08-11' })
  })
})

describe('a codice fiscale is compared with what is known', () => {
  const chiara = { familyName: 'Hoxha', givenName: 'Chiara', birthDate: '1944-02-27', sex: 'female' } as const
  test.each([
    ['all of it', chiara, []],
    ['nothing of the birth', { ...chiara, birthDate: null, sex: 'unknown' as const }, []],
    ['another family name', { ...chiara, familyName: 'Rossi' }, ['familyName']],
    ['another day and sex', { ...chiara, birthDate: '1944-02-26', sex: 'male' as const }, ['birthDate', 'sex']],
  ])('%s', (_, subject, parts) => {
    expect(disagreements('HXHCHR44B67G306B', subject)).toEqual(parts)
  })

  test('prefixes, accents and double names are written as the tax office does', () => {
    const luca = { familyName: 'De Luca', givenName: 'Noemi', birthDate: '1971-04-15', sex: 'female' } as const
    expect(disagreements('DLCNMO71D55B898D', luca)).toEqual([])
  })
})

test('a cadastral code names its place', async () => {
  expect(await placeOfBirth('G306')).toEqual({ name: 'Pandino', province: 'CR' })
  expect(await placeOfBirth('Z100')).toMatchObject({ name: 'Albania' })
  expect(await placeOfBirth('Q999')).toBeNull()
})

test.each([
  ['333 4151952', '+393334151952'],
  ['0373.64804', '+39037364804'],
  ['+39 339/187015', '+39339187015'],
  ['0039 347 460 1713', '+393474601713'],
  ['+40 721 234 567', '+40721234567'],
  ['12345', null],
  ['nessuno', null],
])('the phone %s is %s', (written, read) => {
  expect(readPhone(written)).toBe(read)
})
