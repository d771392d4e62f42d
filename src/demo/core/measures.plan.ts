import { whyNotAsked } from '../../measures/core/asking.ts'
import { findInstrument, tieMap } from '../../measures/core/instruments.ts'
import { defaultPlan } from '../../measures/core/plan.schema.ts'
import { type Due, duesOf, type Plan } from '../../measures/core/schedule.ts'
import { type Answers, scoresOf } from '../../measures/core/scoring.ts'
import type { Instant } from '../../platform/core/day.ts'
import { aliveIn } from '../../ties/core/wave.ts'
import { idOn, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { grouped } from './grouped.ts'
import type { Home } from './home.schema.ts'
import type { PlannedDue, PlannedMeasure, PlannedWave } from './told.schema.ts'

/** What this programme asks: all of it has words that ship with the product. */
export const demoMeasurePlan: Plan = { ...defaultPlan, battery: [tieMap, 'osss3', 'eusilc13'] }
const asked = demoMeasurePlan.battery.filter((code) => code !== tieMap)

/** So many of those who tell their ties twice answer. */
const answering = 225

const pointsNear = (chance: Chance, mean: number, most: number): string =>
  String(Math.min(most, Math.max(1, Math.round(chance.normal(mean, 0.8)))))

/** Whoever has more people near says that they can count on more. */
const supportAnswers = (chance: Chance, near: number): Answers => ({
  '1': near <= 1 ? '1' : near <= 3 ? '2' : near <= 6 ? '3' : '4',
  '2': pointsNear(chance, 2 + near * 0.28, 5),
  '3': pointsNear(chance, 1.8 + near * 0.26, 5),
})

const hardshipAnswers = (chance: Chance, lacking: number): Answers =>
  Object.fromEntries(
    (findInstrument('eusilc13')?.items ?? []).map(({ code }) => [
      code,
      chance.chance(lacking) ? 'cannotAfford' : chance.chance(0.93) ? 'has' : 'other',
    ]),
  )

type Occasion = {
  readonly home: Home
  readonly wave: PlannedWave
  readonly moment: PlannedDue['moment']
  readonly lacking: number
}

const measureOf = (chance: Chance, instrument: string, { home, wave, moment, lacking }: Occasion): PlannedMeasure[] => {
  const { heldOn } = wave.wave
  const definition = findInstrument(instrument)
  if (!definition || whyNotAsked(definition, home.one.person, { loaded: [], today: heldOn })) return []
  const near = aliveIn(wave.alters).length
  const answers = instrument === 'osss3' ? supportAnswers(chance, near) : hardshipAnswers(chance, lacking)
  const scores = scoresOf(definition, answers)
  if (!scores.ok) throw new Error(`demo: ${instrument} ${scores.refusal.code}`)
  const id = idOn(heldOn, chance)
  return [
    {
      ...{ id, occasionId: id, districtId: home.file.districtId, caseId: home.file.id, personId: home.file.personId },
      ...{ instrument, definition: definition.version, language: 'it', textRevision: 0, rater: 'person', moment },
      ...{ state: 'done', answers: { ...answers }, scores: scores.value, heldOn, openedBy: home.pact.pact.tutorId },
      present: chance.chance(0.15) ? ['person', 'worker', 'mediator'] : ['person', 'worker'],
      revision: 2 + definition.items.length,
      openedAt: wave.touchedAt,
      doneAt: `${wave.touchedAt.slice(0, 11)}14:${instrument === 'osss3' ? '05' : '20'}:00.000Z`,
    },
  ]
}

const isMoment = (moment: string): moment is PlannedDue['moment'] => moment !== 'other'

/** Asked on the day of the conversation about ties, for some two hundred persons. */
const measuresOf = (chance: Chance, homes: readonly Home[], waves: readonly PlannedWave[]): PlannedMeasure[] => {
  const byCase = grouped(
    waves.filter(({ wave }) => wave.state === 'done'),
    ({ wave }) => wave.caseId,
  )
  const regular = homes.filter(({ file }) => (byCase.get(file.id)?.length ?? 0) > 1)
  return chance.some(regular, answering).flatMap((home) => {
    const start = 0.18 + 0.35 * chance.next()
    return (byCase.get(home.file.id) ?? []).flatMap((wave, at) => {
      const { moment } = wave.wave
      if (!isMoment(moment) || (at > 0 && chance.chance(0.14))) return []
      const occasion = { home, wave, moment, lacking: Math.max(0.05, start - 0.06 * at) }
      return asked.flatMap((code) => (chance.chance(0.97) ? measureOf(chance, code, occasion) : []))
    })
  })
}

const everyMoment = (home: Home): Due[] => {
  const { pact } = home.pact
  const lived = duesOf({ ...pact, state: 'active' }, demoMeasurePlan)
  const now = duesOf(pact, demoMeasurePlan)
  return [...new Map([...lived, ...now].map((due) => [due.moment, due])).values()]
}

const activated = ({ pact }: Home): boolean => pact.moves.some(({ move }) => move === 'activate')

const longAgo = 75

/** What was not answered in time was mostly declined; of the last weeks much is simply late. */
const isDeclined = (
  chance: Chance,
  { instrument, due }: Pick<PlannedDue, 'instrument' | 'due'>,
  { last }: Home,
): boolean => chance.chance(due < plusDays(last, -longAgo) ? 0.92 : due < last && instrument !== tieMap ? 0.25 : 0)

/** What is still asked for, was answered, was refused, or went when the pact changed. */
const duesIn = (
  chance: Chance,
  home: Home,
  { measures, told }: { measures: readonly PlannedMeasure[]; told: ReadonlySet<string> },
): PlannedDue[] => {
  const { pact, moves } = home.pact
  if (pact.signedOn === null) return []
  const still = new Set(duesOf(pact, demoMeasurePlan).map(({ moment }) => moment))
  const lastMove: Instant = moves.at(-1)?.at ?? `${pact.signedOn}T12:00:00.000Z`
  return everyMoment(home)
    .filter(({ moment }) => moment === 'T0' || activated(home))
    .flatMap(({ moment, due }) =>
      demoMeasurePlan.battery.map((instrument): PlannedDue => {
        const given = measures.find((one) => one.moment === moment && one.instrument === instrument)
        const base = { id: idOn(home.file.openedOn, chance), pact, instrument, moment, due }
        if (given?.doneAt) return { ...base, state: 'done', settledAt: given.doneAt }
        if (!still.has(moment) || home.end.state !== 'open') return { ...base, state: 'cancelled', settledAt: lastMove }
        return !told.has(`${home.file.id} ${moment} ${instrument}`) && isDeclined(chance, base, home)
          ? { ...base, state: 'refused', settledAt: `${due}T09:30:00.000Z` }
          : { ...base, state: 'waiting', settledAt: null }
      }),
    )
}

export type MeasuresPlan = { readonly measures: readonly PlannedMeasure[]; readonly dues: readonly PlannedDue[] }

/** What was measured beside the conversations, and what each pact still asks for. */
export const measuresPlan = (chance: Chance, homes: readonly Home[], waves: readonly PlannedWave[]): MeasuresPlan => {
  const measures = measuresOf(chance.fork('answers'), homes, waves)
  // a conversation is its own answer: what asked for it goes on waiting, and is not shown
  const told = new Set(
    waves.flatMap(({ wave }) => (wave.state === 'done' ? [`${wave.caseId} ${wave.moment} ${tieMap}`] : [])),
  )
  const byCase = grouped(measures, ({ caseId }) => caseId)
  const dues = homes.flatMap((home) => duesIn(chance, home, { measures: byCase.get(home.file.id) ?? [], told }))
  return { measures, dues }
}
