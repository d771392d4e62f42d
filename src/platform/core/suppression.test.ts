import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, type ShownTable, suppress } from './suppression.ts'

const cells = (...counts: number[]): Cell[] => counts.map((count, at) => ({ key: `c${at}`, count }))
const shown = ({ total, cells: all }: ShownTable): (number | null)[] => [total, ...all.map(({ count }) => count)]

test.each([
  ['nothing is small, nothing is hidden', [5, 9, 0], [14, 5, 9, 0]],
  ['one small cell takes the next smallest with it', [3, 20, 9, 0], [32, null, 20, null, 0]],
  ['two small cells that together say too much take a third', [1, 2, 9, 30], [42, null, null, null, 30]],
  ['two small cells that are enough together stay alone', [3, 4, 9, 30], [46, null, null, 9, 30]],
  ['a small cell with nothing but zeros beside it hides the total', [3, 0, 0], [null, null, null, null]],
  ['a table of one small cell shows nothing', [2], [null, null]],
  ['an empty table shows its zero', [], [0]],
])('%s', (_name, counts, expected) => expect(shown(suppress(cells(...counts), 5))).toEqual(expected))

test('without a total to subtract from, only the small ones are hidden', () =>
  expect(shown(suppress(cells(3, 20, 9), 5, false))).toEqual([null, null, 20, 9]))

const counts = fc.array(fc.nat(60), { maxLength: 12 })

test('no small count is ever shown, nor found by subtraction', () =>
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 10 }), (all, least) => {
      const table = suppress(cells(...all), least)
      for (const { count } of table.cells) expect(count === null || count === 0 || count >= least).toBe(true)
      const hidden = table.cells.filter(({ count }) => count === null)
      if (table.total === null || hidden.length === 0) return
      const rest = table.total - table.cells.reduce((sum, { count }) => sum + (count ?? 0), 0)
      expect(hidden.length).toBeGreaterThan(1)
      expect(rest).toBeGreaterThanOrEqual(least)
    }),
  ))

test('what is shown is true', () =>
  fc.assert(
    fc.property(counts, (all) => {
      const given = cells(...all)
      const table = suppress(given, 5)
      for (const [at, { count }] of table.cells.entries()) if (count !== null) expect(count).toBe(given[at]?.count)
      if (table.total !== null) expect(table.total).toBe(all.reduce((sum, one) => sum + one, 0))
    }),
  ))
