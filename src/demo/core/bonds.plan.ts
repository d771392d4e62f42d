import type { Day } from '../../platform/core/day.ts'
import type { EndKind, TieKind, TieOrigin } from '../../ties/core/tie.schema.ts'
import type { BodyKind } from './bodies.ts'
import { daysFromTo, earlier, later, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { grouped } from './grouped.ts'
import type { Home } from './home.schema.ts'
import type { PlannedBody, PlannedHousehold, PlannedPerson } from './plan.schema.ts'

/** Two persons of the programme who know each other. */
export type Bond = {
  readonly a: Home
  readonly b: Home
  readonly kind: TieKind
  readonly since: Day
  readonly origin: TieOrigin
  readonly setting: string
}
/** A tie that a worker writes down: of a person, or of their household, to a body. */
export type NotedTie = {
  readonly home: Home
  /** The household whose tie it is; null where it is the person's own. */
  readonly household: { readonly id: string; readonly label: string } | null
  readonly other: { readonly kind: EndKind; readonly id: string; readonly label: string }
  readonly kind: TieKind
  readonly since: Day
  readonly until: Day | null
  readonly recordedOn: Day
  readonly origin: TieOrigin
  readonly direction: 'gives' | 'receives' | 'mutual'
  readonly frequency: string
  readonly setting: string
}

const begunOn = ({ pact }: Home): Day | undefined => pact.moves.find(({ move }) => move === 'activate')?.on

/** Neighbours of a town stand beside each other; the towns of a district follow one another. */
const inOrder = (chance: Chance, homes: readonly Home[]): Home[] => {
  const rank = new Map(chance.shuffle(homes).map((home, at) => [home.file.id, at]))
  const keyOf = ({ one, file }: Home): string =>
    `${one.person.municipalityIstat ?? ''} ${one.detail.citizenship ?? ''} ${String(rank.get(file.id) ?? 0).padStart(4, '0')}`
  return [...homes].sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1))
}

const closeBy: readonly (readonly [TieKind, string])[] = [
  ['neighbour', 'stesso cortile'],
  ['neighbour', 'stessa via'],
  ['friend', 'si conoscono dal mercato'],
  ['friend', 'i figli nella stessa classe'],
  ['parish', 'in oratorio'],
  ['kin', 'cugini'],
]

const fromBefore = (chance: Chance, a: Home, b: Home): Bond => {
  const [kind, setting] = chance.pick(closeBy)
  const since = plusDays(earlier(a.file.openedOn, b.file.openedOn), -chance.int(40, 2600))
  return { a, b, kind, since, origin: { kind: 'before', id: null }, setting }
}

/** Born in the pact of one of the two, once both are in the programme. */
const fromPact = (chance: Chance, a: Home, b: Home): Bond | null => {
  const [mine, theirs] = [begunOn(a), begunOn(b)]
  if (mine === undefined || theirs === undefined) return null
  const from = later(mine, theirs)
  const until = plusDays(earlier(a.last, b.last), -14)
  if (from >= until) return null
  const since = plusDays(from, chance.int(0, Math.min(150, daysFromTo(from, until))))
  const setting = chance.pick(['al corso di italiano', 'al gruppo del sabato', 'alla cena di quartiere', 'nell’orto'])
  return { a, b, kind: 'friend', since, origin: { kind: 'pact', id: a.pact.pact.id }, setting }
}

const nearness = [0.66, 0.44, 0.16] as const
const shortcut = 0.14

/** To one that stands some places further on, or now and then to anybody. */
const bondFrom = (chance: Chance, order: readonly Home[], { at, step }: { at: number; step: number }): Bond[] => {
  const isFar = chance.chance(shortcut)
  const [a, b] = [order[at], isFar ? chance.pick(order) : order[at + step + 1]]
  if (!a || !b || a === b || !chance.chance(nearness[step] ?? 0)) return []
  const isOld = !isFar && chance.chance(0.6)
  const bond = isOld ? fromBefore(chance, a, b) : fromPact(chance, a, b)
  return bond ? [bond] : []
}

