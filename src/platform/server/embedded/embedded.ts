import type pg from 'pg'
import { readyBinaries } from './binaries.ts'
import { bringUp, type Site, type Up } from './bring-up.ts'
import { ensureCluster } from './cluster.ts'
import { both } from './embedded.words.ts'
import { type Access, appRole, databaseName, furnish, isLast, ownerRole } from './keeper.store.ts'
import { databaseUser } from './os-user.ts'
import { clusterFolder, openFolder, secretOf, socketFolder } from './place.ts'
import { pause, runningPostmaster, type Settings, shutDown } from './postmaster.ts'

export type EmbeddedWish = {
  /** A folder for this program alone; it becomes private (0700). */
  readonly dataDir: string
  /** The programs of another PostgreSQL (15 or later) in place of the npm package's. */
  readonly binDir?: string
  /** Server settings on top of ours; those that keep it off the network cannot be changed. Ignored when attaching. */
  readonly settings?: Settings
  readonly log?: (line: string) => void
}

export type Embedded = {
  readonly superUrl: string
  /** The same access as one text, for what takes only a URL. */
  readonly urlFor: (database: string, role: string, password: string) => string
  /** Connection settings of a role that this folder keeps the password of: postgres, fl_owner, fl_app. */
  readonly configFor: (database: string, role: string) => Access
  readonly owner: Access
  readonly app: Access
  readonly socketDir: string
  /** True if this call made the cluster. */
  readonly created: boolean
  /** True if the server was already running. */
  readonly attached: boolean
  /** Stops the server, unless another process still uses it. */
  readonly stop: () => Promise<void>
}

const siteOf = (wish: EmbeddedWish): Site => {
  const log = wish.log ?? (() => {})
  const user = databaseUser(clusterFolder(wish.dataDir))
  const dataDir = openFolder(wish.dataDir, user)
  const binaries = readyBinaries({ user, dataDir, log, ...(wish.binDir ? { binDir: wish.binDir } : {}) })
  const password = secretOf(dataDir, 'postgres', user)
  return {
    dataDir,
    user,
    binaries,
    log,
    socketDir: socketFolder(dataDir, user),
    settings: { max_connections: '100', ...wish.settings },
    superuser: { port: 5432, user: 'postgres', database: 'postgres', password },
  }
}

/** Holds the mark that we use the server; if the server dies beneath us, starts it again. */
const watchOver = (site: Site, first: Up): { stop: () => Promise<void> } => {
  let keeper = first.keeper
  let stopping = false
  let mending: Promise<void> = Promise.resolve()
  const mend = async (): Promise<void> => {
    site.log(both('restarted'))
    keeper = (await bringUp(site)).keeper
    hold()
  }
  const lost = (): void => {
    if (!stopping) mending = mend().catch((error: unknown) => site.log(String(error)))
  }
  const hold = (): void => {
    keeper.once('end', lost)
    // whoever forgets to stop us must still be able to end
    keeper.unref()
  }
  hold()
  return {
    stop: async () => {
      if (stopping) return
      stopping = true
      await mending
      keeper.ref()
      await leave(site, keeper)
    },
  }
}

const leave = async (site: Site, keeper: pg.Client): Promise<void> => {
  const last = await isLast(keeper).catch(() => true)
  const server = runningPostmaster(site.dataDir)
  if (last && server) await shutDown(server.pid)
  await Promise.race([keeper.end().catch(() => {}), pause(1000)])
}

const urlOf = ({ host, database, user, password }: Omit<Access, 'port'>): string =>
  `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`

/**
 * The product's own PostgreSQL, in `dataDir`: made at the first start, attached to if it outlived its Node process, reachable
 * by Unix socket only. Several processes may ask at once. Throws with a message in both languages when nothing is possible.
 */
export const startEmbedded = async (wish: EmbeddedWish): Promise<Embedded> => {
  const site = siteOf(wish)
  const created = ensureCluster(site)
  const up = await bringUp(site)
  const passwordOf = (role: string): string => secretOf(site.dataDir, role, site.user)
  await furnish(up.keeper, { owner: passwordOf(ownerRole), app: passwordOf(appRole) })
  const configFor = (database: string, role: string): Access => {
    return { host: up.socketDir, port: 5432, database, user: role, password: passwordOf(role) }
  }
  return {
    superUrl: urlOf(configFor('postgres', 'postgres')),
    urlFor: (database, user, password) => urlOf({ host: up.socketDir, database, user, password }),
    configFor,
    owner: configFor(databaseName, ownerRole),
    app: configFor(databaseName, appRole),
    socketDir: up.socketDir,
    created,
    attached: up.attached,
    ...watchOver(site, up),
  }
}
