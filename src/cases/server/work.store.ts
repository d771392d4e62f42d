import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Assessment as AssessmentTable, Task } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Assessment } from '../core/assessment.schema.ts'
import { AssessedArea } from '../core/assessment.schema.ts'
import type { EquipeRole } from '../core/case.schema.ts'
import { isOverdue } from '../core/task.ts'
import type { TaskRow } from '../core/work.api.ts'
import { type Place, personLabel } from './case.store.ts'

export type KeptAssessment = Assessment & { readonly version: number }

const toAssessment = (tx: Tx, row: Selectable<AssessmentTable>): KeptAssessment => ({
  id: row.id,
  caseId: row.case_id,
  areas: z
    .array(AssessedArea)
    .parse(JSON.parse(tx.services.secrets.open('assessment.areas', row.id, row.areas_sealed))),
  startedOn: row.started_on,
  closedOn: row.closed_on,
  closedBy: row.closed_by,
  agreedOn: row.agreed_on,
  version: row.version,
})

const assessments = (tx: Tx, { districtId, id }: Place) =>
  tx.db.selectFrom('assessment').selectAll().where('district_id', '=', districtId).where('case_id', '=', id)

export const latestAssessment = async (tx: Tx, place: Place): Promise<KeptAssessment | undefined> => {
  const row = await assessments(tx, place)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toAssessment(tx, row)
}

/** One assessment of a case; others who write it wait. */
export const lockAssessment = async (tx: Tx, place: Place, id: string): Promise<KeptAssessment | undefined> => {
  const row = await assessments(tx, place).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toAssessment(tx, row)
}

const sealedAreas = (tx: Tx, one: Pick<Assessment, 'id' | 'areas'>): string =>
  tx.services.secrets.seal('assessment.areas', one.id, JSON.stringify(one.areas))

export const addAssessment = async (tx: Tx, place: Place & { personId: string }, one: Assessment): Promise<void> => {
  await tx.db
    .insertInto('assessment')
    .values({
      district_id: place.districtId,
      id: one.id,
      case_id: place.id,
      person_id: place.personId,
      areas_sealed: sealedAreas(tx, one),
      started_on: one.startedOn,
    })
    .execute()
}

export const saveAssessment = async (tx: Tx, districtId: string, one: Assessment): Promise<void> => {
  await tx.db
    .updateTable('assessment')
    .set((row) => ({
      areas_sealed: sealedAreas(tx, one),
      closed_on: one.closedOn,
      closed_by: one.closedBy,
      agreed_on: one.agreedOn,
      version: row('version', '+', 1),
    }))
    .where('district_id', '=', districtId)
    .where('id', '=', one.id)
    .execute()
}

export type KeptTask = TaskRow & { readonly districtId: string; readonly personId: string; readonly caseState: string }

const tasks = (tx: Tx) =>
  tx.db
    .selectFrom('task as t')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.district_id', '=', 't.district_id').onRef('c.id', '=', 't.case_id'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 't.district_id').onRef('p.id', '=', 't.person_id'),
    )
    .leftJoin('account as a', 'a.id', 't.owner_id')
    .selectAll('t')
    .select(['c.number', 'c.state as case_state', 'a.name as owner', personLabel('p').as('label')])
    .where('t.district_id', 'in', tx.districts)

type TaskLine = Selectable<Task> & { number: string; case_state: string; owner: string | null; label: string | null }

const toTask = (tx: Tx, row: TaskLine): KeptTask => {
  const state = row.state as TaskRow['state']
  return {
    id: row.id,
    districtId: row.district_id,
    caseId: row.case_id,
    personId: row.person_id,
    title: row.title,
    due: row.due,
    ownerId: row.owner_id,
    state,
    doneAt: row.done_at,
    recursDays: row.recurs_days,
    owner: row.owner ?? '',
    caseNumber: row.number,
    caseState: row.case_state,
    personLabel: row.label ?? '',
    overdue: isOverdue({ state, due: row.due }, tx.today),
    madeBy: row.made_by === 'product' ? 'product' : 'worker',
  }
}

