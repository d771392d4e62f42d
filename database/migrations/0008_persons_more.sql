-- Whom to ask about people whose file the reader may not open: names at work and their bodies, nothing of any case.
create function app.followed_by(of_district uuid, of_persons uuid[]) returns table (person_id uuid, name text, body text, body_phone text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  with followed as (
    select c.person_id, c.district_id, c.id from case_file c
    where c.district_id = of_district and c.state = 'open' and c.person_id = any (of_persons)
    union
    select h.person_id, c.district_id, c.id from household_member h
    join case_file c on c.district_id = h.district_id and c.household_id = h.household_id and c.state = 'open'
    where h.district_id = of_district and h.person_id = any (of_persons) and h.until_day is null)
  select f.person_id, a.name, coalesce(o.name, ''), coalesce(o.phone, ''), m.role from followed f
  join equipe_member m on m.district_id = f.district_id and m.case_id = f.id and m.until_day is null
    and m.role in ('caseManager', 'tutor')
  join account a on a.id = m.account_id and a.state = 'active'
  left join organisation o on o.id = m.organisation_id
  order by f.person_id, m.role, m.from_day, a.name
$$;
revoke all on function app.followed_by(uuid, uuid[]) from public;
grant execute on function app.followed_by(uuid, uuid[]) to {{app}};

-- As in 0006; besides, whoever left a household is no longer reached through it, and merged records are reached as one.
create or replace function app.reach(of_account uuid, at_moment timestamptz, out cases uuid[], out persons uuid[], out households uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select m.district_id, m.case_id from equipe_member m
    where m.account_id = of_account and m.from_day <= at_moment::date and (m.until_day is null or m.until_day >= at_moment::date)
    union
    select g.district_id, g.case_id from glass g
    where g.account_id = of_account and g.from_at <= at_moment and g.until_at > at_moment),
  files as (
    select c.district_id, c.id, c.person_id, c.household_id from case_file c join mine m on m.district_id = c.district_id and m.case_id = c.id),
  people as (
    select district_id, person_id from files
    union
    select h.district_id, h.person_id from household_member h
    join files f on f.district_id = h.district_id and f.household_id = h.household_id
    where h.until_day is null or h.until_day > at_moment::date),
  merged as (
    select person_id from people
    union
    select p.merged_into from people o join person p on p.district_id = o.district_id and p.id = o.person_id
    where p.merged_into is not null
    union
    select p.id from people o join person p on p.district_id = o.district_id and p.merged_into = o.person_id)
  select coalesce((select array_agg(distinct id) from files), '{}'), coalesce((select array_agg(person_id) from merged), '{}'),
    coalesce((select array_agg(distinct household_id) from files where household_id is not null), '{}')
$$;
