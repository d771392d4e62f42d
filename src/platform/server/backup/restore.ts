import { finished } from 'node:stream/promises'
import pg from 'pg'
import { addTo, type Entry, jsonOf, newSum, readArchive, type Sum } from './archive.ts'
import {
  BackupHeader,
  BackupManifest,
  type BackupReport,
  type BackupTable,
  headerFile,
  manifestFile,
} from './backup.schema.ts'
import { trouble } from './backup.words.ts'
import { migrationsOf, qualified, settle, tablesOf } from './catalogue.store.ts'
import { openStaging, type Staging } from './folder.ts'
import { checkLater, checkNow, firstInUse, makeRoom, measure, rowsIn, setSequences, takeTurn } from './rows.store.ts'

export type RestoreWish = {
  /** The role that owns the tables of the target: a new database with the product's migrations applied. */
  readonly owner: pg.ClientConfig
  readonly source: string
  /** Where stored files go; must be empty or missing. Without it the files of the backup are checked but not restored. */
  readonly filesDir?: string
  /** The key in use here: restoring under another one would leave the sealed fields unreadable. */
  readonly keyId?: string
}

/** What became of the archive's content: written to a database, or only read. */
type Sink = {
  readonly begin: (header: BackupHeader) => Promise<void>
  readonly open: (table: BackupTable) => TableSink
  readonly file: (path: string, entry: Entry, sum: Sum) => Promise<void>
}
type TableSink = { readonly write: (chunk: Buffer) => Promise<void>; readonly close: () => Promise<number | undefined> }

type Seen = { readonly rows: number | undefined; readonly sum: Sum }
type Progress = {
  header?: BackupHeader
  headerSum: Sum
  manifest?: BackupManifest
  current?: { place: number; sink: TableSink; seen: Sum }
  readonly tables: Map<number, Seen>
  readonly files: Map<string, Sum>
}

const closeTable = async (progress: Progress): Promise<void> => {
  const { current } = progress
  if (!current) return
  delete progress.current
  progress.tables.set(current.place, { rows: await current.sink.close(), sum: current.seen })
}

const takeRows = async (progress: Progress, sink: Sink, place: number, entry: Entry): Promise<void> => {
  if (progress.current?.place !== place) {
    await closeTable(progress)
    const table = progress.header?.tables[place]
    if (!table || progress.tables.has(place)) throw trouble('damaged', { where: entry.name })
    progress.current = { place, sink: sink.open(table), seen: newSum() }
  }
  for await (const chunk of entry.chunks) {
    addTo(progress.current.seen, chunk)
    await progress.current.sink.write(chunk)
  }
}

const takeHeader = async (progress: Progress, sink: Sink, entry: Entry): Promise<void> => {
  const header = await jsonOf(entry, BackupHeader, progress.headerSum)
  progress.header = header
  await sink.begin(header)
}

const takeEntry = async (progress: Progress, sink: Sink, entry: Entry): Promise<void> => {
  const [kind, place] = entry.name.split('/', 2)
  if (entry.name === headerFile && !progress.header) return takeHeader(progress, sink, entry)
  if (!progress.header || progress.manifest) throw trouble('damaged', { where: entry.name })
  if (kind === 'tables') return takeRows(progress, sink, Number(place), entry)
  await closeTable(progress)
  if (entry.name === manifestFile) {
    progress.manifest = await jsonOf(entry, BackupManifest, newSum())
  } else if (kind === 'files') {
    const sum = newSum()
    const path = entry.name.slice('files/'.length)
    await sink.file(path, entry, sum)
    progress.files.set(path, sum)
  } else throw trouble('damaged', { where: entry.name })
}

const isSame = (sum: Sum, told: { sha256: string; bytes: number }): boolean =>
  sum.bytes === told.bytes && sum.hash.digest('hex') === told.sha256

const damagedAt = (where: string): never => {
  throw trouble('damaged', { where })
}

const compareTables = (progress: Progress, told: BackupManifest['tables']): void => {
  for (const [place, table] of told.entries()) {
    const seen = progress.tables.get(place) ?? { rows: 0, sum: newSum() }
    const sameRows = seen.rows === undefined || seen.rows === table.rows
    if (!sameRows || !isSame(seen.sum, table)) damagedAt(qualified(table))
  }
}

