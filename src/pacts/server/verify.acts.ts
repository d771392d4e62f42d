import { done, type Outcome } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { Services, Tx } from '../../platform/server/tx.ts'
import { canonicalText } from '../core/pact.canonical.ts'
import type { Pact } from '../core/pact.schema.ts'
import { sha256 } from './digest.ts'
import { fingerprintOf } from './freeze.ts'
import { laterFingerprint } from './later.acts.ts'
import { type LaterSignature, listLater } from './later.store.ts'
import { journalPact } from './pact.journal.ts'
import { readable } from './pact.reach.ts'
import { type KeptSignatory, listSignatories } from './sign.store.ts'
import { frozenAfter } from './verify.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { listVersions } from './version.store.ts'

export type Part = 'content' | 'signatures' | 'laterSignatures' | 'document' | 'documentMissing' | 'fingerprint'

/** Which parts of a signed text are no longer what was signed; empty when all hold. */
const differences = async (
  tx: Tx,
  version: KeptVersion & { frozenAt: string },
  signatories: readonly KeptSignatory[],
): Promise<Part[]> => {
  const { frozenAt, pdfSha256, contentHash } = version
  const content = contentHash === sha256(canonicalText(version.content)) ? [] : (['content'] as const)
  const hashes = signatories.every((one) => one.signedHash === null || one.signedHash === contentHash)
  const document = await documentPart(tx, version)
  const whole =
    pdfSha256 !== null && fingerprintOf(version, signatories, { frozenAt, pdfSha256 }) === version.fingerprint
  const isBlamed = content.length + document.length > 0
  // signed and not printed yet: there is no fingerprint to differ from
  const awaitsPrint = pdfSha256 === null && version.fingerprint === null
  const signatures = !hashes || !drawingsOpen(tx, signatories) || (!whole && !isBlamed)
  return [
    ...content,
    ...(signatures ? (['signatures'] as const) : []),
    ...document,
    ...(whole || awaitsPrint ? [] : (['fingerprint'] as const)),
  ]
}

const documentPart = async (tx: Tx, { pdfFileId, pdfSha256 }: KeptVersion): Promise<Part[]> => {
  if (pdfFileId === null) return ['documentMissing']
  try {
    const bytes = await tx.services.files.get(pdfFileId)
    if (!bytes) return ['documentMissing']
    return sha256(bytes) === pdfSha256 ? [] : ['document']
  } catch {
    return ['document']
  }
}

const drawingsOpen = (tx: Tx, signatories: readonly KeptSignatory[]): boolean => {
  try {
    for (const { id, imageSealed } of signatories)
      if (imageSealed !== null) tx.services.secrets.open('signatory.image', id, imageSealed)
    return true
  } catch {
    return false
  }
}

const isFrozen = (version: KeptVersion): version is KeptVersion & { frozenAt: string } => version.frozenAt !== null

export type Verified = { versions: { number: number; frozenAt: string; differs: Part[] }[] }

export const verifyPact = async (tx: Tx, pactId: string): Promise<Outcome<Verified>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  const versions = (await listVersions(tx, pact)).filter(isFrozen)
  const checked = await Promise.all(versions.map((version) => check(tx, pact, version)))
  await journalPact(tx, pact, { act: 'pacts.verify' })
  return done({ versions: checked })
}

const check = async (
  tx: Tx,
  { districtId }: Pick<Pact, 'districtId'>,
  version: KeptVersion & { frozenAt: string },
): Promise<Verified['versions'][number]> => ({
  number: version.number,
  frozenAt: version.frozenAt,
  differs: [
    ...(await differences(tx, version, await listSignatories(tx, districtId, version.id))),
    ...laterPart(tx, version, await listLater(tx, districtId, version.id)),
  ],
})

/** Each later signature against its own fingerprint, which covers the text that it adds to. */
const laterPart = (tx: Tx, version: KeptVersion & { frozenAt: string }, later: readonly LaterSignature[]): Part[] => {
  const contentHash = sha256(canonicalText(version.content))
  const holds = later.every(
    ({ signatory, fingerprint }) =>
      signatory.signedHash === contentHash && laterFingerprint({ ...version, contentHash }, signatory) === fingerprint,
  )
  const signers = later.map(({ signatory }) => signatory)
  return holds && drawingsOpen(tx, signers) ? [] : ['laterSignatures']
}

export type BrokenPact = { readonly pact: string; readonly version: number; readonly differs: readonly Part[] }

/** Checks every signed text of the installation, for the command line; only those that differ are told. */
export const verifyPacts = async (
  services: Services,
): Promise<{ readonly checked: number; readonly broken: readonly BrokenPact[] }> => {
  const broken: BrokenPact[] = []
  let [checked, after]: [number, string | null] = [0, null]
  for (;;) {
    const batch = await transact(services, { by: 'system', readOnly: true }, async ({ tx }) =>
      done(await checkBatch(tx, after)),
    )
    if (!batch.ok || batch.value.length === 0) return { checked, broken }
    checked += batch.value.length
    after = batch.value.at(-1)?.id ?? null
    broken.push(...batch.value.filter(({ differs }) => differs.length > 0))
  }
}

const checkBatch = async (tx: Tx, after: string | null): Promise<(BrokenPact & { id: string })[]> => {
  const found: (BrokenPact & { id: string })[] = []
  for (const { districtId, number, version } of await frozenAfter(tx, after)) {
    if (!isFrozen(version)) continue
    const { differs } = await check(tx, { districtId }, version)
    found.push({ id: version.id, pact: number, version: version.number, differs })
  }
  return found
}
