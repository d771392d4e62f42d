-- A person on their own page reads; what they may write (a request for correction) is not among these tables.
-- but of an appointment of theirs the person may say that they cannot come
create policy appointment_hands on appointment as restrictive using (true) with check (current_setting('app.kind', true) <> 'person' or outcome = 'toldUs');
create policy assessment_hands on assessment as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy attachment_hands on attachment as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy case_file_hands on case_file as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy follow_up_hands on follow_up as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy legal_ground_hands on legal_ground as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy note_hands on note as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy pact_hands on pact as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy pact_mark_hands on pact_mark as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy pact_move_hands on pact_move as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy pact_review_hands on pact_review as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy pact_version_hands on pact_version as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy person_hands on person as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy person_detail_hands on person_detail as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy household_member_hands on household_member as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy shift_hands on shift as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy signatory_hands on signatory as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
create policy tie_hands on tie as restrictive using (true) with check (current_setting('app.kind', true) <> 'person');
