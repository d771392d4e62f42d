import { sql } from 'kysely'
import { addDays } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { DeskItem, DeskKind, GoodNews } from '../core/desk.schema.ts'

type Row = {
  kind: DeskKind
  id: string
  case_id: string | null
  pact_id: string | null
  person: string
  detail: string
  due: string | null
  at: string | null
  urgent: boolean
  waiting: number
}

/** Of each kind, the nearest ones; what is left out is still in the counts. */
const atMost = 12

/**
 * Everything that waits for the actor, in one statement; row-level security holds in every branch. "Mine" is what the
 * actor's equipes follow; referrals and openings by breaking the glass are the district's.
 */
export const listWaiting = async (tx: Tx): Promise<Row[]> => {
  const { today, now } = tx
  const [me, cases] = [tx.actor.id, tx.actor.cases]
  const [soon, week] = [addDays(today, 14), addDays(today, 7)]
  const { rows } = await sql<Row>`
    with mine as (select p.* from pact p where p.case_id = any (${cases}::uuid[])),
    waiting as (
      select 'appointment' as kind, a.id, a.case_id, a.pact_id, '' as person, a.title || case when a.place = '' then '' else ', ' || a.place end as detail,
        null::date as due, a.at, false as urgent, a.district_id, a.person_id
      from appointment a where ${me}::uuid = any (a.account_ids) and a.outcome is null
        and a.at >= ${now}::timestamptz - interval '12 hours' and a.at < ${now}::timestamptz + interval '8 days'
      union all
      select 'referral', r.id, r.case_id, null, '', coalesce(m.name, ''), r.first_contact_due, null, r.urgent, r.district_id, r.person_id
      from referral r left join municipality m on m.istat_code = r.municipality_istat
      where r.state = 'signalled' and (r.assigned_to is null or r.assigned_to = ${me}::uuid)
        and r.district_id = any (nullif(current_setting('app.triage', true), '')::uuid[])
      union all
      select 'signature', p.id, p.case_id, p.id, '', string_agg(s.label, ', ' order by s.label), null, null, false, p.district_id, p.person_id
      from signatory s join mine p on p.district_id = s.district_id and p.id = s.pact_id
      join pact_version v on v.district_id = s.district_id and v.id = s.version_id and v.state = 'signing'
      where s.signed_at is null and s.required and s.dropped_at is null
      group by p.district_id, p.id, p.case_id, p.person_id
      union all
      select 'review', w.id, w.case_id, w.pact_id, '', w.kind, w.due, null, false, p.district_id, p.person_id
      from pact_review w join mine p on p.district_id = w.district_id and p.id = w.pact_id and p.state in ('active', 'closing')
      where w.held_on is null and w.due <= ${soon}::date
      union all
      select 'followUp', f.id, f.case_id, f.pact_id, '', f.months::text, f.due, null, false, p.district_id, p.person_id
      from follow_up f join mine p on p.district_id = f.district_id and p.id = f.pact_id
      where f.held_on is null and f.due <= ${soon}::date
      union all
      select 'ending', p.id, p.case_id, p.id, '', '', p.ends_on, null, false, p.district_id, p.person_id
      from mine p where p.state = 'active' and p.ends_on <= ${addDays(today, 30)}::date
        and not exists (select 1 from pact_review w where w.district_id = p.district_id and w.pact_id = p.id and w.kind = 'final')
      union all
      select 'task', t.id, t.case_id, null, '', t.title, t.due, null, false, t.district_id, t.person_id
      from task t where t.state = 'open' and t.owner_id = ${me}::uuid and t.due <= ${week}::date
      union all
      select 'measure', (array_agg(d.id order by d.id))[1], d.case_id, d.pact_id, '', string_agg(d.instrument, ' ' order by d.instrument),
        d.due, null, false, d.district_id, d.person_id
      from measure_due d join pact q on q.district_id = d.district_id and q.id = d.pact_id
      where d.state = 'waiting' and d.case_id = any (${cases}::uuid[]) and d.due <= ${soon}::date
        and (d.instrument <> 'ties' or not exists (select 1 from wave w where w.district_id = d.district_id and w.case_id = d.case_id
          and w.moment = d.moment and w.state = 'done' and w.held_on >= q.signed_on - 60))
      group by d.district_id, d.case_id, d.person_id, d.pact_id, d.moment, d.due
      union all
      select 'talk', k.id, k.case_id, null, '', '', k.due, null, true, k.district_id, k.person_id
      from measure_task k where k.state = 'open' and k.account_id = ${me}::uuid
      union all
      select 'panel', p.id, p.case_id, p.id, p.person_label, '', null, null, false, null, null
      from pact p where p.before_panel and p.district_id = any (nullif(current_setting('app.panel', true), '')::uuid[])
        and p.tutor_id <> ${me}::uuid
      union all
      select 'correction', q.id, null, null, '', '', null, q.at, false, q.district_id, q.person_id
      from correction_request q where q.state = 'open' and q.person_id = any (${tx.actor.persons}::uuid[])
      union all
      select 'transfer', x.id, null, null, x.person_label, d.name, null, x.proposed_at, false, null, null
      from person_transfer x join district d on d.id = x.district_id
      where x.state = 'proposed' and x.to_district_id = any (nullif(current_setting('app.triage', true), '')::uuid[])
      union all
      select 'transferBack', x.id, x.case_id, null, x.person_label, d.name, null, x.answered_at, false, null, null
      from person_transfer x join district d on d.id = x.to_district_id
      join case_file c on c.district_id = x.district_id and c.id = x.case_id and c.state = 'open'
      where x.state = 'declined' and x.proposed_by = ${me}::uuid and x.answered_at > ${now}::timestamptz - interval '14 days'
        and not exists (select 1 from person_transfer y where y.district_id = x.district_id and y.case_id = x.case_id
          and y.proposed_at > x.answered_at)
      union all
      select case w.kind when 'done' then 'saidDone' else 'leaving' end, w.id, w.case_id, w.pact_id, p.person_label, '', null, w.at, false, null, null
      from own_word w join mine p on p.district_id = w.district_id and p.id = w.pact_id
      where w.state = 'open'
      union all
      select 'glass', g.id, g.case_id, null, '', n.name, null, g.from_at, false, c.district_id, c.person_id
      from glass g join account n on n.id = g.account_id
      join case_file c on c.district_id = g.district_id and c.id = g.case_id
      where g.seen_at is null and g.account_id <> ${me}::uuid
        and g.district_id = any (nullif(current_setting('app.wide', true), '')::uuid[])),
    ranked as (
      select w.*, count(*) over (partition by kind) as waiting,
        row_number() over (partition by kind order by urgent desc, due nulls last, at nulls last, id) as place
      from waiting w)
    select r.kind, r.id, r.case_id, r.pact_id, r.detail, r.due, r.at, r.urgent, r.waiting,
      case when r.person <> '' then regexp_replace(r.person, '^(.*[^ ]) +([^ ])[^ ]*$', '\\1 \\2.')
        when p.id is null then '' else p.given_name || ' ' || left(p.family_name, 1) || '.' end as person
    from ranked r left join person p on p.district_id = r.district_id and p.id = r.person_id
    where r.place <= ${atMost}::int or r.kind = 'appointment'
    order by r.due nulls last, r.at nulls last, r.id`.execute(tx.db)
  return rows
}

