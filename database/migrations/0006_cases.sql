create table case_file (
  district_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  household_id uuid,
  referral_id uuid,
  state text not null check (state in ('open', 'closed', 'transferred')),
  opened_on date not null,
  closed_on date,
  closing_reason text not null default '',
  external_record text not null default '',
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, household_id) references household (district_id, id)
);
create unique index case_file_open_once on case_file (district_id, person_id) where state = 'open';
create table equipe_member (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null references account,
  organisation_id uuid references organisation,
  role text not null check (role in ('caseManager', 'tutor', 'jobOperator', 'educator', 'supervisor', 'otherWorker', 'volunteer')),
  from_day date not null,
  until_day date,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index equipe_member_once on equipe_member (district_id, case_id, account_id, role) where until_day is null;
create index equipe_member_account on equipe_member (account_id) where until_day is null;
-- A case opened by breaking the glass: a written reason, a time limit, and it is shown to coordinator and person.
create table glass (
  district_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null references account,
  reason text not null check (length(reason) >= 20),
  from_at timestamptz not null,
  until_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id)
);
create index glass_account on glass (account_id, until_at);

alter table case_file enable row level security;
alter table equipe_member enable row level security;
alter table glass enable row level security;
grant select, insert, update on case_file, equipe_member, glass to {{app}};

create policy case_file_reach on case_file using (
  strpos(current_setting('app.cases', true), id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy case_file_open on case_file for insert with check (
  strpos(current_setting('app.opens_cases', true), district_id::text) > 0);
create policy equipe_member_reach on equipe_member using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
create policy equipe_member_open on equipe_member for insert with check (
  strpos(current_setting('app.opens_cases', true), district_id::text) > 0);
create policy glass_reach on glass using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
