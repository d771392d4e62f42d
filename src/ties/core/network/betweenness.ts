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

/**
 * Everything is kept by the place a node has in the breadth-first order, not by its number: both passes then read memory nearly in
 * sequence, and distances need not be stored, since a level is a range of places.
 */
function hopDependencies(graph: Graph, sources: Int32Array, total: Dependencies): void {
  const { size, offsets, targets } = graph
  const place = new Int32Array(size).fill(-1)
  const order = new Int32Array(size)
  const paths = new Float64Array(size)
  const share = new Float64Array(size)
  const steps = new Int32Array(targets.length)
  const stepsEnd = new Int32Array(size)
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]
    order[0] = source
    place[source] = 0
    paths[0] = 1
    let found = 1
    let level = 1
    let step = 0
    for (let i = 0; i < found; i++) {
      if (i === level) level = found
      const v = order[i]
      const ways = paths[i]
      for (let e = offsets[v], end = offsets[v + 1]; e < end; e++) {
        const w = targets[e]
        let at = place[w]
        if (at < 0) {
          at = found++
          place[w] = at
          order[at] = w
          paths[at] = ways
          steps[step++] = at
        } else if (at >= level) {
          paths[at] += ways
          steps[step++] = at
        }
      }
      stepsEnd[i] = step
    }
    gather({ order, paths, share, steps, stepsEnd, found, place }, total)
  }
}

type Walk = {
  order: Int32Array
  paths: Float64Array
  share: Float64Array
  steps: Int32Array
  stepsEnd: Int32Array
  found: number
  place: Int32Array
}

/** The way back: a node's dependency is paths(v) x sum over the next nodes w of (1 + dependency(w)) / paths(w). */
function gather({ order, paths, share, steps, stepsEnd, found, place }: Walk, { sum, squares }: Dependencies): void {
  for (let i = found - 1; i > 0; i--) {
    let ahead = 0
    for (let e = stepsEnd[i - 1], end = stepsEnd[i]; e < end; e++) ahead += share[steps[e]]
    const v = order[i]
    const dependency = ahead * paths[i]
    share[i] = ahead + 1 / paths[i]
    sum[v] += dependency
    if (squares !== null) squares[v] += dependency * dependency
    place[v] = -1
  }
  place[order[0]] = -1
}
