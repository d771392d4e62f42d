import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { defaultDataDir } from './place.ts'
import { isRunning, runningPostmaster, shutDown } from './postmaster.ts'

// making a cluster takes about a second; a busy machine may need many
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const settings = { fsync: 'off', shared_buffers: '16MB', max_connections: '20' }
let home: string
let dataDir: string
const begun: ChildProcess[] = []

const starter = `
  const { startEmbedded } = await import(process.argv[1])
  const { configFor, created, attached, stop } = await startEmbedded({ dataDir: process.argv[2], settings: ${JSON.stringify(settings)} })
  console.log(JSON.stringify({ created, attached, host: configFor('postgres', 'postgres').host }))
  process.once('SIGTERM', () => stop().then(() => process.exit(0)))
  setInterval(() => {}, 1000)
`
type Started = { readonly created: boolean; readonly attached: boolean; readonly host: string }

/** A Node process of its own that starts the database and stays. */
const parent = async (): Promise<{ process: ChildProcess; told: Started }> => {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', starter, join(import.meta.dirname, 'embedded.ts'), dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  begun.push(child)
  const [line] = await once(child.stdout, 'data')
  return { process: child, told: JSON.parse(String(line)) }
}

const kill = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

const start = (): Promise<Embedded> => startEmbedded({ dataDir, settings })

