import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import type { z } from 'zod'
import { trouble } from './backup.words.ts'

/** A tar entry must tell its size first: rows go in pieces of about this many bytes. */
const pieceSize = 4 * 1024 * 1024

export type Sum = { readonly hash: Hash; bytes: number }
export const newSum = (): Sum => ({ hash: createHash('sha256'), bytes: 0 })
export const addTo = (sum: Sum, chunk: Buffer): void => {
  sum.hash.update(chunk)
  sum.bytes += chunk.length
}

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>
export type Writer = {
  readonly put: (name: string, size: number, chunks: Chunks) => Promise<void>
  readonly end: () => Promise<void>
  readonly abandon: () => Promise<void>
}

/** A gzipped tar file, written with backpressure, readable by its owner alone, on disk when `end` returns. */
export const openArchive = (file: string): Writer => {
  const tar = pack()
  const sink = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const written = pipeline(tar, createGzip({ level: 6 }), sink)
  written.catch(() => {})
  const put = async (name: string, size: number, chunks: Chunks): Promise<void> => {
    const entry = tar.entry({ name, size, mode: 0o600 })
    const stored = once(entry, 'finish')
    stored.catch(() => {})
    for await (const chunk of chunks) if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), written])
    entry.end(undefined)
    await Promise.race([stored, written])
  }
  const end = async (): Promise<void> => {
    tar.finalize()
    await written
  }
  const abandon = async (): Promise<void> => {
    tar.destroy()
    await written.catch(() => {})
  }
  return { put, end, abandon }
}

/** Cuts a stream of unknown length into pieces of known size. */
export const pieces = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

export type Entry = { readonly name: string; readonly chunks: AsyncIterable<Buffer> }

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

const asDamaged = (cause: unknown, where: string): Error =>
  Object.assign(trouble('damaged', { where: `${where}: ${cause instanceof Error ? cause.message : cause}` }), { cause })

const guarded = async function* (name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* chunks
  } catch (cause) {
    throw asDamaged(cause, name)
  }
}

/** The entries of an archive in their order. Whatever is wrong with the file itself is told as a damaged backup. */
export const readArchive = async function* (file: string): AsyncGenerator<Entry> {
  const tar = extract()
  const read = pipeline(createReadStream(file), createGunzip(), tar)
  read.catch(() => {})
  try {
    for await (const entry of tar)
      yield { name: entry.header.name, chunks: guarded(entry.header.name, Readable.from(entry)) }
    await read
  } catch (cause) {
    throw isMissing(cause) ? trouble('noFile', { file }) : asDamaged(cause, file)
  }
}

export const jsonOf = async <T>(entry: Entry, shape: z.ZodType<T>, sum: Sum): Promise<T> => {
  const held: Buffer[] = []
  for await (const chunk of entry.chunks) {
    addTo(sum, chunk)
    held.push(chunk)
  }
  try {
    return shape.parse(JSON.parse(Buffer.concat(held).toString('utf8')))
  } catch (cause) {
    throw asDamaged(cause, entry.name)
  }
}
