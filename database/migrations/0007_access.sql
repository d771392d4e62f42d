-- How many open cases of each district somebody is at work on: what a leaver hands over, without saying whose cases.
create function app.cases_in_hand(of_account uuid) returns table (district_id uuid, cases bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.district_id, count(distinct m.case_id) from equipe_member m
  join case_file c on c.district_id = m.district_id and c.id = m.case_id
  where m.account_id = of_account and m.until_day is null and c.state = 'open'
  group by m.district_id
$$;
revoke all on function app.cases_in_hand(uuid) from public;
grant execute on function app.cases_in_hand(uuid) to {{app}};
