import { type Chance, everyNode } from './chance.ts'
import { asUndirected, type Graph } from './graph.ts'
import { folded, groundLevel, type Level, renumber, roomFor } from './leiden.level.ts'
import { moveNodes, type Search } from './leiden.move.ts'
import { refined } from './leiden.refine.ts'
import { modularity } from './modularity.ts'

/** `of[v]` is the community of node v, numbered 0, 1, … by first member; `modularity` as the function of that name gives it. */
export type Communities = { readonly of: Int32Array; readonly count: number; readonly modularity: number }

/** `rounds` begin again from what the last found and never lose by it; `starts` are independent tries, of which the best is kept. */
export type LeidenOptions = {
  readonly chance: Chance
  readonly resolution?: number
  readonly rounds?: number
  readonly starts?: number
}

/**
 * Communities by the Leiden algorithm, for modularity: Traag, Waltman & van Eck 2019, Scientific Reports 9, 5233. Every community is connected;
 * direction is ignored, weights and ties with oneself count. Not the best there is (that is NP-hard) but a good one, repeatable with the same chance.
 * Communities in 1 – n. Unless told otherwise, small graphs get many starts (200, then 40,000 / n) of ten rounds, those above 10,000 nodes one of two.
 */
export function leiden(given: Graph, options: LeidenOptions): Communities {
  const graph = asUndirected(given)
  const ground = groundLevel(graph)
  const twice = ground.mass.reduce((sum, own) => sum + own, 0)
  if (twice === 0) return { of: everyNode(graph.size), count: graph.size, modularity: Number.NaN }
  const { chance, resolution = 1 } = options
  const { rounds, starts } = effort(graph.size, options)
  const scale = { price: resolution / twice, least: 1e-13 * twice }
  const search = { scale, chance, room: roomFor(graph.size) }
  let best = { of: everyNode(graph.size), modularity: Number.NEGATIVE_INFINITY }
  for (let start = 0; start < starts; start++) {
    let community = everyNode(graph.size)
    for (let round = 0; round < rounds; round++) community = oneRound(ground, community, search)
    const reached = modularity(graph, community, resolution)
    if (reached > best.modularity) best = { of: community, modularity: reached }
  }
  return { ...best, count: renumber(best.of) }
}

function effort(size: number, { rounds, starts }: LeidenOptions): { rounds: number; starts: number } {
  const isSmall = size <= 10_000
  const tries = isSmall ? Math.min(200, Math.ceil(40_000 / size)) : 1
  return { rounds: rounds ?? (isSmall ? 10 : 2), starts: starts ?? tries }
}

/** Moves, refines and folds until a level no longer shrinks. */
function oneRound(ground: Level, from: Int32Array, search: Search): Int32Array {
  let level = ground
  let community = from.slice()
  const home = everyNode(ground.size)
  for (;;) {
    moveNodes(level, community, search)
    const group = refined(level, community, search)
    const count = renumber(group)
    if (count === level.size) break
    const next = folded(level, group, { count, room: search.room })
    const above = new Int32Array(count)
    for (let v = 0; v < level.size; v++) above[group[v]] = community[v]
    renumber(above, level.size)
    for (let v = 0; v < home.length; v++) home[v] = group[home[v]]
    level = next
    community = above
  }
  for (let v = 0; v < home.length; v++) home[v] = community[home[v]]
  renumber(home)
  return home
}
