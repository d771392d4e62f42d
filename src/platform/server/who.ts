import type { Grant } from '../core/actor.ts'
import { Permission } from '../core/permission.ts'
import type { Language } from '../core/words.ts'

/** What the database's `app.who` says of the holder of a session. */
export type Who = {
  readonly session: string
  readonly kind: 'account' | 'person'
  /** `open` is the only step at which rights count; the others wait for a second factor or a password. */
  readonly step: 'secondFactor' | 'enrol' | 'open' | 'locked'
  readonly seenAt: string
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly district: string | null
  readonly districts: readonly string[]
  readonly grants: readonly Grant[]
  readonly cases: readonly string[]
  readonly persons: readonly string[]
  readonly households: readonly string[]
}

const known = new Set<string>(Permission.options)

/** The function's own JSON; permissions that this version does not know are dropped. */
export const toWho = (value: unknown): Who => {
  const who = value as Who
  return {
    ...who,
    grants: who.grants.map((grant) => ({ ...grant, permissions: grant.permissions.filter((one) => known.has(one)) })),
  }
}
