import { z } from 'zod'
import { endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'

export const MailState = z.enum(['waiting', 'sent', 'kept', 'failed'])
export const MailRow = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  state: MailState,
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  problem: z.string().nullable(),
})
export type MailRow = z.infer<typeof MailRow>

export const outboxApi = {
  list: endpoint({
    name: 'access.outbox',
    method: 'GET',
    path: '/access/outbox',
    permission: 'outbox.read',
    journal: 'none',
    summary: 'Mails sent, waiting, or kept for want of a mail server',
    query: Paging.extend({ state: MailState.optional() }),
    reply: pageOf(MailRow),
  }),
  one: endpoint({
    name: 'access.mail',
    method: 'GET',
    path: '/access/outbox/:id',
    permission: 'outbox.read',
    journal: 'read',
    summary: 'One mail with its text, which is wiped once the mail is sent',
    params: z.object({ id: Id }),
    reply: MailRow.extend({ text: z.string() }),
  }),
}
