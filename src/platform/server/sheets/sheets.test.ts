import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findHeader, isTotalsRow } from '../../core/sheet.ts'
import { sheetWords } from '../../core/sheet.words.ts'
import { readSheet } from './readSheet.ts'
import { zipPlain } from './unzip.ts'
import { writeCsv, writeXlsx } from './writeSheet.ts'

const shared = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../../../../shared/data/${name}`, import.meta.url))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (bytes: Uint8Array, name = 'elenco.csv') => {
  const outcome = await readSheet(bytes, name)
  return outcome.ok ? outcome.value : outcome.refusal.code
}

describe('the list of referrals as a body sends it', () => {
  test('in CSV: Windows letters, semicolons, cells of two lines, titles above the header, a total below', async () => {
    const sheet = await read(await shared('segnalazioni-2026.csv'))
    if (typeof sheet === 'string') throw new Error(sheet)
    expect(sheet).toMatchObject({ format: 'csv', encoding: 'windows-1252', delimiter: ';' })
    expect(findHeader(sheet.rows)).toBe(2)
    expect(sheet.rows[2]?.slice(0, 6)).toEqual(['N.', 'Data segnalazione', 'Cognome', 'Nome', 'Sesso', 'Nato/a il'])
    expect(sheet.rows.filter(isTotalsRow)).toEqual([sheet.rows.at(-1)])
    const cells = sheet.rows.flat()
    expect(cells).toContain('MÜLLER')
    expect(cells).toContain('D’Amico')
    expect(cells).toContain('separazione in corso;\nfigli alle elementari')
    expect(cells).toContain('\'=HYPERLINK("http://esempio.invalid";"clicca")')
  })

  test('in XLSX: dates as days, numbers as text, two sheets', async () => {
    const sheet = await read(await shared('segnalazioni-2026.xlsx'), 'elenco.xlsx')
    if (typeof sheet === 'string') throw new Error(sheet)
    expect(sheet.sheetNames).toEqual(['Segnalazioni', 'Legenda'])
    expect(findHeader(sheet.rows)).toBe(3)
    expect(sheet.rows[1]).toEqual(expect.arrayContaining(['estratto del', '2026-10-30']))
    expect(sheet.rows[4]?.slice(0, 6)).toEqual(['1', '2026-09-23', 'HOXHA', 'Chiara', 'F', '1944-02-27'])
  })
})

describe('letters and delimiters are recognised', () => {
  const table = 'Cognome;Nome\nCò;Zoë\n'
  test.each([
    ['UTF-8', bytesOf(table), 'utf-8'],
    ['UTF-8 with its mark', bytesOf(`\uFEFF${table}`), 'utf-8'],
    ['Windows', Buffer.from(table, 'latin1'), 'windows-1252'],
    ['UTF-16', Buffer.from(table, 'utf16le'), 'utf-16le'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toMatchObject({
      encoding,
      rows: [
        ['Cognome', 'Nome'],
        ['Cò', 'Zoë'],
      ],
    })
  })

  test('one letter broken on the way does not spoil the others', async () => {
    const broken = Buffer.concat([bytesOf('a;b\nCò;Zoë\nMüller;'), Buffer.from([0xe8])])
    expect(await read(broken)).toMatchObject({
      encoding: 'utf-8',
      rows: [
        ['a', 'b'],
        ['Cò', 'Zoë'],
        ['Müller', '\uFFFD'],
      ],
    })
  })

  test.each([[';'], [','], ['\t'], ['|']])('delimiter %j', async (delimiter) => {
    const rows = [
      ['Cognome', 'Nome', 'Motivo'],
      ['Rossi', 'Anna', 'sola'],
      ['De Luca', 'Noemi', 'lutto'],
    ]
    expect(await read(bytesOf(rows.map((row) => row.join(delimiter)).join('\r\n')))).toMatchObject({ delimiter, rows })
  })

  test('commas within a text do not win over the real delimiter', async () => {
    expect(await read(bytesOf('Nome;Motivo\nAnna;affitto, luce, gas\nUgo;affitto, luce, gas'))).toMatchObject({
      delimiter: ';',
    })
  })
})

const sheetXml = (data: string): Buffer =>
  Buffer.from(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  )
const book = (data: string, more: { name: string; bytes: Buffer }[] = []): Buffer =>
  zipPlain([
    {
      name: 'xl/workbook.xml',
      bytes: Buffer.from(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: Buffer.from(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: sheetXml(data) },
    ...more,
  ])

/** A sheet of a hundred million spaces, in a hundred kilobytes, that declares to be small. */
const bomb = (): Buffer => {
  const folded = deflateRawSync(Buffer.alloc(100_000_000, ' '))
  const zip = zipPlain([{ name: 'xl/worksheets/sheet1.xml', bytes: folded }])
  for (const [mark, place] of [
    ['PK\x03\x04', 8],
    ['PK\x01\x02', 10],
  ] as const)
    zip.writeUInt16LE(8, zip.lastIndexOf(Buffer.from(mark, 'latin1')) + place)
  return zip
}

test('a formula gives the value that was saved with it', async () => {
  expect(
    await read(
      book(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>HYPERLINK("http://x.invalid","clicca")</f><v>clicca</v></c></row>',
      ),
    ),
  ).toMatchObject({ rows: [['2', 'clicca']] })
})

describe('refused with the reason', () => {
  test.each([
    ['nothing', bytesOf(''), 'platform.sheetEmpty'],
    ['only blanks', bytesOf(' ;;\n;;\n'), 'platform.sheetEmpty'],
    ['more than 10 MB', new Uint8Array(10_000_001), 'platform.sheetTooBig'],
    ['old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'platform.sheetOldExcel'],
    ['a web page', bytesOf('<html><table><tr><td>Rossi</td></tr></table></html>'), 'platform.sheetHtml'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'platform.sheetNotTable'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2), 'platform.sheetNotTable'],
    ['quotes never closed', bytesOf('Cognome;Nome\n"Rossi;Anna\n'), 'platform.sheetBrokenQuotes'],
    ['20,001 rows', bytesOf('a;b\n'.repeat(20_001)), 'platform.sheetTooManyRows'],
    ['101 columns', bytesOf(Array.from({ length: 101 }, () => 'a').join(';')), 'platform.sheetTooManyColumns'],
    ['a cell without end', bytesOf(`a;${'b'.repeat(10_001)}`), 'platform.sheetCellTooLong'],
    ['half a zip', bytesOf('PK\x03\x04 and then nothing'), 'platform.sheetDamaged'],
    [
      'a zip of something else',
      zipPlain([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
      'platform.sheetNotTable',
    ],
    ['macros', book('', [{ name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]), 'platform.sheetMacros'],
    [
      'a cell in the last row of all',
      book('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'platform.sheetTooManyRows',
    ],
    [
      'a cell in the last column of all',
      book('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      'platform.sheetTooManyColumns',
    ],
    ['a bomb', bomb(), 'platform.sheetTooBig'],
    ['broken markup', book('<row r="1"><c r="A1"><v>1</c>'), 'platform.sheetDamaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code)
    expect(sheetWords.it).toHaveProperty([code])
  })

  test('a workbook with macros by its name', async () => {
    expect(await read(book(''), 'elenco.xlsm')).toBe('platform.sheetMacros')
  })

  test('a sheet that is not there', async () => {
    expect(await readSheet(book(''), 'elenco.xlsx', 'B')).toMatchObject({ refusal: { code: 'platform.sheetNotThere' } })
  })
})

describe('the header and the totals', () => {
  test('a table that starts with its values has no header', () => {
    expect(
      findHeader([
        ['1', '01/02/2026', 'Rossi'],
        ['2', '01/02/2026', 'Bianchi'],
      ]),
    ).toBe(-1)
  })

  test.each([
    [['TOTALE', '192', ''], true],
    [['', 'Totale generale', '12,5'], true],
    [['Totaro', 'Anna'], false],
    [['Totale', 'Anna', 'sola'], false],
  ])('%j sums up the others: %s', (row, sums) => {
    expect(isTotalsRow(row)).toBe(sums)
  })
})

describe('what is written', () => {
  const rows = [
    ['Cò', '=1+1'],
    ['a;b', '+39 333'],
    ['"x"', ''],
  ]

  test('as CSV has its mark, is read back, and runs nothing', async () => {
    const text = writeCsv(['Cognome', 'Motivo'], rows)
    expect(text.startsWith('\uFEFFCognome;Motivo\r\n')).toBe(true)
    expect(await read(bytesOf(text))).toMatchObject({
      rows: [
        ['Cognome', 'Motivo'],
        ['Cò', "'=1+1"],
        ['a;b', "'+39 333"],
        ['"x"', ''],
      ],
    })
  })

  test('as XLSX is read back as text', async () => {
    const bytes = await writeXlsx(['Cognome', 'Motivo'], rows, 'Righe rifiutate')
    expect(await read(bytes)).toMatchObject({
      sheetNames: ['Righe rifiutate'],
      rows: [
        ['Cognome', 'Motivo'],
        ['Cò', "'=1+1"],
        ['a;b', '+39 333'],
        ['"x"', ''],
      ],
    })
  })
})
