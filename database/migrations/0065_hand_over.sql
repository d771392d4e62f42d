-- Who is at work on a case on a day: of its equipe, with an account in use and a role that works on cases in its district.
create function app.case_hands(of_district uuid, of_case uuid, on_day date)
returns table (account_id uuid, role text, from_day date, id uuid)
language sql stable as $$
  select m.account_id, m.role, m.from_day, m.id from equipe_member m
  join account a on a.id = m.account_id and a.state <> 'left'
  where m.district_id = of_district and m.case_id = of_case and m.ended_at is null
    and m.from_day <= on_day and (m.until_day is null or m.until_day >= on_day)
    and exists (select 1 from account_role g join role r on r.code = g.role_code
      where g.account_id = m.account_id and g.ended_at is null and (g.until_day is null or g.until_day >= on_day)
        and (g.district_id is null or g.district_id = of_district)
        and r.permissions && '{cases.work,pacts.write,cases.breakGlass}')
$$;
-- The tutor of a case: of the pact under way, else of the equipe, else the case manager.
create function app.tutor_of(of_district uuid, of_case uuid, on_day date) returns uuid
language sql stable as $$
  with hands as (select * from app.case_hands(of_district, of_case, on_day) h where h.role in ('tutor', 'caseManager'))
  select coalesce(
    (select p.tutor_id from pact p join hands h on h.account_id = p.tutor_id
     where p.district_id = of_district and p.case_id = of_case
       and p.state in ('signed', 'active', 'suspended', 'closing', 'closed')
     order by p.state = 'closed', p.created_at desc limit 1),
    (select h.account_id from hands h order by h.role desc, h.from_day, h.id limit 1))
$$;
-- Who takes up what somebody of the equipe had in hand: the same role, else the case manager, else the tutor. Null while they
-- are still at work there, when they never were of the equipe, and when nobody is left.
create function app.heir_of(of_district uuid, of_case uuid, of_account uuid, on_day date) returns uuid
language sql stable as $$
  select h.account_id
  from (select m.role from equipe_member m where m.district_id = of_district and m.case_id = of_case and m.account_id = of_account
    order by m.ended_at desc nulls first, m.from_day desc limit 1) was
  cross join app.case_hands(of_district, of_case, on_day) h
  where (h.role in ('tutor', 'caseManager') or (h.role = was.role and h.role <> 'volunteer'))
    and not exists (select 1 from app.case_hands(of_district, of_case, on_day) still where still.account_id = of_account)
  order by h.role = was.role desc, h.role, h.from_day, h.id limit 1
