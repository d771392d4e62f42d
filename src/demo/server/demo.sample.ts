import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { freshDb } from '../../../bench/fresh-db.ts'
import { buildServer } from '../../app/server.ts'
import { makeServices } from '../../app/services.ts'
import { dayOf } from '../../platform/core/day.ts'
import { readConfig } from '../../platform/server/config.ts'
import { openPool } from '../../platform/server/pool.ts'
import type { Services } from '../../platform/server/tx.ts'
import { type DemoReport, loadDemo } from './load.ts'

export type DemoHouse = {
  readonly app: Awaited<ReturnType<typeof buildServer>>['app']
  /** Every endpoint that is open, as the rooms declared it. */
  readonly house: Awaited<ReturnType<typeof buildServer>>['house']
  readonly owner: pg.Pool
  readonly services: Services
  readonly today: string
  readonly report: DemoReport
  /** Rows as the owner sees them, past all policies. */
  readonly ask: <T>(text: string, values?: readonly unknown[]) => Promise<T[]>
  /** `count('pact where …')`. */
  readonly count: (rest: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** The whole product on a database of its own that holds the demo programme. */
export const openDemo = async (): Promise<DemoHouse> => {
  const db = await freshDb('demo')
  const owner = openPool({ ...db.owner, max: 2 })
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-demo-'))
  const config = readConfig({ LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '100000' })
  const services = await makeServices(config, db.app, dataDir)
  const { app, house } = await buildServer(services, '0.0.0-test')
  const today = dayOf(services.clock())
  const report = await loadDemo({ owner, services, today })
  const ask = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await owner.query(text, [...values])).rows as T[]
  const count = async (rest: string): Promise<number> =>
    (await ask<{ n: number }>(`select count(*) as n from ${rest}`))[0]?.n ?? 0
  const close = async (): Promise<void> => {
    await app.close()
    await owner.end()
    await db.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { app, house, owner, services, today, report, ask, count, close }
}
