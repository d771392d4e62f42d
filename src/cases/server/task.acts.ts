import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadCase } from '../core/case.policy.ts'
import { cancelTask, finishTask } from '../core/task.ts'
import type { TaskRow } from '../core/work.api.ts'
import { listEquipe } from './equipe.store.ts'
import { about, lacking, type Opened, openFor, opensCases, openToWrite } from './opened.ts'
import * as store from './work.store.ts'

type Asked = {
  readonly caseId?: string | undefined
  readonly scope: 'mine' | 'all'
  readonly overdue: 'yes' | 'no'
  readonly ended: 'yes' | 'no'
}

export const toRow = ({ districtId: _d, personId: _p, caseState: _s, ...row }: store.KeptTask): TaskRow => row

export const taskList = async (tx: Tx, asked: Asked): Promise<Outcome<{ rows: TaskRow[] }>> => {
  if (!opensCases(tx.actor)) return lacking('cases.work')
  if (asked.caseId) {
    const opened = await openFor(tx, asked.caseId)
    if (!opened.ok) return opened
  }
  const found = await store.listTasks(tx, {
    caseId: asked.caseId,
    mine: asked.scope === 'mine' && asked.caseId === undefined,
    overdue: asked.overdue === 'yes',
    ended: asked.ended === 'yes',
  })
  return done({ rows: found.filter((task) => canReadCase(tx.actor, { ...task, id: task.caseId })).map(toRow) })
}

type Given = Pick<TaskRow, 'title' | 'due' | 'ownerId' | 'recursDays'>

export const addTheTask = async (tx: Tx, caseId: string, given: Given): Promise<Outcome<{ id: string }>> => {
  const opened = await openToWrite(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const equipe = (await listEquipe(tx, one)).filter(({ endedAt }) => endedAt === null)
  if (given.ownerId && !equipe.some(({ accountId }) => accountId === given.ownerId))
    return refuse('invalid', 'cases.task.ownerElsewhere')
  const id = tx.newId()
  await store.addTask(tx, one, { ...given, id, madeBy: 'worker' })
  await writeJournal(tx, { act: 'cases.addTask', ...about(one), subject: { kind: 'task', id }, changed: given })
  return done({ id })
}

const toWork = async (tx: Tx, taskId: string): Promise<Outcome<{ opened: Opened; task: store.KeptTask }>> => {
  if (!opensCases(tx.actor)) return lacking('cases.work')
  const task = await store.lockTask(tx, taskId)
  if (!task) return unknown()
  const opened = await openToWrite(tx, task.caseId)
  return opened.ok ? done({ opened: opened.value, task }) : opened
}

/** Done; a recurring task leaves the next behind. */
export const finishTheTask = async (tx: Tx, taskId: string): Promise<Outcome<{ nextDue: string | null }>> => {
  const ready = await toWork(tx, taskId)
  if (!ready.ok) return ready
  const { opened, task } = ready.value
  const finished = finishTask(toRow(task), { today: tx.today, at: tx.now, nextId: tx.newId() })
  if (!finished.ok) return finished
  const { next } = finished.value
  await store.saveTask(tx, task.districtId, finished.value.finished)
  if (next) await store.addTask(tx, opened.one, { ...next, madeBy: task.madeBy })
  await writeJournal(tx, {
    act: 'cases.finishTask',
    ...about(opened.one),
    subject: { kind: 'task', id: taskId },
    changed: { state: 'done' },
  })
  return done({ nextDue: next?.due ?? null })
}

export const cancelTheTask = async (tx: Tx, taskId: string): Promise<Outcome<typeof isDone>> => {
  const ready = await toWork(tx, taskId)
  if (!ready.ok) return ready
  const { opened, task } = ready.value
  const cancelled = cancelTask(toRow(task))
  if (!cancelled.ok) return cancelled
  await store.saveTask(tx, task.districtId, cancelled.value)
  await writeJournal(tx, {
    act: 'cases.cancelTask',
    ...about(opened.one),
    subject: { kind: 'task', id: taskId },
    changed: { state: 'cancelled' },
  })
  return done(isDone)
}
