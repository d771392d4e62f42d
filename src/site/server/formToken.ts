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

/** The receipt code of a form that we made, and that was read for long enough; null otherwise. */
export const readFormToken = (secrets: Secrets, token: unknown, now: string): string | null => {
  const [made = '', chance = '', signature] = typeof token === 'string' ? token.split('.') : []
  const text = `${made}.${chance}`
  if (signature !== sign(secrets, text)) return null
  const seconds = (Date.parse(now) - Number.parseInt(made, 36)) / 1000
  return seconds >= leastSeconds && seconds <= mostSeconds ? codeOf(secrets, text) : null
}

/** The same form always gives the same code, so that a second click finds the first. */
const codeOf = (secrets: Secrets, text: string): string => {
  const bytes = Buffer.from(secrets.blindIndex('site.code', text), 'base64url')
  let at = 0
  return readableCode((below) => {
    const sign = bytes.readUInt32BE(at) % below
    at += 4
    return sign
  })
}
