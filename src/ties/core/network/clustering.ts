import { degrees } from './extent.ts'
import { asUndirected, type Graph } from './graph.ts'

/** Each tie once, from the end with fewer alters to the other: keeps the search for triangles in O(ties^1.5). Made once, shared by the shards. */
export type Forward = { readonly size: number; readonly offsets: Int32Array; readonly targets: Int32Array }

/** Orients the ties for `trianglesBetween`; direction and weights are ignored. */
export function forwardOf(given: Graph): Forward {
  const { size, offsets, targets } = asUndirected(given)
  const starts = new Int32Array(size + 1)
  const forward = new Int32Array(targets.length / 2)
  let kept = 0
  for (let v = 0; v < size; v++) {
    const degree = offsets[v + 1] - offsets[v]
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const w = targets[e]
      const other = offsets[w + 1] - offsets[w]
      if (other > degree || (other === degree && w > v)) forward[kept++] = w
    }
    starts[v + 1] = kept
  }
  return { size, offsets: starts, targets: forward }
}

/**
 * Adds to `triangles[v]` those closed from the nodes `start .. end - 1`. The sum over a split of all nodes counts each triangle once
 * at each of its three corners. Chiba & Nishizeki 1985; Latapy 2008 ("forward").
 */
export function trianglesBetween(
  { size, offsets, targets }: Forward,
  start: number,
  end: number,
  triangles: Int32Array = new Int32Array(size),
): Int32Array {
  const mark = new Int32Array(size).fill(-1)
  for (let v = start; v < end; v++) {
    const first = offsets[v]
    const last = offsets[v + 1]
    if (last - first < 2) continue
    for (let e = first; e < last; e++) mark[targets[e]] = v
    let atV = 0
    for (let e = first; e < last; e++) {
      const w = targets[e]
      let atW = 0
      for (let f = offsets[w]; f < offsets[w + 1]; f++) {
        const x = targets[f]
        if (mark[x] !== v) continue
        atW++
        triangles[x]++
      }
      if (atW > 0) triangles[w] += atW
      atV += atW
    }
    triangles[v] += atV
  }
  return triangles
}

/** Triangles through each node; direction is ignored. */
export function triangles(graph: Graph): Int32Array {
  return trianglesBetween(forwardOf(graph), 0, graph.size)
}

/**
 * Local clustering: the share of pairs of a node's alters who are tied to each other, 2 t / (d (d - 1)).
 * Range 0–1; NaN below two alters. Watts & Strogatz 1998, Nature 393.
 */
export function localClustering(given: Graph, corners: Int32Array = triangles(given)): Float64Array {
  const degree = degrees(asUndirected(given))
  const share = new Float64Array(given.size)
  for (let v = 0; v < given.size; v++) {
    const d = degree[v]
    share[v] = d < 2 ? Number.NaN : (2 * corners[v]) / (d * (d - 1))
  }
  return share
}

/** Mean local clustering. Nodes with fewer than two alters are left out ('skip') or count as 0 ('zero'). Range 0–1; NaN if none count. */
export function averageClustering(local: Float64Array, few: 'skip' | 'zero' = 'skip'): number {
  let sum = 0
  let counted = 0
  for (const share of local) {
    const isKnown = !Number.isNaN(share)
    if (isKnown) sum += share
    if (isKnown || few === 'zero') counted++
  }
  return sum / counted
}

/**
 * Transitivity: of the paths of two ties, the share that a third tie closes, 3 triangles / paths of length two.
 * Range 0–1; NaN when there is no such path. Newman, Watts & Strogatz 2002, PNAS 99.
 */
export function transitivity(given: Graph, corners: Int32Array = triangles(given)): number {
  let closed = 0
  let paths = 0
  const degree = degrees(asUndirected(given))
  for (let v = 0; v < given.size; v++) {
    closed += corners[v]
    paths += (degree[v] * (degree[v] - 1)) / 2
  }
  return closed / paths
}
