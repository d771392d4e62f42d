import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { Permission } from '../../platform/core/permission.ts'
import { Language } from '../../platform/core/words.ts'

export const AccountName = z.string().trim().min(2).max(120)
export const Email = z.email().max(254)
export const AccountState = z.enum(['invited', 'active', 'left'])
export const SecondFactor = z.enum(['none', 'totp', 'passkey'])
export const Scope = z.enum(['programme', 'district', 'organisation'])

/** A role held, with the names that a page shows. */
export const GrantRow = z.object({
  id: Id,
  role: z.string(),
  roleName: z.string(),
  districtId: Id.nullable(),
  districtName: z.string().nullable(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
})
export type GrantRow = z.infer<typeof GrantRow>

export const AccountRow = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  language: Language,
  state: AccountState,
  secondFactor: SecondFactor,
  grants: z.array(GrantRow),
})
export type AccountRow = z.infer<typeof AccountRow>

export const NewGrant = z.object({
  role: z.string().max(60),
  districtId: Id.nullable().default(null),
  organisationId: Id.nullable().default(null),
  untilDay: z.iso.date().nullable().default(null),
})
export type NewGrant = z.infer<typeof NewGrant>

export const NewAccount = z.object({
  email: Email,
  name: AccountName,
  jobTitle: z.string().trim().max(120).default(''),
  language: Language.default('it'),
  grants: z.array(NewGrant).min(1).max(20),
})
export type NewAccount = z.infer<typeof NewAccount>

export const AccountChange = z.object({
  name: AccountName,
  jobTitle: z.string().trim().max(120),
  language: Language,
})
export type AccountChange = z.infer<typeof AccountChange>

/** Open cases that a leaver hands over, counted per district: whose they are is for the coordinator to see. */
export const HandOver = z.object({ districtId: Id, districtName: z.string(), cases: z.number().int() })
export type HandOver = z.infer<typeof HandOver>

/** One account with what an administrator needs beside it. */
export const WholeAccount = AccountRow.extend({
  createdAt: z.string(),
  leftAt: z.string().nullable(),
  sessions: z.number().int(),
  inHand: z.array(HandOver),
})
export type WholeAccount = z.infer<typeof WholeAccount>

export const RoleRow = z.object({
  code: z.string(),
  nameIt: z.string(),
  nameEn: z.string(),
  scope: Scope,
  permissions: z.array(Permission),
  holders: z.number().int(),
})
export type RoleRow = z.infer<typeof RoleRow>

export const RoleChange = z.object({
  nameIt: z.string().trim().min(2).max(80),
  nameEn: z.string().trim().min(2).max(80),
  scope: Scope,
  permissions: z.array(Permission).max(50),
})
export type RoleChange = z.infer<typeof RoleChange>

export const DistrictRow = z.object({ id: Id, code: z.string(), name: z.string(), seat: z.string() })
export type DistrictRow = z.infer<typeof DistrictRow>
