-- Whom to ask about people whose file the reader may not open: names at work and their bodies, nothing of any case.
create function app.followed_by(of_district uuid, of_persons uuid[]) returns table (person_id uuid, name text, body text, body_phone text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  with followed as (
    select c.person_id, c.district_id, c.id from case_file c
    where c.district_id = of_district and c.state = 'open' and c.person_id = any (of_persons)
    union
    select h.person_id, c.district_id, c.id from household_member h
    join case_file c on c.district_id = h.district_id and c.household_id = h.household_id and c.state = 'open'
    where h.district_id = of_district and h.person_id = any (of_persons) and h.until_day is null)
  select f.person_id, a.name, coalesce(o.name, ''), coalesce(o.phone, ''), m.role from followed f
  join equipe_member m on m.district_id = f.district_id and m.case_id = f.id and m.until_day is null
    and m.role in ('caseManager', 'tutor')
  join account a on a.id = m.account_id and a.state = 'active'
  left join organisation o on o.id = m.organisation_id
  order by f.person_id, m.role, m.from_day, a.name
$$;
revoke all on function app.followed_by(uuid, uuid[]) from public;
grant execute on function app.followed_by(uuid, uuid[]) to {{app}};

