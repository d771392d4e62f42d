-- How far a plan of measures has reached the pacts that were under way when it was saved.
alter table measure_plan add column applied_version int not null default 1;
alter table measure_plan add column applied_at timestamptz;
alter table measure_plan add column pacts_touched int not null default 0;
