import { z } from 'zod'
import { endpoint, FileOut } from '../../platform/core/contract.ts'

export const ExportFormat = z.enum(['gexf', 'graphml', 'edges', 'matrix'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const exportApi = {
  take: endpoint({
    name: 'ties.export',
    method: 'GET',
    path: '/networks/:kind/export',
    permission: 'networks.export',
    journal: 'read',
    summary:
      'A network as a file, under pseudonyms and without third parties: GEXF with dates, GraphML, edge list or matrix',
    params: z.object({ kind: z.enum(['programme', 'district']) }),
    query: z.object({
      id: z.string().max(60).default(''),
      format: ExportFormat,
      day: z.iso.date().optional(),
      /** Bodies under their names: they are public. People never are. */
      bodies: z.enum(['named', 'hidden']).default('hidden'),
    }),
    reply: FileOut,
  }),
}
