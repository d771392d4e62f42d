import { CsvError, parse } from 'csv-parse/sync'
import { done, type Outcome, refuse } from '../../core/refusal.ts'
import { type Sheet, type SheetEncoding, sheetLimits } from '../../core/sheet.ts'

export const readCsv = (bytes: Uint8Array): Outcome<Sheet> => {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) return refuse('invalid', 'platform.sheetNotTable')
  if (/^\s*(<!doctype|<html|<\?xml|<table|<head)/i.test(text)) return refuse('invalid', 'platform.sheetHtml')
  if (/^(%PDF-|\{\\rtf)/.test(text)) return refuse('invalid', 'platform.sheetNotTable')
  if (text.trim() === '') return refuse('invalid', 'platform.sheetEmpty')
  return rowsOf(text, encoding)
}

const rowsOf = (text: string, encoding: SheetEncoding): Outcome<Sheet> => {
  const delimiter = delimiterOf(text)
  try {
    const rows = split(text, delimiter, sheetLimits.rows + 1)
    return done({ rows, format: 'csv', encoding, delimiter })
  } catch (error) {
    if (error instanceof CsvError) return refuse('invalid', 'platform.sheetBrokenQuotes', { row: Number(error.lines) })
    throw error
  }
}

const split = (text: string, delimiter: string, to: number): string[][] =>
  parse(text, { delimiter, to, bom: true, relax_column_count: true, relax_quotes: true, trim: true }) as string[][]

/** A mark at the start; else zeros in every other byte; else valid UTF-8; else what Windows writes in western Europe. */
const encodingOf = (bytes: Uint8Array): SheetEncoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 2000)
  if (zeros(start, 1) > start.length / 4) return 'utf-16le'
  if (zeros(start, 0) > start.length / 4) return 'utf-16be'
  return isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

const zeros = (bytes: Uint8Array, parity: number): number =>
  bytes.reduce((count, byte, place) => count + (byte === 0 && place % 2 === parity ? 1 : 0), 0)

/** A few bytes broken on the way do not make a UTF-8 file a Windows one: its good letters must be more than its broken ones. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const letters = [...new TextDecoder('utf-8').decode(bytes).matchAll(/[^\0-\x7f]/gu)]
  const broken = letters.filter(([letter]) => letter === '\uFFFD').length
  return broken === 0 || letters.length - broken > broken
}

/** The delimiter under which most of the first rows have the same number of columns. */
const delimiterOf = (text: string): string => {
  const best = [';', ',', '\t', '|']
    .map((delimiter) => ({ delimiter, fit: fitOf(text, delimiter) }))
    .reduce((one, other) => (other.fit > one.fit ? other : one))
  return best.delimiter
}

const fitOf = (text: string, delimiter: string): number => {
  const widths = safely(() => split(text, delimiter, 100).map((row) => row.length)) ?? []
  const counts = Map.groupBy(widths, (width) => width)
  return Math.max(0, ...[...counts].map(([width, rows]) => (width < 2 ? 0 : rows.length * Math.min(width, 10))))
}

const safely = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}
