import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'

export const Answer = z.enum(['yes', 'no'])
export type Answer = z.infer<typeof Answer>

/** `met`: seen together by registers; `claim`: somebody says that a third party of a tie is this person; `across`: so, in another district. */
export const QuestionKind = z.enum(['met', 'claim', 'across'])

/** A question about a tie that may be there. Each end answers for itself; the first refusal closes it for good. */
export type Question = {
  readonly id: string
  readonly districtId: string
  readonly kind: 'met' | 'claim'
  readonly aId: string
  readonly bId: string
  /** The tie with the third party (`claim`), or the one born of the first yes. */
  readonly tieId: string | null
  readonly occasionKind: string
  readonly occasionId: string | null
  readonly times: number
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly state: 'open' | 'confirmed' | 'refused'
  readonly aAnswer: Answer | null
  readonly bAnswer: Answer | null
}

/** A question as one end may read it: the other end is initials, and its answer is nobody's business. */
export const QuestionRow = z.object({
  id: Id,
  kind: QuestionKind,
  other: z.string(),
  /** Where they were seen together, by name of the body. */
  place: z.string(),
  times: z.int(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
})
export type QuestionRow = z.infer<typeof QuestionRow>

/** Who brings the answer of an end: the person on their own page, a worker on the person's word, or a worker who saw it. */
export const Bringer = z.enum(['person', 'worker', 'seen'])
export type Bringer = z.infer<typeof Bringer>

export const questionApi = {
  list: endpoint({
    name: 'ties.questions',
    method: 'GET',
    path: '/tie-questions',
    permission: 'ties.record',
    journal: 'none',
    summary: 'Questions that the person of a case has not answered yet; each says its reason',
    query: z.object({ caseId: Id }),
    reply: z.object({ rows: z.array(QuestionRow) }),
  }),
  answer: endpoint({
    name: 'ties.answer',
    method: 'POST',
    path: '/tie-questions/:questionId/answer',
    permission: 'ties.record',
    journal: 'write',
    summary: 'Writes what the person of the case answered, or that a worker saw the tie; a refusal is final',
    params: z.object({ questionId: Id }),
    body: z.object({ caseId: Id, answer: Answer, seen: z.boolean().default(false) }),
    reply: Done,
  }),
  claim: endpoint({
    name: 'ties.claim',
    method: 'POST',
    path: '/ties/:tieId/claim',
    permission: 'ties.record',
    journal: 'write',
    summary:
      'Asks a person of the programme whether they are the third party of a tie; whoever told of the tie has agreed',
    params: z.object({ tieId: Id }),
    body: z.object({ personId: Id, agreed: z.literal(true) }),
    reply: z.object({ id: Id }),
  }),
}

const own = { access: 'ownPage', params: z.object({}) } as const

export const ownTiePages = {
  ties: page({
    ...own,
    name: 'ties.own',
    method: 'GET',
    path: '/mio/legami',
    journal: 'none',
    query: z.object({ detto: z.string().max(20).optional() }),
    body: z.object({}),
  }),
  answer: page({
    ...own,
    name: 'ties.ownAnswer',
    method: 'POST',
    path: '/mio/legami',
    journal: 'write',
    query: z.object({}),
    body: z.object({ questionId: Id, answer: Answer }),
  }),
}
