import { done, type Outcome, refuse } from '../../core/refusal.ts'
import { isBlankRow, type Sheet, sheetLimits } from '../../core/sheet.ts'
import { readCsv } from './csv.ts'
import { readXlsx } from './xlsx.ts'

/**
 * Reads a .csv or .xlsx file of at most 10 MB by what it contains, whatever its name says. Formulas come as the value that was
 * saved with them; a cell that looks like a formula comes with an apostrophe before it, so that no program runs it.
 * `sheetName` chooses a sheet of an .xlsx file; the first one otherwise.
 */
export const readSheet = async (bytes: Uint8Array, fileName: string, sheetName?: string): Promise<Outcome<Sheet>> => {
  if (bytes.length === 0) return refuse('invalid', 'platform.sheetEmpty')
  if (bytes.length > sheetLimits.bytes) return refuse('invalid', 'platform.sheetTooBig')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('invalid', 'platform.sheetOldExcel')
  if (/\.(xlsm|xltm|xlsb|xlam)$/i.test(fileName)) return refuse('invalid', 'platform.sheetMacros')
  const isZip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
  const read = isZip ? await readXlsx(bytes, sheetName) : readCsv(bytes)
  return read.ok ? withinLimits(read.value) : read
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte)

const withinLimits = (sheet: Sheet): Outcome<Sheet> => {
  const rows = withoutBlankEnd(sheet.rows)
  if (rows.length === 0) return refuse('invalid', 'platform.sheetEmpty')
  if (rows.length > sheetLimits.rows) return refuse('invalid', 'platform.sheetTooManyRows')
  if (rows.some((row) => row.length > sheetLimits.columns)) return refuse('invalid', 'platform.sheetTooManyColumns')
  const long = rows.findIndex((row) => row.some((cell) => cell.length > sheetLimits.cell))
  if (long >= 0) return refuse('invalid', 'platform.sheetCellTooLong', { row: long + 1 })
  return done({ ...sheet, rows: rows.map((row) => row.map(inert)) })
}

const withoutBlankEnd = (rows: Sheet['rows']): Sheet['rows'] =>
  rows.slice(0, rows.findLastIndex((row) => !isBlankRow(row)) + 1)

const inert = (cell: string): string => (cell.startsWith('=') ? `'${cell}` : cell)
