-- A known person who reports from a link of their own. Counts stay when what they sent is erased.
create table antenna (
  district_id uuid not null references district,
  id uuid not null,
  name text not null,
  place text not null default '',
  kind text not null check (kind in ('parish', 'school', 'shop', 'bakery', 'bar', 'hairdresser', 'pharmacy', 'gp', 'association', 'firm', 'library', 'postOffice', 'neighbour', 'other')),
  contact_sealed text,
  organisation_id uuid references organisation,
  municipality_istat text references municipality,
  token_hash text not null,
  sent int not null default 0,
  taken_up int not null default 0,
  last_sent_on date,
  created_at timestamptz not null,
  created_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (district_id, id),
  unique (district_id, token_hash)
);
create index antenna_token on antenna (token_hash) where revoked_at is null;

-- A call for a hand that may be answered: somebody gave permission to be contacted. What was said is sealed.
create table referral (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null check (kind in ('forMe', 'worried')),
  channel text not null,
  antenna_id uuid,
  organisation_id uuid references organisation,
  import_id uuid,
  municipality_istat text references municipality,
  age_band text not null check (age_band in ('0-17', '18-34', '35-64', '65+', 'unknown')),
  living text not null check (living in ('alone', 'couple', 'withChildren', 'withOthers', 'noHome', 'unknown')),
  signs text[] not null default '{}',
  urgent boolean not null default false,
  known_to_services text not null default 'unknown' check (known_to_services in ('yes', 'no', 'unknown')),
  said_sealed text,
  permission_of text not null check (permission_of in ('person', 'sender')),
  permission_how text not null check (permission_how in ('form', 'spoken', 'signed', 'throughSender')),
  permission_words text not null default '',
  permission_at timestamptz not null,
  receipt_index text not null,
  state text not null check (state in ('signalled', 'contacted', 'interviewed', 'pactProposed', 'sentToSocialService', 'orientedToActivity', 'waiting', 'closed')),
  closing_reason text,
  received_at timestamptz not null,
  opened_at timestamptz,
  first_contact_due date not null,
  interview_due date not null,
  contacted_at timestamptz,
  interviewed_at timestamptz,
  moved_at timestamptz not null,
  assigned_to uuid references account,
  person_id uuid,
  case_id uuid,
  recorded_by uuid,
  erased_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, receipt_index),
  foreign key (district_id, antenna_id) references antenna (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  constraint referral_closed_for_a_reason check ((state = 'closed') = (closing_reason is not null))
);
create index referral_receipt on referral (receipt_index);
create index referral_contact on referral (district_id, first_contact_due) where state = 'signalled';
create index referral_state on referral (district_id, state, interview_due);
create index referral_person on referral (district_id, person_id) where person_id is not null;
create index referral_moved on referral (district_id, moved_at) where erased_at is null;

-- Who moved it, when and what was noted. Lines are never changed; only the note goes, when the referral is erased.
create table referral_move (
  district_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  move text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  reason text,
  note_sealed text,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id)
);
create index referral_move_of on referral_move (district_id, referral_id, at);

-- Nobody gave permission: what is kept names nobody and leads to nobody.
create table anonymous_contact (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null check (kind in ('forMe', 'worried')),
  channel text not null,
  antenna_id uuid,
  import_id uuid,
  municipality_istat text references municipality,
  age_band text not null,
  signs text[] not null default '{}',
  urgent boolean not null default false,
  on_day date not null,
  form_index text,
  primary key (district_id, id),
  unique (district_id, form_index),
  foreign key (district_id, antenna_id) references antenna (district_id, id)
);
create index anonymous_contact_form on anonymous_contact (form_index) where form_index is not null;
create index anonymous_contact_day on anonymous_contact (district_id, on_day);

-- A spreadsheet of referrals and what became of each of its rows. The sheet is sealed, and goes when the run ends;
-- of its refused rows a sealed list stays, until it is fetched or a month has passed.
create table import_run (
  district_id uuid not null references district,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  format text not null,
  encoding text not null default '',
  header_row int not null,
  mapping jsonb not null,
  keep_anonymous boolean not null default true,
  sheet_sealed text,
  refused_sealed text,
  counts jsonb not null default '{}',
  state text not null check (state in ('read', 'done', 'cancelled')),
  started_at timestamptz not null,
  started_by uuid not null,
  finished_at timestamptz,
  version int not null default 1,
  primary key (district_id, id)
);
create index import_run_file on import_run (district_id, sha256);
create table import_row (
  district_id uuid not null,
  import_id uuid not null,
  line int not null,
  -- keyed hash of the cells: the same row, sent again, is known
  row_index text not null,
  verdict text not null,
  person_id uuid,
  referral_id uuid,
  primary key (district_id, import_id, line),
  foreign key (district_id, import_id) references import_run (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id)
);
create index import_row_known on import_row (district_id, row_index);
create index import_row_person on import_row (district_id, person_id) where person_id is not null;

