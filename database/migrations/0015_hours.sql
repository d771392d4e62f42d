-- Covers brought after a pact was signed; the signed text keeps its own.
create table cover (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  give_back_id uuid not null,
  policy text not null,
  insurer text not null default '',
  from_day date not null,
  to_day date not null,
  added_by uuid not null references account,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id),
  check (to_day >= from_day)
);
-- One turn of give-back on one calendar day. A host reads its own rows and nothing else of the pact.
create table shift (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  guest_label text not null,
  guest_needs text not null default '',
  give_back_id uuid not null,
  legal_form text not null,
  host_organisation_id uuid references organisation,
  day date not null,
  from_time text,
  to_time text,
  minutes int not null check (minutes between 15 and 720),
  state text not null check (state in ('planned', 'confirmed', 'absent', 'toldUs', 'recovered', 'cancelled')),
  covered boolean not null default false,
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  recovers_id uuid,
  reason text not null default '',
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id),
  foreign key (district_id, recovers_id) references shift (district_id, id),
  -- no cover on that day, no confirmed shift
  check (state <> 'confirmed' or covered)
);
create index shift_pact on shift (district_id, pact_id, day);
create index shift_host on shift (district_id, host_organisation_id, day);
grant select, insert, update on cover, shift to {{app}};
alter table cover enable row level security;
create policy cover_reach on cover using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
alter table shift enable row level security;
create policy shift_reach on shift using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or strpos(current_setting('app.organisations', true), host_organisation_id::text) > 0);
