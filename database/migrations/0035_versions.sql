-- Two administrators on the same entry: the second one sees what the first has written, as with the programme.
alter table catalogue_item add column version int not null default 1;
alter table target add column version int not null default 1;
alter table site add column version int not null default 1;
alter table district add column version int not null default 1;
