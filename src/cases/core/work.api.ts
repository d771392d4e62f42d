import { z } from 'zod'
import { Done, endpoint, FileOut, Id, Paging, pageOf } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'
import { byCase } from './case.api.ts'
import { EquipeRole } from './case.schema.ts'
import { TaskItem } from './task.schema.ts'

export const TaskRow = TaskItem.extend({
  owner: z.string(),
  caseNumber: z.string(),
  personLabel: z.string(),
  overdue: z.boolean(),
  madeBy: z.enum(['worker', 'product']),
})
export type TaskRow = z.infer<typeof TaskRow>
/** Whose tasks: a worker's or a body's, or those that are of the whole equipe. */
export const overseenOwner = z.union([Id, z.literal('nobody')])
const counts = { open: z.int(), overdue: z.int() }
export const OverseenTasks = pageOf(TaskRow).extend({
  /** `left`: no longer at work; what nobody could take up still stands under their name. */
  workers: z.array(z.object({ ownerId: Id.nullable(), name: z.string(), left: z.boolean(), ...counts })),
  /** By the body and by the role in the equipe of whoever takes care of it; a task of nobody has neither. */
  bodies: z.array(z.object({ bodyId: Id.nullable(), name: z.string(), ...counts })),
  roles: z.array(z.object({ role: EquipeRole, ...counts })),
})
export type OverseenTasks = z.infer<typeof OverseenTasks>
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
  overseen: endpoint({
    name: 'cases.overseenTasks',
    method: 'GET',
    path: '/district-tasks',
    permission: 'cases.all',
    journal: 'none',
    summary: 'Open tasks of open cases in the districts that the reader coordinates, by worker, body and role',
    query: Paging.extend({
      owner: overseenOwner.optional(),
      body: overseenOwner.optional(),
      role: EquipeRole.optional(),
      overdue: z.enum(['yes', 'no']).default('no'),
    }),
    reply: OverseenTasks,
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
    takesFile: true,
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
    reply: FileOut,
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
