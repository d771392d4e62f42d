import { crc32, inflateSync } from 'node:zlib'

const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const inflatedAtMost = 40_000_000

type Chunk = { readonly type: string; readonly data: Buffer }

/** The parts of a PNG (W3C PNG, 5.3), each with a right checksum; undefined when they are not. */
const chunksOf = (bytes: Buffer): Chunk[] | undefined => {
  const chunks: Chunk[] = []
  let at = magic.length
  while (at < bytes.length) {
    if (at + 12 > bytes.length) return undefined
    const size = bytes.readUInt32BE(at)
    const end = at + 12 + size
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end - 4) })
    at = end
  }
  return chunks
}

const opens = (data: readonly Buffer[]): boolean => {
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: inflatedAtMost }).length > 0
  } catch {
    return false
  }
}

/** Whether bytes are a drawing that can be kept and printed: a whole PNG, at most 300 kB and 4000 x 4000 points. */
export const isDrawing = (bytes: Buffer): boolean => {
  if (bytes.length > 300_000 || !bytes.subarray(0, magic.length).equals(magic)) return false
  const chunks = chunksOf(bytes)
  const [head] = chunks ?? []
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.type !== 'IEND') return false
  const sides = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  if (!sides.every((side) => side >= 8 && side <= 4000)) return false
  return opens(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
}
