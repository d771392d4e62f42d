import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from './editDistance.ts'
import { fiscalCodeRoot, hasFiscalCodeForm, isOmocode } from './fiscalCodeForm.ts'
import { compareIdentity, type Identity, type MatchLevel, MatchReason, nameLikeness, rankMatches } from './match.ts'
import { phoneticKey, phoneticKeys, searchKey, tidyName } from './name.ts'
import { personWords } from './person.words.ts'

describe('names that a registrar hears as one have one key', () => {
  test.each([
    ['Ferrari', 'Ferari'],
    ['Müller', 'Mueller'],
    ['Müller', 'MULLER'],
    ['Cò', 'Co'],
    ['Agnelli', 'Anielli'],
    ['Pagliari', 'Paliari'],
    ['Kristian', 'Cristian'],
    ['Christian', 'Cristian'],
    ['Hoxha', 'Oksa'],
    ['Ghezzi', 'Gezzi'],
    ['Iannaccone', 'Jannaccone'],
    ['Walter', 'Valter'],
    ['Aquaroli', 'Akuaroli'],
    ["D'Amico", 'Damico'],
    ['De Luca', 'DELUCA'],
    ['El Amrani', 'El-Amrani'],
    ['Youssef', 'Yusef'],
  ])('%s and %s', (a, b) => {
    expect(phoneticKey(a)).toBe(phoneticKey(b))
  })

  test.each([
    ['Maria', 'Mario'],
    ['Rossi', 'Russo'],
    ['Ricci', 'Ricchi'],
  ])('but %s and %s do not', (a, b) => {
    expect(phoneticKey(a)).not.toBe(phoneticKey(b))
  })

  test('a prefix and the parts of a double name are keys of their own', () => {
    expect(phoneticKeys('El Amrani')).toEqual(['elamrani', 'amrani'])
    expect(phoneticKeys('Maria Teresa')).toEqual(['mariateresa', 'maria', 'teresa'])
  })

  test('search forgets accents, case and apostrophes', () => {
    expect(searchKey(' D’Amico-Cò ')).toBe('damico co')
    expect(searchKey('Łukasz Çelik')).toBe('lukasz celik')
  })

  test.each([
    ["DALL'OLIO", "Dall'Olio"],
    ['EL\u00a0AMRANI', 'El Amrani'],
    ['D’Amico', "D'Amico"],
    ['McKay', 'McKay'],
  ])('%s is tidied to %s', (written, shown) => {
    expect(tidyName(written)).toBe(shown)
  })
})

test.each([
  ['Bianchi', 'Bianchi', 'equal'],
  ['Bianchi', 'Bianki', 'soundsAlike'],
  ['Bianchi', 'Bianch', 'typing'],
  ['Guarneri', 'Gaurneri', 'typing'],
  ['Maria Teresa', 'Teresa', 'part'],
  ['Amrani', 'El Amrani', 'part'],
  ['Rossi', 'Bianchi', 'different'],
  ['Li', 'Lo', 'different'],
  ['??', 'Rossi', 'different'],
] as const)('%s and %s: %s', (a, b, likeness) => {
  expect(nameLikeness(a, b)).toBe(likeness)
})

test('neighbours swapped are one slip', () => {
  expect(editDistance('rossi', 'rosis')).toBe(1)
  expect(editDistance('', 'ab')).toBe(2)
  expect(editDistance('crema', 'cremona')).toBe(2)
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
})

describe('the codice fiscale by its form', () => {
  test.each([
    ['FRRMRA41P61F205W', true],
    ['FRRMRA41P61F205X', false],
    ['DMCNVS95H65H35TE', true],
    ['FRRMRA41P61F205', false],
  ])('%s: %s', (code, right) => {
    expect(hasFiscalCodeForm(code)).toBe(right)
  })

  test('an omocode has the root of the code that it replaced', () => {
    expect(isOmocode('DMCNVS95H65H35TE')).toBe(true)
    expect(fiscalCodeRoot('DMCNVS95H65H35TE')).toBe('DMCNVS95H65H357')
  })
})

const maria: Identity = { familyName: 'Ferrari', givenName: 'Maria', birthDate: '1941-09-21' }
const withCode = { ...maria, fiscalCode: 'FRRMRA41P61F205W' }

