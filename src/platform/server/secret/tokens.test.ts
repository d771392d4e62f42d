import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashPassword, verifyNobody, verifyPassword } from './passwords.ts'
import { hashToken, randomDigits, randomToken, readableCode, readCode } from './tokens.ts'

describe('chance', () => {
  test('gives tokens of the asked strength, never twice', () => {
    expect(Buffer.from(randomToken(32), 'base64url')).toHaveLength(32)
    expect(new Set(Array.from({ length: 1000 }, () => randomToken(16))).size).toBe(1000)
  })

  test('gives digits, zeros at the front included', () => {
    const many = Array.from({ length: 500 }, () => randomDigits(6))
    for (const one of many) expect(one).toMatch(/^[0-9]{6}$/)
    expect(many.some((one) => one.startsWith('0'))).toBe(true)
  })

  test('a token is kept as its SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('a receipt code', () => {
  test('has no sign that people confuse', () => {
    for (let count = 0; count < 300; count += 1)
      expect(readableCode()).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$/)
  })

  test('follows the chance that it is told', () => {
    expect(readableCode(() => 0)).toBe('3333-3333')
    expect(readableCode((below) => below - 1)).toBe('YYYY-YYYY')
  })

  test('is understood however it is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(22), { minLength: 8, maxLength: 8 }), (signs) => {
        let at = 0
        const code = readableCode(() => signs[at++] ?? 0)
        for (const typed of [code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `]) {
          expect(readCode(typed)).toBe(code)
        }
      }),
    )
  })

  test('that cannot be one is told apart before anything is looked up', () => {
    for (const typed of ['', 'K7M4', 'K7M4-9QXO', 'K7M4-9QXRR', '"; drop']) expect(readCode(typed)).toBeUndefined()
  })
})

describe('a password or PIN', () => {
  test('is known again, also from a keyboard that composes accents otherwise', async () => {
    const stored = await hashPassword('perché sì, 12')
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await verifyPassword(stored, 'perché sì, 12'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(stored, 'perche si, 12')).toBe(false)
  })

  test('has a salt of its own', async () => {
    expect(await hashPassword('204518')).not.toBe(await hashPassword('204518'))
  })

  test('is never right against a hash that cannot be read, or for nobody', async () => {
    expect(await verifyPassword('', 'x')).toBe(false)
    expect(await verifyPassword('$argon2id$nonsense', 'x')).toBe(false)
    expect(await verifyNobody('nobody')).toBe(false)
  })
})
