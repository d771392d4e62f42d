import { addMonths, type Day } from '../../platform/core/day.ts'
import type { Legame } from '../../settings/core/legame.schema.ts'
import type { Tie } from './tie.schema.ts'

/** What ties bring, by their kind and by the bodies at their ends. */
export type Brings = Pick<Legame, 'bonding' | 'linking' | 'linkingBodies'>
export type LegameRule = Pick<Legame, 'months' | 'namedByPerson' | 'leftOut'> & Brings

/**
 * The first version of the definition (field-notes §5): named by the person, alive after three months, not with a paid worker. Kin and
 * friends bond, people in institutions or with power over resources give access (Szreter & Woolcock 2004).
 */
export const firstLegame: LegameRule = {
  months: 3,
  namedByPerson: true,
  leftOut: ['professional'],
  bonding: ['kin', 'friend'],
  linking: ['school', 'professional'],
  linkingBodies: ['public', 'school', 'firm'],
}

/** What a tie brings (Putnam 2000; Szreter & Woolcock 2004). */
export type Capital = 'bonding' | 'bridging' | 'linking'
export const capitals: readonly Capital[] = ['bonding', 'bridging', 'linking']

/** What a tie of a kind brings by a definition; with a body that gives access it links, whatever it is called. */
export const capitalOf = (
  { bonding, linking, linkingBodies }: Brings,
  kind: string,
  ends: readonly (string | undefined)[],
): Capital => {
  if (linking.includes(kind) || ends.some((end) => end !== undefined && linkingBodies.includes(end))) return 'linking'
  return bonding.includes(kind) ? 'bonding' : 'bridging'
}

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
