import type { Tx } from '../../platform/server/tx.ts'
import type { OverseenTasks } from '../core/work.api.ts'

/** How many open tasks each worker has in these districts, and how many are of nobody (null), by name. */
export const countTasks = async (tx: Tx, districts: readonly string[]): Promise<OverseenTasks['workers']> => {
  const rows = await tx.db
    .selectFrom('task as t')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.district_id', '=', 't.district_id').onRef('c.id', '=', 't.case_id'),
    )
    .leftJoin('account as a', 'a.id', 't.owner_id')
    .select(['t.owner_id', 'a.name'])
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      fn.countAll<number>().filterWhere('t.due', '<', tx.today).as('overdue'),
    ])
    .where('t.district_id', 'in', districts)
    .where('t.state', '=', 'open')
    .where('c.state', '=', 'open')
    .groupBy(['t.owner_id', 'a.name'])
    .orderBy('a.name')
    .execute()
  return rows.map(({ owner_id, name, open, overdue }) => ({ ownerId: owner_id, name: name ?? '', open, overdue }))
}
