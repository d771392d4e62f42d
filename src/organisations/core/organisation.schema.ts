import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'

export const OrganisationKind = z.enum([
  'municipality',
  'districtSocialCompany',
  'cooperative',
  'consortium',
  'association',
  'parish',
  'foundation',
  'school',
  'firm',
  'union',
  'jobCentre',
  'youthInfo',
  'healthService',
  'volunteerCentre',
  'otherPublic',
  'other',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const PlaceKind = z.enum([
  'building',
  'neighbourhood',
  'village',
  'parish',
  'workplace',
  'school',
  'association',
  'office',
  'other',
])
export type PlaceKind = z.infer<typeof PlaceKind>

/** What a form writes of an organisation; codes as people type them, empty when there is none. */
export const OrganisationDraft = z.object({
  name: line(160),
  kind: OrganisationKind,
  taxCode: line(30).default(''),
  runtsNumber: line(20).default(''),
  ipaCode: line(30).default(''),
  schoolCode: line(20).default(''),
  email: line(160).default(''),
  phone: line(40).default(''),
  whatItBrings: prose(2000).default(''),
  active: z.boolean().default(true),
  /** Districts in which it works. */
  districtIds: z.array(Id).max(100).default([]),
})
export type OrganisationDraft = z.output<typeof OrganisationDraft>

export const SiteDraft = z.object({
  name: line(160),
  address: line(200).default(''),
  municipalityIstat: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  placeKind: PlaceKind.default('other'),
  active: z.boolean().default(true),
})
export type SiteDraft = z.output<typeof SiteDraft>

export const Site = SiteDraft.extend({ id: Id, municipality: z.string().nullable(), version: z.int() })
export type Site = z.infer<typeof Site>

export const OrganisationSheet = OrganisationDraft.extend({
  id: Id,
  version: z.int(),
  sites: z.array(Site),
  /** Whether the reader may change it; the acts decide again. */
  mayChange: z.boolean(),
})
export type OrganisationSheet = z.infer<typeof OrganisationSheet>

export const OrganisationRow = z.object({
  id: Id,
  name: z.string(),
  kind: OrganisationKind,
  active: z.boolean(),
  districtIds: z.array(Id),
  /** Municipalities of its open sites, by name. */
  places: z.array(z.string()),
  whatItBrings: z.string(),
})
export type OrganisationRow = z.infer<typeof OrganisationRow>

/** One organisation to choose from. */
export const OrganisationChoice = z.object({ id: Id, name: z.string(), kind: OrganisationKind })
export type OrganisationChoice = z.infer<typeof OrganisationChoice>
