import { type Selectable, sql } from 'kysely'
import type { DB } from '../../../database/schema.ts'
import type { EquipeRole } from '../../cases/core/case.schema.ts'
import type { LaterCover } from '../../hours/core/cover.schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'

type Row<K extends keyof DB> = Selectable<DB[K]>

/** Everything about one pact that its reader's policies let through, as rows. */
export type Whole = {
  readonly tutorName: string
  readonly partnerName: string
  readonly birthDate: string | null
  readonly roles: readonly EquipeRole[]
  readonly involved: readonly { id: string; label: string }[]
  readonly versions: readonly Row<'pact_version'>[]
  readonly signatories: readonly (Row<'signatory'> & { code_until: string | null })[]
  readonly later: readonly Row<'later_signature'>[]
  readonly marks: readonly Row<'pact_mark'>[]
  readonly words: readonly Row<'own_word'>[]
  readonly reviews: readonly Row<'pact_review'>[]
  readonly followUps: readonly Row<'follow_up'>[]
  readonly decisions: readonly (Row<'panel_decision'> & { decided_by_name: string })[]
  readonly moves: readonly Row<'pact_move'>[]
  readonly covers: readonly LaterCover[]
  readonly given: readonly { giveBackId: string; times: number; minutes: number }[]
  readonly conflicts: number
}

/**
 * One statement for the whole page of a pact. Only pending and binding texts come with their content; of a pact that
 * has neither, the last one.
 */
export const wholePact = async (tx: Tx, { districtId: d, id, caseId }: Pact): Promise<Whole> => {
  const { rows } = await sql<Whole>`
    select a.name as "tutorName", o.name as "partnerName",
      (select x.birth_date::text from person x where x.district_id = p.district_id and x.id = p.person_id) as "birthDate",
      (select coalesce(json_agg(e.role), '[]') from equipe_member e
        where e.district_id = ${d} and e.case_id = ${caseId} and e.account_id = ${tx.actor.id}
          and e.ended_at is null and e.from_day <= ${tx.today} and (e.until_day is null or e.until_day >= ${tx.today})) as roles,
      (select coalesce(json_agg(json_build_object('id', i.id, 'label', i.given_name || ' ' || i.family_name)), '[]')
        from person i where i.district_id = ${d} and i.id = any (p.involved_ids)) as involved,
      (select coalesce(json_agg(v order by v.number), '[]') from (
        select t.district_id, t.id, t.pact_id, t.number, t.state, t.reason, t.content_hash, t.fingerprint, t.pdf_sha256,
          t.frozen_at, t.created_at, t.edit_no, t.signers,
          case when t.state not in ('superseded', 'abandoned', 'refused') or t.number = max(t.number) over () then t.content end as content
        from pact_version t where t.district_id = ${d} and t.pact_id = ${id}) v) as versions,
      (select coalesce(json_agg(s order by s.id), '[]') from (
        select g.*, (select c.expires_at from signing_code c where c.district_id = ${d} and c.signatory_id = g.id
          and c.used_at is null and c.expires_at > ${tx.now} limit 1) as code_until
        from signatory g where g.district_id = ${d} and g.pact_id = ${id} and g.dropped_at is null) s) as signatories,
      (select coalesce(json_agg(l), '[]') from later_signature l where l.district_id = ${d} and l.pact_id = ${id}) as later,
      (select coalesce(json_agg(w order by w.at, w.id), '[]') from own_word w where w.district_id = ${d} and w.pact_id = ${id}) as words,
      (select coalesce(json_agg(k order by k.at), '[]') from pact_mark k where k.district_id = ${d} and k.pact_id = ${id}) as marks,
      (select coalesce(json_agg(r order by r.due), '[]') from pact_review r where r.district_id = ${d} and r.pact_id = ${id}) as reviews,
      (select coalesce(json_agg(f order by f.due), '[]') from follow_up f where f.district_id = ${d} and f.pact_id = ${id}) as "followUps",
      (select coalesce(json_agg(n order by n.at), '[]') from (
        select h.*, w.name as decided_by_name from panel_decision h join account w on w.id = h.decided_by
        where h.district_id = ${d} and h.pact_id = ${id}) n) as decisions,
      (select coalesce(json_agg(m order by m.no), '[]') from pact_move m where m.district_id = ${d} and m.pact_id = ${id}) as moves,
      (select coalesce(json_agg(json_build_object('id', c.id, 'giveBackId', c.give_back_id, 'policy', c.policy,
          'insurer', c.insurer, 'from', c.from_day, 'to', c.to_day) order by c.from_day), '[]')
        from cover c where c.district_id = ${d} and c.pact_id = ${id}) as covers,
      (select coalesce(json_agg(json_build_object('giveBackId', y.give_back_id, 'times', y.times, 'minutes', y.minutes)), '[]') from (
        select z.give_back_id, count(*)::int as times, sum(z.minutes)::int as minutes from shift z
        where z.district_id = ${d} and z.pact_id = ${id} and z.state = 'confirmed' group by z.give_back_id) y) as given,
      (select count(*)::int from pact_edit q join pact_version u on u.district_id = q.district_id and u.id = q.version_id
        where q.district_id = ${d} and u.pact_id = ${id} and u.state = 'draft' and q.conflict and q.resolved_at is null) as conflicts
    from pact p join account a on a.id = p.tutor_id join organisation o on o.id = p.partner_organisation_id
    where p.district_id = ${d} and p.id = ${id}`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a pact went away while it was read')
  return row
}
