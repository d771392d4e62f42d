-- Once a year the bodies of a district are asked, by a link, with whom they work and how it goes.
create table body_survey (
  district_id uuid not null,
  id uuid not null,
  year int not null check (year between 2020 and 2100),
  opened_on date not null,
  closes_on date not null,
  closed_at timestamptz,
  opened_by uuid not null references account,
  primary key (district_id, id),
  unique (district_id, year),
  check (closes_on >= opened_on)
);
create table body_invite (
  district_id uuid not null,
  survey_id uuid not null,
  organisation_id uuid not null references organisation,
  token_hash text not null,
  invited_at timestamptz not null,
  finished_at timestamptz,
  primary key (district_id, survey_id, organisation_id),
  foreign key (district_id, survey_id) references body_survey (district_id, id)
);
create index body_invite_token on body_invite (token_hash);
-- What one body says of another: how often, what they do together, three things of trust and three of value, from 1 to 4.
create table body_answer (
  district_id uuid not null,
  survey_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  often int not null check (often between 1 and 4),
  joint text[] not null check (joint <@ '{people,activities,spaces,money,knowledge}'),
  trust int[] not null check (cardinality(trust) = 3 and trust <@ '{1,2,3,4}'),
  value int[] not null check (cardinality(value) = 3 and value <@ '{1,2,3,4}'),
  at timestamptz not null,
  primary key (district_id, survey_id, from_id, to_id),
  foreign key (district_id, survey_id, from_id) references body_invite (district_id, survey_id, organisation_id),
  foreign key (district_id, survey_id, to_id) references body_invite (district_id, survey_id, organisation_id),
  check (from_id <> to_id)
);
grant select, insert, update on body_survey, body_invite to {{app}};
grant select on body_answer to {{app}};
alter table body_survey enable row level security;
create policy body_survey_reach on body_survey using (strpos(current_setting('app.networks', true), district_id::text) > 0);
create policy body_survey_hands on body_survey as restrictive using (true) with check (
  strpos(current_setting('app.surveys', true), district_id::text) > 0);
alter table body_invite enable row level security;
create policy body_invite_reach on body_invite using (strpos(current_setting('app.surveys', true), district_id::text) > 0);
alter table body_answer enable row level security;
-- single answers are read by nobody: figures of them are made below
create policy body_answer_none on body_answer using (false);

-- What a link opens while the survey is open: the body that answers, the others, and what it has said so far.
create function app.survey_of_link(of_hash text, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('districtId', i.district_id, 'surveyId', i.survey_id, 'organisationId', i.organisation_id, 'name', o.name,
    'year', s.year, 'closesOn', s.closes_on, 'finished', i.finished_at is not null,
    'others', (select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name,
      'said', (select jsonb_build_object('often', a.often, 'joint', a.joint, 'trust', a.trust, 'value', a.value) from body_answer a
        where a.district_id = i.district_id and a.survey_id = i.survey_id and a.from_id = i.organisation_id and a.to_id = x.id)) order by lower(x.name))
      from body_invite j join organisation x on x.id = j.organisation_id
      where j.district_id = i.district_id and j.survey_id = i.survey_id and j.organisation_id <> i.organisation_id))
  from body_invite i join body_survey s on s.district_id = i.district_id and s.id = i.survey_id join organisation o on o.id = i.organisation_id
  where i.token_hash = of_hash and s.closed_at is null and s.closes_on >= on_day and s.opened_on <= on_day
