import { addMonths, type Day } from '../../platform/core/day.ts'
import type { Legame } from '../../settings/core/legame.schema.ts'
import type { Tie } from './tie.schema.ts'

export type LegameRule = Pick<Legame, 'months' | 'namedByPerson' | 'leftOut'>

/** The first version of the definition (field-notes §5): named by the person, alive after three months, not with a paid worker. */
export const firstLegame: LegameRule = { months: 3, namedByPerson: true, leftOut: ['professional'] }

/** Whether a tie counts as a *legame* by a definition, on a day. */
export const countsAsLegame = (
  tie: Pick<Tie, 'kind' | 'since' | 'until' | 'evidence'>,
  rule: LegameRule,
  day: Day,
): boolean => {
  const proven = addMonths(tie.since, rule.months)
  return (
    !rule.leftOut.includes(tie.kind) &&
    (!rule.namedByPerson || tie.evidence !== 'seenByWorker') &&
    proven <= day &&
    (tie.until === null || tie.until >= proven)
  )
}
