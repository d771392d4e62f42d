import type { Day } from '../../platform/core/day.ts'
import { daysFromTo } from './calendar.ts'
import type { Home } from './home.schema.ts'

/** Two who were at the same host on the same days, as the registers say; the lower person's id first. */
export type Meeting = {
  readonly a: Home
  readonly b: Home
  readonly hostId: string
  readonly days: readonly Day[]
}

const placesOf = (homes: readonly Home[]): Map<string, { hostId: string; day: Day; there: Set<Home> }> => {
  const places = new Map<string, { hostId: string; day: Day; there: Set<Home> }>()
  for (const home of homes)
    for (const { state, hostOrganisationId, day } of home.pact.shifts) {
      if (state !== 'confirmed' || hostOrganisationId === null) continue
      const key = `${hostOrganisationId} ${day}`
      const place = places.get(key) ?? { hostId: hostOrganisationId, day, there: new Set<Home>() }
      place.there.add(home)
      places.set(key, place)
    }
  return places
}

/** The host where they met most, over the last year; like `metPairs`, which finds the same in the database. */
const mostMet = (found: ReadonlyMap<string, Meeting>, meeting: Meeting, key: string): boolean =>
  (found.get(key)?.days.length ?? 0) < meeting.days.length

/** Pairs who met on three days or more in the year before `today`, at the host where they met most. */
export const meetingsPlan = (homes: readonly Home[], today: Day): Meeting[] => {
  const met = new Map<string, { a: Home; b: Home; hostId: string; days: Day[] }>()
  for (const { hostId, day, there } of placesOf(homes).values()) {
    if (daysFromTo(day, today) >= 365) continue
    const people = [...there].sort((x, y) => (x.file.personId < y.file.personId ? -1 : 1))
    people.forEach((a, at) => {
      for (const b of people.slice(at + 1)) {
        const key = `${a.file.personId} ${b.file.personId} ${hostId}`
        const one = met.get(key) ?? { a, b, hostId, days: [] }
        one.days.push(day)
        met.set(key, one)
      }
    })
  }
  const found = new Map<string, Meeting>()
  for (const { days, ...rest } of met.values()) {
    const meeting = { ...rest, days: days.sort() }
    const key = `${rest.a.file.personId} ${rest.b.file.personId}`
    if (days.length >= 3 && mostMet(found, meeting, key)) found.set(key, meeting)
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, meeting]) => meeting)
}
