import type { Day } from '../../platform/core/day.ts'
import type { PlannedCase, PlannedPact } from './plan.schema.ts'

/** How a case stands: one whose pact ended well stays open until the last follow-up was held. */
export type CaseEnd = { readonly state: 'open' | 'closed' | 'transferred'; readonly on: Day | null }

export const caseEnd = (file: Pick<PlannedCase, 'closedOn'>, one: PlannedPact | undefined): CaseEnd => {
  if (file.closedOn === null || !one) return { state: 'open', on: null }
  if (one.pact.state === 'transferred') return { state: 'transferred', on: file.closedOn }
  const held = one.followUps.map(({ heldOn }) => heldOn)
  if (held.includes(null)) return { state: 'open', on: null }
  const days = held.flatMap((day) => day ?? []).sort()
  return { state: 'closed', on: days.at(-1) ?? file.closedOn }
}
