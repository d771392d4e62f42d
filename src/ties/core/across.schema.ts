import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'
import type { Answer } from './question.schema.ts'

/** Days for which a code may be used. */
export const codeLasts = 30

/** A tie told in another district, asked of a person of this one: what they read, and their answer. */
export type AcrossQuestion = {
  readonly id: string
  readonly districtId: string
  readonly personId: string
  readonly answer: Answer | null
}

const typed = z.string().trim().min(1).max(40)

export const acrossApi = {
  code: endpoint({
    name: 'ties.code',
    method: 'POST',
    path: '/ties/:tieId/code',
    permission: 'ties.record',
    journal: 'write',
    summary:
      'A code to hand to the third party of a tie who is followed in another district; the one who told of the tie has agreed. An earlier code stops',
    params: z.object({ tieId: Id }),
    body: z.object({ caseId: Id, agreed: z.literal(true) }),
    reply: z.object({ code: z.string(), until: z.iso.date() }),
  }),
  take: endpoint({
    name: 'ties.takeCode',
    method: 'POST',
    path: '/tie-codes',
    permission: 'ties.record',
    journal: 'write',
    summary: 'Opens the question of a code that the person of a case was handed; it serves one person once',
    body: z.object({ caseId: Id, code: typed }),
    reply: Done,
  }),
}

const own = { access: 'ownPage', params: z.object({}), query: z.object({}), journal: 'write', method: 'POST' } as const

export const ownAcrossPages = {
  take: page({ ...own, name: 'ties.ownCode', path: '/mio/legami/codice', body: z.object({ code: typed }) }),
  over: page({
    ...own,
    name: 'ties.ownEnd',
    path: '/mio/legami/finito',
    body: z.object({ tieId: Id, until: z.iso.date() }),
  }),
}
