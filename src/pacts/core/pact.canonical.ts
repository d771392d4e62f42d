import type { Instant } from '../../platform/core/day.ts'
import type { PactContent } from './content.schema.ts'
import type { Signatory } from './version.schema.ts'

const byCodeUnit = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0

const objectText = (value: object): string =>
  `{${Object.entries(value)
    .sort(byCodeUnit)
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`)
    .join(',')}}`

/**
 * The one JSON text of a value: keys in order, no blanks, text in Unicode NFC; two equal values give the same text.
 * Throws on what JSON cannot say (undefined, NaN, functions), rather than leaving it out of a fingerprint.
 */
export const canonicalText = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value === 'object') return objectText(value)
  throw new TypeError(`no canonical text for ${typeof value}`)
}

type Frozen = {
  readonly pactId: string
  readonly number: number
  readonly content: PactContent
  readonly signatories: readonly Signatory[]
  readonly frozenAt: Instant
  /** SHA-256 of the PDF in lower-case hexadecimal. */
  readonly pdfSha256: string
}

/** What the fingerprint of a signed version is taken of: text, signers and how, times, PDF; one altered byte shows. */
export const frozenText = (version: Frozen): string => {
  const { pactId, number, content, frozenAt, pdfSha256 } = version
  const signatories = [...version.signatories].sort((a, b) => (a.id < b.id ? -1 : 1))
  return canonicalText({ pactId, number, content, signatories, frozenAt, pdfSha256 })
}

type Later = {
  readonly pactId: string
  readonly number: number
  /** Of the text that was signed, and when it was fixed. */
  readonly contentHash: string
  readonly frozenAt: Instant
  readonly signatory: Signatory
}

/** What the fingerprint of a later signature is taken of: who, when and how, and the frozen text that it adds to. */
export const laterText = ({ pactId, number, contentHash, frozenAt, signatory }: Later): string =>
  canonicalText({ pactId, number, contentHash, frozenAt, signatory })

/** '7F3A 91C2': the first bytes of a fingerprint, as people read it aloud. */
export const shortFingerprint = (sha256: string): string => `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`.toUpperCase()
