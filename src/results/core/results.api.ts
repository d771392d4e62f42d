import { z } from 'zod'
import { endpoint } from '../../platform/core/contract.ts'
import { Dashboard, Reached } from './results.schema.ts'

export const resultsApi = {
  dashboard: endpoint({
    name: 'results.dashboard',
    method: 'GET',
    path: '/results',
    permission: 'results.read',
    journal: 'none',
    summary: 'Expected results with what is reached; beneficiaries of pacts counted once, small cells hidden',
    reply: Dashboard,
  }),
  reached: endpoint({
    name: 'results.reached',
    method: 'GET',
    path: '/results/reached',
    permission: 'results.read',
    journal: 'none',
    summary: 'How many people were in a pact in a period of whole months, and for how many it was the first time',
    query: z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
    reply: Reached,
  }),
}
