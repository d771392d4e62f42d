import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { laterText } from '../core/pact.canonical.ts'
import type { Pact } from '../core/pact.schema.ts'
import { isOver } from '../core/pact.ts'
import type { Signed } from '../core/sign.api.ts'
import { isLate } from '../core/signers.ts'
import { sha256 } from './digest.ts'
import { coreSignatory } from './freeze.ts'
import { addLater, listAllSigners } from './later.store.ts'
import { journalPact } from './pact.journal.ts'
import type { KeptSignatory } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { findVersion } from './version.store.ts'

type Frozen = KeptVersion & { readonly frozenAt: string; readonly contentHash: string }
const isFrozen = (version: KeptVersion): version is Frozen => version.frozenAt !== null && version.contentHash !== null

/** SHA-256 over a later signature and the frozen text that it adds to. */
export const laterFingerprint = (
  { pactId, number, contentHash, frozenAt }: Pick<Frozen, 'pactId' | 'number' | 'contentHash' | 'frozenAt'>,
  signatory: KeptSignatory,
): string => sha256(laterText({ pactId, number, contentHash, frozenAt, signatory: coreSignatory(signatory) }))

/** The text in force and a party that need not have signed it; undefined when there is no such party. */
export const laterSigning = async (
  tx: Tx,
  pact: Pact,
  signatoryId: string,
): Promise<{ version: KeptVersion; signatory: KeptSignatory } | undefined> => {
  const version = isOver(pact.state) ? undefined : await findVersion(tx, pact, 'inForce', true)
  if (!version || !isFrozen(version)) return undefined
  const signatory = (await listAllSigners(tx, pact.districtId, version.id)).find(({ id }) => id === signatoryId)
  return signatory && isLate(version, signatory) ? { version, signatory } : undefined
}

/** Keeps the signature beside the text: the text, its signatures and its fingerprint stay as they were fixed. */
export const keepLater = async (
  tx: Tx,
  { pact, version }: { pact: Pact; version: KeptVersion },
  signatory: KeptSignatory,
): Promise<Outcome<Signed>> => {
  if (!isFrozen(version)) return refuse('conflict', 'pacts.sign.notOpen')
  await addLater(tx, pact, { signatory, fingerprint: laterFingerprint(version, signatory) })
  const { method, helper, label } = signatory
  await journalPact(tx, pact, { act: 'pacts.signLater', changed: { signatory: label, method, helper } })
  return done({ signedAt: signatory.signedAt ?? tx.now, awaited: 0, complete: false, state: pact.state })
}
