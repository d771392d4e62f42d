import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Key } from './keys.ts'
import { CannotOpen, makeSecrets } from './secrets.ts'

const aKey = (id: string): Key => ({ id, secret: randomBytes(32) })
const [older, newer] = [aKey('old'), aKey('new')]
const secrets = makeSecrets([newer, older])

test('what is sealed opens again, only for its own field and row', () =>
  fc.assert(
    fc.property(fc.string(), fc.uuid(), fc.uuid(), (text, row, other) => {
      fc.pre(row !== other)
      const token = secrets.seal('phone', row, text)
      expect(secrets.open('phone', row, token)).toBe(text)
      expect(() => secrets.open('phone', other, token)).toThrow(CannotOpen)
      expect(() => secrets.open('email', row, token)).toThrow(CannotOpen)
    }),
  ))

test('one altered byte is found', () => {
  const [id, packed = ''] = secrets.seal('phone', 'a', '0373 11111').split('.')
  const bytes = Buffer.from(packed, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const altered = Buffer.from(bytes)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => secrets.open('phone', 'a', `${id}.${altered.toString('base64url')}`)).toThrow(CannotOpen)
  }
})

test('after a rotation old values still open, and are sealed anew with the new key', () => {
  const before = makeSecrets([older]).seal('phone', 'a', '0373 11111')
  expect(secrets.open('phone', 'a', before)).toBe('0373 11111')
  const after = secrets.reseal('phone', 'a', before)
  expect(makeSecrets([newer]).open('phone', 'a', after)).toBe('0373 11111')
  expect(() => makeSecrets([older]).open('phone', 'a', after)).toThrow(CannotOpen)
  expect(secrets.blindIndex('code', 'X')).toBe(makeSecrets([older]).blindIndex('code', 'X'))
})
