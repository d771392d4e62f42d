create table appointment (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  pact_id uuid,
  title text not null,
  kind text not null check (kind in ('interview', 'review', 'visit', 'meeting', 'followUp')),
  at timestamptz not null,
  minutes int not null check (minutes between 5 and 720),
  place text not null default '',
  account_ids uuid[] not null default '{}',
  outcome text check (outcome in ('came', 'didNotCome', 'toldUs', 'moved')),
  moved_to uuid,
  note text not null default '',
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, moved_to) references appointment (district_id, id)
);
create index appointment_when on appointment (district_id, at);
create index appointment_case on appointment (district_id, case_id, at);
grant select, insert, update on appointment to {{app}};
alter table appointment enable row level security;
create policy appointment_reach on appointment using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