$$;
-- A case manager who stands in for a tutor until there is another one.
alter table pact add column tutor_stands_in boolean not null default false;
-- Passes on what those who are no longer at work on a case left open: pacts, tasks, appointments to come. The private tasks
-- go to whoever is tutor now, and are not counted: whoever changes an equipe must not learn that there was one.
-- `gone_tutor` stays in the equipe and is its tutor no more.
create function app.hand_over(of_district uuid, of_case uuid, gone_tutor uuid, at_moment timestamptz)
returns table (pacts int, tasks int, appointments int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  on_day date := (at_moment at time zone 'Europe/Rome')::date;
  next_tutor uuid;
  next_role text;
begin
  if not (coalesce(strpos(current_setting('app.cases', true), of_case::text) > 0, false)
    or coalesce(strpos(current_setting('app.wide', true), of_district::text) > 0, false)
    or current_setting('app.accounts', true) = 'yes' or current_setting('app.kind', true) = 'system') then
    return;
  end if;
  select h.account_id, h.role into next_tutor, next_role from app.case_hands(of_district, of_case, on_day) h
  where h.role in ('tutor', 'caseManager') and h.account_id is distinct from gone_tutor
  order by h.role desc, h.from_day, h.id limit 1;
  update pact p set tutor_id = next_tutor, tutor_stands_in = next_role <> 'tutor' where p.district_id = of_district and p.case_id = of_case and next_tutor is not null
    and p.state not in ('refused', 'withdrawn', 'interrupted', 'transferred')
    and (p.state <> 'closed' or exists (select 1 from follow_up f where f.district_id = p.district_id and f.pact_id = p.id and f.held_on is null))
    and (not exists (select 1 from app.case_hands(of_district, of_case, on_day) h where h.account_id = p.tutor_id and h.role in ('tutor', 'caseManager'))
      or ((p.tutor_id = gone_tutor or p.tutor_stands_in) and next_role = 'tutor'));
  get diagnostics pacts = row_count;
  update task t set owner_id = app.heir_of(of_district, of_case, t.owner_id, on_day)
  where t.district_id = of_district and t.case_id = of_case and t.state = 'open'
    and app.heir_of(of_district, of_case, t.owner_id, on_day) is not null;
  get diagnostics tasks = row_count;
  update appointment a set account_ids = array(
    select distinct coalesce(app.heir_of(of_district, of_case, one, on_day), one) from unnest(a.account_ids) one)
  where a.district_id = of_district and a.case_id = of_case and a.outcome is null and a.at >= at_moment
    and exists (select 1 from unnest(a.account_ids) one where app.heir_of(of_district, of_case, one, on_day) is not null);
  get diagnostics appointments = row_count;
  next_tutor := app.tutor_of(of_district, of_case, on_day);
  update measure_task k set account_id = next_tutor where k.district_id = of_district and k.case_id = of_case
    and k.state = 'open' and next_tutor is not null and k.account_id <> next_tutor;
  return next;
end $$;
-- The same for every case of somebody who has left, or has a role no more; only cases in which something passed are told.
create function app.hand_over_of(of_account uuid, at_moment timestamptz)
returns table (district_id uuid, case_id uuid, person_id uuid, pacts int, tasks int, appointments int)
language sql volatile security definer set search_path = public, pg_temp as $$
  select c.district_id, c.id, c.person_id, h.pacts, h.tasks, h.appointments
  from (select distinct m.district_id, m.case_id from equipe_member m where m.account_id = of_account and m.ended_at is null) mine
  join case_file c on c.district_id = mine.district_id and c.id = mine.case_id
  cross join lateral app.hand_over(c.district_id, c.id, null, at_moment) h
  where h.pacts + h.tasks + h.appointments > 0
$$;
-- Calls for a hand that somebody who takes in no more had taken: they are of everybody who takes in again.
create function app.free_referrals(of_account uuid, at_moment timestamptz) returns table (district_id uuid, id uuid)
language sql volatile security definer set search_path = public, pg_temp as $$
  update referral r set assigned_to = null, version = r.version + 1
  where r.assigned_to = of_account and r.erased_at is null and r.state in ('signalled', 'contacted', 'interviewed', 'waiting', 'pactProposed')
    and (current_setting('app.accounts', true) = 'yes' or current_setting('app.kind', true) = 'system')
    and not exists (select 1 from account a join account_role g on g.account_id = a.id join role o on o.code = g.role_code
      where a.id = of_account and a.state <> 'left' and g.ended_at is null
        and (g.until_day is null or g.until_day >= (at_moment at time zone 'Europe/Rome')::date)
        and (g.district_id is null or g.district_id = r.district_id) and 'referrals.triage' = any (o.permissions))
  returning r.district_id, r.id
$$;
revoke all on function app.case_hands(uuid, uuid, date), app.tutor_of(uuid, uuid, date), app.heir_of(uuid, uuid, uuid, date),
  app.hand_over(uuid, uuid, uuid, timestamptz), app.hand_over_of(uuid, timestamptz), app.free_referrals(uuid, timestamptz) from public;
grant execute on function app.case_hands(uuid, uuid, date), app.tutor_of(uuid, uuid, date),
  app.hand_over(uuid, uuid, uuid, timestamptz), app.hand_over_of(uuid, timestamptz), app.free_referrals(uuid, timestamptz) to {{app}};
