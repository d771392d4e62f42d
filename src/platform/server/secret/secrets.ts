import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { RootKey, RootKeys } from './keys.ts'

/** A token that was altered, moved to another row or field, or sealed with a key that is not here. */
export class SealError extends Error {
  override name = 'SealError'
  readonly reason: 'broken' | 'unknownKey'
  constructor(reason: 'broken' | 'unknownKey', field: string) {
    super(`A sealed value of ${field} cannot be opened: ${reason}.`)
    this.reason = reason
  }
}

export type Place = { readonly field: string; readonly rowId: string }

/**
 * Seals single fields. `field` is a constant such as 'person.codiceFiscale'; `rowId` binds the value to its row.
 * A blind index is equal for equal texts and says nothing else: for exact look-ups and for counting persons once.
 */
export type Secrets = {
  /** Of the key that seals now. */
  readonly keyId: string
  readonly seal: (field: string, rowId: string, text: string) => string
  /** Throws a `SealError` when the token is not exactly what was sealed for this field and row. */
  readonly open: (field: string, rowId: string, token: string) => string
  readonly sealBytes: (place: Place, bytes: Uint8Array) => Buffer
  readonly openBytes: (place: Place, sealed: Uint8Array) => Buffer
  /** 64 hexadecimal digits, of the text normalised (NFC, trimmed, upper case). It follows the current key. */
  readonly blindIndex: (field: string, text: string) => string
  /** With every key, the current first: to find rows that a rotation has not reached yet. */
  readonly blindIndexes: (field: string, text: string) => readonly string[]
  /** The same value under the current key; the same token when it is under it already. */
  readonly reseal: (field: string, rowId: string, token: string) => string
  readonly isCurrent: (token: string) => boolean
}

const ivSize = 12
const tagSize = 16
const idSize = 4
const version = 'v1'

export const makeSecrets = (keys: RootKeys): Secrets => {
  const [current] = keys
  const derive = deriver()
  const byId = (id: string, field: string): RootKey => {
    const key = keys.find((one) => one.id === id)
    if (!key) throw new SealError('unknownKey', field)
    return key
  }
  const index = (key: RootKey, field: string, text: string): string =>
    createHmac('sha256', derive(key, `index:${field}`))
      .update(text.normalize('NFC').trim().toUpperCase())
      .digest('hex')

  const sealBytes: Secrets['sealBytes'] = (place, bytes) =>
    Buffer.concat([Buffer.from(current.id, 'hex'), encrypt(derive(current, `seal:${place.field}`), place, bytes)])
  const openBytes: Secrets['openBytes'] = (place, sealed) => {
    const whole = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const key = byId(whole.subarray(0, idSize).toString('hex'), place.field)
    return decrypt(derive(key, `seal:${place.field}`), place, whole.subarray(idSize))
  }
  const seal: Secrets['seal'] = (field, rowId, text) => {
    const sealed = encrypt(derive(current, `seal:${field}`), { field, rowId }, Buffer.from(text, 'utf8'))
    return `${version}.${current.id}.${sealed.toString('base64url')}`
  }
  const open: Secrets['open'] = (field, rowId, token) => {
    const { id, sealed } = readToken(field, token)
    return decrypt(derive(byId(id, field), `seal:${field}`), { field, rowId }, sealed).toString('utf8')
  }
  const isCurrent = (token: string): boolean => token.startsWith(`${version}.${current.id}.`)
  return {
    keyId: current.id,
    seal,
    open,
    sealBytes,
    openBytes,
    blindIndex: (field, text) => index(current, field, text),
    blindIndexes: (field, text) => keys.map((key) => index(key, field, text)),
    reseal: (field, rowId, token) => (isCurrent(token) ? token : seal(field, rowId, open(field, rowId, token))),
    isCurrent,
  }
}

/** HKDF-SHA-256 (RFC 5869): one key per root key and use, kept for the life of the process. */
const deriver = (): ((key: RootKey, use: string) => Buffer) => {
  const made = new Map<string, Buffer>()
  return (key, use) => {
    const name = `${key.id}:${use}`
    const known = made.get(name)
    if (known) return known
    const fresh = Buffer.from(hkdfSync('sha256', key.bytes, 'fare-legami', use, 32))
    made.set(name, fresh)
    return fresh
  }
}

/** Lengths stand before the parts, so that no two places share their additional data. */
const additional = ({ field, rowId }: Place): Buffer =>
  Buffer.from(`${version}|${field.length}|${field}|${rowId.length}|${rowId}`, 'utf8')

const encrypt = (key: Buffer, place: Place, bytes: Uint8Array): Buffer => {
  const iv = randomBytes(ivSize)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(additional(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

const decrypt = (key: Buffer, place: Place, sealed: Buffer): Buffer => {
  if (sealed.length < ivSize + tagSize) throw new SealError('broken', place.field)
  const [iv, tag] = [sealed.subarray(0, ivSize), sealed.subarray(ivSize, ivSize + tagSize)]
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagSize }).setAAD(additional(place))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivSize + tagSize)), decipher.final()])
  } catch {
    throw new SealError('broken', place.field)
  }
}

/** base64url has several spellings of the last letter: only the one that we write is accepted. */
const readToken = (field: string, token: string): { id: string; sealed: Buffer } => {
  const [, id, body] = token.match(/^v1\.([0-9a-f]{8})\.([\w-]+)$/) ?? []
  if (id === undefined || body === undefined) throw new SealError('broken', field)
  const sealed = Buffer.from(body, 'base64url')
  if (sealed.toString('base64url') !== body) throw new SealError('broken', field)
  return { id, sealed }
}
