import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

const most = 500

/** Pacts on whose occasion (their shifts' too) ties between two known ends were born, most ties first. */
export const pactOccasions = async (
  tx: Tx,
  districts: readonly string[],
): Promise<{ id: string; name: string; ties: number }[]> => {
  if (districts.length === 0) return []
  const { rows } = await sql<{ id: string; name: string; ties: number }>`
    select p.id, p.number as name, count(*)::int as ties
      from tie t
      left join shift s on s.district_id = t.district_id and s.id = t.origin_id
      join pact p on p.district_id = t.district_id and p.id = coalesce(s.pact_id, t.origin_id)
      where t.district_id = any(${[...districts]}::uuid[]) and t.a_id is not null and t.b_id is not null
      group by p.id, p.number order by ties desc, name limit ${most}`.execute(tx.db)
  return rows
}
