-- What is kept only for a while goes once a day: windows of rates, wrong tries, replies of repeated requests, sign-ins on their way.
create function app.sweep(at_moment timestamptz) returns bigint
language sql security definer set search_path = public, pg_temp as $$
  with windows as (delete from rate_window where opens_at < at_moment - interval '2 days' returning 1),
  tries as (delete from attempt where at < at_moment - interval '2 days' and coalesce(locked_until, at) < at_moment returning 1),
  replies as (delete from idempotency where at < at_moment - interval '7 days' returning 1),
  flows as (delete from sign_in_flow where expires_at < at_moment returning 1)
  select (select count(*) from windows) + (select count(*) from tries) + (select count(*) from replies) + (select count(*) from flows)
$$;
revoke all on function app.sweep(timestamptz) from public;
grant execute on function app.sweep(timestamptz) to {{app}};

-- A refusal lets its key be used again, also when what it wrote stays.
grant delete on idempotency to {{app}};

-- The same counts, planned once per connection; persons are looked up one by one (the planner would read all of them), and
-- no key is made of text for those whom nothing identifies.
create or replace function app.count_beneficiaries(by_day date)
returns table (level text, district_id uuid, municipality text, people bigint, unrecognisable bigint)
language plpgsql stable security definer set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  return query
  with named as (
    select distinct p.district_id, x.person_id from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    where p.signed_on <= by_day),
  people as (
    select n.district_id, coalesce(r.municipality_istat, '') as municipality,
      case when k.strength <> 'none' then k.key_hash end as known,
      case when k.strength <> 'none' then null else coalesce(r.merged_into, r.id) end as record
    from named n
    join person r on r.district_id = n.district_id and r.id = n.person_id
    left join counted_person k on k.district_id = r.district_id and k.person_id = coalesce(r.merged_into, r.id)),
  once as materialized (
    select district_id, known, record, min(municipality) as municipality from people group by district_id, known, record)
  select 'programme', null::uuid, null::text,
    (select count(*) from (select 1 from once where known is not null group by known) each) + count(*) filter (where known is null),
    count(*) filter (where known is null) from once
  union all
  select 'district', district_id, null, count(*), count(*) filter (where known is null) from once group by district_id
  union all
  select 'municipality', district_id, municipality, count(*), 0::bigint from once group by district_id, municipality;
end $$;
