import type { Day } from '../../platform/core/day.ts'
import type { TieEnd, TieKind, TieOrigin } from '../../ties/core/tie.schema.ts'
import { initialsOf } from '../../ties/core/tie.ts'
import {
  type Alter,
  type Closeness,
  Help,
  type Link,
  type Often,
  Resource,
  type ResourceAnswer,
} from '../../ties/core/wave.schema.ts'
import { aliveIn, closenessOf, stillThere, tidyLinks } from '../../ties/core/wave.ts'
import { daysFromTo, idOn, later, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { suitsPerson } from './suits.ts'
import type { Talk } from './talks.plan.ts'
import { type TieText, tieKinds, tieTexts } from './tie.texts.ts'
import type { PlannedTie } from './told.schema.ts'

/** Somebody of the programme whom a person tells as one of theirs, by initials. */
export type ToldPerson = {
  readonly label: string
  readonly kind: TieKind
  readonly since: Day
  readonly origin: TieOrigin
  readonly setting: string
}
export type Telling = {
  readonly talk: Talk
  readonly carried: readonly PlannedTie[]
  /** The last conversation that was brought to its end. */
  readonly before: { readonly heldOn: Day; readonly alters: readonly Alter[] } | null
  readonly told: readonly ToldPerson[]
  readonly isFirst: boolean
}

const nicknames =
  'Pino Rosy Gigi Nino Mimma Tina Beppe Lalla Toni Fede Simo Giò Manu Lele Vale Checco Nuccia Dodo Samy Nella Ninetta Zietta Titti Bibi Momo Papi Lina Renzo Cesco Ketty Dina Mara Ivo Ada Berto Carletto Gina Pina'.split(
    ' ',
  )
const letters = 'ABCDEFGILMNOPRSTVZ'

const folded = (label: string): string => label.replace(/[. ]/g, '').toLocaleLowerCase('it')

/** Initials or a nickname that nobody else of the conversation has. */
const freshLabel = (chance: Chance, taken: Set<string>): string => {
  for (;;) {
    const letter = (): string => letters.charAt(chance.int(0, letters.length - 1))
    const label = chance.chance(0.5) ? `${letter()}.${letter()}.` : chance.pick(nicknames)
    if (taken.has(folded(label))) continue
    taken.add(folded(label))
    return label
  }
}

/** Places on the circles, far from each other: the golden angle, and nobody on top of the names of the circles. */
const angleAt = (place: number): number => 20 + Math.round((place * 137.508) % 320)

const oftens: Readonly<Record<Closeness, readonly Often[]>> = {
  1: ['daily', 'daily', 'weekly'],
  2: ['weekly', 'weekly', 'monthly', ''],
  3: ['monthly', 'seldom', 'seldom'],
}

const nearness: Readonly<Record<'old' | 'new', readonly (readonly [Closeness, number])[]>> = {
  old: [
    [1, 35],
    [2, 40],
    [3, 25],
  ],
  new: [
    [1, 15],
    [2, 40],
    [3, 45],
  ],
}

type Birth = Pick<Alter, 'origin' | 'since' | 'setting' | 'kind' | 'label'>

const alterOf = (
  chance: Chance,
  { talk, isFirst }: Telling,
  { birth, place }: { birth: Birth; place: number },
): Alter => {
  const closeness = chance.weighted(nearness[isFirst ? 'old' : 'new'])
  const receives = birth.kind === 'professional' || birth.kind === 'volunteer'
  return {
    ...birth,
    id: idOn(talk.heldOn, chance),
    tieId: null,
    change: 'new',
    closeness,
    angle: angleAt(place),
    often: chance.pick(oftens[closeness]),
    helps: chance.some(Help.options, chance.int(0, 3)),
    direction: receives && chance.chance(0.7) ? 'receives' : chance.chance(0.8) ? 'mutual' : 'gives',
    until: null,
  }
}

/** Where a new tie may have been born, as the product offers it that day: the pact, a host's last turn, the call for a hand. */
const birthplaceOf = (chance: Chance, { home, heldOn }: Talk, text: TieText): TieOrigin => {
  const { pact, file } = home
  const turn = pact.shifts
    .filter(
      ({ day, state, hostOrganisationId }) => hostOrganisationId !== null && state !== 'cancelled' && day <= heldOn,
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1))
  const [newest, next] = turn
  if (text.origin === 'giveBack' && newest && newest.day !== next?.day) return { kind: 'hours', id: newest.id }
  if (file.referralId !== null && chance.chance(0.05)) return { kind: 'referral', id: file.referralId }
  return chance.chance(0.14) ? { kind: 'other', id: null } : { kind: 'pact', id: pact.pact.id }
}

