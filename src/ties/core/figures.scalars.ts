import { aliveOn, type Chosen, choose, type Present } from './figures.graphs.ts'
import { at } from './figures.groups.ts'
import { isPerson, meanOf, most, type Raw } from './figures.raw.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { crossesProfit, peopleAt } from './figures.tables.ts'
import { fragility } from './network/bridges.ts'
import { chanceFrom } from './network/chance.ts'
import { averageClustering, transitivity } from './network/clustering.ts'
import { components, largestShare } from './network/components.ts'
import { degrees, density, reciprocity } from './network/extent.ts'
import type { Graph } from './network/graph.ts'
import { leiden } from './network/leiden.ts'
import { type KeptPieces, nodeFigures } from './network/piecewise.ts'

/** The most nodes of a component for which betweenness is exact. */
export const exactUpTo = 10_000

export const extentScalars = (
  snapshot: Snapshot,
  { legami, graph, arcs, perPerson }: { legami: Chosen; graph: Graph; arcs: Graph; perPerson: Int32Array },
): Raw[] => {
  const alive = choose(snapshot, (e) => aliveOn(snapshot, e, snapshot.day))
  const apart = alive.filter((e) => at(snapshot.apart, e) === 1)
  const young = alive.filter((e) => at(snapshot.apart, e) === 0 && at(snapshot.counts, e) === 0)
  const bridges = legami.filter((e) => crossesProfit(snapshot, e))
  const tiesOf = (code: string, ties: Chosen): Raw => ({
    code,
    value: ties.length,
    n: ties.length === 0 ? 0 : peopleAt(snapshot, ties),
  })
  return [
    tiesOf('ties', legami),
    tiesOf('young', young),
    tiesOf('apart', apart),
    tiesOf('socialProfit', bridges),
    { code: 'density', value: density(graph), n: graph.size },
    { code: 'reciprocity', value: reciprocity(arcs), n: graph.size },
    { code: 'meanDegree', ...meanOf(perPerson) },
  ]
}

export const cohesionScalars = (
  graph: Graph,
  { seed, kept, people }: { seed: number; kept: KeptPieces; people: number },
): Raw[] => {
  const n = graph.size
  const parts = components(graph)
  const communities = leiden(graph, { chance: chanceFrom(seed) })
  const nodes = nodeFigures(graph, { paths: true, holes: false, exactUpTo }, kept)
  const between = nodes.betweenness ?? []
  const largest = ((n - 1) * (n - 2)) / 2
  const fragile = fragility(graph)
  const rest = { n: people }
  return [
    { code: 'components', value: parts.count, n },
    { code: 'largestShare', value: largestShare(parts), n },
    { code: 'transitivity', value: transitivity(graph), n },
    { code: 'clustering', value: averageClustering(nodes.clustering ?? new Float64Array(), 'zero'), n },
    { code: 'betweenness', value: largest > 0 ? most(between) / largest : Number.NaN, n },
    { code: 'centralisation', value: centralisation(between, n), n },
    { code: 'betweennessError', value: largest > 0 ? nodes.bound / largest : Number.NaN, n },
    { code: 'kCore', value: most(nodes.core ?? []), n },
    { code: 'communities', value: communities.count, n },
    { code: 'modularity', value: communities.modularity, n },
    { code: 'largestCommunity', value: most(sizesOf(communities)), n },
    { code: 'bridges', value: fragile.bridges.length, ...rest },
    { code: 'linchpins', value: fragile.linchpins.length, ...rest },
    {
      code: 'mostCut',
      value: most([0, ...fragile.bridges.map(({ cut }) => cut), ...fragile.linchpins.map(({ cut }) => cut)]),
      ...rest,
    },
  ]
}

const sizesOf = ({ of, count }: { of: Int32Array; count: number }): Int32Array => {
  const sizes = new Int32Array(count)
  for (const one of of) sizes[one] = at(sizes, one) + 1
  return sizes
}

/**
 * How much the paths of a network hang on one node: summed gaps to the highest betweenness over their largest possible sum, that of a
 * star. Range 0–1; NaN below three nodes. Freeman 1979, Social Networks 1.
 */
export const centralisation = (betweenness: ArrayLike<number>, size: number): number => {
  if (size < 3) return Number.NaN
  const values = Array.from(betweenness)
  const highest = most(values)
  const gaps = values.reduce((sum, value) => sum + highest - value, 0)
  return gaps / (((size - 1) ** 2 * (size - 2)) / 2)
}

export const aroundScalars = (
  snapshot: Snapshot,
  graph: Graph,
  { whole, kept }: { whole: Present; kept: KeptPieces },
): Raw[] => {
  const nodes = nodeFigures(graph, { paths: false, holes: true, exactUpTo }, kept)
  const isFollowedPerson = (v: number): boolean => {
    const node = at(whole.nodes, v)
    return node < snapshot.known && isPerson(snapshot, node)
  }
  const ofPersons = (values: Float64Array | null): number[] =>
    Array.from(values ?? []).filter((_, v) => isFollowedPerson(v))
  const alters = degrees(graph)
  return [
    { code: 'effectiveSize', ...meanOf(ofPersons(nodes.effectiveSize)) },
    { code: 'constraint', ...meanOf(ofPersons(nodes.constraint)) },
    { code: 'egoSize', ...meanOf(ofPersons(Float64Array.from(alters))) },
  ]
}
