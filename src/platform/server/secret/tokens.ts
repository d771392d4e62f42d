import { createHash, randomBytes, randomInt } from 'node:crypto'

/** SHA-256 in hexadecimal: for long random tokens, which need no slow hash. */
export const hashToken = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Random bytes as base64url: 32 bytes for links and sessions. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** Decimal digits, leading zeros included, each as likely as the others. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

/** Without 0 O 1 I L U V S 5 B 8 Z 2: what people confuse when they read aloud or copy by hand. */
const readable = '34679ACDEFGHJKMNPQRTWXY'

/** A code to read aloud, such as 'K7M4-9QXR': 8 signs of 23, some 36 bits. `random(n)` gives an integer below n. */
export const readableCode = (random: (below: number) => number = randomInt): string => {
  const sign = (): string => readable.charAt(random(readable.length))
  const four = (): string => Array.from({ length: 4 }, sign).join('')
  return `${four()}-${four()}`
}

/** What someone typed, as the code is stored: spaces and dashes forgiven, case too; undefined if it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const isCode = signs.length === 8 && [...signs].every((sign) => readable.includes(sign))
  return isCode ? `${signs.slice(0, 4)}-${signs.slice(4)}` : undefined
}
