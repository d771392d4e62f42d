import { describe, expect, test } from 'vitest'
import { compareConfigurations } from './configuration.ts'
import { deadlineNames, limitsOf, readDeadline, unitOf } from './deadlines.ts'
import { placeOf, valueText } from './difference.ts'
import { codeFrom, dataFrom, districtCodeFrom, lastPosition, moved } from './entries.ts'
import { programmeTexts, readDeadlines, readProgramme } from './programme.form.ts'
import { newProgramme } from './settings.defaults.ts'
import { CatalogueItem, type Configuration, Deadlines, District } from './settings.schema.ts'

describe('the form of the programme', () => {
  test('shows every deadline, and reads back what it shows', () => {
    expect([...deadlineNames].sort()).toEqual(Object.keys(Deadlines.shape).sort())
    expect(readProgramme({ ...programmeTexts(newProgramme) })).toEqual({ ok: true, programme: newProgramme })
  })
  test('tells all that is to be mended at once', () =>
    expect(
      readProgramme({
        ...programmeTexts(newProgramme),
        name: ' ',
        startsOn: '2026-02-01',
        endsOn: '2026-01-01',
        'deadline-firstContactDays': '61',
        'deadline-reviewEveryDays': '',
        'deadline-followUpMonths': '3, sei',
        smallCell: '1',
      }),
    ).toEqual({
      ok: false,
      faults: [
        { field: 'name', kind: 'missing' },
        { field: 'endsOn', kind: 'period' },
        { field: 'deadline-reviewEveryDays', kind: 'limits' },
        { field: 'deadline-firstContactDays', kind: 'limits' },
        { field: 'deadline-followUpMonths', kind: 'limits' },
        { field: 'smallCell', kind: 'limits' },
      ],
    }))
  test('of a district follows the programme where it is left empty', () =>
    expect(readDeadlines({ 'deadline-firstContactDays': '5', 'deadline-interviewDays': ' ' })).toEqual({
      deadlines: { firstContactDays: 5 },
      wrong: [],
    }))
  test.each([
    ['firstContactDays', '7', 7],
    ['firstContactDays', '0', undefined],
    ['firstContactDays', '7 8', undefined],
    ['firstContactDays', '7.5', undefined],
    ['followUpMonths', '3, 6;12', [3, 6, 12]],
    ['followUpMonths', '', undefined],
  ] as const)('%s written as «%s»', (name, text, value) => expect(readDeadline(name, text)).toEqual(value))
  test('each deadline has its unit and its limits', () => {
    expect(limitsOf('followUpMonths')).toEqual({ min: 1, max: 60 })
    expect(limitsOf('signingCodeMinutes')).toEqual({ min: 5, max: 10_080 })
    expect(['maxExtensions', 'glassHours', 'termMonths', 'silenceDays'].map((name) => unitOf(name as never))).toEqual([
      'times',
      'hours',
      'months',
      'days',
    ])
  })
})

describe('entries of a list', () => {
  const entries = ['a', 'b', 'c'].map((code) => ({ code, position: 0 }))
  test.each([
    ['Corso di italiano', 'corsoDiItaliano'],
    ['Più tempo per sé', 'piuTempoPerSe'],
    ['3 mesi', 'n3Mesi'],
    ['È', 'eVoce'],
    ['Legàmi', 'legami2'],
  ])('«%s» gets the code %s', (label, code) => {
    expect(codeFrom(label, ['legami'])).toBe(code)
    expect(CatalogueItem.shape.code.safeParse(code).success).toBe(true)
  })
  test('a district gets one with dashes', () => {
    const code = districtCodeFrom('Ambito dell’Oglio Po e del grande fiume', [])
    expect(code).toBe('ambito-dell-oglio-po-e-del')
    expect(District.shape.code.safeParse(code).success).toBe(true)
    expect(districtCodeFrom('Ambito', ['ambito'])).toBe('ambito2')
  })
  test('move by one place, also when nobody had numbered them', () => {
    const after = moved(entries, 'c', -1)
    expect(after.toSorted((one, other) => one.position - other.position).map(({ code }) => code)).toEqual([
      'a',
      'c',
      'b',
    ])
    expect(moved(after, 'a', -1)).toEqual([])
    expect(moved(after, 'c', 1)).toEqual([
      { code: 'b', position: 20 },
      { code: 'c', position: 30 },
    ])
  })
  test('a new one comes last', () =>
    expect([lastPosition([]), lastPosition([{ code: 'a', position: 70 }])]).toEqual([10, 80]))
  test('keep the facts that the form does not know', () =>
    expect(dataFrom('pactKind', { budget: 2500, ageTo: 39 }, { ageFrom: '19', ageTo: '' })).toEqual({
      budget: 2500,
      ageFrom: 19,
      ageTo: null,
    }))
})

describe('a difference is told in the names that people gave', () => {
  const item = CatalogueItem.parse({
    id: '019c0000-0000-7000-8000-00000000ca7a',
    kind: 'support',
    code: 'course',
    labelIt: 'Corso',
    labelEn: 'Course',
    data: { unit: 'ore' },
    position: 1,
    active: true,
  })
  const before: Configuration = {
    format: 'fare-legami/configuration',
    version: 1,
    programme: newProgramme,
    districts: [],
    municipalities: [],
    catalogues: [item],
    targets: [],
  }
  const after: Configuration = {
    ...before,
    programme: { ...newProgramme, deadlines: { ...newProgramme.deadlines, silenceDays: 40 } },
    catalogues: [
      { ...item, data: { unit: 'giorni' } },
      { ...item, code: 'bonus', labelIt: 'Buono' },
    ],
  }
  test('with part, entry and field', () =>
    expect(compareConfigurations(before, after).map((difference) => placeOf(difference, [before, after]))).toEqual([
      { area: 'catalogues', entry: 'Buono', field: null },
      { area: 'catalogues', entry: 'Corso', field: 'unit' },
      { area: 'programme', entry: null, field: 'silenceDays' },
    ]))
  test('an entry that the file lacks is switched off once; a district that it lacks stays', () => {
    const district = { code: 'cremasco', name: 'Ambito Cremasco' } as Configuration['districts'][number]
    const whole = { ...before, districts: [district] }
    expect(compareConfigurations(whole, { ...before, catalogues: [] })).toEqual([
      { path: 'catalogues/support.course/active', before: true, after: false },
    ])
    const off = { ...whole, catalogues: [{ ...item, active: false }] }
    expect(compareConfigurations(off, { ...before, catalogues: [] })).toEqual([])
  })
  test.each([
    [null, ''],
    [true, 'sì'],
    [[3, 6], '3, 6'],
    [item, 'Corso'],
    [7, '7'],
  ])('%o', (value, text) => expect(valueText(value, 'sì', 'no')).toBe(text))
})
