import { existsSync, renameSync, rmSync } from 'node:fs'
import pg from 'pg'
import { addTo, newSum, openArchive, pieces, type Writer } from './archive.ts'
import {
  type BackupHeader,
  type BackupManifest,
  type BackupReport,
  type BackupTable,
  headerFile,
  manifestFile,
} from './backup.schema.ts'
import { trouble } from './backup.words.ts'
import {
  foreignKeysOf,
  leftOut,
  migrationsOf,
  momentOf,
  partitionsOf,
  qualified,
  sequencesOf,
  settle,
  tablesOf,
} from './catalogue.store.ts'
import { storedFiles } from './folder.ts'
import { loadOrder } from './order.ts'
import { rowsOut } from './rows.store.ts'

export type BackupWish = {
  /** The role that owns the tables. */
  readonly owner: pg.ClientConfig
  /** The file to make; it must not exist. */
  readonly target: string
  /** The folder of stored files; left out if absent. */
  readonly filesDir?: string
  readonly product: string
  readonly keyId: string
}

const headerOf = async (client: pg.Client, { product, keyId }: BackupWish): Promise<BackupHeader> => {
  const migrations = await migrationsOf(client)
  if (!migrations) throw trouble('noSchema')
  const byName = new Map((await tablesOf(client)).map((table) => [qualified(table), table]))
  const ordered = loadOrder([...byName.keys()], await foreignKeysOf(client))
  const tables = ordered.flatMap((name) => byName.get(name) ?? [])
  const [partitions, sequences] = [await partitionsOf(client), await sequencesOf(client)]
  const moment = await momentOf(client)
  return {
    format: 'fare-legami-backup-1',
    product,
    keyId,
    ...moment,
    migrations,
    tables,
    partitions,
    sequences,
    leftOut,
  }
}

type TableSum = BackupManifest['tables'][number]

const copyTable = async (client: pg.Client, archive: Writer, place: number, table: BackupTable): Promise<TableSum> => {
  const rows = rowsOut(client, table)
  const sum = newSum()
  let part = 0
  for await (const piece of pieces(rows)) {
    addTo(sum, piece)
    part += 1
    await archive.put(`tables/${place}/${qualified(table)}/${String(part).padStart(6, '0')}`, piece.length, [piece])
  }
  const { schema, name } = table
  return { schema, name, rows: rows.rowCount, sha256: sum.hash.digest('hex'), bytes: sum.bytes }
}

const copyFiles = async (archive: Writer, folder: string | undefined): Promise<BackupManifest['files']> => {
  const copied: BackupManifest['files'] = []
  for (const file of folder ? storedFiles(folder) : []) {
    const sum = newSum()
    await archive.put(`files/${file.path}`, file.size, file.read(sum))
    copied.push({ path: file.path, sha256: sum.hash.digest('hex'), bytes: sum.bytes })
  }
  return copied
}

const putJson = async (archive: Writer, name: string, value: unknown): Promise<string> => {
  const text = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  const sum = newSum()
  addTo(sum, text)
  await archive.put(name, text.length, [text])
  return sum.hash.digest('hex')
}

const fill = async (client: pg.Client, archive: Writer, wish: BackupWish): Promise<BackupReport> => {
  const header = await headerOf(client, wish)
  const headerSha256 = await putJson(archive, headerFile, header)
  const tables: TableSum[] = []
  for (const [place, table] of header.tables.entries()) tables.push(await copyTable(client, archive, place, table))
  const manifest = { headerSha256, tables, files: await copyFiles(archive, wish.filesDir) }
  await putJson(archive, manifestFile, manifest)
  return { header, manifest }
}

/**
 * Copies the whole database, as it stands at one instant, and the stored files into one file; the product may go on working
 * meanwhile. The file appears under its name only when it is whole and on disk.
 */
export const backup = async (wish: BackupWish): Promise<BackupReport> => {
  if (existsSync(wish.target)) throw trouble('targetExists', { file: wish.target })
  const half = `${wish.target}.part`
  rmSync(half, { force: true })
  const client = new pg.Client(wish.owner)
  await client.connect()
  const archive = openArchive(half)
  try {
    await settle(client, 'isolation level repeatable read read only')
    const report = await fill(client, archive, wish)
    await archive.end()
    renameSync(half, wish.target)
    return report
  } catch (error) {
    await archive.abandon()
    rmSync(half, { force: true })
    throw error
  } finally {
    await client.end()
  }
}
