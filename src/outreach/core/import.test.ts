import { describe, expect, test } from 'vitest'
import { guessMapping } from './import.columns.ts'
import { type ExistingPerson, type ImportOrder, planImport } from './import.plan.ts'
import { checkMapping, refusedTable, sayProblem } from './import.refused.ts'
import { anImportContext } from './import.sample.ts'
import { ImportDraft, type ImportField, ImportMapping, Refusing, Warning } from './import.schema.ts'
import { mapRow } from './import.ts'
import { cleaned, readCount, readDay, readMunicipality, readSex, readYesNo } from './import.values.ts'
import { importWords } from './import.words.ts'

const context = anImportContext()
const fields: ImportField[] = [
  'reportedOn',
  'familyName',
  'givenName',
  'sex',
  'birthDate',
  'fiscalCode',
  'municipality',
  'phone',
  'email',
  'householdSize',
  'minors',
  'reason',
  'contactPermission',
  'urgent',
]
const mapping = ImportMapping.parse(Object.fromEntries(fields.map((field, column) => [field, column])))
const good: Partial<Record<ImportField, string>> = {
  reportedOn: '24/10/2026',
  familyName: 'Ferrari',
  givenName: 'Lucia',
  municipality: 'Crema',
  contactPermission: 'sì',
}
const aRow = (with_: Partial<Record<ImportField, string>> = {}): string[] => {
  const row = { ...good, ...with_ }
  return fields.map((field) => row[field] ?? '')
}

describe('columns are told by their titles', () => {
  test.each([
    [
      ['N.', 'Data segnalazione', 'Cognome', 'Nome', 'Sesso', 'Nato/a il', 'Cod. Fisc.', 'Comune di residenza'],
      { reportedOn: 1, familyName: 2, givenName: 3, sex: 4, birthDate: 5, fiscalCode: 6, municipality: 7 },
    ],
    [
      ['Surname', 'First name', 'Date of birth', 'Town', 'Phone', 'Consent', 'Reported by'],
      { familyName: 0, givenName: 1, birthDate: 2, municipality: 3, phone: 4, contactPermission: 5, reporter: 6 },
    ],
    [
      ['NOME', 'COGNOME', 'DATA NASC.', 'CELL.', 'Città'],
      { givenName: 0, familyName: 1, birthDate: 2, phone: 3, municipality: 4 },
    ],
    [['Pippo', 'Motivo del rifiuto'], {}],
  ])('%j', (header, expected) => {
    expect(guessMapping(header)).toEqual(expected)
  })

  test('names are needed, and a column is used once', () => {
    expect(checkMapping({ familyName: 1 })).toMatchObject({ refusal: { code: 'outreach.importNoNames' } })
    expect(checkMapping({ familyName: 1, givenName: 1 })).toMatchObject({
      refusal: { code: 'outreach.importColumnTwice' },
    })
    expect(checkMapping({ familyName: 1, givenName: 2 }).ok).toBe(true)
  })
})

describe('a day is read as people write it', () => {
  test.each([
    ['24/10/2026', '2026-10-24'],
    ['1.7.2026', '2026-07-01'],
    ['28-02-41', '1941-02-28'],
    ['01-09-05', '2005-09-01'],
    ['02/04/00', '2000-04-02'],
    ['2026-08-26', '2026-08-26'],
    ['2026-08-26T10:00:00', '2026-08-26'],
    ['7 agosto 2026', '2026-08-07'],
    ['3 May 1990', '1990-05-03'],
    ['46288', '2026-09-23'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, context.today)).toMatchObject({ kind: 'day', day })
  })

  test.each([
    ['31/02/2026'],
    ['29/02/2025'],
    ['00/01/2026'],
    ['12/25/2026'],
    ['ieri'],
    ['1'],
    ['99999'],
    ['2040'],
    ['7 brumaio 2026'],
  ])('%s is no day', (text) => {
    expect(readDay(text, context.today)).toEqual({ kind: 'impossible' })
  })

  test('a year alone stays a year', () => {
    expect(readDay('1938', context.today)).toEqual({ kind: 'year', year: 1938 })
  })

  test('two digits that may be two centuries are said to be guessed', () => {
    expect(readDay('05-03-18', context.today)).toEqual({ kind: 'day', day: '2018-03-05', centuryGuessed: true })
    expect(readDay('05-03-41', context.today)).toMatchObject({ day: '1941-03-05', centuryGuessed: false })
  })

  test('a recent day belongs to this century even when it is to come', () => {
    expect(readDay('30-11-26', context.today, true)).toMatchObject({ day: '2026-11-30' })
  })
})

