import { addDays, type Day } from '../../platform/core/day.ts'
import type { Cover } from './cover.schema.ts'

/** Whether a policy holds on that day. Every legal form needs one: CTS art. 18, DM 156/2023 for PUC, the traineeship agreement. */
export const isCovered = (covers: readonly Cover[], day: Day): boolean =>
  covers.some((cover) => cover.from <= day && day <= cover.to)

/** The last day up to which the covers hold without a gap, from `day` on; null when they do not hold on that day. */
export const coveredUntil = (covers: readonly Cover[], day: Day): Day | null => {
  const holding = covers.filter((cover) => cover.from <= day && day <= cover.to).map((cover) => cover.to)
  const last = holding.sort().at(-1)
  return last === undefined ? null : (coveredUntil(covers, addDays(last, 1)) ?? last)
}
