-- A tie between people of two districts stands in both, each row with the other end's initials and the same key; nothing points from one
-- district to the other. The one who tells of it hands the other a code, which opens one question where the other is followed.
alter table tie add column across text;
create unique index tie_across_key on tie (district_id, across) where across is not null;

-- The consent of the one who tells. The district that gives a code never reads who used it, nor what was answered.
create table tie_invite (
  district_id uuid not null,
  id uuid not null,
  tie_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  code_hash text not null,
  end_hash text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, tie_id) references tie (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index tie_invite_code on tie_invite (code_hash);
create index tie_invite_tie on tie_invite (district_id, tie_id);
grant select, insert, update on tie_invite to {{app}};
alter table tie_invite enable row level security;
create policy tie_invite_reach on tie_invite using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);

-- The question, and the answer, where the other is followed. Made by the code alone; only the answer may be written.
create table tie_across (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_district uuid not null references district,
  invite_id uuid not null,
  other_label text not null check (length(other_label) <= 11),
  kind text not null,
  since date not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  answered_by uuid,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  check (from_district <> district_id)
);
create index tie_across_person on tie_across (district_id, person_id);
create index tie_across_invite on tie_across (from_district, invite_id);
grant select, update (answer, answered_at, answered_by) on tie_across to {{app}};
alter table tie_across enable row level security;
create policy tie_across_reach on tie_across using (
  strpos(current_setting('app.persons', true), person_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);

-- Whether who acts may speak for a person: the person, or who works with them.
create function app.speaks_for(of_person uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select of_person = nullif(current_setting('app.self_person', true), '')::uuid
    or strpos(current_setting('app.persons', true), of_person::text) > 0
$$;

-- Opens the question of a code for a person; the code serves one person once. Gives '', 'unknown' or 'sameDistrict'.
create function app.take_tie_code(of_district uuid, of_person uuid, code text, new_id uuid, at_moment timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i tie_invite;
  t tie;
begin
  perform 1 from person p where p.district_id = of_district and p.id = of_person;
  if not found or not coalesce(app.speaks_for(of_person), false) then
    return 'unknown';
  end if;
  select * into i from tie_invite where code_hash = code and expires_at > at_moment for update;
  if not found then
    return 'unknown';
  end if;
  if i.district_id = of_district then
    return 'sameDistrict';
  end if;
  perform 1 from tie_across x where x.from_district = i.district_id and x.invite_id = i.id and (x.district_id, x.person_id) = (of_district, of_person);
  if found then
    return '';
  end if;
  perform 1 from tie_across x where x.from_district = i.district_id and x.invite_id = i.id;
  if found then
    return 'unknown';
  end if;
  select * into t from tie where district_id = i.district_id and id = i.tie_id and across is null and until is null;
  if not found then
    return 'unknown';
  end if;
  insert into tie_across (district_id, id, person_id, from_district, invite_id, other_label, kind, since, taken_at, taken_by)
  select of_district, new_id, of_person, i.district_id, i.id, upper(left(p.given_name, 1)) || '.' || upper(left(p.family_name, 1)) || '.',
    t.kind, t.since, at_moment, nullif(current_setting('app.actor', true), '')::uuid
  from person p where p.district_id = i.district_id and p.id = i.person_id;
  return '';
end $$;

-- Both have said yes: the row of the one takes the key, and the other gets a row of their own. False when there is no tie to join any
-- more, or the two are joined already. `own_end`: the keyed hash of the one who answers; the order of the two makes no difference.
create function app.join_across(of_district uuid, of_id uuid, new_tie uuid, own_end text, at_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  x tie_across;
  i tie_invite;
  t tie;
  pair text;
begin
  select * into x from tie_across where district_id = of_district and id = of_id and answer = 'yes';
  if not found or not coalesce(app.speaks_for(x.person_id), false) then
    return false;
  end if;
  select * into i from tie_invite where district_id = x.from_district and id = x.invite_id;
  pair := encode(sha256(convert_to(least(i.end_hash collate "C", own_end collate "C") || ' ' || greatest(i.end_hash collate "C", own_end collate "C"), 'UTF8')), 'hex');
  perform pg_advisory_xact_lock(hashtextextended(pair, 0));
  perform 1 from tie o where o.across = pair and o.district_id in (of_district, x.from_district);
  if found then
    return false;
  end if;
  select * into t from tie where district_id = i.district_id and id = i.tie_id and across is null and until is null and 'alter' in (a_kind, b_kind) for update;
  if not found then
    return false;
  end if;
  update tie set across = pair, evidence = 'saidByBoth', a_said_at = coalesce(t.a_said_at, at_moment), b_said_at = coalesce(t.b_said_at, at_moment),
    revised_at = at_moment
  where district_id = t.district_id and id = t.id;
  insert into tie (district_id, id, case_id, person_id, a_kind, a_id, a_label, b_kind, b_label, kind, direction, since, evidence, origin_kind,
    across, a_said_at, b_said_at, recorded_by, recorded_at, revised_at)
  select of_district, new_tie,
    (select c.id from case_file c where c.district_id = of_district and c.person_id = p.id and c.state = 'open' order by c.opened_on desc limit 1),
    p.id, 'person', p.id, p.given_name || ' ' || p.family_name, 'alter', x.other_label, t.kind,
    case when t.direction = 'mutual' then 'mutual' when (t.direction = 'gives') = (t.a_kind = 'alter') then 'gives' else 'receives' end,
    t.since, 'saidByBoth', t.origin_kind, pair, at_moment, at_moment, nullif(current_setting('app.actor', true), '')::uuid, at_moment, at_moment
  from person p where p.district_id = of_district and p.id = x.person_id;
  return true;
end $$;

-- A tie that is over here is over in the other district too. Nothing else of it goes across.
create function app.over_there(of_district uuid, of_id uuid, at_moment timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update tie o set until = greatest(t.until, o.since), revised_at = at_moment
  from tie t where t.district_id = of_district and t.id = of_id and t.across is not null and t.until is not null
    and o.across = t.across and o.district_id <> t.district_id and o.until is null
    and (app.speaks_for(t.a_id) or app.speaks_for(t.b_id))
$$;

-- A person says on their own page that a tie of theirs is over; only of one that both have said yes to. Gives '', 'unknown', 'over',
-- 'future' or 'beforeStart'.
create function app.end_own_tie(of_district uuid, of_id uuid, on_day date, at_moment timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t tie;
begin
  perform pg_advisory_xact_lock(hashtextextended(o.across, 0)) from tie o where o.district_id = of_district and o.id = of_id and o.across is not null;
  select * into t from tie where district_id = of_district and id = of_id
    and nullif(current_setting('app.self_person', true), '')::uuid in (a_id, b_id)
    and (across is not null or (a_kind = 'person' and b_kind = 'person')) for update;
  if not found then
    return 'unknown';
  end if;
  if t.until is not null then
    return 'over';
  end if;
  if on_day > (at_moment at time zone 'Europe/Rome')::date then
    return 'future';
  end if;
  if on_day < t.since then
    return 'beforeStart';
  end if;
  update tie set until = on_day, revised_at = at_moment where district_id = of_district and id = of_id;
  perform app.over_there(of_district, of_id, at_moment);
  return '';
end $$;
revoke all on function app.speaks_for(uuid), app.take_tie_code(uuid, uuid, text, uuid, timestamptz), app.join_across(uuid, uuid, uuid, text, timestamptz),
  app.over_there(uuid, uuid, timestamptz), app.end_own_tie(uuid, uuid, date, timestamptz) from public;
grant execute on function app.speaks_for(uuid), app.take_tie_code(uuid, uuid, text, uuid, timestamptz), app.join_across(uuid, uuid, uuid, text, timestamptz),
  app.over_there(uuid, uuid, timestamptz), app.end_own_tie(uuid, uuid, date, timestamptz) to {{app}};
