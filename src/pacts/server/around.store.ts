import { sql } from 'kysely'
import { z } from 'zod'
import { EquipeRole } from '../../cases/core/case.schema.ts'
import type { Tx } from '../../platform/server/tx.ts'

// One statement where the doors beneath would ask five: beginning a pact stays quick.

const Member = z.object({ id: z.string(), label: z.string(), birthDate: z.string().nullable(), role: z.string() })
const Around = z.object({
  districtId: z.string(),
  state: z.enum(['open', 'closed', 'transferred']),
  personId: z.string(),
  personLabel: z.string(),
  birthDate: z.string().nullable(),
  municipality: z.string().nullable(),
  householdId: z.string().nullable(),
  /** What the actor is in the equipe today. */
  roles: z.array(EquipeRole),
  /** Whether whoever is to be tutor is one in the equipe today. */
  tutors: z.array(z.string()),
  members: z.array(Member),
  /** Name of the body asked about; null when there is none that is active. */
  partnerName: z.string().nullable(),
})
export type CaseAround = z.infer<typeof Around>

/** The case, its person and household, and what the actor is in its equipe: one question. With `hold`, it stays as it is until the act ends. */
export const caseAround = async (
  tx: Tx,
  caseId: string,
  { partnerId, hold = false }: { partnerId: string; hold?: boolean },
): Promise<CaseAround | undefined> => {
  const { rows } = await sql`
    select c.district_id as "districtId", c.state, c.person_id as "personId", c.household_id as "householdId",
      p.birth_date as "birthDate", p.municipality_istat as municipality, p.given_name || ' ' || p.family_name as "personLabel",
      (select coalesce(json_agg(e.role), '[]') from equipe_member e
        where e.district_id = c.district_id and e.case_id = c.id and e.account_id = ${tx.actor.id}
          and e.ended_at is null and e.from_day <= ${tx.today} and (e.until_day is null or e.until_day >= ${tx.today})) as roles,
      (select coalesce(json_agg(distinct e.account_id), '[]') from equipe_member e
        where e.district_id = c.district_id and e.case_id = c.id and e.role in ('tutor', 'caseManager')
          and e.ended_at is null and e.from_day <= ${tx.today} and (e.until_day is null or e.until_day >= ${tx.today})) as tutors,
      (select coalesce(json_agg(json_build_object('id', m.person_id, 'label', o.given_name || ' ' || o.family_name,
          'birthDate', o.birth_date, 'role', m.role) order by o.birth_date nulls last, m.person_id), '[]')
        from household_member m join person o on o.district_id = m.district_id and o.id = m.person_id
        where m.district_id = c.district_id and m.household_id = c.household_id and m.until_day is null) as members,
      (select n.name from organisation n where n.id = ${partnerId}::uuid and n.active) as "partnerName"
    from (select * from case_file where district_id = any (${[...tx.districts]}::uuid[]) and id = ${caseId} limit 1 ${hold ? sql`for share` : sql``}) c
    join person p on p.district_id = c.district_id and p.id = c.person_id`.execute(tx.db)
  return rows[0] === undefined ? undefined : Around.parse(rows[0])
}
