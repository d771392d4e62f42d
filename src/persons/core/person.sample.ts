import {
  type Consent,
  ConsentId,
  type Household,
  HouseholdId,
  type HouseholdMember,
  type Person,
  type PersonDetail,
  PersonId,
} from './person.schema.ts'

const districtId = '0d000000-0000-4000-8000-000000000001'
const personId = PersonId.parse('0a000000-0000-4000-8000-000000000001')
const householdId = HouseholdId.parse('0b000000-0000-4000-8000-000000000001')

/** A valid person to start a test from; name only what the test is about. */
export const aPerson = (with_: Partial<Person> = {}): Person => ({
  id: personId,
  districtId,
  familyName: 'Ferrari',
  givenName: 'Lucia',
  calledName: null,
  sex: 'female',
  birthDate: '1984-01-11',
  birthYear: 1984,
  birthplace: 'Soresina',
  birthplaceCode: 'I827',
  municipalityIstat: '019035',
  followed: false,
  mergedInto: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  ...with_,
})

export const aPersonDetail = (with_: Partial<PersonDetail> = {}): PersonDetail => ({
  codiceFiscale: 'FRRLCU84A51I827T',
  phones: ['+393334151952'],
  emails: ['lucia.ferrari@esempio.invalid'],
  address: 'via Roma 12',
  domicile: null,
  languages: ['it'],
  interpreterNeeded: false,
  preferredContact: 'phone',
  preferredContactTimes: 'dopo le 18',
  citizenship: 'IT',
  ...with_,
})

export const aHousehold = (with_: Partial<Household> = {}): Household => ({
  id: householdId,
  districtId,
  label: 'Famiglia Ferrari',
  address: 'via Roma 12',
  municipalityIstat: '019035',
  placesOfLife: [{ kind: 'parish', name: 'San Giacomo' }],
  ...with_,
})

export const aMember = (with_: Partial<HouseholdMember> = {}): HouseholdMember => ({
  householdId,
  personId,
  role: 'referencePerson',
  from: '2026-01-01',
  to: null,
  ...with_,
})

export const aConsent = (with_: Partial<Consent> = {}): Consent => ({
  id: ConsentId.parse('0c000000-0000-4000-8000-000000000001'),
  personId,
  purpose: 'contact',
  basis: 'consent',
  dataKind: 'identity',
  recipient: null,
  givenAt: '2026-03-02T09:00:00.000Z',
  how: 'spoken',
  noticeVersion: '2026-01',
  expiresAt: null,
  withdrawnAt: null,
  ...with_,
})
