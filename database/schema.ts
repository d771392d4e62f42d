/**
 * This file was generated from a migrated database by `npm run schema`.
 * Please do not edit it manually.
 */

import type { ColumnType } from 'kysely'

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Int8 = number

export type Json = ColumnType<unknown, string, string>

export type Numeric = number

export type Timestamp = string

export interface Account {
  created_at: Timestamp
  email: string
  id: string
  job_title: Generated<string>
  language: Generated<string>
  left_at: Timestamp | null
  name: string
  oidc_subject: string | null
  second_factor: Generated<string>
  state: string
}

export interface AccountRole {
  account_id: string
  district_id: string | null
  ended_at: Timestamp | null
  from_day: string
  id: string
  organisation_id: string | null
  role_code: string
  until_day: string | null
}

export interface AccountSecret {
  account_id: string
  password_hash: string | null
  totp_last_step: Generated<Int8>
  totp_sealed: string | null
}

export interface AnonymousContact {
  age_band: string
  antenna_id: string | null
  channel: string
  district_id: string
  form_index: string | null
  id: string
  import_id: string | null
  kind: string
  municipality_istat: string | null
  on_day: string
  signs: Generated<string[]>
  urgent: Generated<boolean>
}

export interface Antenna {
  contact_sealed: string | null
  created_at: Timestamp
  created_by: string
  district_id: string
  id: string
  kind: string
  last_sent_on: string | null
  municipality_istat: string | null
  name: string
  organisation_id: string | null
  place: Generated<string>
  revoked_at: Timestamp | null
  revoked_by: string | null
  sent: Generated<number>
  taken_up: Generated<number>
  token_hash: string
}

export interface Appointment {
  account_ids: Generated<string[]>
  at: Timestamp
  case_id: string
  created_at: Timestamp
  district_id: string
  id: string
  kind: string
  minutes: number
  moved_to: string | null
  note: Generated<string>
  outcome: string | null
  pact_id: string | null
  person_id: string
  place: Generated<string>
  title: string
}

export interface Assessment {
  agreed_on: string | null
  areas_sealed: string
  case_id: string
  closed_by: string | null
  closed_on: string | null
  district_id: string
  id: string
  person_id: string
  started_on: string
  version: Generated<number>
}

export interface Attachment {
  added_by: string
  at: Timestamp
  case_id: string
  district_id: string
  file_id: string
  id: string
  name: string
  person_id: string
  removed_at: Timestamp | null
  removed_reason: Generated<string>
  sha256: string
  shared: Generated<boolean>
  size: number
  type: string
}

export interface Attempt {
  at: Timestamp
  failed: number
  key: string
  locked_until: Timestamp | null
}

export interface Beneficiary {
  district_id: string
  key: string
  known: boolean
  municipality: string
  person_id: string
  since: string
}

export interface BodyAnswer {
  at: Timestamp
  district_id: string
  from_id: string
  joint: string[]
  link_no: Generated<number>
  often: number
  survey_id: string
  to_id: string
  trust: number[]
  value: number[]
}

export interface BodyInvite {
  district_id: string
  finished_at: Timestamp | null
  invited_at: Timestamp
  link_no: Generated<number>
  organisation_id: string
  survey_id: string
  token_hash: string
}

export interface BodySurvey {
  closed_at: Timestamp | null
  closes_on: string
  district_id: string
  id: string
  opened_by: string
  opened_on: string
  year: number
}

export interface CaseFile {
  closed_on: string | null
  closing_reason: Generated<string>
  district_id: string
  external_record: Generated<string>
  hand_over_sealed: string | null
  household_id: string | null
  id: string
  number: string
  opened_on: string
  person_id: string
  referral_id: string | null
  state: string
  transferred_to: string | null
}

export interface CatalogueItem {
  active: Generated<boolean>
  code: string
  data: Generated<Json>
  id: string
  kind: string
  label_en: string
  label_it: string
  position: Generated<number>
  version: Generated<number>
}

