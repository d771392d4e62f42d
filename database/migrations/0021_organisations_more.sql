alter table organisation add column version int not null default 1;
create index organisation_district_by_district on organisation_district (district_id);
create index site_by_organisation on site (organisation_id);
create index site_by_municipality on site (municipality_istat);
