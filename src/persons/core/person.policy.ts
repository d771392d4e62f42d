import { type Actor, mayIn } from '../../platform/core/actor.ts'

export type Reach = 'whole' | 'base' | 'none'
type Known = { readonly id: string; readonly districtId: string; readonly followed: boolean }

/** What the actor may read of a person; the row-level policies of `person` and `person_detail` say the same. */
export const reachOf = (actor: Actor, person: Known): Reach => {
  if (mayIn(actor, 'cases.all', person.districtId) || actor.persons.includes(person.id)) return 'whole'
  if (actor.kind === 'person' && actor.id === person.id) return 'whole'
  if (!mayIn(actor, 'persons.register', person.districtId)) return 'none'
  return person.followed ? 'base' : 'whole'
}

/** Districts whose registry the actor may look through by name. */
export const registriesOf = (actor: Actor, all: readonly string[]): string[] =>
  all.filter((id) => mayIn(actor, 'persons.register', id) || mayIn(actor, 'cases.all', id))

/** The equipe and whoever opens every case of the district: cards, corrections, who opened the file. */
export const mayCareFor = (actor: Actor, person: Pick<Known, 'id' | 'districtId'>): boolean =>
  mayIn(actor, 'cases.all', person.districtId) || actor.persons.includes(person.id)

/** Workers write what they read whole; the person asks for corrections instead. */
export const mayChange = (actor: Actor, person: Known): boolean =>
  actor.kind !== 'person' && reachOf(actor, person) === 'whole'

/** Joining records is for the registry, and only for records that the actor reads whole. */
export const mayMerge = (actor: Actor, person: Known): boolean =>
  mayIn(actor, 'persons.register', person.districtId) && reachOf(actor, person) === 'whole'