describe('other values', () => {
  test.each([
    ['X', true],
    ['s', true],
    ['Si', true],
    ['sì', true],
    ['no', false],
    ['', false],
    ['da chiedere', null],
  ])('%j as yes or no: %s', (text, read) => {
    expect(readYesNo(text)).toBe(read)
  })

  test.each([
    ['F', 'female'],
    ['Femmina', 'female'],
    ['m', 'male'],
    ['', 'unknown'],
    ['?', null],
  ])('sex %j: %s', (text, read) => {
    expect(readSex(text)).toBe(read)
  })

  test.each([
    ['4', { count: 4, isSum: false }],
    ['4+1', { count: 5, isSum: true }],
    ['quattro', null],
    ['-1', null],
  ])('count %j', (text, read) => {
    expect(readCount(text)).toEqual(read)
  })

  test.each([
    ['non ha', ''],
    ['Nessuno', ''],
    ['-', ''],
    ["'+39 333", '+39 333'],
    ["D'Amico", "D'Amico"],
  ])('%j is cleaned to %j', (text, read) => {
    expect(cleaned(text)).toBe(read)
  })

  test.each([
    ['CREMA (CR)', { kind: 'found', istat: '019035' }],
    ["Rivolta D'adda ", { kind: 'found', istat: '019084' }],
    ['019036', { kind: 'found', istat: '019036' }],
    ['Casalmagiore', { kind: 'corrected', istat: '019021', name: 'Casalmaggiore' }],
    ['Cremma', { kind: 'corrected', istat: '019035', name: 'Crema' }],
    ['26013', { kind: 'unknown' }],
    ['Milano', { kind: 'unknown' }],
  ])('municipality %s', (text, read) => {
    expect(readMunicipality(text, context.municipalities)).toEqual(read)
  })
})

describe('a row that goes in', () => {
  test('is tidied', () => {
    const mapped = mapRow(
      aRow({
        familyName: "DALL'OLIO",
        sex: 'F',
        birthDate: '11/01/1984',
        phone: '333 4151952',
        email: 'Lucia@Esempio.invalid',
        householdSize: '3',
        minors: '2',
        urgent: 'urgente!',
      }),
      mapping,
      context,
    )
    expect(mapped).toMatchObject({
      ok: true,
      warnings: [],
      draft: {
        reportedOn: '2026-10-24',
        familyName: "Dall'Olio",
        sex: 'female',
        birthDate: '1984-01-11',
        municipalityIstat: '019035',
        phone: '+393334151952',
        email: 'lucia@esempio.invalid',
        householdSize: 3,
        minors: 2,
        urgent: true,
      },
    })
    expect(mapped.ok && ImportDraft.safeParse(mapped.draft).success).toBe(true)
  })

  test.each([
    ['email', 'mario@@esempio.invalid', 'emailInvalid', { email: null }],
    ['phone', '12345', 'phoneInvalid', { phone: null }],
    ['birthDate', '31/02/1990', 'birthDateImpossible', { birthDate: null }],
    ['birthDate', '24/12/2026', 'birthDateFuture', { birthDate: null }],
    ['birthDate', '1938', 'birthYearOnly', { birthDate: null, birthYear: 1938 }],
    ['birthDate', '05-03-18', 'birthCenturyGuessed', { birthDate: '2018-03-05' }],
    ['sex', '?', 'sexUnclear', { sex: 'unknown' }],
    ['fiscalCode', 'GRNNIO46P52', 'fiscalCodeForm', { fiscalCode: null }],
    ['municipality', '', 'municipalityMissing', { municipalityIstat: null }],
    ['municipality', 'Casalmagiore', 'municipalityCorrected', { municipalityIstat: '019021' }],
    ['householdSize', '4+1', 'householdSizeSum', { householdSize: 5 }],
    ['householdSize', 'tanti', 'householdSizeUnclear', { householdSize: null }],
    ['minors', 'due', 'minorsUnclear', { minors: null }],
    ['reason', '\'=HYPERLINK("http://x.invalid";"clicca")', 'formulaLeftOut', { reason: null }],
    ['reason', 'x'.repeat(2001), 'tooLongLeftOut', { reason: null }],
    ['familyName', 'Nî??', 'lettersLost', { familyName: 'Nî??' }],
    ['urgent', 'appena possibile', 'urgentUnclear', { urgent: false }],
  ] as const)('%s %j is told as %s', (field, value, code, draft) => {
    expect(mapRow(aRow({ [field]: value }), mapping, context)).toMatchObject({
      ok: true,
      warnings: [{ field, code, value }],
      draft,
    })
  })

  test('more minors than people is left out', () => {
    expect(mapRow(aRow({ householdSize: '2', minors: '3' }), mapping, context)).toMatchObject({
      ok: true,
      warnings: [{ code: 'minorsTooMany' }],
      draft: { householdSize: 2, minors: null },
    })
  })

  test('the code of another person is left out; a code that differs in part waits for a human', () => {
    const code = 'FRRLCU84A51I827T'
    expect(
      mapRow(
        aRow({ fiscalCode: code, givenName: 'Maria' }),
        mapping,
        anImportContext({ fiscalCodeDisagreements: () => ['givenName'] }),
      ),
    ).toMatchObject({
      warnings: [{ code: 'fiscalCodeDisagrees', suggestion: 'givenName' }],
      draft: { fiscalCode: code },
    })
    expect(
      mapRow(
        aRow({ fiscalCode: code }),
        mapping,
        anImportContext({ fiscalCodeDisagreements: () => ['familyName', 'givenName'] }),
      ),
    ).toMatchObject({ warnings: [{ code: 'fiscalCodeOfAnother' }], draft: { fiscalCode: null } })
  })

  test('the birth date in the code is suggested and never written in silence', () => {
    expect(mapRow(aRow({ fiscalCode: 'FRRLCU84A51I827T', birthDate: '31/02/1984' }), mapping, context)).toMatchObject({
      warnings: [{ code: 'birthDateImpossible', suggestion: '1984-01-11' }],
      draft: { birthDate: null },
    })
  })
})

