import { zipEntries } from './zip.ts'

type Kind = { readonly type: string; readonly extensions: readonly string[]; readonly is: (bytes: Buffer) => boolean }

const office = 'application/vnd.openxmlformats-officedocument'
const starts = (bytes: Buffer, ...signature: number[]): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature))
const says = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString('latin1', at, at + text.length) === text
const holds = (bytes: Buffer, ...names: string[]): boolean => {
  const entries = zipEntries(bytes)
  return entries !== undefined && names.every((name) => entries.some((entry) => entry.name === name))
}

const kinds: readonly Kind[] = [
  {
    type: 'application/pdf',
    extensions: ['pdf'],
    is: (bytes) => says(bytes, 0, '%PDF-') && bytes.subarray(-1024).includes('%%EOF'),
  },
  {
    type: 'image/png',
    extensions: ['png'],
    is: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && says(bytes, 12, 'IHDR'),
  },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], is: (bytes) => starts(bytes, 0xff, 0xd8, 0xff) },
  { type: 'image/webp', extensions: ['webp'], is: (bytes) => says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP') },
  {
    type: `${office}.wordprocessingml.document`,
    extensions: ['docx'],
    is: (bytes) => holds(bytes, '[Content_Types].xml', 'word/document.xml'),
  },
  {
    type: `${office}.spreadsheetml.sheet`,
    extensions: ['xlsx'],
    is: (bytes) => holds(bytes, '[Content_Types].xml', 'xl/workbook.xml'),
  },
  {
    type: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt'],
    is: (bytes) => isOpenDocument(bytes) && holds(bytes, 'content.xml'),
  },
  { type: 'text/plain', extensions: ['txt'], is: (bytes) => isPlainText(bytes) },
]

/** OpenDocument keeps its type as first entry, not compressed (ODF 1.3, part 2, 3.3). */
const isOpenDocument = (bytes: Buffer): boolean => says(bytes, 30, 'mimetypeapplication/vnd.oasis.opendocument.text')

/** Text without control signs, whatever its encoding, that no browser or shell would take for something else. */
const isPlainText = (bytes: Buffer): boolean => {
  const hasControls = bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)
  const begin = bytes
    .toString('latin1', 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  return !hasControls && !/^(#!|%!|%pdf|<\?|<!|<[a-z])/.test(begin) && !markup.test(begin)
}

const markup = /<(script|html|svg|iframe|body|head|\?php)\b/

export type Sniffed = { readonly type: string } | 'kind' | 'mismatch' | 'unsafe'

/** What a file is by its content, when that is allowed and its name says the same. Nothing is unpacked. */
export const sniff = (name: string, bytes: Buffer): Sniffed => {
  const extension = name.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? ''
  const named = kinds.find(({ extensions }) => extensions.includes(extension))
  const found = kinds.find(({ is }) => is(bytes))
  if (!named) return 'kind'
  if (!found) return 'mismatch'
  if (found.type !== named.type) return 'mismatch'
  return isUnsafe(bytes, found.type) ? 'unsafe' : { type: found.type }
}

const mostUnpacked = 300 * 1024 * 1024
const mostRatio = 200

const isUnsafe = (bytes: Buffer, type: string): boolean => {
  if (type === 'text/plain') return false
  if (!type.startsWith('application/vnd.')) return isTwoThings(bytes) || hasActions(bytes, type)
  const entries = zipEntries(bytes) ?? []
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  return (
    entries.some(({ name }) => program.test(name)) || unpacked > mostUnpacked || unpacked > bytes.length * mostRatio
  )
}

const program = /vbaproject|^basic\/|^scripts\/|\.(exe|dll|js|vbs|bat|cmd|ps1|jar)$/i

/** A picture or PDF that is also a web page (markup at its head) or an archive (a zip's end at its tail). */
const isTwoThings = (bytes: Buffer): boolean =>
  markup.test(bytes.toString('latin1', 0, 1024).toLowerCase()) ||
  bytes.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1')

/** A PDF that starts programs or scripts when it is opened. */
const hasActions = (bytes: Buffer, type: string): boolean =>
  type === 'application/pdf' && /\/S\s*\/(Launch|JavaScript)\b/.test(bytes.toString('latin1'))
