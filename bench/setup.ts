import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/platform/server/embedded/embedded.ts'
import { migrate } from '../src/platform/server/migrate.ts'
import { openPool } from '../src/platform/server/pool.ts'

type Server = { root: pg.PoolConfig; stop: () => Promise<void> }

const serverOf = async (): Promise<Server> => {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { root: partsOf(url), stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-test-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startEmbedded({ dataDir, settings })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { root: partsOf(server.superUrl), stop }
}

const partsOf = (text: string): pg.PoolConfig => {
  const url = new URL(text)
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  return {
    host,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1) || 'postgres',
  }
}

/** Once per run: a server, two roles of the run's own, and a migrated template that each test file copies. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { root, stop } = await serverOf()
  const run = randomBytes(4).toString('hex')
  const password = randomBytes(12).toString('hex')
  const [ownerRole, appRole, template] = [`fl_o_${run}`, `fl_a_${run}`, `fl_t_${run}`]
  const admin = openPool({ ...root, max: 1 })
  for (const role of [ownerRole, appRole]) await admin.query(`create role ${role} login password '${password}'`)
  await admin.query(`create database ${template} owner ${ownerRole}`)
  const owner = { ...root, user: ownerRole, password }
  const pool = openPool({ ...owner, database: template, max: 2, options: '-c timezone=UTC' })
  await migrate(pool, appRole)
  await pool.end()
  project.provide('databases', { super: root, owner, app: { ...root, user: appRole, password }, template })
  return async () => {
    const { rows } = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like '${template}%'`,
    )
    for (const { datname } of rows) await admin.query(`drop database if exists "${datname}" with (force)`)
    for (const role of [appRole, ownerRole]) await admin.query(`drop role if exists ${role}`)
    await admin.end()
    await stop()
  }
}
