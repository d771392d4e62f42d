import { type Actor, may, mayIn } from '../../platform/core/actor.ts'

/**
 * Bodies are shared by the districts in which they work: whoever manages bodies in one of these changes them; those of no
 * district belong to all who manage any.
 */
export const mayChange = (actor: Actor, districtIds: readonly string[]): boolean =>
  districtIds.length === 0
    ? may(actor, 'organisations.manage')
    : districtIds.some((districtId) => mayIn(actor, 'organisations.manage', districtId))

/** Only a district of one's own may be added to a body or taken from it. */
export const mayMove = (actor: Actor, before: readonly string[], after: readonly string[]): boolean =>
  [...before, ...after]
    .filter((districtId) => before.includes(districtId) !== after.includes(districtId))
    .every((districtId) => mayIn(actor, 'organisations.manage', districtId))
