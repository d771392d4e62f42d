import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import {
  OrganisationChoice,
  OrganisationDraft,
  OrganisationKind,
  OrganisationRow,
  OrganisationSheet,
  SiteDraft,
} from './organisation.schema.ts'

const one = z.object({ id: Id })
const q = line(80).default('')

/** `q`: part of the name, or a tax code. */
export const OrganisationQuery = Paging.extend({
  q,
  kind: OrganisationKind.optional(),
  district: Id.optional(),
  municipality: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  active: z.enum(['yes', 'no']).optional(),
})
export type OrganisationQuery = z.output<typeof OrganisationQuery>

export const organisationApi = {
  list: endpoint({
    name: 'organisations.list',
    method: 'GET',
    path: '/organisations',
    permission: 'organisations.read',
    journal: 'none',
    summary: 'The bodies of the network, by name; filtered by kind, district, municipality of a site, open or not',
    query: OrganisationQuery,
    reply: pageOf(OrganisationRow),
  }),
  choices: endpoint({
    name: 'organisations.choices',
    method: 'GET',
    path: '/organisations/choices',
    permission: 'signedIn',
    journal: 'none',
    summary: 'At most twenty open bodies whose name holds `q`, for pickers',
    query: z.object({ q, kind: OrganisationKind.optional() }),
    reply: z.object({ rows: z.array(OrganisationChoice) }),
  }),
  open: endpoint({
    name: 'organisations.open',
    method: 'GET',
    path: '/organisations/:id',
    permission: 'organisations.read',
    journal: 'none',
    summary: 'One body with its sites and districts',
    params: one,
    reply: OrganisationSheet,
  }),
  create: endpoint({
    name: 'organisations.create',
    method: 'POST',
    path: '/organisations',
    permission: 'organisations.manage',
    journal: 'write',
    summary: 'Adds a body; 409 with `about.id` when another has its tax code',
    body: OrganisationDraft,
    reply: z.object({ id: Id }),
  }),
  change: endpoint({
    name: 'organisations.change',
    method: 'PUT',
    path: '/organisations/:id',
    permission: 'organisations.manage',
    journal: 'write',
    summary: 'Changes a body or switches it off; `version` is the one that was read',
    params: one,
    body: OrganisationDraft.extend({ version: z.int() }),
    reply: z.object({ version: z.int() }),
  }),
  addSite: endpoint({
    name: 'organisations.addSite',
    method: 'POST',
    path: '/organisations/:id/sites',
    permission: 'organisations.manage',
    journal: 'write',
    summary: 'Adds a site of a body',
    params: one,
    body: SiteDraft,
    reply: z.object({ id: Id }),
  }),
  changeSite: endpoint({
    name: 'organisations.changeSite',
    method: 'PUT',
    path: '/organisations/:id/sites/:siteId',
    permission: 'organisations.manage',
    journal: 'write',
    summary: 'Changes a site of a body or switches it off',
    params: one.extend({ siteId: Id }),
    body: SiteDraft.extend({ version: z.int().min(1).optional() }),
    reply: Done,
  }),
}
