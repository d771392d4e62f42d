import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Asked, Check, MoveContext, Why } from './pact.checks.ts'
import * as check from './pact.checks.ts'
import type { Pact, PactState } from './pact.schema.ts'

/** In what capacity a move is made; `pact.policy.ts` says who holds it. */
export type Maker = 'writer' | 'panel' | 'coordinator' | 'person' | 'system'

type Move = {
  readonly from: readonly PactState[]
  readonly to: PactState
  readonly by: readonly Maker[]
  /** What must hold before the button opens. */
  readonly when: readonly Check[]
  /** What the maker has to add. */
  readonly asks: readonly Check[]
}

const underWay: readonly PactState[] = ['active', 'suspended', 'closing']
const open: readonly PactState[] = ['draft', 'toPanel', 'approved', 'signed', ...underWay]
const wholeText: readonly Check[] = [
  check.hasPurpose,
  check.hasGoals,
  check.hasTwoSides,
  check.hasWholeCommitments,
  check.hasTerm,
  check.hasAssessment,
]
const { isNotOwnTutor, saysWhy } = check

/** The life of a pact: which move leads from where to where, by whom and when. Server and buttons read this one table. */
export const pactMoves = {
  submit: { from: ['draft'], to: 'toPanel', by: ['writer'], when: wholeText, asks: [] },
  takeBack: { from: ['toPanel', 'approved'], to: 'draft', by: ['writer'], when: [], asks: [saysWhy] },
  approve: { from: ['toPanel'], to: 'approved', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  sendBack: { from: ['toPanel'], to: 'draft', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  refuse: { from: ['toPanel'], to: 'refused', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  sign: { from: ['approved'], to: 'signed', by: ['system', 'writer'], when: [check.isSignedByAll], asks: [] },
  activate: {
    from: ['signed'],
    to: 'active',
    by: ['system', 'writer'],
    when: [check.hasStarted, check.isInsured],
    asks: [],
  },
  suspend: { from: ['active'], to: 'suspended', by: ['writer'], when: [], asks: [saysWhy, check.saysUntil] },
  resume: { from: ['suspended'], to: 'active', by: ['writer', 'system'], when: [], asks: [] },
  extend: {
    from: ['active', 'closing'],
    to: 'active',
    by: ['writer'],
    when: [check.mayStillExtend],
    asks: [saysWhy, check.saysNewEnd],
  },
  startClosing: { from: ['active', 'suspended'], to: 'closing', by: ['writer'], when: [], asks: [] },
  close: { from: ['closing'], to: 'closed', by: ['writer'], when: [check.hasFinalReview], asks: [check.saysOutcome] },
  withdraw: { from: open, to: 'withdrawn', by: ['person', 'writer'], when: [], asks: [] },
  interrupt: { from: open, to: 'interrupted', by: ['writer', 'coordinator'], when: [], asks: [saysWhy] },
  transfer: { from: open, to: 'transferred', by: ['coordinator'], when: [], asks: [saysWhy] },
} as const satisfies Record<string, Move>
export type PactMove = keyof typeof pactMoves

const moveOf = (move: PactMove): Move => pactMoves[move]

export const allPactMoves: readonly PactMove[] = [
  'submit',
  'takeBack',
  'approve',
  'sendBack',
  'refuse',
  'sign',
  'activate',
  'suspend',
  'resume',
  'extend',
  'startClosing',
  'close',
  'withdraw',
  'interrupt',
  'transfer',
]

/** Ended for good: read-only, but for late records with their reason. */
export const isOver = (state: PactState): boolean => !open.includes(state)
/** The person counts as a beneficiary from the signature on, however the pact ended. */
export const isBinding = (state: PactState): boolean => state === 'signed' || underWay.includes(state)

/** Why a move is not open now, or null when it is. With `asked` in the context, also why what was added is not enough. */
export const whyNot = (pact: Pact, move: PactMove, context: MoveContext): Why | null => {
  const { from, when, asks } = moveOf(move)
  if (!from.includes(pact.state)) return { code: isOver(pact.state) ? 'pacts.over' : `pacts.opens.${move}` }
  const checks = context.asked === undefined ? when : [...when, ...asks]
  for (const holds of checks) {
    const why = holds(pact, context)
    if (why) return why
  }
  return null
}

/** What a move changes beside the state. */
const changesOf = (pact: Pact, move: PactMove, { asked, today, version }: MoveContext): Partial<Pact> => {
  switch (move) {
    case 'sign':
      return { ...bound(pact, version), signedOn: today }
    case 'suspend':
      return { suspendedUntil: asked?.until ?? null }
    case 'extend':
      return { endsOn: asked?.newEnd ?? pact.endsOn, extensions: pact.extensions + 1 }
    case 'close':
      return { closure: asked?.closure ?? null, closedOn: asked?.closure?.lastDay ?? today }
    case 'withdraw':
    case 'interrupt':
    case 'transfer':
      return { closedOn: today }
    default:
      return {}
  }
}

/** What a version brings with it when it comes into force: an extended end is not shortened by an older date in the text. */
const bound = (pact: Pact, { number, content }: MoveContext['version']): Partial<Pact> => {
  const { start, end } = content.term
  const later = pact.endsOn !== null && end !== null && pact.extensions > 0 && pact.endsOn > end ? pact.endsOn : end
  return {
    versionInForce: number,
    startsOn: pact.startsOn ?? start,
    endsOn: later ?? pact.endsOn,
    reviewEveryDays: content.reviewEveryDays,
  }
}

/** The pact after the move, or why not. Who may make it is asked of the policy, before. */
export const movePact = (
  pact: Pact,
  move: PactMove,
  context: MoveContext & { readonly asked: Asked },
): Outcome<Pact> => {
  const why = whyNot(pact, move, context)
  if (why) return refuse('conflict', why.code, { move, state: pact.state, ...why.params })
  const suspendedUntil = null
  const changes = changesOf(pact, move, context)
  return done({ ...pact, suspendedUntil, ...changes, state: moveOf(move).to, stateSince: context.today })
}

/** The pact bound by a renegotiated version: its state stays what it is. */
export const bindVersion = (pact: Pact, version: MoveContext['version']): Pact => ({ ...pact, ...bound(pact, version) })

/** The one door into an ended pact: a late record says why it comes late, and never moves the closing date. */
export const whyNotLate = (pact: Pick<Pact, 'state'>, reason: string): Why | null => {
  if (!isOver(pact.state)) return { code: 'pacts.late.notOver' }
  return reason.trim().length >= 20 ? null : { code: 'pacts.late.reason' }
}
