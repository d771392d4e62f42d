import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Key, Keys } from './keys.ts'

/** A sealed value that was altered, moved to another row or field, or sealed with a key that is not here. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
}

/** A column (a constant such as 'person.codiceFiscale') and the row that a value belongs to. */
export type Place = { readonly field: string; readonly rowId: string }

export type Secrets = {
  /** Name of the key that seals now; written in every backup's manifest. */
  readonly keyId: string
  /** Seals a text for one field of one row: AES-256-GCM, the row as additional data, the key's name in the token. */
  readonly seal: (field: string, rowId: string, text: string) => string
  /** Opens exactly what `seal` made for this field and row; throws `CannotOpen`. */
  readonly open: (field: string, rowId: string, token: string) => string
  /** The same value under today's key; the token itself when it is under it already. */
  readonly reseal: (field: string, rowId: string, token: string) => string
  readonly isCurrent: (token: string) => boolean
  /** The same for bytes: key name (4), nonce (12), tag (16), body. */
  readonly sealBytes: (place: Place, bytes: Uint8Array) => Buffer
  readonly openBytes: (place: Place, sealed: Uint8Array) => Buffer
  /**
   * Keyed hash (HMAC-SHA-256, base64url) by which equal values are found, and persons counted once, without being read.
   * Case and outer spaces do not matter. It uses the oldest key, so that a rotation leaves it as it is.
   */
  readonly blindIndex: (field: string, text: string) => string
}

const nonceSize = 12
const tagSize = 16

/** Field encryption over the keys of the installation: the first seals, all open. */
export const makeSecrets = (keys: Keys): Secrets => {
  const [current] = keys
  const indexing = keys[keys.length - 1] ?? current
  const derive = deriver()
  const keyFor = (id: string, field: string): Buffer => {
    const key = keys.find((one) => one.id === id)
    if (!key) throw new CannotOpen(`the key ${id} is not here`)
    return derive(key, field)
  }
  const seal: Secrets['seal'] = (field, rowId, text) =>
    `${current.id}.${encrypt(derive(current, field), { field, rowId }, Buffer.from(text)).toString('base64url')}`
  const open: Secrets['open'] = (field, rowId, token) => {
    const { id, sealed } = readToken(field, token)
    return decrypt(keyFor(id, field), { field, rowId }, sealed).toString('utf8')
  }
  const isCurrent = (token: string): boolean => token.startsWith(`${current.id}.`)
  return {
    keyId: current.id,
    seal,
    open,
    isCurrent,
    reseal: (field, rowId, token) => {
      const text = open(field, rowId, token)
      return isCurrent(token) ? token : seal(field, rowId, text)
    },
    sealBytes: (place, bytes) =>
      Buffer.concat([Buffer.from(current.id, 'hex'), encrypt(derive(current, place.field), place, bytes)]),
    openBytes: (place, sealed) => {
      const whole = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      return decrypt(keyFor(whole.toString('hex', 0, 4), place.field), place, whole.subarray(4))
    },
    blindIndex: (field, text) =>
      createHmac('sha256', derive(indexing, `index:${field}`))
        .update(text.normalize('NFC').trim().toUpperCase())
        .digest('base64url'),
  }
}

/** HKDF-SHA-256 (RFC 5869): one key per installation key and field, kept for the life of the process. */
const deriver = (): ((key: Key, field: string) => Buffer) => {
  const known = new Map<string, Buffer>()
  return (key, field) => {
    const name = `${key.id} ${field}`
    const made = known.get(name) ?? Buffer.from(hkdfSync('sha256', key.secret, 'fare-legami', `seal:${field}`, 32))
    known.set(name, made)
    return made
  }
}

const additional = ({ field, rowId }: Place): Buffer => Buffer.from(`${field}\u0000${rowId}`)

const encrypt = (key: Buffer, place: Place, bytes: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceSize)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

const decrypt = (key: Buffer, place: Place, sealed: Buffer): Buffer => {
  const broken = (): CannotOpen => new CannotOpen(`a sealed ${place.field} does not open`)
  if (sealed.length < nonceSize + tagSize) throw broken()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceSize), { authTagLength: tagSize })
  decipher.setAAD(additional(place)).setAuthTag(sealed.subarray(nonceSize, nonceSize + tagSize))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceSize + tagSize)), decipher.final()])
  } catch {
    throw broken()
  }
}

/** The last letter of base64url has several spellings: only the one that we write is accepted. */
const readToken = (field: string, token: string): { id: string; sealed: Buffer } => {
  const [id = '', body = '', ...rest] = token.split('.')
  const sealed = Buffer.from(body, 'base64url')
  if (!/^[0-9a-f]{8}$/.test(id) || rest.length > 0 || sealed.toString('base64url') !== body) {
    throw new CannotOpen(`a sealed ${field} does not open`)
  }
  return { id, sealed }
}
