import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { LifeArea } from './area.schema.ts'
import type { AssessedArea, Assessment } from './assessment.schema.ts'

export const isNeeded = ({ need, needLevel }: AssessedArea): boolean => need.trim() !== '' || (needLevel ?? 0) > 0
export const isBrought = ({ canBring }: AssessedArea): boolean => canBring.trim() !== ''

/** Domains with a need and neither a strength beside it nor the answer "nothing for now": the reading is one-sided there. */
export const oneSidedAreas = ({ areas }: Pick<Assessment, 'areas'>): LifeArea[] =>
  areas.filter((one) => isNeeded(one) && !isBrought(one) && !one.nothingNow).map(({ area }) => area)

/** A closed reading of a person who needs something and brings something: what a pact rests on. */
export const hasNeedsAndStrengths = (assessment: Assessment): boolean =>
  assessment.closedOn !== null && assessment.areas.some(isNeeded) && assessment.areas.some(isBrought)

/** What the person can bring, to choose the give-back from. */
export const talentsOf = ({ areas }: Pick<Assessment, 'areas'>): { area: LifeArea; canBring: string }[] =>
  areas.filter(isBrought).map(({ area, canBring }) => ({ area, canBring }))

/** Closes the reading; one with needs only cannot be closed. */
export const closeAssessment = (assessment: Assessment, act: { on: Day; by: string }): Outcome<Assessment> => {
  if (assessment.closedOn !== null) return refuse('conflict', 'cases.assessment.closed', { on: assessment.closedOn })
  if (!assessment.areas.some((one) => isNeeded(one) || isBrought(one)))
    return refuse('invalid', 'cases.assessment.empty')
  const areas = oneSidedAreas(assessment)
  if (areas.length > 0) return refuse('invalid', 'cases.assessment.needsOnly', { areas, count: areas.length })
  return done({ ...assessment, closedOn: act.on, closedBy: act.by })
}
