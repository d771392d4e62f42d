/** One cell of a table that adds up to its total; `count` in people. */
export type Cell = { readonly key: string; readonly count: number }

/** What may be shown of a cell: its count, or that it is hidden. */
export type Shown = { readonly key: string; readonly count: number | null }
export type ShownTable = { readonly total: number | null; readonly cells: readonly Shown[] }

const small = (count: number, least: number): boolean => count > 0 && count < least

/**
 * Hides small cells, and as many others as are needed so that nobody can find them by subtraction from the total.
 *
 * Primary: a count from 1 to `least` - 1 is hidden (field notes §7: fewer than 5 in any figure that leaves the district).
 * Complementary: while exactly one cell is hidden, or the hidden ones together stay under `least`, the smallest of the
 * shown ones (zeros too, when nothing else is left) is hidden as well. When that is not enough the total is hidden.
 * A table without a total to subtract from has no complementary step: pass `totalShown: false`.
 */
export const suppress = (cells: readonly Cell[], least: number, totalShown = true): ShownTable => {
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  const hidden = new Set(cells.filter(({ count }) => small(count, least)).map(({ key }) => key))
  const sumHidden = (): number => cells.reduce((sum, { key, count }) => (hidden.has(key) ? sum + count : sum), 0)
  const isWeak = (): boolean => hidden.size > 0 && (hidden.size === 1 || sumHidden() < least)
  const spare = cells.filter(({ key }) => !hidden.has(key)).sort((one, other) => costOf(one) - costOf(other))
  if (totalShown) for (const next of spare) if (isWeak()) hidden.add(next.key)
  return {
    total: !totalShown || small(total, least) || isWeak() ? null : total,
    cells: cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
  }
}

/** Small counts are given up first; zeros last, since hiding one protects little. */
const costOf = ({ count }: Cell): number => (count === 0 ? Number.POSITIVE_INFINITY : count)
