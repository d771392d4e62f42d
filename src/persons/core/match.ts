import { z } from 'zod'
import { editDistance } from './editDistance.ts'
import { fiscalCodeRoot, hasFiscalCodeForm, normalizeFiscalCode } from './fiscalCodeForm.ts'
import { phoneticKey, phoneticKeys, searchKey } from './name.ts'
import type { Sex } from './person.schema.ts'

/** What is compared; anything may be missing but the names. */
export type Identity = {
  readonly familyName: string
  readonly givenName: string
  readonly birthDate?: string | null
  readonly birthYear?: number | null
  readonly sex?: Sex
  readonly fiscalCode?: string | null
  readonly municipalityIstat?: string | null
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
}

/** Why two records look alike, or do not. Each has its words: 'persons.match.<reason>'. */
export const MatchReason = z.enum([
  'fiscalCodeEqual',
  'fiscalCodeOneLetter',
  'fiscalCodeOmocode',
  'fiscalCodeDifferent',
  'namesEqual',
  'namesSwapped',
  'namesSoundAlike',
  'namesTyping',
  'namesPart',
  'familyNameDifferent',
  'givenNameDifferent',
  'birthDateEqual',
  'birthDateSwapped',
  'birthDateOneDigit',
  'birthYearEqual',
  'birthDateDifferent',
  'contactEqual',
  'municipalityEqual',
  'sexDifferent',
])
export type MatchReason = z.infer<typeof MatchReason>

/** `same`: one person; `likely` and `possible`: a human compares; nothing is ever joined without saying why. */
export const MatchLevel = z.enum(['same', 'likely', 'possible', 'none'])
export type MatchLevel = z.infer<typeof MatchLevel>

export type Match = { readonly level: MatchLevel; readonly reasons: readonly MatchReason[] }

export const compareIdentity = (a: Identity, b: Identity): Match => {
  const evidence: Evidence = {
    code: compareCodes(a.fiscalCode, b.fiscalCode),
    names: compareNames(a, b),
    birth: compareBirths(a, b),
    contact: shares(a.phones, b.phones) || shares(a.emails, b.emails),
    municipality: Boolean(a.municipalityIstat) && a.municipalityIstat === b.municipalityIstat,
    sexDiffers: differs(a.sex, b.sex),
  }
  const level = levelOf(evidence)
  return { level, reasons: level === 'none' ? [] : reasonsOf(evidence) }
}

/** The best match first; those that match in nothing are left out. */
export const rankMatches = <T extends Identity>(one: Identity, others: readonly T[]): { other: T; match: Match }[] =>
  others
    .map((other) => ({ other, match: compareIdentity(one, other) }))
    .filter(({ match }) => match.level !== 'none')
    .sort((a, b) => levels.indexOf(a.match.level) - levels.indexOf(b.match.level))

const levels = MatchLevel.options

type Code = 'equal' | 'oneLetter' | 'omocode' | 'different' | 'unknown'
type NameLikeness = 'equal' | 'soundsAlike' | 'typing' | 'part' | 'different'
type Names = { readonly family: NameLikeness; readonly given: NameLikeness; readonly swapped: boolean }
type Birth = 'equal' | 'swapped' | 'oneDigit' | 'yearOnly' | 'different' | 'unknown'
type Evidence = {
  readonly code: Code
  readonly names: Names
  readonly birth: Birth
  readonly contact: boolean
  readonly municipality: boolean
  readonly sexDiffers: boolean
}

/** Two valid codes are two persons, an omocode above all: it is given to tell namesakes apart. */
const compareCodes = (a: string | null | undefined, b: string | null | undefined): Code => {
  if (!a || !b) return 'unknown'
  const [one, other] = [normalizeFiscalCode(a), normalizeFiscalCode(b)]
  const valid = [one, other].filter(hasFiscalCodeForm).length
  if (one === other) return valid === 2 ? 'equal' : 'unknown'
  if (valid === 2) return fiscalCodeRoot(one) === fiscalCodeRoot(other) ? 'omocode' : 'different'
  return valid === 1 && editDistance(one, other, 1) === 1 ? 'oneLetter' : 'unknown'
}

const compareNames = (a: Identity, b: Identity): Names => {
  const straight = namesAs(a, b.familyName, b.givenName)
  const crossed = namesAs(a, b.givenName, b.familyName)
  const swapped = agreement(crossed) === 2 && agreement(straight) < 2
  return swapped ? { ...crossed, swapped } : { ...straight, swapped }
}

const namesAs = (a: Identity, family: string, given: string): Omit<Names, 'swapped'> => ({
  family: nameLikeness(a.familyName, family),
  given: nameLikeness(a.givenName, given),
})

const agreement = (names: Omit<Names, 'swapped'>): number =>
  Number(names.family !== 'different') + Number(names.given !== 'different')

/** How two names resemble one another, the closest likeness first. */
export const nameLikeness = (a: string, b: string): NameLikeness => {
  const [one, other] = [joined(a), joined(b)]
  if (one === '' || other === '') return 'different'
  if (one === other) return 'equal'
  if (phoneticKey(a) === phoneticKey(b)) return 'soundsAlike'
  if (isTypingOf(one, other)) return 'typing'
  const keys = phoneticKeys(b)
  return phoneticKeys(a).some((key) => key.length > 2 && keys.includes(key)) ? 'part' : 'different'
}

