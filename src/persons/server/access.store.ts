import type { Tx } from '../../platform/server/tx.ts'
import type { AccessLine } from '../core/sheet.schema.ts'

type Asked = {
  readonly districtId: string
  readonly ids: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** Lines of the journal about a person, newest first, as far as the reader may see them; `act` waits for its words. */
export const listAccesses = async (
  tx: Tx,
  { districtId, ids, limit, offset }: Asked,
): Promise<{ rows: (Omit<AccessLine, 'sentence'> & { act: string })[]; total: number }> => {
  const rows = await tx.db
    .selectFrom('journal as j')
    .leftJoin('organisation as o', 'o.id', 'j.organisation_id')
    .select(['j.id', 'j.at', 'j.act', 'j.actor_name as who', 'o.name as body', 'j.fields', 'j.reason'])
    .select((one) => one.fn.countAll<number>().over().as('total'))
    .where('j.district_id', '=', districtId)
    .where('j.person_id', 'in', [...ids])
    .orderBy('j.at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: rows.map(({ total: _, ...row }) => ({ ...row, body: row.body ?? '' })), total: rows[0]?.total ?? 0 }
}

/** Whether the actor has a line of this act about the person since then. */
export const hasLine = async (
  tx: Tx,
  { districtId, id }: { districtId: string; id: string },
  { act, since }: { act: string; since: string },
): Promise<boolean> => {
  const found = await tx.db
    .selectFrom('journal')
    .select('id')
    .where('district_id', '=', districtId)
    .where('person_id', '=', id)
    .where('at', '>', since)
    .where('actor_id', '=', tx.actor.id)
    .where('act', '=', act)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The record and those that were joined to it. */
export const idsOf = async (tx: Tx, districtId: string, id: string): Promise<string[]> => {
  const rows = await tx.db
    .selectFrom('person')
    .select('id')
    .where('district_id', '=', districtId)
    .where('merged_into', '=', id)
    .execute()
  return [id, ...rows.map((row) => row.id)]
}
