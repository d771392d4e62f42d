import { ageOn, type Day } from '../../platform/core/day.ts'
import type { Instrument } from './instrument.schema.ts'
import type { Measure, Rater } from './measure.schema.ts'
import { type LoadedTexts, languagesOf } from './texts.ts'

/** Why an instrument cannot be asked of a person; undefined when it can. */
export type WhyNot = 'off' | 'noTexts' | 'tooYoung' | 'ageUnknown'

export type Born = { readonly birthDate: Day | null; readonly birthYear: number | null }

/** Completed years, or the fewest that a year of birth alone allows; null when nothing is known. */
const ageOf = ({ birthDate, birthYear }: Born, today: Day): number | null => {
  if (birthDate !== null) return ageOn(birthDate, today)
  return birthYear === null ? null : Number(today.slice(0, 4)) - birthYear - 1
}

/** Minors are not measured: an instrument says from what age it may be asked. */
export const whyNotAsked = (
  instrument: Instrument,
  born: Born,
  { loaded, today }: { loaded: readonly LoadedTexts[]; today: Day },
): WhyNot | undefined => {
  if (instrument.off) return 'off'
  if (instrument.minAge !== null) {
    const age = ageOf(born, today)
    if (age === null) return 'ageUnknown'
    if (age < instrument.minAge) return 'tooYoung'
  }
  return languagesOf(instrument, loaded).length === 0 ? 'noTexts' : undefined
}

type Rated = Pick<Measure, 'id' | 'occasionId' | 'instrument' | 'rater' | 'state' | 'moment'>

const doneIn = (all: readonly Rated[], occasionId: string, rater: Rater): boolean =>
  all.some((one) => one.occasionId === occasionId && one.rater === rater && one.state === 'done')

/** Person and worker do not see each other's view before both have given theirs. */
export const isApart = (one: Rated, all: readonly Rated[]): boolean =>
  one.rater !== 'agreed' && !(doneIn(all, one.occasionId, 'person') && doneIn(all, one.occasionId, 'worker'))

/** The occasion that a rating belongs to: the latest of its moment that still lacks it; undefined begins a new one. */
export const occasionFor = (
  all: readonly Rated[],
  { instrument, rater, moment }: Pick<Rated, 'instrument' | 'rater' | 'moment'>,
): string | undefined => {
  const live = all.filter((one) => one.instrument === instrument && one.moment === moment && one.state !== 'dropped')
  const lacking = (id: string): boolean => !live.some((one) => one.occasionId === id && one.rater === rater)
  return live.findLast(({ occasionId }) => lacking(occasionId))?.occasionId
}

/** Whose turn it is on an occasion: both apart, then together; undefined when it is complete. */
export const turnsOf = (all: readonly Rated[], occasionId: string): Rater[] => {
  const lacking = (['person', 'worker'] as const).filter((rater) => !doneIn(all, occasionId, rater))
  if (lacking.length > 0) return lacking
  return doneIn(all, occasionId, 'agreed') ? [] : ['agreed']
}
