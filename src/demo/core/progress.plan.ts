import { isCovered } from '../../hours/core/cover.ts'
import type { Shift, ShiftState } from '../../hours/core/shift.schema.ts'
import type { GiveBack, PactContent } from '../../pacts/core/content.schema.ts'
import type { Pact, Review } from '../../pacts/core/pact.schema.ts'
import type { Mark } from '../../pacts/core/progress.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import { daysFromTo, earlier, idOn, later, officeHour, plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'
import { reviewVoices } from './diary.texts.ts'
import { fill, type Gender } from './fill.ts'
import { absenceReasons } from './giveback.texts.ts'

/** What happened while a pact was lived: `from` the start to `until`, the last day lived (at most yesterday). */
export type Lived = {
  readonly pact: Pick<Pact, 'id' | 'districtId' | 'tutorId' | 'reviewEveryDays'>
  readonly content: PactContent
  readonly gender: Gender
  readonly from: Day
  readonly until: Day
  readonly isOver: boolean
}

type MarkBase = Pick<Mark, 'id' | 'itemId' | 'on' | 'at' | 'by' | 'note'>
const markOn = (chance: Chance, lived: Lived, itemId: string, when: Day): MarkBase => {
  const on = earlier(workday(later(when, lived.from)), lived.until)
  return { id: idOn(on, chance), itemId, on, at: officeHour(on, chance), by: lived.pact.tutorId, note: '' }
}

const commitmentMarks = (chance: Chance, lived: Lived): Mark[] =>
  lived.content.commitments.flatMap((one): Mark[] => {
    const isPast = lived.isOver || (one.due !== null && one.due <= lived.until)
    if (!chance.chance(isPast ? 0.86 : 0.12)) return []
    const value = chance.weighted<'kept' | 'notKept' | 'released'>([
      ['kept', 80],
      ['notKept', 12],
      ['released', 8],
    ])
    const weeks = Math.max(1, Math.floor(daysFromTo(lived.from, lived.until) / 7))
    const note =
      value === 'kept' && one.recurrence !== '' ? `${Math.max(1, weeks - chance.int(0, 3))} settimane su ${weeks}` : ''
    return [
      {
        ...markOn(chance, lived, one.id, plusDays(one.due ?? lived.until, chance.int(-14, 5))),
        note,
        about: 'commitment',
        value,
      },
    ]
  })

const stepMarks = (chance: Chance, lived: Lived): Mark[] =>
  lived.content.goals.flatMap((goal) => {
    const done = goal.steps.filter(({ due }) => due !== null && due <= lived.until && chance.chance(0.8))
    const steps = done.map(
      ({ id, due }): Mark => ({
        ...markOn(chance, lived, id, plusDays(due ?? lived.until, chance.int(-9, 9))),
        about: 'step',
        value: 'done',
      }),
    )
    const rung = Math.min(4, goal.ladder + done.length)
    if (rung === goal.ladder) return steps
    return [...steps, { ...markOn(chance, lived, goal.id, lived.until), about: 'goal', value: rung }]
  })

const supportMarks = (chance: Chance, lived: Lived): Mark[] =>
  lived.content.supports.flatMap((one): Mark[] => {
    if (one.paymentState === 'none') return []
    const authorised = plusDays(lived.from, chance.int(5, 30))
    const paid = plusDays(authorised, chance.int(10, 50))
    return [
      ...(authorised <= lived.until
        ? [{ ...markOn(chance, lived, one.id, authorised), about: 'support' as const, value: 'authorised' as const }]
        : []),
      ...(paid <= lived.until
        ? [{ ...markOn(chance, lived, one.id, paid), about: 'support' as const, value: 'paid' as const }]
        : []),
    ]
  })

export const marksPlan = (chance: Chance, lived: Lived): Mark[] =>
  [...commitmentMarks(chance, lived), ...stepMarks(chance, lived), ...supportMarks(chance, lived)].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  )

const two = (n: number): string => String(n).padStart(2, '0')

type Turn = {
  readonly lived: Lived
  readonly giveBack: GiveBack
  readonly today: Day
  readonly minutes: number
  readonly hour: number
}

const stateOf = (chance: Chance, { giveBack, today }: Turn, day: Day): ShiftState => {
  if (day >= today) return 'planned'
  // Without a cover on that day no shift is ever confirmed.
  if (!isCovered(giveBack.covers, day)) return 'cancelled'
  return chance.weighted<ShiftState>([
    ['confirmed', 84],
    ['toldUs', 8],
    ['absent', 5],
    ['cancelled', 3],
  ])
}

