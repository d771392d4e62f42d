import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { KeyError, loadKeys, readKeys } from './keys.ts'

const root = mkdtempSync(join(tmpdir(), 'fare-legami-keys-'))
afterAll(() => rmSync(root, { recursive: true }))
const aFolder = (): string => join(mkdtempSync(join(root, 'data-')), 'inner')

describe('the field key', () => {
  test('is made at the first start, for its owner alone, and is the same at the next', () => {
    const dataDir = aFolder()
    const [first] = loadKeys({ dataDir })
    const [again] = loadKeys({ dataDir })
    expect(again.id).toBe(first.id)
    expect(first.secret).toHaveLength(32)
    expect(statSync(join(dataDir, 'field.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['field.key'])
  })

  test('is one, also when several processes start at once', async () => {
    const dataDir = aFolder()
    const where = new URL('./keys.ts', import.meta.url)
    const code = `import { loadKeys } from '${where}'; console.log(loadKeys({ dataDir: process.argv[1] })[0].id)`
    const args = ['--input-type=module', '--no-warnings', '-e', code, dataDir]
    const starts = await Promise.all(Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, args)))
    expect(new Set(starts.map(({ stdout }) => stdout.trim())).size).toBe(1)
    expect(starts[0]?.stdout).toMatch(/^[0-9a-f]{8}$/m)
    expect(readdirSync(dataDir)).toEqual(['field.key'])
  })

  test('is closed again when others were let in', () => {
    const dataDir = aFolder()
    loadKeys({ dataDir })
    chmodSync(join(dataDir, 'field.key'), 0o644)
    loadKeys({ dataDir })
    expect(statSync(join(dataDir, 'field.key')).mode & 0o077).toBe(0)
  })

  test('comes from FIELD_KEY when that is set, and then no file is made', () => {
    const fieldKey = randomBytes(32).toString('base64')
    const dataDir = mkdtempSync(join(root, 'set-'))
    const [key] = loadKeys({ fieldKey, dataDir })
    expect(key.secret.toString('base64')).toBe(fieldKey)
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('may be several: the first seals, and none is counted twice', () => {
    const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
    const keys = readKeys(`${one}\n${two}, ${one}`)
    expect(keys.map(({ secret }) => secret.toString('base64'))).toEqual([one, two])
  })

  test('that is empty, short, long or not base64 stops the start, and its text is not told', () => {
    const short = randomBytes(31).toString('base64')
    for (const text of ['', '  ', short, randomBytes(33).toString('base64'), 'not a key!', '='.repeat(44)]) {
      expect(() => readKeys(text)).toThrow(KeyError)
    }
    expect(() => readKeys(short)).not.toThrow(short)
  })

  test('file that was emptied is not replaced in silence: what it sealed would be lost', () => {
    const dataDir = aFolder()
    loadKeys({ dataDir })
    writeFileSync(join(dataDir, 'field.key'), '')
    expect(() => loadKeys({ dataDir })).toThrow(KeyError)
    expect(readFileSync(join(dataDir, 'field.key'), 'utf8')).toBe('')
  })
})
