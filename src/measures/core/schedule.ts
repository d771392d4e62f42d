import { addDays, addMonths, type Day, daysBetween } from '../../platform/core/day.ts'

export type Moment = 'T0' | 'T1' | 'T2' | 'T3'

/** What is asked at each moment, and when; the programme's own choice. */
export type Plan = {
  /** Codes of instruments; 'ties' is the tie map. */
  readonly battery: readonly string[]
  /** T0: within these days of signing. */
  readonly firstDays: number
  /** T1: half-way through the pact, and no later than these months from its start. */
  readonly midMonths: number
  /** T2: within these days of the end. */
  readonly lastDays: number
  /** T3: these months after it. */
  readonly afterMonths: number
}

/** As much of a pact as the schedule looks at. */
export type PactView = {
  readonly id: string
  readonly districtId: string
  readonly caseId: string
  readonly personId: string
  readonly state: string
  readonly signedOn: Day | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly suspendedUntil: Day | null
  readonly closedOn: Day | null
}

export type Due = { readonly moment: Moment; readonly due: Day }

const underWay = ['signed', 'active', 'suspended']

/** Half-way, no later than the months say; while the pact is suspended, not before it goes on again. */
const midDay = ({ startsOn, endsOn, suspendedUntil }: PactView, { midMonths }: Plan): Day | undefined => {
  if (startsOn === null || endsOn === null) return undefined
  const half = addDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) / 2))
  const [due = half] = [half, addMonths(startsOn, midMonths)].sort()
  return suspendedUntil !== null && suspendedUntil > due ? suspendedUntil : due
}

const at = (moment: Moment, due: Day | undefined): Due[] => (due === undefined ? [] : [{ moment, due }])

/**
 * What a pact asks for as it stands: T0 from its signature, T1 half-way, T2 at its end, T3 after it (field notes §4,
 * "Timing"). A pact that was interrupted, withdrawn or passed on asks for nothing more.
 */
export const duesOf = (pact: PactView, plan: Plan): Due[] => {
  const { state, signedOn, endsOn, closedOn } = pact
  if (signedOn === null) return []
  const first = at('T0', addDays(signedOn, plan.firstDays))
  const last = (from: Day | null): Due[] => (from === null ? [] : at('T2', addDays(from, plan.lastDays)))
  if (underWay.includes(state)) return [...first, ...at('T1', midDay(pact, plan)), ...last(endsOn)]
  if (state === 'closing') return [...first, ...last(endsOn)]
  if (state === 'closed' && closedOn !== null)
    return [...last(closedOn), ...at('T3', addMonths(closedOn, plan.afterMonths))]
  return []
}