export type TaskQuestion = {
  readonly caseId?: string | undefined
  readonly mine: boolean
  readonly overdue?: boolean
  readonly dueUntil?: string | undefined
  readonly ended?: boolean
  /** Of open cases of these districts, as their coordinator asks; `owner` null is nobody. */
  readonly districts?: readonly string[]
  readonly owner?: string | null | undefined
  /** Of whoever takes care of it, in the equipe of its case; `body` null is none. */
  readonly body?: string | null | undefined
  readonly role?: EquipeRole | undefined
  readonly limit?: number
  readonly offset?: number
}

// what whoever takes care of a task is in the equipe of its case today
const place = (more: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from equipe_member e where e.district_id = t.district_id and e.case_id = t.case_id
    and e.account_id = t.owner_id and e.ended_at is null and ${more})`

const asked = (tx: Tx, question: TaskQuestion) => {
  const mine = sql<boolean>`(t.owner_id = ${tx.actor.id} or (t.owner_id is null and t.case_id = any(${[...tx.actor.cases]}::uuid[])))`
  return tasks(tx)
    .$if(!question.ended, (query) => query.where('t.state', '=', 'open'))
    .$if(question.caseId !== undefined, (query) => query.where('t.case_id', '=', question.caseId ?? ''))
    .$if(question.mine, (query) => query.where(mine).where('c.state', '=', 'open'))
    .$if(question.overdue === true, (query) => query.where('t.due', '<', tx.today))
    .$if(question.dueUntil !== undefined, (query) => query.where('t.due', '<=', question.dueUntil ?? ''))
    .$if(question.districts !== undefined, (query) =>
      query.where('t.district_id', 'in', question.districts ?? []).where('c.state', '=', 'open'),
    )
    .$if(question.owner === null, (query) => query.where('t.owner_id', 'is', null))
    .$if(Boolean(question.owner), (query) => query.where('t.owner_id', '=', question.owner ?? ''))
    .$if(question.body === null, (query) => query.where(sql<boolean>`not ${place(sql`e.organisation_id is not null`)}`))
    .$if(Boolean(question.body), (query) => query.where(place(sql`e.organisation_id = ${question.body}`)))
    .$if(question.role !== undefined, (query) => query.where(place(sql`e.role = ${question.role}`)))
}

/** Tasks by due date, open ones unless `ended`; `mine`: my own, and those of nobody in my equipes. At most 300 at a time. */
export const listTasks = async (tx: Tx, question: TaskQuestion): Promise<KeptTask[]> => {
  const rows = await asked(tx, question)
    .orderBy('t.due')
    .orderBy('t.id')
    .limit(question.limit ?? 300)
    .offset(question.offset ?? 0)
    .execute()
  return rows.map((row) => toTask(tx, row))
}

/** How many there are, however many are listed. */
export const countAsked = async (tx: Tx, question: TaskQuestion): Promise<number> => {
  const row = await asked(tx, question)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export const lockTask = async (tx: Tx, id: string): Promise<KeptTask | undefined> => {
  const row = await tasks(tx).where('t.id', '=', id).forUpdate('t').executeTakeFirst()
  return row && toTask(tx, row)
}

export type NewTask = Pick<TaskRow, 'id' | 'title' | 'due' | 'ownerId' | 'recursDays' | 'madeBy'> & {
  readonly origin?: { readonly kind: string; readonly id: string }
}

export const addTask = async (tx: Tx, place: Place & { personId: string }, task: NewTask): Promise<void> => {
  await tx.db
    .insertInto('task')
    .values({
      district_id: place.districtId,
      id: task.id,
      case_id: place.id,
      person_id: place.personId,
      title: task.title,
      due: task.due,
      owner_id: task.ownerId,
      recurs_days: task.recursDays,
      made_by: task.madeBy,
      origin_kind: task.origin?.kind ?? '',
      origin_id: task.origin?.id ?? null,
      created_at: tx.now,
    })
    .execute()
}

export const saveTask = async (
  tx: Tx,
  districtId: string,
  { id, state, doneAt }: Pick<TaskRow, 'id' | 'state' | 'doneAt'>,
): Promise<void> => {
  await tx.db
    .updateTable('task')
    .set({ state, done_at: doneAt })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}
