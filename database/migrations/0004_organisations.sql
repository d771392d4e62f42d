create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('municipality', 'districtSocialCompany', 'cooperative', 'consortium', 'association', 'parish', 'foundation', 'school', 'firm', 'union', 'jobCentre', 'youthInfo', 'healthService', 'volunteerCentre', 'otherPublic', 'other')),
  tax_code text,
  runts_number text,
  ipa_code text,
  school_code text,
  email text not null default '',
  phone text not null default '',
  what_it_brings text not null default '',
  active boolean not null default true,
  created_at timestamptz not null
);
create unique index organisation_tax_code on organisation (tax_code) where tax_code is not null;
create index organisation_name on organisation using gin (lower(name) gin_trgm_ops);
create table organisation_district (
  organisation_id uuid not null references organisation,
  district_id uuid not null references district,
  primary key (organisation_id, district_id)
);
create table site (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  address text not null default '',
  municipality_istat text references municipality,
  place_kind text not null default 'other' check (place_kind in ('building', 'neighbourhood', 'village', 'parish', 'workplace', 'school', 'association', 'office', 'other')),
  active boolean not null default true
);
alter table account_role add foreign key (organisation_id) references organisation;
grant select, insert, update on organisation, organisation_district, site to {{app}};
grant delete on organisation_district to {{app}};
