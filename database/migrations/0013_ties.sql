-- A tie joins two ends, is dated, and keeps the occasion that made it. Third parties are initials and nothing else.
create table tie (
  district_id uuid not null,
  id uuid not null,
  case_id uuid,
  person_id uuid,
  a_kind text not null check (a_kind in ('person', 'household', 'organisation', 'firm', 'school', 'alter')),
  a_id uuid,
  a_label text not null default '',
  b_kind text not null check (b_kind in ('person', 'household', 'organisation', 'firm', 'school', 'alter')),
  b_id uuid,
  b_label text not null default '',
  kind text not null check (kind in ('kin', 'friend', 'neighbour', 'colleague', 'volunteer', 'parish', 'school', 'association', 'professional', 'other')),
  strength int check (strength between 1 and 3),
  frequency text not null default '',
  direction text not null default 'mutual' check (direction in ('gives', 'receives', 'mutual')),
  since date not null,
  until date,
  evidence text not null check (evidence in ('saidByPerson', 'saidByBoth', 'seenByWorker')),
  origin_kind text not null,
  origin_id uuid,
  setting text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  labels_erased_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check (until is null or until >= since),
  check (a_kind <> 'alter' or length(a_label) <= 11),
  check (b_kind <> 'alter' or length(b_label) <= 11),
  check (a_id is null or b_id is null or a_id <> b_id)
);
create index tie_person on tie (district_id, person_id);
create index tie_case on tie (district_id, case_id);
grant select, insert, update on tie to {{app}};
alter table tie enable row level security;
create policy tie_reach on tie using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
