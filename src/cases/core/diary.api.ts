import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'
import { AssessedArea, Assessment } from './assessment.schema.ts'
import { byCase } from './case.api.ts'
import { NoteKind } from './note.schema.ts'
import { TaskItem } from './task.schema.ts'

const noteText = prose(8000).min(1)

export const noteApi = {
  write: endpoint({
    name: 'cases.writeNote',
    method: 'POST',
    path: '/cases/:caseId/notes',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Writes a note: shared with the person, professional, or sealed',
    params: byCase,
    body: z.object({ kind: NoteKind, isHealth: z.boolean().default(false), text: noteText }),
    reply: z.object({ id: Id }),
  }),
  correct: endpoint({
    name: 'cases.correctNote',
    method: 'POST',
    path: '/cases/:caseId/notes/:noteId/correction',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Corrects one’s own note; the earlier wording stays below it',
    params: byCase.extend({ noteId: Id }),
    body: z.object({ isHealth: z.boolean().default(false), text: noteText }),
    reply: z.object({ id: Id }),
  }),
}

/** `version` is the one that was read: two who write at once meet here. */
export const AssessmentSheet = Assessment.extend({ version: z.int(), canWrite: z.boolean() })
export type AssessmentSheet = z.infer<typeof AssessmentSheet>
const byAssessment = byCase.extend({ assessmentId: Id })

export const assessmentApi = {
  latest: endpoint({
    name: 'cases.assessment',
    method: 'GET',
    path: '/cases/:caseId/assessment',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The latest assessment: needs and what the person can bring, domain by domain; null when there is none',
    params: byCase,
    reply: z.object({ assessment: AssessmentSheet.nullable() }),
  }),
  start: endpoint({
    name: 'cases.startAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Begins a new assessment; it starts from what the last one says',
    params: byCase,
    reply: z.object({ id: Id }),
  }),
  save: endpoint({
    name: 'cases.saveAssessment',
    method: 'PUT',
    path: '/cases/:caseId/assessments/:assessmentId',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Saves a draft, complete or not',
    params: byAssessment,
    body: z.object({ version: z.int(), areas: z.array(AssessedArea).max(7) }),
    reply: z.object({ version: z.int() }),
  }),
  close: endpoint({
    name: 'cases.closeAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments/:assessmentId/close',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Closes it; one with needs only is refused',
    params: byAssessment,
    body: z.object({ version: z.int() }),
    reply: z.object({ version: z.int() }),
  }),
  agree: endpoint({
    name: 'cases.agreeAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments/:assessmentId/agreement',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Records the day on which the person read it and agreed',
    params: byAssessment,
    body: z.object({ on: z.iso.date() }),
    reply: Done,
  }),
}

export const TaskRow = TaskItem.extend({
  owner: z.string(),
  caseNumber: z.string(),
  personLabel: z.string(),
  overdue: z.boolean(),
  madeBy: z.enum(['worker', 'product']),
})
export type TaskRow = z.infer<typeof TaskRow>
const byTask = z.object({ taskId: Id })

export const taskApi = {
  list: endpoint({
    name: 'cases.tasks',
    method: 'GET',
    path: '/tasks',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Open tasks by due date: of a case, or mine (own ones and those of my equipes)',
    query: z.object({
      caseId: Id.optional(),
      scope: z.enum(['mine', 'all']).default('mine'),
      overdue: z.enum(['yes', 'no']).default('no'),
      ended: z.enum(['yes', 'no']).default('no'),
    }),
    reply: z.object({ rows: z.array(TaskRow) }),
  }),
  add: endpoint({
    name: 'cases.addTask',
    method: 'POST',
    path: '/cases/:caseId/tasks',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Adds a task; one that recurs comes back once done',
    params: byCase,
    body: TaskItem.pick({ title: true, due: true, ownerId: true, recursDays: true }),
    reply: z.object({ id: Id }),
  }),
  finish: endpoint({
    name: 'cases.finishTask',
    method: 'POST',
    path: '/tasks/:taskId/done',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Marks a task as done',
    params: byTask,
    reply: z.object({ nextDue: z.iso.date().nullable() }),
  }),
  cancel: endpoint({
    name: 'cases.cancelTask',
    method: 'POST',
    path: '/tasks/:taskId/cancellation',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Gives a task up',
    params: byTask,
    reply: Done,
  }),
  silent: endpoint({
    name: 'cases.silent',
    method: 'GET',
    path: '/silent-cases',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Open cases without a note or a held appointment for the days of the setting, the longest first',
    reply: z.object({
      rows: z.array(z.object({ caseId: Id, number: z.string(), personLabel: z.string(), lastContactOn: z.iso.date() })),
    }),
  }),
}

export const AttachmentRow = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  shared: z.boolean(),
  addedBy: z.string(),
  at: z.iso.datetime(),
})
export type AttachmentRow = z.infer<typeof AttachmentRow>
const byAttachment = byCase.extend({ attachmentId: Id })

export const attachmentApi = {
  list: endpoint({
    name: 'cases.attachments',
    method: 'GET',
    path: '/cases/:caseId/attachments',
    permission: 'signedIn',
    journal: 'none',
    summary: 'Files kept in a case',
    params: byCase,
    reply: z.object({ rows: z.array(AttachmentRow) }),
  }),
  add: endpoint({
    name: 'cases.attach',
    method: 'POST',
    path: '/cases/:caseId/attachments',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Keeps a file (octet-stream), named in the query; `shared` lets the person read it',
    params: byCase,
    query: z.object({ name: line(200).min(1), shared: z.enum(['yes', 'no']).default('no') }),
    reply: AttachmentRow,
  }),
  download: endpoint({
    name: 'cases.download',
    method: 'GET',
    path: '/cases/:caseId/attachments/:attachmentId',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The file itself, as it came',
    params: byAttachment,
    reply: z.unknown(),
  }),
  remove: endpoint({
    name: 'cases.removeAttachment',
    method: 'POST',
    path: '/cases/:caseId/attachments/:attachmentId/removal',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Hides a file, with the reason',
    params: byAttachment,
    body: z.object({ reason: prose(500).min(3) }),
    reply: Done,
  }),
}
