import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { reason } from '../../platform/core/text.ts'

/** Opening by breaking the glass. Either the number of the case or the person's id, as a search for persons gives it. */
export const glassApi = {
  breakGlass: endpoint({
    name: 'cases.breakGlass',
    method: 'POST',
    path: '/cases/break-glass',
    permission: 'cases.breakGlass',
    journal: 'write',
    summary: 'Opens a case of the district for some hours, for reading, with a reason that coordinator and person read',
    body: z.object({
      number: z.string().max(30).optional(),
      personId: Id.optional(),
      reason: reason(20, 1000),
    }),
    reply: z.object({ caseId: Id, until: z.iso.datetime() }),
  }),
  openings: endpoint({
    name: 'cases.glassOpenings',
    method: 'GET',
    path: '/glass-openings',
    permission: 'cases.all',
    journal: 'none',
    summary: 'Cases opened by breaking the glass, newest first',
    query: Paging.extend({ unseen: z.enum(['yes', 'no']).default('no') }),
    reply: pageOf(
      z.object({
        id: Id,
        caseId: Id,
        number: z.string(),
        personLabel: z.string(),
        who: z.string(),
        reason: z.string(),
        at: z.iso.datetime(),
        until: z.iso.datetime(),
        seenAt: z.iso.datetime().nullable(),
        seenBy: z.string(),
      }),
    ),
  }),
  seen: endpoint({
    name: 'cases.glassSeen',
    method: 'POST',
    path: '/glass-openings/:glassId/seen',
    permission: 'cases.all',
    journal: 'write',
    summary: 'Marks an opening as looked into',
    params: z.object({ glassId: Id }),
    reply: Done,
  }),
}
