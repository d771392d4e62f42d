-- Who had somebody's data and is to be told that a consent was withdrawn (GDPR art. 19), and when they were.
create table ground_notice (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground_id uuid not null,
  kind text not null check (kind in ('recipient', 'body', 'district')),
  name text not null,
  made_at timestamptz not null,
  told_at timestamptz,
  told_by uuid references account,
  primary key (district_id, id),
  unique (district_id, ground_id, kind, name),
  foreign key (district_id, ground_id) references legal_ground (district_id, id),
  check ((told_at is null) = (told_by is null))
);
create index ground_notice_person on ground_notice (district_id, person_id);
grant select, insert, update on ground_notice to {{app}};
alter table ground_notice enable row level security;
create policy ground_notice_reach on ground_notice using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0);
-- Bodies of the equipes that follow or followed somebody, districts that were asked to go on with them, and the colleagues who
-- are at work on their open file: whoever may withdraw a consent need not see the file.
create function app.receivers_of(of_district uuid, of_person uuid) returns table (kind text, name text, account_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with cases as (
    select c.id, c.state from case_file c where c.district_id = of_district and c.person_id = any (app.with_joined(of_person))
      and (strpos(current_setting('app.registry', true), of_district::text) > 0
        or strpos(current_setting('app.wide', true), of_district::text) > 0
        or strpos(current_setting('app.persons', true), of_person::text) > 0))
  select distinct 'body', o.name, null::uuid from cases c
  join equipe_member m on m.district_id = of_district and m.case_id = c.id join organisation o on o.id = m.organisation_id
  union
  select 'district', d.name, null from cases c
  join person_transfer t on t.district_id = of_district and t.case_id = c.id join district d on d.id = t.to_district_id
  union
  select 'account', '', m.account_id from cases c
  join equipe_member m on m.district_id = of_district and m.case_id = c.id and m.ended_at is null
  join account a on a.id = m.account_id and a.state = 'active' where c.state = 'open'
$$;
revoke all on function app.receivers_of(uuid, uuid) from public;
grant execute on function app.receivers_of(uuid, uuid) to {{app}};
