import { asUndirected, type Graph } from './graph.ts'

/** A category for every node: 0 .. count - 1, or -1 where it is not known. Unknowns are left out of every measure, and counted. */
export type Groups = { readonly of: Int32Array; readonly count: number }

/**
 * Blau's heterogeneity of head-counts: 1 - sum of squared shares, the chance that two drawn with replacement differ.
 * Range 0 – 1 - 1 / categories; NaN when nobody counts. Blau 1977, Inequality and Heterogeneity (also Gini–Simpson).
 */
export function blau(counts: ArrayLike<number>): number {
  let total = 0
  let squares = 0
  for (let g = 0; g < counts.length; g++) {
    total += counts[g]
    squares += counts[g] * counts[g]
  }
  return total === 0 ? Number.NaN : 1 - squares / (total * total)
}

/** Blau over its largest value for that many categories (index of qualitative variation). Range 0–1; NaN below two. Agresti & Agresti 1978. */
export function normalisedBlau(counts: ArrayLike<number>): number {
  return counts.length < 2 ? Number.NaN : blau(counts) / (1 - 1 / counts.length)
}

/** Blau's heterogeneity among each node's alters (out-alters when directed). Range 0 – 1 - 1 / categories; NaN without known alters. */
export function alterHeterogeneity({ size, offsets, targets }: Graph, groups: Groups): Float64Array {
  const heterogeneity = new Float64Array(size)
  const counts = new Int32Array(groups.count)
  for (let v = 0; v < size; v++) {
    counts.fill(0)
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const group = groups.of[targets[e]]
      if (group >= 0) counts[group]++
    }
    heterogeneity[v] = blau(counts)
  }
  return heterogeneity
}

/** Ties within and across groups; `unknown` have an end whose group is not known. `index` is NaN when no tie counts. */
export type EiIndex = {
  readonly index: number
  readonly external: number
  readonly internal: number
  readonly unknown: number
}

/**
 * E-I index: (E - I) / (E + I), E ties across groups, I ties within. Range -1 (all within: bonding) – 1 (all across: bridging).
 * Krackhardt & Stern 1988, Social Psychology Quarterly 51(2).
 */
export function eiIndex(graph: Graph, groups: Groups): EiIndex {
  const { external, internal, unknown } = tally(graph, groups)
  const half = graph.directed ? 1 : 2
  const across = sum(external) / half
  const within = sum(internal) / half
  return { index: ratio(across, within), external: across, internal: within, unknown: sum(unknown) / half }
}

/** The E-I index of each node over its own ties (both directions added). Range -1 – 1; NaN without known ties. */
export function nodeEiIndex(graph: Graph, groups: Groups): Float64Array {
  const { external, internal } = tally(asUndirected(graph), groups)
  return external.map((across, v) => ratio(across, internal[v]))
}

/** The E-I index of each group over the ties of its members (both directions added). Range -1 – 1; NaN without known ties. */
export function groupEiIndex(graph: Graph, groups: Groups): Float64Array {
  const { external, internal } = tally(asUndirected(graph), groups)
  const across = new Float64Array(groups.count)
  const within = new Float64Array(groups.count)
  for (let v = 0; v < graph.size; v++) {
    const group = groups.of[v]
    if (group < 0) continue
    across[group] += external[v]
    within[group] += internal[v] / 2
  }
  return across.map((value, group) => ratio(value, within[group]))
}

/**
 * Mixing matrix, row-major: cell (a, b) counts the arcs from group a to group b; an undirected tie counts in (a, b) and in (b, a), so twice
 * on the diagonal. `weighted` sums weights instead. Newman 2003, Physical Review E 67, 026126.
 */
export function mixingMatrix(graph: Graph, groups: Groups, weighted = false): Float64Array {
  const { size, offsets, targets, weights } = graph
  const cells = new Float64Array(groups.count * groups.count)
  for (let v = 0; v < size; v++) {
    const row = groups.of[v]
    if (row < 0) continue
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const column = groups.of[targets[e]]
      if (column >= 0) cells[row * groups.count + column] += weighted && weights !== null ? weights[e] : 1
    }
  }
  return cells
}

/**
 * Assortativity by group: (sum of e(a,a) - sum of a(a) b(a)) / (1 - sum of a(a) b(a)), with e the mixing matrix as shares and a, b its margins.
 * Range -1 – 1: 1 when ties stay within groups, 0 as if by chance; NaN when all known ends are of one group. Newman 2003.
 */
export function assortativity(matrix: Float64Array, count: number): number {
  const total = sum(matrix)
  let within = 0
  let expected = 0
  for (let g = 0; g < count; g++) {
    let row = 0
    let column = 0
    for (let h = 0; h < count; h++) {
      row += matrix[g * count + h]
      column += matrix[h * count + g]
    }
    within += matrix[g * count + g] / total
    expected += (row / total) * (column / total)
  }
  return Math.abs(1 - expected) < 1e-12 ? Number.NaN : (within - expected) / (1 - expected)
}

/**
 * Assortativity by number (age, degree): Pearson's correlation over the arcs of the value at the start and at the end; an undirected tie
 * counts both ways; ties with a NaN end are left out. Range -1 – 1; NaN when values do not vary. Newman 2002, Physical Review Letters 89, 208701.
 */
export function valueAssortativity(
  { size, offsets, targets }: Graph,
  atStart: ArrayLike<number>,
  atEnd: ArrayLike<number> = atStart,
): number {
  let n = 0
  let meanX = 0
  let meanY = 0
  let xx = 0
  let yy = 0
  let xy = 0
  for (let v = 0; v < size; v++) {
    const x = atStart[v]
    if (Number.isNaN(x)) continue
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const y = atEnd[targets[e]]
      if (Number.isNaN(y)) continue
      n++
      const dx = x - meanX
      const dy = y - meanY
      meanX += dx / n
      meanY += dy / n
      xx += dx * (x - meanX)
      yy += dy * (y - meanY)
      xy += dx * (y - meanY)
    }
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy)
}

type Tally = { external: Float64Array; internal: Float64Array; unknown: Float64Array }

function tally({ size, offsets, targets }: Graph, groups: Groups): Tally {
  const external = new Float64Array(size)
  const internal = new Float64Array(size)
  const unknown = new Float64Array(size)
  for (let v = 0; v < size; v++) {
    const own = groups.of[v]
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const other = groups.of[targets[e]]
      if (own < 0 || other < 0) unknown[v]++
      else if (own === other) internal[v]++
      else external[v]++
    }
  }
  return { external, internal, unknown }
}

function ratio(across: number, within: number): number {
  return across + within === 0 ? Number.NaN : (across - within) / (across + within)
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
