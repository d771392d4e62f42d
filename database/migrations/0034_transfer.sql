-- A person who moves to another district: a proposal of the old one, answered by the new one. The row is all that the
-- receiving district ever reads of the old file; what goes is sealed in it, as chosen with the person.
alter table person add column moved_to uuid references district;
alter table person add column moved_on date;
alter table person add column came_from uuid references district;

create table person_transfer (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  to_district_id uuid not null references district,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  person_label text not null,
  offer_sealed text not null,
  hand_over_sealed text not null,
  reason text not null,
  agreed_on date not null,
  agreed_how text not null check (agreed_how in ('spoken', 'signed', 'guardian')),
  proposed_at timestamptz not null,
  proposed_by uuid not null references account,
  answered_at timestamptz,
  answered_by uuid references account,
  answer text not null default '',
  -- the new record and its file, in the district that received them
  to_person_id uuid,
  to_case_id uuid,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, case_id) references case_file (district_id, id),
  check (to_district_id <> district_id)
);
create unique index person_transfer_once on person_transfer (district_id, case_id) where state = 'proposed';
create index person_transfer_case on person_transfer (district_id, case_id);
create index person_transfer_to on person_transfer (to_district_id, state);
alter table person_transfer enable row level security;
grant select, insert on person_transfer to {{app}};
-- The old district: who follows the case, who coordinates. The new one: who receives, while it waits; then who follows
-- the new record, or coordinates. A proposal that was declined or taken back is read by the old district alone.
create policy person_transfer_reach on person_transfer for select using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or (state = 'proposed' and strpos(current_setting('app.triage', true), to_district_id::text) > 0)
  or (state = 'accepted' and (
    strpos(current_setting('app.wide', true), to_district_id::text) > 0
    or strpos(current_setting('app.persons', true), to_person_id::text) > 0)));
create policy person_transfer_propose on person_transfer for insert with check (
  state = 'proposed' and proposed_by = nullif(current_setting('app.actor', true), '')::uuid and (
    strpos(current_setting('app.cases', true), case_id::text) > 0
    or strpos(current_setting('app.wide', true), district_id::text) > 0));

-- The one door through which a proposal is answered or taken back: each side only what is its own to say. On 'accepted' the
-- old file closes in the same transaction: file, pacts that rest, marks of the person, cards. Returns why not, or ''.
create function app.answer_transfer(of_district uuid, of_id uuid, to_state text, at_moment timestamptz, on_day date, said text, new_person uuid, new_case uuid)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one person_transfer;
  me uuid := nullif(current_setting('app.actor', true), '')::uuid;
begin
  select * into one from person_transfer t where t.district_id = of_district and t.id = of_id for update;
  if not found or not (case to_state
      when 'withdrawn' then strpos(current_setting('app.cases', true), one.case_id::text) > 0
        or strpos(current_setting('app.wide', true), one.district_id::text) > 0
      else strpos(current_setting('app.triage', true), one.to_district_id::text) > 0 end) then
    return 'unknown';
  end if;
  if one.state <> 'proposed' then
    return 'answered';
  end if;
  if to_state = 'accepted' then
    perform 1 from person p where p.district_id = one.to_district_id and p.id = new_person;
    if not found then
      return 'unknown';
    end if;
    perform 1 from case_file c where c.district_id = one.district_id and c.id = one.case_id and c.state = 'open' for update;
    if not found then
      return 'caseClosed';
    end if;
    if app.running_pacts(one.district_id, one.case_id) > 0 then
      return 'runningPacts';
    end if;
    insert into pact_move (district_id, id, pact_id, case_id, person_id, no, move, from_state, to_state, at, by_id, by_name, reason)
    select p.district_id, gen_random_uuid(), p.id, p.case_id, p.person_id,
      (select coalesce(max(m.no), 0) + 1 from pact_move m where m.district_id = p.district_id and m.pact_id = p.id),
      'transfer', p.state, 'transferred', at_moment, me, (select a.name from account a where a.id = me), one.reason
    from pact p where p.district_id = one.district_id and p.case_id = one.case_id and p.state = 'suspended';
    update pact set state = 'transferred', state_since = on_day, closed_on = on_day, last_move_at = at_moment, next_review_due = null, version = version + 1
    where district_id = one.district_id and case_id = one.case_id and state = 'suspended';
    update case_file set state = 'transferred', closed_on = on_day, closing_reason = one.reason, transferred_to = one.to_district_id,
      hand_over_sealed = one.hand_over_sealed
    where district_id = one.district_id and id = one.case_id;
    update person set followed = false, moved_to = one.to_district_id, moved_on = on_day
    where district_id = one.district_id and id = one.person_id;
    update person_detail set followed = false where district_id = one.district_id and person_id = one.person_id;
    update person_card set revoked_at = at_moment
    where district_id = one.district_id and person_id = one.person_id and revoked_at is null;
    update session set ended_at = at_moment
    where district_id = one.district_id and person_id = one.person_id and kind = 'person' and ended_at is null;
    update person set came_from = one.district_id, moved_to = null, moved_on = null
    where district_id = one.to_district_id and id = new_person;
    -- counted once also where neither codice fiscale nor birth tell who it is
    update counted_person n set key_hash = o.key_hash from counted_person o
    where o.district_id = one.district_id and o.person_id = one.person_id and o.strength = 'none'
      and n.district_id = one.to_district_id and n.person_id = new_person and n.strength = 'none';
  end if;
  update person_transfer set state = to_state, answered_at = at_moment, answered_by = me, answer = said,
    to_person_id = new_person, to_case_id = new_case
  where district_id = one.district_id and id = one.id;
  return '';
end $$;
-- Pacts of a case that hold: neither ended nor suspended, or suspended with a new text half-way.
create function app.running_pacts(of_district uuid, of_case uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from pact p where p.district_id = of_district and p.case_id = of_case
    and p.state not in ('closed', 'refused', 'withdrawn', 'interrupted', 'transferred')
    and (p.state <> 'suspended' or exists (select 1 from pact_version v
      where v.district_id = p.district_id and v.pact_id = p.id and v.state in ('draft', 'toPanel', 'signing')))
$$;
revoke all on function app.answer_transfer(uuid, uuid, text, timestamptz, date, text, uuid, uuid), app.running_pacts(uuid, uuid) from public;
grant execute on function app.answer_transfer(uuid, uuid, text, timestamptz, date, text, uuid, uuid) to {{app}};
