import { expect, test } from 'vitest'
import { shownFigures, shownPart, shownWhole } from './figures.hide.ts'
import type { RawFigures } from './figures.ts'

const nothing: RawFigures = { people: 0, scalars: [], tables: [], mixing: [], survival: [], change: [] }
const counted = (people: number, rows: Record<string, number>, more: Partial<RawFigures> = {}): RawFigures => ({
  ...nothing,
  people,
  tables: [{ code: 'degree', rows: Object.entries(rows).map(([key, count]) => ({ key, count, people: count })) }],
  ...more,
})
const rowsOf = ({ tables }: { tables: { rows: { count: number | null }[] }[] }) =>
  tables[0]?.rows.map(({ count }) => count)

test('whoever works there sees every number; others none that is small, nor what would give it away', () => {
  const raw = counted(40, { alone: 2, few: 8, many: 30 })
  expect(rowsOf(shownFigures(raw, 0))).toEqual([2, 8, 30])
  expect(rowsOf(shownFigures(raw, 5))).toEqual([null, null, 30])
})

test('many ties of few people are few', () => {
  const raw = counted(
    40,
    {},
    {
      tables: [
        {
          code: 'born',
          rows: [
            { key: 'lab', count: 9, people: 1 },
            { key: 'pact', count: 30, people: 20 },
            { key: 'before', count: 50, people: 30 },
          ],
        },
      ],
    },
  )
  expect(rowsOf(shownFigures(raw, 5))).toEqual([null, null, 50])
})

test('a measure that rests on fewer people than may be told of is hidden, and so is a small head-count', () => {
  const scalars = [
    { code: 'density', value: 0.4, n: 3 },
    { code: 'density', value: 0.4, n: 5 },
    { code: 'linchpins', value: 2, n: 40 },
    { code: 'linchpins', value: 0, n: 40 },
  ]
  expect(shownFigures(counted(40, {}, { scalars }), 5).scalars.map(({ hidden }) => hidden)).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('a matrix is the same both ways, and its small cells go from both sides', () => {
  const mixing = [{ code: 'age', keys: ['a', 'b'], cells: [12, 3, 3, 40], people: [10, 4, 0, 30], unknown: 2 }]
  const [shown] = shownFigures(counted(60, {}, { mixing }), 5).mixing
  expect([shown?.cells, shown?.unknown]).toEqual([[null, null, null, 40], null])
})

const districts = new Map([
  ['crema', counted(40, { alone: 2, few: 8, many: 30 })],
  ['cremona', counted(60, { alone: 10, few: 20, many: 30 })],
  ['casalasco', counted(50, { alone: 10, few: 10, many: 30 })],
])
const whole = counted(150, { alone: 22, few: 38, many: 90 })

test('what one district hides cannot be found by subtracting the others from the whole', () => {
  expect(rowsOf(shownPart(districts, { id: 'crema', least: 5 }))).toEqual([null, null, 30])
  expect(rowsOf(shownPart(districts, { id: 'cremona', least: 5 }))).toEqual([10, 20, 30])
  expect(rowsOf(shownWhole(whole, districts, 5))).toEqual([null, null, 90])
})

test('a district of too few people takes another with it, so that the whole does not tell of it', () => {
  const few = new Map([...districts, ['casalasco', counted(3, { alone: 1, few: 1, many: 1 })]])
  expect(shownPart(few, { id: 'casalasco', least: 5 }).people).toBeNull()
  expect(shownPart(few, { id: 'crema', least: 5 }).people).toBeNull()
  expect(shownPart(few, { id: 'cremona', least: 5 }).people).toBe(60)
})

test('groups of before and after that are small are hidden, and so is the one that would tell of them', () => {
  const row = (n: number) => ({ code: 'size' as const, n, missing: 1, before: 1, after: 2, change: 1, low: 0, high: 2 })
  const change = [
    { kind: 'all' as const, key: '', rows: [row(43)] },
    { kind: 'district' as const, key: 'a', rows: [row(3)] },
    { kind: 'district' as const, key: 'b', rows: [row(10)] },
    { kind: 'district' as const, key: 'c', rows: [row(30)] },
  ]
  const shown = shownFigures(counted(60, {}, { change }), 5).change
  expect(shown.map(({ rows }) => rows[0]?.n)).toEqual([43, null, null, 30])
  expect(shown[0]?.rows[0]?.missing).toBeNull()
})

test('of one row alone too: what few answered is hidden, and the group that would tell of it', () => {
  const row = (code: 'size' | 'resources', n: number) => ({
    ...{ code, n, missing: 0, before: 1, after: 2, change: 1, low: 0, high: 2 },
  })
  const change = [
    { kind: 'all' as const, key: '', rows: [row('size', 43), row('resources', 28)] },
    { kind: 'district' as const, key: 'a', rows: [row('size', 13), row('resources', 3)] },
    { kind: 'district' as const, key: 'b', rows: [row('size', 30), row('resources', 25)] },
  ]
  const shown = shownFigures(counted(60, {}, { change }), 5).change
  expect(shown.map(({ rows }) => rows.map(({ n }) => n))).toEqual([
    [43, 28],
    [13, null],
    [30, null],
  ])
})

test('means, survival and before and after of a district that hides them are not in the whole, which would tell of them', () => {
  const told = (people: number, n: number): RawFigures =>
    counted(
      people,
      {},
      {
        scalars: [{ code: 'meanDegree', value: 2, n }],
        survival: [{ origin: 'pact', n, people: n, ended: 0, median: 12, steps: [] }],
        change: [
          {
            kind: 'all' as const,
            key: '',
            rows: [{ code: 'size' as const, n, missing: 0, before: 1, after: 2, change: 1, low: 0, high: 2 }],
          },
        ],
      },
    )
  const hiddenOf = ({ scalars, survival, change }: ReturnType<typeof shownFigures>) => [
    scalars[0]?.hidden,
    survival[0]?.hidden,
    change[0]?.rows[0]?.hidden,
  ]
  const parts = (n: number) =>
    new Map([
      ['crema', told(20, n)],
      ['cremona', told(60, 30)],
    ])
  expect(hiddenOf(shownWhole(told(80, 33), parts(3), 5))).toEqual([true, true, true])
  expect(hiddenOf(shownWhole(told(80, 40), parts(10), 5))).toEqual([false, false, false])
})

test('a number that does not exist is told as such, not as zero', () => {
  const scalars = [{ code: 'modularity', value: Number.NaN, n: 40 }]
  expect(shownFigures(counted(40, {}, { scalars }), 5).scalars[0]).toMatchObject({ value: null, hidden: false })
})
