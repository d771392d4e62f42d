import pg from 'pg'

const { builtins } = pg.types
const asIs = (text: string): string => text
const instant = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asIs],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
])
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Days arrive as 'YYYY-MM-DD', instants as ISO text in UTC, counts as numbers: what the schemas of the cores expect. */
export const openPool = (config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ max: 10, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 15_000, ...config, types })
  // an idle connection that breaks is replaced by the pool; without a listener it would end the process
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}
