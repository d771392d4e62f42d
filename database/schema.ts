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
  from_day: string
  id: string
  organisation_id: string | null
  role_code: string
  until_day: string | null
}

export interface AccountSecret {
  account_id: string
  failed: Generated<number>
  locked_until: Timestamp | null
  password_hash: string | null
  totp_last_step: Generated<Int8>
  totp_sealed: string | null
}

export interface CaseFile {
  closed_on: string | null
  closing_reason: Generated<string>
  district_id: string
  external_record: Generated<string>
  household_id: string | null
  id: string
  number: string
  opened_on: string
  person_id: string
  referral_id: string | null
  state: string
}

export interface CatalogueItem {
  active: Generated<boolean>
  code: string
  data: Generated<Json>
  kind: string
  label_en: string
  label_it: string
  position: Generated<number>
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

export interface District {
  code: string
  controller: Generated<string>
  controller_contact: Generated<string>
  dpo_contact: Generated<string>
  id: string
  name: string
  seat: Generated<string>
  state: Generated<string>
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
  from_day: string
  id: string
  organisation_id: string | null
  role: string
  until_day: string | null
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

export interface LegalGround {
  basis: string
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

export interface Migration {
  at: Generated<Timestamp>
  name: string
}

export interface Municipality {
  cadastral_code: string
  district_id: string | null
  istat_code: string
  lat: Numeric
  lon: Numeric
  name: string
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
  citizenship: Generated<string>
  contact_permission: Generated<string>
  contact_permission_at: Timestamp | null
  district_id: string
  emails_sealed: string | null
  fiscal_code_index: string | null
  fiscal_code_sealed: string | null
  followed: Generated<boolean>
  interpreter: Generated<boolean>
  languages: Generated<string[]>
  person_id: string
  phones_sealed: string | null
  preferred_contact: Generated<string>
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

export interface Role {
  code: string
  name_en: string
  name_it: string
  permissions: string[]
  scope: string
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

export interface SignInFlow {
  account_id: string | null
  expires_at: Timestamp
  kind: string
  payload: Json
  token_hash: string
}

export interface Site {
  active: Generated<boolean>
  address: Generated<string>
  id: string
  municipality_istat: string | null
  name: string
  organisation_id: string
  place_kind: Generated<string>
}

export interface Target {
  code: string
  definition_en: Generated<string>
  definition_it: Generated<string>
  label_en: string
  label_it: string
  position: Generated<number>
  value: number
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

export interface DB {
  account: Account
  account_role: AccountRole
  account_secret: AccountSecret
  case_file: CaseFile
  catalogue_item: CatalogueItem
  correction_request: CorrectionRequest
  counted_person: CountedPerson
  counter: Counter
  district: District
  district_setting: DistrictSetting
  equipe_member: EquipeMember
  glass: Glass
  household: Household
  household_member: HouseholdMember
  idempotency: Idempotency
  journal: Journal
  journal_seal: JournalSeal
  journal_unsealed: JournalUnsealed
  legal_ground: LegalGround
  migration: Migration
  municipality: Municipality
  organisation: Organisation
  organisation_district: OrganisationDistrict
  outbox: Outbox
  passkey: Passkey
  person: Person
  person_card: PersonCard
  person_detail: PersonDetail
  person_merge: PersonMerge
  place_of_life: PlaceOfLife
  programme: Programme
  rate_window: RateWindow
  role: Role
  session: Session
  sign_in_flow: SignInFlow
  site: Site
  target: Target
  ticket: Ticket
}
