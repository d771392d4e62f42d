import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'

const text = z.string().nullable()
const Facts = z.object({
  programme: text,
  district: z.string(),
  controller: z.string(),
  personLabel: z.string(),
  givenName: text,
  birthDate: text,
  municipality: text,
  household: z.array(z.string()),
  tutorName: z.string(),
  tutorBody: text,
  tutorPhone: text,
  partnerPhone: z.string(),
  partnerName: z.string(),
  kindIt: text,
  kindEn: text,
  funding: z.record(z.string(), z.object({ it: z.string(), en: z.string() })),
  nextAt: text,
  nextPlace: text,
  nextWith: text,
})
export type PaperFacts = z.infer<typeof Facts>

/** Names and places that a printed pact shows beside its text; what the reader may not open is left out. */
export const paperFacts = async (tx: Tx, { districtId, id }: Pick<Pact, 'districtId' | 'id'>): Promise<PaperFacts> => {
  const { rows } = await sql`
    select (select g.name from programme g) as programme, d.name as district, d.controller, p.person_label as "personLabel",
      o.given_name as "givenName", o.birth_date as "birthDate", m.name as municipality,
      (select coalesce(json_agg(i.given_name || ' ' || i.family_name order by i.birth_date nulls last, i.id), '[]') from person i
        where i.district_id = p.district_id and i.id = any (p.involved_ids)) as household,
      a.name as "tutorName", n.name as "partnerName", n.phone as "partnerPhone", b.name as "tutorBody", b.phone as "tutorPhone",
      k.label_it as "kindIt", k.label_en as "kindEn",
      (select coalesce(json_object_agg(f.id, json_build_object('it', f.label_it, 'en', f.label_en)), '{}')
        from catalogue_item f where f.kind = 'fundingSource') as funding,
      to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt", w.place as "nextPlace",
      (select c.name from account c where c.id = w.account_ids[1]) as "nextWith"
    from pact p
    join district d on d.id = p.district_id
    join account a on a.id = p.tutor_id
    join organisation n on n.id = p.partner_organisation_id
    left join person o on o.district_id = p.district_id and o.id = p.person_id
    left join municipality m on m.istat_code = p.municipality_istat
    left join catalogue_item k on k.kind = 'pactKind' and k.code = p.kind
    left join lateral (select e.organisation_id from equipe_member e
      where e.district_id = p.district_id and e.case_id = p.case_id and e.account_id = p.tutor_id and e.until_day is null
      order by e.from_day limit 1) t on true
    left join organisation b on b.id = t.organisation_id
    left join lateral (select x.at, x.place, x.account_ids from appointment x
      where x.district_id = p.district_id and x.case_id = p.case_id and x.at >= ${tx.now} and x.outcome is null
      order by x.at limit 1) w on true
    where p.district_id = ${districtId} and p.id = ${id}`.execute(tx.db)
  return Facts.parse(rows[0])
}