const compareFiles = (progress: Progress, told: BackupManifest['files']): void => {
  if (progress.files.size !== told.length) damagedAt('files')
  for (const file of told) {
    const seen = progress.files.get(file.path)
    if (!seen || !isSame(seen, file)) damagedAt(file.path)
  }
}

/** Everything the manifest tells must have been read, and nothing else. */
const compare = (progress: Progress): BackupReport => {
  const { header, manifest } = progress
  if (!header || !manifest) return damagedAt(manifestFile)
  if (progress.headerSum.hash.digest('hex') !== manifest.headerSha256) damagedAt(headerFile)
  if (manifest.tables.length !== header.tables.length) damagedAt(manifestFile)
  compareTables(progress, manifest.tables)
  compareFiles(progress, manifest.files)
  return { header, manifest }
}

const readThrough = async (source: string, sink: Sink): Promise<BackupReport> => {
  const progress: Progress = { headerSum: newSum(), tables: new Map(), files: new Map() }
  for await (const entry of readArchive(source)) await takeEntry(progress, sink, entry)
  if (!progress.header) throw trouble('notBackup', { file: source })
  return compare(progress)
}

const drain = async (entry: Entry, sum: Sum): Promise<void> => {
  for await (const chunk of entry.chunks) addTo(sum, chunk)
}

/** Reads a backup from beginning to end and compares every checksum, without any database. Throws if one differs. */
export const verifyBackup = (source: string): Promise<BackupReport> =>
  readThrough(source, {
    begin: async () => {},
    open: () => ({ write: async () => {}, close: async () => undefined }),
    file: (_path, entry, sum) => drain(entry, sum),
  })

const tableSink = (client: pg.Client, table: BackupTable): TableSink => {
  const rows = rowsIn(client, table)
  let failure: unknown
  const over = finished(rows)
  over.catch((error: unknown) => {
    failure = error
  })
  return {
    write: async (chunk) => {
      if (failure) throw failure
      if (!rows.write(chunk)) await Promise.race([new Promise((wake) => rows.once('drain', wake)), over])
    },
    close: async () => {
      rows.end()
      await over
      return rows.rowCount
    },
  }
}

const checkTarget = async (client: pg.Client, header: BackupHeader, keyId: string | undefined): Promise<void> => {
  const here = await migrationsOf(client)
  if (!here) throw trouble('noSchema')
  if (here.join() !== header.migrations.join())
    throw trouble('otherMigrations', {
      theirs: header.migrations.at(-1) ?? '-',
      ours: here.at(-1) ?? '-',
      product: header.product,
    })
  if (keyId !== undefined && keyId !== header.keyId) throw trouble('otherKey', { theirs: header.keyId, ours: keyId })
  const used = await firstInUse(client, await tablesOf(client))
  if (used) throw trouble('holdsData', { table: used })
}

const load = async (client: pg.Client, wish: RestoreWish, staging: Staging | undefined): Promise<BackupReport> => {
  let later: Awaited<ReturnType<typeof checkLater>> = []
  const begin = async (header: BackupHeader): Promise<void> => {
    await checkTarget(client, header, wish.keyId)
    await makeRoom(client, header)
    later = await checkLater(client, header)
  }
  const report = await readThrough(wish.source, {
    begin,
    open: (table) => tableSink(client, table),
    file: (path, entry, sum) => (staging ? staging.take(path, entry, sum) : drain(entry, sum)),
  })
  await checkNow(client, later)
  await setSequences(client, report.header)
  return report
}

/**
 * Puts a whole backup into a new, migrated database and an empty folder, in one transaction: every checksum is compared before
 * anything is written, and once more, with the counts of rows, before it is kept. It may come from another major version of PostgreSQL, or from the embedded one.
 */
export const restore = async (wish: RestoreWish): Promise<BackupReport> => {
  await verifyBackup(wish.source)
  const client = new pg.Client(wish.owner)
  client.on('error', () => {})
  await client.connect()
  let staging: Staging | undefined
  try {
    staging = wish.filesDir ? openStaging(wish.filesDir) : undefined
    await settle(client, '')
    await takeTurn(client)
    const report = await load(client, wish, staging)
    staging?.place()
    await client.query('commit')
    staging = undefined
    await measure(client, report.header.tables)
    return report
  } catch (error) {
    staging?.undo()
    throw error
  } finally {
    // ending the session undoes what was not committed, a COPY that is half way included
    await client.end().catch(() => {})
  }
}
