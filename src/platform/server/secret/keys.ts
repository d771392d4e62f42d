import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, link, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** One root key of 32 bytes; `id` (8 hexadecimal digits of its digest) stands in every token and backup manifest. */
export type RootKey = { readonly id: string; readonly bytes: Buffer }
/** The first seals; all of them open. */
export type RootKeys = readonly [RootKey, ...RootKey[]]

/** A key that cannot be used as it is: the server must not start. */
export class KeyError extends Error {
  override name = 'KeyError'
}

const size = 32

/** Keys as base64 of 32 bytes, the current one first, old ones after it, separated by commas or lines. */
export const readKeys = (text: string): RootKeys => {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(rootKey)
  const [current, ...old] = keys
  if (!current) throw new KeyError('There is no field key: FIELD_KEY or the key file is empty.')
  return [current, ...old.filter((key, at) => old.findIndex(({ id }) => id === key.id) === at && key.id !== current.id)]
}

const rootKey = (text: string): RootKey => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== size || bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) {
    throw new KeyError('A field key must be 32 bytes in base64.')
  }
  return { id: createHash('sha256').update('fare-legami key id').update(bytes).digest('hex').slice(0, 8), bytes }
}

/** From FIELD_KEY when set; else from the 0600 file `field.key` in the data folder, made at the first start. */
export const loadKeys = async ({ fieldKey, dataDir }: { fieldKey?: string; dataDir: string }): Promise<RootKeys> => {
  if (fieldKey?.trim()) return readKeys(fieldKey)
  const path = join(dataDir, 'field.key')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  await makeOnce(path)
  if ((statSync(path).mode & 0o077) !== 0) await chmod(path, 0o600)
  return readKeys(readFileSync(path, 'utf8'))
}

/** Two starters at once make one key: the file appears whole or not at all, and never replaces another. */
const makeOnce = async (path: string): Promise<void> => {
  if (statSync(path, { throwIfNoEntry: false })) return
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  await file.writeFile(`${randomBytes(size).toString('base64')}\n`)
  await file.sync()
  await file.close()
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
}
