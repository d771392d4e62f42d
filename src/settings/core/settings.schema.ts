import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { Legame } from './legame.schema.ts'

const line = (max: number) => z.string().trim().max(max)
const days = (max: number) => z.int().min(1).max(max)

/**
 * Deadlines and limits, in days unless the name says months. Every one is the programme's own choice (field notes §9.1,
 * §9.2) and a district may set its own.
 */
export const Deadlines = z.strictObject({
  /** From a referral to the first contact; `urgentContactDays` when it is urgent. */
  firstContactDays: days(60),
  urgentContactDays: days(30),
  interviewDays: days(120),
  /** Referrals never taken up are erased after these months; counts stay. */
  eraseUntakenMonths: z.int().min(1).max(60),
  /** Lists that were uploaded and never confirmed are erased after these days. */
  eraseUploadsDays: days(90),
  signWithinDays: days(365),
  reviewEveryDays: days(365),
  termMonths: z.int().min(1).max(36),
  maxTermMonths: z.int().min(1).max(60),
  maxExtensions: z.int().min(0).max(10),
  alertBeforeEndDays: days(180),
  finalReviewWithinDays: days(180),
  followUpMonths: z.array(z.int().min(1).max(60)).min(1).max(10),
  /** Days without a contact after which a case asks for one. */
  silenceDays: days(365),
  /** Hours for which a broken glass stays open. */
  glassHours: z.int().min(1).max(72),
  /** Minutes without a touch after which the screen locks. */
  lockMinutes: z.int().min(1).max(120),
  signingCodeMinutes: z.int().min(5).max(10_080),
})
export type Deadlines = z.infer<typeof Deadlines>

export const SignerRoleCode = z.enum(['person', 'adultMember', 'guardian', 'partnerBody', 'host', 'supporter'])

/** Rules of the programme that are not days. */
export const Rules = z.strictObject({
  /** Who must have signed before a pact is signed. */
  requiredSigners: z.array(SignerRoleCode).max(6),
  /** Cells with fewer people than this are hidden wherever a figure leaves its district's workers. */
  smallCell: z.int().min(2).max(20),
  /** Version of the privacy notice handed over now. */
  privacyNotice: line(40),
})
export type Rules = z.infer<typeof Rules>

export const Programme = z.strictObject({
  name: line(120).min(1),
  funder: line(200),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  deadlines: Deadlines,
  rules: Rules,
})
export type Programme = z.infer<typeof Programme>

export const District = z.strictObject({
  id: Id,
  code: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: line(120).min(1),
  seat: line(80),
  /** Who is the data controller, and how to reach it and its data protection officer. */
  controller: line(200),
  controllerContact: line(200),
  dpoContact: line(200),
  state: z.enum(['active', 'closed']),
  /** The district's own deadlines; what is not named follows the programme. */
  deadlines: Deadlines.partial(),
})
export type District = z.infer<typeof District>

export const CatalogueKind = z.enum([
  'pactKind',
  'support',
  'fundingSource',
  'referralChannel',
  'referralClosing',
  'outcome',
  'observedSign',
])
export type CatalogueKind = z.infer<typeof CatalogueKind>

/** One entry of a list. `data` holds what its kind needs: unit and cost of a support, ages of a pact kind. */
export const CatalogueItem = z.strictObject({
  id: Id,
  kind: CatalogueKind,
  code: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/),
  labelIt: line(200).min(1),
  labelEn: line(200).min(1),
  data: z.record(z.string().max(40), z.union([z.string().max(300), z.number(), z.boolean(), z.null()])),
  position: z.int().min(0).max(10_000),
  active: z.boolean(),
})
export type CatalogueItem = z.infer<typeof CatalogueItem>

export const Target = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/),
  labelIt: line(200).min(1),
  labelEn: line(200).min(1),
  value: z.int().min(0).max(10_000_000),
  definitionIt: line(1000),
  definitionEn: line(1000),
  position: z.int().min(0).max(1000),
})
export type Target = z.infer<typeof Target>

/** The version under which a form that changes a record was opened; 0 for a new one. Absent: whatever stands there is replaced. */
export const Opened = z.object({ version: z.int().min(0).optional() })
export type Opened = z.infer<typeof Opened>
/** A record with the version under which it is changed. */
export type Versioned<T> = T & { readonly version: number }

export const Municipality = z.strictObject({
  istatCode: z.string().regex(/^\d{6}$/),
  cadastralCode: z.string().regex(/^[A-Z]\d{3}$/),
  name: line(80).min(1),
  districtId: Id.nullable(),
  /** Centre of the area, degrees, WGS 84. */
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})
export type Municipality = z.infer<typeof Municipality>

/** What is measured at each moment of a pact, by codes; the room of measures knows which there are. */
export const MeasuringPlan = z.strictObject({
  battery: z.array(z.string().max(20)).max(10),
  firstDays: z.int(),
  midMonths: z.int(),
  lastDays: z.int(),
  afterMonths: z.int(),
})
export type MeasuringPlan = z.infer<typeof MeasuringPlan>

/** The whole configuration as one file. It names districts by code, so that another installation can take it in. */
export const Configuration = z.strictObject({
  format: z.literal('fare-legami/configuration'),
  version: z.literal(1),
  programme: Programme,
  districts: z.array(District.omit({ id: true })).max(100),
  municipalities: z
    .array(Municipality.omit({ districtId: true }).extend({ district: z.string().nullable() }))
    .max(10_000),
  catalogues: z.array(CatalogueItem).max(5000),
  targets: z.array(Target).max(200),
  /** What counts as a legame now; a file that says something else makes the next version, from the day it is taken in. */
  legame: Legame.omit({ fromDay: true }).partial({ bonding: true, linking: true, linkingBodies: true }).optional(),
  /** Words of instruments stay behind: the leave to use them was given to whoever loaded them. */
  measuring: MeasuringPlan.optional(),
})
export type Configuration = z.infer<typeof Configuration>
