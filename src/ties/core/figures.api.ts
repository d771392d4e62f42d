import { z } from 'zod'
import { endpoint } from '../../platform/core/contract.ts'
import { FiguresReply, Fragile } from './figures.schema.ts'
import { ScopeKind } from './network.schema.ts'

const asked = {
  params: z.object({ kind: ScopeKind }),
  query: z.object({
    id: z.string().max(60).default(''),
    day: z.iso.date().optional(),
    /** First day of the period over which ties are followed. */
    from: z.iso.date().optional(),
  }),
}

export const figuresApi = {
  show: endpoint({
    name: 'ties.figures',
    method: 'GET',
    path: '/networks/:kind/figures',
    permission: 'networks.read',
    journal: 'read',
    summary: 'Measures of a network on a day and over a period, small cells hidden from who does not work there',
    ...asked,
    reply: FiguresReply,
  }),
  fragile: endpoint({
    name: 'ties.fragile',
    method: 'GET',
    path: '/networks/:kind/fragile',
    permission: 'networks.read',
    journal: 'read',
    summary: 'Ties and people whose loss splits the network, for whoever may open their cases',
    ...asked,
    reply: Fragile,
  }),
}
