import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { filesWords } from '../../core/files.words.ts'
import { readKeys } from '../secret/keys.ts'
import { CannotOpen, makeSecrets } from '../secret/secrets.ts'
import { type Files, makeFiles } from './files.ts'
import { fileName } from './name.ts'

const root = mkdtempSync(join(tmpdir(), 'fare-legami-files-'))
afterAll(() => rmSync(root, { recursive: true }))
const secrets = makeSecrets(readKeys(randomBytes(32).toString('base64')))
const aPlace = (): { dataDir: string; files: Files } => {
  const dataDir = mkdtempSync(join(root, 'data-'))
  return { dataDir, files: makeFiles({ dataDir, secrets }) }
}
const pathOf = (dataDir: string, fileId: string): string => join(dataDir, 'files', fileId.slice(0, 2), fileId)

type Entry = { name: string; text: string; declared?: number; stored?: boolean }

/** A zip archive; `declared` lies about the unpacked size. */
const aZip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, text, declared, stored } of entries) {
    const raw = Buffer.from(text)
    const body = stored ? raw : deflateRawSync(raw)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(declared ?? raw.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

const types = { name: '[Content_Types].xml', text: '<Types/>' }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n')
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.alloc(40),
])
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60), Buffer.from([0xff, 0xd9])])
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 '), Buffer.alloc(30)])
const docx = aZip([types, { name: 'word/document.xml', text: '<w:document/>' }])
const xlsx = aZip([types, { name: 'xl/workbook.xml', text: '<workbook/>' }])
const odt = aZip([
  { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', text: '<office/>' },
])

describe('a file', () => {
  const good: readonly [string, Buffer, string][] = [
    ['verbale.pdf', pdf, 'application/pdf'],
    ['firma.PNG', png, 'image/png'],
    ['foglio.jpg', jpeg, 'image/jpeg'],
    ['foto.jpeg', jpeg, 'image/jpeg'],
    ['foto.webp', webp, 'image/webp'],
    ['lettera.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['elenco.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['lettera.odt', odt, 'application/vnd.oasis.opendocument.text'],
    ['appunti.txt', Buffer.from('Amina è venuta. 3 < 5, e <3 anche.\r\n'), 'text/plain'],
    ['vecchio.txt', Buffer.from('perch\xe9 s\xec', 'latin1'), 'text/plain'],
  ]
  for (const [name, bytes, type] of good) {
    test(`${name} is kept and given back as it was`, async () => {
      const { files } = aPlace()
      const kept = await files.put({ name, bytes })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(kept).toEqual({ ok: true, value: { fileId: expect.any(String), sha256, type, size: bytes.length, name } })
      const fileId = kept.ok ? kept.value.fileId : ''
      expect(Buffer.from((await files.get(fileId)) ?? [])).toEqual(bytes)
      expect(await files.all()).toEqual([fileId])
    })
  }

  test('lies on the disk sealed, for its owner alone, with no draft beside it', async () => {
    const { dataDir, files } = aPlace()
    const kept = await files.put({ name: 'nota.txt', bytes: Buffer.from('una cosa molto riservata') })
    const path = pathOf(dataDir, kept.ok ? kept.value.fileId : '')
    expect(readFileSync(path).includes('riservata')).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toHaveLength(1)
  })

  test('that was altered or exchanged on the disk is not given out', async () => {
    const { dataDir, files } = aPlace()
    const [one, other] = [
      await files.put({ name: 'a.pdf', bytes: pdf }),
      await files.put({ name: 'b.png', bytes: png }),
    ]
    const [first, second] = [one.ok ? one.value.fileId : '', other.ok ? other.value.fileId : '']
    writeFileSync(pathOf(dataDir, first), readFileSync(pathOf(dataDir, second)))
    await expect(files.get(first)).rejects.toThrow(CannotOpen)
    writeFileSync(pathOf(dataDir, first), '')
    await expect(files.get(first)).rejects.toThrow(CannotOpen)
  })

  test('that was removed, or never was, is not there; removing twice is calm', async () => {
    const { files } = aPlace()
    const kept = await files.put({ name: 'a.pdf', bytes: pdf })
    const fileId = kept.ok ? kept.value.fileId : ''
    await files.remove(fileId)
    await files.remove(fileId)
    expect(await files.get(fileId)).toBeUndefined()
    expect(await files.all()).toEqual([])
  })

  test('an id that is a path reaches nothing', async () => {
    const { dataDir, files } = aPlace()
    const secret = join(dataDir, 'field.key')
    writeFileSync(secret, 'x')
    for (const id of ['../field.key', '..', '/etc/passwd', 'ab/../../field.key', '', 'x'.repeat(36)]) {
      expect(await files.get(id)).toBeUndefined()
      await files.remove(id)
    }
    expect(readFileSync(secret, 'utf8')).toBe('x')
  })

  test('a draft left by a killed process is swept, and is never taken for a file', async () => {
    const { dataDir, files } = aPlace()
    for (let first = 0; first < 256; first += 1) {
      const folder = join(dataDir, 'files', first.toString(16).padStart(2, '0'))
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'killed.draft'), 'half')
      utimesSync(join(folder, 'killed.draft'), 0, 0)
    }
    expect(await files.all()).toEqual([])
    const kept = await files.put({ name: 'a.pdf', bytes: pdf })
    const folder = join(pathOf(dataDir, kept.ok ? kept.value.fileId : ''), '..')
    expect(readdirSync(folder)).toEqual([kept.ok ? kept.value.fileId : ''])
  })
})

