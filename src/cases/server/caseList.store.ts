import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { CaseRow } from '../core/case.api.ts'
import { personLabel } from './case.store.ts'

export type CaseQuestion = {
  readonly key: string
  readonly state?: CaseRow['state'] | undefined
  readonly mine: boolean
  readonly personId?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** The day of the last note or held appointment, else the day it was opened. */
const lastContact: RawBuilder<string> = sql<string>`greatest(c.opened_on,
  (select (max(n.at) at time zone 'Europe/Rome')::date from note n where n.district_id = c.district_id and n.case_id = c.id),
  (select (max(a.at) at time zone 'Europe/Rome')::date from appointment a
    where a.district_id = c.district_id and a.case_id = c.id and a.outcome = 'came'))`

const next = sql`left join lateral (
  select * from (
    select 'task' as kind, t.title, t.due::text as at from task t
    where t.district_id = c.district_id and t.case_id = c.id and t.state = 'open'
    union all
    select 'appointment', a.title, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from appointment a
    where a.district_id = c.district_id and a.case_id = c.id and a.outcome is null) ahead
  order by at limit 1) n on true`

const ownRoles = (tx: Tx): RawBuilder<string[]> => sql<string[]>`array(select m.role from equipe_member m
  where m.district_id = c.district_id and m.case_id = c.id and m.account_id = ${tx.actor.id} and m.ended_at is null)`

const wanted = (tx: Tx, question: CaseQuestion): RawBuilder<unknown> => {
  const parts = [sql`c.district_id = any(${[...tx.districts]}::uuid[])`]
  if (question.state) parts.push(sql`c.state = ${question.state}`)
  if (question.mine) parts.push(sql`c.id = any(${[...tx.actor.cases]}::uuid[])`)
  if (question.personId) parts.push(sql`c.person_id = any(app.with_joined(${question.personId}))`)
  // name and family name in either order, as people say them
  for (const word of question.key.split(' ').filter(Boolean)) parts.push(sql`p.search_key like ${`%${word}%`}`)
  return sql.join(parts, sql` and `)
}

const from = sql`from case_file c join person p on p.district_id = c.district_id and p.id = c.person_id`

type Row = Omit<CaseRow, 'next' | 'silent'> & { kind: 'task' | 'appointment' | null; title: string; at: string }

/** A page of the cases that the policies show, those with something due first; `silentSince` marks the long silences. */
export const listCases = async (
  tx: Tx,
  question: CaseQuestion,
  silentSince: (districtId: string) => string,
): Promise<{ rows: CaseRow[]; total: number }> => {
  const where = wanted(tx, question)
  const { rows } =
    await sql<Row>`select c.id, c.district_id as "districtId", c.number, c.state, c.opened_on as "openedOn",
    c.person_id as "personId", ${personLabel('p')} as "personLabel", ${ownRoles(tx)} as roles, ${lastContact} as "lastContactOn",
    n.kind, n.title, n.at ${from} ${next} where ${where}
    order by c.state = 'open' desc, n.at nulls last, c.opened_on desc, c.id
    limit ${question.limit} offset ${question.offset}`.execute(tx.db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from} where ${where}`.execute(tx.db)
  return {
    rows: rows.map(({ kind, title, at, ...row }) => ({
      ...row,
      next: kind ? { kind, title, at } : null,
      silent: row.state === 'open' && row.lastContactOn !== null && row.lastContactOn < silentSince(row.districtId),
    })),
    total: counted.rows[0]?.total ?? 0,
  }
}

export type SilentCase = { caseId: string; number: string; personLabel: string; lastContactOn: string }

/** Open cases of a district that nobody wrote or met about since a day, the longest silence first; at most 100. */
export const listSilent = async (
  tx: Tx,
  { districtId, days, mine }: { districtId: string; days: number; mine: boolean },
): Promise<SilentCase[]> => {
  const since = addDays(tx.today, -days)
  const { rows } = await sql<SilentCase>`select * from (
    select c.id as "caseId", c.number, ${personLabel('p')} as "personLabel", ${lastContact} as "lastContactOn" ${from}
    where c.district_id = ${districtId} and c.state = 'open' and c.opened_on < ${since}
      and (${!mine} or c.id = any(${[...tx.actor.cases]}::uuid[]))) quiet
    where "lastContactOn" < ${since} order by "lastContactOn", number limit 100`.execute(tx.db)
  return rows
}
