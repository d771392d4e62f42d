import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import type { Identity } from './match.ts'
import {
  Basis,
  ConsentWay,
  DataKind,
  HouseholdRole,
  MunicipalityIstat,
  PersonDraft,
  PlaceOfLife,
  Purpose,
} from './person.schema.ts'

/** What a form may write of a person; phones and codice fiscale as people write them, read by the server. */
export const PersonValues = PersonDraft.extend({
  codiceFiscale: z.string().trim().max(24).nullable(),
  phones: z.array(z.string().trim().min(1).max(40)).max(5),
})
export type PersonValues = z.infer<typeof PersonValues>
export const PersonField = PersonValues.keyof()
export type PersonField = z.infer<typeof PersonField>

/** Somebody of the registry, as far as a comparison may know them. */
export type KnownIdentity = Identity & { readonly personId: string; readonly followed: boolean }

/** A new person: the names, and whatever else is known. */
export const PersonEntry = PersonValues.partial().required({ familyName: true, givenName: true })
export type PersonEntry = z.infer<typeof PersonEntry>

const unknownValues: Omit<PersonValues, 'familyName' | 'givenName'> = {
  calledName: null,
  sex: 'unknown',
  birthDate: null,
  birthYear: null,
  birthplace: null,
  birthplaceCode: null,
  municipalityIstat: null,
  codiceFiscale: null,
  phones: [],
  emails: [],
  address: null,
  domicile: null,
  languages: ['it'],
  interpreterNeeded: false,
  preferredContact: null,
  preferredContactTimes: null,
  citizenship: null,
}

/** The whole sheet of a new person; what was not said is empty. */
export const wholeOf = (entry: PersonEntry): PersonValues => PersonValues.parse({ ...unknownValues, ...entry })

export const ContactPermission = z.enum(['given', 'refused', 'notAsked'])
export type ContactPermission = z.infer<typeof ContactPermission>

/** Why which data may be used, and which notice was handed over. `expiresOn` is the last day; `recipient` who receives them. */
export const GroundEntry = z.object({
  purpose: Purpose,
  basis: Basis,
  dataKind: DataKind.default('identity'),
  how: ConsentWay,
  noticeVersion: z.string().trim().min(1).max(40),
  recipient: z.string().trim().max(120).default(''),
  expiresOn: z.iso.date().nullable().default(null),
})
export type GroundEntry = z.infer<typeof GroundEntry>
export const Ground = GroundEntry.extend({
  id: Id,
  givenAt: z.string(),
  withdrawnAt: z.string().nullable(),
  holds: z.boolean(),
})
export type Ground = z.infer<typeof Ground>

/** Whom to ask about a person whose file the reader may not open. */
export const Follower = z.object({ name: z.string(), body: z.string(), role: z.enum(['caseManager', 'tutor']) })
export type Follower = z.infer<typeof Follower>

export const PersonRow = z.object({
  id: Id,
  districtId: Id,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  birthYear: z.number().nullable(),
  municipality: z.string().nullable(),
  followed: z.boolean(),
  /** False: the reader sees this line and nothing more. */
  whole: z.boolean(),
  /** Only when `whole` is false. */
  followedBy: z.array(Follower),
})
export type PersonRow = z.infer<typeof PersonRow>

export const Member = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  role: HouseholdRole,
  from: z.string(),
  /** First day on which the person no longer belonged. */
  to: z.string().nullable(),
  followed: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const HouseholdValues = z.object({
  label: z.string().trim().min(1).max(120),
  address: z.string().trim().max(200).nullable(),
  municipalityIstat: MunicipalityIstat.nullable(),
  placesOfLife: z.array(PlaceOfLife).max(20),
})
export type HouseholdValues = z.infer<typeof HouseholdValues>

export const HouseholdSheet = HouseholdValues.extend({
  id: Id,
  districtId: Id,
  version: z.int(),
  municipality: z.string().nullable(),
  members: z.array(Member),
  /** Former members too, when the reader may see them. */
  former: z.array(Member),
  /** False: address and places are not for this reader, because somebody else follows a member. */
  whole: z.boolean(),
  mayChange: z.boolean(),
})
export type HouseholdSheet = z.infer<typeof HouseholdSheet>

/** What any reader of the person may see. */
export const PersonBase = z.object({
  id: Id,
  districtId: Id,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string().nullable(),
  birthYear: z.number().nullable(),
  municipalityIstat: z.string().nullable(),
  municipality: z.string().nullable(),
  followed: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  /** The district to which the person moved, and when; null while they are here. */
  movedTo: Id.nullable(),
  movedOn: z.string().nullable(),
  /** The district from which they came. */
  cameFrom: Id.nullable(),
})
export type PersonBase = z.infer<typeof PersonBase>

export const MergeNote = z.object({
  id: Id,
  mergedId: Id,
  name: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})
export type MergeNote = z.infer<typeof MergeNote>

export const PersonSheet = z.object({
  person: PersonBase,
  followedBy: z.array(Follower),
  /** Null: the reader may see only `person`, and asks `followedBy`. */
  values: PersonValues.nullable(),
  contactPermission: ContactPermission.nullable(),
  households: z.array(HouseholdSheet),
  grounds: z.array(Ground),
  card: z.object({ issuedAt: z.string(), lockedUntil: z.string().nullable() }).nullable(),
  merges: z.array(MergeNote),
  /** Set when the record asked for was joined to this one. */
  joinedFrom: Id.nullable(),
  may: z.object({ change: z.boolean(), merge: z.boolean(), card: z.boolean(), accesses: z.boolean() }),
})
export type PersonSheet = z.infer<typeof PersonSheet>

/** One line of "who opened this file": `sentence` follows the name. */
export const AccessLine = z.object({
  id: Id,
  at: z.string(),
  who: z.string(),
  body: z.string(),
  sentence: z.string(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
})
export type AccessLine = z.infer<typeof AccessLine>
