/**
 * A network in compressed sparse rows: the alters of node `v` are `targets[offsets[v] .. offsets[v + 1])`, ascending and distinct.
 *
 * Rules, the same for every measure. An undirected tie stands in both rows. Parallel ties are merged into one, whose weight is the
 * sum of theirs (each counts 1 where no weights were given). A tie with oneself is kept apart in `loops` (null when there are none):
 * it counts, twice, in `strength` and in modularity, and nowhere else. `weights` is null when every tie weighs 1.
 */
export type Graph = {
  readonly directed: boolean
  readonly size: number
  /** Distinct ties between two different nodes: pairs when undirected, arcs when directed. */
  readonly ties: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array | null
  readonly loops: Float64Array | null
}

/** Ties as parallel arrays; ends are node numbers 0 .. size - 1, weights finite and above zero. */
export type TieList = {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weights?: Float64Array | null
  readonly directed?: boolean
}

type Rows = { offsets: Int32Array; targets: Int32Array; weights: Float64Array | null }

/** Builds the rows in O(nodes + ties), without comparing: two counting passes leave every row sorted. Throws RangeError on a bad end or weight. */
export function graphOf(list: TieList): Graph {
  const { size, from, to } = list
  const weights = list.weights ?? null
  const directed = list.directed ?? false
  checkTies(list)
  const loops = loopsOf(list)
  const byTarget = scattered(size, from, to, weights, directed)
  const sorted = transposed(size, byTarget)
  const merged = withoutRepeats(size, sorted)
  const arcs = merged.offsets[size]
  return { directed, size, ties: directed ? arcs : arcs / 2, ...merged, loops }
}

/** The same from rows of `[from, to]` or `[from, to, weight]`: handy for small graphs. */
export function graphFromPairs(
  size: number,
  pairs: readonly (readonly [number, number] | readonly [number, number, number])[],
  directed = false,
): Graph {
  const weighted = pairs.some((pair) => pair.length === 3)
  return graphOf({
    size,
    directed,
    from: Int32Array.from(pairs, (pair) => pair[0]),
    to: Int32Array.from(pairs, (pair) => pair[1]),
    weights: weighted ? Float64Array.from(pairs, (pair) => pair[2] ?? 1) : null,
  })
}

/** The graph without direction: a tie is where either arc is, and weighs the sum of both. Returns the same object when already undirected. */
export function asUndirected(graph: Graph): Graph {
  if (!graph.directed) return graph
  const { size, offsets, targets } = graph
  const from = new Int32Array(targets.length)
  for (let v = 0; v < size; v++) from.fill(v, offsets[v], offsets[v + 1])
  const undirected = graphOf({ size, from, to: targets, weights: graph.weights })
  return { ...undirected, loops: graph.loops }
}

/** Every arc turned round; an undirected graph is its own reverse. */
export function reversed(graph: Graph): Graph {
  return graph.directed ? { ...graph, ...transposed(graph.size, graph) } : graph
}

/** The same ties, each weighing 1. */
export function withoutWeights(graph: Graph): Graph {
  return graph.weights === null ? graph : { ...graph, weights: null }
}

/** The same graph in memory that worker threads share, so that giving it to them copies nothing. */
export function sharedGraph(graph: Graph): Graph {
  const ints = (numbers: Int32Array): Int32Array => {
    const copy = new Int32Array(new SharedArrayBuffer(numbers.byteLength))
    copy.set(numbers)
    return copy
  }
  const doubles = (numbers: Float64Array | null): Float64Array | null => {
    if (numbers === null) return null
    const copy = new Float64Array(new SharedArrayBuffer(numbers.byteLength))
    copy.set(numbers)
    return copy
  }
  const { offsets, targets, weights, loops } = graph
  return {
    ...graph,
    offsets: ints(offsets),
    targets: ints(targets),
    weights: doubles(weights),
    loops: doubles(loops),
  }
}

/** The graph among `nodes` (distinct); node `i` of the answer is `nodes[i]` of the graph. */
export function inducedGraph(graph: Graph, nodes: Int32Array): Graph {
  const place = new Int32Array(graph.size).fill(-1)
  nodes.forEach((node, index) => {
    place[node] = index
  })
  const offsets = new Int32Array(nodes.length + 1)
  const targets: number[] = []
  const weights: number[] = []
  nodes.forEach((node, index) => {
    const row: [number, number][] = []
    for (let e = graph.offsets[node]; e < graph.offsets[node + 1]; e++) {
      const alter = place[graph.targets[e]]
      if (alter >= 0) row.push([alter, graph.weights === null ? 1 : graph.weights[e]])
    }
    row.sort((a, b) => a[0] - b[0])
    for (const [alter, weight] of row) {
      targets.push(alter)
      weights.push(weight)
    }
    offsets[index + 1] = targets.length
  })
  const { loops } = graph
  return {
    directed: graph.directed,
    size: nodes.length,
    ties: graph.directed ? targets.length : targets.length / 2,
    offsets,
    targets: Int32Array.from(targets),
    weights: graph.weights === null ? null : Float64Array.from(weights),
    loops: loops === null ? null : Float64Array.from(nodes, (node) => loops[node]),
  }
}

