import { describe, expect, test } from 'vitest'
import type { Instrument } from './instrument.schema.ts'
import { findInstrument, instruments } from './instruments.ts'
import { bandOf, rangeOf, scoresOf } from './scoring.ts'

const known = (code: string): Instrument => {
  const found = findInstrument(code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

/** '3 2 5', with '-' for an answer that was not given, in the order of the items. */
const told = (one: Instrument, line: string): Record<string, string | null> =>
  Object.fromEntries(line.split(' ').map((answer, no) => [one.items[no]?.code ?? '', answer === '-' ? null : answer]))

/** Each result as 'value band', or 'none'. */
const read = (code: string, line: string): Record<string, string> => {
  const one = known(code)
  const found = scoresOf(one, told(one, line))
  if (!found.ok) return { refused: found.refusal.code }
  return Object.fromEntries(
    found.value.map(({ code: score, value }, no) => {
      const rule = one.scores[no]
      return [score, value === null || !rule ? 'none' : `${value} ${bandOf(rule, value)?.code ?? ''}`.trim()]
    }),
  )
}
const total = (code: string, line: string): string | undefined => read(code, line).total ?? read(code, line).refused

test.each([
  ['1 1 1', '3 poor'],
  ['2 3 3', '8 poor'],
  ['3 3 3', '9 moderate'],
  ['3 4 4', '11 moderate'],
  ['4 4 4', '12 strong'],
  ['4 5 5', '14 strong'],
  ['4 5 -', 'none'],
  // the first question has four answers, not five: fifteen cannot be reached
  ['5 5 5', 'measures.answerUnknown'],
  ['0 1 1', 'measures.answerUnknown'],
])('OSSS-3 %s is %s', (line, wanted) => expect(total('osss3', line)).toBe(wanted))

test.each([
  ['0 0 0 0 0', '0 poor'],
  ['5 5 5 5 5', '100 good'],
  ['1 1 1 2 2', '28 poor'],
  ['2 2 2 3 3', '48 poor'],
  ['2 2 3 3 3', '52 good'],
  ['5 5 5 5 -', 'none'],
  ['6 0 0 0 0', 'measures.answerUnknown'],
])('WHO-5 %s is %s', (line, wanted) => expect(total('who5', line)).toBe(wanted))

describe('De Jong Gierveld 6', () => {
  test.each([
    ['no no no yes yes yes', '0 not', '0 not', '0 not'],
    ['yes no no yes yes yes', '1 not', '1 lonely', '0 not'],
    // "more or less" is lonely on both sides
    ['moreOrLess no no moreOrLess yes yes', '2 moderate', '1 lonely', '1 lonely'],
    ['yes yes no no no yes', '4 moderate', '2 lonely', '2 lonely'],
    ['yes yes yes no no yes', '5 severe', '3 lonely', '2 lonely'],
    ['yes yes yes no no no', '6 severe', '3 lonely', '3 lonely'],
    // one is missing: the total holds, the part it belongs to does not
    ['- yes yes no no no', '5 severe', 'none', '3 lonely'],
    ['no no no yes yes -', '0 not', '0 not', 'none'],
    ['- yes yes no no -', 'none', 'none', 'none'],
    ['- - yes no no no', 'none', 'none', '3 lonely'],
  ])('%s', (line, whole, emotional, social) => expect(read('djg6', line)).toEqual({ total: whole, emotional, social }))
})

describe('MSPSS', () => {
  test.each([
    ['1 1 1 1 1 1 1 1 1 1 1 1', '1 low'],
    ['7 7 7 7 7 7 7 7 7 7 7 7', '7 high'],
    ['3 3 3 3 3 3 3 3 3 3 3 2', '2.92 low'],
    ['3 3 3 3 3 3 3 3 3 3 3 3', '3 moderate'],
    ['5 5 5 5 5 5 5 5 5 5 5 5', '5 moderate'],
    ['5 5 5 5 5 5 5 5 5 5 5 6', '5.08 high'],
    ['5 5 5 5 5 5 5 5 5 5 5 -', 'none'],
  ])('%s is %s', (line, wanted) => expect(total('mspss', line)).toBe(wanted))
  test('each part is the mean of its own four items', () =>
    expect(read('mspss', '1 1 7 7 1 4 4 7 4 1 7 4')).toEqual({
      total: '4 moderate',
      other: '1 low',
      family: '7 high',
      friends: '4 moderate',
    }))
  test('a part is read even when another is not complete', () =>
    expect(read('mspss', '1 1 7 7 1 - 4 7 4 1 7 4')).toEqual({
      total: 'none',
      other: '1 low',
      family: '7 high',
      friends: 'none',
    }))
})

test.each([
  ['1 1 1 1 1 1 1 1 1 1', '10'],
  ['4 4 4 4 4 4 4 4 4 4', '40'],
  ['1 2 3 4 1 2 3 4 1 2', '23'],
  ['1 2 3 4 1 2 3 4 1 -', 'none'],
])('GSE %s is %s, and nobody published a cut-off', (line, wanted) => expect(total('gse', line)).toBe(wanted))

describe('EU-SILC 13', () => {
  const lacking = (count: number, rest: string): string =>
    [...Array(count).fill('cannotAfford'), ...Array(13 - count).fill(rest)].join(' ')
  test.each([
    [lacking(0, 'has'), '0 none'],
    [lacking(4, 'has'), '4 none'],
    [lacking(5, 'has'), '5 deprived'],
    [lacking(6, 'has'), '6 deprived'],
    [lacking(7, 'has'), '7 severe'],
    [lacking(13, 'has'), '13 severe'],
    // who does not want a thing, or lacks it for another reason, is not deprived of it
    [lacking(4, 'other'), '4 none'],
    [lacking(0, 'other'), '0 none'],
    [lacking(4, '-'), 'none'],
  ])('%s is %s', (line, wanted) => expect(total('eusilc13', line)).toBe(wanted))
})

test.each([
  ['1 5 1 5 1 5', '1 low'],
  ['5 1 5 1 5 1', '5 high'],
  ['3 3 3 3 3 3', '3 normal'],
  ['3 3 3 3 3 4', '2.83 low'],
  ['4 2 4 2 4 1', '4.17 normal'],
  ['4 2 4 1 4 1', '4.33 high'],
  ['5 - - - - -', '5 high'],
  ['- - - - - -', 'none'],
])('BRS %s is %s: the second, fourth and sixth are turned round', (line, wanted) =>
  expect(total('brs', line)).toBe(wanted),
)

test.each([
  ['2 2 2 2 2 1', '11 risk', '6 fine', '5 marginal'],
  ['2 2 2 2 2 2', '12 fine', '6 fine', '6 fine'],
  ['5 5 5 5 5 5', '30 fine', '15 fine', '15 fine'],
])('LSNS-6 %s', (line, whole, family, friends) =>
  expect(read('lsns6', line)).toEqual({ total: whole, family, friends }),
)

test.each([
  ['osss3', 3, 14],
  ['who5', 0, 100],
  ['djg6', 0, 6],
  ['mspss', 1, 7],
  ['gse', 10, 40],
  ['eusilc13', 0, 13],
  ['brs', 1, 5],
  ['lsns6', 0, 30],
])('%s goes from %i to %i', (code, min, max) => {
  const one = known(code)
  const [first] = one.scores
  expect(first && rangeOf(one, first)).toEqual({ min, max })
})

describe('every definition', () => {
  test.each(instruments.map((one) => [one.code, one] as const))('%s hangs together', (_, one) => {
    const items = one.items.map(({ code }) => code)
    expect(new Set(items).size).toBe(items.length)
    expect(one.items.filter(({ answers }) => !(answers in one.answers))).toEqual([])
    expect(one.scores.flatMap((score) => score.items).filter((item) => !items.includes(item))).toEqual([])
    for (const rule of one.scores)
      if (rule.bands.length > 0) expect(rule.bands[0]?.from).toBeLessThanOrEqual(rangeOf(one, rule).min)
  })
  test('is there once per version, and those that may not ship do not', () => {
    const names = instruments.map(({ code, version }) => `${code} ${version}`)
    expect(new Set(names).size).toBe(names.length)
    expect(instruments.filter(({ code }) => /ucla|cdrisc|rs14|star|wemwbs/.test(code))).toEqual([])
  })
  test('has texts of its own only where the licence allows', () =>
    expect(instruments.filter(({ texts }) => Object.keys(texts).length > 0).map(({ code }) => code)).toEqual([
      'osss3',
      'eusilc13',
      'ladder',
    ]))
  test('that ships switched off says why', () =>
    expect(instruments.filter(({ off }) => off).map(({ code }) => code)).toEqual(['brs', 'lsns6']))
})

test('an item that is not of the instrument is refused', () => {
  const found = scoresOf(known('osss3'), { '4': '1' })
  expect(found.ok ? '' : found.refusal.code).toBe('measures.itemUnknown')
})
