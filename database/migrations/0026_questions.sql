-- Who was in the same place on the same day, as the registers say; every room that keeps registers adds its own part here.
create view met with (security_invoker = true) as
  select district_id, 'hours'::text as occasion_kind, host_organisation_id as occasion_id, day, person_id, id as source_id
  from shift where state = 'confirmed' and host_organisation_id is not null;
grant select on met to {{app}};
create index shift_met on shift (district_id, host_organisation_id, day) where state = 'confirmed';

-- A question put to people, never an answer: `met` comes from registers, `claim` from somebody who says that a third party of a
-- tie is a person of the programme (a says it, b answers). Each end answers for itself; a refusal closes the question for good.
create table tie_question (
  district_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('met', 'claim')),
  a_id uuid not null,
  b_id uuid not null,
  tie_id uuid,
  occasion_kind text not null default '',
  occasion_id uuid,
  times int not null default 0,
  first_day date,
  last_day date,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused')),
  a_answer text check (a_answer in ('yes', 'no')),
  a_at timestamptz,
  b_answer text check (b_answer in ('yes', 'no')),
  b_at timestamptz,
  made_at timestamptz not null,
  made_by uuid,
  primary key (district_id, id),
  foreign key (district_id, a_id) references person (district_id, id),
  foreign key (district_id, b_id) references person (district_id, id),
  foreign key (district_id, tie_id) references tie (district_id, id),
  check (a_id <> b_id),
  check (kind <> 'met' or a_id < b_id),
  check (kind <> 'claim' or tie_id is not null),
  check ((state = 'refused') = (coalesce(a_answer, '') = 'no' or coalesce(b_answer, '') = 'no'))
);
-- asked once, whatever the answer was
create unique index tie_question_met on tie_question (district_id, a_id, b_id) where kind = 'met';
create unique index tie_question_claim on tie_question (district_id, tie_id, b_id) where kind = 'claim';
create index tie_question_b on tie_question (district_id, b_id);
grant select, insert, update on tie_question to {{app}};
alter table tie_question enable row level security;
create policy tie_question_reach on tie_question using (
  strpos(current_setting('app.persons', true), a_id::text) > 0
  or strpos(current_setting('app.persons', true), b_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or nullif(current_setting('app.self_person', true), '')::uuid in (a_id, b_id));

-- What one end may know of the other before both have said yes: initials, and nothing else.
create function app.initials_of(of_district uuid, of_person uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select upper(left(p.given_name, 1)) || '.' || upper(left(p.family_name, 1)) || '.'
  from person p where p.district_id = of_district and p.id = of_person
    and exists (select 1 from tie_question q where q.district_id = of_district and of_person in (q.a_id, q.b_id)
      and (nullif(current_setting('app.self_person', true), '')::uuid in (q.a_id, q.b_id)
        or strpos(current_setting('app.persons', true), q.a_id::text) > 0
        or strpos(current_setting('app.persons', true), q.b_id::text) > 0
        or strpos(current_setting('app.wide', true), of_district::text) > 0))
$$;
-- Both said yes: now each may be called by name by the other.
create function app.called_name(of_district uuid, of_person uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select p.given_name || ' ' || left(p.family_name, 1) || '.'
  from person p where p.district_id = of_district and p.id = of_person
    and exists (select 1 from tie_question q where q.district_id = of_district and q.a_answer = 'yes' and q.b_answer = 'yes'
      and of_person in (q.a_id, q.b_id))
$$;
revoke execute on function app.initials_of(uuid, uuid), app.called_name(uuid, uuid) from public;
grant execute on function app.initials_of(uuid, uuid), app.called_name(uuid, uuid) to {{app}};
-- The first yes makes a tie of its own end with the initials of the other. It may be the person's own: their answer is the key.
create function app.half_tie(of_district uuid, of_question uuid, of_person uuid, tie_id uuid, tie jsonb, at_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  q tie_question;
begin
  select * into q from tie_question where district_id = of_district and id = of_question and kind = 'met' and tie_question.tie_id is null
    and (a_id = of_person and a_answer = 'yes' or b_id = of_person and b_answer = 'yes')
    and (of_person = nullif(current_setting('app.self_person', true), '')::uuid
      or strpos(current_setting('app.persons', true), of_person::text) > 0);
  if not found then
    return false;
  end if;
  insert into tie (district_id, id, case_id, person_id, a_kind, a_id, a_label, b_kind, b_label, kind, since, evidence, origin_kind,
    origin_id, recorded_by, recorded_at, revised_at)
  select of_district, half_tie.tie_id,
    (select c.id from case_file c where c.district_id = of_district and c.person_id = of_person and c.state = 'open' order by c.opened_on desc limit 1),
    p.id, 'person', p.id, p.given_name || ' ' || p.family_name, 'alter',
    app.initials_of(of_district, case when q.a_id = of_person then q.b_id else q.a_id end), tie ->> 'kind', (tie ->> 'since')::date,
    tie ->> 'evidence', tie ->> 'originKind', (tie ->> 'originId')::uuid, nullif(current_setting('app.actor', true), '')::uuid, at_moment, at_moment
  from person p where p.district_id = of_district and p.id = of_person;
  update tie_question t set tie_id = half_tie.tie_id where t.district_id = of_district and t.id = of_question;
  return true;
end $$;
revoke execute on function app.half_tie(uuid, uuid, uuid, uuid, jsonb, timestamptz) from public;
grant execute on function app.half_tie(uuid, uuid, uuid, uuid, jsonb, timestamptz) to {{app}};
-- Both said yes: the initials of a tie give way to the person. The one who answers last cannot reach the other's tie, so the
-- answers themselves are the key, and nothing else of the tie changes.
create function app.join_tie(of_district uuid, of_question uuid, told text, at_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  q tie_question;
begin
  select * into q from tie_question where district_id = of_district and id = of_question
    and a_answer = 'yes' and b_answer = 'yes' and state = 'confirmed' and tie_question.tie_id is not null
    and (nullif(current_setting('app.self_person', true), '')::uuid in (a_id, b_id)
      or strpos(current_setting('app.persons', true), a_id::text) > 0
      or strpos(current_setting('app.persons', true), b_id::text) > 0);
  if not found then
    return false;
  end if;
  update tie t set
    a_label = case when t.a_kind = 'alter' then app.called_name(of_district, case when t.b_id = q.a_id then q.b_id else q.a_id end) else t.a_label end,
    b_label = case when t.b_kind = 'alter' then app.called_name(of_district, case when t.a_id = q.a_id then q.b_id else q.a_id end) else t.b_label end,
    a_id = case when t.a_kind = 'alter' then case when t.b_id = q.a_id then q.b_id else q.a_id end else t.a_id end,
    b_id = case when t.b_kind = 'alter' then case when t.a_id = q.a_id then q.b_id else q.a_id end else t.b_id end,
    a_kind = 'person', b_kind = 'person', evidence = told,
    a_said_at = coalesce(t.a_said_at, at_moment), b_said_at = coalesce(t.b_said_at, at_moment), revised_at = at_moment
  where t.district_id = of_district and t.id = q.tie_id and (t.a_kind = 'alter' or t.b_kind = 'alter')
    and coalesce(t.a_id, t.b_id) in (q.a_id, q.b_id);
  return found;
end $$;
revoke execute on function app.join_tie(uuid, uuid, text, timestamptz) from public;
grant execute on function app.join_tie(uuid, uuid, text, timestamptz) to {{app}};