export const toItem = (row: Row): DeskItem => ({
  kind: row.kind,
  id: row.id,
  caseId: row.case_id,
  pactId: row.pact_id,
  person: row.person,
  detail: row.detail,
  due: row.due,
  at: row.at,
  urgent: row.urgent,
})

/** Ties born in the last thirty days in the actor's own cases. */
export const listNews = async (tx: Tx): Promise<GoodNews[]> => {
  const rows = await tx.db
    .selectFrom('tie')
    .innerJoin('person', (join) =>
      join.onRef('person.district_id', '=', 'tie.district_id').onRef('person.id', '=', 'tie.person_id'),
    )
    .select([
      'tie.id',
      'tie.case_id',
      'tie.since',
      'tie.a_label',
      'tie.b_id',
      'tie.person_id',
      'tie.b_label',
      'tie.setting',
      'person.given_name',
      'person.family_name',
    ])
    .where(
      'tie.case_id',
      'in',
      tx.actor.cases.length > 0 ? [...tx.actor.cases] : ['00000000-0000-0000-0000-000000000000'],
    )
    .where('tie.since', '>=', addDays(tx.today, -30))
    .where('tie.until', 'is', null)
    .where('tie.origin_kind', '<>', 'before')
    .where('tie.labels_erased_at', 'is', null)
    .orderBy('tie.since', 'desc')
    .limit(4)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    since: row.since,
    person: `${row.given_name} ${row.family_name.slice(0, 1)}.`,
    other: [row.b_id === row.person_id ? row.a_label : row.b_label, row.setting].filter(Boolean).join(', '),
  }))
}