/** A ring with shortcuts (Watts and Strogatz 1998): many know their neighbours, few know somebody far away. */
const ring = (chance: Chance, homes: readonly Home[]): Bond[] => {
  const order = inOrder(chance, homes)
  return order.flatMap((_, at) => nearness.flatMap((_likely, step) => bondFrom(chance, order, { at, step })))
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Bonds among those of each district, each pair once. */
export const bondsPlan = (chance: Chance, homes: readonly Home[]): Bond[] => {
  const districts = [...new Set(homes.map(({ file }) => file.districtId))].sort()
  const all = districts.flatMap((id) =>
    ring(
      chance,
      homes.filter(({ file }) => file.districtId === id),
    ),
  )
  return [...new Map(all.map((bond) => [pairKey(bond.a.file.personId, bond.b.file.personId), bond])).values()]
}

/** Grown-up members of the same home, who have no case of their own: they are told too, and asked. */
export const kinPlan = (
  chance: Chance,
  homes: readonly Home[],
  of: { readonly households: readonly PlannedHousehold[]; readonly byId: ReadonlyMap<string, PlannedPerson> },
): Bond[] => {
  const households = new Map(of.households.map((one) => [one.household.id as string, one]))
  const inCase = new Set(homes.map(({ file }) => file.personId))
  return homes.flatMap((a) => {
    const members = households.get(a.file.householdId ?? '')?.members ?? []
    return members.flatMap(({ personId }): Bond[] => {
      const one = of.byId.get(personId)
      if (!one || inCase.has(personId) || one.age < 19 || !chance.chance(0.7)) return []
      const since = plusDays(a.file.openedOn, -365 * chance.int(3, 18))
      const b = { ...a, one, file: { ...a.file, personId } }
      return [{ a, b, kind: 'kin', since, origin: { kind: 'before', id: null }, setting: 'in casa' }]
    })
  })
}

/** The worker writes it down in the first weeks of the case. */
const notedOn = (chance: Chance, home: Home, from: Day): Day =>
  earlier(later(plusDays(home.file.openedOn, chance.int(1, 20)), plusDays(from, chance.int(1, 9))), home.last)

const endKinds: Partial<Record<BodyKind, EndKind>> = { firm: 'firm', school: 'school' }
const tieKindOf: Partial<Record<BodyKind, TieKind>> = {
  parish: 'parish',
  school: 'school',
  firm: 'colleague',
  odv: 'volunteer',
  aps: 'association',
  cooperative: 'association',
}
const rhythms = ['ogni settimana', 'due volte al mese', 'una volta al mese', 'ogni tanto']

type ToBody = Pick<NotedTie, 'since' | 'origin' | 'setting'> & { readonly household?: NotedTie['household'] }

const toBody = (
  chance: Chance,
  home: Home,
  body: PlannedBody,
  { since, origin, setting, household = null }: ToBody,
): NotedTie => {
  const recordedOn = notedOn(chance, home, since)
  const isOver = chance.chance(0.16) && daysFromTo(since, recordedOn) > 3
  const tail = Math.min(300, daysFromTo(since, recordedOn) - 1)
  return {
    home,
    household: body.kind === 'school' && origin.kind === 'before' ? household : null,
    other: { kind: endKinds[body.kind] ?? 'organisation', id: body.id, label: body.name },
    kind: tieKindOf[body.kind] ?? 'professional',
    ...{ since, origin, setting, recordedOn, until: isOver ? plusDays(recordedOn, -chance.int(0, tail)) : null },
    direction: body.kind === 'parish' || body.kind === 'aps' ? 'mutual' : chance.pick(['mutual', 'receives']),
    frequency: chance.pick(rhythms),
  }
}

/** The host of a person's turns, from the first one that was confirmed. */
const hostRecords = (chance: Chance, home: Home, bodies: ReadonlyMap<string, PlannedBody>): NotedTie[] => {
  const hosts = grouped(
    home.pact.shifts.filter(({ state, day }) => state === 'confirmed' && day < home.last),
    ({ hostOrganisationId }) => hostOrganisationId ?? '',
  )
  return [...hosts].flatMap(([id, shifts]) => {
    const body = bodies.get(id)
    const first = [...shifts].sort((x, y) => (x.day < y.day ? -1 : 1))[0]
    if (!body || !first || shifts.length < 2) return []
    return [
      toBody(chance, home, body, {
        since: first.day,
        origin: { kind: 'hours', id: first.id },
        setting: 'durante i turni',
      }),
    ]
  })
}

const everyday: readonly BodyKind[] = ['parish', 'school', 'odv', 'aps', 'firm', 'cooperative']

const knownBefore = (chance: Chance, home: Home, { body, household }: Known): NotedTie => {
  const since = plusDays(home.file.openedOn, -chance.int(100, 3000))
  return toBody(chance, home, body, { since, origin: { kind: 'before', id: null }, setting: '', household })
}

/** One that the pact led to, two months after it began at the latest. */
const metSince = (chance: Chance, home: Home, body: PlannedBody): NotedTie[] => {
  const begun = begunOn(home)
  if (begun === undefined || plusDays(begun, 60) >= home.last) return []
  const since = plusDays(begun, chance.int(7, 45))
  const origin = { kind: 'pact' as const, id: home.pact.pact.id }
  return [toBody(chance, home, body, { since, origin, setting: 'accompagnamento del patto' })]
}

type Known = { readonly body: PlannedBody; readonly household: NotedTie['household'] }

/** Bodies that a person or their household knew before, the hosts of the turns, and one that the pact led to. */
export const bodyRecords = (
  chance: Chance,
  homes: readonly Home[],
  of: { readonly bodies: readonly PlannedBody[]; readonly households: readonly PlannedHousehold[] },
): NotedTie[] => {
  const byId = new Map(of.bodies.map((body) => [body.id, body]))
  const households = new Map(of.households.map(({ household }) => [household.id as string, household]))
  return homes.flatMap((home) => {
    const own = chance.fork(home.file.id)
    const hosts = hostRecords(own, home, byId)
    const near = of.bodies.filter(
      ({ id, districtId, kind }) =>
        districtId === home.file.districtId && everyday.includes(kind) && !hosts.some(({ other }) => other.id === id),
    )
    const [first, second] = own.shuffle(near)
    const household = households.get(home.file.householdId ?? '') ?? null
    return [
      ...(first && own.chance(0.55) ? [knownBefore(own, home, { body: first, household })] : []),
      ...hosts,
      ...(second && own.chance(0.55) ? metSince(own, home, second) : []),
    ]
  })
}
