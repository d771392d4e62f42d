-- A list is read and carried out by jobs: what the dry run found is kept sealed beside it, and how far the work is stands in a table of its own,
-- so that it can be told while the work's one transaction is still open.
alter table import_run drop constraint import_run_state_check;
alter table import_run add constraint import_run_state_check check (state in ('read', 'carrying', 'done', 'cancelled'));
alter table import_run add column plan_sealed text;
alter table import_run add column digest text not null default '';
alter table import_run add column decisions jsonb not null default '[]';
create index import_run_waiting on import_run (district_id, started_at) where state = 'read';

create table import_progress (
  district_id uuid not null,
  import_id uuid not null,
  phase text not null check (phase in ('plan', 'carry', 'rest')),
  done int not null,
  total int not null,
  at timestamptz not null,
  fault text,
  primary key (district_id, import_id),
  foreign key (district_id, import_id) references import_run (district_id, id)
);
alter table import_progress enable row level security;
grant select on import_progress to {{app}};
create policy import_progress_see on import_progress for select using (
  strpos(current_setting('app.imports', true), district_id::text) > 0);

-- How far a list is. It changes no record: a dry run and an import leave their own lines in the journal.
create function app.tell_import(of_district uuid, of_import uuid, now_phase text, now_done int, now_total int, at_moment timestamptz, now_fault text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into import_progress (district_id, import_id, phase, done, total, at, fault)
  values (of_district, of_import, now_phase, now_done, now_total, at_moment, now_fault)
  on conflict (district_id, import_id) do update
    set phase = now_phase, done = now_done, total = now_total, at = at_moment, fault = now_fault
$$;
-- As app.person_of_code, for many at once.
create function app.persons_of_codes(of_district uuid, indexes text[]) returns table (fiscal_index text, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.fiscal_code_index, coalesce(p.merged_into, p.id) from person_detail d
  join person p on p.district_id = d.district_id and p.id = d.person_id
  where d.district_id = of_district and d.fiscal_code_index = any (indexes)
$$;
revoke all on function app.tell_import(uuid, uuid, text, int, int, timestamptz, text), app.persons_of_codes(uuid, text[]) from public;
grant execute on function app.tell_import(uuid, uuid, text, int, int, timestamptz, text), app.persons_of_codes(uuid, text[]) to {{app}};
