import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { Language } from '../../platform/core/words.ts'

const one = z.object({ id: Id })

export const CorrectionState = z.enum(['open', 'done', 'declined'])
export const Correction = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  text: z.string(),
  at: z.string(),
  state: CorrectionState,
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
export type Correction = z.infer<typeof Correction>

export const cardApi = {
  issue: endpoint({
    name: 'persons.issueCard',
    method: 'POST',
    path: '/persons/:id/card',
    permission: 'signedIn',
    journal: 'write',
    summary:
      'A new card (PDF in base64) with link and PIN; the older card and its sessions end. Both are told only here',
    params: one,
    body: z.object({ language: Language.default('it') }),
    reply: z.object({ id: Id, fileName: z.string(), pdf: z.string(), link: z.string(), pin: z.string() }),
  }),
  revoke: endpoint({
    name: 'persons.revokeCard',
    method: 'DELETE',
    path: '/persons/:id/card',
    permission: 'signedIn',
    journal: 'write',
    summary: 'The card opens nothing any more, and whoever is in through it is out',
    params: one,
    reply: Done,
  }),
  corrections: endpoint({
    name: 'persons.corrections',
    method: 'GET',
    path: '/corrections',
    permission: 'signedIn',
    journal: 'none',
    summary: 'What persons ask to correct in their files, oldest open first',
    query: Paging.extend({ personId: Id.optional(), state: CorrectionState.optional() }),
    reply: pageOf(Correction),
  }),
  answerCorrection: endpoint({
    name: 'persons.answerCorrection',
    method: 'POST',
    path: '/corrections/:id/answer',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Answers a request for correction; the person reads the answer',
    params: one,
    body: z.object({ state: z.enum(['done', 'declined']), answer: z.string().trim().min(3).max(1000) }),
    reply: Done,
  }),
}
