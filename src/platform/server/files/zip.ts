export type ZipEntry = { readonly name: string; readonly size: number }

const endSize = 22
const entrySize = 46
const longestComment = 65_535

/** Names and unpacked sizes from the central directory (APPNOTE 4.3.12); undefined when this is no whole zip archive. */
export const zipEntries = (bytes: Buffer): readonly ZipEntry[] | undefined => {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end < bytes.length - endSize - longestComment || end + endSize > bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const from = bytes.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let at = from; entries.length < count; ) {
    const entry = entryAt(bytes, at)
    if (!entry) return undefined
    entries.push(entry)
    at = entry.next
  }
  return entries
}

const entryAt = (bytes: Buffer, at: number): (ZipEntry & { next: number }) | undefined => {
  if (at + entrySize > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
  const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
  const nameEnd = at + entrySize + (nameSize ?? 0)
  return {
    name: bytes.toString('utf8', at + entrySize, nameEnd),
    size: bytes.readUInt32LE(at + 24),
    next: nameEnd + (extraSize ?? 0) + (commentSize ?? 0),
  }
}
