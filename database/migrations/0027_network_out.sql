-- What of a network may be taken out by whoever may: ties between two known ends, with what blurring needs and no name of a person.
-- Third parties never leave here. The caller's districts are those of `app.takes_out`, whatever is asked.
create function app.network_out(of_districts uuid[], by_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  with t as (
    select * from tie where district_id = any(of_districts) and strpos(current_setting('app.takes_out', true), district_id::text) > 0
      and since <= by_day and a_id is not null and b_id is not null and a_kind <> 'alter' and b_kind <> 'alter'),
  ends as (select district_id, a_kind as kind, a_id as id from t union select district_id, b_kind, b_id from t)
  select jsonb_build_object(
    'nodes', coalesce((select jsonb_agg(distinct n) from (
      select p.id, 'person' as kind, p.birth_date as "birthDate", p.birth_year as "birthYear", coalesce(p.municipality_istat, '') as town, '' as name
        from person p join ends e on e.district_id = p.district_id and e.id = p.id and e.kind = 'person'
      union all select h.id, 'household', null, null, coalesce(h.municipality_istat, ''), ''
        from household h join ends e on e.district_id = h.district_id and e.id = h.id and e.kind = 'household'
      union all select o.id, o.kind, null, null, '', o.name from organisation o where o.id in (select id from ends)) n), '[]'),
    'ties', coalesce((select jsonb_agg(jsonb_build_object('a', t.a_id, 'b', t.b_id, 'kind', t.kind, 'strength', t.strength, 'since', t.since,
      'until', t.until, 'origin', t.origin_kind, 'evidence', t.evidence) order by t.since, t.id) from t), '[]'))
$$;
revoke all on function app.network_out(uuid[], date) from public;
grant execute on function app.network_out(uuid[], date) to {{app}};
