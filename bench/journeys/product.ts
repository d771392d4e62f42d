import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openPool } from '../../src/platform/server/pool.ts'
import setup from '../setup.ts'

/** PRODUCT names another build than the one in this folder. */
const built = process.env.PRODUCT ?? 'dist/server'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built product, running with the demo programme, and the password of its demo accounts. */
    product: {
      url: string
      password: string
      env: Record<string, string>
      /** Cards that the demo printed: where they lead, their PIN, whose they are. */
      cards: readonly { address: string; pin: string; name: string }[]
    }
  }
}

const urlOf = (config: pg.ClientConfig, database: string): string =>
  `postgres://${encodeURIComponent(String(config.user))}:${encodeURIComponent(String(config.password))}@localhost/${database}?host=${encodeURIComponent(String(config.host))}&port=${config.port}`

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const untilUp = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode} before it answered`)
    const reply = await fetch(`${url}/api/health`).catch(() => undefined)
    if (reply?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the product does not answer')
}

const cardsIn = (told: string): { address: string; pin: string; name: string }[] =>
  [...told.matchAll(/(\/mio\/\S+)\s+PIN (\d{6})\s+([^,]+),/g)].map(([, address = '', pin = '', name = '']) => ({
    address,
    pin,
    name,
  }))

/** Starts the built product on a database of its own with the demo programme, once for all journeys. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const given: {
    databases?: { super: pg.ClientConfig; owner: pg.ClientConfig; app: pg.ClientConfig; template: string }
  } = {}
  const takeDown = await setup({
    ...project,
    provide: (_name: string, value: never) => Object.assign(given, { databases: value }),
  } as never)
  const databases = given.databases
  if (!databases) throw new Error('no database for the journeys')
  project.provide('databases', databases)
  const name = `${databases.template}_journeys`
  const admin = openPool({ ...databases.super, max: 1 })
  await admin.query(`create database "${name}" template "${databases.template}" owner "${databases.owner.user}"`)
  await admin.end()
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-journeys-'))
  const [port, password] = [await freePort(), `Prova-${randomBytes(6).toString('hex')}`]
  const url = `http://localhost:${port}`
  const env = {
    DATABASE_URL: urlOf(databases.app, name),
    MIGRATE_DATABASE_URL: urlOf(databases.owner, name),
    DATA_DIR: dataDir,
    PORT: String(port),
    BASE_URL: url,
    DEMO_PASSWORD: password,
    RATE_LIMIT_PER_MINUTE: '100000',
    LOG_LEVEL: 'error',
  }
  const loaded = spawnSync(process.execPath, [`${built}/command.js`, 'demo'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (loaded.status !== 0) throw new Error('the demo programme could not be loaded')
  const child = spawn(process.execPath, [`${built}/main.js`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilUp(url, child)
  project.provide('product', { url, password, env, cards: cardsIn(loaded.stdout) })
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await takeDown()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
