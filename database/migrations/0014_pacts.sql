create table pact (
  district_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  case_id uuid not null,
  person_id uuid not null,
  -- written once for readers who may open the pact but not the person's sheet (panel, host)
  person_label text not null,
  household_id uuid,
  involved_ids uuid[] not null default '{}',
  tutor_id uuid not null references account,
  partner_organisation_id uuid not null references organisation,
  municipality_istat text references municipality,
  state text not null check (state in ('draft', 'toPanel', 'approved', 'signed', 'active', 'suspended', 'closing', 'closed', 'refused', 'withdrawn', 'interrupted', 'transferred')),
  state_since date not null,
  last_move_at timestamptz not null,
  version_in_force int,
  before_panel boolean not null default false,
  interviewed_on date,
  signed_on date,
  starts_on date,
  ends_on date,
  extensions int not null default 0,
  review_every_days int not null,
  last_review_on date,
  next_review_due date,
  suspended_until date,
  closed_on date,
  closure jsonb,
  follow_ups_done int[] not null default '{}',
  kept_count int not null default 0,
  commitment_count int not null default 0,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, household_id) references household (district_id, id)
);
create index pact_list on pact (district_id, state, state_since desc);
create index pact_case on pact (district_id, case_id);
create index pact_tutor on pact (tutor_id, state);
create table pact_version (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  number int not null check (number between 1 and 200),
  state text not null check (state in ('draft', 'toPanel', 'signing', 'inForce', 'superseded', 'abandoned')),
  reason text not null default '',
  content jsonb not null,
  -- grows with every saved edit; two editors meet here
  edit_no int not null default 0,
  content_hash text,
  fingerprint text,
  pdf_file_id text,
  pdf_sha256 text,
  frozen_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (district_id, id),
  unique (district_id, pact_id, number),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
create unique index pact_version_open_once on pact_version (district_id, pact_id) where state in ('draft', 'toPanel', 'signing');
create unique index pact_version_in_force_once on pact_version (district_id, pact_id) where state = 'inForce';
-- Every text that an edit replaced, and both texts where two people wrote the same field.
create table pact_edit (
  district_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  case_id uuid not null,
  path text not null,
  before jsonb,
  after jsonb,
  conflict boolean not null default false,
  resolved_at timestamptz,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, version_id) references pact_version (district_id, id)
);
create index pact_edit_version on pact_edit (district_id, version_id, at);
create table signatory (
  district_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  -- the person of the pact, whose page shows it
  person_id uuid not null,
  signer_person_id uuid,
  signer_account_id uuid references account,
  signer_organisation_id uuid references organisation,
  role text not null check (role in ('person', 'adultMember', 'guardian', 'partnerBody', 'host', 'supporter')),
  required boolean not null,
  label text not null,
  signed_at timestamptz,
  method text check (method in ('drawn', 'code', 'paper')),
  signed_hash text,
  image_sealed text,
  paper_file_id text,
  helper text not null default '',
  taken_by uuid references account,
  primary key (district_id, id),
  foreign key (district_id, version_id) references pact_version (district_id, id),
  check ((signed_at is null) = (signed_hash is null))
);
create index signatory_version on signatory (district_id, version_id);
create index signatory_waiting on signatory (district_id, case_id) where signed_at is null;
-- A code that its tutor shows, prints or mails; it opens one signature, once.
create table signing_code (
  district_id uuid not null,
  id uuid not null,
  signatory_id uuid not null,
  case_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0 check (tries <= 5),
  used_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, signatory_id) references signatory (district_id, id)
);
create unique index signing_code_open_once on signing_code (district_id, signatory_id) where used_at is null;
-- Dated marks beside the signed text: kept, done, paid.
create table pact_mark (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  about text not null check (about in ('commitment', 'step', 'goal', 'support')),
  item_id uuid not null,
  value text not null,
  "on" date not null,
  at timestamptz not null,
  by_id uuid not null,
  note text not null default '',
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
create index pact_mark_item on pact_mark (district_id, pact_id, item_id, at desc);
create table panel_decision (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  version_id uuid not null,
  case_id uuid not null,
  decision text not null check (decision in ('approve', 'sendBack', 'refuse')),
  minutes text not null,
  present text not null default '',
  decided_by uuid not null references account,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
create table pact_review (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('interim', 'final')),
  due date not null,
  held_on date,
  present text not null default '',
  person_voice text not null default '',
  worker_voice text not null default '',
  decision text check (decision in ('goOn', 'change', 'close', 'extend')),
  recorded_by uuid references account,
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
create unique index pact_review_open_once on pact_review (district_id, pact_id, kind) where held_on is null;
create table follow_up (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  months int not null,
  due date not null,
  held_on date,
  reached boolean,
  person_voice text not null default '',
  still_alive_ties int,
  work text,
  recorded_by uuid references account,
  primary key (district_id, id),
  unique (district_id, pact_id, months),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
-- Every move of a pact, replayable from its first day.
create table pact_move (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  no int not null,
  move text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  reason text not null default '',
  asked jsonb not null default '{}',
  primary key (district_id, id),
  unique (district_id, pact_id, no),
  foreign key (district_id, pact_id) references pact (district_id, id)
);
grant select, insert, update on pact, pact_version, signatory, signing_code, pact_review, follow_up, pact_edit to {{app}};
grant select, insert on pact_mark, panel_decision, pact_move to {{app}};
alter table pact enable row level security;
create policy pact_reach on pact using (
  strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.cases', true), case_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or (before_panel and strpos(current_setting('app.panel', true), district_id::text) > 0));
alter table pact_version enable row level security;
create policy pact_version_reach on pact_version using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table signatory enable row level security;
create policy signatory_reach on signatory using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table pact_mark enable row level security;
create policy pact_mark_reach on pact_mark using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table pact_review enable row level security;
create policy pact_review_reach on pact_review using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table follow_up enable row level security;
create policy follow_up_reach on follow_up using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table pact_move enable row level security;
create policy pact_move_reach on pact_move using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table pact_edit enable row level security;
create policy pact_edit_reach on pact_edit using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
alter table signing_code enable row level security;
create policy signing_code_reach on signing_code using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
alter table panel_decision enable row level security;
create policy panel_decision_reach on panel_decision using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
create policy pact_version_panel on pact_version for select using (
  state = 'toPanel' and strpos(current_setting('app.panel', true), district_id::text) > 0);
create policy pact_version_decided on pact_version for update using (
  state = 'toPanel' and strpos(current_setting('app.panel', true), district_id::text) > 0)
  with check (strpos(current_setting('app.panel', true), district_id::text) > 0);
create policy panel_decision_panel on panel_decision using (
  strpos(current_setting('app.panel', true), district_id::text) > 0);
create policy pact_move_panel on pact_move for insert with check (
  strpos(current_setting('app.panel', true), district_id::text) > 0);
