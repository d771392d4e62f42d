import { describe, expect, test } from 'vitest'
import { addMonths } from '../../platform/core/day.ts'
import { aContent, aGiveBack, aGoal, sampleHash, sampleId } from './content.sample.ts'
import type { Commitment } from './content.schema.ts'
import type { MoveContext } from './pact.checks.ts'
import { aClosure, aFinalReview, aMoveContext, anActivePact, aPact, aSignatory } from './pact.sample.ts'
import { Pact, PactState } from './pact.schema.ts'
import { ageWarning, defaultPactSettings } from './pact.settings.ts'
import { allPactMoves, bindVersion, movePact, type PactMove, pactMoves, whyNot, whyNotLate } from './pact.ts'

const states = PactState.options
/**
 * Written by hand, from field-notes §9.2: y where the move is open. Columns in the order of the states:
 * draft toPanel approved signed | active suspended closing | closed refused withdrawn interrupted transferred.
 */
const table: Record<PactMove, [open: string, to: PactState]> = {
  submit: ['y... ... .....', 'toPanel'],
  takeBack: ['.yy. ... .....', 'draft'],
  approve: ['.y.. ... .....', 'approved'],
  sendBack: ['.y.. ... .....', 'draft'],
  refuse: ['.y.. ... .....', 'refused'],
  sign: ['..y. ... .....', 'signed'],
  activate: ['...y ... .....', 'active'],
  suspend: ['.... y.. .....', 'suspended'],
  resume: ['.... .y. .....', 'active'],
  extend: ['.... y.y .....', 'active'],
  startClosing: ['.... yy. .....', 'closing'],
  close: ['.... ..y .....', 'closed'],
  withdraw: ['yyyy yyy .....', 'withdrawn'],
  interrupt: ['yyyy yyy .....', 'interrupted'],
  transfer: ['yyyy yyy .....', 'transferred'],
}
const asked = {
  reason: 'Verbale della commissione',
  until: '2026-12-31',
  newEnd: '2027-06-03',
  closure: aClosure({ lastDay: '2026-11-20' }),
}
const cells = allPactMoves.flatMap((move) =>
  states.map((state, column) => ({ move, state, open: table[move][0].replaceAll(' ', '')[column] === 'y' })),
)

describe('every state and every move', () => {
  test('is in the table', () => expect([...allPactMoves].sort()).toEqual(Object.keys(pactMoves).sort()))

  test.each(cells)('$state: $move open? $open', ({ move, state, open }) => {
    const pact = anActivePact({ state })
    const outcome = movePact(pact, move, { ...aMoveContext(), asked })
    expect(outcome.ok).toBe(open)
    expect(whyNot(pact, move, aMoveContext()) === null).toBe(open)
    if (outcome.ok) {
      expect(outcome.value).toMatchObject({ state: table[move][1], stateSince: '2026-11-24' })
      expect(Pact.safeParse(outcome.value).success).toBe(true)
    }
  })
  test('says that an ended pact is over', () =>
    expect(whyNot(anActivePact({ state: 'closed' }), 'extend', aMoveContext())).toEqual({ code: 'pacts.over' }))
})

const withContent = (content: Parameters<typeof aContent>[0]): Partial<MoveContext> => ({
  version: { number: 1, content: aContent(content), contentHash: sampleHash },
})
const [mine, theServices, theCommunity] = aContent().commitments as [Commitment, Commitment, Commitment]
const codeOf = (pact: Pact, move: PactMove, with_: Partial<MoveContext>): string | null =>
  whyNot(pact, move, aMoveContext(with_))?.code ?? null

describe('a pact goes to the panel', () => {
  test.each<[string, string | null, Partial<MoveContext>]>([
    ['whole', null, {}],
    ['with the person and the services', null, withContent({ commitments: [mine, theServices] })],
    ['with the person and the community', null, withContent({ commitments: [mine, theCommunity] })],
    ['not with the person alone', 'pacts.needs.twoSides', withContent({ commitments: [mine] })],
    [
      'not with services and community alone',
      'pacts.needs.twoSides',
      withContent({ commitments: [theServices, theCommunity] }),
    ],
    ['not without a goal', 'pacts.needs.goal', withContent({ goals: [] })],
    ['not with a goal without words', 'pacts.needs.goalWords', withContent({ goals: [aGoal({ words: ' ' })] })],
    ['not without a purpose', 'pacts.needs.purpose', withContent({ purpose: ' \n' })],
    [
      'not without owner',
      'pacts.needs.wholeCommitment',
      withContent({ commitments: [mine, { ...theServices, ownerLabel: '' }] }),
    ],
    [
      'not without measure',
      'pacts.needs.wholeCommitment',
      withContent({ commitments: [mine, { ...theServices, measure: '' }] }),
    ],
    [
      'not without due date',
      'pacts.needs.wholeCommitment',
      withContent({ commitments: [mine, { ...theServices, due: null }] }),
    ],
    ['not without dates', 'pacts.needs.term', withContent({ term: { start: '2026-09-03', end: null } })],
    ['not backwards', 'pacts.needs.termForward', withContent({ term: { start: '2026-09-03', end: '2026-09-03' } })],
    ['for twelve months', null, withContent({ term: { start: '2026-09-03', end: '2027-09-03' } })],
    [
      'not for twelve months and a day',
      'pacts.needs.termShorter',
      withContent({ term: { start: '2026-09-03', end: '2027-09-04' } }),
    ],
    ['not without an assessment', 'pacts.needs.assessment', { assessment: null }],
    ['without give-back, which is chosen and not owed', null, withContent({ giveBack: [] })],
  ])('%s', (_, code, context) => expect(codeOf(aPact(), 'submit', context)).toBe(code))
})

