import { z } from 'zod'
import { endpoint, Id } from '../../platform/core/contract.ts'

export const occasionApi = {
  list: endpoint({
    name: 'ties.occasions',
    method: 'GET',
    path: '/ties/occasions',
    permission: 'networks.read',
    journal: 'none',
    summary: 'The occasions on which ties were born, where the reader may see who is in them, most ties first',
    reply: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), ties: z.int() })) }),
  }),
}
