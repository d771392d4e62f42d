import { LifeArea } from '../../cases/core/area.schema.ts'
import type { AssessedArea } from '../../cases/core/assessment.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import { atHour, idOn, later, officeHour, plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'
import { weekdays } from './commitment.texts.ts'
import {
  appointmentPlaces,
  appointmentTitles,
  glassReasons,
  professionalNotes,
  sealedNotes,
  sharedNotes,
} from './diary.texts.ts'
import { fill } from './fill.ts'
import { needTexts, summaries } from './need.texts.ts'
import { accountsWith, type Ground } from './network.plan.ts'
import type { NoteKind, PlannedAppointment, PlannedAssessment, PlannedCase, PlannedPerson } from './plan.schema.ts'
import { suitsPerson } from './suits.ts'

export type CaseFor = {
  readonly ground: Ground
  readonly id: string
  readonly one: PlannedPerson
  readonly householdId: string | null
  readonly referralId: string | null
  readonly tutorId: string
  readonly kind: 'inclusion' | 'autonomy'
  readonly openedOn: Day
  /** Null while the case is open. */
  readonly closedOn: Day | null
}

const areaOf = (
  chance: Chance,
  one: PlannedPerson,
  area: AssessedArea['area'],
): { assessed: AssessedArea; talent: string } => {
  const text = chance.pick(
    needTexts[area].filter(({ need, brings, who }) => suitsPerson(`${need} ${brings}`, who, one)),
  )
  const slots = {
    months: chance.int(2, 14),
    people: chance.int(4, 6),
    languages: chance.int(2, 4),
    sum: chance.int(3, 18) * 50,
  }
  return {
    assessed: {
      area,
      need: fill(text.need, one.gender, slots),
      needLevel: chance.int(1, 4),
      canBring: fill(text.brings, one.gender, slots),
      nothingNow: false,
    },
    talent: text.talent,
  }
}

/** Read on the first days of the case, with needs and strengths side by side. */
export const assessmentPlan = (
  chance: Chance,
  of: Pick<CaseFor, 'id' | 'one' | 'tutorId' | 'kind' | 'openedOn'>,
): PlannedAssessment => {
  const others = LifeArea.options.filter((area) => area !== 'work')
  const chosen: AssessedArea['area'][] =
    of.kind === 'autonomy'
      ? ['work', ...chance.some(others, chance.int(1, 3))]
      : chance.some(LifeArea.options, chance.int(3, 5))
  const read = chosen.map((area) => areaOf(chance, of.one, area))
  return {
    assessment: {
      id: idOn(of.openedOn, chance),
      caseId: of.id,
      areas: read.map(({ assessed }) => assessed),
      startedOn: of.openedOn,
      closedOn: of.openedOn,
      closedBy: of.tutorId,
      agreedOn: of.openedOn,
    },
    summary: fill(chance.pick(summaries), of.one.gender),
    talents: read.map(({ talent }) => talent),
  }
}

const noteTexts: Record<NoteKind, readonly string[]> = {
  shared: sharedNotes,
  professional: professionalNotes,
  sealed: sealedNotes,
}

const spread = (chance: Chance, from: Day, to: Day, every: readonly [number, number]): Day[] => {
  const days: Day[] = []
  for (
    let day = plusDays(from, chance.int(1, every[0]));
    day <= to && days.length < 16;
    day = plusDays(day, chance.int(...every))
  ) {
    if (workday(day) >= from) days.push(workday(day))
  }
  return days
}

