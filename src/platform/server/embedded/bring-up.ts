import type { ChildProcess } from 'node:child_process'
import type pg from 'pg'
import type { Binaries } from './binaries.ts'
import { trouble } from './embedded.words.ts'
import { type Access, knock } from './keeper.store.ts'
import type { OsUser } from './os-user.ts'
import { secretFile } from './place.ts'
import { lastLines, launch, logFile, pause, runningPostmaster, type Settings, shutDown } from './postmaster.ts'

export type Site = {
  readonly dataDir: string
  readonly socketDir: string
  readonly user: OsUser
  readonly binaries: Binaries
  readonly settings: Settings
  readonly superuser: Omit<Access, 'host'>
  readonly log: (line: string) => void
}
export type Up = { readonly keeper: pg.Client; readonly socketDir: string; readonly attached: boolean }

/** How often a server that ends at once is tried again: another one may still be closing, or the memory of a killed one be busy. */
const launchesAtMost = 20
/** Knocks (every 50 ms) at a ready server whose socket does not answer before it is stopped: someone deleted the socket. */
const patience = 200

type Trial = { child?: ChildProcess; launches: number; unanswered: number }

const hasEnded = (child: ChildProcess | undefined): boolean =>
  !child || child.exitCode !== null || child.signalCode !== null

const giveUp = (site: Site): Error =>
  trouble('startFailed', { log: logFile(site.dataDir), detail: lastLines(site.dataDir) })

const launchAgain = async (site: Site, trial: Trial): Promise<void> => {
  if (trial.launches >= launchesAtMost) throw giveUp(site)
  if (trial.launches > 0) await pause(250)
  trial.launches += 1
  trial.child = launch({ ...site, binDir: site.binaries.binDir })
  trial.child.on('error', () => {})
}

const whenClosed = async (site: Site, trial: Trial): Promise<void> => {
  const server = runningPostmaster(site.dataDir)
  if (!server) return hasEnded(trial.child) ? launchAgain(site, trial) : pause(15)
  trial.unanswered += server.ready ? 1 : 0
  if (trial.unanswered > patience) {
    trial.unanswered = 0
    await shutDown(server.pid)
  }
  await pause(50)
}

/** Attaches to the server of this data folder if one runs, or starts it; waits through a crash recovery, however long. */
export const bringUp = async (site: Site): Promise<Up> => {
  const trial: Trial = { launches: 0, unanswered: 0 }
  for (;;) {
    const server = runningPostmaster(site.dataDir)
    const host = server?.socketDir || site.socketDir
    const answer = await knock({ ...site.superuser, host })
    if (answer.door === 'open') {
      return { keeper: answer.keeper, socketDir: host, attached: server?.pid !== trial.child?.pid }
    }
    if (answer.door === 'refused')
      throw trouble('wrongSecret', { folder: site.dataDir, file: secretFile(site.dataDir, 'postgres') })
    if (answer.door === 'starting') await pause(50)
    else await whenClosed(site, trial)
  }
}
