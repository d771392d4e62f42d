import { z } from 'zod'

export const PersonId = z.uuid().brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const HouseholdId = z.uuid().brand('HouseholdId')
export type HouseholdId = z.infer<typeof HouseholdId>

export const Sex = z.enum(['female', 'male', 'other', 'unknown'])
export type Sex = z.infer<typeof Sex>

const line = (max: number) => z.string().trim().max(max)
const name = line(80).min(1)

/** National cadastral code of a municipality or country ('D150', 'Z330'). */
export const CadastralCode = z.string().regex(/^[A-Z]\d{3}$/)
/** ISTAT code of a municipality, six digits. */
export const MunicipalityIstat = z.string().regex(/^\d{6}$/)
/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/)
/** BCP 47 ('it', 'ar-MA'). */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
/** E.164 ('+393334151952'). */
export const Phone = z.string().regex(/^\+[1-9]\d{5,14}$/)
export const Email = z.email().max(254)

/** What intake may read of anyone in its district: no contacts, nothing of any case. */
export const Person = z.object({
  id: PersonId,
  districtId: z.uuid(),
  familyName: name,
  givenName: name,
  /** How the person wants to be called, when it is not the given name. */
  calledName: name.nullable(),
  sex: Sex,
  birthDate: z.iso.date().nullable(),
  /** Kept when only the year is known. */
  birthYear: z.number().int().min(1890).max(2200).nullable(),
  birthplace: line(120).nullable(),
  birthplaceCode: CadastralCode.nullable(),
  municipalityIstat: MunicipalityIstat.nullable(),
  /** Whether a case is open: the match then says only whom to ask. */
  followed: z.boolean(),
  /** The record that took this one in, after a merge. */
  mergedInto: PersonId.nullable(),
  createdAt: z.iso.datetime(),
})
export type Person = z.infer<typeof Person>

export const ContactWay = z.enum(['phone', 'message', 'email', 'letter', 'visit', 'throughSomeone'])
export type ContactWay = z.infer<typeof ContactWay>

export const Domicile = z.object({ address: line(200), municipalityIstat: MunicipalityIstat.nullable() })
export type Domicile = z.infer<typeof Domicile>

export const PersonDetail = z.object({
  codiceFiscale: z.string().length(16).nullable(),
  phones: z.array(Phone).max(5),
  emails: z.array(Email).max(5),
  address: line(200).nullable(),
  /** Where the person really lives, when it is not the registered address. */
  domicile: Domicile.nullable(),
  languages: z.array(LanguageTag).max(8),
  interpreterNeeded: z.boolean(),
  preferredContact: ContactWay.nullable(),
  preferredContactTimes: line(200).nullable(),
  citizenship: CountryCode.nullable(),
})
export type PersonDetail = z.infer<typeof PersonDetail>

/** What a form or an import may write; the rest belongs to the acts. */
export const PersonDraft = Person.omit({
  id: true,
  districtId: true,
  followed: true,
  mergedInto: true,
  createdAt: true,
}).extend(PersonDetail.shape)
export type PersonDraft = z.infer<typeof PersonDraft>

export const HouseholdRole = z.enum([
  'referencePerson',
  'partner',
  'child',
  'parent',
  'sibling',
  'otherKin',
  'cohabitant',
  'minorInCare',
])
export type HouseholdRole = z.infer<typeof HouseholdRole>

/** `to` is the first day on which the person no longer belonged; null while they do. */
export const HouseholdMember = z
  .object({
    householdId: HouseholdId,
    personId: PersonId,
    role: HouseholdRole,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
  })
  .refine((member) => member.to === null || member.to >= member.from, {
    error: 'persons.endsBeforeStart',
    path: ['to'],
  })
export type HouseholdMember = z.infer<typeof HouseholdMember>

export const PlaceKind = z.enum([
  'family',
  'building',
  'neighbourhood',
  'village',
  'parish',
  'workplace',
  'school',
  'association',
  'other',
])
export type PlaceKind = z.infer<typeof PlaceKind>

export const PlaceOfLife = z.object({ kind: PlaceKind, name: line(120).min(1) })
export type PlaceOfLife = z.infer<typeof PlaceOfLife>

export const Household = z.object({
  id: HouseholdId,
  districtId: z.uuid(),
  label: line(120).min(1),
  address: line(200).nullable(),
  municipalityIstat: MunicipalityIstat.nullable(),
  placesOfLife: z.array(PlaceOfLife).max(20),
})
export type Household = z.infer<typeof Household>

export const Purpose = z.enum(['contact', 'sharingWithPartner', 'photo', 'newsletter', 'research', 'pactWork'])
export type Purpose = z.infer<typeof Purpose>

/** GDPR art. 6(1) e, a, c, d: the case work of a public body does not rest on consent. */
export const Basis = z.enum(['publicTask', 'consent', 'legalObligation', 'vitalInterest'])
export type Basis = z.infer<typeof Basis>

/** Which data a ground covers: `health` is of GDPR art. 9, `judicial` of art. 10, the others are ordinary. */
export const DataKind = z.enum(['identity', 'social', 'economic', 'health', 'judicial', 'images'])
export type DataKind = z.infer<typeof DataKind>

export const ConsentWay = z.enum(['spoken', 'signed', 'form', 'guardian'])
export type ConsentWay = z.infer<typeof ConsentWay>

export const ConsentId = z.uuid().brand('ConsentId')
export type ConsentId = z.infer<typeof ConsentId>

export const Consent = z.object({
  id: ConsentId,
  personId: PersonId,
  purpose: Purpose,
  basis: Basis,
  dataKind: DataKind,
  /** Who receives the data, when they are shared. */
  recipient: line(120).nullable(),
  givenAt: z.iso.datetime(),
  how: ConsentWay,
  /** Which privacy notice was handed over. */
  noticeVersion: line(40).min(1),
  expiresAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
})
export type Consent = z.infer<typeof Consent>
