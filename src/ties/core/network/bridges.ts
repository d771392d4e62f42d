import { asUndirected, type Graph } from './graph.ts'

/** A tie whose loss splits its component; `cut` people stand on the smaller side. `from` < `to`. */
type Bridge = { readonly from: number; readonly to: number; readonly cut: number }

/** A person whose loss splits their component into `pieces` (2 or more); `cut` of those left lose the largest piece. */
type Linchpin = { readonly node: number; readonly pieces: number; readonly cut: number }

/** What holds the network together by one thread: range 0 – n - 1 bridges, 0 – n - 2 linchpins. */
export type Fragility = { readonly bridges: readonly Bridge[]; readonly linchpins: readonly Linchpin[] }

type Search = {
  graph: Graph
  /** The nodes in order of finding, component by component, and each one's place there (-1: not yet found). */
  order: Int32Array
  place: Int32Array
  /** The earliest place that the node's branch reaches without the tie it was found by. */
  low: Int32Array
  parent: Int32Array
  branch: Int32Array
}

/**
 * Bridges and articulation points ("linchpins") in one depth-first search, O(nodes + ties); direction is ignored. Hopcroft & Tarjan 1973,
 * Tarjan 1974. Bridges ascend by ends, linchpins by node.
 */
export function fragility(given: Graph): Fragility {
  const graph = asUndirected(given)
  const search = searchOf(graph)
  const bridges: Bridge[] = []
  const linchpins: Linchpin[] = []
  for (let start = 0; start < graph.size; ) {
    const size = search.branch[search.order[start]]
    readComponent(search, start, size, { bridges, linchpins })
    start += size
  }
  bridges.sort((a, b) => a.from - b.from || a.to - b.to)
  linchpins.sort((a, b) => a.node - b.node)
  return { bridges, linchpins }
}

function searchOf(graph: Graph): Search {
  const nothing = (): Int32Array => new Int32Array(graph.size).fill(-1)
  const search = {
    graph,
    order: nothing(),
    place: nothing(),
    low: nothing(),
    parent: nothing(),
    branch: new Int32Array(graph.size).fill(1),
  }
  const next = graph.offsets.slice()
  let found = 0
  for (let root = 0; root < graph.size; root++)
    if (search.place[root] < 0) found = searchFrom(root, found, next, search)
  return search
}

function searchFrom(root: number, foundBefore: number, next: Int32Array, search: Search): number {
  const { graph, order, place, low, parent, branch } = search
  let found = foundBefore
  let v = root
  order[found] = v
  place[v] = found
  low[v] = found++
  for (;;) {
    if (next[v] < graph.offsets[v + 1]) {
      const w = graph.targets[next[v]++]
      if (place[w] < 0) {
        parent[w] = v
        order[found] = w
        place[w] = found
        low[w] = found++
        v = w
      } else if (w !== parent[v] && place[w] < low[v]) low[v] = place[w]
      continue
    }
    const up = parent[v]
    if (up < 0) return found
    branch[up] += branch[v]
    if (low[v] < low[up]) low[up] = low[v]
    v = up
  }
}

function readComponent(
  search: Search,
  start: number,
  size: number,
  into: { bridges: Bridge[]; linchpins: Linchpin[] },
): void {
  const { order, place, low, parent, branch } = search
  const cutOff = new Int32Array(size)
  const largest = new Int32Array(size)
  const pieces = new Int32Array(size)
  for (let i = start + 1; i < start + size; i++) {
    const v = order[i]
    const up = parent[v]
    const at = place[up] - start
    if (low[v] > place[up])
      into.bridges.push({ from: Math.min(up, v), to: Math.max(up, v), cut: Math.min(branch[v], size - branch[v]) })
    if (low[v] < place[up]) continue
    cutOff[at] += branch[v]
    pieces[at]++
    if (branch[v] > largest[at]) largest[at] = branch[v]
  }
  for (let at = 0; at < size; at++) {
    const rest = size - 1 - cutOff[at]
    const count = pieces[at] + (rest > 0 ? 1 : 0)
    if (pieces[at] === 0 || count < 2) continue
    into.linchpins.push({ node: order[start + at], pieces: count, cut: size - 1 - Math.max(rest, largest[at]) })
  }
}
