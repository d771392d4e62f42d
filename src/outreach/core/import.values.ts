import { Temporal } from 'temporal-polyfill'
import { editDistance } from '../../persons/core/editDistance.ts'
import { searchKey } from '../../persons/core/name.ts'
import type { Sex } from '../../persons/core/person.schema.ts'
import type { Day } from '../../platform/core/day.ts'

const emptyWords = new Set([
  'nessuno',
  'nessuna',
  'non ha',
  'non specificato',
  'non specificata',
  'nd',
  'n d',
  'none',
  'n a',
  'na',
])

/** A cell without the apostrophe that makes a spreadsheet harmless, and empty when it says that there is nothing. */
export const cleaned = (cell: string): string => {
  const text = cell
    .replace(/\u00A0/g, ' ')
    .trim()
    .replace(/^'(?=[+\-@])/, '')
  return /^[-–—.]*$/.test(text) || emptyWords.has(searchKey(text)) ? '' : text
}

export const isFormula = (cell: string): boolean => /^'?=/.test(cell)

export type ReadDay =
  | { readonly kind: 'day'; readonly day: Day; readonly centuryGuessed: boolean }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'impossible' }

const months = 'gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic'.split('|')
const monthsInEnglish = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')

/**
 * A day as people write it: day first ('07/08/2026', '7.8.26', '7 agosto 2026'), ISO, a spreadsheet's serial number, or a year alone.
 * A two-digit year is the latest that is not after `today`, or for `recent` days this century's.
 */
export const readDay = (text: string, today: Day, recent = false): ReadDay => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const written =
    /^(\d{1,2})(?:[-/.\s]+(\d{1,2})[-/.\s]+|[-/.\s]+(?:di )?(\p{L}{3,10})\.?[-/.\s]+)(\d{4}|\d{2})(?: .*)?$/u.exec(text)
  if (written) {
    const [, day, number, name = '', year = ''] = written
    return yearly(Number(day), number === undefined ? monthOf(name) : Number(number), year, { today, recent })
  }
  return readNumber(text, today)
}

const monthOf = (name: string): number => {
  const start = searchKey(name).slice(0, 3)
  return Math.max(months.indexOf(start), monthsInEnglish.indexOf(start)) + 1
}

const yearly = (day: number, month: number, year: string, clock: { today: Day; recent: boolean }): ReadDay => {
  if (year.length === 4) return realDay(Number(year), month, day)
  const thisCentury = realDay(2000 + Number(year), month, day)
  if (clock.recent) return thisCentury
  const before = realDay(1900 + Number(year), month, day)
  if (thisCentury.kind !== 'day' || thisCentury.day > clock.today) return before
  const oldest = Number(clock.today.slice(0, 4)) - 115
  return { ...thisCentury, centuryGuessed: 1900 + Number(year) >= oldest }
}

/** Serial numbers count the days from 30 December 1899. */
const readNumber = (text: string, today: Day): ReadDay => {
  const number = /^\d{4,5}(?:\.0+)?$/.test(text) ? Math.floor(Number(text)) : 0
  if (number >= 1890 && number <= Number(today.slice(0, 4))) return { kind: 'year', year: number }
  if (number < 10_000 || number > 60_000) return { kind: 'impossible' }
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: number }).toString()
  return { kind: 'day', day, centuryGuessed: false }
}

const realDay = (year: number, month: number, day: number): ReadDay => {
  if (year < 1890 || month < 1 || month > 12 || day < 1) return { kind: 'impossible' }
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return { kind: 'impossible' }
  return { kind: 'day', day: Temporal.PlainDate.from({ year, month, day }).toString(), centuryGuessed: false }
}

const yes = new Set(['x', 's', 'si', 'y', 'yes', 'ok', 'vero', 'true', '1', 'acconsente', 'consente', 'autorizza'])
const no = new Set(['', 'no', 'n', 'false', 'falso', '0'])

/** Null: neither a yes nor a no. */
export const readYesNo = (text: string): boolean | null => {
  const key = searchKey(text)
  return yes.has(key) ? true : no.has(key) ? false : null
}

const sexes: Readonly<Record<string, Sex>> = {
  f: 'female',
  femmina: 'female',
  female: 'female',
  donna: 'female',
  woman: 'female',
  m: 'male',
  maschio: 'male',
  male: 'male',
  uomo: 'male',
  man: 'male',
  altro: 'other',
  other: 'other',
}

/** Null: something is written that names no sex. */
export const readSex = (text: string): Sex | null => (text === '' ? 'unknown' : (sexes[searchKey(text)] ?? null))

/** A whole number, or a sum as in '4+1'. */
export const readCount = (text: string): { count: number; isSum: boolean } | null => {
  if (!/^\d{1,2}(?:\s*\+\s*\d{1,2})*(?:[.,]0+)?$/.test(text)) return null
  const parts = text
    .replace(/[.,]0+$/, '')
    .split('+')
    .map(Number)
  return { count: parts.reduce((sum, part) => sum + part, 0), isSum: parts.length > 1 }
}

export type MunicipalityName = { readonly istat: string; readonly name: string }
export type ReadMunicipality =
  | { readonly kind: 'found'; readonly istat: string }
  | { readonly kind: 'corrected'; readonly istat: string; readonly name: string }
  | { readonly kind: 'unknown' }

/** By name or ISTAT code; a name one or two letters off (one in ten) is corrected when it can be only one. */
export const readMunicipality = (text: string, all: readonly MunicipalityName[]): ReadMunicipality => {
  const key = placeKey(text)
  const found = all.find(({ istat, name }) => placeKey(name) === key || istat === text.padStart(6, '0'))
  if (found) return { kind: 'found', istat: found.istat }
  const near = nearest(key, all)
  return near ? { kind: 'corrected', ...near } : { kind: 'unknown' }
}

const placeKey = (text: string): string => searchKey(text.replace(/\([A-Za-z]{2}\)\s*$/, '')).replaceAll(' ', '')

const nearest = (key: string, all: readonly MunicipalityName[]): MunicipalityName | null => {
  const allowed = key.length >= 10 ? 2 : key.length >= 5 ? 1 : 0
  const near = all.filter(({ name }) => editDistance(placeKey(name), key, allowed) <= allowed)
  const [only] = near
  return only && near.length === 1 ? { istat: only.istat, name: only.name } : null
}
