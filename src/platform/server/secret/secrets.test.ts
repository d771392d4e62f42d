import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKeys } from './keys.ts'
import { CannotOpen, makeSecrets } from './secrets.ts'

const aKey = (): string => randomBytes(32).toString('base64')
const [oldKey, newKey] = [aKey(), aKey()]
const before = makeSecrets(readKeys(oldKey))
const during = makeSecrets(readKeys(`${newKey},${oldKey}`))
const after = makeSecrets(readKeys(newKey))

const text = fc.string({ unit: 'grapheme', maxLength: 200 })
const name = fc.string({ minLength: 1, maxLength: 40 })

describe('a sealed field', () => {
  test('opens to what was sealed, for any text, field and row', () => {
    fc.assert(
      fc.property(name, name, text, (field, row, said) => {
        expect(before.open(field, row, before.seal(field, row, said))).toBe(said)
      }),
    )
  })

  test('never looks the same twice and never shows its text', () => {
    const [first, second] = [
      before.seal('person.phone', 'r1', '3331234567'),
      before.seal('person.phone', 'r1', '3331234567'),
    ]
    expect(first).not.toBe(second)
    expect(Buffer.from(first.split('.')[1] ?? '', 'base64url').includes('3331234567')).toBe(false)
  })

  test('is refused in another row', () => {
    fc.assert(
      fc.property(name, name, text, (row, other, said) => {
        fc.pre(row !== other)
        const token = before.seal('person.phone', row, said)
        expect(() => before.open('person.phone', other, token)).toThrow(CannotOpen)
      }),
    )
  })

  test('is refused in another field, also when field and row run together alike', () => {
    const token = before.seal('note', '1|2', 'x')
    expect(() => before.open('person', '1|2', token)).toThrow(CannotOpen)
    expect(() => before.open('note1|', '2', token)).toThrow(CannotOpen)
  })

  test('is refused when any one of its characters was altered', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...'Aa0_-.z9'), (said, place, letter) => {
        const token = before.seal('note', 'r1', said)
        const at = place % token.length
        fc.pre(token[at] !== letter)
        const altered = token.slice(0, at) + letter + token.slice(at + 1)
        expect(() => before.open('note', 'r1', altered)).toThrow(CannotOpen)
      }),
      { numRuns: 500 },
    )
  })

  test('is refused when it was cut short or is not a token at all', () => {
    const token = before.seal('note', 'r1', 'una nota')
    for (let size = 0; size < token.length; size += 1) {
      expect(() => before.open('note', 'r1', token.slice(0, size))).toThrow(CannotOpen)
    }
    for (const junk of [
      '',
      'v1',
      '3331234567',
      '00000000.AAAA',
      `v1.${token}`,
      `${token}.`,
      `${token}=`,
      ` ${token}`,
      `${token}\n`,
    ]) {
      expect(() => before.open('note', 'r1', junk)).toThrow(CannotOpen)
    }
  })

  test('bytes are bound to their place in the same way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (bytes, place) => {
        const home = { field: 'file', rowId: 'f1' }
        const sealed = before.sealBytes(home, bytes)
        expect(new Uint8Array(before.openBytes(home, sealed))).toEqual(bytes)
        expect(() => before.openBytes({ field: 'file', rowId: 'f2' }, sealed)).toThrow(CannotOpen)
        const at = place % sealed.length
        sealed[at] = (sealed[at] ?? 0) ^ 1
        expect(() => before.openBytes(home, sealed)).toThrow(CannotOpen)
      }),
    )
  })
})

describe('a rotation', () => {
  test('opens the old tokens, reseals them under the new key, and then the old key can go', () => {
    fc.assert(
      fc.property(name, text, (row, said) => {
        const old = before.seal('note', row, said)
        expect(during.open('note', row, old)).toBe(said)
        const fresh = during.reseal('note', row, old)
        expect(during.isCurrent(fresh)).toBe(true)
        expect(after.open('note', row, fresh)).toBe(said)
        expect(during.reseal('note', row, fresh)).toBe(fresh)
      }),
    )
  })

  test('never reseals a swapped token into a good one', () => {
    expect(() => during.reseal('note', 'r2', before.seal('note', 'r1', 'x'))).toThrow(CannotOpen)
  })

  test('says that the key is not here when it is not', () => {
    expect(() => after.open('note', 'r1', before.seal('note', 'r1', 'x'))).toThrow(/the key [0-9a-f]{8} is not here/)
  })

  test('leaves the indexes as they are until the old key goes', () => {
    const index = before.blindIndex('person.codiceFiscale', 'RSSMRA80A01D150X')
    expect(during.blindIndex('person.codiceFiscale', 'RSSMRA80A01D150X')).toBe(index)
    expect(after.blindIndex('person.codiceFiscale', 'RSSMRA80A01D150X')).not.toBe(index)
  })
})

describe('a blind index', () => {
  test('is the same for the same text, however it was typed, and another for another field', () => {
    const index = before.blindIndex('person.codiceFiscale', 'RSSMRA80A01D150X')
    expect(index).toMatch(/^[\w-]{43}$/)
    expect(before.blindIndex('person.codiceFiscale', ' rssmra80a01d150x ')).toBe(index)
    expect(before.blindIndex('person.count', 'RSSMRA80A01D150X')).not.toBe(index)
    expect(after.blindIndex('person.codiceFiscale', 'RSSMRA80A01D150X')).not.toBe(index)
  })

  test('differs for texts that differ', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{16}$/), fc.stringMatching(/^[A-Z0-9]{16}$/), (one, other) => {
        expect(before.blindIndex('cf', one) === before.blindIndex('cf', other)).toBe(one === other)
      }),
    )
  })
})
