import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { Moment, PactView } from '../core/schedule.ts'

export type Asking = { readonly pact: PactView; readonly waits: readonly Moment[] }

/** Every pact that still asks for something, or will, with the moments that wait. */
export const listAsking = async (tx: Tx): Promise<Asking[]> => {
  const { rows } = await sql<PactView & { waits: Moment[] }>`
    select p.id, p.district_id as "districtId", p.case_id as "caseId", p.person_id as "personId", p.state,
      p.signed_on as "signedOn", p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.suspended_until as "suspendedUntil", p.closed_on as "closedOn", w.waits
    from pact p cross join lateral (
      select coalesce(array_agg(distinct d.moment), '{}') as waits from measure_due d
      where d.district_id = p.district_id and d.pact_id = p.id and d.state = 'waiting') w
    where p.district_id = any (${[...tx.districts]}::uuid[]) and p.signed_on is not null
      and (p.state in ('signed', 'active', 'suspended', 'closing') or (p.state = 'closed' and w.waits <> '{}'))
    order by p.district_id, p.id`.execute(tx.db)
  return rows.map(({ waits, ...pact }) => ({ pact, waits }))
}

/** Notes which plan has reached the pacts, and how many it changed. */
export const saveApplied = async (tx: Tx, version: number, touched: number): Promise<void> => {
  await tx.db
    .updateTable('measure_plan')
    .set({ applied_version: version, applied_at: tx.now, pacts_touched: touched })
    .where('applied_version', '<', version)
    .execute()
}
