import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

const order = sql`case when state in ('active', 'suspended', 'closing') then 0 when state = 'signed' then 1
  when state in ('draft', 'toPanel', 'approved') then 2 else 3 end`

/** The pact that a person's own page shows: the one under way, else the one being written, else the last. */
export const ownPactId = async (tx: Tx): Promise<string | undefined> => {
  const row = await tx.db
    .selectFrom('pact')
    .select('id')
    .where('district_id', '=', tx.actor.districtId ?? '')
    .where('person_id', '=', tx.actor.id)
    .where('state', 'not in', ['refused', 'transferred'])
    .orderBy(order)
    .orderBy('state_since', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}

export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('account')
    .select('name')
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
