import { type Actor, mayIn } from '../../platform/core/actor.ts'

/** Seeing who stands in a district's network takes reading networks and every case there; others get figures. */
export const canDrawNetwork = (actor: Actor, districtId: string): boolean =>
  actor.kind === 'account' && mayIn(actor, 'networks.read', districtId) && mayIn(actor, 'cases.all', districtId)

/** Figures of a district with small numbers in them: whoever works in it on every case. */
export const seesSmallCells = (actor: Actor, districts: readonly string[]): boolean =>
  districts.length > 0 && districts.every((id) => mayIn(actor, 'cases.all', id))

/** Figures of these districts at all. */
export const canReadFigures = (actor: Actor, districts: readonly string[]): boolean =>
  actor.kind === 'account' && districts.length > 0 && districts.every((id) => mayIn(actor, 'networks.read', id))
