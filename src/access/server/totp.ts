import { Secret, TOTP } from 'otpauth'
import { Temporal } from 'temporal-polyfill'
import type { Secrets } from '../../platform/server/secret/secrets.ts'

const period = 30
const field = 'account.totp'

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Fare Legami', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** A new secret of 160 bits, base32, as authenticator apps read it (RFC 6238). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth://` address that the QR code carries. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString()

const millis = (at: string): number => Temporal.Instant.from(at).epochMilliseconds

/** The step (30 s since 1970) that the code belongs to, one before or after forgiven; undefined when it is wrong. */
export const totpStep = (secret: string, code: string, at: string): number | undefined => {
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp: millis(at), window: 1 })
  return delta === null ? undefined : Math.floor(millis(at) / 1000 / period) + delta
}

/** The code of this moment. */
export const totpCode = (secret: string, at: string): string => totpOf(secret).generate({ timestamp: millis(at) })

/** Seals an authenticator's secret (base32) for the column `account_secret.totp_sealed`. */
export const sealTotp = (secrets: Secrets, accountId: string, secret: string): string =>
  secrets.seal(field, accountId, secret)

export const openTotp = (secrets: Secrets, accountId: string, sealed: string): string =>
  secrets.open(field, accountId, sealed)