export interface ClassAnswer {
  at: Timestamp
  choices: number[]
  class_id: string
  district_id: string
  number: number
  pupil: number
  teacher_id: string
}

export interface ClassWave {
  class_id: string
  closes_at: Timestamp
  code_hash: string | null
  code_sealed: string | null
  district_id: string
  most: number
  number: number
  opened_at: Timestamp
  question: string
  teacher_id: string
}

export interface CorrectionRequest {
  answer: Generated<string>
  answered_at: Timestamp | null
  answered_by: string | null
  at: Timestamp
  district_id: string
  id: string
  person_id: string
  state: Generated<string>
  text_sealed: string
}

export interface CountedPerson {
  district_id: string
  key_hash: string
  person_id: string
  strength: string
}

export interface Counter {
  district_id: string
  last: number
  series: string
  year: number
}

export interface Cover {
  added_by: string
  at: Timestamp
  case_id: string
  district_id: string
  from_day: string
  give_back_id: string
  id: string
  insurer: Generated<string>
  pact_id: string
  policy: string
  to_day: string
}

export interface District {
  code: string
  controller: Generated<string>
  controller_contact: Generated<string>
  dpo_contact: Generated<string>
  id: string
  name: string
  seat: Generated<string>
  state: Generated<string>
  version: Generated<number>
}

export interface DistrictSetting {
  district_id: string
  key: string
  value: Json
}

export interface EquipeMember {
  account_id: string
  case_id: string
  district_id: string
  ended_at: Timestamp | null
  from_day: string
  id: string
  organisation_id: string | null
  role: string
  until_day: string | null
}

export interface FollowUp {
  case_id: string
  district_id: string
  due: string
  held_on: string | null
  id: string
  months: number
  pact_id: string
  person_id: string
  person_voice: Generated<string>
  reached: boolean | null
  recorded_by: string | null
  still_alive_ties: number | null
  work: string | null
}

export interface Glass {
  account_id: string
  case_id: string
  district_id: string
  from_at: Timestamp
  id: string
  reason: string
  seen_at: Timestamp | null
  seen_by: string | null
  until_at: Timestamp
}

export interface GroundNotice {
  district_id: string
  ground_id: string
  id: string
  kind: string
  made_at: Timestamp
  name: string
  person_id: string
  told_at: Timestamp | null
  told_by: string | null
}

export interface Household {
  address_sealed: string | null
  created_at: Timestamp
  district_id: string
  id: string
  label: string
  municipality_istat: string | null
  version: Generated<number>
}

export interface HouseholdMember {
  district_id: string
  from_day: string
  household_id: string
  id: string
  person_id: string
  role: string
  until_day: string | null
}

export interface Idempotency {
  actor_id: string
  at: Timestamp
  body_digest: string
  endpoint: string
  key: string
  reply: string | null
}

export interface ImportProgress {
  at: Timestamp
  district_id: string
  done: number
  fault: string | null
  import_id: string
  phase: string
  total: number
}

export interface ImportRow {
  district_id: string
  import_id: string
  line: number
  person_id: string | null
  referral_id: string | null
  row_index: string
  verdict: string
}

export interface ImportRun {
  counts: Generated<Json>
  decisions: Generated<Json>
  digest: Generated<string>
  district_id: string
  encoding: Generated<string>
  file_name: string
  finished_at: Timestamp | null
  format: string
  header_row: number
  id: string
  keep_anonymous: Generated<boolean>
  mapping: Json
  plan_sealed: string | null
  refused_sealed: string | null
  sha256: string
  sheet_sealed: string | null
  started_at: Timestamp
  started_by: string
  state: string
  version: Generated<number>
}

export interface InstrumentText {
  code: string
  id: string
  language: string
  loaded_at: Timestamp
  loaded_by: string
  permission: string
  revision: number
  texts: Json
  version: number
}