describe('the panel', () => {
  const pact = aPact({ state: 'toPanel' })
  test.each(['approve', 'sendBack', 'refuse'] as const)('lets no tutor %s their own pact', (move) =>
    expect(codeOf(pact, move, { actorId: pact.tutorId })).toBe('pacts.needs.otherThanTutor'),
  )
  test('decides with minutes', () =>
    expect(codeOf(pact, 'approve', { asked: { reason: '  ' } })).toBe('pacts.needs.reason'))
})

describe('the signatures', () => {
  const pact = aPact({ state: 'approved' })
  const person = aSignatory()
  const body = aSignatory({ id: sampleId(502), role: 'partnerBody', label: 'Comune di Crema' })
  const host = aSignatory({ id: sampleId(503), role: 'host', label: 'Tavola Lunga', signedAt: null })
  test.each<[string, string | null, Partial<MoveContext>]>([
    ['person and partner body', null, { signatories: [person, body] }],
    ['a guardian for the person', null, { signatories: [{ ...person, role: 'guardian' }, body] }],
    ['a host who need not sign', null, { signatories: [person, body, { ...host, required: false }] }],
    ['a host who must', 'pacts.needs.signatures', { signatories: [person, body, host] }],
    ['the person alone', 'pacts.needs.bothParties', { signatories: [person] }],
    ['nobody', 'pacts.needs.bothParties', { signatories: [] }],
    [
      'a signature on another text',
      'pacts.needs.signatures',
      { signatories: [person, { ...body, signedHash: 'b2'.repeat(32) }] },
    ],
  ])('%s', (_, code, context) => expect(codeOf(pact, 'sign', context)).toBe(code))
  test('names who is awaited', () =>
    expect(whyNot(pact, 'sign', aMoveContext({ signatories: [person, body, host] }))?.params).toEqual({
      count: 1,
      names: 'Tavola Lunga',
    }))
  test('bring the term of the signed text', () =>
    expect(movePact(pact, 'sign', { ...aMoveContext(), asked: {} })).toMatchObject({
      value: { signedOn: '2026-11-24', versionInForce: 1, startsOn: '2026-09-03', endsOn: '2027-03-03' },
    }))
})

describe('a signed pact starts', () => {
  const pact = anActivePact({ state: 'signed' })
  const bare = withContent({ giveBack: [aGiveBack({ covers: [] })] })
  const cover = {
    id: sampleId(8),
    giveBackId: aGiveBack().id,
    policy: 'P',
    insurer: '',
    from: '2026-11-24',
    to: '2026-11-24',
  }
  test.each<[string, string | null, Partial<MoveContext>]>([
    ['on its start day', null, { today: '2026-09-03' }],
    ['not the day before', 'pacts.needs.startDay', { today: '2026-09-02' }],
    ['not with a give-back that nobody insures', 'pacts.needs.cover', bare],
    ['with a cover brought later', null, { ...bare, laterCovers: [cover] }],
    [
      'not with the cover of another give-back',
      'pacts.needs.cover',
      { ...bare, laterCovers: [{ ...cover, giveBackId: sampleId(77) }] },
    ],
    [
      'not with a cover that is over',
      'pacts.needs.cover',
      { ...bare, laterCovers: [{ ...cover, from: '2026-01-01', to: '2026-11-23' }] },
    ],
  ])('%s', (_, code, context) => expect(codeOf(pact, 'activate', context)).toBe(code))
})

