import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'
import { Case, CaseState, EquipeRole } from './case.schema.ts'

export const CaseMoveName = z.enum(['close', 'reopen', 'transfer'])
export const byCase = z.object({ caseId: Id })

/** Somebody of the equipe with name and body; `endedAt` is the moment the access ended. */
export const EquipePerson = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  jobTitle: z.string(),
  organisationId: Id.nullable(),
  body: z.string(),
  role: EquipeRole,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type EquipePerson = z.infer<typeof EquipePerson>

/** Who may do what to the file that is open, for the buttons; the acts decide again. */
export const CaseRights = z.object({
  write: z.boolean(),
  equipe: z.boolean(),
  noteKinds: z.array(z.enum(['shared', 'professional', 'sealed'])),
})

/** A move with the code of the reason why it is not open, or null when it is. */
export const CaseMoveState = z.object({ move: CaseMoveName, whyNot: z.string().nullable(), count: z.int() })

export const CaseRow = z.object({
  id: Id,
  districtId: Id,
  number: z.string(),
  state: CaseState,
  openedOn: z.iso.date(),
  personId: Id,
  personLabel: z.string(),
  /** The reader's own roles in the equipe. */
  roles: z.array(EquipeRole),
  /** What comes next: the first open task or awaited appointment. */
  next: z.object({ kind: z.enum(['task', 'appointment']), title: z.string(), at: z.string() }).nullable(),
  /** Day of the last note or held appointment. */
  lastContactOn: z.iso.date().nullable(),
  silent: z.boolean(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const OpenedCase = Case.extend({
  personLabel: z.string(),
  householdLabel: z.string().nullable(),
  transferredTo: Id.nullable(),
  handOver: z.string(),
  /** A proposal to another district that waits for its answer. */
  waitingTransfer: Id.nullable(),
  equipe: z.array(EquipePerson),
  roles: z.array(EquipeRole),
  glassUntil: z.iso.datetime().nullable(),
  rights: CaseRights,
  moves: z.array(CaseMoveState),
  assessment: z
    .object({ id: Id, startedOn: z.iso.date(), closedOn: z.iso.date().nullable(), agreedOn: z.iso.date().nullable() })
    .nullable(),
  counts: z.object({
    notes: z.int(),
    openTasks: z.int(),
    overdueTasks: z.int(),
    appointments: z.int(),
    attachments: z.int(),
    ties: z.int(),
    pacts: z.int(),
  }),
})
export type OpenedCase = z.infer<typeof OpenedCase>

export const NewMember = z.object({ accountId: Id, organisationId: Id.nullable().default(null), role: EquipeRole })
export type NewMember = z.infer<typeof NewMember>

export const NewCase = z.object({
  personId: Id,
  householdId: Id.nullable().default(null),
  referralId: Id.nullable().default(null),
  externalRecord: line(80).default(''),
  /** Empty: whoever opens the case follows it, as case manager, when their role works on cases. */
  equipe: z.array(NewMember).max(20).default([]),
})
export type NewCase = z.infer<typeof NewCase>

export const TimelineKind = z.enum(['note', 'appointment', 'task', 'attachment', 'act'])
export type TimelineKind = z.infer<typeof TimelineKind>

/** One bead of the diary. `detail` is a code of the words (note.shared, task.done, pacts.sign…). */
export const TimelineItem = z.object({
  id: Id,
  kind: TimelineKind,
  at: z.iso.datetime(),
  detail: z.string(),
  title: z.string(),
  text: z.string(),
  who: z.string(),
  isHealth: z.boolean(),
  canCorrect: z.boolean(),
  /** Earlier wordings of a corrected note, newest first. */
  earlier: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const caseApi = {
  list: endpoint({
    name: 'cases.list',
    method: 'GET',
    path: '/cases',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The cases that the reader may open, the longest without a contact last; filtered by name, state, mine',
    query: Paging.extend({
      q: z.string().max(80).default(''),
      state: CaseState.optional(),
      scope: z.enum(['mine', 'all']).default('all'),
      personId: Id.optional(),
    }),
    reply: pageOf(CaseRow),
  }),
  open: endpoint({
    name: 'cases.open',
    method: 'GET',
    path: '/cases/:caseId',
    permission: 'signedIn',
    journal: 'read',
    summary: 'One case: who, equipe, what may be done',
    params: byCase,
    reply: OpenedCase,
  }),
  start: endpoint({
    name: 'cases.start',
    method: 'POST',
    path: '/cases',
    permission: 'cases.open',
    journal: 'write',
    summary: 'Begins to follow a person; one open case per person',
    body: NewCase,
    reply: z.object({ id: Id, number: z.string() }),
  }),
  move: endpoint({
    name: 'cases.move',
    method: 'POST',
    path: '/cases/:caseId/moves',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Closes, or opens again (reason of 20 letters)',
    params: byCase,
    body: z.object({ move: CaseMoveName.exclude(['transfer']), reason: prose(500) }),
    reply: Done,
  }),
  join: endpoint({
    name: 'cases.join',
    method: 'POST',
    path: '/cases/:caseId/equipe',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Takes somebody into the equipe from today',
    params: byCase,
    body: NewMember,
    reply: z.object({ id: Id }),
  }),
  leave: endpoint({
    name: 'cases.leave',
    method: 'POST',
    path: '/cases/:caseId/equipe/:memberId/end',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Ends a place in the equipe: access ends with the next request',
    params: byCase.extend({ memberId: Id }),
    reply: Done,
  }),
  candidates: endpoint({
    name: 'cases.candidates',
    method: 'GET',
    path: '/colleagues',
    permission: 'signedIn',
    journal: 'none',
    summary: 'People at work in a district who may be taken into an equipe',
    query: z.object({ districtId: Id, q: z.string().max(80).default('') }),
    reply: z.object({
      rows: z.array(
        z.object({
          accountId: Id,
          name: z.string(),
          jobTitle: z.string(),
          organisationId: Id.nullable(),
          body: z.string(),
        }),
      ),
    }),
  }),
  timeline: endpoint({
    name: 'cases.timeline',
    method: 'GET',
    path: '/cases/:caseId/timeline',
    permission: 'signedIn',
    journal: 'read',
    summary:
      'The diary: notes, appointments, tasks, attachments and acts on pacts that the reader may read, newest first',
    params: byCase,
    query: Paging.extend({ kind: TimelineKind.optional() }),
    reply: pageOf(TimelineItem),
  }),
}