const textsFor = (chance: Chance, { talk, isFirst }: Telling): TieText[] =>
  chance.shuffle(
    tieTexts.filter(
      ({ label, setting, who, origin }) =>
        (origin === 'before') === isFirst && suitsPerson(`${label} ${setting}`, who, talk.home.one),
    ),
  )

/** How many new ones are told: up to nine the first time, and then as many as the pact has had time to bring. */
const freshCount = (chance: Chance, { isFirst, carried, told, before, talk }: Telling): number => {
  if (isFirst) return Math.max(0, chance.int(3, 9) - carried.length - told.length)
  const days = before === null ? 0 : daysFromTo(before.heldOn, talk.heldOn)
  return Math.max(0, Math.min(3, Math.floor(days / 55)) - chance.int(0, 2))
}

const sinceFor = (chance: Chance, { talk, before, isFirst }: Telling): Day | null => {
  if (chance.chance(0.2)) return null
  if (isFirst || before === null) return plusDays(talk.home.file.openedOn, -chance.int(60, 5000))
  return later(plusDays(talk.heldOn, -chance.int(4, 120)), before.heldOn)
}

const freshAlters = (chance: Chance, telling: Telling, taken: Set<string>): Alter[] => {
  const texts = textsFor(chance, telling)
  const start = telling.carried.length
  const known = telling.told.map((one, at) => {
    taken.add(folded(one.label))
    return alterOf(chance, telling, { birth: one, place: start + at })
  })
  const others = Array.from({ length: freshCount(chance, telling) }, (_, at) => {
    const text = texts[at % texts.length]
    if (!text) return []
    const isOld = text.origin === 'before'
    const birth: Birth = {
      label: freshLabel(chance, taken),
      kind: tieKinds(text),
      origin: isOld ? { kind: 'before', id: null } : birthplaceOf(chance, telling.talk, text),
      since: sinceFor(chance, telling),
      setting: at < texts.length ? `${text.label}, ${text.setting}` : '',
    }
    return [alterOf(chance, telling, { birth, place: start + known.length + at })]
  })
  return [...known, ...others.flat()]
}

/** Of a known end a conversation has the initials alone. */
export const carriedLabel = ({ kind, label }: TieEnd): string => (kind === 'alter' ? label : initialsOf(label))

/** A tie as a conversation begins with it. */
const carriedAlter = (
  chance: Chance,
  { talk, before }: Telling,
  { tie, place }: { tie: PlannedTie; place: number },
): Alter => {
  const isA = tie.a.id === talk.home.file.personId
  const other = isA ? tie.b : tie.a
  const turned = { gives: 'receives', receives: 'gives', mutual: 'mutual' } as const
  return {
    id: idOn(talk.heldOn, chance),
    tieId: tie.id,
    change: 'unasked',
    label: carriedLabel(other) || `${place + 1}`,
    kind: tie.kind,
    closeness: closenessOf(tie.strength),
    angle: before?.alters.find(({ tieId }) => tieId === tie.id)?.angle ?? angleAt(place),
    often: tie.often,
    helps: tie.helps,
    direction: isA ? tie.direction : turned[tie.direction],
    since: tie.since,
    until: null,
    origin: tie.origin,
    setting: tie.setting,
  }
}

const goneDay = (chance: Chance, { talk, before }: Telling, since: Day): Day | null => {
  if (chance.chance(0.35)) return null
  const from = later(since, before?.heldOn ?? talk.home.file.openedOn)
  const days = daysFromTo(from, talk.heldOn)
  return days <= 0 ? null : plusDays(from, chance.int(0, days))
}

