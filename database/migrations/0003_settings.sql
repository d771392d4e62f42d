create table programme (
  single boolean primary key default true check (single),
  name text not null,
  funder text not null default '',
  starts_on date,
  ends_on date,
  details jsonb not null default '{}',
  version int not null default 1
);
create table district_setting (
  district_id uuid not null references district,
  key text not null,
  value jsonb not null,
  primary key (district_id, key)
);
create table municipality (
  istat_code text primary key,
  cadastral_code text not null unique,
  name text not null,
  district_id uuid references district,
  lat numeric not null,
  lon numeric not null
);
-- Every list that an administrator edits: pact kinds, supports, sources of funds, domains of life, reasons, channels.
create table catalogue_item (
  id uuid not null unique,
  kind text not null,
  code text not null,
  label_it text not null,
  label_en text not null,
  data jsonb not null default '{}',
  position int not null default 0,
  active boolean not null default true,
  primary key (kind, code)
);
create table target (
  code text primary key,
  label_it text not null,
  label_en text not null,
  value int not null check (value >= 0),
  definition_it text not null default '',
  definition_en text not null default '',
  position int not null default 0
);
grant select, insert, update on programme, district_setting, municipality, catalogue_item, target to {{app}};
grant delete on district_setting, catalogue_item, target to {{app}};