const shiftOn = (chance: Chance, turn: Turn, day: Day): Shift => {
  const { lived, giveBack, minutes, hour } = turn
  const state = stateOf(chance, turn, day)
  const isMissed = state === 'toldUs' || state === 'absent'
  const isConfirmed = state === 'confirmed'
  return {
    id: idOn(lived.from, chance),
    districtId: lived.pact.districtId,
    pactId: lived.pact.id,
    giveBackId: giveBack.id,
    hostOrganisationId: giveBack.hostOrganisationId,
    day,
    from: `${two(hour)}:00`,
    to: `${two(hour + Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    minutes,
    recoversId: null,
    state,
    confirmedBy: isConfirmed ? lived.pact.tutorId : null,
    confirmedAt: isConfirmed ? `${day}T18:${two(chance.int(0, 59))}:00.000Z` : null,
    reason: isMissed ? chance.pick(absenceReasons) : '',
  }
}

/** Some missed shifts are made up for by the next one that was confirmed. */
const recovered = (chance: Chance, shifts: readonly Shift[]): Shift[] => {
  const list = [...shifts]
  list.forEach((missed, at) => {
    const next = list[at + 1]
    if (missed.state !== 'toldUs' || next?.state !== 'confirmed' || next.recoversId || !chance.chance(0.4)) return
    list[at] = { ...missed, state: 'recovered' }
    list[at + 1] = { ...next, recoversId: missed.id }
  })
  return list
}

/** Shifts of each give-back from the start, and the next three weeks of those still going on. */
export const shiftsPlan = (chance: Chance, lived: Lived, today: Day): Shift[] =>
  lived.content.giveBack.flatMap((giveBack) => {
    const isWork = giveBack.legalForm === 'puc' || giveBack.legalForm === 'inclusionTraineeship'
    const every = isWork ? 3 : chance.pick([7, 7, 14])
    const turn = {
      lived,
      giveBack,
      today,
      minutes: chance.int(isWork ? 6 : 2, isWork ? 10 : 6) * 30,
      hour: chance.pick([9, 10, 14, 15, 16]),
    }
    const ahead = lived.isOver ? lived.until : plusDays(today, 21)
    const shifts: Shift[] = []
    for (
      let day = plusDays(lived.from, chance.int(3, 12));
      day <= ahead && shifts.length < 60;
      day = plusDays(day, every)
    ) {
      shifts.push(shiftOn(chance, turn, workday(day)))
    }
    return recovered(chance, shifts)
  })

const voices = (chance: Chance, gender: Gender, isGood: boolean): Pick<Review, 'personVoice' | 'workerVoice'> => ({
  personVoice: fill(chance.pick(isGood ? reviewVoices.personGood : reviewVoices.personMixed), gender),
  workerVoice: fill(
    `${chance.pick(isGood ? reviewVoices.workerGood : reviewVoices.workerMixed)} ${chance.pick(reviewVoices.decisions)}`,
    gender,
  ),
})

type ReviewOn = {
  readonly kind: Review['kind']
  readonly due: Day
  readonly heldOn: Day | null
  readonly decision: Review['decision']
}

export const reviewOn = (chance: Chance, lived: Lived, on: ReviewOn): Review => {
  const said =
    on.heldOn === null ? { personVoice: '', workerVoice: '' } : voices(chance, lived.gender, chance.chance(0.7))
  const present =
    on.heldOn === null
      ? ''
      : chance.pick([
          'La persona e il tutor',
          'La persona, il tutor e l’ospite',
          'La persona, la famiglia e il tutor',
          'La persona, il tutor e la mediatrice',
        ])
  return { id: idOn(on.heldOn ?? lived.from, chance), pactId: lived.pact.id, ...on, present, ...said }
}

/** One every `reviewEveryDays`; the last ones may be late and not yet held. */
export const interimReviews = (chance: Chance, lived: Lived): Review[] => {
  const reviews: Review[] = []
  const every = lived.pact.reviewEveryDays
  for (let due = plusDays(lived.from, every); due <= lived.until; due = plusDays(due, every)) {
    const held = workday(plusDays(due, chance.int(-6, 7)))
    const isLate = !lived.isOver && daysFromTo(due, lived.until) < 30 && chance.chance(0.35)
    const isHeld = !isLate && held <= lived.until && held >= lived.from
    if (isHeld || !lived.isOver) {
      const decision = isHeld
        ? chance.weighted<Review['decision']>([
            ['goOn', 75],
            ['change', 25],
          ])
        : null
      reviews.push(reviewOn(chance, lived, { kind: 'interim', due, heldOn: isHeld ? held : null, decision }))
    }
  }
  return reviews
}
