import { districtsWith } from '../../platform/core/actor.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { EquipeRole } from '../core/case.schema.ts'
import type { OverseenTasks } from '../core/work.api.ts'
import { lacking } from './opened.ts'
import * as store from './oversight.store.ts'
import { toRow } from './task.acts.ts'
import { countAsked, listTasks } from './work.store.ts'

type Asked = {
  readonly owner?: string | undefined
  readonly body?: string | undefined
  readonly role?: EquipeRole | undefined
  readonly overdue: 'yes' | 'no'
  readonly limit: number
  readonly offset: number
}

const orNobody = (given: string | undefined): string | null | undefined => (given === 'nobody' ? null : given)

/** Open tasks of the districts that the actor coordinates, the latest first, and how many each worker, body and role has. */
export const overseenTasks = async (tx: Tx, asked: Asked): Promise<Outcome<OverseenTasks>> => {
  const districts = districtsWith(tx.actor, 'cases.all', tx.districts)
  if (districts.length === 0) return lacking('cases.all')
  const { limit, offset, role } = asked
  const question = {
    ...{ mine: false, districts, limit, offset, role, overdue: asked.overdue === 'yes' },
    ...{ owner: orNobody(asked.owner), body: orNobody(asked.body) },
  }
  const [rows, total] = [await listTasks(tx, question), await countAsked(tx, question)]
  const [workers, bodies, roles] = [
    await store.countTasks(tx, districts),
    await store.countByBody(tx, districts),
    await store.countByRole(tx, districts),
  ]
  return done({ rows: rows.map(toRow), total, workers, bodies, roles })
}
