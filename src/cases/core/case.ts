import type { Day, Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { BreakGlass, Case, CaseState, EquipeMember, EquipeRole } from './case.schema.ts'

type Move = {
  readonly from: readonly CaseState[]
  readonly to: CaseState
  readonly by: 'worker' | 'coordinator' | 'either'
}

/**
 * The life of a case. A closed one is read-only; `reopen` is its one governed door. `transfer` is proposed by the old
 * district and happens when the new one accepts.
 */
export const caseMoves = {
  close: { from: ['open'], to: 'closed', by: 'worker' },
  reopen: { from: ['closed'], to: 'open', by: 'coordinator' },
  transfer: { from: ['open'], to: 'transferred', by: 'either' },
} as const satisfies Record<string, Move>
export type CaseMove = keyof typeof caseMoves

export type CaseContext = {
  readonly today: Day
  /** Pacts of the case that have not ended; for a transfer those suspended do not count. */
  readonly openPacts: number
  /** A transfer names the district where the case begins anew, and a summary for whoever goes on. */
  readonly asked?: {
    readonly reason: string
    readonly toDistrictId?: string | undefined
    readonly handOver?: string | undefined
  }
}

const moveOf = (move: CaseMove): Move => caseMoves[move]
const length = (text: string | undefined): number => text?.trim().length ?? 0

const whyNotAsked = (one: Case, move: CaseMove, { asked }: CaseContext): string | null => {
  if (asked === undefined) return null
  if (move === 'reopen') return length(asked.reason) >= 20 ? null : 'cases.needs.longReason'
  if (length(asked.reason) === 0) return 'cases.needs.reason'
  if (move === 'close') return null
  if (asked.toDistrictId === undefined || asked.toDistrictId === one.districtId) return 'cases.needs.otherDistrict'
  return length(asked.handOver) === 0 ? 'cases.needs.handOver' : null
}

/** The code of the reason why this move is not open, or null; with `asked`, also of what is missing in it. */
export const whyNotCase = (one: Case, move: CaseMove, context: CaseContext): string | null => {
  if (!moveOf(move).from.includes(one.state)) return `cases.opens.${move}`
  if (move !== 'reopen' && context.openPacts > 0)
    return move === 'transfer' ? 'cases.needs.restingPacts' : 'cases.needs.endedPacts'
  return whyNotAsked(one, move, context)
}

export const moveCase = (
  one: Case,
  move: CaseMove,
  context: CaseContext & { readonly asked: NonNullable<CaseContext['asked']> },
): Outcome<Case> => {
  const code = whyNotCase(one, move, context)
  if (code) return refuse('conflict', code, { move, state: one.state, count: context.openPacts })
  const { reason } = context.asked
  const state = moveOf(move).to
  if (move === 'reopen') return done({ ...one, state, closedOn: null, closingReason: '' })
  return done({ ...one, state, closedOn: context.today, closingReason: reason })
}

/** The roles of an account in an equipe on a day. */
export const rolesIn = (equipe: readonly EquipeMember[], accountId: string, on: Day): EquipeRole[] =>
  equipe
    .filter((one) => one.accountId === accountId && one.from <= on && (one.to === null || on <= one.to))
    .map(({ role }) => role)

/** An opening by breaking the glass holds until its hour, whatever happens to the account's roles meanwhile. */
export const isGlassOpen = (glass: Pick<BreakGlass, 'at' | 'until'>, now: Instant): boolean =>
  glass.at <= now && now < glass.until
