import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One root key of 32 bytes; `id` (8 hexadecimal digits of its digest) stands in every token and backup manifest. */
export type Key = { readonly id: string; readonly secret: Buffer }
/** The first seals; all of them open; the last makes the blind indexes. */
export type Keys = readonly [Key, ...Key[]]

/** A key that cannot be used as it is: the server must not start. */
export class KeyError extends Error {
  override name = 'KeyError'
}

const size = 32

/** Keys as base64 of 32 bytes, the current one first, old ones after it, separated by commas or lines. */
export const readKeys = (text: string): Keys => {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(rootKey)
  const [current, ...old] = keys
  if (!current) throw new KeyError('FIELD_KEY: nessuna chiave, o il file è vuoto / no key, or its file is empty')
  return [current, ...old.filter((key, at) => old.findIndex(({ id }) => id === key.id) === at && key.id !== current.id)]
}

const rootKey = (text: string): Key => {
  const secret = Buffer.from(text, 'base64')
  if (secret.length !== size || secret.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) {
    throw new KeyError('FIELD_KEY: servono 32 byte in base64 / 32 bytes in base64 are needed')
  }
  return { id: createHash('sha256').update('key name').update(secret).digest('hex').slice(0, 8), secret }
}

/** From FIELD_KEY when set; else from the 0600 file `field.key` in the data folder, made at the first start. */
export const loadKeys = ({ fieldKey, dataDir }: { fieldKey?: string | undefined; dataDir: string }): Keys => {
  if (fieldKey?.trim()) return readKeys(fieldKey)
  const path = join(dataDir, 'field.key')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) makeOnce(path)
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
  return readKeys(readFileSync(path, 'utf8'))
}

/** Two starters at once make one key: the file appears whole or not at all, and never replaces another. */
const makeOnce = (path: string): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${randomBytes(size).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    unlinkSync(draft)
  }
}
