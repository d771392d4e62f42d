import type pg from 'pg'
import type { Config } from '../platform/server/config.ts'
import { startEmbedded } from '../platform/server/embedded/embedded.ts'
import { defaultDataDir } from '../platform/server/embedded/place.ts'
import { migrate } from '../platform/server/migrate.ts'
import { openPool } from '../platform/server/pool.ts'
import { refuseMightyRole, schemaIsCurrent } from '../platform/server/roleCheck.store.ts'
import { projectRoot } from './root.ts'

export type Databases = {
  readonly kind: 'embedded' | 'server'
  readonly app: pg.Pool
  /** Connection of the owner; null where only the run-time role is given. */
  readonly owner: pg.PoolConfig | null
  readonly dataDir: string
  readonly stop: () => Promise<void>
}

const poolSize = 10
const utc = { options: '-c timezone=UTC', application_name: 'fare-legami' }
// statements follow one another without waiting for each answer; the owner's connections copy whole tables and may not
const forActs = { ...utc, max: poolSize, pipeline: true }

/** Opens the databases that the settings name, brought to this version where the owner is at hand. */
export const openDatabases = async (config: Config, log: (line: string) => void): Promise<Databases> => {
  const dataDir = config.DATA_DIR ?? defaultDataDir(projectRoot)
  return config.DATABASE_URL ? onServer(config, config.DATABASE_URL, dataDir) : onEmbedded(dataDir, log)
}

const onEmbedded = async (dataDir: string, log: (line: string) => void): Promise<Databases> => {
  const server = await startEmbedded({ dataDir, log })
  await migrateAs(server.owner, String(server.app.user))
  const app = openPool({ ...server.app, ...forActs })
  const stop = async (): Promise<void> => {
    await app.end()
    await server.stop()
  }
  return { kind: 'embedded', app, owner: server.owner, dataDir, stop }
}

const onServer = async (config: Config, url: string, dataDir: string): Promise<Databases> => {
  await knock(url)
  const app = openPool({ connectionString: url, ...forActs })
  const owner = config.MIGRATE_DATABASE_URL ? { connectionString: config.MIGRATE_DATABASE_URL } : null
  if (owner) await migrateAs(owner, decodeURIComponent(new URL(url).username))
  await refuseMightyRole(app)
  await schemaIsCurrent(app)
  return { kind: 'server', app, owner, dataDir, stop: () => app.end() }
}

/** Asks for one connection before anything else, so that a wrong address is told as such; its password is not. */
const knock = async (url: string): Promise<void> => {
  const pool = openPool({ connectionString: url, max: 1 })
  try {
    await pool.query('select 1')
  } catch (cause) {
    const { host } = new URL(url)
    const why = cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause)
    throw new Error(
      `Il database non risponde a DATABASE_URL (${host}): ${why} / the database does not answer at DATABASE_URL`,
      { cause },
    )
  } finally {
    await pool.end()
  }
}

const migrateAs = async (owner: pg.PoolConfig, appRole: string): Promise<void> => {
  const pool = openPool({ ...owner, ...utc, max: 2 })
  try {
    await migrate(pool, appRole)
  } finally {
    await pool.end()
  }
}
