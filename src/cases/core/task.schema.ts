import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { label } from '../../platform/core/text.ts'

export const TaskState = z.enum(['open', 'done', 'cancelled'])
export type TaskState = z.infer<typeof TaskState>

export const TaskItem = z.strictObject({
  id: Id,
  caseId: Id,
  title: label(200),
  due: z.iso.date(),
  /** Null: of the whole equipe. */
  ownerId: Id.nullable(),
  state: TaskState,
  doneAt: z.iso.datetime().nullable(),
  /** Days after which it comes back once done; null: it does not. */
  recursDays: z.int().min(1).max(366).nullable(),
})
export type TaskItem = z.infer<typeof TaskItem>
