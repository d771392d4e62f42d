import type { Day } from '../../platform/core/day.ts'
import { daysFromTo, earlier, idOn, later, officeHour, plusDays, workday } from './calendar.ts'
import { demoClosingReasons, demoDeadlines } from './catalogue.ts'
import type { Chance } from './chance.ts'
import { fill, type Gender } from './fill.ts'
import { accountsWith, type Ground } from './network.plan.ts'
import type { PlannedAntenna, PlannedPerson, PlannedReferral, ReferralMoveKey, ReferralState } from './plan.schema.ts'
import {
  antennaTexts,
  neighbourTexts,
  orientationNotes,
  type ReferralText,
  referralTails,
  selfTexts,
  triageNotes,
} from './referral.texts.ts'
import { suitsPerson } from './suits.ts'

/** A call for a hand; `one` is null while nobody gave permission. */
export type ReferralFor = {
  readonly ground: Ground
  readonly one: PlannedPerson | null
  readonly place: { readonly districtId: string; readonly municipality: string }
  readonly state: ReferralState
  readonly receivedOn: Day
  /** When the interview was, for those who came to a pact. */
  readonly interviewedOn: Day | null
}

const paths: Record<ReferralState, readonly ReferralMoveKey[]> = {
  signalled: [],
  contacted: ['contact'],
  interviewed: ['contact', 'interview'],
  waiting: ['contact', 'interview', 'wait'],
  pactProposed: ['contact', 'interview', 'proposePact'],
  sentToSocialService: ['contact', 'interview', 'sendToService'],
  orientedToActivity: ['contact', 'interview', 'orient'],
  closed: ['contact', 'close'],
}

const antennaFor = (chance: Chance, { ground, place }: ReferralFor): PlannedAntenna => {
  const near = ground.antennas.filter(({ municipality }) => municipality === place.municipality)
  return chance.pick(
    near.length > 0 ? near : ground.antennas.filter(({ districtId }) => districtId === place.districtId),
  )
}

type Call = { readonly channel: string; readonly antennaId: string | null; readonly said: ReferralText }

const fitting = (chance: Chance, texts: readonly ReferralText[], of: ReferralFor): ReferralText => {
  const close = texts.filter(({ text, who }) => of.one === null || suitsPerson(text, who, of.one))
  return chance.pick(close.length > 0 ? close : texts)
}

const callOf = (chance: Chance, of: ReferralFor): Call => {
  const channel = chance.weighted([
    ['antenna', 42],
    ['self', 26],
    ['neighbour', 14],
    ['socialService', 8],
    ['jobCentre', 6],
    ['youthInfo', 4],
  ])
  if (channel === 'antenna') {
    const antenna = antennaFor(chance, of)
    return { channel, antennaId: antenna.id, said: fitting(chance, antennaTexts[antenna.kind], of) }
  }
  const texts = channel === 'neighbour' ? neighbourTexts : channel === 'self' ? selfTexts : antennaTexts.association
  return { channel, antennaId: null, said: fitting(chance, texts, of) }
}

const bandOf = (age: number): PlannedReferral['ageBand'] =>
  age < 18 ? '0-17' : age < 35 ? '18-34' : age < 65 ? '35-64' : '65+'
const bandOfText = (who: ReferralText['who']): PlannedReferral['ageBand'] =>
  who === 'old' ? '65+' : who === 'young' ? '18-34' : '35-64'

const symbols = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeOf = (chance: Chance): string =>
  Array.from({ length: 8 }, () => symbols.charAt(chance.int(0, symbols.length - 1))).join('')

/** Mostly within the clocks of the programme; about one in eight is late. */
const daysTo = (chance: Chance, move: ReferralMoveKey, urgent: boolean): number => {
  const limit = urgent ? demoDeadlines.urgentFirstContact : demoDeadlines.firstContact
  if (move === 'contact') return chance.chance(0.12) ? limit + chance.int(1, 9) : chance.int(0, limit)
  return chance.int(1, 9)
}

const noteOf = (chance: Chance, move: ReferralMoveKey, gender: Gender): string => {
  if (move === 'contact') return fill(chance.pick(triageNotes), gender)
  return move === 'orient' ? fill(chance.pick(orientationNotes), gender) : ''
}

const hours: Partial<Record<ReferralMoveKey, string>> = { contact: '16', interview: '17' }

