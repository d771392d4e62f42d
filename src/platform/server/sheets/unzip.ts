import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'

/** What an .xlsx file may unfold to. */
const unfolded = { entries: 500, bytes: 60_000_000 } as const
const inflate = promisify(inflateRaw)

export type Entry = { readonly name: string; readonly bytes: Buffer }
export type Unzipped = { readonly entries: readonly Entry[] } | { readonly fault: 'damaged' | 'tooBig' }

/** Unfolds a zip by its central directory and by real sizes, not the declared ones: a bomb is stopped while it unfolds. */
export const unzip = async (zip: Buffer): Promise<Unzipped> => {
  try {
    const found = directory(zip)
    if (found.length > unfolded.entries) return { fault: 'tooBig' }
    const entries: Entry[] = []
    let left: number = unfolded.bytes
    for (const entry of found) {
      const bytes = await unfold(zip, entry, left)
      left -= bytes.length
      if (left <= 0) return { fault: 'tooBig' }
      entries.push({ name: entry.name, bytes })
    }
    return { entries }
  } catch (error) {
    return { fault: isOverflow(error) ? 'tooBig' : 'damaged' }
  }
}

const isOverflow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

type Place = { name: string; method: number; size: number; header: number }

const directory = (zip: Buffer): Place[] => {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new RangeError('no end of directory')
  const count = zip.readUInt16LE(end + 10)
  const places: Place[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry')
    const nameLength = zip.readUInt16LE(at + 28)
    places.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      header: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return places
}

const unfold = async (zip: Buffer, place: Place, left: number): Promise<Buffer> => {
  const start = place.header + 30 + zip.readUInt16LE(place.header + 26) + zip.readUInt16LE(place.header + 28)
  const folded = zip.subarray(start, start + place.size)
  if (place.method === 0) return folded
  if (place.method !== 8) throw new RangeError('unknown method')
  return inflate(folded, { maxOutputLength: Math.max(1, left) })
}

/** Entries as a plain zip without compression: a later reader sees only what was unfolded here. */
export const zipPlain = (entries: readonly Entry[]): Buffer => {
  const parts: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const common = commonHeader(entry, name)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, entry.bytes])
    listed.push(listing(common, name, at))
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(listed)
  return Buffer.concat([...parts, list, ending(entries.length, list.length, at)])
}

/** From "version needed" to "extra length", the same in both headers. */
const commonHeader = (entry: Entry, name: Buffer): Buffer => {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(0x21, 8)
  header.writeUInt32LE(crc32(entry.bytes), 10)
  header.writeUInt32LE(entry.bytes.length, 14)
  header.writeUInt32LE(entry.bytes.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

const listing = (common: Buffer, name: Buffer, at: number): Buffer => {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(at, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, name])
}

const ending = (count: number, length: number, at: number): Buffer => {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
