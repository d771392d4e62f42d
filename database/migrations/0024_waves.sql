-- The tie map is asked again, wave by wave. A wave is a conversation: it is kept as it is told, and becomes ties when it is ended.
create table wave (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  number int not null check (number between 1 and 50),
  moment text not null check (moment in ('T0', 'T1', 'T2', 'T3', 'other')),
  after_id uuid,
  held_on date not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  -- Whom one could ask for a hand: the answers are sealed, how many were asked and how many have somebody is a figure.
  resources_sealed text,
  resources_asked int check (resources_asked between 0 and 20),
  resources_had int check (resources_had between 0 and resources_asked),
  version int not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  touched_by uuid not null,
  touched_at timestamptz not null,
  done_at timestamptz,
  labels_erased_at timestamptz,
  primary key (district_id, id),
  unique (district_id, person_id, number),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, after_id) references wave (district_id, id),
  check ((state = 'done') = (done_at is not null))
);
create unique index wave_open on wave (district_id, person_id) where state = 'open';
create index wave_case on wave (district_id, case_id);
grant select, insert, update on wave to {{app}};
alter table wave enable row level security;
create policy wave_reach on wave using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);

-- One alter as told in one wave; `tie_id` is the tie it was carried over from, or became when the wave ended.
create table wave_alter (
  district_id uuid not null,
  wave_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  tie_id uuid,
  change text not null check (change in ('new', 'same', 'changed', 'gone', 'unasked')),
  label text not null check (length(label) <= 11),
  kind text not null check (kind in ('kin', 'friend', 'neighbour', 'colleague', 'volunteer', 'parish', 'school', 'association', 'professional', 'other')),
  closeness int check (closeness between 1 and 3),
  -- Degrees clockwise from the top, where the person put it on its circle.
  angle int check (angle between 0 and 359),
  often text not null default '' check (often in ('', 'daily', 'weekly', 'monthly', 'seldom')),
  helps text[] not null default '{}' check (helps <@ '{listening,practical,money,information,company}'),
  direction text not null default 'mutual' check (direction in ('gives', 'receives', 'mutual')),
  since date,
  until date,
  origin_kind text not null,
  origin_id uuid,
  setting text not null default '',
  primary key (district_id, wave_id, id),
  foreign key (district_id, wave_id) references wave (district_id, id),
  check (until is null or since is null or until >= since)
);
create index wave_alter_tie on wave_alter (district_id, tie_id);
grant select, insert, update, delete on wave_alter to {{app}};
alter table wave_alter enable row level security;
create policy wave_alter_reach on wave_alter using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);

-- Who knows whom, among the alters of one wave.
create table wave_link (
  district_id uuid not null,
  wave_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  primary key (district_id, wave_id, a_id, b_id),
  foreign key (district_id, wave_id, a_id) references wave_alter (district_id, wave_id, id),
  foreign key (district_id, wave_id, b_id) references wave_alter (district_id, wave_id, id),
  check (a_id < b_id)
);
grant select, insert, delete on wave_link to {{app}};
alter table wave_link enable row level security;
create policy wave_link_reach on wave_link using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);

-- A tie between two who are both known is reached from either end, and remembers which end has said yes.
alter table tie
  add column often text not null default '' check (often in ('', 'daily', 'weekly', 'monthly', 'seldom')),
  add column helps text[] not null default '{}' check (helps <@ '{listening,practical,money,information,company}'),
  add column a_said_at timestamptz,
  add column b_said_at timestamptz,
  add column revised_at timestamptz not null default now();
create index tie_a on tie (district_id, a_id) where a_id is not null;
create index tie_b on tie (district_id, b_id) where b_id is not null;
create index tie_revised on tie (district_id, revised_at);
drop policy tie_reach on tie;
create policy tie_reach on tie using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or (a_kind = 'person' and strpos(current_setting('app.persons', true), a_id::text) > 0)
  or (b_kind = 'person' and strpos(current_setting('app.persons', true), b_id::text) > 0)
  or nullif(current_setting('app.self_person', true), '')::uuid in (person_id, a_id, b_id));

insert into role (code, name_it, name_en, permissions, scope) values
  ('teacher', 'Insegnante', 'Teacher', '{classes.teach}', 'organisation');
update role set permissions = permissions || '{networks.read,networks.export,surveys.manage}' where code = 'coordinator';
update role set permissions = permissions || '{networks.read,networks.export}' where code = 'evaluator';
update role set permissions = permissions || '{networks.read}' where code = 'planningOffice';
