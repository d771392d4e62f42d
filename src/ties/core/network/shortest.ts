import type { Graph } from './graph.ts'

type Totals = { readonly sum: Float64Array; readonly squares: Float64Array | null }

/** Two lengths of path count as equal when they differ by less than this share: sums of decimals do not come out even. */
const SAME = 1e-10

/** Brandes 2001 with Dijkstra: adds to the totals the dependencies of the sources, with weights read as lengths. */
export function weightedDependencies(graph: Graph, lengths: Float64Array, sources: Int32Array, totals: Totals): void {
  const { size, offsets, targets } = graph
  const distance = new Float64Array(size)
  const paths = new Float64Array(size)
  const share = new Float64Array(size)
  const heap = heapOf(size, distance)
  const order = new Int32Array(size)
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]
    distance.fill(Infinity)
    distance[source] = 0
    paths[source] = 1
    heap.push(source)
    let settled = 0
    for (let v = heap.pop(); v >= 0; v = heap.pop()) {
      order[settled++] = v
      for (let e = offsets[v]; e < offsets[v + 1]; e++) {
        const w = targets[e]
        const way = distance[v] + lengths[e]
        if (isSame(way, distance[w])) paths[w] += paths[v]
        else if (way < distance[w]) {
          distance[w] = way
          paths[w] = paths[v]
          heap.push(w)
        }
      }
    }
    for (let i = settled - 1; i >= 0; i--) {
      const v = order[i]
      let ahead = 0
      for (let e = offsets[v]; e < offsets[v + 1]; e++)
        if (isSame(distance[v] + lengths[e], distance[targets[e]])) ahead += share[targets[e]]
      const dependency = ahead * paths[v]
      share[v] = ahead + 1 / paths[v]
      if (i === 0) continue
      totals.sum[v] += dependency
      if (totals.squares !== null) totals.squares[v] += dependency * dependency
    }
  }
}

function isSame(a: number, b: number): boolean {
  return b !== Infinity && Math.abs(a - b) <= SAME * (a + b)
}

type Heap = { push: (node: number) => void; pop: () => number }

/** A binary heap of nodes by `key`; pushing a node again moves it up to its new, lower key. `pop` answers -1 when empty. */
function heapOf(size: number, key: Float64Array): Heap {
  const nodes = new Int32Array(size)
  const seat = new Int32Array(size).fill(-1)
  let held = 0
  const put = (at: number, node: number): void => {
    nodes[at] = node
    seat[node] = at
  }
  const push = (node: number): void => {
    let at = seat[node] < 0 ? held++ : seat[node]
    while (at > 0) {
      const up = (at - 1) >> 1
      if (key[nodes[up]] <= key[node]) break
      put(at, nodes[up])
      at = up
    }
    put(at, node)
  }
  const sink = (node: number): void => {
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= held) break
      if (down + 1 < held && key[nodes[down + 1]] < key[nodes[down]]) down++
      if (key[nodes[down]] >= key[node]) break
      put(at, nodes[down])
      at = down
    }
    put(at, node)
  }
  const pop = (): number => {
    if (held === 0) return -1
    const top = nodes[0]
    seat[top] = -1
    const last = nodes[--held]
    if (held > 0) sink(last)
    return top
  }
  return { push, pop }
}
