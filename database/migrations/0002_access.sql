create table district (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  seat text not null default '',
  controller text not null default '',
  controller_contact text not null default '',
  dpo_contact text not null default '',
  state text not null default 'active' check (state in ('active', 'closed'))
);
create table role (
  code text primary key check (code ~ '^[a-zA-Z][a-zA-Z0-9]*$'),
  name_it text not null,
  name_en text not null,
  permissions text[] not null,
  scope text not null check (scope in ('programme', 'district', 'organisation')),
  constraint role_technical_opens_no_case check (not (
    permissions && '{accounts.manage,settings.manage}'
    and permissions && '{cases.all,cases.work,cases.breakGlass,pacts.review,notes.supervise,journal.read}'))
);
create table account (
  id uuid primary key,
  email text not null,
  name text not null,
  job_title text not null default '',
  language text not null default 'it' check (language in ('it', 'en')),
  state text not null check (state in ('invited', 'active', 'left')),
  oidc_subject text unique,
  second_factor text not null default 'none' check (second_factor in ('none', 'totp', 'passkey')),
  created_at timestamptz not null,
  left_at timestamptz
);
create unique index account_email on account (lower(email));
create table account_secret (
  account_id uuid primary key references account,
  password_hash text,
  totp_sealed text,
  totp_last_step bigint not null default 0
);
-- Wrong passwords and codes, per key (a keyed hash of what was tried): an unknown e-mail is slowed like a known one.
create table attempt (
  key text primary key,
  failed int not null,
  locked_until timestamptz,
  at timestamptz not null
);
create table passkey (
  id text primary key,
  account_id uuid not null references account,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create table account_role (
  id uuid primary key,
  account_id uuid not null references account,
  role_code text not null references role,
  district_id uuid references district,
  organisation_id uuid,
  from_day date not null,
  until_day date,
  ended_at timestamptz
);
create unique index account_role_once on account_role (account_id, role_code, district_id, organisation_id)
  nulls not distinct where ended_at is null;
create table ticket (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('invitation', 'passwordReset')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
-- One-time state of a sign-in on its way: OIDC round trip, passkey challenge, second factor to be set.
create table sign_in_flow (
  token_hash text primary key,
  kind text not null check (kind in ('oidc', 'passkey', 'newPasskey', 'newTotp')),
  account_id uuid references account,
  payload jsonb not null,
  expires_at timestamptz not null
);
create table session (
  id uuid primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('account', 'person')),
  account_id uuid references account,
  district_id uuid references district,
  person_id uuid,
  step text not null check (step in ('secondFactor', 'enrol', 'open', 'locked')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  agent text not null default '',
  check ((kind = 'account') = (account_id is not null)),
  check ((kind = 'person') = (person_id is not null and district_id is not null))
);
create index session_account on session (account_id) where ended_at is null;
create index session_person on session (district_id, person_id) where ended_at is null;

-- The cases and persons an account reaches; the migration of the cases fills it.
create function app.reach(of_account uuid, at_moment timestamptz, out cases uuid[], out persons uuid[], out households uuid[])
language sql stable security definer set search_path = public, pg_temp as $$ select '{}'::uuid[], '{}'::uuid[], '{}'::uuid[] $$;

-- Who holds this session, with rights as they are at this moment: what ended, ended now.
create function app.who(hash text, at_moment timestamptz) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'session', s.id, 'kind', s.kind, 'step', s.step, 'seenAt', s.seen_at,
    'id', coalesce(s.account_id, s.person_id), 'name', coalesce(a.name, ''), 'language', coalesce(a.language, 'it'),
    'district', s.district_id,
    'districts', (select coalesce(jsonb_agg(d.id order by d.code), '[]') from district d),
    'grants', case when s.kind = 'account' then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'role', g.role_code, 'districtId', g.district_id, 'organisationId', g.organisation_id,
        'permissions', to_jsonb(r.permissions))), '[]')
      from account_role g join role r on r.code = g.role_code
      where g.account_id = s.account_id and g.ended_at is null and g.from_day <= (at_moment at time zone 'Europe/Rome')::date
        and (g.until_day is null or g.until_day >= (at_moment at time zone 'Europe/Rome')::date)) else '[]' end,
    'cases', coalesce(to_jsonb(reached.cases), '[]'), 'persons', coalesce(to_jsonb(reached.persons), '[]'),
    'households', coalesce(to_jsonb(reached.households), '[]'))
  from session s
  left join account a on a.id = s.account_id
  left join lateral app.reach(s.account_id, at_moment) reached on s.kind = 'account'
  where s.token_hash = hash and s.ended_at is null and s.expires_at > at_moment
    and (s.kind = 'person' or a.state = 'active')
