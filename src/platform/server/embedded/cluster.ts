import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { both, trouble } from './embedded.words.ts'
import type { OsUser } from './os-user.ts'
import { clusterFolder, plainEnvironment, secretFile } from './place.ts'
import { isRunning } from './postmaster.ts'

type Site = {
  readonly dataDir: string
  readonly user: OsUser
  readonly binaries: Binaries
  readonly log: (line: string) => void
}

/** Character classes need a UTF-8 locale (accented letters are letters for searches); its name differs between systems. */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C']

const initdb = (site: Site, folder: string, characters: string): string | undefined => {
  rmSync(folder, { recursive: true, force: true })
  const options = [
    '-D',
    folder,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secretFile(site.dataDir, 'postgres')}`,
  ]
  const text = [
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--locale=C',
    `--lc-ctype=${characters}`,
  ]
  const run = spawnSync(join(site.binaries.binDir, 'initdb'), [...options, ...text, '--data-checksums'], {
    ...site.user.ids,
    cwd: '/',
    env: plainEnvironment,
    encoding: 'utf8',
  })
  return run.status === 0 ? undefined : (run.error?.message ?? run.stderr)
}

const sweepHalfMade = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    const maker = /^pg\.new\.(\d+)$/.exec(name)?.[1]
    if (maker && !isRunning(Number(maker))) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

const checkMajor = (folder: string, ours: number): void => {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found !== String(ours)) throw trouble('wrongMajor', { folder, found, ours: String(ours) })
}

/**
 * Makes the cluster if there is none; true if this call made it. It is made beside and appears by rename, so a start that was
 * cut short leaves nothing, and of two that start at once the first wins.
 */
export const ensureCluster = (site: Site): boolean => {
  const folder = clusterFolder(site.dataDir)
  sweepHalfMade(site.dataDir)
  if (existsSync(folder)) {
    checkMajor(folder, site.binaries.major)
    return false
  }
  site.log(both('initialising', { folder: site.dataDir }))
  const half = `${folder}.new.${process.pid}`
  let detail: string | undefined
  for (const characters of characterLocales) {
    detail = initdb(site, half, characters)
    if (detail === undefined) break
  }
  if (detail !== undefined) throw trouble('initFailed', { detail })
  try {
    renameSync(half, folder)
    return true
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
    return false
  }
}
