import { addDays, type Day, dayOf, daysBetween, type Instant, notBefore } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { ClosingReason, Referral, ReferralState } from './referral.schema.ts'

type Move = { readonly from: readonly ReferralState[]; readonly to: ReferralState | 'asBefore' }

const decided: readonly ReferralState[] = ['interviewed', 'waiting']

/** The life of a referral (field notes §9.1). `tryContact` is a call that nobody answered: the clock goes on. */
export const referralMoves = {
  tryContact: { from: ['signalled'], to: 'signalled' },
  contact: { from: ['signalled'], to: 'contacted' },
  interview: { from: ['contacted'], to: 'interviewed' },
  proposePact: { from: decided, to: 'pactProposed' },
  sendToService: { from: decided, to: 'sentToSocialService' },
  orient: { from: decided, to: 'orientedToActivity' },
  wait: { from: ['interviewed'], to: 'waiting' },
  close: { from: ['signalled', 'contacted', 'interviewed', 'waiting'], to: 'closed' },
  reopen: { from: ['closed', 'sentToSocialService', 'orientedToActivity', 'pactProposed'], to: 'asBefore' },
} as const satisfies Record<string, Move>
export type ReferralMove = keyof typeof referralMoves

/** What the worker says with a move. */
export type MoveAsked = { readonly note: string; readonly reason: ClosingReason | null }

const moveOf = (move: ReferralMove): Move => referralMoves[move]
const isSaid = (text: string): boolean => text.trim().length >= 3

const whyNotAsked = (move: ReferralMove, asked: MoveAsked | undefined): string | null => {
  if (!asked) return null
  if (move === 'close' && asked.reason === null) return 'outreach.needs.closingReason'
  return ['orient', 'reopen'].includes(move) && !isSaid(asked.note) ? 'outreach.needs.note' : null
}

/** The code of the reason why this move is not open, or null; with `asked`, also of what is missing in it. */
export const whyNotReferral = (
  one: Pick<Referral, 'state' | 'personId' | 'caseId' | 'erasedAt'>,
  move: ReferralMove,
  asked?: MoveAsked,
): string | null => {
  if (!moveOf(move).from.includes(one.state)) return `outreach.opens.${move}`
  if (one.erasedAt !== null) return 'outreach.needs.notErased'
  if (move === 'reopen' && one.caseId !== null) return 'outreach.needs.noCase'
  if (move === 'proposePact' && one.personId === null) return 'outreach.needs.person'
  return whyNotAsked(move, asked)
}

const stateBefore = (one: Referral): ReferralState =>
  one.interviewedAt ? 'interviewed' : one.contactedAt ? 'contacted' : 'signalled'

const stamps = (move: ReferralMove, at: Instant): Partial<Referral> => {
  if (move === 'contact') return { contactedAt: at }
  if (move === 'interview') return { interviewedAt: at }
  return {}
}

/** Carries out a move; a clock set back never makes it look earlier than the one before. */
export const moveReferral = (
  one: Referral,
  { move, asked, now }: { move: ReferralMove; asked: MoveAsked; now: Instant },
): Outcome<Referral> => {
  const code = whyNotReferral(one, move, asked)
  if (code) return refuse('conflict', code, { move, state: one.state })
  const at = notBefore(now, one.movedAt)
  const { to } = moveOf(move)
  const state = to === 'asBefore' ? stateBefore(one) : to
  return done({
    ...one,
    ...stamps(move, at),
    state,
    closingReason: move === 'close' ? asked.reason : null,
    movedAt: at,
    version: one.version + 1,
  })
}

export type ContactDays = {
  readonly firstContactDays: number
  readonly urgentContactDays: number
  readonly interviewDays: number
}

/** The days by which somebody answers, and by which they have met; counted in calendar days from the arrival. */
export const clocksOf = (
  receivedAt: Instant,
  urgent: boolean,
  days: ContactDays,
): Pick<Referral, 'firstContactDue' | 'interviewDue'> => {
  const from = dayOf(receivedAt)
  return {
    firstContactDue: addDays(from, urgent ? days.urgentContactDays : days.firstContactDays),
    interviewDue: addDays(from, days.interviewDays),
  }
}

/** The clock that runs now: null once nothing is awaited. `days` left, negative when late. */
export type Clock = { readonly what: 'firstContact' | 'interview'; readonly due: Day; readonly days: number }

export const clockOf = (
  one: Pick<Referral, 'state' | 'firstContactDue' | 'interviewDue'>,
  today: Day,
): Clock | null => {
  const what = one.state === 'signalled' ? 'firstContact' : one.state === 'contacted' ? 'interview' : null
  if (what === null) return null
  const due = what === 'firstContact' ? one.firstContactDue : one.interviewDue
  return { what, due, days: daysBetween(today, due) }
}

/** What a sender reads with the receipt code alone: never how it ended, nor anything of anybody. */
export const ReceiptState = ['received', 'beingRead', 'assigned', 'inTouch', 'closed'] as const
export type ReceiptState = (typeof ReceiptState)[number]

const ended: readonly ReferralState[] = ['closed', 'pactProposed', 'sentToSocialService', 'orientedToActivity']

export const receiptStateOf = (one: {
  readonly state: ReferralState
  readonly isOpened: boolean
  readonly isAssigned: boolean
}): ReceiptState => {
  if (ended.includes(one.state)) return 'closed'
  if (one.state !== 'signalled') return 'inTouch'
  if (one.isAssigned) return 'assigned'
  return one.isOpened ? 'beingRead' : 'received'
}
