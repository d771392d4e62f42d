import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { KeyError, loadKeys, readKeys } from './keys.ts'

const root = mkdtempSync(join(tmpdir(), 'fare-legami-keys-'))
afterAll(() => rmSync(root, { recursive: true }))
const aFolder = (): string => join(mkdtempSync(join(root, 'data-')), 'inner')

describe('the field key', () => {
  test('is made at the first start, for its owner alone, and is the same at the next', async () => {
    const dataDir = aFolder()
    const [first] = await loadKeys({ dataDir })
    const [again] = await loadKeys({ dataDir })
    expect(again.id).toBe(first.id)
    expect(first.bytes).toHaveLength(32)
    expect(statSync(join(dataDir, 'field.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['field.key'])
  })

  test('is one, also when several servers start at once', async () => {
    const dataDir = aFolder()
    const starts = await Promise.all(Array.from({ length: 12 }, () => loadKeys({ dataDir })))
    expect(new Set(starts.map(([key]) => key.id)).size).toBe(1)
  })

  test('is closed again when others were let in', async () => {
    const dataDir = aFolder()
    await loadKeys({ dataDir })
    chmodSync(join(dataDir, 'field.key'), 0o644)
    await loadKeys({ dataDir })
    expect(statSync(join(dataDir, 'field.key')).mode & 0o077).toBe(0)
  })

  test('comes from FIELD_KEY when that is set, and then no file is made', async () => {
    const fieldKey = randomBytes(32).toString('base64')
    const dataDir = mkdtempSync(join(root, 'set-'))
    const [key] = await loadKeys({ fieldKey, dataDir })
    expect(key.bytes.toString('base64')).toBe(fieldKey)
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('may be several: the first seals, and none is counted twice', () => {
    const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
    const keys = readKeys(`${one}\n${two}, ${one}`)
    expect(keys.map(({ bytes }) => bytes.toString('base64'))).toEqual([one, two])
  })

  test('that is empty, short, long or not base64 stops the start, and its text is not told', () => {
    const secret = randomBytes(31).toString('base64')
    for (const text of ['', '  ', secret, randomBytes(33).toString('base64'), 'not a key!', '='.repeat(44)]) {
      expect(() => readKeys(text)).toThrow(KeyError)
    }
    expect(() => readKeys(secret)).not.toThrow(secret)
  })

  test('file that was emptied is not replaced in silence: what it sealed would be lost', async () => {
    const dataDir = aFolder()
    await loadKeys({ dataDir })
    writeFileSync(join(dataDir, 'field.key'), '')
    await expect(loadKeys({ dataDir })).rejects.toThrow(KeyError)
    expect(readFileSync(join(dataDir, 'field.key'), 'utf8')).toBe('')
  })
})
