import pg from 'pg'

declare module 'pg' {
  /** The driver has them, its types do not say so. */
  interface Client {
    ref(): void
    unref(): void
  }
}

export const databaseName = 'fare_legami'
export const ownerRole = 'fl_owner'
export const appRole = 'fl_app'

/** Any number will do, as long as it is ours. */
const inUse = 7_201_411
const furnishing = 7_201_412

export type Access = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
}
export type Knock =
  | { readonly door: 'open'; readonly keeper: pg.Client }
  | { readonly door: 'starting' | 'closed' | 'refused'; readonly detail: string }

const doors = new Map<string, 'starting' | 'refused'>([
  ['57P03', 'starting'],
  ['53300', 'starting'],
  ['28P01', 'refused'],
  ['28000', 'refused'],
])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * Opens the session that marks this process as a user of the server, for as long as it lives: the mark is a shared advisory
 * lock, which the system takes back even after kill -9.
 */
export const knock = async (superuser: Access): Promise<Knock> => {
  const keeper = new pg.Client({ ...superuser, application_name: 'fare-legami keeper', connectionTimeoutMillis: 5000 })
  keeper.on('error', () => {})
  try {
    await keeper.connect()
    await keeper.query('select pg_advisory_lock_shared($1)', [inUse])
    return { door: 'open', keeper }
  } catch (error) {
    await keeper.end().catch(() => {})
    return { door: doors.get(codeOf(error)) ?? 'closed', detail: String(error) }
  }
}

/** True if nobody else uses the server: from then on no one else can mark themselves until it is stopped. */
export const isLast = async (keeper: pg.Client): Promise<boolean> => {
  await keeper.query('select pg_advisory_unlock_shared($1)', [inUse])
  const { rows } = await keeper.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [inUse])
  return rows[0]?.last === true
}

const ensureRole = async (keeper: pg.Client, role: string, password: string): Promise<void> => {
  const { rowCount } = await keeper.query('select from pg_roles where rolname = $1', [role])
  const verb = rowCount ? 'alter' : 'create'
  const rights = 'login nosuperuser nocreatedb nocreaterole nobypassrls noreplication'
  await keeper.query(`${verb} role ${pg.escapeIdentifier(role)} ${rights} password ${pg.escapeLiteral(password)}`)
}

const ensureDatabase = async (keeper: pg.Client): Promise<void> => {
  const { rowCount } = await keeper.query('select from pg_database where datname = $1', [databaseName])
  if (!rowCount) await keeper.query(`create database ${databaseName} owner ${ownerRole}`)
  await keeper.query(`revoke all on database ${databaseName} from public`)
  await keeper.query(`grant connect on database ${databaseName} to ${appRole}`)
}

/** Makes the two roles and the product's database, whatever of them is missing. Passwords follow the secret files. */
export const furnish = async (keeper: pg.Client, passwords: { owner: string; app: string }): Promise<void> => {
  await keeper.query('select pg_advisory_lock($1)', [furnishing])
  try {
    await ensureRole(keeper, ownerRole, passwords.owner)
    await ensureRole(keeper, appRole, passwords.app)
    await ensureDatabase(keeper)
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [furnishing])
  }
}