describe('a row that is refused', () => {
  test.each([
    ['contactPermission', 'no', 'noPermission'],
    ['contactPermission', '', 'noPermission'],
    ['contactPermission', 'da chiedere', 'noPermission'],
    ['givenName', '', 'nameMissing'],
    ['familyName', '??', 'nameMissing'],
    ['reportedOn', '', 'reportDateMissing'],
    ['reportedOn', '31/02/2026', 'reportDateImpossible'],
    ['reportedOn', '1938', 'reportDateImpossible'],
    ['reportedOn', '30/11/2026', 'reportDateFuture'],
    ['municipality', 'Milano', 'municipalityUnknown'],
  ] as const)('%s %j: %s', (field, value, code) => {
    expect(mapRow(aRow({ [field]: value }), mapping, context)).toMatchObject({
      ok: false,
      reasons: [{ field, code, value }],
    })
  })

  test('a row of totals is no person', () => {
    expect(mapRow(['TOTALE', '192'], mapping, context)).toMatchObject({
      ok: false,
      reasons: [{ code: 'totalsRow' }],
      contact: null,
    })
  })

  test('a list without a column of permission makes no person', () => {
    const { contactPermission: _, ...without } = mapping
    expect(mapRow(aRow(), without, context)).toMatchObject({ ok: false, reasons: [{ code: 'noPermission' }] })
  })

  test('what stays of someone who gave no permission names nobody', () => {
    const mapped = mapRow(
      aRow({ contactPermission: 'no', phone: '333 4151952', reason: 'vive sola' }),
      mapping,
      context,
    )
    expect(mapped.ok ? null : mapped.contact).toEqual({
      reportedOn: '2026-10-24',
      municipalityIstat: '019035',
      householdSize: null,
      minors: null,
      reporter: null,
      urgent: false,
    })
    expect(mapRow(aRow({ contactPermission: 'no', reportedOn: '' }), mapping, context)).toMatchObject({ contact: null })
  })
})

test('every problem has its words', () => {
  for (const code of [...Refusing.options, ...Warning.options])
    expect(importWords.it).toHaveProperty([`outreach.import.problem.${code}`])
  const told = [
    ...Refusing.options.map((code) => sayProblem('en', { field: null, code, value: 'v', suggestion: 's' })),
    ...Warning.options.map((code) => sayProblem('en', { field: null, code, value: 'v', suggestion: 's' })),
  ]
  expect(told.filter((text) => /\{\w+\}/.test(text))).toEqual([])
})

