import { addDays, type Day, daysBetween, type Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { TaskItem } from './task.schema.ts'

export const isOverdue = ({ state, due }: Pick<TaskItem, 'state' | 'due'>, today: Day): boolean =>
  state === 'open' && due < today

/** The next due date: at least one step on, and later than today, so that late work makes no pile of copies. */
const nextDue = (due: Day, every: number, today: Day): Day => {
  const missed = Math.floor(Math.max(0, daysBetween(due, today)) / every)
  return addDays(due, every * (missed + 1))
}

/** Finishes a task; a recurring one leaves the next behind, under `nextId`. */
export const finishTask = (
  task: TaskItem,
  { today, at, nextId }: { today: Day; at: Instant; nextId: string },
): Outcome<{ finished: TaskItem; next: TaskItem | null }> => {
  if (task.state !== 'open') return refuse('conflict', 'cases.task.notOpen', { state: task.state })
  const finished: TaskItem = { ...task, state: 'done', doneAt: at }
  const { recursDays } = task
  const next = recursDays === null ? null : { ...task, id: nextId, due: nextDue(task.due, recursDays, today) }
  return done({ finished, next })
}

/** Gives a task up, and with it its coming back. */
export const cancelTask = (task: TaskItem): Outcome<TaskItem> =>
  task.state === 'open'
    ? done({ ...task, state: 'cancelled' })
    : refuse('conflict', 'cases.task.notOpen', { state: task.state })
