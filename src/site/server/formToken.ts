import type { Secrets } from '../../platform/server/secret/secrets.ts'
import { randomToken, readableCode } from '../../platform/server/secret/tokens.ts'

/** A person needs at least these seconds; a form left open longer than a day is made anew. */
const [leastSeconds, mostSeconds] = [3, 86_400]

const sign = (secrets: Secrets, text: string): string => secrets.blindIndex('site.form', text)

/** Says when a form was made and, to us alone, the receipt code that it will get. */
export const makeFormToken = (secrets: Secrets, now: string): string => {
  const text = `${Date.parse(now).toString(36)}.${randomToken(12)}`
  return `${text}.${sign(secrets, text)}`
}

/** A form that we made: whether it was read for long enough to be a person's. Null for one of others, or left open too long. */
export const readFormToken = (secrets: Secrets, token: unknown, now: string): { isRead: boolean } | null => {
  const [made = '', chance = '', signature] = typeof token === 'string' ? token.split('.') : []
  if (signature !== sign(secrets, `${made}.${chance}`)) return null
  const seconds = (Date.parse(now) - Number.parseInt(made, 36)) / 1000
  return seconds <= mostSeconds ? { isRead: seconds >= leastSeconds } : null
}

/** The same words in the same form always give the same code: a second click finds the first, and other words are not lost in it. */
export const codeOf = (secrets: Secrets, token: string, words: object): string => {
  const bytes = Buffer.from(secrets.blindIndex('site.code', `${token} ${JSON.stringify(words)}`), 'base64url')
  let at = 0
  return readableCode((below) => {
    const sign = bytes.readUInt32BE(at) % below
    at += 4
    return sign
  })
}
