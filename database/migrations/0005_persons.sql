-- What intake may read of its own district's registry: name, birth date, municipality, and whether somebody already follows.
create table person (
  district_id uuid not null references district,
  id uuid not null,
  family_name text not null,
  given_name text not null,
  called_name text not null default '',
  sex text not null default 'unknown' check (sex in ('female', 'male', 'other', 'unknown')),
  birth_date date,
  birth_year int,
  birthplace text not null default '',
  birthplace_code text,
  municipality_istat text references municipality,
  family_key text not null,
  given_key text not null,
  search_key text not null,
  followed boolean not null default false,
  merged_into uuid,
  erased_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, merged_into) references person (district_id, id)
);
create index person_search on person using gin (search_key gin_trgm_ops);
create index person_sound on person (district_id, family_key, given_key);
create index person_birth on person (district_id, birth_date);
create index person_order on person (search_key, id);
create index person_merged on person (district_id, merged_into) where merged_into is not null;

-- The rest of the sheet: sealed in the field; read by the equipe, or by intake while nobody follows the person.
create table person_detail (
  district_id uuid not null,
  person_id uuid not null,
  followed boolean not null default false,
  fiscal_code_sealed text,
  fiscal_code_index text,
  phones_sealed text,
  emails_sealed text,
  address_sealed text,
  languages text[] not null default '{it}',
  interpreter boolean not null default false,
  domicile_sealed text,
  preferred_contact text,
  preferred_times text not null default '',
  citizenship text,
  contact_permission text not null default 'notAsked' check (contact_permission in ('given', 'refused', 'notAsked')),
  contact_permission_at timestamptz,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create unique index person_detail_fiscal on person_detail (district_id, fiscal_code_index) where fiscal_code_index is not null;

-- Who last changed a field, and at which version: two who change different fields both stay.
create table person_field (
  district_id uuid not null,
  person_id uuid not null,
  field text not null,
  version int not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district_id, person_id, field),
  foreign key (district_id, person_id) references person (district_id, id)
);

-- Counts a person once across districts: a keyed hash of the identifier, and nothing else of the person.
create table counted_person (
  district_id uuid not null,
  person_id uuid not null,
  key_hash text not null,
  strength text not null check (strength in ('fiscalCode', 'nameAndBirth', 'none')),
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index counted_person_key on counted_person (key_hash);

create table household (
  district_id uuid not null references district,
  id uuid not null,
  label text not null,
  address_sealed text,
  municipality_istat text references municipality,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id)
);
create table household_member (
  district_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('referencePerson', 'partner', 'child', 'parent', 'sibling', 'otherKin', 'cohabitant', 'minorInCare')),
  from_day date not null,
  until_day date,
  primary key (district_id, id),
  foreign key (district_id, household_id) references household (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  check (until_day is null or until_day >= from_day)
);
create unique index household_member_once on household_member (district_id, household_id, person_id) where until_day is null;
create index household_member_person on household_member (district_id, person_id);
create table place_of_life (
  district_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('family', 'building', 'neighbourhood', 'village', 'parish', 'workplace', 'school', 'association', 'other')),
  name text not null,
  primary key (district_id, id),
  foreign key (district_id, household_id) references household (district_id, id)
);

-- Legal ground of each use, and the notices given.
create table legal_ground (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  basis text not null check (basis in ('publicTask', 'consent', 'legalObligation', 'vitalInterest')),
  recipient text not null default '',
  given_at timestamptz not null,
  how text not null,
  notice_version text not null default '',
  expires_on date,
  withdrawn_at timestamptz,
  recorded_by uuid not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);

-- A merge keeps what it moved, so that a wrong one can be undone.
create table person_merge (
  district_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  reason text not null,
  at timestamptz not null,
  by_account uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (district_id, id),
  foreign key (district_id, kept_id) references person (district_id, id),
  foreign key (district_id, merged_id) references person (district_id, id)
);

-- The printed card: a link and a PIN open the person's own page.
create table person_card (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  pin_hash text not null,
  failed int not null default 0,
  locked_until timestamptz,
  issued_at timestamptz not null,
  issued_by uuid not null,
  revoked_at timestamptz,
  primary key (district_id, id),
  unique (district_id, token_hash),
  foreign key (district_id, person_id) references person (district_id, id)
);
create table correction_request (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  text_sealed text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'declined')),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);

