import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'
import { pactParams } from './pact.api.ts'
import { ReviewDecision, WorkOutcome } from './pact.schema.ts'

/** A review in both voices, as it was held. */
export const HoldReview = z.object({
  heldOn: z.iso.date(),
  present: line(300).default(''),
  personVoice: prose(4000),
  workerVoice: prose(4000),
  decision: ReviewDecision,
})
export type HoldReview = z.output<typeof HoldReview>

/** How the person is some months after the end. Not reached says nothing else. */
export const HoldFollowUp = z.object({
  heldOn: z.iso.date(),
  reached: z.boolean(),
  /** The person does not want to be asked again: the follow-ups still to come are dropped. */
  refused: z.boolean().default(false),
  personVoice: prose(4000).default(''),
  stillAliveTies: z.int().min(0).max(500).nullable().default(null),
  work: WorkOutcome.nullable().default(null),
})
export type HoldFollowUp = z.output<typeof HoldFollowUp>

export const followApi = {
  scheduleReview: endpoint({
    name: 'pacts.scheduleReview',
    method: 'POST',
    path: '/pacts/:pactId/reviews',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Sets the day of the next review, or of the final one; an open one of the same kind moves to that day',
    params: pactParams,
    body: z.object({ kind: z.enum(['interim', 'final']), due: z.iso.date() }),
    reply: z.object({ id: Id }),
  }),
  holdReview: endpoint({
    name: 'pacts.holdReview',
    method: 'POST',
    path: '/pacts/:pactId/reviews/:reviewId/hold',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Records a review in both voices with what was decided; the next one is set by itself',
    params: pactParams.extend({ reviewId: Id }),
    body: HoldReview,
    reply: z.object({ nextDue: z.iso.date().nullable() }),
  }),
  holdFollowUp: endpoint({
    name: 'pacts.holdFollowUp',
    method: 'POST',
    path: '/pacts/:pactId/follow-ups/:followUpId/hold',
    permission: 'pacts.write',
    journal: 'write',
    summary:
      'Records how the person is some months after the end; after the last one third parties’ initials are erased',
    params: pactParams.extend({ followUpId: Id }),
    body: HoldFollowUp,
    reply: Done,
  }),
  answerWord: endpoint({
    name: 'pacts.answerWord',
    method: 'POST',
    path: '/pacts/:pactId/words/:wordId/answer',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Answers what the person said on their own page, after talking it over; a move or a mark answers it too',
    params: pactParams.extend({ wordId: Id }),
    body: z.object({ answer: reason(1, 1000) }),
    reply: Done,
  }),
  lateNote: endpoint({
    name: 'pacts.lateNote',
    method: 'POST',
    path: '/pacts/:pactId/late-reviews',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Adds a review that was held before a pact ended and never written down, with why it comes late',
    params: pactParams,
    body: HoldReview.extend({ late: reason(20, 500) }),
    reply: z.object({ id: Id }),
  }),
}
