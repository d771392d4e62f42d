import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Key = { readonly id: string; readonly secret: Buffer }
/** The first key seals; the others only open what was sealed before a rotation. */
export type Keys = readonly [Key, ...Key[]]

const keyOf = (text: string): Key => {
  const secret = Buffer.from(text.trim(), 'base64')
  if (secret.length !== 32) throw new Error('FIELD_KEY: servono 32 byte in base64 / 32 bytes in base64 are needed')
  return { id: createHash('sha256').update('key name').update(secret).digest('hex').slice(0, 8), secret }
}

const fromText = (text: string): Keys => {
  const [first, ...rest] = text.split(/[\s,]+/).filter(Boolean).map(keyOf)
  if (!first) throw new Error('FIELD_KEY: nessuna chiave / no key')
  return [first, ...rest]
}

/** Keys from FIELD_KEY (newest first, separated by commas), or from a private file made at the first start. */
export const loadKeys = ({ fieldKey, dataDir }: { fieldKey?: string | undefined; dataDir: string }): Keys => {
  if (fieldKey) return fromText(fieldKey)
  const file = join(dataDir, 'field.key')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  return fromText(readFileSync(file, 'utf8'))
}
