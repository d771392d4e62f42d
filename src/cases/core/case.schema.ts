import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line, reason } from '../../platform/core/text.ts'

export const CaseId = Id
export type CaseId = z.infer<typeof CaseId>

export const CaseState = z.enum(['open', 'closed', 'transferred'])
export type CaseState = z.infer<typeof CaseState>

/** The file of one person followed in one district. */
export const Case = z.strictObject({
  id: CaseId,
  districtId: Id,
  personId: Id,
  /** 'C-2026-014'. */
  number: z.string().regex(/^[A-Z]{1,6}-\d{4}-\d{3,6}$/),
  state: CaseState,
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  closingReason: line(500),
  householdId: Id.nullable(),
  referralId: Id.nullable(),
  /** Number of the file in the body's own social record (CSI), which stays there. */
  externalRecord: line(80),
})
export type Case = z.infer<typeof Case>

export const EquipeRole = z.enum([
  'caseManager',
  'tutor',
  'jobOperator',
  'educator',
  'supervisor',
  'otherWorker',
  'volunteer',
])
export type EquipeRole = z.infer<typeof EquipeRole>

/** Somebody who follows the case, from one body, for a time; both days included. */
export const EquipeMember = z.strictObject({
  accountId: Id,
  organisationId: Id.nullable(),
  role: EquipeRole,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
})
export type EquipeMember = z.infer<typeof EquipeMember>

/** Opening a case without being of its equipe: the reason is shown to coordinator and person. */
export const BreakGlass = z.strictObject({
  id: Id,
  caseId: CaseId,
  accountId: Id,
  reason: reason(20, 1000),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
})
export type BreakGlass = z.infer<typeof BreakGlass>
