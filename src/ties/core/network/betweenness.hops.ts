import { type Layout, laidOut, type Rows } from './betweenness.rows.ts'
import type { Graph } from './graph.ts'

type Totals = { readonly sum: Float64Array; readonly squares: Float64Array | null }

/**
 * One walk from a source. `order` holds the nodes level by level, level d in `ends[d - 1] .. ends[d]`; `outward` and `inward` say how much of the
 * rows each level has (ties and nodes). `gathered` is where ways, then shares, are added up; `paths` and `share` are final, 0 before.
 */
type Walk = {
  readonly order: Int32Array
  readonly ends: Int32Array
  readonly outward: Float64Array
  readonly inward: Float64Array
  readonly isNew: Uint8Array
  readonly rest: Int32Array
  readonly paths: Float64Array
  readonly share: Float64Array
  readonly gathered: Float64Array
}

/** What a component's rows weigh, and where its nodes stand. */
type Span = { readonly first: number; readonly end: number }

/** Reading ways from the alters of whoever is not reached yet costs a little less than handing them on; hence above 1. */
const EAGER = 1.25

/**
 * Brandes 2001 for ties of one length, adding to the totals. Each level is taken from its cheaper side, forward (Beamer, Asanović & Patterson
 * 2012) and back, and the loops over ties do not branch. What is summed, and in which order, depends only on the source's component.
 */
export function hopDependencies(graph: Graph, sources: Int32Array, total: Totals): void {
  const layout = laidOut(graph)
  const { place, first, length } = layout
  const walk = walkOf(graph.size)
  const sum = new Float64Array(graph.size)
  const squares = total.squares === null ? null : new Float64Array(graph.size)
  for (let s = 0; s < sources.length; s++) {
    const source = place[sources[s]]
    const span = { first: first[source], end: first[source] + length[source] }
    if (length[source] < 3) continue
    const levels = spread(layout, walk, source, span)
    walk.gathered.fill(0, span.first, span.end)
    for (let level = levels - 1; level > 0; level--) {
      if (level + 1 < levels) collect(layout, walk, level)
      settle(walk, level, { sum, squares })
    }
  }
  for (let v = 0; v < graph.size; v++) {
    total.sum[v] += sum[place[v]]
    if (total.squares !== null && squares !== null) total.squares[v] += squares[place[v]]
  }
}

function walkOf(size: number): Walk {
  return {
    order: new Int32Array(size + 1),
    ends: new Int32Array(size + 1),
    outward: new Float64Array(size + 1),
    inward: new Float64Array(size + 1),
    isNew: new Uint8Array(size),
    rest: new Int32Array(size),
    paths: new Float64Array(size),
    share: new Float64Array(size),
    gathered: new Float64Array(size),
  }
}

/** The way out, level by level, counting shortest paths; answers how many levels there are, the source's own among them. */
function spread({ out, into }: Layout, walk: Walk, source: number, { first, end }: Span): number {
  const { order, ends, outward, inward, isNew, paths, share, gathered } = walk
  isNew.fill(1, first, end)
  for (const values of [paths, share, gathered]) values.fill(0, first, end)
  order[0] = source
  isNew[source] = 0
  paths[source] = 1
  ends[0] = 1
  outward[0] = weightOf(out, order, 0, 1)
  let left = into.offsets[end] - into.offsets[first] + end - first - weightOf(into, order, 0, 1)
  let resting = -1
  let from = 0
  for (let level = 0; ; level++) {
    const start = ends[level]
    let found = start
    if (left < EAGER * outward[level]) {
      if (resting < 0) resting = listNew(walk, first, end)
      const pulled = pull(into, walk, start, resting)
      found = start + pulled
      resting -= pulled
    } else {
      found = push(out, walk, from, start)
      resting = -1
    }
    if (found === start) return level + 1
    for (let i = start; i < found; i++) paths[order[i]] = gathered[order[i]]
    ends[level + 1] = found
    outward[level + 1] = weightOf(out, order, start, found)
    inward[level + 1] = into === out ? outward[level + 1] : weightOf(into, order, start, found)
    left -= inward[level + 1]
    from = start
  }
}

function weightOf({ offsets }: Rows, order: Int32Array, from: number, to: number): number {
  let weight = to - from
  for (let i = from; i < to; i++) weight += offsets[order[i] + 1] - offsets[order[i]]
  return weight
}

/** Every node of the level hands its ways on; whoever already stands nearer keeps its `paths`, so what it is handed does no harm. */
function push({ offsets, targets }: Rows, { order, isNew, paths, gathered }: Walk, from: number, to: number): number {
  let found = to
  for (let i = from; i < to; i++) {
    const ways = paths[order[i]]
    for (let e = offsets[order[i]], end = offsets[order[i] + 1]; e < end; e++) {
      const w = targets[e]
      gathered[w] += ways
      order[found] = w
      found += isNew[w]
      isNew[w] = 0
    }
  }
  return found
}

/** Whoever is not reached yet adds up the ways of its alters, of which only those of the level have any; answers how many are reached. */
function pull({ offsets, targets }: Rows, walk: Walk, start: number, resting: number): number {
  const { order, isNew, rest, paths, gathered } = walk
  let kept = 0
  let found = start
  for (let i = 0; i < resting; i++) {
    const w = rest[i]
    let ways = 0
    for (let e = offsets[w], end = offsets[w + 1]; e < end; e++) ways += paths[targets[e]]
    if (ways > 0) {
      gathered[w] = ways
      isNew[w] = 0
      order[found++] = w
    } else rest[kept++] = w
  }
  return found - start
}

function listNew({ isNew, rest }: Walk, first: number, end: number): number {
  let count = 0
  for (let v = first; v < end; v++) {
    rest[count] = v
    count += isNew[v]
  }
  return count
}

/** The way back: into `gathered` of every node of the level, the shares of its alters one level further. */
function collect({ out, into }: Layout, { order, ends, outward, inward, share, gathered }: Walk, level: number): void {
  if (inward[level + 1] < outward[level]) {
    const { offsets, targets } = into
    for (let i = ends[level], to = ends[level + 1]; i < to; i++) {
      const own = share[order[i]]
      for (let e = offsets[order[i]], end = offsets[order[i] + 1]; e < end; e++) gathered[targets[e]] += own
    }
    return
  }
  const { offsets, targets } = out
  for (let i = ends[level - 1], to = ends[level]; i < to; i++) {
    let ahead = 0
    for (let e = offsets[order[i]], end = offsets[order[i] + 1]; e < end; e++) ahead += share[targets[e]]
    gathered[order[i]] = ahead
  }
}

/** A node's dependency is paths(v) x the sum over the next nodes w of (1 + dependency(w)) / paths(w), their shares. */
function settle({ order, ends, paths, share, gathered }: Walk, level: number, { sum, squares }: Totals): void {
  for (let i = ends[level - 1], to = ends[level]; i < to; i++) {
    const v = order[i]
    const dependency = gathered[v] * paths[v]
    share[v] = gathered[v] + 1 / paths[v]
    sum[v] += dependency
    if (squares !== null) squares[v] += dependency * dependency
  }
}
