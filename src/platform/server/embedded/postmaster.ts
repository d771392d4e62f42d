import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { giveTo, type OsUser } from './os-user.ts'
import { clusterFolder, plainEnvironment } from './place.ts'

export type Settings = Readonly<Record<string, string>>
export type Postmaster = { readonly pid: number; readonly socketDir: string; readonly ready: boolean }

const largestLog = 10 * 1024 * 1024

const isZombie = (pid: number): boolean => {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // where nobody reaps orphans (containers) a dead server keeps its number
  return !isZombie(pid)
}

const folderOf = (pid: number | string): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Every process of a server works from within its cluster folder. Undefined where the system does not tell (no /proc). */
const someoneWorksIn = (folder: string): boolean | undefined => {
  if (!existsSync('/proc/self/cwd')) return undefined
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && folderOf(name) === folder && !isZombie(Number(name)))
}

const pidFile = (dataDir: string): string => join(clusterFolder(dataDir), 'postmaster.pid')

/** The server that has this cluster open, as PostgreSQL's own file tells; undefined if none does. */
export const runningPostmaster = (dataDir: string): Postmaster | undefined => {
  if (!existsSync(pidFile(dataDir))) return undefined
  try {
    const lines = readFileSync(pidFile(dataDir), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return undefined
    const at = folderOf(pid)
    if (at !== undefined && at !== clusterFolder(dataDir) && someoneWorksIn(clusterFolder(dataDir)) === false)
      return undefined
    return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * After a crash the number in the file may by now be another program's, and PostgreSQL would then refuse to start. The file
 * goes only when no process works in the folder any more.
 */
const sweepStale = (dataDir: string): void => {
  if (runningPostmaster(dataDir) === undefined && someoneWorksIn(clusterFolder(dataDir)) === false)
    rmSync(pidFile(dataDir), { force: true })
}

export const logFile = (dataDir: string): string => join(dataDir, 'postgres.log')

const openLog = (dataDir: string, user: OsUser): number => {
  const file = logFile(dataDir)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`)
  const log = openSync(file, 'a', 0o600)
  giveTo(user, file)
  return log
}

export const lastLines = (dataDir: string): string =>
  existsSync(logFile(dataDir)) ? readFileSync(logFile(dataDir), 'utf8').trimEnd().split('\n').slice(-6).join('\n') : ''

// an error's detail and statement may hold a person's data: the log gets neither
const always: Settings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

type Launch = {
  readonly dataDir: string
  readonly binDir: string
  readonly socketDir: string
  readonly user: OsUser
  readonly settings: Settings
}

/** Starts the server in a process group of its own: Ctrl-C reaches Node, which then stops it in good order. */
export const launch = ({ dataDir, binDir, socketDir, user, settings }: Launch): ChildProcess => {
  sweepStale(dataDir)
  const all = { ...settings, ...always, unix_socket_directories: socketDir }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(dataDir, user)
  const child = spawn(join(binDir, 'postgres'), ['-D', clusterFolder(dataDir), ...flags], {
    ...user.ids,
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  child.unref()
  return child
}

export const pause = (milliseconds: number): Promise<void> => new Promise((wake) => setTimeout(wake, milliseconds))

/** Fast shutdown: sessions are ended, everything is written. Returns when the process is gone. */
export const shutDown = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGINT')
  while (isRunning(pid)) await pause(20)
}
