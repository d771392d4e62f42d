-- Extensions are trusted ones: the owner of the database may make them without being superuser.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema app;
grant usage on schema app, public to {{app}};

-- Journal: who did what to which record. Append-only for the run-time role; values are never written here.
create table journal (
  district_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  act text not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  organisation_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid,
  case_id uuid,
  fields text[] not null default '{}',
  digests jsonb not null default '{}',
  reason text,
  primary key (district_id, at, id)
) partition by range (at);

create table journal_rest partition of journal default;
create index journal_subject on journal (district_id, subject_id, at desc);
create index journal_person on journal (district_id, person_id, at desc) where person_id is not null;

-- Partitions by month, made a year ahead of a day; run again by the monthly job.
create function app.make_journal_partitions(from_day date, months int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', from_day);
  made int := 0;
  part text;
begin
  for i in 0 .. months loop
    part := 'journal_' || to_char(first + make_interval(months => i), 'YYYYMM');
    if to_regclass(part) is null and not exists (
      select 1 from journal_rest
      where at >= first + make_interval(months => i) and at < first + make_interval(months => i + 1)
    ) then
      execute format('create table %I partition of journal for values from (%L) to (%L)', part,
        (first + make_interval(months => i))::timestamp at time zone 'UTC',
        (first + make_interval(months => i + 1))::timestamp at time zone 'UTC');
      execute format('alter table %I enable row level security', part);
      made := made + 1;
    end if;
  end loop;
  return made;
end $$;

alter table journal enable row level security;
alter table journal_rest enable row level security;
grant select, insert on journal to {{app}};
create policy journal_add on journal for insert with check (
  actor_id = coalesce(nullif(current_setting('app.actor', true), '')::uuid, '00000000-0000-0000-0000-000000000000'));
create policy journal_see on journal for select using (
  strpos(current_setting('app.journal', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or strpos(current_setting('app.cases', true), case_id::text) > 0
  or actor_id = nullif(current_setting('app.actor', true), '')::uuid
);

-- The seal: a hash chain over committed entries, written only by the owner's function below.
create table journal_seal (
  no bigint generated always as identity primary key,
  district_id uuid not null,
  at timestamptz not null,
  entry_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  unique (district_id, at, entry_id)
);
grant select on journal_seal to {{app}};

create function app.journal_digest(previous bytea, entry journal) returns bytea
language sql immutable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    entry.district_id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.id, entry.act,
    entry.actor_kind, entry.actor_id, entry.actor_name, entry.organisation_id, entry.subject_kind, entry.subject_id,
    entry.person_id, entry.case_id, entry.fields, entry.digests, entry.reason)::text, 'UTF8'))
$$;

create table journal_unsealed (
  district_id uuid not null,
  at timestamptz not null,
  entry_id uuid not null,
  primary key (district_id, at, entry_id)
);
grant insert on journal_unsealed to {{app}};

-- Seals what is committed and not yet sealed; one sealer at a time. Returns how many entries it sealed.
create function app.seal_journal(at_most int default 10000) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last bytea;
  one journal;
  waiting record;
  sealed int := 0;
begin
  perform pg_advisory_xact_lock(7300219);
  select hash into last from journal_seal order by no desc limit 1;
  last := coalesce(last, '\x'::bytea);
  for waiting in select * from journal_unsealed order by at, entry_id limit at_most loop
    select j.* into one from journal j
      where j.district_id = waiting.district_id and j.at = waiting.at and j.id = waiting.entry_id;
    if not found then
      raise exception 'journal entry % is missing before its seal', waiting.entry_id;
    end if;
    last := app.journal_digest(last, one);
    insert into journal_seal (district_id, at, entry_id, hash) values (one.district_id, one.at, one.id, last);
    delete from journal_unsealed u
      where u.district_id = waiting.district_id and u.at = waiting.at and u.entry_id = waiting.entry_id;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- Walks the chain: the first broken link (null: none), how many links hold, how many entries wait for their seal,
