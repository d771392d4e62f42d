-- An answer that arrives while the survey is being closed waits, and is then told that it is over: once the means may be read
-- nothing changes beneath them.
create or replace function app.answer_survey(of_hash text, on_day date, at_moment timestamptz, of_other uuid, said jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i record;
begin
  select b.* into i from body_invite b join body_survey s on s.district_id = b.district_id and s.id = b.survey_id
  where b.token_hash = of_hash and s.closed_at is null and s.closes_on >= on_day and s.opened_on <= on_day for update of b for share of s;
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
