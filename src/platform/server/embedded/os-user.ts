import { spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { trouble } from './embedded.words.ts'

/** The system user that PostgreSQL runs as; `ids` is empty when it is the one who started the product. */
export type OsUser = { readonly name: string; readonly ids: { readonly uid?: number; readonly gid?: number } }

const ownName = 'fare-legami'
export const isRoot = (): boolean => process.getuid?.() === 0

const idOf = (flag: '-u' | '-g', name: string): number | undefined => {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout.trim()) : undefined
}

const known = (name: string): OsUser | undefined => {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid && gid !== undefined ? { name, ids: { uid, gid } } : undefined
}

const makers: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin'],
]

const create = (): OsUser | undefined => {
  for (const [command, ...options] of makers)
    if (spawnSync(command, [...options, ownName]).status === 0) return known(ownName)
  return undefined
}

/** A container's root may be unable to become anyone else. */
const canBecome = (user: OsUser): boolean => spawnSync('true', { ...user.ids, cwd: '/' }).status === 0

const ownerOf = (folder: string): OsUser | undefined => {
  const { uid, gid } = statSync(folder, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 }
  return uid === 0 ? undefined : { name: `uid ${uid}`, ids: { uid, gid } }
}

/**
 * PostgreSQL refuses root. As root: whoever owns the data already, our own user, the system's `postgres`, a user made now,
 * and `nobody` last (other programs may share it).
 */
export const databaseUser = (clusterFolder: string): OsUser => {
  if (!isRoot()) return { name: process.env.USER ?? 'me', ids: {} }
  const user = ownerOf(clusterFolder) ?? known(ownName) ?? known('postgres') ?? create() ?? known('nobody')
  if (!user) throw trouble('noUser', { detail: 'useradd, adduser' })
  if (!canBecome(user)) throw trouble('noUser', { detail: `setuid ${user.name}` })
  return user
}

export const giveTo = (user: OsUser, file: string): void => {
  if (user.ids.uid !== undefined && user.ids.gid !== undefined) chownSync(file, user.ids.uid, user.ids.gid)
}

/** Whether this user can open the folder, every folder above it included. */
export const canEnter = (user: OsUser, folder: string): boolean =>
  user.ids.uid === undefined || spawnSync('test', ['-x', folder], { ...user.ids, cwd: '/' }).status === 0
