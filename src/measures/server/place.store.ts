import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { Place } from '../core/measure.policy.ts'

export type MeasuredCase = Place & {
  readonly personId: string
  readonly personLabel: string
  readonly state: string
  readonly birthDate: string | null
  readonly birthYear: number | null
}

type Row = {
  district_id: string
  person_id: string
  state: string
  label: string
  birth_date: string | null
  birth_year: number | null
  roles: string[]
  tutor: string | null
}

/**
 * Where a case belongs, what the actor is in its equipe, and who its tutor is: of the pact under way, else of the equipe,
 * else the case manager. With `hold`, nobody closes the case until the act ends. The cases stand above on the stairs: they are
 * asked of here and nowhere else.
 */
export const placeOfCase = async (tx: Tx, caseId: string, hold = false): Promise<MeasuredCase | undefined> => {
  const { rows } = await sql<Row>`
    with here as (
      select m.account_id, m.role from equipe_member m
      where m.case_id = ${caseId} and m.district_id = any (${[...tx.districts]}::uuid[]) and m.ended_at is null
        and m.from_day <= ${tx.today}::date and (m.until_day is null or m.until_day >= ${tx.today}::date))
    select c.district_id, c.person_id, c.state, p.given_name || ' ' || p.family_name as label, p.birth_date, p.birth_year,
      array(select h.role from here h where h.account_id = ${tx.actor.id}::uuid) as roles,
      app.tutor_of(c.district_id, c.id, ${tx.today}::date) as tutor
    from case_file c join person p on p.district_id = c.district_id and p.id = c.person_id
    where c.id = ${caseId} and c.district_id = any (${[...tx.districts]}::uuid[]) ${hold ? sql`for share of c` : sql``}`.execute(
    tx.db,
  )
  const [row] = rows
  return row && toPlace(row, caseId)
}

const toPlace = (row: Row, caseId: string): MeasuredCase => ({
  districtId: row.district_id,
  caseId,
  personId: row.person_id,
  personLabel: row.label,
  state: row.state,
  birthDate: row.birth_date,
  birthYear: row.birth_year,
  roles: row.roles,
  tutorId: row.tutor,
})
