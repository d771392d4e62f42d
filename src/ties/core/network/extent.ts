import type { Graph } from './graph.ts'
import { reversed } from './graph.ts'

/**
 * Density: ties that are, over ties that could be: m / (n (n - 1) / 2), or m / (n (n - 1)) when directed.
 * Range 0–1; NaN below two nodes. Wasserman & Faust 1994, §4.1.1 and §4.3.1.
 */
export function density({ size, ties, directed }: Graph): number {
  const pairs = size * (size - 1)
  return pairs === 0 ? Number.NaN : (directed ? ties : 2 * ties) / pairs
}

/** Degree: how many different alters each node has (out-alters when directed). Range 0 – n - 1. Freeman 1978. */
export function degrees({ size, offsets }: Graph): Int32Array {
  const degree = new Int32Array(size)
  for (let v = 0; v < size; v++) degree[v] = offsets[v + 1] - offsets[v]
  return degree
}

/** In-degree: how many different nodes point at each one; the degree when undirected. Range 0 – n - 1. Freeman 1978. */
export function inDegrees(graph: Graph): Int32Array {
  if (!graph.directed) return degrees(graph)
  const degree = new Int32Array(graph.size)
  for (let e = 0; e < graph.targets.length; e++) degree[graph.targets[e]]++
  return degree
}

/**
 * Strength: the summed weight of each node's ties (out-ties when directed), a tie with oneself twice (once when directed).
 * Range 0 – ∞. Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101(11).
 */
export function strengths({ size, offsets, weights, loops, directed }: Graph): Float64Array {
  const strength = new Float64Array(size)
  for (let v = 0; v < size; v++) {
    let sum = weights === null ? offsets[v + 1] - offsets[v] : 0
    if (weights !== null) for (let e = offsets[v]; e < offsets[v + 1]; e++) sum += weights[e]
    strength[v] = loops === null ? sum : sum + (directed ? loops[v] : 2 * loops[v])
  }
  return strength
}

/** Isolates: the nodes without any tie in either direction (one with oneself does not count), ascending. */
export function isolates(graph: Graph): Int32Array {
  const out = degrees(graph)
  const into = graph.directed ? inDegrees(graph) : out
  const found: number[] = []
  for (let v = 0; v < graph.size; v++) if (out[v] === 0 && into[v] === 0) found.push(v)
  return Int32Array.from(found)
}

/** Pairs of nodes by how they are tied: both ways, one way, not at all. They add up to n (n - 1) / 2. Holland & Leinhardt 1970. */
export type DyadCensus = { mutual: number; oneWay: number; none: number }

/** Counts the pairs in O(ties). In an undirected graph every tie is mutual. */
export function dyadCensus(graph: Graph): DyadCensus {
  const pairs = (graph.size * (graph.size - 1)) / 2
  if (!graph.directed) return { mutual: graph.ties, oneWay: 0, none: pairs - graph.ties }
  const mutual = mutualPairs(graph)
  const oneWay = graph.ties - 2 * mutual
  return { mutual, oneWay, none: pairs - mutual - oneWay }
}

/**
 * Reciprocity: the share of arcs that are returned, 2 mutual / (2 mutual + one-way). Range 0–1; 1 when undirected, NaN without ties.
 * Wasserman & Faust 1994, §13.3 (edge-wise form).
 */
export function reciprocity(graph: Graph): number {
  if (graph.ties === 0) return Number.NaN
  return graph.directed ? (2 * mutualPairs(graph)) / graph.ties : 1
}

function mutualPairs(graph: Graph): number {
  const back = reversed(graph)
  let both = 0
  for (let v = 0; v < graph.size; v++) {
    let e = graph.offsets[v]
    let f = back.offsets[v]
    while (e < graph.offsets[v + 1] && f < back.offsets[v + 1]) {
      const gap = graph.targets[e] - back.targets[f]
      if (gap === 0) both++
      if (gap <= 0) e++
      if (gap >= 0) f++
    }
  }
  return both / 2
}