const aPlan = (rows: string[][], with_: Partial<ImportOrder> = {}) =>
  planImport({ rows, header: -1, mapping, context, keepAnonymous: false, candidates: () => [], ...with_ })
const born = { birthDate: '11/01/1984' }

describe('the plan says row by row what would happen', () => {
  test('a person who comes back is one person', () => {
    const phone = '333 4151952'
    const plan = aPlan([aRow({ ...born, phone }), aRow({ familyName: 'Zanetti' }), [], aRow({ ...born, phone })])
    expect(plan.rows.map(({ verdict, line }) => [line, verdict])).toEqual([
      [1, 'newPerson'],
      [2, 'newPerson'],
      [4, 'repeats'],
    ])
    expect(plan.rows[2]).toMatchObject({
      of: { line: 1, match: { reasons: ['namesEqual', 'birthDateEqual', 'contactEqual', 'municipalityEqual'] } },
    })
    expect(plan).toMatchObject({ blankRows: 1, counts: { newPerson: 2, repeats: 1, refused: 0 } })
  })

  test('a person written with given and family name swapped is seen', () => {
    const plan = aPlan([aRow(), aRow({ familyName: 'Lucia', givenName: 'Ferrari' })])
    expect(plan.rows[1]).toMatchObject({
      verdict: 'compare',
      withLines: [{ line: 1, match: { reasons: ['namesSwapped', 'municipalityEqual'] } }],
    })
  })

  test('a likeness within the list waits for a human', () => {
    const plan = aPlan([aRow(born), aRow({ ...born, familyName: 'Ferari' })])
    expect(plan.rows[1]).toMatchObject({
      verdict: 'compare',
      withLines: [
        { line: 1, match: { level: 'likely', reasons: ['namesSoundAlike', 'birthDateEqual', 'municipalityEqual'] } },
      ],
      withPersons: [],
    })
  })

  test('someone in the registry is found again, or compared', () => {
    const lucia: ExistingPerson = {
      personId: 'p1',
      followed: true,
      familyName: 'Ferrari',
      givenName: 'Lucia',
      birthDate: '1984-01-11',
      fiscalCode: 'FRRLCU84A51I827T',
    }
    const known = aPlan([aRow({ ...born, fiscalCode: 'FRRLCU84A51I827T' })], { candidates: () => [lucia] })
    expect(known.rows[0]).toMatchObject({
      verdict: 'existing',
      person: { personId: 'p1', followed: true, match: { level: 'same' } },
    })
    const alike = aPlan([aRow(born)], { candidates: () => [lucia] })
    expect(alike.rows[0]).toMatchObject({
      verdict: 'compare',
      withPersons: [{ personId: 'p1', match: { level: 'likely' } }],
    })
  })

  test('two records of the registry that are both the same person are left to a human', () => {
    const twice = ['p1', 'p2'].map(
      (personId): ExistingPerson => ({
        personId,
        followed: false,
        familyName: 'Ferrari',
        givenName: 'Lucia',
        fiscalCode: 'FRRLCU84A51I827T',
      }),
    )
    expect(aPlan([aRow({ fiscalCode: 'FRRLCU84A51I827T' })], { candidates: () => twice }).rows[0]).toMatchObject({
      verdict: 'compare',
    })
  })

  test('without permission: an anonymous contact if asked for, else back with its reason', () => {
    const rows = [aRow({ contactPermission: 'da chiedere' })]
    expect(aPlan(rows, { keepAnonymous: true }).rows[0]).toMatchObject({ verdict: 'anonymous' })
    expect(aPlan(rows).rows[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'noPermission' }] })
  })

  test('refused rows come back as they were sent, with their row and reason', () => {
    const header = [...fields]
    const rows = [header, aRow(), aRow({ municipality: 'Milano' })]
    const plan = aPlan(rows, { header: 0 })
    const table = refusedTable({ rows, header: 0, plan: plan.rows, language: 'it' })
    expect(table.header).toEqual([...header, 'Riga', 'Motivo del rifiuto'])
    expect(table.rows).toEqual([[...aRow({ municipality: 'Milano' }), '3', '«Milano» non è un comune del programma.']])
  })
})
