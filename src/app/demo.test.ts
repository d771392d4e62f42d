import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDb, freshDb } from '../../bench/fresh-db.ts'
import { readConfig } from '../platform/server/config.ts'
import { openPool } from '../platform/server/pool.ts'
import type { Databases } from './databases.ts'
import { demoAtStart, demoCodeFor, loadAndTell } from './demo.ts'
import { makeServices } from './services.ts'

let db: FreshDb
const dataDir = mkdtempSync(join(tmpdir(), 'fl-demo-hall-'))
const file = join(dataDir, 'demo.txt')
const said: string[] = []
const say = (line: string): void => void said.push(line)
type On = Parameters<typeof loadAndTell>[0]
let on: On

const asked = async (text: string): Promise<void> => {
  const owner = openPool({ ...db.owner, max: 1 })
  await owner.query(text).finally(() => owner.end())
}

beforeAll(async () => {
  db = await freshDb('demo-hall')
  const config = readConfig({ LOG_LEVEL: 'error', DEMO_PASSWORD: 'Scelta-da-noi-1' })
  const services = await makeServices(config, db.app, dataDir)
  const databases: Databases = { kind: 'server', app: db.app, owner: db.owner, dataDir, stop: async () => {} }
  on = { databases, services, say }
})
afterAll(async () => {
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a start on a server of somebody else loads nothing by itself', async () => {
  await demoAtStart(on.databases, { command: 'nowhere', say })
  expect(existsSync(file)).toBe(false)
})

test('what was told is kept where nobody else reads it, with the password that was asked for', async () => {
  const lines = await loadAndTell(on, false)
  expect(lines.join('\n')).toContain('Scelta-da-noi-1')
  expect(lines.join('\n')).toMatch(/\/mio\/[\w-]{20,} {2}PIN \d{6}/)
  expect(readFileSync(file, 'utf8')).toBe(`${lines.join('\n')}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a one-time code is told for an account of the demo, by its bare name, and for nobody else', async () => {
  expect(await demoCodeFor(on, 'tutor.crema')).toMatch(/^\d{6}$/)
  await asked(`update account set email = 'vera@comune.example' where email = 'tutor2.crema@demo.invalid'`)
  await expect(demoCodeFor(on, 'vera@comune.example')).rejects.toThrow(/no demo account/)
  await expect(demoCodeFor(on, 'vera')).rejects.toThrow(/no demo account/)
})

test('a later start says where the accounts are written down', async () => {
  const embedded: Databases = { ...on.databases, kind: 'embedded' }
  await demoAtStart(embedded, { command: 'nowhere', say })
  expect(said.at(-1)).toContain(file)
})

test('a second load is refused and what was told stays; a reset tells anew and takes old files away', async () => {
  const before = readFileSync(file, 'utf8')
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files', 'ab', 'old'), 'x')
  await expect(loadAndTell(on, false)).rejects.toThrow(/in use/)
  expect(readFileSync(file, 'utf8')).toBe(before)
  await loadAndTell(on, true)
  expect(readFileSync(file, 'utf8')).not.toBe(before)
  expect(existsSync(join(dataDir, 'files', 'ab', 'old'))).toBe(false)
})
