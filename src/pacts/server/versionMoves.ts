import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canonicalText } from '../core/pact.canonical.ts'
import type { MoveContext } from '../core/pact.checks.ts'
import { progressOf } from '../core/pact.progress.ts'
import type { Pact } from '../core/pact.schema.ts'
import { moveVersion, type VersionMove } from '../core/version.ts'
import { signersFor } from './context.ts'
import { sha256 } from './digest.ts'
import { listMarks } from './follow.store.ts'
import { freeze } from './freeze.ts'
import { saveCounts } from './pact.store.ts'
import { addSignatories, dropSignatories } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { findVersion, saveVersion } from './version.store.ts'

export type VersionMaking = {
  readonly pact: Pact
  readonly version: KeptVersion
  readonly move: VersionMove
  readonly context: MoveContext
  readonly at: string
}

/** Moves one text, with what its move brings: signers named, opened, dropped; the old text superseded, the new one frozen. */
export const applyVersionMove = async (tx: Tx, making: VersionMaking): Promise<Outcome<KeptVersion>> => {
  const { pact, version, move, context } = making
  const moved = moveVersion(version, move, { pact, context })
  if (!moved.ok) return moved
  const next: KeptVersion = { ...version, ...moved.value, ...(await fixed(tx, making)) }
  if (move === 'takeBack') await dropSignatories(tx, pact.districtId, version.id)
  if (move === 'putInForce') await supersedeOld(tx, making)
  await saveVersion(tx, { districtId: pact.districtId, id: version.id }, next)
  if (move === 'approve') await addSignatories(tx, pact, next)
  if (move === 'putInForce') await bind(tx, making, next)
  return done(next)
}

/** The signers when the text goes to the panel; its fingerprint when signing opens. */
const fixed = async (tx: Tx, { pact, version, move, context }: VersionMaking): Promise<Partial<KeptVersion>> => {
  const { content } = version
  if (move === 'approve') return { contentHash: sha256(canonicalText(content)) }
  if (move !== 'submit') return {}
  return { signers: await signersFor(tx, pact, { content, settings: context.settings, today: context.today }) }
}

const supersedeOld = async (tx: Tx, { pact }: VersionMaking): Promise<void> => {
  const old = await findVersion(tx, pact, 'inForce', true)
  if (old) await saveVersion(tx, { districtId: pact.districtId, id: old.id }, { ...old, state: 'superseded' })
}

const bind = async (tx: Tx, { pact, context, at }: VersionMaking, version: KeptVersion): Promise<void> => {
  const marks = await listMarks(tx, pact)
  await saveCounts(tx, pact, progressOf(version.content, marks, { today: context.today }))
  await freeze(tx, pact, { version, at })
}
