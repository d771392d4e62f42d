import { createHash } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { openPool } from '../src/platform/server/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How to reach the server of this run, and its migrated template. */
    databases: { super: pg.ClientConfig; owner: pg.ClientConfig; app: pg.ClientConfig; template: string }
  }
}

export type FreshDb = {
  readonly name: string
  readonly app: pg.Pool
  readonly owner: pg.PoolConfig
  readonly drop: () => Promise<void>
}

const utc = { options: '-c timezone=UTC' }

/** One private copy of the migrated template per test file; `drop` it when the file is done. */
export const freshDb = async (label: string, poolSize = 10): Promise<FreshDb> => {
  const { super: root, owner, app, template } = inject('databases')
  const name = `${template}_${createHash('sha1').update(`${label}${process.pid}${Math.random()}`).digest('hex').slice(0, 12)}`
  const admin = openPool({ ...root, max: 1 })
  await admin.query(`create database "${name}" template "${template}" owner "${owner.user}"`)
  const pool = openPool({ ...app, ...utc, database: name, max: poolSize, pipeline: true })
  const drop = async (): Promise<void> => {
    await pool.end()
    await admin.query(`drop database if exists "${name}" with (force)`)
    await admin.end()
  }
  return { name, app: pool, owner: { ...owner, ...utc, database: name }, drop }
}
