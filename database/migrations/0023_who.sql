-- Whom an account reaches now: the cases of its equipes and of a broken glass, their persons and households. Whoever left is out
-- at once; former members of a household are not reached, merged records are reached as one; days are those of the programme.
-- Asked at every request: in plpgsql the plans are kept by the connection, in sql they would be made anew each time.
create or replace function app.reach(of_account uuid, at_moment timestamptz, out cases uuid[], out persons uuid[], out households uuid[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from equipe_member m where m.account_id = of_account and m.ended_at is null)
    and not exists (select 1 from glass g where g.account_id = of_account and g.until_at > at_moment) then
    cases := '{}';
    persons := '{}';
    households := '{}';
    return;
  end if;
  with today as (select (at_moment at time zone 'Europe/Rome')::date as day),
  mine as (
    select m.district_id, m.case_id from equipe_member m, today
    where m.account_id = of_account and m.ended_at is null and m.from_day <= today.day
      and (m.until_day is null or m.until_day >= today.day)
    union
    select g.district_id, g.case_id from glass g
    where g.account_id = of_account and g.from_at <= at_moment and g.until_at > at_moment),
  files as (
    select c.district_id, c.id, c.person_id, c.household_id from case_file c join mine m on m.district_id = c.district_id and m.case_id = c.id),
  people as (
    select district_id, person_id from files
    union
    select h.district_id, h.person_id from household_member h
    join files f on f.district_id = h.district_id and f.household_id = h.household_id, today
    where h.until_day is null or h.until_day > today.day),
  merged as (
    select person_id from people
    union
    select p.merged_into from people o join person p on p.district_id = o.district_id and p.id = o.person_id
    where p.merged_into is not null
    union
    select p.id from people o join person p on p.district_id = o.district_id and p.merged_into = o.person_id)
  select coalesce((select array_agg(distinct id) from files), '{}'), coalesce((select array_agg(person_id) from merged), '{}'),
    coalesce((select array_agg(distinct household_id) from files where household_id is not null), '{}')
  into cases, persons, households;
end $$;

create or replace function app.who(hash text, at_moment timestamptz) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select jsonb_build_object(
    'session', s.id, 'kind', s.kind, 'step', s.step, 'seenAt', s.seen_at,
    'id', coalesce(s.account_id, s.person_id), 'name', coalesce(a.name, ''), 'language', coalesce(a.language, 'it'),
    'district', s.district_id,
    'districts', (select coalesce(jsonb_agg(d.id order by d.code), '[]') from district d),
    'grants', case when s.kind = 'account' then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'role', g.role_code, 'districtId', g.district_id, 'organisationId', g.organisation_id,
        'permissions', to_jsonb(r.permissions))), '[]')
      from account_role g join role r on r.code = g.role_code
      where g.account_id = s.account_id and g.ended_at is null and g.from_day <= (at_moment at time zone 'Europe/Rome')::date
        and (g.until_day is null or g.until_day >= (at_moment at time zone 'Europe/Rome')::date)) else '[]' end,
    'cases', coalesce(to_jsonb(reached.cases), '[]'), 'persons', coalesce(to_jsonb(reached.persons), '[]'),
    'households', coalesce(to_jsonb(reached.households), '[]'))
  from session s
  left join account a on a.id = s.account_id
  left join lateral app.reach(s.account_id, at_moment) reached on s.kind = 'account'
  where s.token_hash = hash and s.ended_at is null and s.expires_at > at_moment
    and (s.kind = 'person' or a.state = 'active'));
end $$;
