-- What a pact asks for next, kept at every save so that lists sort by it and the day's job finds what is due.
alter table pact
  add column next_kind text check (next_kind in ('sign', 'start', 'review', 'end', 'finalReview', 'resume', 'followUp')),
  add column next_due date,
  add column next_months int;
create index pact_next on pact (district_id, next_due, number);
create index pact_page on pact (district_id, state, next_due, number, id);
create index pact_person on pact (district_id, person_id);
create index panel_decision_pact on panel_decision (district_id, pact_id, at);
create index pact_review_pact on pact_review (district_id, pact_id, due);
create index pact_edit_open on pact_edit (district_id, version_id) where conflict and resolved_at is null;
create index signing_code_signatory on signing_code (district_id, signatory_id, made_at desc);
-- Who will sign, written down when the text goes to the panel: the panel opens the signing without reading the household.
alter table pact_version add column signers jsonb not null default '[]';
-- A text taken back keeps the signatures that it had, which no longer count.
alter table signatory add column dropped_at timestamptz;