-- and how many entries have neither a seal nor wait for one.
create function app.verify_journal() returns table (broken_no bigint, broken_entry uuid, held bigint, waiting bigint, stray bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last bytea := '\x'::bytea;
  link record;
  one journal;
begin
  held := 0;
  select count(*) into waiting from journal_unsealed;
  select count(*) into stray from journal j
    where not exists (select 1 from journal_seal s where s.district_id = j.district_id and s.at = j.at and s.entry_id = j.id)
      and not exists (select 1 from journal_unsealed u where u.district_id = j.district_id and u.at = j.at and u.entry_id = j.id);
  stray := stray + (select count(*) from journal_unsealed u
    where not exists (select 1 from journal j where j.district_id = u.district_id and j.at = u.at and j.id = u.entry_id));
  for link in select * from journal_seal order by no loop
    select j.* into one from journal j
      where j.district_id = link.district_id and j.at = link.at and j.id = link.entry_id;
    if not found or app.journal_digest(last, one) is distinct from link.hash then
      broken_no := link.no;
      broken_entry := link.entry_id;
      return next;
      return;
    end if;
    last := link.hash;
    held := held + 1;
  end loop;
  return next;
end $$;

revoke all on function app.seal_journal(int), app.make_journal_partitions(date, int), app.verify_journal() from public;
grant execute on function app.seal_journal(int), app.make_journal_partitions(date, int), app.verify_journal() to {{app}};
grant execute on function app.journal_digest(bytea, journal) to {{app}};

select app.make_journal_partitions((now() - interval '26 months')::date, 40);

-- Rates of what may be tried from outside: one row per key and window, counted by the database.
create table rate_window (
  key text not null,
  opens_at timestamptz not null,
  used int not null,
  primary key (key, opens_at)
);

-- Counts one try; true while the window holds no more than `at_most`.
create function app.try_rate(rate_key text, at_moment timestamptz, seconds int, at_most int) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  insert into rate_window as w (key, opens_at, used)
  values (rate_key, date_bin(make_interval(secs => seconds), at_moment, '2020-01-01'), 1)
  on conflict (key, opens_at) do update set used = w.used + 1
  returning used <= at_most
$$;
revoke all on function app.try_rate(text, timestamptz, int, int) from public;
grant execute on function app.try_rate(text, timestamptz, int, int) to {{app}};

-- A repeated request (double click, lost reply) finds the reply of the first one.
create table idempotency (
  actor_id uuid not null,
  key text not null,
  endpoint text not null,
  body_digest text not null,
  reply text,
  at timestamptz not null,
  primary key (actor_id, key)
);
alter table idempotency enable row level security;
grant select, insert, update on idempotency to {{app}};
create policy idempotency_own on idempotency using (actor_id = nullif(current_setting('app.actor', true), '')::uuid);

-- Mails that could not be sent for want of a mail server, or wait for it.
create table outbox (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
  sent_at timestamptz,
  problem text
);
alter table outbox enable row level security;
grant select, insert, update on outbox to {{app}};
create policy outbox_add on outbox for insert with check (true);
create policy outbox_see on outbox for select using (current_setting('app.outbox', true) = 'yes');
create policy outbox_mark on outbox for update using (current_setting('app.outbox', true) = 'yes');

-- Numbers that people see, per district and year; the row is locked while a number is taken.
create table counter (
  district_id uuid not null,
  series text not null,
  year int not null,
  last int not null,
  primary key (district_id, series, year)
);
grant select, insert, update on counter to {{app}};
alter table counter enable row level security;
create policy counter_use on counter using (true) with check (true);

-- Puts a job in the queue inside the transaction of the act: it exists only if the act is committed.
create function app.enqueue(task text, payload json, at_moment timestamptz, key text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => at_moment, job_key => key);
end $$;
revoke all on function app.enqueue(text, json, timestamptz, text) from public;
grant execute on function app.enqueue(text, json, timestamptz, text) to {{app}};
