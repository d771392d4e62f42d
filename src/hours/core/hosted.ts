import { addDays, type Day, daysBetween } from '../../platform/core/day.ts'
import type { HostedShift } from './shift.api.ts'

type One = Pick<HostedShift, 'day' | 'state'>
/** A week from the day of the reading on; both days belong to it. */
export type HostedWeek<T extends One> = { readonly from: Day; readonly to: Day; readonly rows: readonly T[] }

export type HostedPlan<T extends One> = {
  /** Days that are over and of which nobody has said who came, oldest first. */
  readonly waiting: readonly T[]
  /** Today and the six days after it. */
  readonly near: readonly T[]
  readonly later: readonly HostedWeek<T>[]
  /** Days that are over and told, the latest first. */
  readonly told: readonly T[]
}

/** What a host looks at first: what waits for a word, then this week; the other weeks after that. */
export const planHosted = <T extends One>(rows: readonly T[], today: Day): HostedPlan<T> => {
  const byDay = [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const [past, ahead] = [byDay.filter(({ day }) => day < today), byDay.filter(({ day }) => day >= today)]
  const weekOf = ({ day }: T): number => Math.floor(daysBetween(today, day) / 7)
  const weeks = [...new Set(ahead.map(weekOf))].filter((week) => week > 0)
  return {
    waiting: past.filter(({ state }) => state === 'planned'),
    near: ahead.filter((one) => weekOf(one) === 0),
    later: weeks.map((week) => ({
      from: addDays(today, week * 7),
      to: addDays(today, week * 7 + 6),
      rows: ahead.filter((one) => weekOf(one) === week),
    })),
    told: past.filter(({ state }) => state !== 'planned').reverse(),
  }
}
