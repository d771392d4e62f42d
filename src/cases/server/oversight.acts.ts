import { districtsWith, mayIn } from '../../platform/core/actor.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { OverseenTasks } from '../core/work.api.ts'
import { lacking } from './opened.ts'
import { countTasks } from './oversight.store.ts'
import { toRow } from './task.acts.ts'
import { listTasks } from './work.store.ts'

type Asked = { readonly owner?: string | undefined; readonly overdue: 'yes' | 'no' }

/** Open tasks of the districts that the actor coordinates, of one worker or of nobody, and how many everybody has. */
export const overseenTasks = async (tx: Tx, { owner, overdue }: Asked): Promise<Outcome<OverseenTasks>> => {
  const districts = districtsWith(tx.actor, 'cases.all', tx.districts)
  if (districts.length === 0) return lacking('cases.all')
  const question = { mine: false, districts, owner: owner === 'nobody' ? null : owner, overdue: overdue === 'yes' }
  const [found, workers] = await Promise.all([listTasks(tx, question), countTasks(tx, districts)])
  return done({ rows: found.filter((task) => mayIn(tx.actor, 'cases.all', task.districtId)).map(toRow), workers })
}