describe('two records are compared, and the reasons are told', () => {
  const cases: [string, Identity, Identity, MatchLevel, MatchReason[]][] = [
    [
      'one code, a name cut short',
      withCode,
      { ...withCode, familyName: 'FERRAR' },
      'same',
      ['fiscalCodeEqual', 'namesTyping', 'birthDateEqual'],
    ],
    [
      'one code on another name',
      withCode,
      { familyName: 'Hoxha', givenName: 'Luca', birthDate: '1980-01-01', fiscalCode: 'frrmra41p61f205w' },
      'likely',
      ['fiscalCodeEqual', 'familyNameDifferent', 'givenNameDifferent', 'birthDateDifferent'],
    ],
    [
      'a code with one wrong letter',
      withCode,
      { ...maria, fiscalCode: 'FRRMRA41P61F206W' },
      'likely',
      ['fiscalCodeOneLetter', 'namesEqual', 'birthDateEqual'],
    ],
    [
      'two valid codes',
      withCode,
      { ...maria, fiscalCode: 'HXHCHR44B67G306B' },
      'possible',
      ['fiscalCodeDifferent', 'namesEqual', 'birthDateEqual'],
    ],
    [
      'two valid codes, two births',
      withCode,
      { ...maria, birthDate: '1944-02-27', fiscalCode: 'HXHCHR44B67G306B' },
      'none',
      [],
    ],
    ['no code, same name and birth', maria, { ...maria }, 'likely', ['namesEqual', 'birthDateEqual']],
    [
      'no code, same phone too',
      { ...maria, phones: ['+393334151952'] },
      { ...maria, phones: ['+393334151952'] },
      'same',
      ['namesEqual', 'birthDateEqual', 'contactEqual'],
    ],
    [
      'names swapped',
      maria,
      { ...maria, familyName: 'Maria', givenName: 'Ferrari' },
      'likely',
      ['namesSwapped', 'birthDateEqual'],
    ],
    [
      'day and month swapped',
      { ...maria, birthDate: '1941-09-10' },
      { ...maria, birthDate: '1941-10-09' },
      'likely',
      ['namesEqual', 'birthDateSwapped'],
    ],
    ['one digit off', maria, { ...maria, birthDate: '1941-09-27' }, 'likely', ['namesEqual', 'birthDateOneDigit']],
    [
      'only the year',
      maria,
      { ...maria, birthDate: null, birthYear: 1941 },
      'possible',
      ['namesEqual', 'birthYearEqual'],
    ],
    ['no birth at all', maria, { familyName: 'Ferrari', givenName: 'Maria' }, 'possible', ['namesEqual']],
    ['a namesake of another age', maria, { ...maria, birthDate: '1990-01-02' }, 'none', []],
    ['another given name', maria, { ...maria, givenName: 'Lucia' }, 'none', []],
    [
      'a family name changed, same town',
      { ...maria, municipalityIstat: '019036' },
      { ...maria, familyName: 'Zanetti', municipalityIstat: '019036' },
      'possible',
      ['familyNameDifferent', 'birthDateEqual', 'municipalityEqual'],
    ],
    [
      'another sex',
      { ...maria, sex: 'female' },
      { ...maria, sex: 'male' },
      'possible',
      ['namesEqual', 'birthDateEqual', 'sexDifferent'],
    ],
  ]
  test.each(cases)('%s', (_, a, b, level, reasons) => {
    expect(compareIdentity(a, b)).toMatchObject({
      level,
      reasons: MatchReason.options.filter((reason) => reasons.includes(reason)),
    })
  })

  test('the closest comes first and strangers are left out', () => {
    const others = [{ ...maria, givenName: 'Mria', birthDate: '1941-09-22' }, { ...maria, givenName: 'Omar' }, withCode]
    expect(rankMatches(withCode, others).map(({ match }) => match.level)).toEqual(['same', 'possible'])
  })

  test('every reason and level has its words', () => {
    for (const reason of MatchReason.options) expect(personWords.it).toHaveProperty([`persons.match.${reason}`])
  })
})

const names = fc.constantFrom(
  'Rossi',
  'Rosi',
  'De Luca',
  'Deluca',
  'Maria',
  'Maria Teresa',
  'Teresa',
  'Cò',
  'C',
  '',
  '??',
  'Müller',
)
const codes = fc.constantFrom(
  null,
  'FRRMRA41P61F205W',
  'FRRMRA41P61F206W',
  'HXHCHR44B67G306B',
  'DMCNVS95H65H35TE',
  'xx',
)
const days = fc.constantFrom(null, '1941-09-21', '1941-09-12', '1941-12-09', '1990-01-01')
const identities: fc.Arbitrary<Identity> = fc.record({
  familyName: fc.oneof(names, fc.string({ maxLength: 12 })),
  givenName: names,
  birthDate: days,
  birthYear: fc.constantFrom(null, 1941, 1990),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  fiscalCode: codes,
  municipalityIstat: fc.constantFrom(null, '019035'),
  phones: fc.constantFrom([], ['+393334151952']),
})

describe('for any two records', () => {
  test('the order does not matter', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        expect(compareIdentity(a, b)).toEqual(compareIdentity(b, a))
      }),
    )
  })

  test('two different valid codes are never the same person', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        const bare = [a.fiscalCode, b.fiscalCode].filter((code) => code && hasFiscalCodeForm(code))
        fc.pre(bare.length === 2 && bare[0] !== bare[1])
        expect(compareIdentity(a, b).level).not.toBe('same')
      }),
    )
  })

  test('a record with names resembles itself', () => {
    fc.assert(
      fc.property(identities, (a) => {
        fc.pre(searchKey(a.familyName) !== '' && searchKey(a.givenName) !== '')
        expect(compareIdentity(a, a).level).not.toBe('none')
        if (a.fiscalCode && hasFiscalCodeForm(a.fiscalCode)) expect(compareIdentity(a, a).level).toBe('same')
      }),
    )
  })

  test('a likeness always has its reason', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        const { level, reasons } = compareIdentity(a, b)
        expect(reasons.length > 0).toBe(level !== 'none')
      }),
    )
  })
})
