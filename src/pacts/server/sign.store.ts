import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'
import type { Signatory } from '../core/version.schema.ts'
import { instant } from './pact.rows.ts'
import { type KeptVersion, toSignatory } from './version.rows.ts'

export type KeptSignatory = Signatory & {
  readonly imageSealed: string | null
  readonly paperFileId: string | null
}

export const addSignatories = async (tx: Tx, pact: Pact, version: KeptVersion): Promise<void> => {
  if (version.signers.length === 0) return
  await tx.db
    .insertInto('signatory')
    .values(
      version.signers.map((one) => ({
        district_id: pact.districtId,
        id: tx.newId(),
        version_id: version.id,
        pact_id: pact.id,
        case_id: pact.caseId,
        person_id: pact.personId,
        signer_person_id: one.personId,
        signer_account_id: one.accountId,
        signer_organisation_id: one.organisationId,
        role: one.role,
        required: one.required,
        label: one.label,
      })),
    )
    .execute()
}

/** Signatures of a text that was taken back: kept, but they no longer count. */
export const dropSignatories = async (tx: Tx, districtId: string, versionId: string): Promise<void> => {
  await tx.db
    .updateTable('signatory')
    .set({ dropped_at: tx.now })
    .where('district_id', '=', districtId)
    .where('version_id', '=', versionId)
    .where('dropped_at', 'is', null)
    .execute()
}

/** Those who sign one text, in a steady order. */
export const listSignatories = async (tx: Tx, districtId: string, versionId: string): Promise<KeptSignatory[]> => {
  const rows = await tx.db
    .selectFrom('signatory')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('version_id', '=', versionId)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...toSignatory(row), imageSealed: row.image_sealed, paperFileId: row.paper_file_id }))
}

/** Once: a signature is never written over. */
export const saveSignature = async (
  tx: Tx,
  districtId: string,
  signed: Signatory,
  proof: { imageSealed: string | null; paperFileId: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('signatory')
    .set({
      signed_at: signed.signedAt,
      method: signed.method,
      signed_hash: signed.signedHash,
      helper: signed.helper,
      image_sealed: proof.imageSealed,
      paper_file_id: proof.paperFileId,
      taken_by: tx.actor.id,
    })
    .where('district_id', '=', districtId)
    .where('id', '=', signed.id)
    .where('signed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A new code closes the one before it. */
export const addCode = async (
  tx: Tx,
  pact: Pact,
  code: { signatoryId: string; hash: string; expiresAt: string },
): Promise<void> => {
  await tx.db
    .updateTable('signing_code')
    .set({ used_at: tx.now })
    .where('district_id', '=', pact.districtId)
    .where('signatory_id', '=', code.signatoryId)
    .where('used_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('signing_code')
    .values({
      district_id: pact.districtId,
      id: tx.newId(),
      signatory_id: code.signatoryId,
      case_id: pact.caseId,
      code_hash: code.hash,
      made_at: tx.now,
      expires_at: code.expiresAt,
    })
    .execute()
}

export type KeptCode = {
  readonly id: string
  readonly hash: string
  readonly expiresAt: string
  readonly tries: number
  readonly isUsed: boolean
}

/** The last code given out for a signature. */
export const lastCode = async (tx: Tx, districtId: string, signatoryId: string): Promise<KeptCode | undefined> => {
  const row = await tx.db
    .selectFrom('signing_code')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('signatory_id', '=', signatoryId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      hash: row.code_hash,
      expiresAt: instant(row.expires_at),
      tries: row.tries,
      isUsed: row.used_at !== null,
    }
  )
}

/** Counts one try; false when the code has none left, and that is decided by the database. */
export const tryCode = async (tx: Tx, districtId: string, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('signing_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('tries', '<', 5)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const spendCode = async (tx: Tx, districtId: string, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('signing_code')
    .set({ used_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