const joined = (name: string): string => searchKey(name).replaceAll(' ', '')

/** One slip in a name of four letters, two in one of nine; none in a shorter one. */
const isTypingOf = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length)
  const allowed = length >= 9 ? 2 : length >= 3 && Math.max(one.length, other.length) >= 4 ? 1 : 0
  return allowed > 0 && editDistance(one, other, allowed) <= allowed
}

const compareBirths = (a: Identity, b: Identity): Birth => {
  if (a.birthDate && b.birthDate) return compareDays(a.birthDate, b.birthDate)
  const [yearA, yearB] = [birthYearOf(a), birthYearOf(b)]
  if (yearA === null || yearB === null) return 'unknown'
  return yearA === yearB ? 'yearOnly' : 'different'
}

const birthYearOf = (identity: Identity): number | null =>
  identity.birthDate ? Number(identity.birthDate.slice(0, 4)) : (identity.birthYear ?? null)

const compareDays = (a: string, b: string): Birth => {
  if (a === b) return 'equal'
  const [year, month, day] = a.split('-')
  if (`${year}-${day}-${month}` === b) return 'swapped'
  return [...a].filter((character, place) => character !== b.charAt(place)).length === 1 ? 'oneDigit' : 'different'
}

const shares = (a: readonly string[] = [], b: readonly string[] = []): boolean => a.some((value) => b.includes(value))

const differs = (a: Sex = 'unknown', b: Sex = 'unknown'): boolean => a !== 'unknown' && b !== 'unknown' && a !== b

const levelOf = (evidence: Evidence): MatchLevel => {
  const agreeing = agreement(evidence.names)
  if (evidence.code === 'equal') return agreeing > 0 || evidence.birth === 'equal' ? 'same' : 'likely'
  if (evidence.code === 'different') return agreeing === 2 && evidence.birth === 'equal' ? 'possible' : 'none'
  if (evidence.code === 'unknown') return levelWithoutCode(evidence, agreeing)
  if (agreeing === 2) return 'likely'
  return agreeing === 1 || evidence.birth === 'equal' ? 'possible' : 'none'
}

const levelWithoutCode = (evidence: Evidence, agreeing: number): MatchLevel => {
  if (agreeing === 0) return 'none'
  if (agreeing === 1)
    return evidence.birth === 'equal' && (evidence.contact || evidence.municipality) ? 'possible' : 'none'
  const level = levelOfBirth[evidence.birth](evidence, isExact(evidence.names))
  return evidence.sexDiffers ? lower(level) : level
}

/** Names agree and a codice fiscale is missing: how far the birth date carries them. */
const levelOfBirth: Readonly<Record<Birth, (evidence: Evidence, exact: boolean) => MatchLevel>> = {
  equal: ({ contact }, exact) => (exact && contact ? 'same' : 'likely'),
  swapped: (_, exact) => (exact ? 'likely' : 'possible'),
  oneDigit: (_, exact) => (exact ? 'likely' : 'possible'),
  yearOnly: ({ contact, municipality }, exact) => (contact || (exact && municipality) ? 'likely' : 'possible'),
  unknown: ({ contact, municipality }, exact) => (contact ? 'likely' : exact || municipality ? 'possible' : 'none'),
  different: ({ contact }) => (contact ? 'possible' : 'none'),
}

const isExact = (names: Names): boolean => names.family === 'equal' && names.given === 'equal'

const lower = (level: MatchLevel): MatchLevel => (level === 'same' ? 'likely' : level === 'likely' ? 'possible' : level)

const codeReasons: Readonly<Record<Code, MatchReason | null>> = {
  equal: 'fiscalCodeEqual',
  oneLetter: 'fiscalCodeOneLetter',
  omocode: 'fiscalCodeOmocode',
  different: 'fiscalCodeDifferent',
  unknown: null,
}

const birthReasons: Readonly<Record<Birth, MatchReason | null>> = {
  equal: 'birthDateEqual',
  swapped: 'birthDateSwapped',
  oneDigit: 'birthDateOneDigit',
  yearOnly: 'birthYearEqual',
  different: 'birthDateDifferent',
  unknown: null,
}

const likenessReasons = {
  soundsAlike: 'namesSoundAlike',
  typing: 'namesTyping',
  part: 'namesPart',
} as const

const nameReasons = (names: Names): (MatchReason | null)[] => [
  isExact(names) && !names.swapped ? 'namesEqual' : null,
  names.swapped ? 'namesSwapped' : null,
  ...[names.family, names.given].map((likeness) =>
    likeness === 'equal' || likeness === 'different' ? null : likenessReasons[likeness],
  ),
  names.family === 'different' ? 'familyNameDifferent' : null,
  names.given === 'different' ? 'givenNameDifferent' : null,
]

const reasonsOf = (evidence: Evidence): MatchReason[] => {
  const all: (MatchReason | null)[] = [
    codeReasons[evidence.code],
    ...nameReasons(evidence.names),
    birthReasons[evidence.birth],
    evidence.contact ? 'contactEqual' : null,
    evidence.municipality ? 'municipalityEqual' : null,
    evidence.sexDiffers ? 'sexDifferent' : null,
  ]
  return MatchReason.options.filter((reason) => all.includes(reason))
}