$$;
-- Keeps what a body says of another, or takes it back (often null); '' when kept, else why not.
create function app.answer_survey(of_hash text, on_day date, at_moment timestamptz, of_other uuid, said jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i record;
begin
  select b.* into i from body_invite b join body_survey s on s.district_id = b.district_id and s.id = b.survey_id
  where b.token_hash = of_hash and s.closed_at is null and s.closes_on >= on_day and s.opened_on <= on_day for update of b;
  if not found then
    return 'closed';
  end if;
  if of_other is null then
    update body_invite b set finished_at = coalesce(b.finished_at, at_moment)
    where b.district_id = i.district_id and b.survey_id = i.survey_id and b.organisation_id = i.organisation_id;
    return '';
  end if;
  if of_other = i.organisation_id or not exists (select 1 from body_invite b where b.district_id = i.district_id and b.survey_id = i.survey_id and b.organisation_id = of_other) then
    return 'unknown';
  end if;
  if said is null then
    delete from body_answer a where a.district_id = i.district_id and a.survey_id = i.survey_id and a.from_id = i.organisation_id and a.to_id = of_other;
    return '';
  end if;
  insert into body_answer (district_id, survey_id, from_id, to_id, often, joint, trust, value, at)
  values (i.district_id, i.survey_id, i.organisation_id, of_other, (said ->> 'often')::int,
    array(select jsonb_array_elements_text(said -> 'joint')), array(select x::int from jsonb_array_elements_text(said -> 'trust') x),
    array(select x::int from jsonb_array_elements_text(said -> 'value') x), at_moment)
  on conflict (district_id, survey_id, from_id, to_id) do update set often = excluded.often, joint = excluded.joint, trust = excluded.trust,
    value = excluded.value, at = excluded.at;
  return '';
end $$;
-- Who told of whom, and how often: the network of a survey. Scores leave only as means of three voices or more.
create function app.survey_told(of_district uuid, of_survey uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'arcs', coalesce((select jsonb_agg(jsonb_build_object('from', a.from_id, 'to', a.to_id, 'often', a.often)) from body_answer a
      where a.district_id = of_district and a.survey_id = of_survey), '[]'),
    'scores', coalesce((select jsonb_agg(jsonb_build_object('id', m.to_id, 'voices', m.voices, 'trust', m.trust, 'value', m.value)) from (
      select a.to_id, count(*)::int as voices, avg((a.trust[1] + a.trust[2] + a.trust[3]) / 3.0)::float8 as trust,
        avg((a.value[1] + a.value[2] + a.value[3]) / 3.0)::float8 as value
      from body_answer a where a.district_id = of_district and a.survey_id = of_survey group by a.to_id having count(*) >= 3) m), '[]'),
    'all', (select jsonb_build_object('voices', count(*), 'bodies', count(distinct a.from_id),
      'trust', case when count(distinct a.from_id) >= 3 then avg((a.trust[1] + a.trust[2] + a.trust[3]) / 3.0)::float8 end,
      'value', case when count(distinct a.from_id) >= 3 then avg((a.value[1] + a.value[2] + a.value[3]) / 3.0)::float8 end)
      from body_answer a where a.district_id = of_district and a.survey_id = of_survey))
  where strpos(current_setting('app.networks', true), of_district::text) > 0
$$;
-- Bodies seen at work together: partner, hosts and workers' bodies of one pact. Only that they are, since when, and on how many pacts.
create function app.bodies_together(of_districts uuid[], by_day date) returns table (a uuid, b uuid, since date, until date, pacts int)
language sql stable security definer set search_path = public, pg_temp as $$
  with held as (
    select p.district_id, p.id, p.case_id, p.signed_on, case when p.closed_on <= by_day then p.closed_on end as closed_on, p.partner_organisation_id
    from pact p where p.district_id = any(of_districts) and p.signed_on <= by_day
      and strpos(current_setting('app.networks', true), p.district_id::text) > 0),
  hands as (
    select district_id, id, partner_organisation_id as body from held
    union select h.district_id, h.id, s.host_organisation_id from held h join shift s on s.district_id = h.district_id and s.pact_id = h.id
      where s.state = 'confirmed' and s.day <= by_day and s.host_organisation_id is not null
    union select h.district_id, h.id, m.organisation_id from held h join equipe_member m on m.district_id = h.district_id and m.case_id = h.case_id
      where m.organisation_id is not null and m.from_day <= by_day)
  select x.body, y.body, min(h.signed_on), case when bool_and(h.closed_on is not null) then max(h.closed_on) end, count(*)::int
  from hands x join hands y on y.district_id = x.district_id and y.id = x.id and x.body < y.body
  join held h on h.district_id = x.district_id and h.id = x.id group by x.body, y.body
$$;
revoke all on function app.survey_of_link(text, date), app.answer_survey(text, date, timestamptz, uuid, jsonb), app.survey_told(uuid, uuid),
  app.bodies_together(uuid[], date) from public;
grant execute on function app.survey_of_link(text, date), app.answer_survey(text, date, timestamptz, uuid, jsonb), app.survey_told(uuid, uuid),
  app.bodies_together(uuid[], date) to {{app}};
-- Who was asked, for whoever reads figures: the invitations themselves are of those who send them.
create function app.survey_bodies(of_district uuid, of_survey uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(i.organisation_id) from body_invite i where i.district_id = of_district and i.survey_id = of_survey
    and strpos(current_setting('app.networks', true), of_district::text) > 0
$$;
revoke all on function app.survey_bodies(uuid, uuid) from public;
grant execute on function app.survey_bodies(uuid, uuid) to {{app}};
