import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'

export const ReferralState = z.enum([
  'signalled',
  'contacted',
  'interviewed',
  'pactProposed',
  'sentToSocialService',
  'orientedToActivity',
  'waiting',
  'closed',
])
export type ReferralState = z.infer<typeof ReferralState>

/** A code of one of the programme's lists; whether the list has it is for the server to say. */
const listCode = () => z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/)

export const ClosingReason = listCode()
export type ClosingReason = z.infer<typeof ClosingReason>

/** For oneself, or out of worry for somebody else. */
export const ReferralKind = z.enum(['forMe', 'worried'])
export type ReferralKind = z.infer<typeof ReferralKind>

/** Channels that a rule writes by itself: those of the forms, and the one of whatever says nothing else. They are always taken. */
export const ruleChannels: readonly string[] = ['self', 'neighbour', 'antenna', 'other']
export const Channel = listCode()

export const AgeBand = z.enum(['0-17', '18-34', '35-64', '65+', 'unknown'])
export type AgeBand = z.infer<typeof AgeBand>

/** With whom the person lives. */
export const Living = z.enum(['alone', 'couple', 'withChildren', 'withOthers', 'noHome', 'unknown'])
export type Living = z.infer<typeof Living>

/** What anybody can notice; never a diagnosis. */
export const Sign = listCode()

export const KnownToServices = z.enum(['yes', 'no', 'unknown'])
export type KnownToServices = z.infer<typeof KnownToServices>

export const CallTime = z.enum(['morning', 'afternoon', 'evening'])
export type CallTime = z.infer<typeof CallTime>

/** Who may be contacted: the person, or whoever sent the referral. */
export const PermissionOf = z.enum(['person', 'sender'])
export const PermissionHow = z.enum(['form', 'spoken', 'signed', 'throughSender'])

/** Of a form; a list that a body sends may say more. */
export const textAtMost = 1000

/** What is sealed: what was said, and whom to call. */
export const Said = z.strictObject({
  text: prose(2000),
  /** How the person is called, when the sender told it. */
  personName: line(120),
  senderName: line(120),
  phone: line(40),
  email: line(254),
  callTimes: z.array(CallTime).max(3),
  /** Hamlet, street or place where the person is met. */
  place: line(120),
  /** Whether the person knows about the referral; null when it was not asked. */
  personKnows: z.boolean().nullable(),
})
export type Said = z.infer<typeof Said>

/** What may be counted, also without anybody's permission. */
export const Seen = z.strictObject({
  kind: ReferralKind,
  channel: Channel,
  municipalityIstat: z.string().regex(/^\d{6}$/),
  ageBand: AgeBand,
  living: Living,
  signs: z.array(Sign).max(30),
  urgent: z.boolean(),
  knownToServices: KnownToServices,
})
export type Seen = z.infer<typeof Seen>

/** `words` are the ones that the permission was given to, as they were shown. */
export const ContactPermission = z.strictObject({ of: PermissionOf, how: PermissionHow, words: line(400) })
export type ContactPermission = z.infer<typeof ContactPermission>

export const Referral = Seen.extend({
  id: Id,
  districtId: Id,
  /** Null when a list that was imported did not say it. */
  municipalityIstat: Seen.shape.municipalityIstat.nullable(),
  antennaId: Id.nullable(),
  state: ReferralState,
  closingReason: ClosingReason.nullable(),
  receivedAt: z.iso.datetime(),
  firstContactDue: z.iso.date(),
  interviewDue: z.iso.date(),
  contactedAt: z.iso.datetime().nullable(),
  interviewedAt: z.iso.datetime().nullable(),
  movedAt: z.iso.datetime(),
  assignedTo: Id.nullable(),
  personId: Id.nullable(),
  caseId: Id.nullable(),
  /** What was said has been erased; the rest is kept for the counts. */
  erasedAt: z.iso.datetime().nullable(),
  version: z.int().min(1),
})
export type Referral = z.infer<typeof Referral>