const notesOf = (chance: Chance, of: CaseFor, until: Day): PlannedCase['notes'] => {
  const texts = {
    shared: chance.shuffle(noteTexts.shared),
    professional: chance.shuffle(noteTexts.professional),
    sealed: chance.shuffle(noteTexts.sealed),
  }
  return spread(chance, of.openedOn, until, [9, 40]).map((day, at) => {
    const kind = chance.weighted<NoteKind>([
      ['shared', 45],
      ['professional', 50],
      ['sealed', 5],
    ])
    const text = texts[kind][at % texts[kind].length] ?? ''
    const said = fill(text, of.one.gender, { weekday: chance.pick(weekdays), n: chance.int(2, 5) })
    return { id: idOn(day, chance), kind, at: officeHour(day, chance), by: of.tutorId, text: said }
  })
}

const appointmentOn = (chance: Chance, of: CaseFor, day: Day): PlannedAppointment => ({
  id: idOn(of.openedOn, chance),
  startsAt: atHour(day, chance.int(7, 15), chance.int(0, 3)),
  minutes: chance.pick([30, 45, 60]),
  title: chance.pick(appointmentTitles),
  place: chance.pick(appointmentPlaces),
  withAccount: of.tutorId,
  state:
    day >= of.ground.today
      ? 'planned'
      : chance.weighted<PlannedAppointment['state']>([
          ['held', 84],
          ['missed', 9],
          ['cancelled', 7],
        ]),
})

const appointmentsOf = (chance: Chance, of: CaseFor, until: Day): PlannedAppointment[] => {
  const past = spread(chance, of.openedOn, until, [12, 45])
  const next = of.closedOn === null && chance.chance(0.7) ? [workday(plusDays(of.ground.today, chance.int(2, 25)))] : []
  const ahead = next.filter((day) => day >= of.ground.today)
  return [...past, ...ahead].map((day) => appointmentOn(chance, of, day))
}

const equipeOf = (chance: Chance, of: CaseFor): PlannedCase['equipe'] => {
  const { districtId } = of.one.person
  const worker = chance.pick(accountsWith(of.ground, 'socialWorker', districtId)).id
  const others = accountsWith(of.ground, 'tutor', districtId).filter(({ id }) => id !== of.tutorId)
  const third = chance.chance(0.35) ? chance.some(others, 1) : []
  const span = { from: of.openedOn, to: of.closedOn }
  return [
    { accountId: worker, role: 'caseManager', ...span },
    { accountId: of.tutorId, role: 'tutor', ...span },
    ...third.map(({ id }) => ({ accountId: id, role: 'member' as const, ...span })),
  ]
}

export const casePlan = (chance: Chance, of: CaseFor, assessment: PlannedAssessment): PlannedCase => {
  const yesterday = plusDays(of.ground.today, -1)
  const until = of.closedOn ?? yesterday
  const { districtId } = of.one.person
  return {
    id: of.id,
    districtId,
    personId: of.one.person.id,
    householdId: of.householdId,
    referralId: of.referralId,
    openedOn: of.openedOn,
    closedOn: of.closedOn,
    equipe: equipeOf(chance, of),
    assessments: [assessment],
    notes: notesOf(chance, of, until),
    appointments: appointmentsOf(chance, of, until),
    glassBreaks: [],
  }
}

/** Seven cases opened by somebody outside the equipe, with the reason that the person and the coordinator read. */
export const withBrokenGlass = (chance: Chance, ground: Ground, cases: readonly PlannedCase[]): PlannedCase[] => {
  const opened = new Set(
    chance
      .some(
        cases.filter(({ closedOn }) => closedOn === null),
        7,
      )
      .map(({ id }) => id),
  )
  return cases.map((one) => {
    const by = accountsWith(ground, 'tutor', one.districtId).find(
      ({ id }) => !one.equipe.some(({ accountId }) => accountId === id),
    )
    if (!opened.has(one.id) || !by) return one
    const at = officeHour(workday(plusDays(ground.today, -chance.int(1, 60))), chance)
    const day = later(at.slice(0, 10), one.openedOn)
    return {
      ...one,
      glassBreaks: [
        { id: idOn(day, chance), by: by.id, at: officeHour(day, chance), reason: chance.pick(glassReasons) },
      ],
    }
  })
}
