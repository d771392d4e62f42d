import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'

/** Somebody who had data under a consent that was withdrawn: who the person named, a body of the equipe, another district. */
export const GroundNotice = z.object({
  id: Id,
  groundId: Id,
  kind: z.enum(['recipient', 'body', 'district']),
  name: z.string(),
  toldAt: z.iso.datetime().nullable(),
})
export type GroundNotice = z.infer<typeof GroundNotice>

const params = z.object({ id: Id })

export const noticeApi = {
  list: endpoint({
    name: 'persons.notices',
    method: 'GET',
    path: '/persons/:id/notices',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Who is to be told of withdrawn consents, and who was',
    params,
    reply: z.object({ rows: z.array(GroundNotice) }),
  }),
  told: endpoint({
    name: 'persons.noticeTold',
    method: 'POST',
    path: '/persons/:id/notices/:noticeId/told',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Notes that a receiver was told of a withdrawn consent',
    params: params.extend({ noticeId: Id }),
    reply: Done,
  }),
}
