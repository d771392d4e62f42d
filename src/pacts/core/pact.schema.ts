import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'

export const PactId = Id
export type PactId = z.infer<typeof PactId>

/** Kinds are configuration ('inclusion' and 'autonomy' by default), so a code and not a list. */
export const PactKind = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/)
export type PactKind = z.infer<typeof PactKind>

export const PactState = z.enum([
  'draft',
  'toPanel',
  'approved',
  'signed',
  'active',
  'suspended',
  'closing',
  'closed',
  'refused',
  'withdrawn',
  'interrupted',
  'transferred',
])
export type PactState = z.infer<typeof PactState>

export const WorkOutcome = z.enum(['none', 'traineeship', 'fixedTerm', 'permanent', 'selfEmployed'])
export type WorkOutcome = z.infer<typeof WorkOutcome>

export const OtherOutcome = z.enum([
  'serviceNoLongerNeeded',
  'newStableTies',
  'sentToSocialService',
  'moved',
  'withdrew',
])
export type OtherOutcome = z.infer<typeof OtherOutcome>

/** How a pact ended. `tiesAndRoles` says which ties and roles remain, in words. */
export const Closure = z.strictObject({
  goals: z.enum(['all', 'partly', 'no']),
  work: WorkOutcome,
  training: line(300),
  others: z.array(OtherOutcome).max(5),
  reason: reason(1, 2000),
  tiesAndRoles: prose(2000),
  lastDay: z.iso.date(),
})
export type Closure = z.infer<typeof Closure>

export const Pact = z.strictObject({
  id: PactId,
  districtId: Id,
  /** 'PG-2026-014'. */
  number: z.string().regex(/^[A-Z]{1,6}-\d{4}-\d{3,6}$/),
  kind: PactKind,
  caseId: Id,
  personId: Id,
  householdId: Id.nullable(),
  /** Members of the household who take part, the person aside. */
  involvedIds: z.array(Id).max(30),
  tutorId: Id,
  partnerOrganisationId: Id,
  state: PactState,
  stateSince: z.iso.date(),
  /** Number of the version that binds now; null before the first is signed. */
  versionInForce: z.int().min(1).nullable(),
  interviewedOn: z.iso.date().nullable(),
  signedOn: z.iso.date().nullable(),
  /** The term as it stands, extensions included; the signed text keeps the first one. */
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  extensions: z.int().min(0).max(20),
  reviewEveryDays: z.int().min(7).max(365),
  lastReviewOn: z.iso.date().nullable(),
  suspendedUntil: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  closure: Closure.nullable(),
  /** Months after the closure at which the person was heard. */
  followUpsDone: z.array(z.int().min(0).max(60)).max(20),
})
export type Pact = z.infer<typeof Pact>

export const ReviewDecision = z.enum(['goOn', 'change', 'close', 'extend'])
export type ReviewDecision = z.infer<typeof ReviewDecision>

/** A review in both voices. `heldOn` is null while it is being prepared. */
export const Review = z.strictObject({
  id: Id,
  pactId: PactId,
  kind: z.enum(['interim', 'final']),
  due: z.iso.date(),
  heldOn: z.iso.date().nullable(),
  present: line(300),
  personVoice: prose(4000),
  workerVoice: prose(4000),
  decision: ReviewDecision.nullable(),
})
export type Review = z.infer<typeof Review>