/** After the move before it, and not after the interview that is known from the case, nor today. */
const dayOfMove = (
  chance: Chance,
  of: ReferralFor,
  about: { move: ReferralMoveKey; after: Day; urgent: boolean },
): Day => {
  const latest = of.interviewedOn ?? plusDays(of.ground.today, -1)
  const wanted = plusDays(about.after, daysTo(chance, about.move, about.urgent))
  return later(about.after, earlier(about.move === 'interview' && of.interviewedOn ? of.interviewedOn : wanted, latest))
}

const movesOf = (chance: Chance, of: ReferralFor, about: { urgent: boolean; by: string }): PlannedReferral['moves'] => {
  let day = of.receivedOn
  return paths[of.state].map((move) => {
    day = dayOfMove(chance, of, { move, after: day, urgent: about.urgent })
    const at = `${day}T${hours[move] ?? '18'}:${String(chance.int(10, 59))}:00.000Z`
    return { move, at, by: about.by, note: noteOf(chance, move, of.one?.gender ?? 'f') }
  })
}

const permissionOf = (chance: Chance, of: ReferralFor): PlannedReferral['permission'] =>
  of.one
    ? 'given'
    : chance.weighted([
        ['toAsk', 60],
        ['refused', 40],
      ])

/** Not taken up within twelve months: the words are gone, the count stays. */
const isErased = (of: ReferralFor): boolean => of.state === 'closed' && daysFromTo(of.receivedOn, of.ground.today) > 365

export const referralPlan = (chance: Chance, of: ReferralFor): PlannedReferral => {
  const { channel, antennaId, said } = callOf(chance, of)
  const gender = of.one?.gender ?? (chance.chance(0.6) ? 'f' : 'm')
  const urgent = said.urgent === true && chance.chance(0.7)
  const intake = chance.pick(accountsWith(of.ground, 'intake', of.place.districtId))
  const tail = channel === 'self' ? '' : fill(chance.pick(referralTails), gender)
  return {
    id: idOn(of.receivedOn, chance),
    districtId: of.place.districtId,
    code: codeOf(chance),
    receivedAt: officeHour(of.receivedOn, chance),
    channel,
    antennaId,
    municipalityIstat: of.place.municipality,
    ageBand: of.one ? bandOf(of.one.age) : bandOfText(said.who),
    text: isErased(of) ? '' : `${fill(said.text, gender)} ${tail}`.trim(),
    signs: said.signs,
    urgent,
    knownToServices: chance.weighted([
      ['no', 58],
      ['unknown', 24],
      ['yes', 18],
    ]),
    permission: permissionOf(chance, of),
    personId: of.one && !isErased(of) ? of.one.person.id : null,
    state: of.state,
    assignedTo: of.state === 'signalled' && chance.chance(0.6) ? null : intake.id,
    firstContactDue: plusDays(of.receivedOn, urgent ? demoDeadlines.urgentFirstContact : demoDeadlines.firstContact),
    interviewDue: plusDays(of.receivedOn, demoDeadlines.interview),
    moves: movesOf(chance, of, { urgent, by: intake.id }),
    closingReason: of.state === 'closed' ? chance.pick(demoClosingReasons).key : null,
  }
}

/** How many calls that came to no pact are in each state. */
const otherStates: readonly (readonly [ReferralState, number, readonly [number, number]])[] = [
  ['signalled', 34, [0, 8]],
  ['signalled', 6, [9, 16]],
  ['contacted', 36, [3, 24]],
  ['interviewed', 28, [8, 40]],
  ['waiting', 22, [20, 120]],
  ['pactProposed', 8, [15, 40]],
  ['sentToSocialService', 62, [20, 700]],
  ['orientedToActivity', 104, [20, 720]],
  ['closed', 66, [15, 700]],
]

/** Calls that came to no pact; some never had the permission to become a person. */
export const otherReferrals = (chance: Chance, ground: Ground, free: readonly PlannedPerson[]): PlannedReferral[] => {
  const people = chance.shuffle(free.filter(({ age }) => age >= 18))
  return otherStates.flatMap(([state, count, [least, most]]) =>
    Array.from({ length: count }, () => {
      const receivedOn = workday(plusDays(ground.today, -1 - chance.int(least, most)))
      const wasAsked = state !== 'closed' && state !== 'signalled'
      const drawn = wasAsked || chance.chance(0.55) ? people.pop() : undefined
      const home = drawn ?? chance.pick(free)
      const place = { districtId: home.person.districtId, municipality: home.person.municipalityIstat ?? '' }
      return referralPlan(chance, { ground, one: drawn ?? null, place, state, receivedOn, interviewedOn: null })
    }),
  )
}
