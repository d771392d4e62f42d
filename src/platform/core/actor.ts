import type { Permission } from './permission.ts'
import type { Language } from './words.ts'

/** A role held in a district (null: in the whole programme) for an organisation (null: for none). */
export type Grant = {
  readonly role: string
  readonly districtId: string | null
  readonly organisationId: string | null
  readonly permissions: readonly Permission[]
}

/** Who is acting. Made once per request, inside the transaction of the act, so that no cache outlives a revocation. */
export type Actor = {
  readonly kind: 'public' | 'account' | 'person' | 'system'
  /** Account id, or person id for a person on their own page, or the nil id. */
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly sessionId: string | null
  /** District of a person on their own page; null for everybody else. */
  readonly districtId: string | null
  readonly grants: readonly Grant[]
  /** Ids of the cases whose equipe the actor belongs to, or opened by breaking the glass. */
  readonly cases: readonly string[]
  /** Ids of the persons of those cases and of their households. */
  readonly persons: readonly string[]
}

export const nilId = '00000000-0000-0000-0000-000000000000'

export const publicActor = (language: Language): Actor => ({
  kind: 'public',
  id: nilId,
  name: '',
  language,
  sessionId: null,
  districtId: null,
  grants: [],
  cases: [],
  persons: [],
})

export const systemActor: Actor = { ...publicActor('it'), kind: 'system', name: 'Fare Legami' }

/** Whether the actor holds the permission anywhere. */
export const may = (actor: Actor, permission: Permission): boolean =>
  actor.grants.some((grant) => grant.permissions.includes(permission))

/** Whether the actor holds the permission in this district. */
export const mayIn = (actor: Actor, permission: Permission, districtId: string): boolean =>
  actor.grants.some(
    (grant) => grant.permissions.includes(permission) && (grant.districtId === null || grant.districtId === districtId),
  )

/** Districts in which the actor holds the permission, out of all the programme's. */
export const districtsWith = (actor: Actor, permission: Permission, all: readonly string[]): string[] =>
  all.filter((districtId) => mayIn(actor, permission, districtId))

/** Organisations on whose behalf the actor holds the permission. */
export const organisationsWith = (actor: Actor, permission: Permission): string[] =>
  actor.grants.flatMap((grant) =>
    grant.organisationId && grant.permissions.includes(permission) ? [grant.organisationId] : [],
  )