function checkTies({ size, from, to, weights }: TieList): void {
  if (from.length !== to.length) throw new RangeError('every tie has two ends')
  for (let e = 0; e < from.length; e++) {
    const f = from[e]
    const t = to[e]
    if (f < 0 || f >= size || t < 0 || t >= size) throw new RangeError(`tie ${e} ends outside the graph`)
  }
  if (!weights) return
  if (weights.length !== from.length) throw new RangeError('every tie has one weight')
  for (let e = 0; e < weights.length; e++)
    if (!(weights[e] > 0 && weights[e] < Infinity)) throw new RangeError(`tie ${e} has no positive weight`)
}

function loopsOf({ size, from, to, weights }: TieList): Float64Array | null {
  let loops: Float64Array | null = null
  for (let e = 0; e < from.length; e++) {
    if (from[e] !== to[e]) continue
    loops ??= new Float64Array(size)
    loops[from[e]] += weights ? weights[e] : 1
  }
  return loops
}

function startsOf(counts: Int32Array): void {
  let sum = 0
  for (let v = 0; v < counts.length; v++) {
    const count = counts[v]
    counts[v] = sum
    sum += count
  }
}

function scattered(
  size: number,
  from: Int32Array,
  to: Int32Array,
  tieWeights: Float64Array | null,
  directed: boolean,
): Rows {
  const offsets = new Int32Array(size + 1)
  for (let e = 0; e < from.length; e++) {
    const f = from[e]
    const t = to[e]
    if (f === t) continue
    offsets[t]++
    if (!directed) offsets[f]++
  }
  startsOf(offsets)
  const next = offsets.slice()
  const targets = new Int32Array(offsets[size])
  const weights = tieWeights === null ? null : new Float64Array(offsets[size])
  for (let e = 0; e < from.length; e++) {
    const f = from[e]
    const t = to[e]
    if (f === t) continue
    const place = next[t]++
    targets[place] = f
    if (weights !== null && tieWeights !== null) weights[place] = tieWeights[e]
    if (directed) continue
    const back = next[f]++
    targets[back] = t
    if (weights !== null && tieWeights !== null) weights[back] = tieWeights[e]
  }
  return { offsets, targets, weights }
}

function transposed(size: number, rows: Rows): Rows {
  const offsets = new Int32Array(size + 1)
  for (let e = 0; e < rows.targets.length; e++) offsets[rows.targets[e]]++
  startsOf(offsets)
  const next = offsets.slice()
  const targets = new Int32Array(rows.targets.length)
  const weights = rows.weights === null ? null : new Float64Array(rows.targets.length)
  for (let v = 0; v < size; v++) {
    for (let e = rows.offsets[v]; e < rows.offsets[v + 1]; e++) {
      const place = next[rows.targets[e]]++
      targets[place] = v
      if (weights !== null && rows.weights !== null) weights[place] = rows.weights[e]
    }
  }
  return { offsets, targets, weights }
}

function hasRepeats(size: number, { offsets, targets }: Rows): boolean {
  for (let v = 0; v < size; v++)
    for (let e = offsets[v] + 1; e < offsets[v + 1]; e++) if (targets[e] === targets[e - 1]) return true
  return false
}

function withoutRepeats(size: number, rows: Rows): Rows {
  if (!hasRepeats(size, rows)) return rows
  const { targets } = rows
  const weights = rows.weights ?? new Float64Array(targets.length).fill(1)
  const offsets = new Int32Array(size + 1)
  let kept = 0
  for (let v = 0; v < size; v++) {
    const start = kept
    for (let e = rows.offsets[v]; e < rows.offsets[v + 1]; e++) {
      if (kept > start && targets[kept - 1] === targets[e]) weights[kept - 1] += weights[e]
      else {
        targets[kept] = targets[e]
        weights[kept++] = weights[e]
      }
    }
    offsets[v + 1] = kept
  }
  return { offsets, targets: targets.slice(0, kept), weights: weights.slice(0, kept) }
}
