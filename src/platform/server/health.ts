import type { Services } from './tx.ts'

export type Health =
  | { status: 'ok'; version: string; database: { kind: 'embedded' | 'server'; version: string; migration: string } }
  | { status: 'unavailable'; version: string; reason: string }

/** Whether the product can do its work now: a short question to the database, with a limit of three seconds. */
export const health = async (services: Services, version: string): Promise<Health> => {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the database does not answer')), 3000).unref(),
  )
  try {
    const asked = services.pool.query<{ server: string; migration: string }>(
      `select current_setting('server_version') as server, (select name from migration order by name desc limit 1) as migration`,
    )
    const { rows } = await Promise.race([asked, late])
    const row = rows[0]
    const kind = services.config.DATABASE_URL ? 'server' : 'embedded'
    return { status: 'ok', version, database: { kind, version: row?.server ?? '', migration: row?.migration ?? '' } }
  } catch (error) {
    return { status: 'unavailable', version, reason: error instanceof Error ? error.message : String(error) }
  }
}
