-- The panel may say no to a new text of a pact: it stays readable with its minutes, and the one in force goes on.
alter table pact_version drop constraint pact_version_state_check;
alter table pact_version add constraint pact_version_state_check
  check (state in ('draft', 'toPanel', 'signing', 'inForce', 'superseded', 'abandoned', 'refused'));
-- Signatures that came after the last required one: beside the frozen text, whose fingerprint they do not touch.
create table later_signature (
  district_id uuid not null,
  id uuid not null,
  signatory_id uuid not null,
  version_id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  signed_at timestamptz not null,
  method text not null check (method in ('drawn', 'code', 'paper')),
  signed_hash text not null,
  helper text not null default '',
  -- of the signature and of the text that it adds to
  fingerprint text not null,
  image_sealed text,
  paper_file_id text,
  taken_by uuid not null references account,
  primary key (district_id, id),
  unique (district_id, signatory_id),
  foreign key (district_id, signatory_id) references signatory (district_id, id),
  foreign key (district_id, version_id) references pact_version (district_id, id)
);
create index later_signature_version on later_signature (district_id, version_id);
-- What the person says on their own page: a commitment is done, or they ask to leave the pact. It changes nothing by itself.
create table own_word (
  district_id uuid not null,
  id uuid not null,
  pact_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('done', 'withdraw')),
  item_id uuid,
  text_sealed text,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'setAside')),
  answer text not null default '',
  answered_by uuid references account,
  answered_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, pact_id) references pact (district_id, id),
  check ((kind = 'done') = (item_id is not null)),
  check ((state = 'open') = (answered_at is null))
);
-- however often the button is pressed, one waits for an answer
create unique index own_word_done_once on own_word (district_id, pact_id, item_id) where state = 'open' and kind = 'done';
create unique index own_word_withdraw_once on own_word (district_id, pact_id) where state = 'open' and kind = 'withdraw';
create index own_word_pact on own_word (district_id, pact_id, at);
create index own_word_waiting on own_word (district_id, case_id) where state = 'open';
grant select, insert on later_signature to {{app}};
grant select, insert, update on own_word to {{app}};
alter table later_signature enable row level security;
create policy later_signature_see on later_signature for select using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy later_signature_add on later_signature for insert with check (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
alter table own_word enable row level security;
-- said by the person alone, answered by who follows the pact
create policy own_word_see on own_word for select using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0
  or person_id = nullif(current_setting('app.self_person', true), '')::uuid);
create policy own_word_answer on own_word for update using (
  strpos(current_setting('app.cases', true), case_id::text) > 0
  or strpos(current_setting('app.wide', true), district_id::text) > 0);
create policy own_word_say on own_word for insert with check (
  person_id = nullif(current_setting('app.self_person', true), '')::uuid);
