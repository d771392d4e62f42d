-- Beneficiaries of pacts: the person and the household members who take part, of pacts signed by a day. Aggregates only leave here.
-- Level 'programme' and 'district' count a person once at that level: by the keyed hash of the identifier, else by the record.
create function app.count_beneficiaries(by_day date)
returns table (level text, district_id uuid, municipality text, people bigint, unrecognisable bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with named as (
    select p.district_id, x.person_id from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    where p.signed_on <= by_day),
  people as (
    select n.district_id, coalesce(r.municipality_istat, '') as municipality,
      case when k.strength in ('fiscalCode', 'nameAndBirth') then k.key_hash else n.district_id::text || coalesce(r.merged_into, r.id)::text end collate "C" as key,
      coalesce(k.strength, 'none') = 'none' as unknown
    from named n
    join person r on r.district_id = n.district_id and r.id = n.person_id
    left join counted_person k on k.district_id = r.district_id and k.person_id = coalesce(r.merged_into, r.id)),
  once as (
    select district_id, key, min(municipality) as municipality, bool_and(unknown) as unknown from people group by district_id, key)
  select 'programme', null::uuid, null::text, count(distinct key), count(distinct key) filter (where unknown) from once
  union all
  select 'district', district_id, null, count(*), count(*) filter (where unknown) from once group by district_id
  union all
  select 'municipality', district_id, municipality, count(*), 0 from once group by district_id, municipality
$$;
revoke all on function app.count_beneficiaries(date) from public;
grant execute on function app.count_beneficiaries(date) to {{app}};
create index pact_signed on pact (district_id, signed_on) where signed_on is not null;