describe('a hostile file', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const bad: readonly [string, string, Buffer, string][] = [
    ['nothing at all', 'vuoto.pdf', Buffer.alloc(0), 'platform.fileEmpty'],
    ['a page', 'pagina.html', Buffer.from(html), 'platform.fileKind'],
    ['a drawing with script', 'disegno.svg', Buffer.from('<svg onload="alert(1)"/>'), 'platform.fileKind'],
    ['a program', 'setup.exe', Buffer.from('MZ\x90\x00'), 'platform.fileKind'],
    ['a file without extension', 'verbale', pdf, 'platform.fileKind'],
    ['a document with macros by name', 'lettera.docm', docx, 'platform.fileKind'],
    ['a page called text', 'pagina.txt', Buffer.from(`  \n${html}`), 'platform.fileMismatch'],
    ['a page with a byte order mark', 'pagina.txt', Buffer.from(`\ufeff${html}`), 'platform.fileMismatch'],
    [
      'a page that begins as text',
      'pagina.txt',
      Buffer.from('ciao <ScRiPt>alert(1)</script>'),
      'platform.fileMismatch',
    ],
    ['a shell script called text', 'elenco.txt', Buffer.from('#!/bin/sh\nrm -rf /'), 'platform.fileMismatch'],
    ['a program called PDF', 'fattura.pdf', Buffer.from('MZ\x90\x00\x03'), 'platform.fileMismatch'],
    ['a program called text', 'fattura.txt', Buffer.from('\x7fELF\x02\x01\x00'), 'platform.fileMismatch'],
    ['a picture called PDF', 'foto.pdf', png, 'platform.fileMismatch'],
    ['a page in front of a PDF', 'a.pdf', Buffer.concat([Buffer.from(html), pdf]), 'platform.fileMismatch'],
    ['an archive called document', 'a.docx', aZip([{ name: 'x.txt', text: 'x' }]), 'platform.fileMismatch'],
    ['a document cut short', 'a.docx', docx.subarray(0, docx.length - 30), 'platform.fileMismatch'],
    ['a picture that is also an archive', 'a.png', Buffer.concat([png, docx]), 'platform.fileUnsafe'],
    [
      'a PDF that is also an archive',
      'a.pdf',
      Buffer.concat([pdf, aZip([{ name: 'x.class', text: 'x' }]), Buffer.from('%%EOF')]),
      'platform.fileUnsafe',
    ],
    [
      'a picture that is also a page',
      'a.jpg',
      Buffer.concat([jpeg.subarray(0, 20), Buffer.from(html), jpeg]),
      'platform.fileUnsafe',
    ],
    [
      'a PDF that starts a program',
      'a.pdf',
      Buffer.from('%PDF-1.7\n<< /S /Launch /F (cmd.exe) >>\n%%EOF'),
      'platform.fileUnsafe',
    ],
    [
      'a document with macros inside',
      'a.docx',
      aZip([types, { name: 'word/document.xml', text: 'x' }, { name: 'word/vbaProject.bin', text: 'x' }]),
      'platform.fileUnsafe',
    ],
    [
      'a zip bomb',
      'a.xlsx',
      aZip([types, { name: 'xl/workbook.xml', text: 'x', declared: 4_000_000_000 }]),
      'platform.fileUnsafe',
    ],
    [
      'a well packed bomb',
      'a.docx',
      aZip([types, { name: 'word/document.xml', text: '0'.repeat(3_000_000) }]),
      'platform.fileUnsafe',
    ],
  ]
  for (const [what, name, bytes, code] of bad) {
    test(`${what} is refused with a reason, and nothing is kept`, async () => {
      const { files } = aPlace()
      const answer = await files.put({ name, bytes })
      expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid', code } })
      expect(Object.keys(filesWords.it)).toContain(code)
      expect(await files.all()).toEqual([])
    })
  }

  test('that is too large is refused with the limit', async () => {
    const files = makeFiles({ dataDir: mkdtempSync(join(root, 'small-')), secrets, maxBytes: 2_000_000 })
    const answer = await files.put({ name: 'a.txt', bytes: Buffer.alloc(2_000_001, 'a') })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'platform.fileTooLarge', about: { megabytes: 2 } } })
  })

  test('of any bytes under any name is kept or refused, never an accident', async () => {
    const { files } = aPlace()
    const heads = fc.constantFrom(
      Buffer.alloc(0),
      pdf,
      png,
      docx,
      Buffer.from('PK\x05\x06'),
      Buffer.from('RIFF    WEBP'),
    )
    const names = fc.constantFrom('a.pdf', 'a.png', 'a.docx', 'a.xlsx', 'a.odt', 'a.txt', 'a.webp')
    await fc.assert(
      fc.asyncProperty(names, heads, fc.uint8Array({ maxLength: 200 }), async (name, head, tail) => {
        const answer = await files.put({ name, bytes: Buffer.concat([head, tail]) })
        expect(answer.ok || answer.refusal.code.startsWith('platform.file')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a name', () => {
  const cases: readonly [string, string][] = [
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\sara\\verbale.pdf', 'verbale.pdf'],
    ['fattura\u202efdp.exe', 'fatturafdp.exe'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['  .nascosto.pdf. ', 'nascosto.pdf'],
    ['.pdf', 'pdf'],
    ['..', 'file'],
    ['', 'file'],
    ['perché "no"?.pdf', 'perché _no__.pdf'],
    ['perche\u0301.pdf', 'perché.pdf'],
    [`${'a'.repeat(400)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ]
  for (const [given, kept] of cases) {
    test(`${JSON.stringify(given.slice(0, 30))} becomes ${JSON.stringify(kept.slice(0, 30))}`, () => {
      expect(fileName(given)).toBe(kept)
    })
  }

  test('is never a path, never empty, never long, and stays the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileName(given)
        expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u)
        expect(fileName(name)).toBe(name)
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(() => encodeURIComponent(name)).not.toThrow()
      }),
    )
  })
})

describe('with a virus scanner', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  /** Speaks clamd's INSTREAM; finds the virus that it is told to look for. */
  const aScanner = (answer: (body: Buffer) => string | undefined): Promise<string> =>
    new Promise((resolve) => {
      const server = createServer((socket) => {
        let heard: Buffer = Buffer.alloc(0)
        socket.on('error', () => {})
        socket.on('data', (part: Buffer) => {
          heard = Buffer.concat([heard, part])
          const body = bodyOf(heard)
          if (body) socket.end(answer(body) ?? '')
        })
      })
      servers.push(server)
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
      })
    })

  const bodyOf = (heard: Buffer): Buffer | undefined => {
    const command = 'zINSTREAM\0'
    if (heard.toString('latin1', 0, command.length) !== command) return undefined
    const chunks: Buffer[] = []
    for (let at = command.length; at + 4 <= heard.length; ) {
      const size = heard.readUInt32BE(at)
      if (size === 0) return Buffer.concat(chunks)
      chunks.push(heard.subarray(at + 4, at + 4 + size))
      at += 4 + size
    }
    return undefined
  }

  const withScanner = (clamdUrl: string): Files =>
    makeFiles({ dataDir: mkdtempSync(join(root, 'scan-')), secrets, clamdUrl })

  test('a clean file is kept after the scanner saw all of it', async () => {
    const bytes = Buffer.alloc(200_000, 'parole ')
    const seen: Buffer[] = []
    const url = await aScanner((body) => {
      seen.push(body)
      return 'stream: OK\0'
    })
    expect((await withScanner(url).put({ name: 'a.txt', bytes })).ok).toBe(true)
    expect(seen).toEqual([bytes])
  })

  test('an infected file is refused and not kept', async () => {
    const url = await aScanner((body) => (body.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0'))
    const files = withScanner(url)
    const answer = await files.put({ name: 'a.txt', bytes: Buffer.from('EICAR') })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid', code: 'platform.fileInfected' } })
    expect(await files.all()).toEqual([])
  })

  for (const [what, reply] of [
    ['gives an error', 'INSTREAM size limit exceeded. ERROR\0'],
    ['hangs up without a word', ''],
    ['says that another stream is OK', 'other: OK\0'],
  ] as const) {
    test(`nothing is kept unseen when the scanner ${what}`, async () => {
      const answer = await withScanner(await aScanner(() => reply)).put({ name: 'a.pdf', bytes: pdf })
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'platform.fileNotScanned' } })
    })
  }

  test('nothing is kept unseen when there is no scanner at its address', async () => {
    const url = await aScanner(() => undefined)
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve))
    const answer = await withScanner(url).put({ name: 'a.pdf', bytes: pdf })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'platform.fileNotScanned' } })
  })
})
