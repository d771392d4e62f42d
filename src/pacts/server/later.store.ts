import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { Signatory, SignatureMethod } from '../core/version.schema.ts'
import { instant } from './pact.rows.ts'
import { type KeptSignatory, listSignatories } from './sign.store.ts'

/** A signature beside a frozen text; `signatory` as it stands in the text's own list, with what was added. */
export type LaterSignature = { readonly signatory: KeptSignatory; readonly fingerprint: string }

export const addLater = async (
  tx: Tx,
  pact: Pact,
  { signatory, fingerprint }: { signatory: KeptSignatory; fingerprint: string },
): Promise<void> => {
  const { signedAt, method, signedHash } = signatory
  if (signedAt === null || method === null || signedHash === null) throw new Error('a later signature was not signed')
  await tx.db
    .insertInto('later_signature')
    .values({
      district_id: pact.districtId,
      id: tx.newId(),
      signatory_id: signatory.id,
      version_id: signatory.versionId,
      pact_id: pact.id,
      case_id: pact.caseId,
      person_id: pact.personId,
      signed_at: signedAt,
      method,
      signed_hash: signedHash,
      helper: signatory.helper,
      fingerprint,
      image_sealed: signatory.imageSealed,
      paper_file_id: signatory.paperFileId,
      taken_by: tx.actor.id,
    })
    .execute()
}

/** The signatures that came after a text was fixed, as they were taken. */
export const listLater = async (tx: Tx, districtId: string, versionId: string): Promise<LaterSignature[]> => {
  const rows = await tx.db
    .selectFrom('later_signature')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('version_id', '=', versionId)
    .orderBy('signed_at')
    .execute()
  if (rows.length === 0) return []
  const named = new Map((await listSignatories(tx, districtId, versionId)).map((one) => [one.id, one]))
  return rows.flatMap((row): LaterSignature[] => {
    const one = named.get(row.signatory_id)
    if (!one) return []
    const signed: Partial<Signatory> = {
      signedAt: instant(row.signed_at),
      method: row.method as SignatureMethod,
      signedHash: row.signed_hash,
      helper: row.helper,
    }
    const proof = { imageSealed: row.image_sealed, paperFileId: row.paper_file_id }
    return [{ signatory: { ...one, ...signed, ...proof }, fingerprint: row.fingerprint }]
  })
}

/** Everybody who signs a text, with what came later filled in. The fingerprint is taken of `listSignatories` alone. */
export const listAllSigners = async (tx: Tx, districtId: string, versionId: string): Promise<KeptSignatory[]> => {
  const later = new Map((await listLater(tx, districtId, versionId)).map(({ signatory }) => [signatory.id, signatory]))
  return (await listSignatories(tx, districtId, versionId)).map((one) => later.get(one.id) ?? one)
}
