import { Temporal } from 'temporal-polyfill'

/** A calendar day, 'YYYY-MM-DD', without a zone; sorts as text. */
export type Day = string
/** An instant, ISO 8601 in UTC with 'Z'. */
export type Instant = string

/** The day that an instant falls on where the programme runs. */
export const dayOf = (at: Instant, zone = 'Europe/Rome'): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** A day and a time of day ('09:30') where the programme runs, as an instant. */
export const instantAt = (day: Day, time: string, zone = 'Europe/Rome'): Instant =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** End of month is kept inside the month: 31 January + 1 month = 28 (29) February. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

/** Days since 1 March of the year 0, where a leap day comes last in its year. Lists ask it for every row, so it is only sums. */
const numberOf = (day: Day): number => {
  const [month, year] = [(Number(day.slice(5, 7)) + 9) % 12, Number(day.slice(0, 4)) - (day.slice(5, 7) < '03' ? 1 : 0)]
  const leap = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leap + Math.floor((153 * month + 2) / 5) + Number(day.slice(8, 10))
}

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** Completed years on a day. */
export const ageOn = (birth: Day, on: Day): number =>
  Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years

/** The later of two instants: a clock set back never makes a later act look earlier. */
export const notBefore = (at: Instant, last: Instant | null): Instant => (last !== null && last > at ? last : at)

/** The last day of a month that had come by a day: the day itself, or the end of the month before. */
export const monthEndBy = (day: Day): Day => {
  const next = addDays(day, 1)
  return next.endsWith('-01') ? day : addDays(`${day.slice(0, 8)}01`, -1)
}

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
