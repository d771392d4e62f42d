import { suppress } from '../../platform/core/suppression.ts'
import type { RawMixing, RawTable } from './figures.raw.ts'
import type { Change, ChangeGroup, CountTable, Figures, Mixing, Scalar, Survival } from './figures.schema.ts'
import type { RawFigures } from './figures.ts'

/** A number as it travels: what does not exist is null. */
const real = (value: number | null): number | null => (value === null || Number.isNaN(value) ? null : value)

const isFew = (count: number, least: number): boolean => count > 0 && count < least

/** Counts that are people or ties themselves: small values are hidden too, not only values that rest on few. */
const headCounts = [
  'ties',
  'young',
  'apart',
  'socialProfit',
  'bridges',
  'linchpins',
  'mostCut',
  'kCore',
  'largestCommunity',
]

const shownScalar = ({ code, value, n }: RawFigures['scalars'][number], least: number): Scalar => {
  const hidden = isFew(n, least) || (headCounts.includes(code) && isFew(value, least))
  return hidden ? { code, value: null, n: null, hidden } : { code, value: real(value), n, hidden }
}

/** A row is small when few ties or few people stand behind it; what would give it away goes with it. */
const hiddenRows = (
  rows: readonly { key: string; count: number; people: number }[],
  least: number,
): ReadonlyMap<string, number | null> => {
  const cells = rows.map(({ key, count, people }) => ({
    key,
    count: isFew(people, least) ? Math.min(count, people) : count,
  }))
  const shown = suppress(cells, least)
  const real = new Map(rows.map(({ key, count }) => [key, count]))
  return new Map(shown.cells.map(({ key, count }) => [key, count === null ? null : (real.get(key) ?? null)]))
}

const shownTable = ({ code, rows }: RawTable, least: number): CountTable => {
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const shown = hiddenRows(rows, least)
  const few =
    rows.some(({ people, count }) => count > 0 && people < least) &&
    rows.every(({ count, people }) => count === 0 || people < least)
  return {
    code,
    rows: rows.map(({ key }) => ({ key, count: shown.get(key) ?? null })),
    total: isFew(total, least) || few ? null : total,
  }
}

const shownMixing = ({ code, keys, cells, people, unknown }: RawMixing, least: number): Mixing => {
  const width = keys.length
  const upper = cells.flatMap((count, cell) => {
    const [row, column] = [Math.floor(cell / width), cell % width]
    return row <= column ? [{ key: `${row} ${column}`, count, people: people[cell] ?? 0 }] : []
  })
  const shown = hiddenRows(upper, least)
  const keyOf = (cell: number): string => {
    const [row, column] = [Math.floor(cell / width), cell % width]
    return row <= column ? `${row} ${column}` : `${column} ${row}`
  }
  return {
    code,
    keys: [...keys],
    cells: cells.map((_, cell) => shown.get(keyOf(cell)) ?? null),
    unknown: isFew(unknown, least) ? null : unknown,
  }
}

const shownSurvival = (one: RawFigures['survival'][number], least: number): Survival => {
  if (isFew(one.n, least) || isFew(one.people, least))
    return { origin: one.origin, n: null, ended: null, median: null, hidden: true, steps: [] }
  return {
    origin: one.origin,
    n: one.n,
    ended: isFew(one.ended, least) ? null : one.ended,
    median: real(one.median),
    hidden: false,
    steps: one.steps
      .filter(({ atRisk }) => !isFew(atRisk, least))
      .map(({ low, high, ...step }) => ({ ...step, low: real(low), high: real(high) })),
  }
}

const noChange = {
  n: null,
  missing: null,
  before: null,
  after: null,
  change: null,
  low: null,
  high: null,
  hidden: true,
}

const shownChange = (row: RawFigures['change'][number]['rows'][number], least: number): Change =>
  isFew(row.n, least)
    ? { code: row.code, ...noChange }
    : {
        code: row.code,
        n: row.n,
        missing: isFew(row.missing, least) ? null : row.missing,
        before: real(row.before),
        after: real(row.after),
        change: real(row.change),
        low: real(row.low),
        high: real(row.high),
        hidden: false,
      }

/** Groups of one kind add up to everybody: when one is hidden, so is the smallest of the others. */
const shownGroups = (groups: RawFigures['change'], least: number): ChangeGroup[] => {
  const kinds = ['all', 'district', 'pactKind'] as const
  return kinds.flatMap((kind) => {
    const own = groups.filter((group) => group.kind === kind)
    const cells = own.map(({ key, rows }) => ({ key, count: Math.max(0, ...rows.map(({ n }) => n)) }))
    const shown = new Map(suppress(cells, least).cells.map(({ key, count }) => [key, count]))
    return own.map(({ key, rows }) => ({
      kind,
      key,
      rows: rows.map((row) =>
        shown.get(key) === null && kind !== 'all' ? { code: row.code, ...noChange } : shownChange(row, least),
      ),
    }))
  })
}

/**
 * What a reader may see. `least` is the smallest number of people that may be told of (decisions/0008), 0 for whoever works in the
 * district with every case. Of fewer people than that nothing is told at all.
 */
export const shownFigures = (raw: RawFigures, least: number): Figures => {
  if (isFew(raw.people, least)) return { people: null, scalars: [], tables: [], mixing: [], survival: [], change: [] }
  return {
    people: raw.people,
    scalars: raw.scalars.map((one) => shownScalar(one, least)),
    tables: raw.tables.map((one) => shownTable(one, least)),
    mixing: raw.mixing.map((one) => shownMixing(one, least)),
    survival: raw.survival.map((one) => shownSurvival(one, least)),
    change: shownGroups(raw.change, least),
  }
}
