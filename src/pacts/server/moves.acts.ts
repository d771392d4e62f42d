import { scheduleMeasures } from '../../measures/server/schedule.door.ts'
import { addMonths, dayOf, notBefore } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { widen } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { MakeMove } from '../core/pact.api.ts'
import type { Asked, MoveContext } from '../core/pact.checks.ts'
import { pactDeadlines } from '../core/pact.deadlines.ts'
import { canMakeMove } from '../core/pact.policy.ts'
import type { Pact, PactState } from '../core/pact.schema.ts'
import { isOver, movePact, type PactMove } from '../core/pact.ts'
import { isPending, versionMoveOf } from '../core/version.ts'
import { contextOf } from './context.ts'
import { addDecision, addFollowUps, setReview } from './follow.store.ts'
import { journalPact } from './pact.journal.ts'
import { held } from './pact.reach.ts'
import { nextOf, pactRulesIn } from './pact.rules.ts'
import { addMove, type KeptPact, savePact } from './pact.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { findVersion } from './version.store.ts'
import { applyVersionMove } from './versionMoves.ts'
import { takeWords } from './word.store.ts'

/** A move about to be made; whoever makes it has been let through by then. */
export type Making = {
  readonly kept: KeptPact
  readonly version: KeptVersion
  readonly move: PactMove
  readonly asked: Asked
  readonly context: MoveContext
  readonly at: string
}

const panelMoves: readonly PactMove[] = ['approve', 'sendBack', 'refuse']

const stillBefore = (kept: KeptPact, next: Pact): boolean =>
  next.state === 'toPanel' || (!isOver(next.state) && kept.pact.versionInForce !== null && kept.beforePanel)

/** What follows from having got there: reviews and follow-ups set themselves. Gives the day of the next review. */
const settle = async (tx: Tx, { kept, move, context: { settings } }: Making, pact: Pact): Promise<string | null> => {
  const due = (kind: string): string | undefined =>
    pactDeadlines(pact, settings, pact.stateSince).find((one) => one.kind === kind)?.due
  const final = due('finalReview')
  if (move === 'startClosing' && final) await setReview(tx, pact, { kind: 'final', due: final })
  const { closedOn } = pact
  if (move === 'close' && closedOn !== null)
    await addFollowUps(
      tx,
      pact,
      settings.followUpMonths.map((months) => ({ months, due: addMonths(closedOn, months) })),
    )
  const review = due('review')
  if (!review || (move !== 'activate' && move !== 'extend')) return kept.reviewDue
  await setReview(tx, pact, { kind: 'interim', due: review })
  return review
}

/** Makes a move and all that follows from it: text, signatures, reviews, the line in the pact's life. */
export const applyMove = async (tx: Tx, making: Making): Promise<Outcome<Pact>> => {
  const { kept, move, asked, context, at } = making
  const moved = movePact(kept.pact, move, { ...context, asked })
  if (!moved.ok) return moved
  const text = await moveText(tx, making, moved.value)
  if (!text.ok) return text
  const pact = moved.value
  const reviewDue = await settle(tx, making, pact)
  const next = nextOf(pact, { ...context, reviewDue })
  await savePact(tx, pact, { next, beforePanel: stillBefore(kept, pact), lastMoveAt: at, reviewDue })
  await scheduleMeasures(tx, pact)
  if (isOver(pact.state)) await takeWords(tx, pact)
  const { reason = '', ...rest } = asked
  await addMove(tx, { pact: kept.pact, move, to: pact.state, at, reason, asked: rest })
  return done(pact)
}

const moveText = async (tx: Tx, making: Making, moved: Pact): Promise<Outcome<unknown>> => {
  const { kept, version, move, asked, context, at } = making
  const versionMove = versionMoveOf[move]
  const about = { pact: kept.pact, context: { ...context, asked }, at }
  if (versionMove) return applyVersionMove(tx, { ...about, version, move: versionMove })
  if (!isOver(moved.state)) return done(null)
  const pending = isPending(version) ? version : await findVersion(tx, kept.pact, 'pending')
  return pending ? applyVersionMove(tx, { ...about, version: pending, move: 'abandon' }) : done(null)
}

/** The text that a move is about: the one half-way when the move concerns it, else the one in force. */
export const textFor = async (tx: Tx, pact: Pact, move: PactMove): Promise<KeptVersion | undefined> => {
  const pending = (): Promise<KeptVersion | undefined> => findVersion(tx, pact, 'pending', true)
  if (versionMoveOf[move]) return (await pending()) ?? (await lastText(tx, pact))
  return (await findVersion(tx, pact, 'inForce')) ?? (await pending()) ?? (await lastText(tx, pact))
}

const lastText = (tx: Tx, pact: Pact): Promise<KeptVersion | undefined> =>
  findVersion(tx, pact, { number: pact.versionInForce ?? 1 })

export const makeMove = async (tx: Tx, pactId: string, body: MakeMove): Promise<Outcome<{ state: PactState }>> => {
  const found = await held(tx, pactId)
  if (!found.ok) return found
  const { kept, roles } = found.value
  const { pact } = kept
  const { move, present = '', ...given } = body
  if (!canMakeMove(tx.actor, pact, { move, roles })) return refuse('forbidden', 'pacts.notYours')
  const isPanel = panelMoves.includes(move)
  const version = await textFor(tx, pact, move)
  if (!version && !isPanel) return unknown()
  if (!version) return refuse('conflict', `pacts.opens.${move}`)
  const at = notBefore(tx.now, kept.lastMoveAt)
  const today = dayOf(at)
  const { settings } = await pactRulesIn(tx, pact.districtId)
  if (isPanel) await widen(tx, { cases: [pact.caseId] })
  const asked = askedOf(given)
  const context = await contextOf(tx, { pact, version, move, settings, today })
  const moved = await applyMove(tx, { kept, version, move, asked, context, at })
  if (!moved.ok) return moved
  if (isPanel)
    await addDecision(tx, pact, { versionId: version.id, decision: move, minutes: asked.reason ?? '', present, at })
  // the journal is read by the person: the panel's minutes stay with its decision
  const reason = isPanel ? undefined : asked.reason
  await journalPact(tx, pact, { act: `pacts.move.${move}`, changed: { ...given, move }, reason })
  return done({ state: moved.value.state })
}

const askedOf = ({ reason, until, newEnd, closure }: Omit<MakeMove, 'move' | 'present'>): Asked => ({
  ...(reason === undefined ? {} : { reason }),
  ...(until === undefined ? {} : { until }),
  ...(newEnd === undefined ? {} : { newEnd }),
  ...(closure === undefined ? {} : { closure }),
})
