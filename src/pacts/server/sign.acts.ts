import { dayOf, notBefore } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, refuseKeeping, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'
import { whyNot } from '../core/pact.ts'
import type { NewSignature, Signed } from '../core/sign.api.ts'
import { isLate, signAs } from '../core/signers.ts'
import type { Signatory, SignatureMethod } from '../core/version.schema.ts'
import { whyNotVersion } from '../core/version.ts'
import { contextOf } from './context.ts'
import { keepLater, laterSigning } from './later.acts.ts'
import { applyMove } from './moves.acts.ts'
import { journalPact } from './pact.journal.ts'
import { writable } from './pact.reach.ts'
import { pactRulesIn } from './pact.rules.ts'
import type { KeptPact } from './pact.store.ts'
import { isDrawing } from './png.ts'
import { type KeptSignatory, lastCode, listSignatories, saveSignature, spendCode, tryCode } from './sign.store.ts'
import { settleVersion } from './version.acts.ts'
import type { KeptVersion } from './version.rows.ts'
import { findVersion } from './version.store.ts'
import { applyVersionMove } from './versionMoves.ts'

export type SignatoryParams = { readonly pactId: string; readonly signatoryId: string }
export type Signing = { readonly kept: KeptPact; readonly version: KeptVersion; readonly signatory: KeptSignatory }

/**
 * The text out for signing and one of its signers, or the text in force and one who may still sign it; the pact is locked,
 * so that two last signatures follow each other.
 */
export const signingOf = async (tx: Tx, { pactId, signatoryId }: SignatoryParams): Promise<Outcome<Signing>> => {
  const found = await writable(tx, pactId)
  if (!found.ok) return found
  const { kept } = found.value
  const version = await findVersion(tx, kept.pact, 'pending', true)
  const isOpen = version?.state === 'signing'
  const all = isOpen ? await listSignatories(tx, kept.pact.districtId, version.id) : []
  const signatory = all.find(({ id }) => id === signatoryId)
  if (isOpen && signatory) return done({ kept, version, signatory })
  const later = await laterSigning(tx, kept.pact, signatoryId)
  if (later) return done({ kept, ...later })
  return isOpen ? unknown() : refuse('conflict', 'pacts.sign.notOpen')
}

type Act = { readonly seenHash: string; readonly method: SignatureMethod; readonly helper: string }
type Proof = { readonly imageSealed: string | null; readonly paperFileId: string | null }

/** Keyed, for six digits are soon guessed, and bound to the signer: a code opens its own signature only. */
export const codeHash = (tx: Tx, signatoryId: string, code: string): string =>
  tx.services.secrets.blindIndex('signingCode', `${signatoryId} ${code}`)

export const signPact = async (tx: Tx, params: SignatoryParams, body: NewSignature): Promise<Outcome<Signed>> => {
  const found = await signingOf(tx, params)
  if (!found.ok) return found
  const { signatory } = found.value
  const signed = signNow(tx, found.value, body)
  if (!signed.ok) return signed
  if (body.method === 'code') {
    const right = await takeCode(tx, found.value, body.code)
    return right.ok ? complete(tx, found.value, signed.value, nothing) : right
  }
  if (!isDrawing(Buffer.from(body.image, 'base64'))) return refuse('invalid', 'pacts.sign.drawing')
  const imageSealed = tx.services.secrets.seal('signatory.image', signatory.id, body.image)
  return complete(tx, found.value, signed.value, { imageSealed, paperFileId: null })
}

const nothing: Proof = { imageSealed: null, paperFileId: null }
const paperKinds = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf']

