import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret for links and cookies: `bytes` of chance, base64url. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** `count` decimal digits, for PINs and one-time codes. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

/** Without 0 O 1 I L 2 Z 5 S 8 B U V: what people confuse when they read aloud or copy by hand. */
const readable = '34679ACDEFGHJKMNPQRTWXY'

/** A code to read aloud, such as 'K7M4-9QXR': 8 signs of 23, some 36 bits. `random(n)` gives an integer below n. */
export const readableCode = (random: (below: number) => number = randomInt): string => {
  const signs = Array.from({ length: 8 }, () => readable.charAt(random(readable.length))).join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** What someone typed, as `readableCode` writes it: spaces, dashes and case forgiven; undefined if it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  const isCode = signs.length === 8 && [...signs].every((sign) => readable.includes(sign))
  return isCode ? `${signs.slice(0, 4)}-${signs.slice(4)}` : undefined
}

/** What the database keeps of a secret that only its holder knows: SHA-256, hexadecimal. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
