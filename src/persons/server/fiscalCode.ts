import { belfioreConnector } from '@marketto/belfiore-connector-embedded'
import { CodiceFiscaleUtils } from '@marketto/codice-fiscale-utils'
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../platform/core/day.ts'
import { fiscalCodeRoot, hasFiscalCodeForm, normalizeFiscalCode } from '../core/fiscalCodeForm.ts'
import type { FiscalCodePart, FiscalCodeReading, FiscalCodeSubject } from '../core/fiscalCodeReading.ts'

const { parser } = new CodiceFiscaleUtils(belfioreConnector)

/**
 * Reads form, check letter and date of a codice fiscale, omocodes included. Two digits name a year: it is the latest
 * one that is not after `today`. Whether the birthplace exists is asked of `placeOfBirth`.
 */
export const readFiscalCode = (text: string, today: Day): FiscalCodeReading => {
  const normalized = normalizeFiscalCode(text)
  if (!/^[A-Z]{6}[A-Z\d]{9}[A-Z]$/.test(normalized)) return { ok: false, code: 'persons.fiscalCodeForm' }
  if (!hasFiscalCodeForm(normalized)) return { ok: false, code: 'persons.fiscalCodeCheck' }
  const birthDate = birthDateOf(normalized, today)
  if (birthDate === null) return { ok: false, code: 'persons.fiscalCodeDate' }
  const root = fiscalCodeRoot(normalized)
  const sex = Number(root.slice(9, 11)) > 40 ? 'female' : 'male'
  return { ok: true, normalized, birthDate, sex, birthplaceCode: root.slice(11, 15) }
}

/** The library moves 30 February to 1 March: the day must come back as written. */
const birthDateOf = (normalized: string, today: Day): Day | null => {
  const root = fiscalCodeRoot(normalized)
  const month = parser.cfToBirthMonth(root)
  if (month === null) return null
  const years = Number(root.slice(6, 8))
  const day = Number(root.slice(9, 11)) % 40
  const thisCentury = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const days = [thisCentury, thisCentury - 100].map((century) => realDay(century + years, month + 1, day))
  return days.find((date) => date !== null && date <= today) ?? null
}

const realDay = (year: number, month: number, day: number): Day | null => {
  if (day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null
  return Temporal.PlainDate.from({ year, month, day }).toString()
}

/** Which parts of what is known do not fit the code; a part that is not known never differs. */
export const disagreements = (normalized: string, subject: FiscalCodeSubject): FiscalCodePart[] => {
  const root = fiscalCodeRoot(normalized)
  const day = Number(root.slice(9, 11))
  const month = parser.cfToBirthMonth(root)
  const sex = day > 40 ? 'female' : 'male'
  const differs: Record<FiscalCodePart, boolean> = {
    familyName: parser.lastNameToCf(subject.familyName) !== root.slice(0, 3),
    givenName: parser.firstNameToCf(subject.givenName) !== root.slice(3, 6),
    birthDate: subject.birthDate !== null && subject.birthDate.slice(2) !== shortDay(root.slice(6, 8), month, day % 40),
    sex: (subject.sex === 'female' || subject.sex === 'male') && subject.sex !== sex,
  }
  return (['familyName', 'givenName', 'birthDate', 'sex'] as const).filter((part) => differs[part])
}

const shortDay = (years: string, month: number | null, day: number): string =>
  `${years}-${String((month ?? 0) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The municipality (with its province) or country of a cadastral code; null when there is none. */
export const placeOfBirth = async (
  birthplaceCode: string,
): Promise<{ name: string; province: string | null } | null> => {
  const place = await belfioreConnector.findByCode(birthplaceCode)
  if (!place) return null
  return { name: place.name, province: 'province' in place ? String(place.province) : null }
}
