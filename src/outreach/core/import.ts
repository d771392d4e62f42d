import type { FiscalCodePart, FiscalCodeReading, FiscalCodeSubject } from '../../persons/core/fiscalCodeReading.ts'
import { hasLostLetters, tidyName } from '../../persons/core/name.ts'
import { Email, type Sex } from '../../persons/core/person.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import { isTotalsRow } from '../../platform/core/sheet.ts'
import type {
  AnonymousContact,
  ImportDraft,
  ImportField,
  ImportMapping,
  Refusing,
  RefusingProblem,
  Warning,
  WarningProblem,
} from './import.schema.ts'
import {
  cleaned,
  isFormula,
  type MunicipalityName,
  readCount,
  readDay,
  readMunicipality,
  readSex,
  readYesNo,
} from './import.values.ts'

/** What the reading of a row needs from outside; the libraries behind the three functions live on the server. */
export type ImportContext = {
  readonly municipalities: readonly MunicipalityName[]
  readonly today: Day
  readonly checkFiscalCode: (text: string) => FiscalCodeReading
  readonly fiscalCodeDisagreements: (normalized: string, subject: FiscalCodeSubject) => readonly FiscalCodePart[]
  /** E.164, or null when there can be no such number. */
  readonly readPhone: (text: string) => string | null
}

export type MappedRow =
  | { readonly ok: true; readonly draft: ImportDraft; readonly warnings: readonly WarningProblem[] }
  | {
      readonly ok: false
      readonly reasons: readonly RefusingProblem[]
      readonly warnings: readonly WarningProblem[]
      /** Only when the missing permission is the one thing against the row. */
      readonly contact: AnonymousContact | null
    }

/** Reads one row. What cannot be understood is left out with a warning; what would make a wrong or unwanted person refuses the row. */
export const mapRow = (cells: readonly string[], mapping: ImportMapping, context: ImportContext): MappedRow => {
  if (isTotalsRow(cells)) return refusedAlone('totalsRow', cells.filter(Boolean).join(' '))
  const reading = startReading(cells, mapping, context)
  const draft = readDraft(reading)
  checkPermission(reading)
  const { reasons, warnings } = reading
  if (reasons.length === 0) return { ok: true, draft, warnings }
  const onlyPermission = reasons.every(({ code }) => code === 'noPermission')
  return { ok: false, reasons, warnings, contact: onlyPermission ? withoutNames(draft) : null }
}

const refusedAlone = (code: Refusing, value: string): MappedRow => ({
  ok: false,
  reasons: [{ field: null, code, value }],
  warnings: [],
  contact: null,
})

const withoutNames = (draft: ImportDraft): AnonymousContact => ({
  reportedOn: draft.reportedOn,
  municipalityIstat: draft.municipalityIstat,
  householdSize: draft.householdSize,
  minors: draft.minors,
  reporter: draft.reporter,
  urgent: draft.urgent,
})

/** One row while it is read: `cell` gives a field's text, `warn` and `refuse` note what was found. */
type Reading = {
  readonly context: ImportContext
  readonly has: (field: ImportField) => boolean
  readonly cell: (field: ImportField) => string
  readonly warn: (field: ImportField, code: Warning, suggestion?: string) => null
  readonly refuse: (field: ImportField, code: Refusing) => null
  readonly reasons: RefusingProblem[]
  readonly warnings: WarningProblem[]
}

const startReading = (cells: readonly string[], mapping: ImportMapping, context: ImportContext): Reading => {
  const [reasons, warnings]: [RefusingProblem[], WarningProblem[]] = [[], []]
  const raw = (field: ImportField): string => cells[mapping[field] ?? -1] ?? ''
  const warn: Reading['warn'] = (field, code, suggestion) => {
    const problem = { field, code, value: raw(field) }
    warnings.push(suggestion === undefined ? problem : { ...problem, suggestion })
    return null
  }
  const refuse: Reading['refuse'] = (field, code) => {
    reasons.push({ field, code, value: raw(field) })
    return null
  }
  const cell = (field: ImportField): string => (isFormula(raw(field)) ? '' : cleaned(raw(field)))
  for (const field of Object.keys(mapping) as ImportField[]) if (isFormula(raw(field))) warn(field, 'formulaLeftOut')
  return { context, has: (field) => mapping[field] !== undefined, cell, warn, refuse, reasons, warnings }
}