export interface Journal {
  act: string
  actor_id: string
  actor_kind: string
  actor_name: string
  at: Timestamp
  case_id: string | null
  digests: Generated<Json>
  district_id: string
  fields: Generated<string[]>
  id: string
  organisation_id: string | null
  person_id: string | null
  reason: string | null
  subject_id: string
  subject_kind: string
}

export interface JournalSeal {
  at: Timestamp
  district_id: string
  entry_id: string
  hash: Buffer
  no: Generated<Int8>
  sealed_at: Generated<Timestamp>
}

export interface JournalUnsealed {
  at: Timestamp
  district_id: string
  entry_id: string
}

export interface LaterSignature {
  case_id: string
  district_id: string
  fingerprint: string
  helper: Generated<string>
  id: string
  image_sealed: string | null
  method: string
  pact_id: string
  paper_file_id: string | null
  person_id: string
  signatory_id: string
  signed_at: Timestamp
  signed_hash: string
  taken_by: string
  version_id: string
}

export interface LegalGround {
  basis: string
  data_kind: Generated<string>
  district_id: string
  expires_on: string | null
  given_at: Timestamp
  how: string
  id: string
  notice_version: Generated<string>
  person_id: string
  purpose: string
  recipient: Generated<string>
  recorded_by: string
  withdrawn_at: Timestamp | null
}

export interface LegameDefinition {
  bonding: Generated<string[]>
  from_day: string
  left_out: string[]
  linking: Generated<string[]>
  linking_bodies: Generated<string[]>
  made_at: Timestamp
  made_by: string | null
  months: number
  named_by_person: boolean
  text_en: string
  text_it: string
  version: number
}

export interface Measure {
  answers_sealed: string
  case_id: string
  definition: number
  district_id: string
  done_at: Timestamp | null
  held_on: string
  id: string
  instrument: string
  language: string
  moment: string
  occasion_id: string
  opened_at: Timestamp
  opened_by: string
  person_id: string
  present: string[]
  rater: string
  revision: Generated<number>
  scores: Json | null
  shared_at: Timestamp | null
  shared_by: string | null
  state: string
  text_revision: Generated<number>
}

export interface MeasureDue {
  case_id: string
  district_id: string
  due: string
  id: string
  instrument: string
  moment: string
  pact_id: string
  person_id: string
  settled_at: Timestamp | null
  state: Generated<string>
}

export interface MeasurePlan {
  after_months: number
  applied_at: Timestamp | null
  applied_version: Generated<number>
  battery: string[]
  first_days: number
  last_days: number
  mid_months: number
  pacts_touched: Generated<number>
  single: Generated<boolean>
  version: Generated<number>
}

export interface MeasureTask {
  account_id: string
  case_id: string
  created_at: Timestamp
  district_id: string
  done_at: Timestamp | null
  due: string
  id: string
  measure_id: string
  person_id: string
  state: Generated<string>
}

export interface Met {
  day: string | null
  district_id: string | null
  occasion_id: string | null
  occasion_kind: string | null
  person_id: string | null
  source_id: string | null
}

export interface Municipality {
  cadastral_code: string
  district_id: string | null
  istat_code: string
  lat: Numeric
  lon: Numeric
  name: string
}

export interface NetworkFigures {
  counted_at: Timestamp
  day: string
  district_id: string
  figures: Json
  fingerprint: string
  from_day: string
  scope_id: string
  scope_kind: string
}

export interface Note {
  at: Timestamp
  author_id: string
  case_id: string
  corrects_id: string | null
  district_id: string
  id: string
  is_health: Generated<boolean>
  kind: string
  person_id: string
  text_sealed: string
}

export interface Organisation {
  active: Generated<boolean>
  created_at: Timestamp
  email: Generated<string>
  id: string
  ipa_code: string | null
  kind: string
  name: string
  phone: Generated<string>
  runts_number: string | null
  school_code: string | null
  tax_code: string | null
  version: Generated<number>
  what_it_brings: Generated<string>
}

export interface OrganisationDistrict {
  district_id: string
  organisation_id: string
}