-- Whether a link names a card, before anybody is known.
create function app.card_of(hash text) returns table (district_id uuid, locked_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.district_id, c.locked_until from person_card c where c.token_hash = hash and c.revoked_at is null
$$;
-- Counts one try of a PIN before it is judged, one at a time per card; the fifth wrong one closes the card for 15 minutes.
-- Without `pin_hash` nothing is judged until `locked_until`.
create function app.card_tried(hash text, at_moment timestamptz) returns table (district_id uuid, id uuid, person_id uuid, pin_hash text, locked_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one person_card;
begin
  select * into one from person_card c where c.token_hash = hash and c.revoked_at is null for update;
  if not found then
    return;
  end if;
  if one.locked_until > at_moment then
    return query select one.district_id, one.id, one.person_id, null::text, one.locked_until;
    return;
  end if;
  update person_card c set failed = one.failed + 1,
    locked_until = case when one.failed + 1 >= 5 then at_moment + interval '15 minutes' end
  where c.district_id = one.district_id and c.id = one.id;
  return query select one.district_id, one.id, one.person_id, one.pin_hash,
    case when one.failed + 1 >= 5 then at_moment + interval '15 minutes' end;
end $$;
-- The PIN was right: the tries are forgotten.
create function app.card_opened(of_district uuid, of_card uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person_card set failed = 0, locked_until = null where district_id = of_district and id = of_card
$$;
-- Moves the living cards of one record to another (a merge, or its undoing), whoever may not read them; tells which.
create function app.move_cards(of_district uuid, from_person uuid, to_person uuid, only_cards uuid[]) returns setof uuid
language sql security definer set search_path = public, pg_temp as $$
  update person_card set person_id = to_person
  where district_id = of_district and person_id = from_person and revoked_at is null
    and (only_cards is null or id = any (only_cards))
  returning id
$$;

-- Candidates of a search by name: ids only, of the given districts; the ordinary query under row-level security decides.
-- (Row-level security switches off trigram indexes, hence this function.)
-- `letters`: the sorted letters of each word as patterns, the longest first, for neighbours swapped ('gaurneri').
-- One word alone may differ more than several. The planner thinks comparing trigrams cheap, and would read the table through.
create function app.person_candidates(districts uuid[], needle text, sound text, letters text[], at_most int)
returns table (district_id uuid, id uuid, likeness real)
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set pg_trgm.word_similarity_threshold = 0.55 as $$
begin
  if position(' ' in needle) = 0 then
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  end if;
  return query
    select p.district_id, p.id, greatest(word_similarity(needle, p.search_key), word_similarity(sound, p.search_key),
      case when p.search_key like all (letters) then 0.7::real end)
    from person p
    where p.district_id = any (districts) and p.merged_into is null
      and (needle <% p.search_key or sound <% p.search_key or (p.search_key like letters[1] and p.search_key like all (letters)))
    order by 3 desc, p.search_key, p.id limit at_most;
end $$;
-- The person of a codice fiscale, by its keyed hash.
create function app.person_of_code(districts uuid[], fiscal_index text) returns table (district_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.district_id, coalesce(p.merged_into, p.id) from person_detail d
  join person p on p.district_id = d.district_id and p.id = d.person_id
  where d.district_id = any (districts) and d.fiscal_code_index = fiscal_index
$$;
-- Candidates that may be the same person: equal sound, equal birth date with a close sound, or equal identifier.
create function app.person_twins(of_district uuid, a_family_key text, a_given_key text, a_birth date, a_fiscal_index text, at_most int) returns table (district_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.district_id, p.id from person p
  where p.district_id = of_district and p.merged_into is null and (
    (p.family_key = a_family_key and p.given_key = a_given_key)
    or (p.family_key = a_given_key and p.given_key = a_family_key)
    or (a_birth is not null and p.birth_date = a_birth and (p.family_key = a_family_key or p.given_key = a_given_key))
    or p.id in (select c.id from app.person_of_code(array[of_district], a_fiscal_index) c where a_fiscal_index is not null))
  order by p.family_key, p.given_key, p.id limit at_most
$$;
revoke all on function app.card_of(text), app.card_tried(text, timestamptz), app.card_opened(uuid, uuid), app.move_cards(uuid, uuid, uuid, uuid[]),
  app.person_candidates(uuid[], text, text, text[], int), app.person_of_code(uuid[], text), app.person_twins(uuid, text, text, date, text, int) from public;
grant execute on function app.card_of(text), app.card_tried(text, timestamptz), app.card_opened(uuid, uuid), app.move_cards(uuid, uuid, uuid, uuid[]),
  app.person_candidates(uuid[], text, text, text[], int), app.person_of_code(uuid[], text), app.person_twins(uuid, text, text, date, text, int) to {{app}};

alter table person enable row level security;
alter table person_detail enable row level security;
alter table person_field enable row level security;
alter table counted_person enable row level security;
alter table household enable row level security;
alter table household_member enable row level security;
alter table place_of_life enable row level security;
alter table legal_ground enable row level security;
alter table person_merge enable row level security;
alter table person_card enable row level security;
alter table correction_request enable row level security;
grant select, insert, update on person, person_detail, person_field, counted_person, household, household_member, place_of_life, legal_ground, person_merge, person_card, correction_request to {{app}};
grant delete on place_of_life, counted_person to {{app}};

create policy person_reach on person using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), id::text) > 0
  or id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy person_detail_reach on person_detail using (
  (strpos(current_setting('app.registry', true), district_id::text) > 0 and not followed)
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy person_field_reach on person_field using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0);
create policy counted_person_reach on counted_person using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0);
create policy household_reach on household using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.households', true), id::text) > 0);
create policy household_member_reach on household_member using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy place_of_life_reach on place_of_life using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.households', true), household_id::text) > 0);
create policy legal_ground_reach on legal_ground using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy person_merge_reach on person_merge using (
  strpos(current_setting('app.registry', true), district_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
create policy person_card_reach on person_card using (
  strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy correction_request_reach on correction_request using (
  strpos(current_setting('app.wide', true), district_id::text) > 0
  or strpos(current_setting('app.persons', true), person_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