const readDraft = (reading: Reading): ImportDraft => {
  const reportedOn = readReportedOn(reading)
  const names = {
    familyName: readName(reading, 'familyName'),
    givenName: readName(reading, 'givenName'),
  }
  const sex = readSex(reading.cell('sex')) ?? reading.warn('sex', 'sexUnclear') ?? 'unknown'
  const code = readCode(reading)
  const birth = readBirth(reading, code)
  const fiscalCode = checkedCode(reading, code, { ...names, sex, birthDate: birth.birthDate })
  return {
    reportedOn,
    ...names,
    sex,
    ...birth,
    fiscalCode,
    municipalityIstat: readMunicipalityOf(reading),
    address: readText(reading, 'address', 200),
    phone: readPhoneOf(reading),
    email: readEmail(reading),
    ...readPeople(reading),
    reporter: readText(reading, 'reporter', 120),
    reason: readText(reading, 'reason', 2000),
    urgent: readUrgent(reading),
  }
}

const readReportedOn = (reading: Reading): Day | null => {
  if (!reading.has('reportedOn')) return null
  const text = reading.cell('reportedOn')
  if (text === '') return reading.refuse('reportedOn', 'reportDateMissing')
  const read = readDay(text, reading.context.today, true)
  if (read.kind !== 'day') return reading.refuse('reportedOn', 'reportDateImpossible')
  return read.day > reading.context.today ? reading.refuse('reportedOn', 'reportDateFuture') : read.day
}

const readName = (reading: Reading, field: 'familyName' | 'givenName'): string => {
  const name = tidyName(reading.cell(field))
  if (!/\p{L}/u.test(name) || name.length > 80) reading.refuse(field, 'nameMissing')
  else if (hasLostLetters(name)) reading.warn(field, 'lettersLost')
  return name
}

const codeWarnings = {
  'persons.fiscalCodeForm': 'fiscalCodeForm',
  'persons.fiscalCodeCheck': 'fiscalCodeCheck',
  'persons.fiscalCodeDate': 'fiscalCodeDate',
} as const

type GoodCode = Extract<FiscalCodeReading, { ok: true }>

const readCode = (reading: Reading): GoodCode | null => {
  const text = reading.cell('fiscalCode')
  if (text === '') return null
  const read = reading.context.checkFiscalCode(text)
  return read.ok ? read : reading.warn('fiscalCode', codeWarnings[read.code])
}

type BirthOf = { birthDate: Day | null; birthYear: number | null }
const noBirth: BirthOf = { birthDate: null, birthYear: null }

/** A day that cannot be is left out; the one in the codice fiscale is only suggested. */
const readBirth = (reading: Reading, code: GoodCode | null): BirthOf => {
  const text = reading.cell('birthDate')
  if (text === '') return noBirth
  const { today } = reading.context
  const read = readDay(text, today)
  if (read.kind === 'impossible') reading.warn('birthDate', 'birthDateImpossible', code?.birthDate)
  if (read.kind === 'year') reading.warn('birthDate', 'birthYearOnly', code?.birthDate)
  if (read.kind === 'year') return { birthDate: null, birthYear: read.year }
  if (read.kind === 'impossible') return noBirth
  if (read.day > today) reading.warn('birthDate', 'birthDateFuture', code?.birthDate)
  if (read.day > today) return noBirth
  if (read.centuryGuessed) reading.warn('birthDate', 'birthCenturyGuessed', read.day)
  return { birthDate: read.day, birthYear: Number(read.day.slice(0, 4)) }
}

