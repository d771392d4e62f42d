/** A table as read from a file: every cell is text, trimmed; days as 'YYYY-MM-DD', numbers with a point. */
export type Sheet = {
  readonly rows: readonly (readonly string[])[]
  readonly format: 'csv' | 'xlsx'
  readonly encoding?: SheetEncoding
  readonly delimiter?: string
  readonly sheetNames?: readonly string[]
}

export type SheetEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What a file may hold at most, its row of titles included; above it the file is refused, never cut. */
export const sheetLimits = { bytes: 10_000_000, rows: 20_000, columns: 100, cell: 10_000 } as const

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '')

export const isBlankRow = (row: readonly string[]): boolean => filled(row).length === 0

/** A title of a column is short and has letters; a day, a number or an address of e-mail is a value. */
const isTitle = (cell: string): boolean =>
  cell.length <= 60 && /\p{L}/u.test(cell) && !/@|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell)

/** The row of the columns' titles, among the first 30: the first that is nearly as full as the fullest and all titles. -1 if none. */
export const findHeader = (rows: readonly (readonly string[])[]): number => {
  const widest = Math.max(0, ...rows.slice(0, 200).map((row) => filled(row).length))
  return rows.slice(0, 30).findIndex((row) => {
    const cells = filled(row)
    return cells.length >= 2 && cells.length >= widest * 0.6 && cells.every(isTitle) && areDistinct(cells)
  })
}

const areDistinct = (cells: readonly string[]): boolean =>
  new Set(cells.map((cell) => cell.toLowerCase())).size === cells.length

/** A row that sums up the others: 'TOTALE;192', 'Totale generale', 'Grand total'. */
export const isTotalsRow = (row: readonly string[]): boolean => {
  const [first = '', ...others] = filled(row)
  return (
    /^(?:grand )?(?:tot\.?|totale|totali|total|totals|subtotale|subtotal|somma|sum)(?:[\s:].*)?$/i.test(first.trim()) &&
    others.every((cell) => /^[\d.,\s%€]+$/.test(cell))
  )
}
