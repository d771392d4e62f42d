import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { demoCode } from '../access/server/demoCode.ts'
import { hasAccounts } from '../demo/server/demo.store.ts'
import { loadDemo } from '../demo/server/load.ts'
import { demoLines, forgetTold, keepTold, toldIn } from '../demo/server/told.ts'
import { dayOf } from '../platform/core/day.ts'
import { openPool } from '../platform/server/pool.ts'
import type { Services } from '../platform/server/tx.ts'
import type { Databases } from './databases.ts'

type Say = (line: string) => void
type On = { readonly databases: Databases; readonly services: Services; readonly say: Say }

/** Loads the demo programme and tells how to get in; the same is kept in DATA_DIR/demo.txt. Gives the lines told. */
export const loadAndTell = async ({ databases, services, say }: On, again: boolean): Promise<string[]> => {
  if (!databases.owner) throw new Error('Serve MIGRATE_DATABASE_URL / MIGRATE_DATABASE_URL is needed')
  say('Preparo il programma dimostrativo (qualche secondo) / Preparing the demo programme (a few seconds)')
  const owner = openPool({ ...databases.owner, options: '-c timezone=UTC', max: 2 })
  try {
    const today = dayOf(services.clock())
    const report = await loadDemo({ owner, services, today, password: services.config.DEMO_PASSWORD, again })
    if (again) forgetTold(databases.dataDir)
    const lines = demoLines(report)
    keepTold(databases.dataDir, lines)
    return lines
  } finally {
    await owner.end()
  }
}

const isUsedAlready = async ({ owner }: Databases): Promise<boolean> => {
  if (!owner) return true
  const pool = openPool({ ...owner, max: 1 })
  return hasAccounts(pool).finally(() => pool.end())
}

/**
 * The product's own database gets the demo programme at its first start, by the command of that name in a process of its
 * own, whose memory goes when it ends; later starts say where the accounts are written down.
 */
export const demoAtStart = async (
  databases: Databases,
  { command, say }: { command: string; say: Say },
): Promise<void> => {
  if (databases.kind !== 'embedded') return
  if (!(await isUsedAlready(databases))) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, command, 'demo'], { stdio: 'inherit' })
    if (status !== 0) throw new Error('La demo non si è caricata / the demo was not loaded')
  } else if (existsSync(toldIn(databases.dataDir)))
    say(`Account dimostrativi / demo accounts: ${toldIn(databases.dataDir)}`)
}

const domain = '@demo.invalid'

/** A one-time code for an account of the demo, by its name before the @; nobody else's is ever told. */
export const demoCodeFor = async ({ databases, services }: On, name: string): Promise<string> => {
  const email = name.endsWith(domain) ? name : `${name}${domain}`
  const code = await demoCode(databases.app, services.secrets, email)
  if (!code) throw new Error(`Nessun account dimostrativo ${name} / no demo account ${name}`)
  return code
}