export interface Outbox {
  body_html: string
  body_text: string
  created_at: Timestamp
  id: string
  problem: string | null
  sent_at: Timestamp | null
  state: string
  subject: string
  to_address: string
}

export interface OwnWord {
  answer: Generated<string>
  answered_at: Timestamp | null
  answered_by: string | null
  at: Timestamp
  case_id: string
  district_id: string
  id: string
  item_id: string | null
  kind: string
  pact_id: string
  person_id: string
  state: Generated<string>
  text_sealed: string | null
}

export interface Pact {
  before_panel: Generated<boolean>
  case_id: string
  closed_on: string | null
  closure: Json | null
  commitment_count: Generated<number>
  created_at: Timestamp
  district_id: string
  ends_on: string | null
  extensions: Generated<number>
  follow_ups_done: Generated<number[]>
  household_id: string | null
  id: string
  interviewed_on: string | null
  involved_ids: Generated<string[]>
  kept_count: Generated<number>
  kind: string
  last_move_at: Timestamp
  last_review_on: string | null
  municipality_istat: string | null
  next_due: string | null
  next_kind: string | null
  next_months: number | null
  next_review_due: string | null
  number: string
  partner_organisation_id: string
  person_id: string
  person_label: string
  review_every_days: number
  signed_on: string | null
  starts_on: string | null
  state: string
  state_since: string
  suspended_until: string | null
  tutor_id: string
  tutor_stands_in: Generated<boolean>
  version: Generated<number>
  version_in_force: number | null
}

export interface PactEdit {
  after: Json | null
  at: Timestamp
  before: Json | null
  by_account: string
  by_name: string
  case_id: string
  conflict: Generated<boolean>
  district_id: string
  id: string
  path: string
  resolved_at: Timestamp | null
  version_id: string
}

export interface PactMark {
  about: string
  at: Timestamp
  by_id: string
  case_id: string
  district_id: string
  id: string
  item_id: string
  note: Generated<string>
  on: string
  pact_id: string
  person_id: string
  value: string
}

export interface PactMove {
  asked: Generated<Json>
  at: Timestamp
  by_id: string
  by_name: string
  case_id: string
  district_id: string
  from_state: string
  id: string
  move: string
  no: number
  pact_id: string
  person_id: string
  reason: Generated<string>
  to_state: string
}

export interface PactReview {
  case_id: string
  decision: string | null
  district_id: string
  due: string
  held_on: string | null
  id: string
  kind: string
  pact_id: string
  person_id: string
  person_voice: Generated<string>
  present: Generated<string>
  recorded_by: string | null
  worker_voice: Generated<string>
}

export interface PactVersion {
  case_id: string
  content: Json
  content_hash: string | null
  created_at: Timestamp
  created_by: string
  district_id: string
  edit_no: Generated<number>
  fingerprint: string | null
  frozen_at: Timestamp | null
  id: string
  number: number
  pact_id: string
  pdf_file_id: string | null
  pdf_sha256: string | null
  person_id: string
  reason: Generated<string>
  signers: Generated<Json>
  state: string
}

export interface PactWide {
  case_id: string | null
  district_id: string | null
  id: string | null
  kind: string | null
  municipality_istat: string | null
  next_due: string | null
  number: string | null
  person_label: string | null
  state: string | null
  tutor_id: string | null
}

export interface PanelDecision {
  at: Timestamp
  case_id: string
  decided_by: string
  decision: string
  district_id: string
  id: string
  minutes: string
  pact_id: string
  present: Generated<string>
  version_id: string
}

export interface Passkey {
  account_id: string
  counter: Int8
  created_at: Timestamp
  id: string
  last_used_at: Timestamp | null
  name: string
  public_key: Buffer
  transports: Generated<string[]>
}

