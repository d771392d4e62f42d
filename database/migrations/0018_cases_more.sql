alter table case_file add column transferred_to uuid references district;
-- The summary for whoever goes on in the other district, sealed.
alter table case_file add column hand_over_sealed text;
create index case_file_list on case_file (district_id, state, opened_on desc);
-- The moment an access ended: the day alone would leave it open until midnight.
alter table equipe_member add column ended_at timestamptz;
create index equipe_member_case on equipe_member (district_id, case_id);
alter table attachment add column removed_reason text not null default '';

-- Where the person is registered whom somebody wants to follow, and whether somebody does: nothing else of the person.
create function app.person_to_follow(districts uuid[], of_person uuid) returns table (district_id uuid, merged_into uuid, gone boolean, is_followed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.district_id, p.merged_into, p.erased_at is not null,
    exists (select 1 from case_file c where c.district_id = p.district_id and c.person_id = p.id and c.state = 'open')
  from person p where p.district_id = any (districts) and p.id = of_person
$$;
-- The case that somebody names by its number or its person, to break its glass: ids and nothing else.
create function app.case_to_open(districts uuid[], of_number text, of_person uuid) returns table (district_id uuid, id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.district_id, c.id, c.person_id from case_file c
  where c.district_id = any (districts) and (c.number = of_number or c.person_id = of_person)
  order by c.state = 'open' desc, c.opened_on desc, c.id limit 2
$$;
-- What attendance depends on and a host may not read: whether the pact goes on, and the days that covers hold.
create function app.shift_ground(of_district uuid, of_pact uuid, of_give_back uuid) returns table (pact_state text, from_day date, to_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.state, c.from_day, c.to_day from pact p
  left join lateral (
    select (one ->> 'from')::date as from_day, (one ->> 'to')::date as to_day
    from pact_version v, jsonb_array_elements(v.content -> 'giveBack') given, jsonb_array_elements(given -> 'covers') one
    where v.district_id = p.district_id and v.pact_id = p.id and v.state = 'inForce' and given ->> 'id' = of_give_back::text
    union all
    select k.from_day, k.to_day from cover k
    where k.district_id = p.district_id and k.pact_id = p.id and k.give_back_id = of_give_back) c on true
  where p.district_id = of_district and p.id = of_pact
$$;
revoke all on function app.person_to_follow(uuid[], uuid), app.case_to_open(uuid[], text, uuid), app.shift_ground(uuid, uuid, uuid) from public;
grant execute on function app.person_to_follow(uuid[], uuid), app.case_to_open(uuid[], text, uuid), app.shift_ground(uuid, uuid, uuid) to {{app}};
