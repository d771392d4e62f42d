import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { Permission } from '../../platform/core/permission.ts'
import { Language } from '../../platform/core/words.ts'
import { GrantRow } from './account.schema.ts'

/** `open` is the only step at which rights count. */
export const Step = z.enum(['secondFactor', 'enrol', 'open', 'locked'])
export type Step = z.infer<typeof Step>

/** The second factors that the account has. */
export const Factors = z.object({ totp: z.boolean(), passkey: z.boolean() })
export type Factors = z.infer<typeof Factors>

export const StepReply = z.object({ step: Step, factors: Factors })
export type StepReply = z.infer<typeof StepReply>

/** Who is asking; the grants are empty until the step is `open`. */
export const Account = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  language: Language,
  hasPassword: z.boolean(),
  grants: z.array(GrantRow),
  permissions: z.array(Permission),
})
export const Me = z.object({
  /** `none`: nobody is signed in. */
  step: z.enum(['none', ...Step.options]),
  factors: Factors,
  account: Account.nullable(),
  /** Whether this installation has another sign-in of its own (OIDC). */
  oidc: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SessionRow = z.object({
  id: Id,
  agent: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  current: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>

export const PasskeyRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type PasskeyRow = z.infer<typeof PasskeyRow>
