import { describe, expect, test } from 'vitest'
import { findInstrument } from './instruments.ts'
import { emptyFile, languagesOf, readTexts, textsIn } from './texts.ts'

const who5 = findInstrument('who5')
if (!who5) throw new Error('no WHO-5')
const filled = (change: (lines: string[]) => string[] = (lines) => lines): string =>
  change(
    emptyFile(who5)
      .split('\n')
      .map((line) => `${line} parola`),
  ).join('\n')
const refused = (file: string): string => {
  const read = readTexts(who5, file)
  return read.ok ? '' : read.refusal.code
}

describe('a file of texts', () => {
  test('is read line by line, whatever wrote it', () => {
    const read = readTexts(who5, `\uFEFF# permesso del 3 marzo\r\n\r\n${filled().replaceAll('\n', '\r\n')}`)
    expect(new Set(Object.keys(read.ok ? read.value : {}))).toEqual(
      new Set(['intro', '1', '2', '3', '4', '5', ...[5, 4, 3, 2, 1, 0].map((n) => `often.${n}`)]),
    )
  })
  test.each([
    ['lacks a question', filled((lines) => lines.filter((line) => !line.startsWith('3 '))), 'measures.texts.lacking'],
    [
      'leaves one empty',
      filled((lines) => lines.map((line) => (line.startsWith('3 ') ? '3 = ' : line))),
      'measures.texts.lacking',
    ],
    ['says one twice', filled((lines) => [...lines, '3 = ancora']), 'measures.texts.twice'],
    ['knows one more', filled((lines) => [...lines, '6 = di troppo']), 'measures.texts.line'],
    ['has a line without a key', filled((lines) => [...lines, 'solo parole']), 'measures.texts.line'],
    ['is empty', '', 'measures.texts.lacking'],
  ])('that %s is refused', (_, file, code) => expect(refused(file)).toBe(code))
  test('needs no introduction', () =>
    expect(refused(filled((lines) => lines.filter((line) => !line.startsWith('intro'))))).toBe(''))
})

describe('the words that are asked', () => {
  const one = (revision: number, word: string) => ({
    code: 'who5',
    version: 1,
    language: 'ar',
    revision,
    texts: { '1': word },
  })
  test('are the latest that were loaded for that version', () => {
    expect(textsIn(who5, 'ar', [one(1, 'a'), one(2, 'b'), { ...one(3, 'c'), version: 2 }])).toEqual({
      texts: { '1': 'b' },
      revision: 2,
    })
    expect(languagesOf(who5, [one(1, 'a')])).toEqual(['ar'])
  })
  test('are none for an instrument without texts', () => {
    expect(textsIn(who5, 'it', [])).toBeUndefined()
    expect(languagesOf(who5, [])).toEqual([])
  })
  test('are ours where we have some, until others are loaded', () => {
    const osss3 = findInstrument('osss3')
    expect(osss3 && languagesOf(osss3, [])).toEqual(['it', 'en'])
    expect(osss3 && textsIn(osss3, 'it', [])?.revision).toBe(0)
  })
})
