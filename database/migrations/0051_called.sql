-- Both said yes: each is called by the other as they may be called, also the one whose tie it was. It stood there with the full
-- name, which the other end and those who work with them could read.
create or replace function app.join_tie(of_district uuid, of_question uuid, told text, at_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  q tie_question;
  at_a uuid;
  at_b uuid;
begin
  select * into q from tie_question where district_id = of_district and id = of_question
    and a_answer = 'yes' and b_answer = 'yes' and state = 'confirmed' and tie_question.tie_id is not null
    and (nullif(current_setting('app.self_person', true), '')::uuid in (a_id, b_id)
      or strpos(current_setting('app.persons', true), a_id::text) > 0
      or strpos(current_setting('app.persons', true), b_id::text) > 0);
  if not found then
    return false;
  end if;
  select case when t.a_kind = 'alter' then case when t.b_id = q.a_id then q.b_id else q.a_id end else t.a_id end,
    case when t.b_kind = 'alter' then case when t.a_id = q.a_id then q.b_id else q.a_id end else t.b_id end
    into at_a, at_b from tie t
  where t.district_id = of_district and t.id = q.tie_id and (t.a_kind = 'alter' or t.b_kind = 'alter')
    and coalesce(t.a_id, t.b_id) in (q.a_id, q.b_id) for update;
  if not found then
    return false;
  end if;
  update tie t set a_id = at_a, b_id = at_b, a_kind = 'person', b_kind = 'person', evidence = told,
    a_label = app.called_name(of_district, at_a), b_label = app.called_name(of_district, at_b),
    a_said_at = coalesce(t.a_said_at, at_moment), b_said_at = coalesce(t.b_said_at, at_moment), revised_at = at_moment
  where t.district_id = of_district and t.id = q.tie_id;
  return true;
end $$;
update tie t set a_label = coalesce(app.called_name(t.district_id, t.a_id), t.a_label), b_label = coalesce(app.called_name(t.district_id, t.b_id), t.b_label)
  from tie_question q where q.district_id = t.district_id and q.tie_id = t.id and q.state = 'confirmed' and t.a_kind = 'person' and t.b_kind = 'person';