describe('a pact under way', () => {
  const pact = anActivePact()
  test.each<[string, PactMove, string | null, MoveContext['asked']]>([
    ['pauses until a day to come', 'suspend', null, { reason: 'Ricovero', until: '2026-12-24' }],
    ['not until today', 'suspend', 'pacts.needs.until', { reason: 'Ricovero', until: '2026-11-24' }],
    ['not beyond its end', 'suspend', 'pacts.needs.untilBeforeEnd', { reason: 'Ricovero', until: '2027-03-04' }],
    ['not without a reason', 'suspend', 'pacts.needs.reason', { until: '2026-12-24' }],
    ['goes on to twelve months', 'extend', null, { reason: 'Il lavoro comincia ora', newEnd: '2027-09-03' }],
    ['not longer', 'extend', 'pacts.needs.termShorter', { reason: 'Il lavoro comincia ora', newEnd: '2027-09-04' }],
    ['not shorter', 'extend', 'pacts.needs.newEnd', { reason: 'Il lavoro comincia ora', newEnd: '2027-03-03' }],
    ['is left by the person without a reason', 'withdraw', null, {}],
    ['is not interrupted without one', 'interrupt', 'pacts.needs.reason', {}],
  ])('%s', (_, move, code, with_) => expect(codeOf(pact, move, { ...(with_ ? { asked: with_ } : {}) })).toBe(code))

  test('is extended as often as the settings allow', () => {
    const settings = { ...defaultPactSettings, maxExtensions: 1 }
    expect(codeOf(pact, 'extend', { settings })).toBeNull()
    expect(codeOf({ ...pact, extensions: 1 }, 'extend', { settings })).toBe('pacts.needs.fewerExtensions')
  })
  test('keeps an extended end when its text is renegotiated', () => {
    const extended = { ...pact, extensions: 1, endsOn: addMonths('2026-09-03', 9) }
    expect(bindVersion(extended, { ...aMoveContext().version, number: 2 })).toMatchObject({
      versionInForce: 2,
      endsOn: '2027-06-03',
      state: 'active',
    })
  })
  test('forgets until when it was suspended once it goes on', () =>
    expect(
      movePact({ ...pact, state: 'suspended', suspendedUntil: '2026-12-24' }, 'resume', {
        ...aMoveContext(),
        asked: {},
      }),
    ).toMatchObject({ value: { state: 'active', suspendedUntil: null } }))
})

describe('a pact closes', () => {
  const pact = anActivePact({ state: 'closing' })
  const closure = aClosure({ lastDay: '2026-11-20' })
  test.each<[string, string | null, Partial<MoveContext>]>([
    ['after the final review', null, { asked: { closure } }],
    ['not without it', 'pacts.needs.finalReview', { reviews: [] }],
    ['not when it is only planned', 'pacts.needs.finalReview', { reviews: [aFinalReview({ heldOn: null })] }],
    ['not when it decided to extend', 'pacts.needs.finalReview', { reviews: [aFinalReview({ decision: 'extend' })] }],
    ['not without the person’s own words', 'pacts.needs.bothVoices', { reviews: [aFinalReview({ personVoice: '' })] }],
    ['not without an outcome', 'pacts.needs.closure', { asked: {} }],
    ['not on a day to come', 'pacts.needs.lastDay', { asked: { closure: { ...closure, lastDay: '2026-11-25' } } }],
  ])('%s', (_, code, context) => expect(codeOf(pact, 'close', context)).toBe(code))
  test('on its last day, which a late record does not move', () => {
    expect(movePact(pact, 'close', { ...aMoveContext(), asked: { closure } })).toMatchObject({
      value: { closedOn: '2026-11-20', closure: { goals: 'all' } },
    })
    expect(whyNotLate({ state: 'closed' }, 'Il foglio presenze è arrivato a gennaio')).toBeNull()
    expect(whyNotLate({ state: 'closed' }, 'tardi')?.code).toBe('pacts.late.reason')
    expect(whyNotLate({ state: 'active' }, 'Il foglio presenze è arrivato a gennaio')?.code).toBe('pacts.late.notOver')
  })
})

describe('the age of autonomy', () => {
  const about = { settings: defaultPactSettings, today: '2026-11-24' }
  test.each([
    ['2007-11-24', null],
    ['2007-11-25', 'pacts.warn.age'],
    ['1986-11-25', null],
    ['1986-11-24', 'pacts.warn.age'],
    [null, null],
  ])('born %s: %s', (birth, code) => expect(ageWarning('autonomy', birth, about)?.code ?? null).toBe(code))
  test('says nothing of other kinds, whatever their name', () => {
    expect(ageWarning('inclusion', '1940-01-01', about)).toBeNull()
    expect(ageWarning('constructor', '1940-01-01', about)).toBeNull()
  })
  test('never stops a move', () => expect(codeOf(aPact({ kind: 'autonomy' }), 'submit', {})).toBeNull())
})
