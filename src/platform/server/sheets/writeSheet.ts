import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'

type Rows = readonly (readonly string[])[]

/** UTF-8 with its mark and semicolons, as Italian Excel opens it; cells that look like formulas are made harmless. */
export const writeCsv = (header: readonly string[], rows: Rows): string =>
  stringify([header, ...rows] as string[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })

/** Every cell is text: a spreadsheet runs no formula from it. */
export const writeXlsx = (header: readonly string[], rows: Rows, sheet: string): Promise<Buffer> => {
  const titles = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const cells = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
  return writeXlsxFile([titles, ...cells], { sheet: sheet.slice(0, 31), stickyRowsCount: 1 }).toBuffer()
}
