import { z } from 'zod'
import { endpoint } from '../../platform/core/contract.ts'
import { Network, ScopeKind } from './network.schema.ts'

/** Most nodes in one drawing: the first ones by number of ties. */
export const mostNodes = 5000

export const networkApi = {
  show: endpoint({
    name: 'ties.network',
    method: 'GET',
    path: '/networks/:kind',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The network of a scope with the life of its ties, for whoever may see the people in it',
    params: z.object({ kind: ScopeKind }),
    query: z.object({ id: z.string().max(60).default(''), day: z.iso.date().optional() }),
    reply: Network,
  }),
}
