import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { EquipeRole } from '../core/case.schema.ts'
import type { OverseenTasks } from '../core/work.api.ts'

const open = (tx: Tx, districts: readonly string[]) =>
  tx.db
    .selectFrom('task as t')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.district_id', '=', 't.district_id').onRef('c.id', '=', 't.case_id'),
    )
    .where('t.district_id', 'in', districts)
    .where('t.state', '=', 'open')
    .where('c.state', '=', 'open')

const inEquipe = (tx: Tx, districts: readonly string[]) =>
  open(tx, districts).leftJoin('equipe_member as e', (join) =>
    join
      .onRef('e.district_id', '=', 't.district_id')
      .onRef('e.case_id', '=', 't.case_id')
      .onRef('e.account_id', '=', 't.owner_id')
      .on('e.ended_at', 'is', null),
  )

// somebody with two roles in an equipe has each task once under each
const many = sql<number>`count(distinct t.id)::int`
const late = (tx: Tx) => sql<number>`count(distinct t.id) filter (where t.due < ${tx.today})::int`

/** How many open tasks each worker has in these districts, and how many are of nobody (null), by name. */
export const countTasks = async (tx: Tx, districts: readonly string[]): Promise<OverseenTasks['workers']> => {
  const rows = await open(tx, districts)
    .leftJoin('account as a', 'a.id', 't.owner_id')
    .select(['t.owner_id', 'a.name', 'a.state', many.as('open'), late(tx).as('overdue')])
    .groupBy(['t.owner_id', 'a.name', 'a.state'])
    .orderBy('a.name')
    .execute()
  return rows.map(({ owner_id, name, state, ...counts }) => ({
    ownerId: owner_id,
    name: name ?? '',
    left: state === 'left',
    ...counts,
  }))
}

/** The same by the body that whoever takes care of a task stands for in its equipe; null: they stand for none. */
export const countByBody = async (tx: Tx, districts: readonly string[]): Promise<OverseenTasks['bodies']> => {
  const rows = await inEquipe(tx, districts)
    .leftJoin('organisation as o', 'o.id', 'e.organisation_id')
    .select(['e.organisation_id', 'o.name', many.as('open'), late(tx).as('overdue')])
    .groupBy(['e.organisation_id', 'o.name'])
    .orderBy('o.name')
    .execute()
  return rows.map(({ organisation_id, name, ...counts }) => ({ bodyId: organisation_id, name: name ?? '', ...counts }))
}

/** The same by role in the equipe. */
export const countByRole = async (tx: Tx, districts: readonly string[]): Promise<OverseenTasks['roles']> => {
  const rows = await inEquipe(tx, districts)
    .where('e.role', 'is not', null)
    .select(['e.role', many.as('open'), late(tx).as('overdue')])
    .groupBy('e.role')
    .orderBy('e.role')
    .execute()
  return rows.map(({ role, ...counts }) => ({ role: role as EquipeRole, ...counts }))
}
