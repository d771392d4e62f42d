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

/** Cells that are hidden for a reason that does not stand in their own table. */
export type Forced = (table: string, key: string) => boolean
const nothingForced: Forced = () => false

type Hiding = { readonly least: number; readonly forced: Forced }

const shownScalar = ({ code, value, n }: RawFigures['scalars'][number], { least, forced }: Hiding): Scalar => {
  const hidden = isFew(n, least) || (headCounts.includes(code) && isFew(value, least)) || forced('scalar', code)
  return hidden ? { code, value: null, n: null, hidden } : { code, value: real(value), n, hidden }
}

type Cell = { readonly key: string; readonly count: number; readonly people: number }

/** A row is small when few ties or few people stand behind it; what would give it away goes with it. */
const hiddenRows = (
  code: string,
  rows: readonly Cell[],
  { least, forced }: Hiding,
): ReadonlyMap<string, number | null> => {
  const cells = rows.map(({ key, count, people }) => ({
    key,
    count: isFew(people, least) ? Math.min(count, people) : count,
  }))
  const shown = suppress(cells, least)
  const hidden = new Set(
    shown.cells.filter(({ key, count }) => count === null || forced(code, key)).map(({ key }) => key),
  )
  const sum = (): number => cells.reduce((all, { key, count }) => (hidden.has(key) ? all + count : all), 0)
  const isWeak = (): boolean => hidden.size > 0 && (hidden.size === 1 || sum() < least)
  for (const next of [...cells].sort((a, b) => a.count - b.count)) if (isWeak()) hidden.add(next.key)
  return new Map(rows.map(({ key, count }) => [key, hidden.has(key) ? null : count]))
}

const shownTable = ({ code, rows }: RawTable, hiding: Hiding): CountTable => {
  const { least } = hiding
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const shown = hiddenRows(code, rows, hiding)
  const few = total > 0 && rows.every(({ count, people }) => count === 0 || people < least)
  return {
    code,
    rows: rows.map(({ key }) => ({ key, count: shown.get(key) ?? null })),
    total: isFew(total, least) || few ? null : total,
  }
}

/** The cells of one half, named by their two groups. */
export const halfOf = ({ keys, cells, people }: RawMixing): Cell[] =>
  cells.flatMap((count, cell) => {
    const [row, column] = [Math.floor(cell / keys.length), cell % keys.length]
    return row <= column ? [{ key: `${keys[row]} ${keys[column]}`, count, people: people[cell] ?? 0 }] : []
  })

const shownMixing = (mixing: RawMixing, hiding: Hiding): Mixing => {
  const { code, keys, cells, unknown } = mixing
  const shown = hiddenRows(`mixing ${code}`, halfOf(mixing), hiding)
  const keyOf = (cell: number): string => {
    const [row, column] = [Math.floor(cell / keys.length), cell % keys.length]
    return row <= column ? `${keys[row]} ${keys[column]}` : `${keys[column]} ${keys[row]}`
  }
  return {
    code,
    keys: [...keys],
    cells: cells.map((_, cell) => shown.get(keyOf(cell)) ?? null),
    unknown: isFew(unknown, hiding.least) ? null : unknown,
  }
}

const isFewOf = ({ n, people }: { n: number; people: number }, least: number): boolean =>
  isFew(n, least) || isFew(people, least)

