import type { Day, Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Basis, Consent, DataKind, HouseholdMember, Purpose } from './person.schema.ts'

/** Purposes that only a free choice of the person can carry. */
const chosen: readonly Purpose[] = ['photo', 'newsletter', 'research']

export const canRestOn = (purpose: Purpose, basis: Basis): boolean =>
  chosen.includes(purpose) ? basis === 'consent' : purpose !== 'pactWork' || basis !== 'consent'

/** Purposes for which a person may freely hand over data about their health. */
const shared: readonly Purpose[] = ['sharingWithPartner', 'research']

/** GDPR art. 9(2)(a)(c)(g) and 10, Codice privacy art. 2-sexies and 2-octies: special data rest on a law, or not at all. */
export const canCover = (kind: DataKind, { purpose, basis }: { purpose: Purpose; basis: Basis }): boolean => {
  if (kind === 'judicial') return basis === 'publicTask' || basis === 'legalObligation'
  return kind !== 'health' || basis !== 'consent' || shared.includes(purpose)
}

/** Why a ground would not stand, and at which field; undefined when it stands. */
export const groundFault = (ground: {
  readonly purpose: Purpose
  readonly basis: Basis
  readonly dataKind: DataKind
}): { readonly code: string; readonly field: 'basis' | 'dataKind' } | undefined => {
  if (!canRestOn(ground.purpose, ground.basis)) return { code: 'persons.wrongBasis', field: 'basis' }
  if (canCover(ground.dataKind, ground)) return undefined
  return { code: ground.dataKind === 'judicial' ? 'persons.judicialBasis' : 'persons.healthBasis', field: 'dataKind' }
}

export const isValidAt = (consent: Consent, at: Instant): boolean =>
  consent.givenAt <= at &&
  (consent.expiresAt === null || at < consent.expiresAt) &&
  (consent.withdrawnAt === null || at < consent.withdrawnAt)

export const withdraw = (consent: Consent, at: Instant): Outcome<Consent> => {
  if (consent.basis !== 'consent') return refuse('conflict', 'persons.notWithdrawable')
  if (consent.withdrawnAt !== null) return refuse('conflict', 'persons.alreadyWithdrawn')
  return done({ ...consent, withdrawnAt: at })
}

export const isMemberOn = (member: HouseholdMember, day: Day): boolean =>
  member.from <= day && (member.to === null || day < member.to)

/** A person stands once in a household at a time, and a household has one reference person at a time. */
export const joinHousehold = (
  members: readonly HouseholdMember[],
  joining: HouseholdMember,
): Outcome<readonly HouseholdMember[]> => {
  const together = members.filter((member) => overlap(member, joining))
  if (together.some((member) => member.personId === joining.personId))
    return refuse('conflict', 'persons.alreadyMember')
  if (joining.role === 'referencePerson' && together.some((member) => member.role === 'referencePerson'))
    return refuse('conflict', 'persons.secondReferencePerson')
  return done([...members, joining])
}

const overlap = (a: HouseholdMember, b: HouseholdMember): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)