const ask = async (house: Embedded, text: string): Promise<unknown[]> => {
  const client = new pg.Client(house.owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const serverPid = (): number => {
  const pid = runningPostmaster(realpathSync(dataDir))?.pid
  if (!pid) throw new Error('no server runs')
  return pid
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fl-embedded-'))
  chmodSync(home, 0o755)
  dataDir = join(home, 'open', 'data')
})

afterEach(async () => {
  for (const child of begun.splice(0))
    if (child.exitCode === null && child.signalCode === null) await kill(child, 'SIGKILL')
  const server = existsSync(dataDir) ? runningPostmaster(realpathSync(dataDir)) : undefined
  if (server) await shutDown(server.pid)
  rmSync(home, { recursive: true, force: true })
})

const makePrivateHome = process.getuid?.() === 0 ? it : it.skip

describe('the embedded database', () => {
  it('is made at the first start, closed to everyone else, with an owner and a run-time role that is no superuser', async () => {
    const house = await start()
    expect(house).toMatchObject({ created: true, attached: false })
    expect(modeOf(dataDir)).toBe('700')
    expect(modeOf(join(dataDir, 'pg'))).toBe('700')
    const secrets = readdirSync(dataDir).filter((name) => name.endsWith('.secret'))
    expect(secrets.sort()).toEqual(['fl_app.secret', 'fl_owner.secret', 'postgres.secret'])
    expect(secrets.map((name) => modeOf(join(dataDir, name)))).toEqual(['600', '600', '600'])
    const roles = await ask(
      house,
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname like 'fl%' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'fl_app', strong: false },
      { rolname: 'fl_owner', strong: false },
    ])
    const [kept] = await ask(
      house,
      `select current_setting('data_checksums') sums, current_setting('listen_addresses') network,
         (select datlocprovider::text from pg_database where datname = current_database()) provider`,
    )
    expect(kept).toEqual({ sums: 'on', network: '', provider: 'i' })
    await house.stop()
    expect(runningPostmaster(realpathSync(dataDir))).toBeUndefined()
  })

  it('lets the owner make the extensions of search, and reads accented letters as letters', async () => {
    const house = await start()
    for (const name of ['pg_trgm', 'unaccent', 'fuzzystrmatch']) await ask(house, `create extension ${name}`)
    const [found] = await ask(house, `select unaccent('Nicolò') plain, similarity('nicolò', 'nicolò rossi') > 0.4 near`)
    expect(found).toEqual({ plain: 'Nicolo', near: true })
    await house.stop()
  })

  it('is reached by a URL as by settings', async () => {
    const house = await start()
    const client = new pg.Client({
      connectionString: house.urlFor(house.app.database, house.app.user, house.app.password),
    })
    await client.connect()
    expect((await client.query('select current_user as who')).rows).toEqual([{ who: 'fl_app' }])
    await client.end()
    await house.stop()
  })

  it('outlives a Node parent that is killed, and the next start attaches to it', async () => {
    const first = await parent()
    const before = serverPid()
    await kill(first.process, 'SIGKILL')
    expect(isRunning(before)).toBe(true)
    const house = await start()
    expect(house).toMatchObject({ created: false, attached: true })
    expect(serverPid()).toBe(before)
    await house.stop()
    expect(isRunning(before)).toBe(false)
  })

  it('keeps committed rows when PostgreSQL itself is killed, and comes back by itself beneath a running product', async () => {
    const house = await start()
    await ask(house, 'create table kept (n int)')
    await ask(house, 'insert into kept select generate_series(1, 500)')
    const before = serverPid()
    process.kill(before, 'SIGKILL')
    const count = (): Promise<unknown[]> => ask(house, 'select count(*)::int n from kept')
    await expect.poll(() => count().catch(() => 'away'), { timeout: 20_000, interval: 100 }).toEqual([{ n: 500 }])
    expect(serverPid()).not.toBe(before)
    await house.stop()
  })

  it('keeps committed rows when the server and its Node parent are killed together', async () => {
    const first = await parent()
    const other = await start()
    await ask(other, 'create table kept as select generate_series(1, 500) n')
    const pid = serverPid()
    await kill(first.process, 'SIGKILL')
    const stopped = other.stop()
    process.kill(pid, 'SIGKILL')
    await stopped
    const house = await start()
    expect(await ask(house, 'select count(*)::int n from kept')).toEqual([{ n: 500 }])
    await house.stop()
  })

  it('is made once when several processes start together, and stops with the last of them', async () => {
    const told = await Promise.all([parent(), parent(), parent()])
    expect(told.filter((one) => one.told.created)).toHaveLength(1)
    expect(told.filter((one) => !one.told.attached)).toHaveLength(1)
    const pid = serverPid()
    const [first, second, third] = told
    for (const one of [first, second]) if (one) await kill(one.process, 'SIGTERM')
    expect(isRunning(pid)).toBe(true)
    if (third) await kill(third.process, 'SIGTERM')
    expect(isRunning(pid)).toBe(false)
    expect(readdirSync(dataDir).filter((name) => name.includes('.new.'))).toEqual([])
  })

  it('starts past the file of a dead server whose number now belongs to another program', async () => {
    await (await start()).stop()
    const file = join(dataDir, 'pg', 'postmaster.pid')
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: statSync(dataDir).uid } : {})
    begun.push(stranger)
    writeFileSync(file, `${stranger.pid}\n${dataDir}/pg\n1\n5432\n${dataDir}\n\n\nready   \n`, { mode: 0o600 })
    const house = await start()
    expect(house.attached).toBe(false)
    await house.stop()
  })

  it('begins again after a first start that was cut short', async () => {
    const half = join(dataDir, 'pg.new.999999999')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18')
    const house = await start()
    expect(house.created).toBe(true)
    expect(existsSync(half)).toBe(false)
    await house.stop()
  })

  it('works in a folder whose path is too long for a socket', async () => {
    dataDir = join(home, 'a'.repeat(60), 'b'.repeat(60))
    const house = await start()
    expect(house.socketDir).not.toContain(dataDir)
    expect(modeOf(house.socketDir)).toBe('700')
    expect(await ask(house, 'select 1 as one')).toEqual([{ one: 1 }])
    await house.stop()
    rmSync(house.socketDir, { recursive: true })
  })

  it('keeps persons out of its log: a failed statement leaves no values there', async () => {
    const house = await start()
    await ask(house, 'create table person (name text unique)')
    await ask(house, `insert into person values ('Zaira Ferri')`)
    await expect(ask(house, `insert into person values ('Zaira Ferri')`)).rejects.toThrow('duplicate key')
    await house.stop()
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('Zaira')
  })

  it('refuses a folder of another major version, naming both, and a shared folder', async () => {
    await (await start()).stop()
    writeFileSync(join(dataDir, 'pg', 'PG_VERSION'), '14\n')
    await expect(start()).rejects.toThrow(/PostgreSQL 14.*18/s)
    await expect(startEmbedded({ dataDir: '/tmp' })).rejects.toThrow('DATA_DIR')
  })

  makePrivateHome('tells root, in both languages, that a folder in a private home cannot serve', async () => {
    const closed = join(home, 'root')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startEmbedded({ dataDir: join(closed, 'data') })).rejects.toThrow(
      /non può entrare[\s\S]*may not enter/,
    )
    const place = defaultDataDir(join(closed, 'clone'))
    expect(place).toMatch(/^\/var\/lib\/fare-legami\/clone-/)
    expect(defaultDataDir(join(closed, 'clone'))).toBe(place)
  })
})
