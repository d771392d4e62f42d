import { describe, expect, test } from 'vitest'
import { aReferral } from './referral.sample.ts'
import { AgeBand, Living, Referral, ReferralState } from './referral.schema.ts'
import {
  clockOf,
  clocksOf,
  type MoveAsked,
  moveReferral,
  ReceiptState,
  type ReferralMove,
  receiptStateOf,
  referralMoves,
  whyNotReferral,
} from './referral.ts'
import { referralWords } from './referral.words.ts'

const now = '2026-11-22T09:00:00.000Z'
const asked: MoveAsked = { note: 'Al laboratorio del giovedì', reason: 'declined' }
const moves = Object.keys(referralMoves) as ReferralMove[]

/** Written by hand: which state each move leads to, from each state; '·' is not open. */
const table = `
                     tryContact contact   interview   proposePact  sendToService       orient             wait    close  reopen
signalled            signalled  contacted ·           ·            ·                   ·                  ·       closed ·
contacted            ·          ·         interviewed ·            ·                   ·                  ·       closed ·
interviewed          ·          ·         ·           pactProposed sentToSocialService orientedToActivity waiting closed ·
pactProposed         ·          ·         ·           ·            ·                   ·                  ·       ·      interviewed
sentToSocialService  ·          ·         ·           ·            ·                   ·                  ·       ·      interviewed
orientedToActivity   ·          ·         ·           ·            ·                   ·                  ·       ·      interviewed
waiting              ·          ·         ·           pactProposed sentToSocialService orientedToActivity ·       closed ·
closed               ·          ·         ·           ·            ·                   ·                  ·       ·      interviewed`
const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = lines.flatMap(([state = '', ...ends]) =>
  ends.map((end, at) => [ReferralState.parse(state), head[at] as ReferralMove, end] as const),
)

const inState = (state: ReferralState): Referral =>
  aReferral({
    state,
    closingReason: state === 'closed' ? 'declined' : null,
    contactedAt: state === 'signalled' ? null : '2026-11-20T09:00:00.000Z',
    interviewedAt: ['signalled', 'contacted'].includes(state) ? null : '2026-11-21T09:00:00.000Z',
  })

describe('each move from each state', () => {
  test('is in the table, every one', () => expect(cells).toHaveLength(ReferralState.options.length * moves.length))
  test.each(cells)('%s: %s leads to %s', (state, move, end) => {
    const moved = moveReferral(inState(state), { move, asked, now })
    expect(moved.ok ? moved.value.state : '·').toBe(end)
    if (moved.ok) expect(Referral.safeParse(moved.value).success).toBe(true)
    else expect(moved.refusal.code).toBe(`outreach.opens.${move}`)
  })
})

describe('what a move needs', () => {
  test('no pact is proposed to somebody who was not registered', () =>
    expect(whyNotReferral({ ...inState('interviewed'), personId: null }, 'proposePact')).toBe('outreach.needs.person'))
  test('closing has a reason, and it is kept', () => {
    expect(whyNotReferral(inState('contacted'), 'close', { note: '', reason: null })).toBe(
      'outreach.needs.closingReason',
    )
    expect(moveReferral(inState('contacted'), { move: 'close', asked, now })).toMatchObject({
      value: { closingReason: 'declined' },
    })
  })
  test('whoever is accompanied goes somewhere: a note says where', () =>
    expect(whyNotReferral(inState('waiting'), 'orient', { note: ' ', reason: null })).toBe('outreach.needs.note'))
  test('a referral with a case is not reopened, and an erased one never moves again', () => {
    expect(whyNotReferral({ ...inState('pactProposed'), caseId: aReferral().id }, 'reopen')).toBe(
      'outreach.needs.noCase',
    )
    expect(whyNotReferral({ ...inState('closed'), erasedAt: now }, 'reopen')).toBe('outreach.needs.notErased')
  })
  test('reopening goes back to where it had come', () =>
    expect(
      moveReferral(aReferral({ state: 'closed', closingReason: 'unreachable' }), { move: 'reopen', asked, now }),
    ).toMatchObject({ value: { state: 'signalled', closingReason: null } }))
})

describe('the clocks', () => {
  const days = { firstContactDays: 7, urgentContactDays: 2, interviewDays: 20 }
  test('count from the day of arrival where the programme runs', () => {
    expect(clocksOf('2026-11-19T10:00:00.000Z', false, days)).toEqual({
      firstContactDue: '2026-11-26',
      interviewDue: '2026-12-09',
    })
    expect(clocksOf('2026-11-18T23:30:00.000Z', true, days).firstContactDue).toBe('2026-11-21')
  })
  test('the first contact is awaited, then the interview, then nothing', () => {
    expect(clockOf(inState('signalled'), '2026-11-24')).toEqual({ what: 'firstContact', due: '2026-11-26', days: 2 })
    expect(clockOf(inState('contacted'), '2026-12-11')).toEqual({ what: 'interview', due: '2026-12-09', days: -2 })
    expect(clockOf(inState('waiting'), '2026-12-11')).toBeNull()
  })
  test('a call that nobody answered does not stop the first one', () => {
    const tried = moveReferral(inState('signalled'), { move: 'tryContact', asked, now })
    expect(tried).toMatchObject({ value: { contactedAt: null, state: 'signalled', movedAt: now } })
  })
  test('a clock set back never makes a move look earlier than the one before', () =>
    expect(
      moveReferral(inState('signalled'), { move: 'contact', asked, now: '2020-01-01T00:00:00.000Z' }),
    ).toMatchObject({ value: { contactedAt: aReferral().movedAt } }))
})

describe('what the sender reads with the code alone', () => {
  test.each([
    ['signalled', false, false, 'received'],
    ['signalled', true, false, 'beingRead'],
    ['signalled', true, true, 'assigned'],
    ['contacted', true, true, 'inTouch'],
    ['waiting', true, true, 'inTouch'],
    ['pactProposed', true, true, 'closed'],
    ['sentToSocialService', true, true, 'closed'],
    ['closed', false, false, 'closed'],
  ] as const)('%s, opened %s, assigned %s: %s', (state, isOpened, isAssigned, read) =>
    expect(receiptStateOf({ state, isOpened, isAssigned })).toBe(read),
  )
})

test('everything that may be chosen or refused has its words', () => {
  const keys = Object.keys(referralWords.it)
  expect(keys).toEqual(
    expect.arrayContaining([
      ...ReferralState.options.map((one) => `outreach.state.${one}`),
      ...moves.flatMap((one) => [`outreach.move.${one}`, `outreach.opens.${one}`, `outreach.did.${one}`]),
      ...AgeBand.options.flatMap((one) => [`outreach.age.${one}`, `outreach.who.${one}`]),
      ...Living.options.map((one) => `outreach.living.${one}`),
      ...ReceiptState.map((one) => `outreach.receipt.${one}`),
    ]),
  )
})
