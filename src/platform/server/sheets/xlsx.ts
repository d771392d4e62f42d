import readExcelFile from 'read-excel-file/node'
import { done, type Outcome, refuse } from '../../core/refusal.ts'
import { type Sheet, sheetLimits } from '../../core/sheet.ts'
import { type Entry, unzip, zipPlain } from './unzip.ts'

export const readXlsx = async (bytes: Uint8Array, sheetName?: string): Promise<Outcome<Sheet>> => {
  const unzipped = await unzip(Buffer.from(bytes))
  if ('fault' in unzipped)
    return refuse('invalid', unzipped.fault === 'tooBig' ? 'platform.sheetTooBig' : 'platform.sheetDamaged')
  const { entries } = unzipped
  const fault = faultOf(entries)
  return fault ? refuse('invalid', fault) : sheetOf(zipPlain(entries.filter(isNeeded)), sheetName)
}

const faultOf = (entries: readonly Entry[]): string | null => {
  if (entries.some(({ name }) => /vbaProject|macrosheets/i.test(name))) return 'platform.sheetMacros'
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  if (sheets.length === 0) return 'platform.sheetNotTable'
  const extents = sheets.map(({ bytes }) => extentOf(bytes.toString('utf8')))
  if (extents.some(({ rows }) => rows > sheetLimits.rows)) return 'platform.sheetTooManyRows'
  return extents.some(({ columns }) => columns > sheetLimits.columns) ? 'platform.sheetTooManyColumns' : null
}

const isNeeded = ({ name }: Entry): boolean => /\.(xml|rels)$/i.test(name)

/** One cell far away ('XFD1048576') would make the reader lay out everything before it. */
const extentOf = (xml: string): { rows: number; columns: number } => {
  let [rows, columns] = [0, 0]
  for (const [, letters = '', digits] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters.toUpperCase()))
  }
  return { rows, columns }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const sheetOf = async (zip: Buffer, sheetName?: string): Promise<Outcome<Sheet>> => {
  const sheets = await readExcelFile(zip).catch(() => null)
  if (sheets === null) return refuse('invalid', 'platform.sheetDamaged')
  const chosen = sheetName === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === sheetName)
  if (!chosen) return refuse('invalid', 'platform.sheetNotThere')
  const rows = chosen.data.map((row) => row.map(textOf))
  return done({ rows, format: 'xlsx', sheetNames: sheets.map(({ sheet }) => sheet) })
}

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell).trim()
}
