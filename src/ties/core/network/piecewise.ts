import { betweenness } from './betweenness.ts'
import { chanceFrom } from './chance.ts'
import { localClustering } from './clustering.ts'
import { components } from './components.ts'
import { coreNumbers } from './cores.ts'
import type { Graph } from './graph.ts'
import { structuralHoles } from './holes.ts'
import { sampledBetweenness, sourcesFor } from './sampled.ts'

/** What is reckoned of every node; a part that was not asked for is null. `bound` is 0 where betweenness is exact. */
export type NodeFigures = {
  readonly betweenness: Float64Array | null
  readonly bound: number
  readonly core: Int32Array | null
  readonly clustering: Float64Array | null
  readonly effectiveSize: Float64Array | null
  readonly constraint: Float64Array | null
}

/** One component by itself, its nodes renumbered in their order, with what was reckoned of it. */
export type Piece = { readonly graph: Graph; readonly figures: NodeFigures }

/** Pieces of earlier days by what they look like; given, because whoever keeps them knows how many to keep. */
export type KeptPieces = {
  readonly find: (key: string) => readonly Piece[]
  readonly keep: (key: string, piece: Piece) => void
}

export type Wanted = { readonly paths: boolean; readonly holes: boolean; readonly exactUpTo: number }

/**
 * Betweenness, core numbers, local clustering, effective size and constraint of every node, component by component. None of them looks
 * outside its component, so one whose ties are as they were is not reckoned again: the same numbers to the last bit as on the whole graph.
 * Components above `exactUpTo` nodes have betweenness sampled, so that its error stays below 5 % of its largest value at 95 % (Hoeffding 1963).
 */
export function nodeFigures(graph: Graph, wanted: Wanted, kept: KeptPieces): NodeFigures & { readonly again: number } {
  const { size } = graph
  const all = {
    betweenness: wanted.paths ? new Float64Array(size) : null,
    core: wanted.paths ? new Int32Array(size) : null,
    clustering: wanted.paths ? new Float64Array(size) : null,
    effectiveSize: wanted.holes ? new Float64Array(size) : null,
    constraint: wanted.holes ? new Float64Array(size) : null,
  }
  let bound = 0
  let again = 0
  for (const { members, graph: own } of splitByComponent(graph)) {
    const { piece, fresh } = pieceOf(own, wanted, kept)
    if (fresh) again++
    if (piece.figures.bound > bound) bound = piece.figures.bound
    for (const part of ['betweenness', 'core', 'clustering', 'effectiveSize', 'constraint'] as const) {
      const [into, from] = [all[part], piece.figures[part]]
      if (into && from) for (let i = 0; i < members.length; i++) into[members[i]] = from[i]
    }
  }
  return { ...all, bound, again }
}

/** Every component as a graph of its own, in one pass; member `i` is node `members[i]` of the whole, ascending. */
export function splitByComponent(graph: Graph): { members: Int32Array; graph: Graph }[] {
  const { of, sizes, count } = components(graph)
  const members = Array.from(sizes, (size) => new Int32Array(size))
  const place = new Int32Array(graph.size)
  const filled = new Int32Array(count)
  for (let v = 0; v < graph.size; v++) {
    place[v] = filled[of[v]]++
    members[of[v]][place[v]] = v
  }
  return members.map((own) => ({ members: own, graph: within(graph, own, place) }))
}

function within({ directed, offsets, targets, weights }: Graph, members: Int32Array, place: Int32Array): Graph {
  const rows = new Int32Array(members.length + 1)
  for (let i = 0; i < members.length; i++) rows[i + 1] = rows[i] + offsets[members[i] + 1] - offsets[members[i]]
  const own = new Int32Array(rows[members.length])
  const ownWeights = weights === null ? null : new Float64Array(own.length)
  let at = 0
  for (const v of members)
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      own[at] = place[targets[e]]
      if (ownWeights !== null && weights !== null) ownWeights[at] = weights[e]
      at++
    }
  const ties = directed ? own.length : own.length / 2
  return { directed, size: members.length, ties, offsets: rows, targets: own, weights: ownWeights, loops: null }
}

function pieceOf(graph: Graph, wanted: Wanted, kept: KeptPieces): { piece: Piece; fresh: boolean } {
  const seed = hashOf(graph)
  const key = `${graph.size} ${graph.ties} ${seed} ${wanted.paths} ${wanted.holes}`
  const same = kept.find(key).find((piece) => isSame(piece.graph, graph))
  if (same) return { piece: same, fresh: false }
  const piece = { graph, figures: figuresOf(graph, wanted, seed) }
  kept.keep(key, piece)
  return { piece, fresh: true }
}

function figuresOf(graph: Graph, { paths, holes, exactUpTo }: Wanted, seed: number): NodeFigures {
  const exact = graph.size <= exactUpTo
  const sampled =
    paths && !exact
      ? sampledBetweenness(graph, { sources: sourcesFor(graph.size, 0.05), chance: chanceFrom(seed) })
      : null
  const gaps = holes ? structuralHoles(graph) : null
  return {
    betweenness: paths ? (sampled ? sampled.values : betweenness(graph)) : null,
    bound: sampled ? sampled.bound : 0,
    core: paths ? coreNumbers(graph) : null,
    clustering: paths ? localClustering(graph) : null,
    effectiveSize: gaps ? gaps.effectiveSize : null,
    constraint: gaps ? gaps.constraint : null,
  }
}

// FNV-1a (Fowler, Noll & Vo) over the rows: only finds candidates, which are then compared arc by arc
function hashOf({ offsets, targets }: Graph): number {
  let hash = 0x811c9dc5
  for (const numbers of [offsets, targets])
    for (let i = 0; i < numbers.length; i++) hash = Math.imul(hash ^ numbers[i], 0x01000193)
  return hash >>> 0
}

function isSame(one: Graph, other: Graph): boolean {
  const equal = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
    return a.length === b.length
  }
  if (one.directed !== other.directed || !equal(one.offsets, other.offsets) || !equal(one.targets, other.targets))
    return false
  return one.weights === null || other.weights === null
    ? one.weights === other.weights
    : equal(one.weights, other.weights)
}

/** Keeps pieces up to so many nodes and arcs altogether; the one that was not asked for longest goes first. */
export function pieceShelf(most = 4_000_000): KeptPieces {
  const shelf = new Map<string, Piece[]>()
  let held = 0
  const weigh = ({ graph }: Piece): number => graph.size + graph.targets.length
  return {
    find: (key) => {
      const found = shelf.get(key)
      if (!found) return []
      shelf.delete(key)
      shelf.set(key, found)
      return found
    },
    keep: (key, piece) => {
      shelf.set(key, [...(shelf.get(key) ?? []), piece])
      held += weigh(piece)
      for (const [oldest, pieces] of shelf) {
        if (held <= most) return
        shelf.delete(oldest)
        for (const one of pieces) held -= weigh(one)
      }
    },
  }
}