$$;
revoke all on function app.who(text, timestamptz), app.reach(uuid, timestamptz) from public;
grant execute on function app.who(text, timestamptz) to {{app}};

-- All district ids, for the system's own jobs.
create function app.districts() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(id order by code), '{}') from district $$;
revoke all on function app.districts() from public;
grant execute on function app.districts() to {{app}};

-- What a sign-in must compare, by e-mail; nobody else reads hashes. Empty when there is no such active account.
create function app.sign_in_secret(of_email text) returns table (account_id uuid, password_hash text, totp_sealed text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, s.password_hash, s.totp_sealed
  from account a join account_secret s on s.account_id = a.id
  where lower(a.email) = lower(of_email) and a.state = 'active'
$$;

-- Counts one try before it is judged, one at a time per key. Null: go on; else the moment until which nothing is judged.
-- From the fifth wrong try on it closes for 1, 2, 4 ... at most 60 minutes; a day without tries forgets.
create function app.count_attempt(of_key text, at_moment timestamptz) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one attempt;
begin
  delete from attempt where key in (select key from attempt where at < at_moment - interval '1 day' limit 10 for update skip locked);
  insert into attempt (key, failed, at) values (of_key, 0, at_moment) on conflict (key) do nothing;
  select * into one from attempt where key = of_key for update;
  if one.locked_until > at_moment then
    return one.locked_until;
  end if;
  update attempt set failed = one.failed + 1, at = at_moment,
    locked_until = case when one.failed + 1 >= 5 then at_moment + least(60, 2 ^ least(one.failed - 4, 10)) * interval '1 minute' end
  where key = of_key;
  return null;
end $$;
create function app.clear_attempts(of_key text) returns void
language sql security definer set search_path = public, pg_temp as $$ delete from attempt where key = of_key $$;

-- The one-time state of a sign-in: kept, looked at, taken once.
create function app.keep_flow(of_hash text, of_kind text, of_account uuid, of_payload jsonb, until_moment timestamptz, at_moment timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_flow where expires_at < at_moment;
  insert into sign_in_flow (token_hash, kind, account_id, payload, expires_at) values (of_hash, of_kind, of_account, of_payload, until_moment)
$$;
create function app.take_flow(of_hash text, of_kind text, at_moment timestamptz) returns table (account_id uuid, payload jsonb)
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_flow f where f.token_hash = of_hash and f.kind = of_kind and f.expires_at > at_moment
  returning f.account_id, f.payload
$$;
revoke all on function app.sign_in_secret(text), app.count_attempt(text, timestamptz), app.clear_attempts(text),
  app.keep_flow(text, text, uuid, jsonb, timestamptz, timestamptz), app.take_flow(text, text, timestamptz) from public;
grant execute on function app.sign_in_secret(text), app.count_attempt(text, timestamptz), app.clear_attempts(text),
  app.keep_flow(text, text, uuid, jsonb, timestamptz, timestamptz), app.take_flow(text, text, timestamptz) to {{app}};

alter table account_secret enable row level security;
alter table passkey enable row level security;
alter table ticket enable row level security;
alter table sign_in_flow enable row level security;
alter table attempt enable row level security;
alter table session enable row level security;
alter table account enable row level security;
alter table account_role enable row level security;
alter table role enable row level security;

grant select, insert, update on district, role, account, account_secret, passkey, account_role, ticket, session to {{app}};
grant delete on passkey to {{app}};

-- Names of colleagues are read by whoever works here; accounts are written by who manages them, or by their owner.
create policy account_see on account for select using (
  nullif(current_setting('app.kind', true), '') in ('account', 'system', 'person') or current_setting('app.sign_in', true) = 'yes');
create policy account_add on account for insert with check (current_setting('app.accounts', true) = 'yes');
create policy account_change on account for update using (
  current_setting('app.accounts', true) = 'yes' or id = nullif(current_setting('app.actor', true), '')::uuid
  or id = nullif(current_setting('app.signing_in', true), '')::uuid);
create policy secret_own on account_secret using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or account_id = nullif(current_setting('app.signing_in', true), '')::uuid
  or current_setting('app.accounts', true) = 'yes');
create policy passkey_own on passkey using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or account_id = nullif(current_setting('app.signing_in', true), '')::uuid
  or current_setting('app.accounts', true) = 'yes' or current_setting('app.sign_in', true) = 'yes');
