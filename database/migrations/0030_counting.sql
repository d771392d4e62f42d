-- Whoever takes part in a signed pact, one row per record, beside what counts them once: written in the same transaction as what
-- it follows from (the signature, the person's town, identity or merge), so that results stay live and need not read the rest.
-- `key` is a person's identity across districts where one is known, else the record; '' is no town; `since` the first signature.
create table beneficiary (
  district_id uuid not null,
  person_id uuid not null,
  key uuid not null,
  known boolean not null,
  municipality text not null,
  since date not null,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index beneficiary_place on beneficiary (district_id, municipality, known, since);
create index beneficiary_key on beneficiary (key, since);
create index pact_involved on pact using gin (involved_ids) where involved_ids <> '{}';
alter table beneficiary enable row level security;
grant select on beneficiary to {{app}};
create policy beneficiary_reach on beneficiary for select using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0);

-- Writes the rows of these persons anew, and of the records merged with them. Of two who change the same persons at once, one waits
-- here for the other and then reads what it wrote.
create function app.recount(of_district uuid, of_persons uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  every uuid[];
begin
  select array_agg(one.id) into every from (
    select r.id from person r where r.district_id = of_district and (r.id = any (of_persons) or r.merged_into = any (of_persons)
      or r.id in (select o.merged_into from person o where o.district_id = of_district and o.id = any (of_persons)))
    order by r.id for no key update) one;
  delete from beneficiary b where b.district_id = of_district and b.person_id = any (every) and not exists (
    select 1 from pact p where p.district_id = of_district and p.signed_on is not null
      and (p.person_id = b.person_id or (p.involved_ids <> '{}' and p.involved_ids @> array[b.person_id])));
  insert into beneficiary as b (district_id, person_id, key, known, municipality, since)
  select of_district, r.id,
    case when k.strength <> 'none' then encode(substr(sha256(k.key_hash::bytea), 1, 16), 'hex')::uuid else coalesce(r.merged_into, r.id) end,
    coalesce(k.strength <> 'none', false), coalesce(r.municipality_istat, ''), first.since
  from (
    select x.person_id, min(p.signed_on) as since from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    where p.district_id = of_district and p.signed_on is not null
      and (p.person_id = any (every) or (p.involved_ids <> '{}' and p.involved_ids && every)) and x.person_id = any (every)
    group by x.person_id) first
  join person r on r.district_id = of_district and r.id = first.person_id
  left join counted_person k on k.district_id = of_district and k.person_id = coalesce(r.merged_into, r.id)
  on conflict (district_id, person_id) do update
    set key = excluded.key, known = excluded.known, municipality = excluded.municipality, since = excluded.since
    where (b.key, b.known, b.municipality, b.since) is distinct from (excluded.key, excluded.known, excluded.municipality, excluded.since);
end $$;

-- As above for whoever takes part in one pact: whoever signs need not reach all of them.
create function app.recount_pact(of_district uuid, of_pact uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform app.recount(of_district, p.person_id || p.involved_ids) from pact p where p.district_id = of_district and p.id = of_pact;
end $$;

-- All of them: after rows were loaded beneath the product (the demo, a bench).
create function app.recount_all() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from beneficiary;
  perform app.recount(one.district_id, array_agg(one.person_id)) from (
    select p.district_id, x.person_id from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    where p.signed_on is not null) one group by one.district_id;
end $$;
revoke all on function app.recount(uuid, uuid[]), app.recount_pact(uuid, uuid), app.recount_all() from public;
grant execute on function app.recount(uuid, uuid[]), app.recount_pact(uuid, uuid), app.recount_all() to {{app}};
select app.recount_all();

-- The same counts from those rows: of most people there is one, and only those of whom there are more are looked at one by one.
create or replace function app.count_beneficiaries(by_day date)
returns table (level text, district_id uuid, municipality text, people bigint, unrecognisable bigint)
language plpgsql stable security definer set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_hashagg = off as $$
#variable_conflict use_column
begin
  return query
  with several as materialized (
    select b.district_id, b.key, b.municipality, b.known from (
      select key from beneficiary where since <= by_day group by key having count(*) > 1) twice
    join beneficiary b on b.key = twice.key and b.since <= by_day),
  each as (
    select district_id, municipality, known, count(*) as people from beneficiary where since <= by_day group by district_id, municipality, known
    union all
    select district_id, municipality, known, -count(*) from several group by district_id, municipality, known
    union all
    select district_id, municipality, known, count(*) from (
      select district_id, key, known, min(municipality) as municipality from several group by district_id, key, known) once
    group by district_id, municipality, known),
  places as materialized (
    select district_id, municipality, sum(people)::bigint as people, coalesce(sum(people) filter (where not known), 0)::bigint as unknown
    from each group by district_id, municipality having sum(people) > 0)
  select 'programme', null::uuid, null::text,
    coalesce(sum(people), 0)::bigint - (select count(distinct (s.district_id, s.key)) - count(distinct s.key) from several s),
    coalesce(sum(unknown), 0)::bigint from places
  union all
  select 'district', district_id, null, sum(people)::bigint, sum(unknown)::bigint from places group by district_id
  union all
  select 'municipality', district_id, municipality, people, 0::bigint from places;
end $$;

-- Asked at every request: the equipes that somebody is in now.
create index equipe_member_now on equipe_member (account_id) include (district_id, case_id, from_day, until_day) where ended_at is null;
