import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Check, MoveContext, Why } from './pact.checks.ts'
import * as check from './pact.checks.ts'
import type { Pact } from './pact.schema.ts'
import type { Maker, PactMove } from './pact.ts'
import type { PactVersion, VersionState } from './version.schema.ts'

type Move = {
  readonly from: readonly VersionState[]
  readonly to: VersionState
  readonly by: readonly Maker[]
  readonly when: readonly Check[]
  readonly asks: readonly Check[]
}

const wholeText: readonly Check[] = [check.hasPurpose, check.hasGoals, check.hasTwoSides, check.hasWholeCommitments]
const { hasTerm, isNotOwnTutor, isSignedByAll, saysWhy } = check

/** The life of one text. The first goes along with its pact; a renegotiated one by itself, while the pact stays active. */
export const versionMoves = {
  submit: { from: ['draft'], to: 'toPanel', by: ['writer'], when: [...wholeText, hasTerm], asks: [] },
  takeBack: { from: ['toPanel', 'signing'], to: 'draft', by: ['writer'], when: [], asks: [saysWhy] },
  sendBack: { from: ['toPanel'], to: 'draft', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  approve: { from: ['toPanel'], to: 'signing', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  refuse: { from: ['toPanel'], to: 'refused', by: ['panel'], when: [isNotOwnTutor], asks: [saysWhy] },
  putInForce: { from: ['signing'], to: 'inForce', by: ['system', 'writer'], when: [isSignedByAll], asks: [] },
  supersede: { from: ['inForce'], to: 'superseded', by: ['system'], when: [], asks: [] },
  abandon: {
    from: ['draft', 'toPanel', 'signing'],
    to: 'abandoned',
    by: ['writer', 'system'],
    when: [],
    asks: [],
  },
} as const satisfies Record<string, Move>
export type VersionMove = keyof typeof versionMoves

export const allVersionMoves: readonly VersionMove[] = [
  'submit',
  'takeBack',
  'sendBack',
  'approve',
  'refuse',
  'putInForce',
  'supersede',
  'abandon',
]

/** What a move of the pact does to the text it is about; a pact that ends leaves no text half-way. */
export const versionMoveOf: Partial<Record<PactMove, VersionMove>> = {
  submit: 'submit',
  takeBack: 'takeBack',
  approve: 'approve',
  sendBack: 'sendBack',
  refuse: 'refuse',
  sign: 'putInForce',
}

const moveOf = (move: VersionMove): Move => versionMoves[move]

/** Its text may still be changed. */
export const isEditable = (version: Pick<PactVersion, 'state'>): boolean => version.state === 'draft'
/** Half-way: neither in force nor over. */
export const isPending = ({ state }: Pick<PactVersion, 'state'>): boolean =>
  state === 'draft' || state === 'toPanel' || state === 'signing'

/** Why a move of this text is not open now, or null when it is. */
export const whyNotVersion = (
  version: Pick<PactVersion, 'state' | 'number' | 'reason'>,
  move: VersionMove,
  { pact, context }: { pact: Pact; context: MoveContext },
): Why | null => {
  const { from, when, asks } = moveOf(move)
  if (!from.includes(version.state)) return { code: `pacts.versionOpens.${move}` }
  if (move === 'submit' && version.number > 1 && version.reason.trim() === '') {
    return { code: 'pacts.needs.renegotiationReason' }
  }
  const checks = context.asked === undefined ? when : [...when, ...asks]
  for (const holds of checks) {
    const why = holds(pact, context)
    if (why) return why
  }
  return null
}

/** The text after the move. Whoever saves it freezes the fingerprint at `approve` and drops the signatures at `takeBack`. */
export const moveVersion = (
  version: PactVersion,
  move: VersionMove,
  about: { pact: Pact; context: MoveContext },
): Outcome<PactVersion> => {
  const why = whyNotVersion(version, move, about)
  if (why) return refuse('conflict', why.code, { move, state: version.state, ...why.params })
  const to = moveOf(move).to
  return done({ ...version, state: to, contentHash: to === 'draft' ? null : version.contentHash })
}

/** Why a new text of a pact cannot be begun: only under way, one at a time, and with a reason. */
export const whyNotRenegotiate = (
  pact: Pick<Pact, 'state'>,
  versions: readonly Pick<PactVersion, 'state'>[],
  reason?: string,
): Why | null => {
  if (pact.state !== 'active' && pact.state !== 'suspended') return { code: 'pacts.renegotiate.notUnderWay' }
  if (versions.some(isPending)) return { code: 'pacts.renegotiate.onePending' }
  return reason !== undefined && reason.trim() === '' ? { code: 'pacts.needs.renegotiationReason' } : null
}
