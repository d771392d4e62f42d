import { z } from 'zod'
import { endpoint } from '../../platform/core/contract.ts'
import { Dashboard } from './results.schema.ts'

export const resultsApi = {
  dashboard: endpoint({
    name: 'results.dashboard',
    method: 'GET',
    path: '/results',
    permission: 'results.read',
    journal: 'none',
    summary: 'Expected results with what is reached; beneficiaries of pacts counted once, small cells hidden',
    query: z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
    reply: Dashboard,
  }),
}
