import type { Day } from '../../platform/core/day.ts'
import type { CaseEnd } from './ending.ts'
import type { PlannedCase, PlannedPact, PlannedPerson } from './plan.schema.ts'

/** A case with all that conversations in it stand on. `last`: the last day on which something can be written in it. */
export type Home = {
  readonly file: PlannedCase
  readonly pact: PlannedPact
  readonly one: PlannedPerson
  readonly end: CaseEnd
  readonly last: Day
}
