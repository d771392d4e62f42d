-- Which data a ground covers, not only what for: a yes to being called says nothing of somebody's health. Photographs are images
-- by themselves; every other ground written so far covers the ordinary data of the registry.
alter table legal_ground add column data_kind text not null default 'identity'
  check (data_kind in ('identity', 'social', 'economic', 'health', 'judicial', 'images'));
update legal_ground set data_kind = 'images' where purpose = 'photo';
