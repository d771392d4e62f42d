import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done, type Outcome, refuse } from '../../core/refusal.ts'
import type { Secrets } from '../secret/secrets.ts'
import { scan } from './clamd.ts'
import { fileName } from './name.ts'
import { sniff } from './sniff.ts'

export type StoredFile = {
  readonly fileId: string
  /** Of the content as it came, hexadecimal. */
  readonly sha256: string
  /** Found in the content, never believed from the sender. */
  readonly type: string
  readonly size: number
  readonly name: string
}

export type Files = {
  /** Keeps a file, encrypted; refuses what is too large, empty, infected, or not of an allowed kind. */
  readonly put: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Outcome<StoredFile>>
  /** The bytes of a kept file; undefined when there is none. Throws `CannotOpen` when it was altered on disk. */
  readonly get: (fileId: string) => Promise<Uint8Array | undefined>
  /** Writes a file anew under today's key; false when it is there already, or gone. */
  readonly reseal: (fileId: string) => Promise<boolean>
  readonly remove: (fileId: string) => Promise<void>
  /** Every kept file: for the backup, and to find those that no record names. */
  readonly all: () => Promise<readonly string[]>
}

export type FilesWish = {
  readonly dataDir: string
  readonly secrets: Secrets
  /** 15 MB when not said. */
  readonly maxBytes?: number | undefined
  /** `tcp://host:3310`; without it nothing is scanned. */
  readonly clamdUrl?: string | undefined
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Files beneath DATA_DIR/files, one sealed file for each random id: `ab/abcd….`, 0600, whole or not there. */
export const makeFiles = ({ dataDir, secrets, maxBytes = 15_000_000, clamdUrl }: FilesWish): Files => {
  const root = join(dataDir, 'files')
  const pathOf = (fileId: string): string => join(root, fileId.slice(0, 2), fileId)
  return {
    put: async ({ name, bytes }) => {
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const clean = fileName(name)
      const checked = await check({ name: clean, content, maxBytes, clamdUrl })
      if (!checked.ok) return checked
      const fileId = randomUUID()
      await writeWhole(pathOf(fileId), secrets.sealBytes({ field: 'file', rowId: fileId }, content))
      const sha256 = createHash('sha256').update(content).digest('hex')
      return done({ fileId, sha256, type: checked.value, size: content.length, name: clean })
    },
    get: async (fileId) => {
      if (!isId.test(fileId)) return undefined
      const sealed = await readFile(pathOf(fileId)).catch(unlessAbsent)
      return sealed && secrets.openBytes({ field: 'file', rowId: fileId }, sealed)
    },
    reseal: async (fileId) => {
      const sealed = await readFile(pathOf(fileId)).catch(unlessAbsent)
      if (!sealed || sealed.toString('hex', 0, 4) === secrets.keyId) return false
      const place = { field: 'file', rowId: fileId }
      await writeWhole(pathOf(fileId), secrets.sealBytes(place, secrets.openBytes(place, sealed)))
      return true
    },
    remove: async (fileId) => {
      if (isId.test(fileId)) await rm(pathOf(fileId), { force: true })
    },
    all: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(unlessAbsent)
      return (entries ?? []).map(({ name }) => name).filter((name) => isId.test(name))
    },
  }
}

type Check = { name: string; content: Buffer; maxBytes: number; clamdUrl: string | undefined }

const reasons = { kind: 'platform.fileKind', mismatch: 'platform.fileMismatch', unsafe: 'platform.fileUnsafe' } as const

const check = async ({ name, content, maxBytes, clamdUrl }: Check): Promise<Outcome<string>> => {
  if (content.length === 0) return refuse('invalid', 'platform.fileEmpty')
  const megabytes = Math.floor(maxBytes / 1_000_000)
  if (content.length > maxBytes) return refuse('invalid', 'platform.fileTooLarge', { megabytes })
  const sniffed = sniff(name, content)
  if (typeof sniffed === 'string') return refuse('invalid', reasons[sniffed])
  if (!clamdUrl) return done(sniffed.type)
  const verdict = await scan(clamdUrl, content).catch(() => 'away' as const)
  if (verdict === 'infected') return refuse('invalid', 'platform.fileInfected')
  return verdict === 'clean' ? done(sniffed.type) : refuse('conflict', 'platform.fileNotScanned')
}

const unlessAbsent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined
  throw error
}

const staleAfter = 3_600_000

/** Written aside, forced to the disk, then named: a process killed at any moment leaves no half file under its id. */
const writeWhole = async (path: string, bytes: Buffer): Promise<void> => {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder)
  const draft = `${path}.draft`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(folder)
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Drafts that a killed process left behind. */
const sweep = async (folder: string): Promise<void> => {
  const drafts = (await readdir(folder)).filter((name) => name.endsWith('.draft')).map((name) => join(folder, name))
  for (const draft of drafts) {
    const found = await stat(draft).catch(unlessAbsent)
    if (found && Date.now() - found.mtimeMs > staleAfter) await rm(draft, { force: true })
  }
}
