import type { Deadline } from '../core/pact.deadlines.ts'
import { Closure, type Pact, type PactState, type Review } from '../core/pact.schema.ts'
import type { FollowUp } from '../core/pact.sheet.ts'
import { Mark } from '../core/progress.schema.ts'
import type { Row } from './row.store.ts'

/** Instants come from the driver or from JSON of the database: one form for both. */
export const instant = (text: string): string => new Date(text).toISOString()
export const instantOrNull = (text: string | null): string | null => (text === null ? null : instant(text))

export const toPact = (row: Row<'pact'>): Pact => ({
  id: row.id,
  districtId: row.district_id,
  number: row.number,
  kind: row.kind,
  caseId: row.case_id,
  personId: row.person_id,
  householdId: row.household_id,
  involvedIds: row.involved_ids,
  tutorId: row.tutor_id,
  partnerOrganisationId: row.partner_organisation_id,
  state: row.state as PactState,
  stateSince: row.state_since,
  versionInForce: row.version_in_force,
  interviewedOn: row.interviewed_on,
  signedOn: row.signed_on,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  extensions: row.extensions,
  reviewEveryDays: row.review_every_days,
  lastReviewOn: row.last_review_on,
  suspendedUntil: row.suspended_until,
  closedOn: row.closed_on,
  closure: row.closure === null ? null : Closure.parse(row.closure),
  followUpsDone: row.follow_ups_done,
})

/** The columns that a move or a review may change. */
export const changeable = (pact: Pact, next: Deadline | undefined) => ({
  state: pact.state,
  state_since: pact.stateSince,
  version_in_force: pact.versionInForce,
  signed_on: pact.signedOn,
  starts_on: pact.startsOn,
  ends_on: pact.endsOn,
  extensions: pact.extensions,
  review_every_days: pact.reviewEveryDays,
  last_review_on: pact.lastReviewOn,
  suspended_until: pact.suspendedUntil,
  closed_on: pact.closedOn,
  closure: pact.closure === null ? null : JSON.stringify(pact.closure),
  follow_ups_done: pact.followUpsDone,
  ...nextColumns(next),
})

export const nextColumns = (next: Deadline | undefined) => ({
  next_kind: next?.kind ?? null,
  next_due: next?.due ?? null,
  next_months: next?.months ?? null,
})

export const toReview = (row: Row<'pact_review'>): Review => ({
  id: row.id,
  pactId: row.pact_id,
  kind: row.kind as Review['kind'],
  due: row.due,
  heldOn: row.held_on,
  present: row.present,
  personVoice: row.person_voice,
  workerVoice: row.worker_voice,
  decision: row.decision as Review['decision'],
})

export const toFollowUp = (row: Row<'follow_up'>): FollowUp => ({
  id: row.id,
  months: row.months,
  due: row.due,
  heldOn: row.held_on,
  reached: row.reached,
  personVoice: row.person_voice,
  stillAliveTies: row.still_alive_ties,
  work: row.work as FollowUp['work'],
})

/** Goals count in numbers, the other marks in words: the table keeps both as text. */
export const toMark = (row: Row<'pact_mark'>): Mark =>
  Mark.parse({
    id: row.id,
    itemId: row.item_id,
    on: row.on,
    at: instant(row.at),
    by: row.by_id,
    note: row.note,
    about: row.about,
    value: row.about === 'goal' ? Number(row.value) : row.value,
  })
