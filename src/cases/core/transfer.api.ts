import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { prose } from '../../platform/core/text.ts'
import { byCase, NewMember } from './case.api.ts'
import { AgreedHow, OfferedNote, TransferOffer, TransferPart, TransferState } from './transfer.schema.ts'

const byTransfer = z.object({ transferId: Id })

export const TransferRow = z.object({
  id: Id,
  state: TransferState,
  /** 'Amina D.' */
  person: z.string(),
  fromDistrictId: Id,
  from: z.string(),
  toDistrictId: Id,
  to: z.string(),
  proposedAt: z.iso.datetime(),
  proposedBy: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  answeredBy: z.string().nullable(),
  /** Why it was declined or taken back. */
  answer: z.string(),
})
export type TransferRow = z.infer<typeof TransferRow>

export const OpenedTransfer = TransferRow.extend({
  reason: z.string(),
  agreedOn: z.iso.date(),
  agreedHow: AgreedHow,
  offer: TransferOffer,
  /** The old file, for whoever may open it; else null. */
  caseId: Id.nullable(),
  /** The new record and its file, for whoever may open them. */
  toPersonId: Id.nullable(),
  toCaseId: Id.nullable(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
})
export type OpenedTransfer = z.infer<typeof OpenedTransfer>

/** What may be handed over of this case, for the form that asks it together with the person. */
export const Transferable = z.object({
  whyNot: z.string().nullable(),
  count: z.int(),
  household: z.string().nullable(),
  places: z.array(z.string()),
  notes: z.array(OfferedNote.extend({ id: Id })),
  /** Proposals made until now, newest first. */
  before: z.array(TransferRow),
})
export type Transferable = z.infer<typeof Transferable>

export const transferApi = {
  transferable: endpoint({
    name: 'cases.transferable',
    method: 'GET',
    path: '/cases/:caseId/transfer',
    permission: 'signedIn',
    journal: 'none',
    summary: 'What may be handed over to another district, and the proposals made until now',
    params: byCase,
    reply: Transferable,
  }),
  propose: endpoint({
    name: 'cases.proposeTransfer',
    method: 'POST',
    path: '/cases/:caseId/transfer',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Proposes to another district to follow the person, with what the person agreed to hand over',
    params: byCase,
    body: z.object({
      toDistrictId: Id.optional(),
      reason: prose(500),
      handOver: prose(4000),
      agreed: z.boolean(),
      agreedOn: z.iso.date(),
      agreedHow: AgreedHow,
      parts: z.array(TransferPart).max(4),
      /** Notes shared with the person; the others never go. */
      noteIds: z.array(Id).max(100),
    }),
    reply: z.object({ id: Id }),
  }),
  list: endpoint({
    name: 'cases.transfers',
    method: 'GET',
    path: '/transfers',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Proposals of transfer that the reader made, may answer or coordinates, newest first',
    query: Paging,
    reply: pageOf(TransferRow),
  }),
  open: endpoint({
    name: 'cases.openTransfer',
    method: 'GET',
    path: '/transfers/:transferId',
    permission: 'signedIn',
    journal: 'read',
    summary: 'One proposal of transfer, with what it hands over',
    params: byTransfer,
    reply: OpenedTransfer,
  }),
  accept: endpoint({
    name: 'cases.acceptTransfer',
    method: 'POST',
    path: '/transfers/:transferId/accept',
    permission: 'referrals.triage',
    journal: 'write',
    summary:
      'Registers the person here, begins a file when an equipe is named, and closes the file of the old district',
    params: byTransfer,
    body: z.object({
      /** Somebody of the own registry who is this person already; absent: a new record. */
      personId: Id.optional(),
      /** Empty: nobody follows the person yet. */
      equipe: z.array(NewMember).max(20).default([]),
    }),
    reply: z.object({ personId: Id, caseId: Id.nullable() }),
  }),
  decline: endpoint({
    name: 'cases.declineTransfer',
    method: 'POST',
    path: '/transfers/:transferId/decline',
    permission: 'referrals.triage',
    journal: 'write',
    summary: 'Declines a proposal, with the reason that the old district reads',
    params: byTransfer,
    body: z.object({ reason: prose(500) }),
    reply: Done,
  }),
  withdraw: endpoint({
    name: 'cases.withdrawTransfer',
    method: 'POST',
    path: '/transfers/:transferId/withdraw',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Takes a proposal back while nobody has answered',
    params: byTransfer,
    body: z.object({ reason: prose(500) }),
    reply: Done,
  }),
}
