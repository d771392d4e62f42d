import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { buildServer } from '../src/app/server.ts'
import { makeServices } from '../src/app/services.ts'
import { readConfig } from '../src/platform/server/config.ts'
import type { House } from '../src/platform/server/house.ts'
import { openPool } from '../src/platform/server/pool.ts'
import { hashToken, randomToken } from '../src/platform/server/secret/tokens.ts'
import type { Services } from '../src/platform/server/tx.ts'
import { type FreshDb, freshDb } from './fresh-db.ts'

export const crema = '019c0000-0000-7000-8000-000000000001'
export const cremona = '019c0000-0000-7000-8000-000000000002'
export const caritas = '019c0000-0000-7000-8000-0000000000c1'
export const tavolaLunga = '019c0000-0000-7000-8000-0000000000c2'

export type Worker = { readonly id: string; readonly name: string; readonly cookie: string }
export type WorkerWish = { role: string; district?: string | null; organisation?: string | null; name?: string }
export type Reply<T> = { readonly status: number; readonly body: T }

/** A whole product on a database of its own: what the tests of acts, routes and rights use. */
export type TestHouse = {
  readonly app: FastifyInstance
  readonly house: House
  readonly services: Services
  readonly db: FreshDb
  /** Runs SQL as the owner, past all policies: to prepare and to look, never to test a right. */
  readonly sql: <T = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<T[]>
  /** Makes an account with a role and an open session. */
  readonly worker: (wish: WorkerWish) => Promise<Worker>
  /** Calls the API (`/persons`, below /api/v1) as a worker, or as nobody. */
  readonly call: <T = Record<string, unknown>>(
    as: Worker | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<T>>
  /** A raw request, for pages and forms. */
  readonly request: (options: InjectOptions) => Promise<LightMyRequestResponse>
  /** Sets the clock of the product; null lets it run again. */
  readonly setClock: (at: string | null) => void
  readonly close: () => Promise<void>
}

const districts = [
  [crema, 'cremasco', 'Ambito Cremasco', 'Crema'],
  [cremona, 'cremonese', 'Ambito Cremonese', 'Cremona'],
]

const furnish = async (sql: TestHouse['sql']): Promise<void> => {
  for (const row of districts) await sql('insert into district (id, code, name, seat) values ($1, $2, $3, $4)', row)
  await sql(`insert into programme (name, funder) values ('Fare Legami', 'Fondazione di prova')`)
  for (const [istat, cadastral, name, district] of [
    ['019035', 'D142', 'Crema', crema],
    ['019036', 'D150', 'Cremona', cremona],
    ['019002', 'A076', 'Agnadello', crema],
  ])
    await sql(
      'insert into municipality (istat_code, cadastral_code, name, district_id, lat, lon) values ($1, $2, $3, $4, 45.3, 9.7)',
      [istat, cadastral, name, district],
    )
  for (const [id, name, kind] of [
    [caritas, 'Caritas di prova', 'parish'],
    [tavolaLunga, 'Cooperativa Tavola Lunga', 'cooperative'],
  ])
    await sql('insert into organisation (id, name, kind, created_at) values ($1, $2, $3, now())', [id, name, kind])
}

export const openHouse = async (label: string, environment: Record<string, string> = {}): Promise<TestHouse> => {
  const db = await freshDb(label)
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-house-'))
  let fixed: string | null = null
  const config = readConfig({ LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '100000', ...environment })
  const made = await makeServices(config, db.app, dataDir)
  const services: Services = { ...made, clock: () => fixed ?? new Date().toISOString() }
  const { app, house } = await buildServer(services, '0.0.0-test')
  const owner = openPool({ ...db.owner, max: 2 })
  const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await owner.query(text, [...values])).rows as T[]
  await furnish(sql)
  const worker: TestHouse['worker'] = async ({ role, district = null, organisation = null, name = role }) => {
    const [id, token] = [v7(), randomToken()]
    await sql(`insert into account (id, email, name, state, created_at) values ($1, $2, $3, 'active', now())`, [
      id,
      `${id}@esempio.invalid`,
      name,
    ])
    await sql(
      'insert into account_role (id, account_id, role_code, district_id, organisation_id, from_day) values ($1, $2, $3, $4, $5, $6)',
      [v7(), id, role, district, organisation, '2020-01-01'],
    )
    await sql(
      `insert into session (id, token_hash, kind, account_id, step, created_at, seen_at, expires_at) values ($1, $2, 'account', $3, 'open', now(), now(), '2099-01-01')`,
      [v7(), hashToken(token), id],
    )
    return { id, name, cookie: `fl_session=${token}` }
  }
  const call: TestHouse['call'] = async <T>(
    as: Worker | null,
    method: InjectOptions['method'] & string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> => {
    const reply = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(as ? { cookie: as.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      status: reply.statusCode,
      body: reply.headers['content-type']?.includes('json') ? reply.json() : (reply.body as T),
    }
  }
  const close = async (): Promise<void> => {
    await app.close()
    await owner.end()
    await db.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    app,
    house,
    services,
    db,
    sql,
    worker,
    call,
    request: (options) => app.inject(options),
    setClock: (at) => {
      fixed = at
    },
    close,
  }
}
