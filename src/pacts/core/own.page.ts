import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'

const nothing = z.object({})
const own = { access: 'ownPage', journal: 'none', params: nothing, query: nothing, body: nothing } as const

/** What a person finds inside once the card has let them in. Reading one's own page is nobody else's look. */
export const ownPactPages = {
  pact: page({
    ...own,
    name: 'pacts.own',
    method: 'GET',
    path: '/mio/patto',
    query: z.object({ told: z.string().optional() }),
  }),
  plain: page({ ...own, name: 'pacts.ownPlain', method: 'GET', path: '/mio/patto.pdf' }),
  opened: page({ ...own, name: 'pacts.ownOpened', method: 'GET', path: '/mio/accessi' }),
  cannotCome: page({
    ...own,
    name: 'pacts.ownAnswer',
    method: 'POST',
    path: '/mio/patto/non-posso',
    journal: 'write',
    body: z.object({ appointmentId: Id }),
  }),
}