-- How far a call for a hand is: state and days, nothing of anybody.
create function app.receipt(of_index text) returns table (state text, is_assigned boolean, is_opened boolean, received_on date, contacted_on date, interviewed_on date, closed_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.state, r.assigned_to is not null, r.opened_at is not null,
    (r.received_at at time zone 'Europe/Rome')::date, (r.contacted_at at time zone 'Europe/Rome')::date,
    (r.interviewed_at at time zone 'Europe/Rome')::date,
    case when r.state in ('closed', 'pactProposed', 'sentToSocialService', 'orientedToActivity') then (r.moved_at at time zone 'Europe/Rome')::date end
  from referral r where r.receipt_index = of_index
$$;
-- Whether a form that was sent has already been taken in, so that a second click is not a second call.
create function app.form_taken(of_index text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from referral where receipt_index = of_index)
    or exists (select 1 from anonymous_contact where form_index = of_index)
$$;
-- The antenna that a link belongs to; empty once it is revoked.
create function app.antenna_of(hash text) returns table (district_id uuid, id uuid, name text, municipality_istat text, organisation_id uuid, sent int, taken_up int)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.district_id, a.id, a.name, a.municipality_istat, a.organisation_id, a.sent, a.taken_up
  from antenna a where a.token_hash = hash and a.revoked_at is null
$$;
-- Counts what an antenna sent, or what of it was taken up.
create function app.count_antenna(of_district uuid, of_antenna uuid, more_sent int, more_taken int, on_day date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update antenna set sent = sent + more_sent, taken_up = greatest(0, taken_up + more_taken),
    last_sent_on = case when more_sent > 0 then on_day else last_sent_on end
  where district_id = of_district and id = of_antenna
$$;
revoke all on function app.receipt(text), app.form_taken(text), app.antenna_of(text), app.count_antenna(uuid, uuid, int, int, date) from public;
grant execute on function app.receipt(text), app.form_taken(text), app.antenna_of(text), app.count_antenna(uuid, uuid, int, int, date) to {{app}};

alter table antenna enable row level security;
alter table referral enable row level security;
alter table referral_move enable row level security;
alter table anonymous_contact enable row level security;
alter table import_run enable row level security;
alter table import_row enable row level security;
grant select, insert, update on antenna, referral, import_run, import_row to {{app}};
grant select, insert on referral_move, anonymous_contact to {{app}};
grant update (note_sealed) on referral_move to {{app}};

create policy antenna_see on antenna for select using (
  strpos(current_setting('app.antennas', true), district_id::text) > 0
  or strpos(current_setting('app.triage', true), district_id::text) > 0);
create policy antenna_add on antenna for insert with check (
  strpos(current_setting('app.antennas', true), district_id::text) > 0);
create policy antenna_change on antenna for update using (
  strpos(current_setting('app.antennas', true), district_id::text) > 0);

create policy referral_add on referral for insert with check (
  (current_setting('app.kind', true) = 'public' and state = 'signalled' and person_id is null and assigned_to is null and case_id is null)
  or strpos(current_setting('app.triage', true), district_id::text) > 0
  or strpos(current_setting('app.imports', true), district_id::text) > 0);
-- Triage reads its district's; the equipe the one its case began with; whoever may open a case those that ask for one.
create policy referral_see on referral for select using (
  strpos(current_setting('app.triage', true), district_id::text) > 0
  or strpos(current_setting('app.imports', true), district_id::text) > 0
  or strpos(current_setting('app.cases', true), case_id::text) > 0
  or (state = 'pactProposed' and strpos(current_setting('app.opens_cases', true), district_id::text) > 0));
create policy referral_change on referral for update using (
  strpos(current_setting('app.triage', true), district_id::text) > 0
  or (state = 'pactProposed' and strpos(current_setting('app.opens_cases', true), district_id::text) > 0));
create policy referral_move_add on referral_move for insert with check (
  strpos(current_setting('app.triage', true), district_id::text) > 0
  or strpos(current_setting('app.opens_cases', true), district_id::text) > 0
  or strpos(current_setting('app.imports', true), district_id::text) > 0);
create policy referral_move_see on referral_move for select using (
  strpos(current_setting('app.triage', true), district_id::text) > 0);
create policy referral_move_erase on referral_move for update using (current_setting('app.kind', true) = 'system');
create policy anonymous_contact_add on anonymous_contact for insert with check (
  current_setting('app.kind', true) = 'public'
  or strpos(current_setting('app.triage', true), district_id::text) > 0
  or strpos(current_setting('app.imports', true), district_id::text) > 0);
create policy anonymous_contact_see on anonymous_contact for select using (
  strpos(current_setting('app.triage', true), district_id::text) > 0
  or strpos(current_setting('app.results', true), district_id::text) > 0);
create policy import_run_use on import_run using (
  strpos(current_setting('app.imports', true), district_id::text) > 0);
create policy import_row_use on import_row using (
  strpos(current_setting('app.imports', true), district_id::text) > 0);
