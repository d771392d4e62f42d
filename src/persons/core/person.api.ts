import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { MatchLevel, MatchReason } from './match.ts'
import {
  AccessLine,
  ContactPermission,
  Follower,
  GroundEntry,
  PersonEntry,
  PersonField,
  PersonRow,
  PersonSheet,
  PersonValues,
} from './sheet.schema.ts'

const one = z.object({ id: Id })

export const TwinRow = PersonRow.extend({ level: MatchLevel, reasons: z.array(MatchReason) })
export type TwinRow = z.infer<typeof TwinRow>

/** What a codice fiscale says, read while it is typed: a fault (key of the words), or what does not fit the rest. */
export const CodeReading = z.object({
  fault: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  birthplace: z.string().nullable(),
  birthplaceCode: z.string().nullable(),
  differs: z.array(z.enum(['familyName', 'givenName', 'birthDate', 'sex'])),
})
export type CodeReading = z.infer<typeof CodeReading>

export const personApi = {
  search: endpoint({
    name: 'persons.search',
    method: 'GET',
    path: '/persons',
    permission: 'signedIn',
    journal: 'none',
    summary:
      'Persons by name (slips and sounds forgiven) or codice fiscale, where the reader may look; all of them without q',
    query: Paging.extend({
      q: z.string().trim().max(120).default(''),
      district: Id.optional(),
      municipality: z.string().max(6).optional(),
      followed: z.enum(['yes', 'no']).optional(),
    }),
    reply: pageOf(PersonRow),
  }),
  twins: endpoint({
    name: 'persons.twins',
    method: 'POST',
    path: '/persons/twins',
    permission: 'persons.register',
    journal: 'none',
    summary: 'Persons who may be the one being written, with the reasons',
    body: PersonValues.partial().extend({ districtId: Id, except: Id.optional() }),
    reply: z.object({ rows: z.array(TwinRow), code: CodeReading.nullable() }),
  }),
  askFollowed: endpoint({
    name: 'persons.askFollowed',
    method: 'POST',
    path: '/persons/followed',
    permission: 'cases.work',
    journal: 'read',
    summary:
      'Whom to ask about somebody who is followed in the reader’s districts, by codice fiscale; and nothing else',
    body: z.object({ codiceFiscale: z.string().max(40) }),
    reply: z.object({ followedBy: z.array(Follower) }),
  }),
  register: endpoint({
    name: 'persons.register',
    method: 'POST',
    path: '/persons',
    permission: 'persons.register',
    journal: 'write',
    summary: 'Registers a person who gave permission to be contacted',
    body: PersonEntry.extend({
      districtId: Id,
      contactPermission: ContactPermission,
      ground: GroundEntry,
      householdId: Id.optional(),
    }),
    reply: z.object({ id: Id }),
  }),
  open: endpoint({
    name: 'persons.open',
    method: 'GET',
    path: '/persons/:id',
    permission: 'signedIn',
    journal: 'read',
    summary: 'One person with household and legal grounds, as far as the reader may see',
    params: one,
    reply: PersonSheet,
  }),
  change: endpoint({
    name: 'persons.change',
    method: 'PATCH',
    path: '/persons/:id',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Changes fields; `version` is the one that was read. 409 tells both values of a field that clashes',
    params: one,
    body: PersonValues.partial().extend({ version: z.int().min(1), contactPermission: ContactPermission.optional() }),
    reply: z.object({ version: z.int(), changed: z.array(PersonField) }),
  }),
  addGround: endpoint({
    name: 'persons.addGround',
    method: 'POST',
    path: '/persons/:id/grounds',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Records a purpose, its legal basis, who receives the data and the notice handed over',
    params: one,
    body: GroundEntry,
    reply: z.object({ id: Id }),
  }),
  withdrawGround: endpoint({
    name: 'persons.withdrawGround',
    method: 'POST',
    path: '/persons/:id/grounds/:groundId/withdraw',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Withdraws a consent: from now on it carries nothing',
    params: one.extend({ groundId: Id }),
    reply: Done,
  }),
  accesses: endpoint({
    name: 'persons.accesses',
    method: 'GET',
    path: '/persons/:id/accesses',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Who opened or changed this file, newest first, in plain words',
    params: one,
    query: Paging,
    reply: pageOf(AccessLine),
  }),
}
