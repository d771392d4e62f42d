import { describe, expect, test } from 'vitest'
import { aConsent, aHousehold, aMember, aPerson, aPersonDetail } from './person.sample.ts'
import { Consent, Household, HouseholdMember, Person, PersonDetail, PersonId } from './person.schema.ts'
import { canCover, canRestOn, groundFault, isMemberOn, isValidAt, joinHousehold, withdraw } from './person.ts'

const other = PersonId.parse('0a000000-0000-4000-8000-000000000002')

test('the samples are valid', () => {
  expect(Person.parse(aPerson())).toEqual(aPerson())
  expect(PersonDetail.parse(aPersonDetail())).toEqual(aPersonDetail())
  expect(Household.parse(aHousehold())).toEqual(aHousehold())
  expect(HouseholdMember.parse(aMember())).toEqual(aMember())
  expect(Consent.parse(aConsent())).toEqual(aConsent())
})

test('a person without a codice fiscale or a birth date is a person', () => {
  expect(Person.safeParse(aPerson({ birthDate: null, birthYear: null })).success).toBe(true)
  expect(PersonDetail.safeParse(aPersonDetail({ codiceFiscale: null, phones: [], emails: [] })).success).toBe(true)
})

test('a membership does not end before it starts', () => {
  expect(HouseholdMember.safeParse(aMember({ to: '2025-12-31' })).success).toBe(false)
})

test.each([
  ['pactWork', 'consent', false],
  ['pactWork', 'publicTask', true],
  ['photo', 'publicTask', false],
  ['photo', 'consent', true],
  ['contact', 'consent', true],
] as const)('%s on %s: %s', (purpose, basis, allowed) => {
  expect(canRestOn(purpose, basis)).toBe(allowed)
})

test.each([
  ['identity', 'contact', 'consent', true],
  ['images', 'photo', 'consent', true],
  ['health', 'contact', 'consent', false],
  ['health', 'newsletter', 'consent', false],
  ['health', 'sharingWithPartner', 'consent', true],
  ['health', 'pactWork', 'publicTask', true],
  ['health', 'contact', 'vitalInterest', true],
  ['judicial', 'sharingWithPartner', 'consent', false],
  ['judicial', 'contact', 'vitalInterest', false],
  ['judicial', 'pactWork', 'publicTask', true],
  ['judicial', 'contact', 'legalObligation', true],
] as const)('%s data for %s on %s: %s', (dataKind, purpose, basis, allowed) => {
  expect(canCover(dataKind, { purpose, basis })).toBe(allowed)
})

test('a ground that would not stand says why, the purpose before the data', () => {
  expect(groundFault(aConsent())).toBeUndefined()
  expect(groundFault(aConsent({ purpose: 'pactWork', dataKind: 'judicial' }))?.code).toBe('persons.wrongBasis')
  expect(groundFault(aConsent({ dataKind: 'judicial' }))).toEqual({ code: 'persons.judicialBasis', field: 'dataKind' })
  expect(groundFault(aConsent({ dataKind: 'health' }))).toEqual({ code: 'persons.healthBasis', field: 'dataKind' })
})

describe('a consent', () => {
  test('holds from when it was given until it is withdrawn or expires', () => {
    const consent = aConsent({ expiresAt: '2027-03-02T09:00:00.000Z' })
    expect(isValidAt(consent, '2026-03-02T08:59:59.000Z')).toBe(false)
    expect(isValidAt(consent, '2026-06-01T00:00:00.000Z')).toBe(true)
    expect(isValidAt(consent, '2027-03-02T09:00:00.000Z')).toBe(false)
    expect(isValidAt({ ...consent, withdrawnAt: '2026-05-01T00:00:00.000Z' }, '2026-06-01T00:00:00.000Z')).toBe(false)
  })

  test('is withdrawn once, and other bases are not withdrawn', () => {
    const at = '2026-06-01T00:00:00.000Z'
    expect(withdraw(aConsent(), at)).toMatchObject({ ok: true, value: { withdrawnAt: at } })
    expect(withdraw(aConsent({ withdrawnAt: at }), at)).toMatchObject({ refusal: { code: 'persons.alreadyWithdrawn' } })
    expect(withdraw(aConsent({ basis: 'publicTask' }), at)).toMatchObject({
      refusal: { code: 'persons.notWithdrawable' },
    })
  })
})

describe('a household', () => {
  test('takes a person once at a time', () => {
    expect(joinHousehold([aMember()], aMember({ role: 'child' }))).toMatchObject({
      refusal: { code: 'persons.alreadyMember' },
    })
    expect(joinHousehold([aMember({ to: '2026-02-01' })], aMember({ from: '2026-02-01' })).ok).toBe(true)
  })

  test('has one reference person at a time', () => {
    expect(joinHousehold([aMember()], aMember({ personId: other }))).toMatchObject({
      refusal: { code: 'persons.secondReferencePerson' },
    })
    expect(joinHousehold([aMember()], aMember({ personId: other, role: 'partner' })).ok).toBe(true)
  })

  test('counts a member until the day before they leave', () => {
    expect(isMemberOn(aMember({ to: '2026-02-01' }), '2026-01-31')).toBe(true)
    expect(isMemberOn(aMember({ to: '2026-02-01' }), '2026-02-01')).toBe(false)
  })
})
