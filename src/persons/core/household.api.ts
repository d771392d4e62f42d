import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { HouseholdRole } from './person.schema.ts'
import { HouseholdSheet, HouseholdValues } from './sheet.schema.ts'

const one = z.object({ id: Id })
const Joining = z.object({ personId: Id, role: HouseholdRole, from: z.iso.date() })

export const householdApi = {
  open: endpoint({
    name: 'households.open',
    method: 'GET',
    path: '/households/:id',
    permission: 'signedIn',
    journal: 'read',
    summary: 'A household with the members that the reader may see',
    params: one,
    reply: HouseholdSheet,
  }),
  create: endpoint({
    name: 'households.create',
    method: 'POST',
    path: '/households',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Makes a household of people who are registered',
    body: HouseholdValues.extend({ districtId: Id, members: z.array(Joining).min(1).max(20) }),
    reply: z.object({ id: Id }),
  }),
  change: endpoint({
    name: 'households.change',
    method: 'PATCH',
    path: '/households/:id',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Changes name, address or places of life; `version` is the one that was read',
    params: one,
    body: HouseholdValues.partial().extend({ version: z.int().min(1) }),
    reply: z.object({ version: z.int() }),
  }),
  addMember: endpoint({
    name: 'households.addMember',
    method: 'POST',
    path: '/households/:id/members',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Adds a person to the household from a day on',
    params: one,
    body: Joining,
    reply: z.object({ id: Id }),
  }),
  endMember: endpoint({
    name: 'households.endMember',
    method: 'POST',
    path: '/households/:id/members/:memberId/end',
    permission: 'signedIn',
    journal: 'write',
    summary: 'The person belongs to the household no longer; `to` is the first day without them',
    params: one.extend({ memberId: Id }),
    body: z.object({ to: z.iso.date() }),
    reply: Done,
  }),
  moveMember: endpoint({
    name: 'households.moveMember',
    method: 'POST',
    path: '/households/:id/members/:memberId/move',
    permission: 'signedIn',
    journal: 'write',
    summary: 'The person leaves this household for another on a day',
    params: one.extend({ memberId: Id }),
    body: z.object({ householdId: Id, role: HouseholdRole, on: z.iso.date() }),
    reply: z.object({ id: Id }),
  }),
}
