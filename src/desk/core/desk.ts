import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, dayOf } from '../../platform/core/day.ts'
import type { Permission } from '../../platform/core/permission.ts'
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

const places: Readonly<Record<DeskKind, (item: DeskItem) => `/${string}`>> = {
  appointment: ({ caseId }) => `/casi/${caseId}`,
  referral: ({ id }) => `/segnalazioni/${id}`,
  signature: ({ pactId }) => `/patti/${pactId}/firme`,
  review: ({ pactId, id }) => `/patti/${pactId}/verifica/${id}`,
  panel: ({ pactId }) => `/patti/${pactId}`,
  task: ({ caseId }) => `/casi/${caseId}/compiti`,
  measure: ({ caseId }) => `/casi/${caseId}/misure`,
  talk: ({ caseId }) => `/casi/${caseId}/misure`,
  followUp: ({ pactId, id }) => `/patti/${pactId}/dopo/${id}`,
  ending: ({ pactId }) => `/patti/${pactId}`,
  transfer: ({ id }) => `/passaggi/${id}`,
  transferBack: ({ caseId }) => `/casi/${caseId}/passaggio`,
  correction: () => '/persone/correzioni',
  leaving: ({ pactId }) => `/patti/${pactId}`,
  saidDone: ({ pactId }) => `/patti/${pactId}`,
  glass: () => '/casi/aperture-urgenza',
}

/** Where a thing that waits is done: the page of the act itself, not the record it belongs to. */
export const placeOf = (item: DeskItem): `/${string}` => places[item.kind](item)

/** The list in which those of a kind stand that a day does not show, soonest first. */
export const wholeOf = (kind: DeskKind | 'late'): '/segnalazioni' | '/passaggi' | '/patti' | '/casi' | null => {
  if (kind === 'referral') return '/segnalazioni'
  if (kind === 'transfer') return '/passaggi'
  if (kind === 'signature' || kind === 'review' || kind === 'ending' || kind === 'followUp') return '/patti'
  return kind === 'task' ? '/casi' : null
}

const own = [
  ['shifts.host', '/turni', 'shifts'],
  ['classes.teach', '/classi', 'classes'],
  ['results.read', '/risultati', 'results'],
  ['settings.manage', '/amministrazione', 'administration'],
] as const

/** Where the work is of somebody for whom nothing is ever due; null for everybody else, who look for somebody. */
export const workOf = (
  permissions: readonly Permission[],
): { readonly path: (typeof own)[number][1]; readonly key: (typeof own)[number][2] } | null => {
  const [, path, key] = own.find(([permission]) => permissions.includes(permission)) ?? []
  const isFollowing = permissions.some(
    (one) => one === 'cases.work' || one === 'cases.all' || one === 'referrals.triage',
  )
  return path && key && !isFollowing ? { path, key } : null
}

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
