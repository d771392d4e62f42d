import { z } from 'zod'
import { Done, endpoint, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line, prose, reason } from '../../platform/core/text.ts'
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
    summary: 'Closes, opens again (reason of 20 letters) or passes to another district',
    params: byCase,
    body: z.object({
      move: CaseMoveName,
      reason: prose(500),
      toDistrictId: Id.optional(),
      handOver: prose(4000).optional(),
    }),
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

/** Opening by breaking the glass. Either the number of the case or the person's id, as a search for persons gives it. */
export const glassApi = {
  breakGlass: endpoint({
    name: 'cases.breakGlass',
    method: 'POST',
    path: '/cases/break-glass',
    permission: 'cases.breakGlass',
    journal: 'write',
    summary: 'Opens a case of the district for some hours, for reading, with a reason that coordinator and person read',
    body: z.object({
      number: z.string().max(30).optional(),
      personId: Id.optional(),
      reason: reason(20, 1000),
    }),
    reply: z.object({ caseId: Id, until: z.iso.datetime() }),
  }),
  openings: endpoint({
    name: 'cases.glassOpenings',
    method: 'GET',
    path: '/glass-openings',
    permission: 'cases.all',
    journal: 'none',
    summary: 'Cases opened by breaking the glass, newest first',
    query: Paging.extend({ unseen: z.enum(['yes', 'no']).default('no') }),
    reply: pageOf(
      z.object({
        id: Id,
        caseId: Id,
        number: z.string(),
        personLabel: z.string(),
        who: z.string(),
        reason: z.string(),
        at: z.iso.datetime(),
        until: z.iso.datetime(),
        seenAt: z.iso.datetime().nullable(),
        seenBy: z.string(),
      }),
    ),
  }),
  seen: endpoint({
    name: 'cases.glassSeen',
    method: 'POST',
    path: '/glass-openings/:glassId/seen',
    permission: 'cases.all',
    journal: 'write',
    summary: 'Marks an opening as looked into',
    params: z.object({ glassId: Id }),
    reply: Done,
  }),
}
