import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

/** A sealed value that was altered, moved to another row or field, or sealed with a key that is not here. */
export class CannotOpen extends Error {}

export type Secrets = {
  /** Name of the key that seals now; written in every backup's manifest. */
  readonly keyId: string
  /** Seals a text for one field of one row: AES-256-GCM, the row as additional data, the key's name in the token. */
  readonly seal: (field: string, rowId: string, text: string) => string
  /** Opens what `seal` made; throws `CannotOpen`. */
  readonly open: (field: string, rowId: string, token: string) => string
  /** The same value sealed with today's key. */
  readonly reseal: (field: string, rowId: string, token: string) => string
  /** Keyed hash (HMAC-SHA-256, base64url) by which equal values are found without being read. */
  readonly blindIndex: (field: string, text: string) => string
}

const sealingKey = (master: Buffer, field: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'fare-legami', `seal:${field}`, 32))

const cipherOf = (field: string, rowId: string): Buffer => Buffer.from(`${field}\u0000${rowId}`)

/** Field encryption over the keys of the installation: the first seals, all open. */
export const makeSecrets = (keys: Keys): Secrets => {
  const [current] = keys
  const known = new Map<string, Buffer>()
  const keyFor = (id: string, kind: string): Buffer => {
    const cached = known.get(`${id} ${kind}`)
    if (cached) return cached
    const master = keys.find((key) => key.id === id)
    if (!master) throw new CannotOpen(`the key ${id} is not here`)
    const made = sealingKey(master.secret, kind)
    known.set(`${id} ${kind}`, made)
    return made
  }
  const seal: Secrets['seal'] = (field, rowId, text) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyFor(current.id, field), nonce).setAAD(cipherOf(field, rowId))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
  }
  const open: Secrets['open'] = (field, rowId, token) => {
    const [id = '', packed = ''] = token.split('.')
    const bytes = Buffer.from(packed, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyFor(id, field), bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(cipherOf(field, rowId)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch (error) {
      throw error instanceof CannotOpen ? error : new CannotOpen(`a sealed ${field} does not open`)
    }
  }
  // indexes outlive rotations: they always use the oldest key, which is kept for them
  const indexing = keys[keys.length - 1] ?? current
  return {
    keyId: current.id,
    seal,
    open,
    reseal: (field, rowId, token) => seal(field, rowId, open(field, rowId, token)),
    blindIndex: (field, text) =>
      createHmac('sha256', keyFor(indexing.id, `index:${field}`)).update(text).digest('base64url'),
  }
}

/** What the database keeps of a secret that only its holder knows: SHA-256, hexadecimal. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
