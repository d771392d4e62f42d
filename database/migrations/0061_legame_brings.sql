-- What a tie brings is part of the written definition: which kinds bond and which give access; all others bridge. A tie with a body of
-- the kinds named here gives access, whatever its kind.
alter table legame_definition
  add column bonding text[] not null default '{kin,friend}',
  add column linking text[] not null default '{school,professional}',
  add column linking_bodies text[] not null default '{public,school,firm}',
  add check (not bonding && linking);
