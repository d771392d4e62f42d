-- A result that a worker has chosen to show to the person, on their own page. Nothing is shown by itself.
alter table measure add column shared_at timestamptz;
alter table measure add column shared_by uuid references account;
alter table measure add check ((shared_at is null) = (shared_by is null));
alter table measure add check (shared_at is null or (state = 'done' and rater <> 'worker'));
create policy measure_shared on measure for select using (shared_at is not null and (
  person_id = nullif(current_setting('app.self_person', true), '')::uuid
  or strpos(current_setting('app.self_joined', true), person_id::text) > 0));
