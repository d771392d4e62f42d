import type { PactContent } from '../../pacts/core/content.schema.ts'
import type { PactState } from '../../pacts/core/pact.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import { earlier, idOn, plusDays, workday } from './calendar.ts'
import { assessmentPlan, casePlan, withBrokenGlass } from './cases.plan.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { classesPlan } from './classes.plan.ts'
import { caseEnd } from './ending.ts'
import type { Home } from './home.schema.ts'
import { measuresPlan } from './measures.plan.ts'
import { type DemoMunicipality, demoMunicipalities } from './municipalities.ts'
import { accountsWith, type Ground, layGround } from './network.plan.ts'
import { pactPlan } from './pacts.plan.ts'
import { consentsPlan, peoplePlan } from './people.plan.ts'
import type {
  DemoPlan,
  PlannedCase,
  PlannedHousehold,
  PlannedPact,
  PlannedPerson,
  PlannedReferral,
} from './plan.schema.ts'
import { otherReferrals, referralPlan } from './referrals.plan.ts'
import { surveysPlan } from './surveys.plan.ts'
import { tiesPlan } from './ties.plan.ts'
import { pactStates, type Timeline, timelineOf } from './timeline.plan.ts'

export type DemoOrder = {
  readonly seed: string
  readonly today: Day
  readonly municipalities?: readonly DemoMunicipality[]
  /** SHA-256, in hexadecimal, of the canonical text of a content. */
  readonly fingerprintOf: (content: PactContent) => string
}

type Wanted = { readonly state: PactState; readonly timeline: Timeline }

/** Every pact to be, in the order of writing, so that numbers grow with the days. */
const wantedPacts = (chance: Chance, today: Day): Wanted[] =>
  pactStates
    .flatMap(([state, count]) =>
      Array.from({ length: count }, () => ({ state, timeline: timelineOf(chance, state, today) })),
    )
    .sort((a, b) =>
      a.timeline.createdOn < b.timeline.createdOn ? -1 : a.timeline.createdOn > b.timeline.createdOn ? 1 : 0,
    )

type Candidate = { readonly one: PlannedPerson; readonly home: PlannedHousehold | null }

/** One adult of a household, whoever it is: two pacts never meet in one home. */
const candidatesOf = (
  chance: Chance,
  persons: readonly PlannedPerson[],
  households: readonly PlannedHousehold[],
): Candidate[] => {
  const byId = new Map(persons.map((one) => [one.person.id, one]))
  const housed = new Set(households.flatMap(({ members }) => members.map(({ personId }) => personId)))
  const inHomes = households.flatMap((home): Candidate[] => {
    const adults = home.members
      .filter(({ role }) => role !== 'parent')
      .flatMap(({ personId }) => byId.get(personId) ?? [])
    const grown = adults.filter(({ age }) => age >= 19)
    const young = grown.filter(({ age }) => age < 40)
    return grown.length === 0
      ? []
      : [{ home, one: chance.pick(young.length > 0 && chance.chance(0.5) ? young : grown) }]
  })
  const single = persons
    .filter(({ person, age }) => age >= 19 && !housed.has(person.id))
    .map((one) => ({ one, home: null }))
  return chance.shuffle([...inHomes, ...single])
}

type Story = { readonly referral: PlannedReferral | null; readonly file: PlannedCase; readonly pact: PlannedPact }

const overStates: readonly PactState[] = ['closed', 'refused', 'withdrawn', 'interrupted', 'transferred']

type Telling = { readonly order: DemoOrder; readonly ground: Ground; readonly byId: ReadonlyMap<string, PlannedPerson> }

const kindFor = (chance: Chance, { age, who }: PlannedPerson): 'inclusion' | 'autonomy' =>
  age < 40 && chance.chance(who === 'young' ? 0.9 : 0.35) ? 'autonomy' : 'inclusion'

type Involved = Pick<Parameters<typeof pactPlan>[1], 'involved' | 'partner' | 'householdId'>

const involvedIn = ({ byId }: Telling, { one, home }: Candidate): Involved => {
  const couple = (home?.members ?? [])
    .filter(({ role }) => role === 'partner' || role === 'referencePerson')
    .map(({ personId }) => personId)
  const involved = (home?.members ?? []).flatMap(({ personId }) =>
    personId === one.person.id ? [] : (byId.get(personId) ?? []),
  )
  const isPartner = couple.includes(one.person.id)
  const partner = isPartner ? (involved.find(({ person }) => couple.includes(person.id)) ?? null) : null
  return { involved, partner, householdId: home?.household.id ?? null }
}

/** The call that led to the case; a few came by themselves to the desk. */
const callFor = (chance: Chance, { ground }: Telling, one: PlannedPerson, openedOn: Day): PlannedReferral | null => {
  if (!chance.chance(0.9)) return null
  const place = { districtId: one.person.districtId, municipality: one.person.municipalityIstat ?? '' }
  const receivedOn = workday(plusDays(openedOn, -chance.int(3, 18)))
  return referralPlan(chance, { ground, one, place, state: 'pactProposed', receivedOn, interviewedOn: openedOn })
}

