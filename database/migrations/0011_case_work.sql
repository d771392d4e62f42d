-- Diary of a case. Never rewritten: a correction is a note that names the one it corrects.
create table note (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('shared', 'professional', 'sealed')),
  is_health boolean not null default false,
  text_sealed text not null,
  author_id uuid not null references account,
  at timestamptz not null,
  corrects_id uuid,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, corrects_id) references note (district_id, id)
);
create index note_case on note (district_id, case_id, at desc);
alter table note enable row level security;
-- Three kinds, three circles: the person and the equipe; the equipe; the author and who supervises.
create policy note_reach on note using (
  (kind = 'shared' and (
    strpos(current_setting('app.cases', true), case_id::text) > 0
    or strpos(current_setting('app.wide', true), district_id::text) > 0
    or person_id = nullif(current_setting('app.self_person', true), '')::uuid))
  or (kind = 'professional' and (
    strpos(current_setting('app.cases', true), case_id::text) > 0
    or strpos(current_setting('app.wide', true), district_id::text) > 0))
  or (kind = 'sealed' and (
    (author_id = nullif(current_setting('app.actor', true), '')::uuid and strpos(current_setting('app.cases', true), case_id::text) > 0)
    or (strpos(current_setting('app.supervises', true), district_id::text) > 0
      and (strpos(current_setting('app.cases', true), case_id::text) > 0
        or strpos(current_setting('app.wide', true), district_id::text) > 0)))));

create table assessment (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  areas_sealed text not null,
  started_on date not null,
  closed_on date,
  closed_by uuid references account,
  agreed_on date,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index assessment_case on assessment (district_id, case_id);
create table task (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  title text not null,
  due date not null,
  owner_id uuid references account,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  recurs_days int check (recurs_days between 1 and 366),
  made_by text not null default 'worker' check (made_by in ('worker', 'product')),
  origin_kind text not null default '',
  origin_id uuid,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index task_open on task (district_id, owner_id, due) where state = 'open';
create table attachment (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  file_id text not null,
  name text not null,
  type text not null,
  size int not null,
  sha256 text not null,
  shared boolean not null default false,
  added_by uuid not null references account,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
grant select, insert on note to {{app}};
grant select, insert, update on assessment, task, attachment to {{app}};
alter table assessment enable row level security;
create policy assessment_reach on assessment using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
alter table task enable row level security;
create policy task_reach on task using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
alter table attachment enable row level security;
create policy attachment_reach on attachment using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or (shared and person_id = nullif(current_setting('app.self_person', true), '')::uuid));
