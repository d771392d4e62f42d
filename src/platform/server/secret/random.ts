import { randomBytes, randomInt } from 'node:crypto'

/** A secret for links and cookies: `bytes` of chance, base64url. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** `count` decimal digits, for PINs and one-time codes. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

const readable = 'ABCDEFGHJKLMNPQRTUVWXYZ2346789'

/** A code that is easily read aloud and copied by hand: 'K7M2-9QXR', about 39 bits. */
export const readableCode = (): string => {
  const signs = Array.from({ length: 8 }, () => readable[randomInt(readable.length)]).join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}
