-- A record and those that were joined to it: ids only; what stands under them is read by one's own right.
-- A person whose records were joined reads, on their own page, what stands under the joined record as well: it stays where it
-- is, and an undone merge shows it apart again. Asked for by the acts of the own page, to the end of their transaction.
create function app.with_joined(of_person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive one as (
    select p.district_id, p.id from person p where p.id = of_person
    union
    select p.district_id, p.id from person p join one o on o.district_id = p.district_id and p.merged_into = o.id)
  select coalesce(array_agg(id), '{}') from one
$$;
create function app.see_joined() returns uuid[]
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_ids uuid[];
begin
  found_ids := app.with_joined(nullif(current_setting('app.self_person', true), '')::uuid);
  perform set_config('app.self_joined', found_ids::text, true);
  return found_ids;
end $$;
revoke all on function app.with_joined(uuid), app.see_joined() from public;
grant execute on function app.with_joined(uuid), app.see_joined() to {{app}};
create policy person_joined on person for select using (strpos(current_setting('app.self_joined', true), id::text) > 0);
create policy journal_joined on journal for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
create policy pact_joined on pact for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
create policy pact_version_joined on pact_version for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
create policy pact_mark_joined on pact_mark for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
create policy shift_joined on shift for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
create policy case_file_joined on case_file for select using (strpos(current_setting('app.self_joined', true), person_id::text) > 0);
