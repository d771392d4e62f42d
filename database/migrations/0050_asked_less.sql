-- What a body said is shown again only through the link by which it said it: whoever is given a new one, to hand over, must not
-- read what the body had answered before.
alter table body_invite add column link_no int not null default 1;
alter table body_answer add column link_no int not null default 1;
create or replace function app.survey_of_link(of_hash text, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('districtId', i.district_id, 'surveyId', i.survey_id, 'organisationId', i.organisation_id, 'name', o.name,
    'year', s.year, 'closesOn', s.closes_on, 'finished', i.finished_at is not null,
    'others', (select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'told', a.to_id is not null,
      'said', case when a.link_no = i.link_no then jsonb_build_object('often', a.often, 'joint', a.joint, 'trust', a.trust, 'value', a.value) end)
      order by lower(x.name))
      from body_invite j join organisation x on x.id = j.organisation_id
      left join body_answer a on a.district_id = i.district_id and a.survey_id = i.survey_id and a.from_id = i.organisation_id and a.to_id = x.id
      where j.district_id = i.district_id and j.survey_id = i.survey_id and j.organisation_id <> i.organisation_id))
  from body_invite i join body_survey s on s.district_id = i.district_id and s.id = i.survey_id join organisation o on o.id = i.organisation_id
  where i.token_hash = of_hash and s.closed_at is null and s.closes_on >= on_day and s.opened_on <= on_day
$$;
create or replace function app.answer_survey(of_hash text, on_day date, at_moment timestamptz, of_other uuid, said jsonb) returns text
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
  insert into body_answer (district_id, survey_id, from_id, to_id, often, joint, trust, value, at, link_no)
  values (i.district_id, i.survey_id, i.organisation_id, of_other, (said ->> 'often')::int,
    array(select jsonb_array_elements_text(said -> 'joint')), array(select x::int from jsonb_array_elements_text(said -> 'trust') x),
    array(select x::int from jsonb_array_elements_text(said -> 'value') x), at_moment, i.link_no)
  on conflict (district_id, survey_id, from_id, to_id) do update set often = excluded.often, joint = excluded.joint, trust = excluded.trust,
    value = excluded.value, at = excluded.at, link_no = excluded.link_no;
  return '';
end $$;

-- Means leave once, when nobody can answer any more: a mean read before and after one voice would tell that voice. The mean of all
-- is of those bodies whose own may be read, so that no other can be found by subtraction.
drop function app.survey_told(uuid, uuid);
create function app.survey_told(of_district uuid, of_survey uuid, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  with given as (
    select a.from_id, a.to_id, a.often, (a.trust[1] + a.trust[2] + a.trust[3]) / 3.0 as trust, (a.value[1] + a.value[2] + a.value[3]) / 3.0 as value,
      count(*) over (partition by a.to_id) as voices
    from body_answer a where a.district_id = of_district and a.survey_id = of_survey),
  read as (select g.* from given g where g.voices >= 3 and exists (select 1 from body_survey s where s.district_id = of_district
    and s.id = of_survey and (s.closed_at is not null or s.closes_on < on_day)))
  select jsonb_build_object(
    'arcs', coalesce((select jsonb_agg(jsonb_build_object('from', g.from_id, 'to', g.to_id, 'often', g.often)) from given g), '[]'),
    'scores', coalesce((select jsonb_agg(jsonb_build_object('id', m.to_id, 'voices', m.voices, 'trust', m.trust, 'value', m.value)) from (
      select r.to_id, count(*)::int as voices, avg(r.trust)::float8 as trust, avg(r.value)::float8 as value from read r group by r.to_id) m), '[]'),
    'all', (select jsonb_build_object('trust', avg(r.trust)::float8, 'value', avg(r.value)::float8) from read r))
  where strpos(current_setting('app.networks', true), of_district::text) > 0
$$;
revoke all on function app.survey_told(uuid, uuid, date) from public;
grant execute on function app.survey_told(uuid, uuid, date) to {{app}};

-- By name only inside app.join_tie: whoever else could ask would learn who has said yes to whom.
revoke execute on function app.called_name(uuid, uuid) from {{app}};

-- With the order in which results were told, so that a figure grows by several people at once and no new one is found by subtraction.
drop function app.measure_results(uuid[]);
create function app.measure_results(of_districts uuid[])
returns table (instrument text, definition int, person bigint, moment text, score text, value numeric, told bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select distinct on (m.district_id, m.person_id, m.instrument, m.moment)
      m.district_id, m.person_id, m.instrument, m.definition, m.moment, m.scores, m.done_at
    from measure m
    where m.state = 'done' and m.rater = 'person' and m.moment <> 'other' and m.district_id = any (of_districts)
      and strpos(current_setting('app.results', true), m.district_id::text) > 0
    order by m.district_id, m.person_id, m.instrument, m.moment, m.done_at desc)
  select t.instrument, t.definition, dense_rank() over (order by t.district_id, t.person_id), t.moment, s ->> 'code', (s ->> 'value')::numeric,
    dense_rank() over (order by t.done_at)
  from told t cross join lateral jsonb_array_elements(t.scores) s
$$;
revoke all on function app.measure_results(uuid[]) from public;
grant execute on function app.measure_results(uuid[]) to {{app}};
