import type { Day } from '../../platform/core/day.ts'
import { Joint, type Said } from '../../ties/core/survey.schema.ts'
import type { BodyKind } from './bodies.ts'
import { atHour, idOn, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { accountsWith, type Ground } from './network.plan.ts'
import type { PlannedBody, PlannedPact } from './plan.schema.ts'
import type { PlannedSurvey } from './told.schema.ts'

/** Kinds of which there may be one for the whole province: they are asked in every district. */
export const everywhere: readonly BodyKind[] = ['foundation', 'union', 'volunteeringCentre', 'jobCentre', 'youthInfo']

/** Days before today on which each survey was opened, how many answered it, and how dense the ties were. */
const years = [
  { ago: 735, answered: 0.62, dense: 0.16 },
  { ago: 375, answered: 0.76, dense: 0.24 },
  { ago: 10, answered: 0.66, dense: 0.33 },
] as const
const days = 30

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Pairs that a pact brought together by a day: whoever signs it and whoever hosts its turns. */
const seenBy = (pacts: readonly PlannedPact[], day: Day): Set<string> =>
  new Set(
    pacts.flatMap(({ pact, shifts }) => {
      if (pact.signedOn === null || pact.signedOn > day) return []
      const hosts = shifts.filter((one) => one.state === 'confirmed' && one.day <= day)
      return [...new Set(hosts.flatMap(({ hostOrganisationId }) => hostOrganisationId ?? []))].map((host) =>
        pairKey(pact.partnerOrganisationId, host),
      )
    }),
  )

const four = (chance: Chance, mean: number): 1 | 2 | 3 | 4 => {
  const drawn = Math.round(chance.normal(mean, 0.7))
  return drawn <= 1 ? 1 : drawn === 2 ? 2 : drawn === 3 ? 3 : 4
}
const three = (chance: Chance, mean: number): [number, number, number] => [
  four(chance, mean),
  four(chance, mean),
  four(chance, mean),
]

type Asking = {
  readonly bodies: readonly PlannedBody[]
  readonly openedOn: Day
  readonly seen: ReadonlySet<string>
  readonly dense: number
}

const wordOf = (chance: Chance, isSeen: boolean): Said => ({
  often: four(chance, isSeen ? 3 : 2),
  joint: Joint.options.filter(() => chance.chance(isSeen ? 0.5 : 0.25)),
  trust: three(chance, isSeen ? 3.1 : 2.5),
  value: three(chance, isSeen ? 3.3 : 2.7),
})

/** Whoever works together says so, mostly; others know each other too, and some are seen together who do not think of it. */
const answersOf = (chance: Chance, who: PlannedBody, asking: Asking): PlannedSurvey['answers'] => {
  const { bodies, seen, dense, openedOn } = asking
  const at = atHour(plusDays(openedOn, chance.int(1, 8)), chance.int(7, 15), 2)
  return bodies
    .filter(({ id }) => id !== who.id)
    .flatMap((other) => {
      const isSeen = seen.has(pairKey(who.id, other.id))
      const isAlike = who.kind === other.kind || who.municipality === other.municipality
      const likely = isSeen ? 0.82 : isAlike ? dense : dense * 0.55
      return chance.chance(likely) ? [{ from: who.id, to: other.id, at, ...wordOf(chance, isSeen) }] : []
    })
}

/** Three surveys among the bodies of each district, a year apart; the last one is open. */
export const surveysPlan = (chance: Chance, ground: Ground, pacts: readonly PlannedPact[]): PlannedSurvey[] => {
  const lastYear = Number(plusDays(ground.today, -10).slice(0, 4))
  return ground.districts.flatMap((district) =>
    years.map(({ ago, answered, dense }, at): PlannedSurvey => {
      const isLast = at === years.length - 1
      const openedOn = plusDays(ground.today, -ago)
      const closesOn = plusDays(openedOn, days)
      const bodies = ground.bodies.filter(
        ({ kind, districtId }) => districtId === district.id || everywhere.includes(kind),
      )
      const asking = { bodies, openedOn, dense, seen: seenBy(pacts, plusDays(openedOn, 9)) }
      const finished = new Set(chance.some(bodies, Math.round(bodies.length * answered)).map(({ id }) => id))
      const answers = bodies.flatMap((body) => (finished.has(body.id) ? answersOf(chance, body, asking) : []))
      const said = new Map(answers.map((one) => [one.from, one.at]))
      return {
        ...{ id: idOn(openedOn, chance), districtId: district.id, year: lastYear - 2 + at, openedOn, closesOn },
        closedAt: isLast ? null : atHour(plusDays(closesOn, -1), 15, 0),
        openedBy: accountsWith(ground, 'coordinator', district.id)[0]?.id ?? '',
        invites: bodies.map(({ id }) => ({ organisationId: id, finishedAt: said.get(id) ?? null })),
        answers,
      }
    }),
  )
}
