import type { Day, Instant } from '../../platform/core/day.ts'
import type { Chance } from './chance.ts'

/** Days since 1970-01-01 (Howard Hinnant, days_from_civil): the demo moves some hundred thousand dates. */
export const dayNumber = (day: Day): number => {
  const [y = 1970, m = 1, d = 1] = day.split('-').map(Number)
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

const two = (n: number): string => String(n).padStart(2, '0')

export const dayFrom = (number: number): Day => {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`
}

export const plusDays = (day: Day, days: number): Day => dayFrom(dayNumber(day) + days)
export const daysFromTo = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7

/** The same day if offices are open on it, else the Friday before. */
export const workday = (day: Day): Day => plusDays(day, -Math.max(0, weekdayOf(day) - 4))

/** An instant in office hours of that day (UTC, early enough to be the same day in Italy all year round). */
export const officeHour = (day: Day, chance: Chance): Instant =>
  `${day}T${two(chance.int(7, 15))}:${two(chance.int(0, 59))}:${two(chance.int(0, 59))}.000Z`

/** A quarter of an hour of that day, from the hour given (Italian time is one or two hours later). */
export const atHour = (day: Day, hour: number, quarter: number): Instant =>
  `${day}T${two(hour)}:${two(quarter * 15)}:00.000Z`

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** Shaped like a UUID of version 7 made that day: the demo's rows sort as rows made by use do. */
export const idOn = (day: Day, chance: Chance): string => {
  const at = hex(dayNumber(day) * 86_400_000 + chance.int(21_600_000, 64_800_000), 12)
  const variant = '89ab'.charAt(chance.int(0, 3))
  const tail = `${hex(chance.int(0, 0xffffff), 6)}${hex(chance.int(0, 0xffffff), 6)}`
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(chance.int(0, 0xfff), 3)}-${variant}${hex(chance.int(0, 0xfff), 3)}-${tail}`
}
