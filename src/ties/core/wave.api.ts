import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { OriginKind } from './tie.schema.ts'
import { Alter, Link, Moment, ResourceAnswers, Wave, WaveState } from './wave.schema.ts'

/** An occasion of this person's in which a tie may be born; `label` is its name ('P-2026-012', the host's name). */
export const Occasion = z.object({ kind: OriginKind, id: Id, label: z.string(), on: z.iso.date().nullable() })
export type Occasion = z.infer<typeof Occasion>

export const WaveRow = z.object({
  id: Id,
  moment: Moment,
  heldOn: z.iso.date(),
  state: WaveState,
  /** Alive ties that are no workers', and workers. */
  near: z.int(),
  workers: z.int(),
  resourcesAsked: z.int().nullable(),
  resourcesHad: z.int().nullable(),
})
export type WaveRow = z.infer<typeof WaveRow>

const Holder = z.object({ id: Id, name: z.string(), since: z.iso.datetime(), isMe: z.boolean() })

/** An alter with its birthplace named, and how it was told in the wave before. */
export const SheetAlter = Alter.extend({
  originLabel: z.string(),
  before: Alter.pick({ kind: true, closeness: true, often: true, helps: true, direction: true }).nullable(),
})
export type SheetAlter = z.infer<typeof SheetAlter>

/** As two conversations are compared: `body` is the name of the organisation, firm or school it is, '' for people. */
export const ToldAlter = SheetAlter.extend({ body: z.string() })
export type ToldAlter = z.infer<typeof ToldAlter>

export const WaveSheet = Wave.pick({
  id: true,
  caseId: true,
  moment: true,
  heldOn: true,
  state: true,
  resources: true,
  version: true,
}).extend({
  holder: Holder,
  /** Given name of the person. */
  person: z.string(),
  previous: z.iso.date().nullable(),
  alters: z.array(SheetAlter),
  links: z.array(Link),
  occasions: z.array(Occasion),
})
export type WaveSheet = z.infer<typeof WaveSheet>

const Compared = z.object({
  id: Id,
  moment: Moment,
  heldOn: z.iso.date(),
  byName: z.string(),
  alters: z.array(ToldAlter),
  links: z.array(Link),
})

const waveId = z.object({ waveId: Id })
const alterId = waveId.extend({ alterId: Id })
const Version = z.object({ version: z.int() })
const change = { permission: 'ties.record', journal: 'write' } as const

export const waveApi = {
  list: endpoint({
    name: 'waves.list',
    method: 'GET',
    path: '/waves',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The conversations about ties of a case, the oldest first, and the one that is under way',
    query: z.object({ caseId: Id }),
    reply: z.object({
      rows: z.array(WaveRow),
      open: z.object({ id: Id, heldOn: z.iso.date(), moment: Moment, holder: Holder }).nullable(),
      canInterview: z.boolean(),
      person: z.string(),
      occasions: z.array(Occasion),
    }),
  }),
  open: endpoint({
    name: 'waves.open',
    method: 'GET',
    path: '/waves/:waveId',
    permission: 'signedIn',
    journal: 'read',
    summary: 'One conversation as it was told: alters by initials or nickname, who knows whom, resources',
    params: waveId,
    reply: WaveSheet,
  }),
  compare: endpoint({
    name: 'waves.compare',
    method: 'GET',
    path: '/waves-compared',
    permission: 'signedIn',
    journal: 'read',
    summary: 'Two ended conversations of a case side by side; the last two unless named',
    query: z.object({ caseId: Id, first: Id.optional(), second: Id.optional() }),
    reply: z.object({ person: z.string(), first: Compared.nullable(), second: Compared.nullable() }),
  }),
  begin: endpoint({
    name: 'waves.begin',
    ...change,
    method: 'POST',
    path: '/waves',
    summary: 'Begins a conversation; the ties that are alive come in as not asked yet',
    body: z.object({ id: Id, caseId: Id, moment: Moment, heldOn: z.iso.date() }),
    reply: z.object({ id: Id, version: z.int() }),
  }),
  refuse: endpoint({
    name: 'waves.refuse',
    ...change,
    method: 'POST',
    path: '/waves/refusals',
    summary: 'Records that the person would rather not; no reason is asked',
    body: z.object({ id: Id, caseId: Id, moment: Moment, heldOn: z.iso.date() }),
    reply: Done,
  }),
  amend: endpoint({
    name: 'waves.amend',
    ...change,
    method: 'PUT',
    path: '/waves/:waveId',
    summary: 'Changes day and moment of an open conversation',
    params: waveId,
    body: Version.extend({ moment: Moment, heldOn: z.iso.date() }),
    reply: Version,
  }),
  saveResources: endpoint({
    name: 'waves.saveResources',
    ...change,
    method: 'PUT',
    path: '/waves/:waveId/resources',
    summary: 'Keeps the answers of the resource generator, all of them as they stand',
    params: waveId,
    body: Version.extend({ answers: ResourceAnswers }),
    reply: Version,
  }),
  saveAlter: endpoint({
    name: 'waves.saveAlter',
    ...change,
    method: 'PUT',
    path: '/waves/:waveId/alters/:alterId',
    summary: 'Keeps one alter whole; an id made by the caller makes a repeat harmless',
    params: alterId,
    body: Version.extend({ alter: Alter.omit({ id: true }) }),
    reply: Version,
  }),
  removeAlter: endpoint({
    name: 'waves.removeAlter',
    ...change,
    method: 'POST',
    path: '/waves/:waveId/alters/:alterId/removal',
    summary: 'Takes out an alter that was added in this conversation',
    params: alterId,
    body: Version,
    reply: Version,
  }),
  saveLinks: endpoint({
    name: 'waves.saveLinks',
    ...change,
    method: 'PUT',
    path: '/waves/:waveId/links',
    summary: 'Keeps who knows whom, all pairs as they stand',
    params: waveId,
    body: Version.extend({ links: z.array(Link).max(1770) }),
    reply: Version,
  }),
  take: endpoint({
    name: 'waves.take',
    ...change,
    method: 'POST',
    path: '/waves/:waveId/lead',
    summary: 'Takes over an open conversation from a colleague',
    params: waveId,
    reply: Version,
  }),
  finish: endpoint({
    name: 'waves.finish',
    ...change,
    method: 'POST',
    path: '/waves/:waveId/end',
    summary: 'Ends a conversation: ties are made, revised and ended as told, all or none',
    params: waveId,
    body: Version,
    reply: z.object({ made: z.int(), revised: z.int(), ended: z.int(), unasked: z.int() }),
  }),
  drop: endpoint({
    name: 'waves.drop',
    ...change,
    method: 'POST',
    path: '/waves/:waveId/stop',
    summary: 'Leaves an open conversation, or notes that the person would rather not go on; its labels go at once',
    params: waveId,
    body: z.object({ refused: z.boolean() }),
    reply: Done,
  }),
}