const shownSurvival = (one: RawFigures['survival'][number], { least, forced }: Hiding): Survival => {
  if (isFewOf(one, least) || forced('survival', one.origin))
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

type ChangeKind = ChangeGroup['kind']

const changeTable = (kind: ChangeKind, key: string): string => `change ${kind} ${key}`

/** Groups of one kind add up to everybody, row by row: where one is hidden, so is the smallest of the others. */
const fewGroups = (groups: RawFigures['change'], least: number): ReadonlySet<string> => {
  const codes = new Set(groups.flatMap(({ rows }) => rows.map(({ code }) => code)))
  const hidden = [...codes].flatMap((code) => {
    const cells = groups.map(({ key, rows }) => ({ key, count: rows.find((row) => row.code === code)?.n ?? 0 }))
    return suppress(cells, least).cells.flatMap(({ key, count }) => (count === null ? [`${key} ${code}`] : []))
  })
  return new Set(hidden)
}

const shownGroups = (groups: RawFigures['change'], { least, forced }: Hiding): ChangeGroup[] => {
  const kinds: readonly ChangeKind[] = ['all', 'district', 'pactKind']
  return kinds.flatMap((kind) => {
    const own = groups.filter((group) => group.kind === kind)
    const few = kind === 'all' ? new Set<string>() : fewGroups(own, least)
    return own.map(({ key, rows }) => ({
      kind,
      key,
      rows: rows.map((row) =>
        few.has(`${key} ${row.code}`) || forced(changeTable(kind, key), row.code)
          ? { code: row.code, ...noChange }
          : shownChange(row, least),
      ),
    }))
  })
}

const untold: Figures = { people: null, scalars: [], tables: [], mixing: [], survival: [], change: [] }

/**
 * What a reader may see. `least` is the smallest number of people that may be told of (decisions/0008), 0 for whoever works in the
 * district with every case. Of fewer people than that nothing is told at all.
 */
export const shownFigures = (raw: RawFigures, least: number, forced: Forced = nothingForced): Figures => {
  if (isFew(raw.people, least)) return untold
  const hiding = { least, forced }
  return {
    people: raw.people,
    scalars: raw.scalars.map((one) => shownScalar(one, hiding)),
    tables: raw.tables.map((one) => shownTable(one, hiding)),
    mixing: raw.mixing.map((one) => shownMixing(one, hiding)),
    survival: raw.survival.map((one) => shownSurvival(one, hiding)),
    change: shownGroups(raw.change, hiding),
  }
}

type Part = { readonly table: string; readonly cells: readonly Cell[] }

/**
 * Every number by which a part can be found from the whole and the other parts: tables, halves of mixing matrices, and whatever is told
 * with how many it rests on (a mean gives its sum away).
 */
const addable = ({ tables, mixing, scalars, survival, change }: RawFigures): Part[] => [
  ...tables.map(({ code, rows }) => ({ table: code, cells: rows })),
  ...mixing.map((one) => ({ table: `mixing ${one.code}`, cells: halfOf(one) })),
  {
    table: 'scalar',
    cells: scalars.map(({ code, value, n }) => ({
      key: code,
      count: headCounts.includes(code) ? value : n,
      people: n,
    })),
  },
  { table: 'survival', cells: survival.map(({ origin, n, people }) => ({ key: origin, count: n, people })) },
  ...change.map(({ kind, key, rows }) => ({
    table: changeTable(kind, key),
    cells: rows.map(({ code, n }) => ({ key: code, count: n, people: n })),
  })),
]

/** Cells that a part hides by itself, by table and key. */
const hiddenIn = (raw: RawFigures, least: number): ReadonlySet<string> => {
  const hiding = { least, forced: nothingForced }
  const rows = [
    ...raw.tables.map(({ code, rows }) => ({ table: code, cells: rows })),
    ...raw.mixing.map((one) => ({ table: `mixing ${one.code}`, cells: halfOf(one) })),
  ].flatMap(({ table, cells }) =>
    [...hiddenRows(table, cells, hiding)].flatMap(([key, count]) => (count === null ? [`${table} ${key}`] : [])),
  )
  const scalars = raw.scalars.map((one) => shownScalar(one, hiding)).filter(({ hidden }) => hidden)
  const survival = raw.survival.filter((one) => isFewOf(one, least))
  const change = shownGroups(raw.change, hiding).flatMap((group) =>
    group.rows.filter(({ hidden }) => hidden).map(({ code }) => `${changeTable(group.kind, group.key)} ${code}`),
  )
  return new Set([
    ...rows,
    ...scalars.map(({ code }) => `scalar ${code}`),
    ...survival.map(({ origin }) => `survival ${origin}`),
    ...change,
  ])
}

/** Districts of which nothing is told: too few people, or needed so that those cannot be found by subtraction. */
export const untoldParts = (parts: ReadonlyMap<string, RawFigures>, least: number): ReadonlySet<string> => {
  const cells = [...parts].map(([key, { people }]) => ({ key, count: people }))
  return new Set(suppress(cells, least).cells.flatMap(({ key, count }) => (count === null ? [key] : [])))
}

/** Figures of one district for a reader who may ask for the others and for their sum too. */
export const shownPart = (
  parts: ReadonlyMap<string, RawFigures>,
  { id, least }: { id: string; least: number },
): Figures => {
  const raw = parts.get(id)
  return raw && !untoldParts(parts, least).has(id) ? shownFigures(raw, least) : untold
}

/**
 * Figures of a whole for a reader who may ask for each of its districts: a cell that one district alone hides, or that is small in all the
 * districts that hide it, is hidden in the whole, where it could be found by subtraction.
 */
export const shownWhole = (raw: RawFigures, parts: ReadonlyMap<string, RawFigures>, least: number): Figures => {
  const untoldOnes = untoldParts(parts, least)
  const hidden = new Map<string, { parts: number; count: number }>()
  for (const [id, part] of parts) {
    const hiddenHere = hiddenIn(part, least)
    for (const { table, cells } of addable(part))
      for (const { key, count } of cells) {
        const name = `${table} ${key}`
        if (!untoldOnes.has(id) && !hiddenHere.has(name)) continue
        const before = hidden.get(name) ?? { parts: 0, count: 0 }
        hidden.set(name, { parts: before.parts + 1, count: before.count + count })
      }
  }
  const forced: Forced = (table, key) => {
    const found = hidden.get(`${table} ${key}`)
    return found !== undefined && (found.parts === 1 || isFew(found.count, least))
  }
  return shownFigures(raw, least, forced)
}
