import { addDays, addMonths, type Day, daysBetween } from '../../platform/core/day.ts'
import type { Pact } from './pact.schema.ts'
import type { PactSettings } from './pact.settings.ts'

export type DeadlineKind = 'sign' | 'start' | 'review' | 'endAlert' | 'end' | 'finalReview' | 'resume' | 'followUp'

/** `days` to go on that day, negative when late; `months` only for a follow-up. */
export type Deadline = {
  readonly kind: DeadlineKind
  readonly due: Day
  readonly days: number
  readonly isLate: boolean
  readonly months?: number
}

type Due = { kind: DeadlineKind; due: Day; months?: number }

const later = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a)

const beforeSignature = (pact: Pact, settings: PactSettings): Due[] =>
  pact.interviewedOn === null ? [] : [{ kind: 'sign', due: addDays(pact.interviewedOn, settings.signWithinDays) }]

/** The next review counts from the last one, else from the start; one that would fall after the end is the final one. */
const underWay = (pact: Pact, settings: PactSettings): Due[] => {
  if (pact.startsOn === null || pact.endsOn === null) return []
  const review = addDays(later(pact.startsOn, pact.lastReviewOn), pact.reviewEveryDays)
  return [
    ...(review < pact.endsOn ? [{ kind: 'review' as const, due: review }] : []),
    { kind: 'endAlert', due: addDays(pact.endsOn, -settings.alertBeforeEndDays) },
    { kind: 'end', due: pact.endsOn },
  ]
}

const duesOf = (pact: Pact, settings: PactSettings): Due[] => {
  switch (pact.state) {
    case 'draft':
    case 'toPanel':
    case 'approved':
      return beforeSignature(pact, settings)
    case 'signed':
      return pact.startsOn === null ? [] : [{ kind: 'start', due: pact.startsOn }]
    case 'active':
      return underWay(pact, settings)
    case 'suspended':
      return pact.suspendedUntil === null ? [] : [{ kind: 'resume', due: pact.suspendedUntil }]
    case 'closing':
      return [{ kind: 'finalReview', due: addDays(pact.endsOn ?? pact.stateSince, settings.finalReviewWithinDays) }]
    case 'closed':
      return followUps(pact, settings)
    default:
      return []
  }
}

const followUps = ({ closedOn, followUpsDone }: Pact, { followUpMonths }: PactSettings): Due[] =>
  closedOn === null
    ? []
    : followUpMonths
        .filter((months) => !followUpsDone.includes(months))
        .map((months) => ({ kind: 'followUp', due: addMonths(closedOn, months), months }))

/** What this pact asks for next and by when, earliest first. Closing early counts from the day it began. */
export const pactDeadlines = (pact: Pact, settings: PactSettings, today: Day): Deadline[] =>
  duesOf(pact, settings)
    .map((one) => ({ ...one, days: daysBetween(today, one.due), isLate: one.kind !== 'endAlert' && one.due < today }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

/** The term that the settings propose for a pact that starts on that day. */
export const proposedTerm = (start: Day, settings: Pick<PactSettings, 'termMonths'>): { start: Day; end: Day } => ({
  start,
  end: addMonths(start, settings.termMonths),
})