/** A code that fits neither name is someone else's and is left out; any other difference is told and waits for a human. */
const checkedCode = (reading: Reading, code: GoodCode | null, subject: FiscalCodeSubject): string | null => {
  if (code === null) return null
  const parts = reading.context.fiscalCodeDisagreements(code.normalized, subject)
  if (parts.includes('familyName') && parts.includes('givenName'))
    return reading.warn('fiscalCode', 'fiscalCodeOfAnother')
  if (parts.length > 0) reading.warn('fiscalCode', 'fiscalCodeDisagrees', parts.join(' '))
  return code.normalized
}

const readMunicipalityOf = (reading: Reading): string | null => {
  const text = reading.cell('municipality')
  if (text === '') return reading.has('municipality') ? reading.warn('municipality', 'municipalityMissing') : null
  const read = readMunicipality(text, reading.context.municipalities)
  if (read.kind === 'unknown') return reading.refuse('municipality', 'municipalityUnknown')
  if (read.kind === 'corrected') reading.warn('municipality', 'municipalityCorrected', read.name)
  return read.istat
}

const readText = (reading: Reading, field: ImportField, max: number): string | null => {
  const text = reading.cell(field)
  if (text.length > max) return reading.warn(field, 'tooLongLeftOut')
  return text === '' ? null : text
}

/** The first number that can exist, where a cell holds several. */
const readPhoneOf = (reading: Reading): string | null => {
  const text = reading.cell('phone')
  if (text === '') return null
  const tries = [text, ...text.split(/[,;]|\s(?:o|or|e|-)\s/)].map(reading.context.readPhone)
  return tries.find((phone) => phone !== null) ?? reading.warn('phone', 'phoneInvalid')
}

const readEmail = (reading: Reading): string | null => {
  const text = reading.cell('email').toLowerCase()
  if (text === '') return null
  return Email.safeParse(text).success ? text : reading.warn('email', 'emailInvalid')
}

const readPeople = (reading: Reading): { householdSize: number | null; minors: number | null } => {
  const householdSize = readSize(reading)
  const text = reading.cell('minors')
  const read = text === '' ? null : readCount(text)
  if (text !== '' && (read === null || read.count > 20)) reading.warn('minors', 'minorsUnclear')
  const minors = read && read.count <= 20 ? read.count : null
  const tooMany = minors !== null && householdSize !== null && minors > householdSize
  return { householdSize, minors: tooMany ? reading.warn('minors', 'minorsTooMany') : minors }
}

const readSize = (reading: Reading): number | null => {
  const text = reading.cell('householdSize')
  if (text === '') return null
  const read = readCount(text)
  if (read === null || read.count < 1 || read.count > 30) return reading.warn('householdSize', 'householdSizeUnclear')
  if (read.isSum) reading.warn('householdSize', 'householdSizeSum', String(read.count))
  return read.count
}

const readUrgent = (reading: Reading): boolean => {
  const text = reading.cell('urgent')
  const isUrgent = /^(urgen(te|za|t)|alta|high)\W*$/i.test(text) ? true : readYesNo(text)
  return isUrgent ?? reading.warn('urgent', 'urgentUnclear') ?? false
}

/** Anything but a plain yes ("no", nothing, "da chiedere", no such column) is no permission. */
const checkPermission = (reading: Reading): void => {
  if (readYesNo(reading.cell('contactPermission')) !== true) reading.refuse('contactPermission', 'noPermission')
}

/** What of a draft is compared with other people. */
export const identityOf = (draft: ImportDraft): DraftIdentity => ({
  familyName: draft.familyName,
  givenName: draft.givenName,
  birthDate: draft.birthDate,
  birthYear: draft.birthYear,
  sex: draft.sex,
  fiscalCode: draft.fiscalCode,
  municipalityIstat: draft.municipalityIstat,
  phones: draft.phone === null ? [] : [draft.phone],
  emails: draft.email === null ? [] : [draft.email],
})

export type DraftIdentity = BirthOf & {
  readonly familyName: string
  readonly givenName: string
  readonly sex: Sex
  readonly fiscalCode: string | null
  readonly municipalityIstat: string | null
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}