/** A photo or scan of the signed sheet, kept sealed beside the signature. */
export const signOnPaper = async (
  tx: Tx,
  params: SignatoryParams,
  paper: { seenHash: string; helper: string; name: string; bytes: Buffer },
): Promise<Outcome<Signed>> => {
  const found = await signingOf(tx, params)
  if (!found.ok) return found
  const signed = signNow(tx, found.value, { ...paper, method: 'paper' })
  if (!signed.ok) return signed
  const stored = await tx.services.files.put({ name: paper.name, bytes: paper.bytes })
  if (!stored.ok) return stored
  const { fileId, type } = stored.value
  const outcome = paperKinds.includes(type)
    ? await complete(tx, found.value, signed.value, { imageSealed: null, paperFileId: fileId })
    : refuse('invalid', 'platform.fileKind')
  if (!outcome.ok) await tx.services.files.remove(fileId)
  return outcome
}

const signNow = (tx: Tx, { kept, version, signatory }: Signing, act: Act): Outcome<Signatory> => {
  const { imageSealed: _, paperFileId: __, ...plain } = signatory
  const { seenHash, method, helper } = act
  return signAs(plain, version, { seenHash, method, helper, at: notBefore(tx.now, kept.lastMoveAt) })
}

/** One try of a code: counted by the database before it is compared, and a right one is spent at once. */
const takeCode = async (tx: Tx, { kept: { pact }, signatory }: Signing, typed: string): Promise<Outcome<unknown>> => {
  const { districtId } = pact
  const code = await lastCode(tx, districtId, signatory.id)
  if (!code) return refuse('conflict', 'pacts.code.none')
  if (code.isUsed) return refuse('conflict', 'pacts.code.used')
  if (code.expiresAt <= tx.now) return refuse('gone', 'pacts.code.expired')
  if (!(await tryCode(tx, districtId, code.id))) return refuse('tooMany', 'pacts.code.tries')
  if (codeHash(tx, signatory.id, typed) !== code.hash) {
    await journalPact(tx, pact, { act: 'pacts.wrongCode' })
    return refuseKeeping('invalid', 'pacts.code.wrong', { count: 4 - code.tries })
  }
  return (await spendCode(tx, districtId, code.id)) ? done(null) : refuse('conflict', 'pacts.code.used')
}

const complete = async (tx: Tx, signing: Signing, signed: Signatory, proof: Proof): Promise<Outcome<Signed>> => {
  const { pact } = signing.kept
  if (isLate(signing.version, signed)) return keepLater(tx, { pact, version: signing.version }, { ...signed, ...proof })
  if (!(await saveSignature(tx, pact.districtId, signed, proof)))
    return refuse('conflict', 'pacts.sign.twice', { at: tx.now })
  const all = await listSignatories(tx, pact.districtId, signing.version.id)
  const awaited = all.filter((one) => one.required && one.signedAt === null).length
  const bound = await bindIfSigned(tx, signing)
  if (!bound.ok) return bound
  const { method, helper } = signed
  await journalPact(tx, pact, { act: 'pacts.sign', changed: { signatory: signed.label, method, helper } })
  const state = bound.value?.state ?? pact.state
  return done({ signedAt: signed.signedAt ?? tx.now, awaited, complete: bound.value !== null, state })
}

/** With the last required signature the text binds, by itself: null while somebody is still to sign. */
const bindIfSigned = async (tx: Tx, { kept, version }: Signing): Promise<Outcome<Pact | null>> => {
  const { pact, lastMoveAt } = kept
  const at = notBefore(tx.now, lastMoveAt)
  const today = dayOf(at)
  const { settings } = await pactRulesIn(tx, pact.districtId)
  const context = await contextOf(tx, { pact, version, move: 'sign', settings, today })
  if (pact.state === 'approved') {
    if (whyNot(pact, 'sign', context)) return done(null)
    return applyMove(tx, { kept, version, move: 'sign', asked: {}, context, at })
  }
  if (whyNotVersion(version, 'putInForce', { pact, context })) return done(null)
  const making = { pact, version, move: 'putInForce', context: { ...context, asked: {} }, at } as const
  const moved = await applyVersionMove(tx, making)
  return moved.ok ? done(await settleVersion(tx, { kept, making, version: moved.value })) : moved
}
