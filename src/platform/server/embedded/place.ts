import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { trouble } from './embedded.words.ts'
import { canEnter, giveTo, isRoot, type OsUser } from './os-user.ts'

/** The longest socket path that every system takes, in bytes. */
const longestSocket = 100
const socketName = '.s.PGSQL.5432'

export const clusterFolder = (dataDir: string): string => join(dataDir, 'pg')

/** What every program of the database is started with: nothing of the caller's PG… settings, times in UTC. */
export const plainEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Written whole or not at all, readable by its owner alone; the first of several writers wins, and all read what it wrote. */
const writeOnce = (file: string, text: string, user: OsUser): string => {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(draft, text, { mode: 0o600, flush: true })
    giveTo(user, draft)
    try {
      linkSync(draft, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** A random password kept in `<dataDir>/<role>.secret`, mode 0600. */
export const secretOf = (dataDir: string, role: string, user: OsUser): string =>
  writeOnce(secretFile(dataDir, role), `${randomBytes(24).toString('base64url')}\n`, user)

export const secretFile = (dataDir: string, role: string): string => join(dataDir, `${role}.secret`)

/**
 * Where the data live when no DATA_DIR is given: `.data` in the project; for root, a folder per clone in /var/lib/fare-legami
 * (root's home is closed to the user who runs the database), whose name the clone remembers in `.data/place`.
 */
export const defaultDataDir = (projectRoot: string): string => {
  const own = join(resolve(projectRoot), '.data')
  if (!isRoot() || existsSync(join(own, 'pg'))) return own
  mkdirSync(own, { recursive: true, mode: 0o700 })
  const name = `${basename(resolve(projectRoot)).replace(/[^\w.-]+/g, '-')}-${randomBytes(4).toString('hex')}`
  return writeOnce(join(own, 'place'), `/var/lib/fare-legami/${name}\n`, { name: 'root', ids: {} })
}

const isShared = (folder: string): boolean =>
  ['/', homedir(), tmpdir(), '/tmp', '/var', '/var/lib', '/var/lib/fare-legami'].includes(folder)

const makeParents = (folder: string): void => {
  if (!isRoot()) return
  // what is made on the way must let the database's user through
  const parent = dirname(folder)
  if (existsSync(parent)) return
  makeParents(parent)
  mkdirSync(parent, { mode: 0o755 })
  chmodSync(parent, 0o755)
}

/** The data folder: made if missing, closed to everyone else (0700), owned by the user who runs the database. */
export const openFolder = (dataDir: string, user: OsUser): string => {
  const folder = resolve(dataDir)
  if (isShared(folder)) throw trouble('notOurs', { folder })
  try {
    makeParents(folder)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    giveTo(user, folder)
    chmodSync(folder, 0o700)
  } catch (cause) {
    throw Object.assign(trouble('notReadable', { folder }), { cause })
  }
  if (!canEnter(user, folder)) throw trouble('noEntry', { user: user.name, folder })
  return realpathSync(folder)
}

/** The folder of the socket: the data folder or, where its path is too long for a socket, a private one with a short path. */
export const socketFolder = (dataDir: string, user: OsUser): string => {
  if (Buffer.byteLength(join(dataDir, socketName)) <= longestSocket) return dataDir
  const owner = user.ids.uid ?? process.getuid?.() ?? 0
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const folder = join('/tmp', `fare-legami-${owner}-${mark}`)
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700, recursive: true })
    giveTo(user, folder)
  }
  const { uid, mode } = lstatSync(folder)
  // anyone may write in /tmp: a folder that someone else prepared is refused
  if (!lstatSync(folder).isDirectory() || uid !== owner || (mode & 0o077) !== 0)
    throw trouble('notReadable', { folder })
  return folder
}
