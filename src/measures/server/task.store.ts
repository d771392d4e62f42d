import type { Tx } from '../../platform/server/tx.ts'
import type { Measure } from '../core/measure.schema.ts'

type NewTask = { readonly accountId: string; readonly due: string }

/** A private task; not even whoever causes it can read it back. */
export const addTask = async (tx: Tx, one: Measure, { accountId, due }: NewTask): Promise<void> => {
  await tx.db
    .insertInto('measure_task')
    .values({
      district_id: one.districtId,
      id: tx.newId(),
      case_id: one.caseId,
      person_id: one.personId,
      measure_id: one.id,
      account_id: accountId,
      due,
      created_at: tx.now,
    })
    .execute()
}

/** The actor's own, still open. */
export const myTasks = async (tx: Tx, caseId: string): Promise<{ id: string; due: string }[]> =>
  tx.db
    .selectFrom('measure_task')
    .select(['id', 'due'])
    .where('district_id', 'in', tx.districts)
    .where('case_id', '=', caseId)
    .where('account_id', '=', tx.actor.id)
    .where('state', '=', 'open')
    .orderBy('due')
    .execute()

/** The district of the task that is done now; undefined when it is not the actor's, or was done already. */
export const finishTask = async (tx: Tx, id: string): Promise<string | undefined> =>
  (
    await tx.db
      .updateTable('measure_task')
      .set({ state: 'done', done_at: tx.now })
      .where('district_id', 'in', tx.districts)
      .where('id', '=', id)
      .where('account_id', '=', tx.actor.id)
      .where('state', '=', 'open')
      .returning('district_id')
      .executeTakeFirst()
  )?.district_id
