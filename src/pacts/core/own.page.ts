import { z } from 'zod'
import { oneBreak } from '../../persons/core/own.page.ts'
import { Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'
import { prose } from '../../platform/core/text.ts'

const nothing = z.object({})
const own = { access: 'ownPage', journal: 'none', params: nothing, query: nothing, body: nothing } as const

/** What a person finds inside once the card has let them in. Reading one's own page is nobody else's look. */
export const ownPactPages = {
  pact: page({
    ...own,
    name: 'pacts.own',
    method: 'GET',
    path: '/mio/patto',
    query: z.object({ told: z.string().max(20).optional() }),
  }),
  plain: page({
    ...own,
    name: 'pacts.ownPlain',
    method: 'GET',
    path: '/mio/patto.pdf',
    query: z.object({ patto: Id.optional() }),
  }),
  opened: page({ ...own, name: 'pacts.ownOpened', method: 'GET', path: '/mio/accessi' }),
  cannotCome: page({
    ...own,
    name: 'pacts.ownAnswer',
    method: 'POST',
    path: '/mio/patto/non-posso',
    journal: 'write',
    body: z.object({ appointmentId: Id }),
  }),
  sayDone: page({
    ...own,
    name: 'pacts.ownDone',
    method: 'POST',
    path: '/mio/patto/fatto',
    journal: 'write',
    body: z.object({ pactId: Id, itemId: Id }),
  }),
  leave: page({ ...own, name: 'pacts.ownLeave', method: 'GET', path: '/mio/patto/uscire' }),
  askLeave: page({
    ...own,
    name: 'pacts.ownAskLeave',
    method: 'POST',
    path: '/mio/patto/uscire',
    journal: 'write',
    body: z.object({ pactId: Id, text: z.string().default('').transform(oneBreak).pipe(prose(2000)) }),
  }),
}