export interface Person {
  birth_date: string | null
  birth_year: number | null
  birthplace: Generated<string>
  birthplace_code: string | null
  called_name: Generated<string>
  came_from: string | null
  created_at: Timestamp
  district_id: string
  erased_at: Timestamp | null
  family_key: string
  family_name: string
  followed: Generated<boolean>
  given_key: string
  given_name: string
  id: string
  merged_into: string | null
  moved_on: string | null
  moved_to: string | null
  municipality_istat: string | null
  search_key: string
  sex: Generated<string>
  version: Generated<number>
}

export interface PersonCard {
  district_id: string
  failed: Generated<number>
  id: string
  issued_at: Timestamp
  issued_by: string
  locked_until: Timestamp | null
  person_id: string
  pin_hash: string
  revoked_at: Timestamp | null
  token_hash: string
}

export interface PersonDetail {
  address_sealed: string | null
  citizenship: string | null
  contact_permission: Generated<string>
  contact_permission_at: Timestamp | null
  district_id: string
  domicile_sealed: string | null
  emails_sealed: string | null
  fiscal_code_index: string | null
  fiscal_code_sealed: string | null
  followed: Generated<boolean>
  interpreter: Generated<boolean>
  languages: Generated<string[]>
  person_id: string
  phones_sealed: string | null
  preferred_contact: string | null
  preferred_times: Generated<string>
}

export interface PersonField {
  at: Timestamp
  by_account: string
  by_name: string
  district_id: string
  field: string
  person_id: string
  version: number
}

export interface PersonMerge {
  at: Timestamp
  by_account: string
  district_id: string
  id: string
  kept_id: string
  merged_id: string
  moved: Json
  reason: string
  undone_at: Timestamp | null
  undone_by: string | null
}

export interface PersonTransfer {
  agreed_how: string
  agreed_on: string
  answer: Generated<string>
  answered_at: Timestamp | null
  answered_by: string | null
  case_id: string
  district_id: string
  hand_over_sealed: string
  id: string
  offer_sealed: string
  person_id: string
  person_label: string
  proposed_at: Timestamp
  proposed_by: string
  reason: string
  state: Generated<string>
  to_case_id: string | null
  to_district_id: string
  to_person_id: string | null
}

export interface PlaceOfLife {
  district_id: string
  household_id: string
  id: string
  kind: string
  name: string
}

export interface Programme {
  details: Generated<Json>
  ends_on: string | null
  funder: Generated<string>
  name: string
  single: Generated<boolean>
  starts_on: string | null
  version: Generated<number>
}

export interface RateWindow {
  key: string
  opens_at: Timestamp
  used: number
}

export interface Referral {
  age_band: string
  antenna_id: string | null
  assigned_to: string | null
  case_id: string | null
  channel: string
  closing_reason: string | null
  contacted_at: Timestamp | null
  district_id: string
  erased_at: Timestamp | null
  first_contact_due: string
  id: string
  import_id: string | null
  interview_due: string
  interviewed_at: Timestamp | null
  kind: string
  known_to_services: Generated<string>
  living: string
  moved_at: Timestamp
  municipality_istat: string | null
  opened_at: Timestamp | null
  organisation_id: string | null
  permission_at: Timestamp
  permission_how: string
  permission_of: string
  permission_words: Generated<string>
  person_id: string | null
  receipt_index: string
  received_at: Timestamp
  recorded_by: string | null
  said_sealed: string | null
  signs: Generated<string[]>
  state: string
  urgent: Generated<boolean>
  version: Generated<number>
}

export interface ReferralMove {
  at: Timestamp
  by_account: string
  by_name: string
  district_id: string
  from_state: string
  id: string
  move: string
  note_sealed: string | null
  reason: string | null
  referral_id: string
  to_state: string
}

export interface Role {
  code: string
  name_en: string
  name_it: string
  permissions: string[]
  scope: string
}

export interface SchoolClass {
  created_at: Timestamp
  district_id: string
  erased_at: Timestamp | null
  id: string
  name: string
  organisation_id: string | null
  photo_file_id: string | null
  pupils: number
  purpose: string
  school_year: number
  teacher_id: string
}

