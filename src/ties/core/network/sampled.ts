import { type Dependencies, dependenciesFrom, type Lengths } from './betweenness.ts'
import { type Chance, everyNode, sampleOf } from './chance.ts'
import type { Graph } from './graph.ts'

/**
 * Betweenness estimated from some sources. `values` are on the scale of `betweenness`; `standardError` is each node's own;
 * `bound` holds for all nodes at once: with probability `confidence`, no estimate is further than `bound` from the exact value.
 */
export type SampledBetweenness = {
  readonly values: Float64Array
  readonly standardError: Float64Array
  readonly bound: number
  readonly sources: number
  readonly confidence: number
}

/**
 * Estimates betweenness from `sources` nodes drawn without replacement: n / k x the sum of their dependencies (Brandes & Pich 2007).
 * Exact, with bound 0, when every node is drawn. Range as `betweenness`.
 */
export function sampledBetweenness(
  graph: Graph,
  options: { sources: number; chance: Chance; confidence?: number; lengths?: Lengths },
): SampledBetweenness {
  const pivots = pivotsOf(graph.size, options.sources, options.chance)
  const found = dependenciesFrom(graph, pivots, { lengths: options.lengths ?? 'hops', squares: true })
  return estimated(graph, found, pivots.length, options.confidence)
}

/** The sources to ask, to be split among workers; all of them when the graph is no larger. */
export function pivotsOf(size: number, sources: number, chance: Chance): Int32Array {
  return sources >= size ? everyNode(size) : sampleOf(size, sources, chance)
}

/**
 * From added-up dependencies (with squares) of `sources` pivots to the estimate and its errors. The bound is Hoeffding's inequality
 * (1963, which holds without replacement) over all n nodes: a dependency lies in 0 – n - 2, hence n (n - 2) sqrt(ln(2 n / (1 - confidence)) / 2k).
 */
export function estimated(
  { size, directed }: Graph,
  { sum, squares }: Dependencies,
  sources: number,
  confidence = 0.95,
): SampledBetweenness {
  const half = directed ? 1 : 0.5
  const scale = (half * size) / sources
  const unseen = sources < size ? 1 - sources / size : 0
  const standardError = new Float64Array(size)
  for (let v = 0; v < size; v++) {
    const mean = sum[v] / sources
    const variance = squares === null ? Number.NaN : Math.max(0, squares[v] / sources - mean * mean)
    standardError[v] = half * size * Math.sqrt((variance * unseen) / Math.max(1, sources - 1))
  }
  const bound =
    unseen === 0 ? 0 : half * size * (size - 2) * Math.sqrt(Math.log((2 * size) / (1 - confidence)) / (2 * sources))
  return { values: sum.map((value) => value * scale), standardError, bound, sources, confidence }
}

/** How many sources keep the bound within `error`, a share of the largest possible betweenness: ln(2 n / (1 - confidence)) / (2 error²), at most n. */
export function sourcesFor(size: number, error: number, confidence = 0.95): number {
  if (size < 3) return size
  const scale = size / (size - 1)
  return Math.min(size, Math.ceil((scale * scale * Math.log((2 * size) / (1 - confidence))) / (2 * error * error)))
}
