import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, dayOf } from '../../platform/core/day.ts'
import type { DeskItem, DeskKind, Today } from './desk.schema.ts'

/** In what order a day is read: what is late, then people, then paper. */
const order: readonly DeskKind[] = [
  'talk',
  'referral',
  'transfer',
  'transferBack',
  'leaving',
  'signature',
  'review',
  'panel',
  'task',
  'measure',
  'followUp',
  'ending',
  'saidDone',
  'correction',
  'glass',
]

export const isLate = (item: DeskItem, day: Day): boolean => item.due !== null && item.due < day

export type Group = { readonly key: DeskKind | 'late'; readonly items: readonly DeskItem[] }

/** The day in groups: late things first whatever they are, then by kind; appointments stand apart. */
export const groupsOf = (today: Today): Group[] => {
  const waiting = today.items.filter(({ kind }) => kind !== 'appointment')
  const late = waiting.filter((item) => isLate(item, today.day))
  const rest = order.map((kind) => ({
    key: kind,
    items: waiting.filter((item) => item.kind === kind && !isLate(item, today.day)),
  }))
  return [{ key: 'late' as const, items: late }, ...rest].filter(({ items }) => items.length > 0)
}

/** The appointment that comes next today; undefined when the day has no more. */
export const nextMeeting = (today: Today): DeskItem | undefined =>
  today.items
    .filter(
      ({ kind, at }) => kind === 'appointment' && at !== null && at >= earlier(today.now) && dayOf(at) === today.day,
    )
    .sort((one, other) => String(one.at).localeCompare(String(other.at)))[0]

/** A meeting stays in front of its worker for its first half hour. */
const earlier = (now: string): string =>
  Temporal.Instant.from(now).subtract({ minutes: 30 }).toString({ fractionalSecondDigits: 3 })

export type WeekDay = { readonly day: Day; readonly items: readonly DeskItem[] }

/** The next seven days with their appointments. */
export const weekOf = (today: Today): WeekDay[] =>
  Array.from({ length: 7 }, (_, ahead) => addDays(today.day, ahead)).map((day) => ({
    day,
    items: today.items
      .filter(({ kind, at }) => kind === 'appointment' && at !== null && dayOf(at) === day)
      .sort((one, other) => String(one.at).localeCompare(String(other.at))),
  }))
