import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { SignerRoleCode } from '../../settings/core/settings.schema.ts'
import { PactContent } from './content.schema.ts'
import { PactId } from './pact.schema.ts'

export const VersionState = z.enum(['draft', 'toPanel', 'signing', 'inForce', 'superseded', 'abandoned', 'refused'])
export type VersionState = z.infer<typeof VersionState>

/** SHA-256 in lower-case hexadecimal. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
export type Fingerprint = z.infer<typeof Fingerprint>

/** A version has a life of its own: the pact stays active while its next text is prepared. */
export const PactVersion = z.strictObject({
  id: Id,
  pactId: PactId,
  number: z.int().min(1).max(200),
  state: VersionState,
  /** Why the pact is renegotiated; empty only for the first version. */
  reason: line(500),
  content: PactContent,
  /** Of the canonical text of the content, fixed when signing opens. */
  contentHash: Fingerprint.nullable(),
  frozenAt: z.iso.datetime().nullable(),
})
export type PactVersion = z.infer<typeof PactVersion>

export const SignerRole = SignerRoleCode
export type SignerRole = z.infer<typeof SignerRole>

/** Drawn on the screen, one-time code, photo of the signed paper. */
export const SignatureMethod = z.enum(['drawn', 'code', 'paper'])
export type SignatureMethod = z.infer<typeof SignatureMethod>

export const Signatory = z.strictObject({
  id: Id,
  versionId: Id,
  role: SignerRole,
  required: z.boolean(),
  label: line(120),
  personId: Id.nullable(),
  accountId: Id.nullable(),
  organisationId: Id.nullable(),
  signedAt: z.iso.datetime().nullable(),
  method: SignatureMethod.nullable(),
  /** The content that was in front of the signer. */
  signedHash: Fingerprint.nullable(),
  /** Interpreter or helper who was present. */
  helper: line(200),
})
export type Signatory = z.infer<typeof Signatory>
