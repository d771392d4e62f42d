import { join } from 'node:path'
import { verifyPacts } from '../pacts/server/pact.door.ts'
import { backup } from '../platform/server/backup/backup.ts'
import { restore, verifyBackup } from '../platform/server/backup/restore.ts'
import type { Config } from '../platform/server/config.ts'
import { verifyJournal } from '../platform/server/journalCheck.store.ts'
import { openPool } from '../platform/server/pool.ts'
import { loadKeys } from '../platform/server/secret/keys.ts'
import { type Databases, openDatabases } from './databases.ts'
import { demoCodeFor, loadAndTell } from './demo.ts'
import { rotateKeys } from './rotate.ts'
import { makeServices } from './services.ts'
import { version } from './version.ts'

type Call = { readonly config: Config; readonly words: readonly string[]; readonly say: (line: string) => void }
type Command = (call: Call) => Promise<void>

/** Opens the databases for one command and lets go of them afterwards, whatever happened. */
const withDatabases = async (call: Call, act: (databases: Databases) => Promise<void>): Promise<void> => {
  const databases = await openDatabases(call.config, call.say)
  try {
    await act(databases)
  } finally {
    await databases.stop()
  }
}

const ownerOf = ({ owner }: Databases): NonNullable<Databases['owner']> => {
  if (!owner) throw new Error('Serve MIGRATE_DATABASE_URL / MIGRATE_DATABASE_URL is needed')
  return owner
}

const fileNamed = ([file]: readonly string[]): string => {
  if (!file) throw new Error('Manca il nome del file / the name of the file is missing')
  return file
}

const keyIdOf = ({ config }: Call, dataDir: string): string =>
  loadKeys({ dataDir, ...(config.FIELD_KEY ? { fieldKey: config.FIELD_KEY } : {}) })[0].id

const report = (call: Call, done: string, { manifest }: Awaited<ReturnType<typeof backup>>): void => {
  for (const { name, rows, sha256 } of manifest.tables)
    call.say(`${sha256.slice(0, 16)}  ${String(rows).padStart(8)}  ${name}`)
  call.say(done)
}

/** Loads the demo programme into an empty database; `--reset` empties the demo that is there and loads it anew. */
const demo: Command = (call) =>
  withDatabases(call, async (databases) => {
    const services = await makeServices(call.config, databases.app, databases.dataDir)
    const lines = await loadAndTell({ databases, services, say: call.say }, call.words.includes('--reset'))
    for (const line of ['', ...lines, '']) call.say(line)
  })

const demoCode: Command = (call) =>
  withDatabases(call, async (databases) => {
    const [name] = call.words
    if (!name)
      throw new Error(
        'Di chi? Per esempio: npm run demo:code tutor.crema / whose? for example: npm run demo:code tutor.crema',
      )
    const services = await makeServices(call.config, databases.app, databases.dataDir)
    const code = await demoCodeFor({ databases, services, say: call.say }, name)
    call.say(`${name}: ${code}`)
  })

/** What an administrator does from the command line; `npm run` names each. */
export const commands: Readonly<Record<string, Command>> = {
  demo,
  'demo-code': demoCode,

  migrate: (call) => withDatabases(call, async () => call.say('Il database è aggiornato / the database is up to date')),

  backup: (call) =>
    withDatabases(call, async (databases) => {
      const target = fileNamed(call.words)
      const filesDir = join(databases.dataDir, 'files')
      const keyId = keyIdOf(call, databases.dataDir)
      const made = await backup({ owner: ownerOf(databases), target, filesDir, product: version, keyId })
      report(
        call,
        `Copia fatta: ${target}. La chiave ${keyId} non è dentro: conservala a parte. / Backup made; the key is not in it: keep it elsewhere.`,
        made,
      )
    }),

  restore: (call) =>
    withDatabases(call, async (databases) => {
      const source = fileNamed(call.words)
      const filesDir = join(databases.dataDir, 'files')
      const keyId = keyIdOf(call, databases.dataDir)
      report(
        call,
        'Copia ripristinata / backup restored',
        await restore({ owner: ownerOf(databases), source, filesDir, keyId }),
      )
    }),

  'rotate-keys': (call) =>
    withDatabases(call, async (databases) => {
      const { secrets, files } = await makeServices(call.config, databases.app, databases.dataDir)
      const owner = openPool({ ...ownerOf(databases), max: 1 })
      const rotated = await rotateKeys({ owner, secrets, files }).finally(() => owner.end())
      call.say(
        `Sigillati di nuovo con la chiave ${secrets.keyId}: ${rotated.values} valori, ${rotated.files} file. L’ultima chiave di FIELD_KEY resta: serve per cercare. / Sealed anew; keep the last key of FIELD_KEY, searches need it.`,
      )
    }),

  'verify-backup': async (call) =>
    report(call, 'La copia è integra / the backup is whole', await verifyBackup(fileNamed(call.words))),

  verify: (call) =>
    withDatabases(call, async (databases) => {
      const found = await verifyJournal(databases.app)
      call.say(
        `Registro: ${found.held} righe sigillate, ${found.waiting} in attesa, ${found.stray} senza sigillo / journal: held, waiting, stray`,
      )
      if (found.brokenNo !== null)
        throw new Error(
          `Il registro è stato toccato alla riga ${found.brokenNo} / the journal was tampered with at link ${found.brokenNo}`,
        )
      if (found.stray > 0) throw new Error('Ci sono righe senza sigillo / there are lines without a seal')
      const services = await makeServices(call.config, databases.app, databases.dataDir)
      const { checked, broken } = await verifyPacts(services)
      const altered = broken.filter(({ differs }) => differs.some((part) => part !== 'documentMissing'))
      call.say(
        `Patti firmati: ${checked} testi controllati, ${altered.length} alterati / signed pacts: checked, altered`,
      )
      for (const { pact, version: no, differs } of altered) call.say(`  ${pact} v${no}: ${differs.join(', ')}`)
      if (altered.length > 0) throw new Error('Ci sono patti alterati dopo la firma / pacts were altered after signing')
    }),
}
