import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { Antenna, AntennaDraft } from './antenna.schema.ts'

/** The link is told once: what is kept of it opens nothing. */
const Linked = z.object({ id: Id, link: z.url() })
const params = z.object({ antennaId: Id })

export const antennasApi = {
  list: endpoint({
    name: 'antennas.list',
    method: 'GET',
    path: '/antennas',
    permission: 'antennas.manage',
    journal: 'none',
    summary: 'Antennas of the districts, with how many referrals each sent and how many were taken up',
    query: Paging.extend({ district: Id.optional(), revoked: z.enum(['yes', 'no']).default('no') }),
    reply: pageOf(Antenna),
  }),
  create: endpoint({
    name: 'antennas.create',
    method: 'POST',
    path: '/antennas',
    permission: 'antennas.manage',
    journal: 'write',
    summary: 'Adds an antenna and tells its personal link, once',
    body: AntennaDraft,
    reply: Linked,
  }),
  renew: endpoint({
    name: 'antennas.renew',
    method: 'POST',
    path: '/antennas/:antennaId/link',
    permission: 'antennas.manage',
    journal: 'write',
    summary: 'Replaces the link of an antenna: the old one stops working at once',
    params,
    reply: Linked,
  }),
  revoke: endpoint({
    name: 'antennas.revoke',
    method: 'POST',
    path: '/antennas/:antennaId/revocation',
    permission: 'antennas.manage',
    journal: 'write',
    summary: 'Takes the link of an antenna away; its counts stay',
    params,
    reply: Done,
  }),
}
