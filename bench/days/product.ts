import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { v7 } from 'uuid'
import { hashToken, randomToken } from '../../src/platform/server/secret/tokens.ts'

export const urlOf = (config: pg.PoolConfig): string =>
  `postgres://${encodeURIComponent(String(config.user))}:${encodeURIComponent(String(config.password ?? ''))}@localhost/${config.database}?host=${encodeURIComponent(String(config.host))}&port=${config.port}`

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const folder = (label: string): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), `fl-days-${label}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Product = {
  readonly url: string
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
  /** Waits until it answers; throws with what it said if it ends before. */
  readonly up: () => Promise<void>
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

const pause = (milliseconds: number): Promise<void> => new Promise((wake) => setTimeout(wake, milliseconds))
export const until = async (what: string, isSo: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return
    await pause(100)
  }
  throw new Error(`it never happened: ${what}`)
}

/** The built product as a process of its own, over the environment given. */
export const startProduct = async (env: Readonly<Record<string, string>>): Promise<Product> => {
  await until('the product is built (npm run build)', () => existsSync('dist/server/main.js'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, PORT: String(port), RATE_LIMIT_PER_MINUTE: '100000', LOG_LEVEL: 'error', ...env },
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => void said.push(String(text)))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const up = (): Promise<void> =>
    until('the product answers', async () => {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}: ${said.join('')}`)
      return (await fetch(`${url}/api/health`).catch(() => undefined))?.ok ?? false
    })
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return { url, child, said: () => said.join(''), ended, up, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

type Sql = (text: string, values: unknown[]) => Promise<unknown>

/** An account with a role for the whole programme and an open session; gives its cookie. */
export const makeWorker = async (sql: Sql, role: string): Promise<string> => {
  const [id, token] = [v7(), randomToken()]
  await sql(`insert into account (id, email, name, state, created_at) values ($1, $2, $3, 'active', now())`, [
    id,
    `${id}@esempio.invalid`,
    role,
  ])
  await sql(`insert into account_role (id, account_id, role_code, from_day) values ($1, $2, $3, '2020-01-01')`, [
    v7(),
    id,
    role,
  ])
  await sql(
    `insert into session (id, token_hash, kind, account_id, step, created_at, seen_at, expires_at)
     values ($1, $2, 'account', $3, 'open', now(), now(), '2099-01-01')`,
    [v7(), hashToken(token), id],
  )
  return `fl_session=${token}`
}

export const item = (label: string): Record<string, unknown> => ({
  labelIt: label,
  labelEn: label,
  data: {},
  position: 1,
  active: true,
})
