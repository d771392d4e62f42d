import { z } from 'zod'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { pactDocument } from '../../platform/server/documents/pact-document.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { frozenText } from '../core/pact.canonical.ts'
import type { Pact } from '../core/pact.schema.ts'
import { sha256 } from './digest.ts'
import { journalPact } from './pact.journal.ts'
import { findPact } from './pact.store.ts'
import { pactPaper } from './paper.ts'
import { type KeptSignatory, listSignatories } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { findVersion, saveFrozenAt, savePrint } from './version.store.ts'

export const coreSignatory = ({ imageSealed: _, paperFileId: __, ...signatory }: KeptSignatory) => signatory

/** SHA-256 over text, signers, times and printed file of a signed version. */
export const fingerprintOf = (
  version: Pick<KeptVersion, 'pactId' | 'number' | 'content'>,
  signatories: readonly KeptSignatory[],
  { frozenAt, pdfSha256 }: { frozenAt: string; pdfSha256: string },
): string =>
  sha256(
    frozenText({
      pactId: version.pactId,
      number: version.number,
      content: version.content,
      signatories: signatories.map(coreSignatory),
      frozenAt,
      pdfSha256,
    }),
  )

/**
 * Closes the text that everybody has signed. The moment is fixed at once; the PDF and the fingerprint that covers it
 * are made here too, or, when printing fails, by a job that tries again: no signature is lost for want of a file.
 */
export const freeze = async (
  tx: Tx,
  pact: Pact,
  { version, at }: { version: KeptVersion; at: string },
): Promise<void> => {
  const place = { districtId: pact.districtId, id: version.id }
  await saveFrozenAt(tx, place, at)
  try {
    await print(tx, pact, { ...version, frozenAt: at })
  } catch (error) {
    tx.services.log.error({ err: error, version: version.id }, 'a signed pact could not be printed yet')
    await enqueue(tx, 'freezePact', { pactId: pact.id, versionId: version.id }, { key: `freezePact-${version.id}` })
  }
}

/** The same text, signers and moment give the same bytes, so trying again is safe. */
const print = async (tx: Tx, pact: Pact, version: KeptVersion & { frozenAt: string }): Promise<void> => {
  const signatories = await listSignatories(tx, pact.districtId, version.id)
  const paper = await pactPaper(tx, pact, { version, signatories, language: 'it', at: version.frozenAt, draft: false })
  const { pdf } = await pactDocument(paper)
  const stored = await tx.services.files.put({ name: `${pact.number}-v${version.number}.pdf`, bytes: pdf })
  if (!stored.ok) throw new Error(`the file of a pact was refused: ${stored.refusal.code}`)
  const { fileId, sha256: pdfSha256 } = stored.value
  const fingerprint = fingerprintOf(version, signatories, { frozenAt: version.frozenAt, pdfSha256 })
  const place = { districtId: pact.districtId, id: version.id }
  if (!(await savePrint(tx, place, { fileId, sha256: pdfSha256, fingerprint }))) await tx.services.files.remove(fileId)
}

const Task = z.object({ pactId: z.uuid(), versionId: z.uuid() })

/** The job behind `freeze`: does nothing when the file is there. */
export const freezeLater = async (tx: Tx, payload: unknown): Promise<Outcome<null>> => {
  const { pactId, versionId } = Task.parse(payload)
  const kept = await findPact(tx, pactId, true)
  const version = kept && (await findVersion(tx, kept.pact, { id: versionId }, true))
  if (!kept || !version || version.frozenAt === null || version.fingerprint !== null) return done(null)
  await print(tx, kept.pact, { ...version, frozenAt: version.frozenAt })
  await journalPact(tx, kept.pact, { act: 'pacts.freeze' })
  return done(null)
}
