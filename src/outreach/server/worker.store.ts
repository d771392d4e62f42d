import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

/** Accounts that work on the referrals of a district today. */
export const triageWorkers = async (tx: Tx, districtId: string): Promise<{ id: string; name: string }[]> =>
  tx.db
    .selectFrom('account as a')
    .innerJoin('account_role as g', 'g.account_id', 'a.id')
    .innerJoin('role as r', 'r.code', 'g.role_code')
    .select(['a.id', 'a.name'])
    .distinct()
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .where('g.from_day', '<=', tx.today)
    .where((where) => where.or([where('g.until_day', 'is', null), where('g.until_day', '>=', tx.today)]))
    .where((where) => where.or([where('g.district_id', 'is', null), where('g.district_id', '=', districtId)]))
    .where(sql<boolean>`'referrals.triage' = any (r.permissions)`)
    .orderBy('a.name')
    .execute()
