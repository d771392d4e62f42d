import { z } from 'zod'
import { MatchReason } from '../../persons/core/match.ts'
import { ConsentWay } from '../../persons/core/person.schema.ts'
import { PersonEntry } from '../../persons/core/sheet.schema.ts'
import { endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'
import { Channel, ClosingReason, ContactPermission, Referral, ReferralState, Said, Seen } from './referral.schema.ts'
import { type ReferralMove, referralMoves } from './referral.ts'

export const MoveName = z.enum(Object.keys(referralMoves) as [ReferralMove, ...ReferralMove[]])

const Clock = z.object({ what: z.enum(['firstContact', 'interview']), due: z.iso.date(), days: z.int() }).nullable()

/** A row of the queue: nothing of what was said. `personName` only once somebody was registered. */
export const ReferralRow = Referral.extend({
  town: z.string(),
  antennaName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  personName: z.string().nullable(),
  clock: Clock,
})
export type ReferralRow = z.infer<typeof ReferralRow>

export const ReferralLine = z.object({
  id: Id,
  move: z.string(),
  fromState: ReferralState,
  toState: ReferralState,
  at: z.iso.datetime(),
  byName: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
})
export type ReferralLine = z.infer<typeof ReferralLine>

/** A referral opened: `said` is null once erased; `why` tells for each move why it is not open, or null. */
export const OpenReferral = ReferralRow.extend({
  said: Said.nullable(),
  permission: ContactPermission.extend({ at: z.iso.datetime() }),
  organisationName: z.string().nullable(),
  /** How to reach the antenna that sent it. */
  antennaContact: z.string().nullable(),
  personFollowed: z.boolean(),
  lines: z.array(ReferralLine),
  why: z.record(MoveName, z.string().nullable()),
})
export type OpenReferral = z.infer<typeof OpenReferral>

export const ReferralWorker = z.object({ id: Id, name: z.string() })

const params = z.object({ referralId: Id })
const Changed = z.object({ id: Id, version: z.int() })
const version = z.int().min(1)

export const referralsApi = {
  list: endpoint({
    name: 'referrals.list',
    method: 'GET',
    path: '/referrals',
    permission: 'referrals.triage',
    journal: 'none',
    summary: 'The triage queue, nearest clock first, with counts per state',
    query: Paging.extend({
      /** 'open': everything that still asks for something. */
      state: ReferralState.or(z.literal('open')).optional(),
      district: Id.optional(),
      assigned: z.enum(['me', 'nobody']).or(Id).optional(),
      channel: Channel.optional(),
      overdue: z.literal('yes').optional(),
      urgent: z.literal('yes').optional(),
      /** Name of a registered person, town, antenna, or a whole receipt code. */
      q: line(80).optional(),
    }),
    reply: pageOf(ReferralRow).extend({
      counts: z.record(ReferralState, z.int()),
      late: z.int(),
      urgent: z.int(),
      /** Who wrote in the last twelve months and did not want to be called. */
      anonymous: z.int(),
      /** Of the last twelve months: first contacts made or fallen due, and those made by their day. */
      inTime: z.object({ asked: z.int(), kept: z.int() }),
    }),
  }),
  open: endpoint({
    name: 'referrals.open',
    method: 'GET',
    path: '/referrals/:referralId',
    permission: 'referrals.triage',
    journal: 'read',
    summary: 'One referral with what was said and what can be done now',
    params,
    reply: OpenReferral,
  }),
  workers: endpoint({
    name: 'referrals.workers',
    method: 'GET',
    path: '/referrals/:referralId/workers',
    permission: 'referrals.triage',
    journal: 'none',
    summary: 'Who may be given this referral',
    params,
    reply: z.object({ rows: z.array(ReferralWorker) }),
  }),
  record: endpoint({
    name: 'referrals.record',
    method: 'POST',
    path: '/referrals',
    permission: 'referrals.triage',
    journal: 'write',
    summary: 'Writes down a call for a hand that came by voice; without permission only an anonymous contact is kept',
    body: Seen.extend({ said: Said, permission: ContactPermission.nullable() }),
    reply: z.object({ id: Id.nullable(), code: z.string().nullable() }),
  }),
  change: endpoint({
    name: 'referrals.change',
    method: 'PATCH',
    path: '/referrals/:referralId',
    permission: 'referrals.triage',
    journal: 'write',
    summary: 'Corrects what may be counted of a referral; its clocks follow',
    params,
    body: Seen.pick({ urgent: true, knownToServices: true, ageBand: true, living: true, signs: true })
      .partial()
      .extend({ version }),
    reply: Changed,
  }),
  assign: endpoint({
    name: 'referrals.assign',
    method: 'PUT',
    path: '/referrals/:referralId/assignee',
    permission: 'referrals.triage',
    journal: 'write',
    summary: 'Gives a referral to a worker, or to nobody',
    params,
    body: z.object({ accountId: Id.nullable(), version }),
    reply: Changed,
  }),
  move: endpoint({
    name: 'referrals.move',
    method: 'POST',
    path: '/referrals/:referralId/moves',
    permission: 'referrals.triage',
    journal: 'write',
    summary: 'Carries out a move: contact, interview, proposePact, close and the others',
    params,
    body: z.object({
      move: MoveName,
      note: prose(1000).default(''),
      reason: ClosingReason.nullable().default(null),
      version,
    }),
    reply: Changed.extend({ state: ReferralState }),
  }),
  register: endpoint({
    name: 'referrals.register',
    method: 'POST',
    path: '/referrals/:referralId/person',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Registers the person of a referral, who gave permission, and joins the two',
    params,
    body: z.object({
      person: PersonEntry,
      permissionGiven: z.boolean(),
      how: ConsentWay,
      householdId: Id.optional(),
      version,
    }),
    reply: Changed.extend({ personId: Id }),
  }),
  link: endpoint({
    name: 'referrals.link',
    method: 'PUT',
    path: '/referrals/:referralId/person',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Joins a referral to a person already registered, for stated reasons',
    params,
    body: z.object({ personId: Id, matched: z.array(MatchReason).max(12), reason: line(300), version }),
    reply: Changed,
  }),
  unlink: endpoint({
    name: 'referrals.unlink',
    method: 'POST',
    path: '/referrals/:referralId/person/removal',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Undoes a wrong join: the referral stays, without the person',
    params,
    body: z.object({ reason: reason(3, 300), version }),
    reply: Changed,
  }),
}
