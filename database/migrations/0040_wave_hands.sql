-- A person may say no to the whole conversation: that is kept, without a reason.
alter table wave drop constraint wave_state_check;
alter table wave add constraint wave_state_check check (state in ('open', 'done', 'dropped', 'refused'));
-- Who leads an open conversation (`touched_by`), and since when: another takes it over only by saying so.
alter table wave add column taken_at timestamptz not null default now();

-- Sixty alters are told in one wave at most: each has a place of its own.
alter table wave_alter add column place int not null check (place between 1 and 60);
create unique index wave_alter_place on wave_alter (district_id, wave_id, place);

create policy wave_hands on wave as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy wave_alter_hands on wave_alter as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy wave_link_hands on wave_link as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