-- Whoever forgot the password has no session: the ticket is made for them by the act of asking.
create policy ticket_use on ticket using (
  current_setting('app.accounts', true) = 'yes' or current_setting('app.sign_in', true) = 'yes');
create policy role_see on role for select using (true);
create policy role_add on role for insert with check (current_setting('app.accounts', true) = 'yes');
create policy role_change on role for update using (current_setting('app.accounts', true) = 'yes');
create policy account_role_see on account_role for select using (true);
create policy account_role_add on account_role for insert with check (current_setting('app.accounts', true) = 'yes');
create policy account_role_change on account_role for update using (current_setting('app.accounts', true) = 'yes');
create policy session_add on session for insert with check (
  current_setting('app.sign_in', true) = 'yes' or current_setting('app.kind', true) in ('public', 'account'));
create policy session_see on session for select using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or account_id = nullif(current_setting('app.signing_in', true), '')::uuid
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or strpos(current_setting('app.registry', true), district_id::text) > 0
  or current_setting('app.accounts', true) = 'yes');
create policy session_end on session for update using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or account_id = nullif(current_setting('app.signing_in', true), '')::uuid
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or strpos(current_setting('app.registry', true), district_id::text) > 0
  or current_setting('app.accounts', true) = 'yes');

-- The roles a programme starts with; an administrator may change them. Technical roles never open a case.
insert into role (code, name_it, name_en, permissions, scope) values
  ('administrator', 'Amministratrice di sistema', 'System administrator', '{accounts.manage,settings.manage,organisations.manage,organisations.read,outbox.read}', 'programme'),
  ('coordinator', 'Coordinatrice di ambito', 'District coordinator', '{cases.all,cases.open,persons.register,referrals.triage,antennas.manage,organisations.manage,organisations.read,results.read,journal.read,ties.record,imports.run}', 'district'),
  ('intake', 'Operatrice di accoglienza', 'Intake operator', '{persons.register,referrals.triage,antennas.manage,organisations.read,cases.open,imports.run}', 'district'),
  ('socialWorker', 'Assistente sociale', 'Social worker', '{persons.register,cases.open,cases.work,cases.breakGlass,pacts.write,ties.record,organisations.read}', 'district'),
  ('tutor', 'Tutor del patto', 'Pact tutor', '{cases.work,cases.breakGlass,pacts.write,ties.record,organisations.read}', 'district'),
  ('supervisor', 'Supervisora', 'Supervisor', '{cases.work,notes.supervise,organisations.read}', 'district'),
  ('panel', 'Commissione di valutazione', 'Review panel', '{pacts.review,organisations.read}', 'district'),
  ('host', 'Ente ospitante', 'Host body', '{shifts.host}', 'organisation'),
  ('planningOffice', 'Ufficio di piano', 'Planning office', '{results.read}', 'district'),
  ('evaluator', 'Valutatrice', 'Evaluator', '{results.read}', 'programme'),
  ('auditor', 'Revisora degli accessi', 'Access auditor', '{journal.read}', 'district');