/** Ties from before are lost more often than those that the pact brought. */
const lostOf = ({ origin }: Alter): number => (origin.kind === 'before' ? 0.16 : origin.kind === 'pact' ? 0.1 : 0.07)

const nearer = (chance: Chance, closeness: Closeness | null): Closeness => {
  if (closeness === null) return chance.pick([2, 3])
  const step = chance.chance(0.62) ? -1 : 1
  return Math.min(3, Math.max(1, closeness + step)) === 1 ? 1 : closeness + step >= 3 ? 3 : 2
}

const asked = (chance: Chance, telling: Telling, alter: Alter): Alter => {
  const fate = chance.next()
  if (fate < lostOf(alter))
    return { ...alter, change: 'gone', until: goneDay(chance, telling, alter.since ?? telling.talk.heldOn) }
  if (fate > 0.985 && alter.closeness !== null) return alter
  if (alter.closeness !== null && fate < 0.62) return { ...alter, change: 'same' }
  const closeness = nearer(chance, alter.closeness)
  const helps = chance.chance(0.5) ? chance.some(Help.options, chance.int(1, 3)) : alter.helps
  const now = { ...alter, closeness, often: chance.pick(oftens[closeness]), helps }
  return { ...now, change: stillThere(now, alter) }
}

/** Kin know kin, neighbours neighbours; few know each other across. */
const linksAmong = (chance: Chance, alters: readonly Alter[]): Link[] => {
  const alive = aliveIn(alters)
  const pairs = alive.flatMap((a, at) =>
    alive.slice(at + 1).flatMap((b): Link[] => {
      const likely = a.kind !== b.kind ? 0.13 : a.kind === 'kin' ? 0.7 : 0.38
      return chance.chance(likely) ? [[a.id, b.id]] : []
    }),
  )
  const tidy = tidyLinks(
    pairs,
    alters.map(({ id }) => id),
  )
  return tidy.ok ? tidy.value : []
}

const resourcesOf = (chance: Chance, alters: readonly Alter[], { isFirst }: Telling): ResourceAnswer[] => {
  const kinds = aliveIn(alters).map(({ kind }) => kind)
  const likely = Math.min(0.9, 0.22 + 0.05 * kinds.length + (isFirst ? 0 : 0.08))
  return Resource.options.map((item) => {
    const have = chance.chance(likely) ? 'yes' : chance.chance(0.8) ? 'no' : 'unsure'
    return { item, have, kind: have === 'yes' && kinds.length > 0 ? chance.pick(kinds) : null }
  })
}

export type ToldWave = {
  readonly alters: readonly Alter[]
  readonly links: readonly Link[]
  readonly resources: readonly ResourceAnswer[]
}

/** What is told in one conversation. One that was interrupted has asked of about half. */
export const tellWave = (chance: Chance, telling: Telling): ToldWave => {
  const { talk, carried } = telling
  const taken = new Set<string>([folded(talk.home.one.person.givenName), folded(talk.home.one.person.calledName ?? '')])
  const before = carried.map((tie, place) => carriedAlter(chance, telling, { tie, place }))
  for (const { label } of before) taken.add(folded(label))
  const isHalf = talk.state === 'open'
  const after = before.map((alter, at) => (isHalf && at * 2 >= before.length ? alter : asked(chance, telling, alter)))
  const fresh = isHalf && before.length > 0 ? [] : freshAlters(chance, telling, taken)
  const alters = [...after, ...(isHalf ? fresh.slice(0, 3) : fresh)]
  const resources = resourcesOf(chance, alters, telling)
  return isHalf
    ? { alters, links: [], resources: resources.slice(0, chance.int(6, 10)) }
    : { alters, links: linksAmong(chance, alters), resources }
}

/** The label by which somebody of the programme can be told here, or null where another has it already. */
export const labelFor = (name: string, taken: readonly string[], own: string): string | null => {
  const label = initialsOf(name)
  return label.length < 2 || [...taken, own].some((one) => folded(one) === folded(label)) ? null : label
}
