import type { PactContent } from '../core/content.schema.ts'
import type { SignatoryRow, VersionHead, VersionText } from '../core/pact.sheet.ts'
import type { PactVersion, Signatory, SignatureMethod, SignerRole, VersionState } from '../core/version.schema.ts'
import { instant, instantOrNull } from './pact.rows.ts'
import type { Row } from './row.store.ts'

export type KeptVersion = PactVersion & {
  readonly editNo: number
  readonly fingerprint: string | null
  readonly pdfFileId: string | null
  readonly pdfSha256: string | null
  readonly signers: readonly Pick<
    Signatory,
    'role' | 'required' | 'label' | 'personId' | 'accountId' | 'organisationId'
  >[]
}

/** Content and signers were parsed before they were written; nothing else writes them. */
export const toVersion = (row: Row<'pact_version'>): KeptVersion => ({
  id: row.id,
  pactId: row.pact_id,
  number: row.number,
  state: row.state as VersionState,
  reason: row.reason,
  content: row.content as PactContent,
  contentHash: row.content_hash,
  frozenAt: instantOrNull(row.frozen_at),
  editNo: row.edit_no,
  fingerprint: row.fingerprint,
  pdfFileId: row.pdf_file_id,
  pdfSha256: row.pdf_sha256,
  signers: row.signers as KeptVersion['signers'],
})

export const toText = (version: KeptVersion | undefined): VersionText | null =>
  version === undefined
    ? null
    : {
        id: version.id,
        number: version.number,
        state: version.state,
        reason: version.reason,
        content: version.content,
        contentHash: version.contentHash,
        editNo: version.editNo,
      }

export const toHead = (row: Row<'pact_version'>): VersionHead => ({
  id: row.id,
  number: row.number,
  state: row.state as VersionState,
  reason: row.reason,
  createdAt: instant(row.created_at),
  frozenAt: instantOrNull(row.frozen_at),
  fingerprint: row.fingerprint,
  printed: row.pdf_sha256 !== null,
})

export const toSignatory = (row: Row<'signatory'>): Signatory => ({
  id: row.id,
  versionId: row.version_id,
  role: row.role as SignerRole,
  required: row.required,
  label: row.label,
  personId: row.signer_person_id,
  accountId: row.signer_account_id,
  organisationId: row.signer_organisation_id,
  signedAt: instantOrNull(row.signed_at),
  method: row.method as SignatureMethod | null,
  signedHash: row.signed_hash,
  helper: row.helper,
})

/** `code_until` is joined by the statement that reads a whole pact. */
export const toSignatoryRow = (row: Row<'signatory'> & { code_until: string | null }): SignatoryRow => ({
  ...toSignatory(row),
  codeUntil: row.signed_at === null ? instantOrNull(row.code_until) : null,
  hasImage: row.image_sealed !== null || row.paper_file_id !== null,
  isLater: false,
})

/** A party whose signature came when the text was fixed already. */
export const withLater = (one: SignatoryRow, later: Row<'later_signature'> | undefined): SignatoryRow =>
  later === undefined
    ? one
    : {
        ...one,
        signedAt: instant(later.signed_at),
        method: later.method as SignatureMethod,
        signedHash: later.signed_hash,
        helper: later.helper,
        codeUntil: null,
        hasImage: later.image_sealed !== null || later.paper_file_id !== null,
        isLater: true,
      }