/** From the call for a hand to the pact of one person. */
const storyOf = (chance: Chance, of: Telling, about: Candidate & Wanted & { number: string }): Story => {
  const { ground, order } = of
  const { one, state, timeline, number } = about
  const tutor = chance.pick(accountsWith(ground, 'tutor', one.person.districtId))
  const openedOn = workday(plusDays(timeline.createdOn, -chance.int(1, 12)))
  const referral = callFor(chance, of, one, openedOn)
  const home = involvedIn(of, about)
  const kind = kindFor(chance, one)
  const closedOn = overStates.includes(state) ? (timeline.moves.at(-1)?.on ?? null) : null
  const id = idOn(openedOn, chance)
  const referralId = referral?.id ?? null
  const file = {
    ground,
    id,
    one,
    householdId: home.householdId,
    referralId,
    tutorId: tutor.id,
    kind,
    openedOn,
    closedOn,
  }
  const assessment = assessmentPlan(chance, file)
  const pact = pactPlan(chance, {
    ...{ ground, state, number, timeline, one, kind, assessment, ...home },
    caseId: id,
    tutor: { id: tutor.id, name: tutor.name, organisationId: tutor.organisationId ?? '' },
    interviewedOn: openedOn,
    fingerprintOf: order.fingerprintOf,
  })
  return { referral, file: casePlan(chance, file, assessment), pact }
}

const numbered = (wanted: readonly Wanted[]): (Wanted & { number: string })[] => {
  const perYear = new Map<string, number>()
  return wanted.map((one) => {
    const year = one.timeline.createdOn.slice(0, 4)
    const next = (perYear.get(year) ?? 0) + 1
    perYear.set(year, next)
    return { ...one, number: `PG-${year}-${String(next).padStart(3, '0')}` }
  })
}

/** Nobody is registered after their own first day in the story; who is in an open case is followed. */
const settled = (
  persons: readonly PlannedPerson[],
  firstDay: ReadonlyMap<string, Day>,
  followed: ReadonlySet<string>,
): PlannedPerson[] =>
  persons.map((one) => {
    const { createdAt } = one.person
    const first = firstDay.get(one.person.id)
    const day = first === undefined ? createdAt.slice(0, 10) : earlier(createdAt.slice(0, 10), first)
    return {
      ...one,
      person: { ...one.person, createdAt: `${day}${createdAt.slice(10)}`, followed: followed.has(one.person.id) },
    }
  })

const settledHomes = (
  households: readonly PlannedHousehold[],
  persons: readonly PlannedPerson[],
): PlannedHousehold[] => {
  const since = new Map(persons.map(({ person }) => [person.id, person.createdAt.slice(0, 10)]))
  return households.map((home) => ({
    ...home,
    members: home.members.map((member) => ({
      ...member,
      from: earlier(member.from, since.get(member.personId) ?? member.from),
    })),
  }))
}

const firstDays = (stories: readonly Story[], others: readonly PlannedReferral[]): Map<string, Day> => {
  const days = new Map<string, Day>()
  const note = (id: string, day: Day): void => void days.set(id, earlier(days.get(id) ?? day, day))
  for (const { referral, file, pact } of stories) {
    const day = referral?.receivedAt.slice(0, 10) ?? file.openedOn
    for (const id of [file.personId, ...pact.pact.involvedIds]) note(id, day)
  }
  for (const { personId, receivedAt } of others) if (personId) note(personId, receivedAt.slice(0, 10))
  return days
}

/** Each case with its pact and its end: what conversations in it stand on. */
const homesOf = (stories: readonly Story[], byId: ReadonlyMap<string, PlannedPerson>, today: Day): Home[] =>
  stories.flatMap(({ file, pact }) => {
    const one = byId.get(file.personId)
    const end = caseEnd(file, pact)
    return one ? [{ file, pact, one, end, last: plusDays(end.on ?? today, -1) }] : []
  })

/** Everything the demo programme holds, over the two years before `today`: the same order always gives the same plan. */
export const demoPlan = (order: DemoOrder): DemoPlan => {
  const root = chanceFrom(order.seed)
  const ground = layGround(root.fork('ground'), order.today, order.municipalities ?? demoMunicipalities)
  const { persons, households } = peoplePlan(root.fork('people'), ground)
  const byId = new Map(persons.map((one) => [one.person.id as string, one]))
  const candidates = candidatesOf(root.fork('candidates'), persons, households)
  const wanted = numbered(wantedPacts(root.fork('timelines'), order.today))
  const stories = wanted.flatMap((one, at) => {
    const candidate = candidates[at]
    return candidate ? [storyOf(root.fork(`story ${at}`), { order, ground, byId }, { ...candidate, ...one })] : []
  })
  const inCase = new Set(stories.flatMap(({ file, pact }) => [file.personId, ...pact.pact.involvedIds]))
  const others = otherReferrals(
    root.fork('referrals'),
    ground,
    persons.filter(({ person }) => !inCase.has(person.id)),
  )
  const followed = new Set(
    stories.flatMap(({ file, pact }) => (file.closedOn === null ? [file.personId, ...pact.pact.involvedIds] : [])),
  )
  const people = settled(persons, firstDays(stories, others), followed)
  const pacts = stories.map(({ pact }) => pact)
  const homes = homesOf(stories, byId, order.today)
  const told = tiesPlan(root.fork('ties'), { homes, households, bodies: ground.bodies, byId, today: order.today })
  return {
    ...ground,
    persons: people,
    households: settledHomes(households, people),
    consents: consentsPlan(root.fork('consents'), people, inCase),
    referrals: [...stories.flatMap(({ referral }) => referral ?? []), ...others].sort((a, b) =>
      a.receivedAt < b.receivedAt ? -1 : 1,
    ),
    cases: withBrokenGlass(
      root.fork('glass'),
      ground,
      stories.map(({ file }) => file),
    ),
    pacts,
    ...told,
    surveys: surveysPlan(root.fork('surveys'), ground, pacts),
    ...measuresPlan(root.fork('measures'), homes, told.waves),
    classes: classesPlan(root.fork('classes'), ground),
  }
}
