import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/server/tx.ts'
import type { OwnBefore } from '../core/own.view.ts'

/**
 * The person's own record and those that were joined to it. From here to the end of the transaction the person reads what stands
 * under them too; an undone merge takes that away again.
 */
export const seeJoined = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql`select app.see_joined() as ids`.execute(tx.db)
  return z.object({ ids: z.array(z.string()) }).parse(rows[0]).ids
}

const order = sql`case when state in ('active', 'suspended', 'closing') then 0 when state = 'signed' then 1
  when state in ('draft', 'toPanel', 'approved') then 2 else 3 end`

/** The pacts of the person: the one under way, else the one being written, else the last; then the others. */
export const ownPactIds = async (tx: Tx, records: readonly string[]): Promise<string[]> => {
  const rows = await tx.db
    .selectFrom('pact')
    .select('id')
    .where('district_id', '=', tx.actor.districtId ?? '')
    .where('person_id', 'in', [...records])
    .where('state', 'not in', ['refused', 'transferred'])
    .orderBy(order)
    .orderBy('state_since', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

/** What is over: pacts that were signed, and times in which the person was followed; the latest first. */
export const listBefore = async (tx: Tx, records: readonly string[]): Promise<OwnBefore[]> => {
  const [district, persons] = [tx.actor.districtId ?? '', [...records]]
  const { rows } = await sql<OwnBefore>`
    select id, id as "pactId", number, starts_on as "from", closed_on as "to" from pact
    where district_id = ${district} and person_id = any (${persons}::uuid[])
      and closed_on is not null and version_in_force is not null
    union all
    select id, null, number, opened_on, closed_on from case_file
    where district_id = ${district} and person_id = any (${persons}::uuid[]) and state = 'closed'
    order by "to" desc nulls last, id`.execute(tx.db)
  return rows
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
