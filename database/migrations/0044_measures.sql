-- Words of instruments whose licence does not let them ship: loaded by an administrator, each time as a new revision.
create table instrument_text (
  id uuid primary key,
  code text not null,
  version int not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  revision int not null check (revision > 0),
  texts jsonb not null,
  permission text not null check (permission <> ''),
  loaded_by uuid not null references account,
  loaded_at timestamptz not null,
  unique (code, version, language, revision)
);
create table measure_plan (
  single boolean primary key default true check (single),
  battery text[] not null,
  first_days int not null check (first_days between 1 and 90),
  mid_months int not null check (mid_months between 1 and 24),
  last_days int not null check (last_days between 0 and 90),
  after_months int not null check (after_months between 1 and 24),
  version int not null default 1
);
insert into measure_plan (battery, first_days, mid_months, last_days, after_months) values ('{ties,osss3,who5}', 30, 6, 30, 6);
grant select, insert on instrument_text to {{app}};
grant select, update on measure_plan to {{app}};

-- What a pact asks to measure, and by when.
create table measure_due (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  pact_id uuid not null,
  instrument text not null,
  moment text not null check (moment in ('T0', 'T1', 'T2', 'T3')),
  due date not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused', 'cancelled')),
  settled_at timestamptz,
  primary key (district_id, id),
  unique (district_id, pact_id, moment, instrument),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index measure_due_case on measure_due (district_id, case_id) where state = 'waiting';
grant select, insert, update on measure_due to {{app}};
alter table measure_due enable row level security;
create policy measure_due_reach on measure_due using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);

-- One instrument asked once. Answers are sealed; results stand beside them, for the equipe alone: not even whoever
-- coordinates the district reads them. Three of one occasion where person and worker rate apart and then agree.
create table measure (
  district_id uuid not null,
  id uuid not null,
  occasion_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  instrument text not null,
  definition int not null,
  language text not null,
  text_revision int not null default 0,
  rater text not null check (rater in ('person', 'worker', 'agreed')),
  moment text not null check (moment in ('T0', 'T1', 'T2', 'T3', 'other')),
  state text not null check (state in ('open', 'done', 'refused', 'dropped')),
  answers_sealed text not null,
  scores jsonb,
  present text[] not null check (present <@ '{person,family,worker,interpreter,mediator,other}'),
  held_on date not null,
  revision int not null default 1,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  done_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check ((state = 'done') = (scores is not null)),
  check ((state = 'done') = (done_at is not null))
);
create unique index measure_open on measure (district_id, person_id, instrument, rater) where state = 'open';
create index measure_case on measure (district_id, case_id);
grant select, insert, update on measure to {{app}};
alter table measure enable row level security;
create policy measure_reach on measure using (strpos(current_setting('app.cases', true), case_id::text) > 0);

-- "Talk to them": for one account alone, whatever their role.
create table measure_task (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  measure_id uuid not null,
  account_id uuid not null references account,
  due date not null,
  state text not null default 'open' check (state in ('open', 'done')),
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, measure_id) references measure (district_id, id),
  check ((state = 'done') = (done_at is not null))
);
create index measure_task_mine on measure_task (account_id) where state = 'open';
grant select, insert, update on measure_task to {{app}};
alter table measure_task enable row level security;
create policy measure_task_mine on measure_task for select using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  and strpos(current_setting('app.cases', true), case_id::text) > 0);
create policy measure_task_given on measure_task for insert with check (
  strpos(current_setting('app.cases', true), case_id::text) > 0);
create policy measure_task_done on measure_task for update using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid);

-- Results without names, for figures: only of districts whose figures the reader may see, one line per person, moment and
-- score; people are numbered anew at each call.
create function app.measure_results(of_districts uuid[])
returns table (instrument text, definition int, person bigint, moment text, score text, value numeric)
language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select distinct on (m.district_id, m.person_id, m.instrument, m.moment)
      m.district_id, m.person_id, m.instrument, m.definition, m.moment, m.scores
    from measure m
    where m.state = 'done' and m.rater = 'person' and m.moment <> 'other' and m.district_id = any (of_districts)
      and strpos(current_setting('app.results', true), m.district_id::text) > 0
    order by m.district_id, m.person_id, m.instrument, m.moment, m.done_at desc)
  select t.instrument, t.definition, dense_rank() over (order by t.district_id, t.person_id), t.moment, s ->> 'code', (s ->> 'value')::numeric
  from told t cross join lateral jsonb_array_elements(t.scores) s
$$;
revoke all on function app.measure_results(uuid[]) from public;
grant execute on function app.measure_results(uuid[]) to {{app}};