export interface Session {
  account_id: string | null
  agent: Generated<string>
  created_at: Timestamp
  district_id: string | null
  ended_at: Timestamp | null
  expires_at: Timestamp
  id: string
  kind: string
  person_id: string | null
  seen_at: Timestamp
  step: string
  token_hash: string
}

export interface Shift {
  case_id: string
  confirmed_at: Timestamp | null
  confirmed_by: string | null
  covered: Generated<boolean>
  created_at: Timestamp
  day: string
  district_id: string
  from_time: string | null
  give_back_id: string
  guest_label: string
  guest_needs: Generated<string>
  host_organisation_id: string | null
  id: string
  legal_form: string
  minutes: number
  pact_id: string
  person_id: string
  reason: Generated<string>
  recovers_id: string | null
  state: string
  to_time: string | null
}

export interface Signatory {
  case_id: string
  district_id: string
  dropped_at: Timestamp | null
  helper: Generated<string>
  id: string
  image_sealed: string | null
  label: string
  method: string | null
  pact_id: string
  paper_file_id: string | null
  person_id: string
  required: boolean
  role: string
  signed_at: Timestamp | null
  signed_hash: string | null
  signer_account_id: string | null
  signer_organisation_id: string | null
  signer_person_id: string | null
  taken_by: string | null
  version_id: string
}

export interface SignInFlow {
  account_id: string | null
  expires_at: Timestamp
  kind: string
  payload: Json
  token_hash: string
}

export interface SigningCode {
  case_id: string
  code_hash: string
  district_id: string
  expires_at: Timestamp
  id: string
  made_at: Timestamp
  signatory_id: string
  tries: Generated<number>
  used_at: Timestamp | null
}

export interface Site {
  active: Generated<boolean>
  address: Generated<string>
  id: string
  municipality_istat: string | null
  name: string
  organisation_id: string
  place_kind: Generated<string>
  version: Generated<number>
}

export interface Target {
  code: string
  definition_en: Generated<string>
  definition_it: Generated<string>
  label_en: string
  label_it: string
  position: Generated<number>
  value: number
  version: Generated<number>
}

export interface Task {
  case_id: string
  created_at: Timestamp
  district_id: string
  done_at: Timestamp | null
  due: string
  id: string
  made_by: Generated<string>
  origin_id: string | null
  origin_kind: Generated<string>
  owner_id: string | null
  person_id: string
  recurs_days: number | null
  state: Generated<string>
  title: string
}

export interface Ticket {
  account_id: string
  created_at: Timestamp
  expires_at: Timestamp
  id: string
  kind: string
  token_hash: string
  used_at: Timestamp | null
}

export interface Tie {
  a_id: string | null
  a_kind: string
  a_label: Generated<string>
  a_said_at: Timestamp | null
  across: string | null
  b_id: string | null
  b_kind: string
  b_label: Generated<string>
  b_said_at: Timestamp | null
  case_id: string | null
  direction: Generated<string>
  district_id: string
  evidence: string
  frequency: Generated<string>
  helps: Generated<string[]>
  id: string
  kind: string
  labels_erased_at: Timestamp | null
  often: Generated<string>
  origin_id: string | null
  origin_kind: string
  person_id: string | null
  recorded_at: Timestamp
  recorded_by: string
  revised_at: Generated<Timestamp>
  setting: Generated<string>
  since: string
  strength: number | null
  until: string | null
}

export interface TieAcross {
  answer: string | null
  answered_at: Timestamp | null
  answered_by: string | null
  district_id: string
  from_district: string
  id: string
  invite_id: string
  kind: string
  other_label: string
  person_id: string
  since: string
  taken_at: Timestamp
  taken_by: string
}

export interface TieInvite {
  case_id: string
  code_hash: string
  district_id: string
  end_hash: string
  expires_at: Timestamp
  id: string
  made_at: Timestamp
  made_by: string
  person_id: string
  tie_id: string
}

