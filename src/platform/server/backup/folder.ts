import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { addTo, type Entry, type Sum } from './archive.ts'
import { trouble } from './backup.words.ts'

export type StoredFile = {
  readonly path: string
  readonly size: number
  readonly read: (sum: Sum) => AsyncIterable<Buffer>
}

const summed = async function* (chunks: AsyncIterable<Buffer>, sum: Sum): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    addTo(sum, chunk)
    yield chunk
  }
}

/** Every file below the folder, paths with `/`. A file that grows while it is read is copied to the size it had. */
export const storedFiles = (folder: string): StoredFile[] => {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return found
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const { size } = statSync(file)
      const path = relative(folder, file).split(sep).join('/')
      const read = (sum: Sum): AsyncIterable<Buffer> =>
        summed(size === 0 ? Readable.from([]) : createReadStream(file, { end: size - 1 }), sum)
      return { path, size, read }
    })
}

export type Staging = {
  readonly take: (path: string, entry: Entry, sum: Sum) => Promise<void>
  /** Puts the files in their place. */
  readonly place: () => void
  readonly undo: () => void
}

/** Where restored files wait, beside their folder, until all is known to be right. */
export const openStaging = (folder: string): Staging => {
  const target = resolve(folder)
  if (existsSync(target) && storedFiles(target).length > 0) throw trouble('holdsFiles', { folder: target })
  const waiting = join(dirname(target), `.${basename(target)}.restoring`)
  rmSync(waiting, { recursive: true, force: true })
  mkdirSync(waiting, { recursive: true, mode: 0o700 })
  let placed = false
  const take = async (path: string, entry: Entry, sum: Sum): Promise<void> => {
    const file = resolve(waiting, path)
    // a crafted archive may name a file outside
    if (!file.startsWith(waiting + sep)) throw trouble('damaged', { where: path })
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    await pipeline(summed(entry.chunks, sum), createWriteStream(file, { mode: 0o600, flush: true }))
  }
  const place = (): void => {
    rmSync(target, { recursive: true, force: true })
    renameSync(waiting, target)
    placed = true
  }
  const undo = (): void => rmSync(placed ? target : waiting, { recursive: true, force: true })
  return { take, place, undo }
}
