-- Who was reached in a period, and for how many of them it was the first time: a signed pact was open on some day of it; each
-- person once across districts, whose first time is the first signature anywhere. Totals only.
create function app.count_reached(from_day date, until_day date) returns table (reached bigint, first_time bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with reached as (
    select distinct b.key from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    join beneficiary b on b.district_id = p.district_id and b.person_id = x.person_id
    where p.signed_on <= until_day and coalesce(p.closed_on >= from_day, true)),
  first as (select b.key, min(b.since) as since from beneficiary b group by b.key)
  select count(*), count(*) filter (where f.since between from_day and until_day) from reached r join first f on f.key = r.key
$$;
revoke all on function app.count_reached(date, date) from public;
grant execute on function app.count_reached(date, date) to {{app}};
