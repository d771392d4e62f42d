import { hopDependencies } from './betweenness.hops.ts'
import { everyNode } from './chance.ts'
import type { Graph } from './graph.ts'
import { weightedDependencies } from './shortest.ts'

/** What the sources of a shard gave: sums over them of each node's dependency, and of its square when asked. Shards are added node by node. */
export type Dependencies = { readonly sum: Float64Array; readonly squares: Float64Array | null }

/** How far apart a tie sets its ends: 'hops' counts 1 for every tie, 'weights' reads the graph's weights as lengths (low = close). */
export type Lengths = 'hops' | 'weights'

/**
 * Betweenness: for every pair of other nodes, the share of their shortest paths that pass through v, summed. Pairs are ordered when
 * directed. Range 0 – (n - 1)(n - 2) / 2, twice that when directed. Freeman 1977; computed exactly as in Brandes 2001 in O(nodes x ties).
 */
export function betweenness(graph: Graph, lengths: Lengths = 'hops'): Float64Array {
  const { sum } = dependenciesFrom(graph, everyNode(graph.size), { lengths })
  return graph.directed ? sum : sum.map((value) => value / 2)
}

/** Betweenness over its largest possible value, so that graphs of different size compare. Range 0–1; NaN below three nodes. Freeman 1979. */
export function normalisedBetweenness(graph: Graph, raw: Float64Array): Float64Array {
  const pairs = (graph.size - 1) * (graph.size - 2)
  const most = graph.size < 3 ? Number.NaN : graph.directed ? pairs : pairs / 2
  return raw.map((value) => value / most)
}

/**
 * One shard of Brandes: the dependencies of the given sources. Exact betweenness is the sum over all nodes (halved when undirected);
 * workers may take any split of the sources.
 */
export function dependenciesFrom(
  graph: Graph,
  sources: Int32Array,
  { lengths = 'hops', squares = false }: { lengths?: Lengths; squares?: boolean } = {},
): Dependencies {
  const total: Dependencies = {
    sum: new Float64Array(graph.size),
    squares: squares ? new Float64Array(graph.size) : null,
  }
  if (lengths === 'weights' && graph.weights !== null) weightedDependencies(graph, graph.weights, sources, total)
  else hopDependencies(graph, sources, total)
  return total
}