export interface TieQuestion {
  a_answer: string | null
  a_at: Timestamp | null
  a_id: string
  b_answer: string | null
  b_at: Timestamp | null
  b_id: string
  district_id: string
  first_day: string | null
  id: string
  kind: string
  last_day: string | null
  made_at: Timestamp
  made_by: string | null
  occasion_id: string | null
  occasion_kind: Generated<string>
  state: Generated<string>
  tie_id: string | null
  times: Generated<number>
}

export interface Wave {
  after_id: string | null
  case_id: string
  district_id: string
  done_at: Timestamp | null
  held_on: string
  id: string
  labels_erased_at: Timestamp | null
  moment: string
  number: number
  opened_at: Timestamp
  opened_by: string
  person_id: string
  resources_asked: number | null
  resources_had: number | null
  resources_sealed: string | null
  state: string
  taken_at: Generated<Timestamp>
  touched_at: Timestamp
  touched_by: string
  version: Generated<number>
}

export interface WaveAlter {
  angle: number | null
  case_id: string
  change: string
  closeness: number | null
  direction: Generated<string>
  district_id: string
  helps: Generated<string[]>
  id: string
  kind: string
  label: string
  often: Generated<string>
  origin_id: string | null
  origin_kind: string
  person_id: string
  place: number
  setting: Generated<string>
  since: string | null
  tie_id: string | null
  until: string | null
  wave_id: string
}

export interface WaveLink {
  a_id: string
  b_id: string
  case_id: string
  district_id: string
  person_id: string
  wave_id: string
}

export interface DB {
  account: Account
  account_role: AccountRole
  account_secret: AccountSecret
  anonymous_contact: AnonymousContact
  antenna: Antenna
  appointment: Appointment
  assessment: Assessment
  attachment: Attachment
  attempt: Attempt
  beneficiary: Beneficiary
  body_answer: BodyAnswer
  body_invite: BodyInvite
  body_survey: BodySurvey
  case_file: CaseFile
  catalogue_item: CatalogueItem
  class_answer: ClassAnswer
  class_wave: ClassWave
  correction_request: CorrectionRequest
  counted_person: CountedPerson
  counter: Counter
  cover: Cover
  district: District
  district_setting: DistrictSetting
  equipe_member: EquipeMember
  follow_up: FollowUp
  glass: Glass
  ground_notice: GroundNotice
  household: Household
  household_member: HouseholdMember
  idempotency: Idempotency
  import_progress: ImportProgress
  import_row: ImportRow
  import_run: ImportRun
  instrument_text: InstrumentText
  journal: Journal
  journal_seal: JournalSeal
  journal_unsealed: JournalUnsealed
  later_signature: LaterSignature
  legal_ground: LegalGround
  legame_definition: LegameDefinition
  measure: Measure
  measure_due: MeasureDue
  measure_plan: MeasurePlan
  measure_task: MeasureTask
  met: Met
  municipality: Municipality
  network_figures: NetworkFigures
  note: Note
  organisation: Organisation
  organisation_district: OrganisationDistrict
  outbox: Outbox
  own_word: OwnWord
  pact: Pact
  pact_edit: PactEdit
  pact_mark: PactMark
  pact_move: PactMove
  pact_review: PactReview
  pact_version: PactVersion
  pact_wide: PactWide
  panel_decision: PanelDecision
  passkey: Passkey
  person: Person
  person_card: PersonCard
  person_detail: PersonDetail
  person_field: PersonField
  person_merge: PersonMerge
  person_transfer: PersonTransfer
  place_of_life: PlaceOfLife
  programme: Programme
  rate_window: RateWindow
  referral: Referral
  referral_move: ReferralMove
  role: Role
  school_class: SchoolClass
  session: Session
  shift: Shift
  sign_in_flow: SignInFlow
  signatory: Signatory
  signing_code: SigningCode
  site: Site
  target: Target
  task: Task
  ticket: Ticket
  tie: Tie
  tie_across: TieAcross
  tie_invite: TieInvite
  tie_question: TieQuestion
  wave: Wave
  wave_alter: WaveAlter
  wave_link: WaveLink
}
