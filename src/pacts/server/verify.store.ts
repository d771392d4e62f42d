import type { Tx } from '../../platform/server/tx.ts'
import { type KeptVersion, toVersion } from './version.rows.ts'

const batch = 100

/** The next signed texts of the whole installation by their ids. */
export const frozenAfter = async (
  tx: Tx,
  after: string | null,
): Promise<{ districtId: string; number: string; version: KeptVersion }[]> => {
  const rows = await tx.db
    .selectFrom('pact_version')
    .innerJoin('pact', (join) =>
      join.onRef('pact.district_id', '=', 'pact_version.district_id').onRef('pact.id', '=', 'pact_version.pact_id'),
    )
    .selectAll('pact_version')
    .select('pact.number as pact_number')
    .where('pact_version.frozen_at', 'is not', null)
    .$if(after !== null, (query) => query.where('pact_version.id', '>', after ?? ''))
    .orderBy('pact_version.id')
    .limit(batch)
    .execute()
  return rows.map((row) => ({ districtId: row.district_id, number: row.pact_number, version: toVersion(row) }))
}
