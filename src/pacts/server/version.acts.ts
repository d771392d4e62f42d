import { scheduleMeasures } from '../../measures/server/schedule.door.ts'
import { dayOf, notBefore } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { widen } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type Difference, diffContents } from '../core/pact.diff.ts'
import { canMakeVersionMove } from '../core/pact.policy.ts'
import type { Pact } from '../core/pact.schema.ts'
import { bindVersion } from '../core/pact.ts'
import type { VersionState } from '../core/version.schema.ts'
import { isPending, type VersionMove, whyNotRenegotiate } from '../core/version.ts'
import { contextOf } from './context.ts'
import type { VersionParams } from './edit.acts.ts'
import { addDecision } from './follow.store.ts'
import { journalPact } from './pact.journal.ts'
import { type Held, held, readable, writable } from './pact.reach.ts'
import { nextOf, pactRulesIn } from './pact.rules.ts'
import { type KeptPact, savePact } from './pact.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { addVersion, findVersion, listVersions } from './version.store.ts'
import { applyVersionMove, type VersionMaking } from './versionMoves.ts'

/** Begins a new text from the one in force; marks stay where they are, beside the pact. */
export const renegotiate = async (
  tx: Tx,
  pactId: string,
  { reason }: { reason: string },
): Promise<Outcome<{ versionId: string; number: number }>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value.kept
  const versions = await listVersions(tx, pact)
  const why = whyNotRenegotiate(pact, versions, reason)
  if (why) return refuse('conflict', why.code, why.params)
  const inForce = versions.find(({ state }) => state === 'inForce')
  if (!inForce) return unknown()
  const number = Math.max(...versions.map((one) => one.number)) + 1
  const versionId = tx.newId()
  await addVersion(tx, pact, { id: versionId, number, reason, content: inForce.content })
  await journalPact(tx, pact, { act: 'pacts.renegotiate', changed: { number }, reason })
  return done({ versionId, number })
}

type Side = { number: number; state: VersionState; reason: string }
export type Compared = { a: Side; b: Side; rows: Difference[] }

export const compareVersions = async (
  tx: Tx,
  pactId: string,
  { a, b }: { a: number; b: number },
): Promise<Outcome<Compared>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  const versions = await listVersions(tx, pact)
  const [one, other] = [a, b].map((number) => versions.find((version) => version.number === number))
  if (!one || !other) return unknown()
  await journalPact(tx, pact, { act: 'pacts.compare' })
  const side = ({ number, state, reason }: KeptVersion): Side => ({ number, state, reason })
  return done({ a: side(one), b: side(other), rows: diffContents(one.content, other.content) })
}

type Body = { readonly move: VersionMove; readonly reason?: string | undefined; readonly present?: string | undefined }
const panelMoves: readonly VersionMove[] = ['approve', 'sendBack', 'refuse']

/** Moves a renegotiated text; the first text of a pact moves with it. */
export const makeVersionMove = async (
  tx: Tx,
  { pactId, versionId }: VersionParams,
  body: Body,
): Promise<Outcome<{ state: VersionState }>> => {
  const found = await held(tx, pactId)
  if (!found.ok) return found
  const ready = await readied(tx, found.value, { versionId, body })
  if (!ready.ok) return ready
  const making = ready.value
  const { kept } = found.value
  const { pact } = kept
  const moved = await applyVersionMove(tx, making)
  if (!moved.ok) return moved
  await settleVersion(tx, { kept, making, version: moved.value })
  const { move, reason = '', present = '' } = body
  if (panelMoves.includes(move))
    await addDecision(tx, pact, { versionId, decision: move, minutes: reason, present, at: making.at })
  const told = panelMoves.includes(move) ? undefined : reason
  await journalPact(tx, pact, { act: `pacts.moveVersion.${move}`, changed: { ...body }, reason: told })
  return done({ state: moved.value.state })
}

type Wish = { readonly versionId: string; readonly body: Body }

/** Who may, and what the move looks at. `supersede` follows by itself and is nobody's to make. */
const readied = async (tx: Tx, { kept, roles }: Held, { versionId, body }: Wish): Promise<Outcome<VersionMaking>> => {
  const { pact, lastMoveAt } = kept
  const { move, reason } = body
  if (!canMakeVersionMove(tx.actor, pact, { move, roles })) return refuse('forbidden', 'pacts.notYours')
  const version = await findVersion(tx, pact, { id: versionId }, true)
  if (!version) return unknown()
  if (pact.versionInForce === null || !isPending(version)) return refuse('conflict', `pacts.versionOpens.${move}`)
  if (panelMoves.includes(move)) await widen(tx, { cases: [pact.caseId] })
  const at = notBefore(tx.now, lastMoveAt)
  const today = dayOf(at)
  const { settings } = await pactRulesIn(tx, pact.districtId)
  const context = await contextOf(tx, { pact, version, move, settings, today })
  return done({ pact, version, move, context: { ...context, asked: reason === undefined ? {} : { reason } }, at })
}

/** What the pact takes from a move of its next text: whether the panel sees it, and the new terms once it binds. */
export const settleVersion = async (
  tx: Tx,
  { kept, making, version }: { kept: KeptPact; making: VersionMaking; version: KeptVersion },
): Promise<Pact> => {
  const pact = making.move === 'putInForce' ? bindVersion(kept.pact, version) : kept.pact
  const { reviewDue } = kept
  const next = nextOf(pact, { ...making.context, reviewDue })
  await savePact(tx, pact, { next, beforePanel: version.state === 'toPanel', lastMoveAt: making.at, reviewDue })
  await scheduleMeasures(tx, pact)
  return pact
}
