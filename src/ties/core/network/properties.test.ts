import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenness, dependenciesFrom } from './betweenness.ts'
import { fragility } from './bridges.ts'
import { chanceFrom, everyNode, shuffle } from './chance.ts'
import { forwardOf, localClustering, transitivity, triangles, trianglesBetween } from './clustering.ts'
import { components, largestShare } from './components.ts'
import { coreNumbers } from './cores.ts'
import { degrees, density, dyadCensus, inDegrees, isolates, reciprocity, strengths } from './extent.ts'
import { asUndirected, type Graph, graphFromPairs, inducedGraph, reversed } from './graph.ts'
import { structuralHoles } from './holes.ts'
import { leiden } from './leiden.ts'
import { alterHeterogeneity, eiIndex, mixingMatrix, nodeEiIndex } from './mixing.ts'
import { modularity } from './modularity.ts'
import { estimated, pivotsOf, type SampledBetweenness, sampledBetweenness, sourcesFor } from './sampled.ts'

type Town = { size: number; directed: boolean; ties: [number, number, number][] }

const towns: fc.Arbitrary<Town> = fc.integer({ min: 1, max: 24 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 })
  const weight = fc.integer({ min: 1, max: 6 }).map((halves) => halves / 2)
  return fc.record({
    size: fc.constant(size),
    directed: fc.boolean(),
    ties: fc.array(fc.tuple(node, node, weight), { maxLength: 60 }),
  })
})
const seeds = fc.integer({ min: 0, max: 1000 })

const built = ({ size, ties, directed }: Town): Graph => graphFromPairs(size, ties, directed)

const relabelled = (town: Town, seed: number): { graph: Graph; name: Int32Array } => {
  const name = shuffle(everyNode(town.size), chanceFrom(seed))
  const at = (v: number): number => name[v] ?? -1
  const ties = town.ties.map(([from, to, weight]): [number, number, number] => [at(from), at(to), weight])
  return { graph: graphFromPairs(town.size, shuffled(ties, seed), town.directed), name }
}

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  Array.from(shuffle(everyNode(items.length), chanceFrom(seed + 1))).flatMap((index) => items.slice(index, index + 1))

const byNode: Record<string, (graph: Graph) => ArrayLike<number>> = {
  degrees,
  inDegrees,
  strengths,
  triangles,
  localClustering: (graph) => localClustering(graph),
  coreNumbers,
  betweenness: (graph) => betweenness(graph),
  weightedBetweenness: (graph) => betweenness(graph, 'weights'),
  effectiveSize: (graph) => structuralHoles(graph).effectiveSize,
  efficiency: (graph) => structuralHoles(graph).efficiency,
  constraint: (graph) => structuralHoles(graph).constraint,
}

const wholes: Record<string, (graph: Graph) => number> = {
  ties: (graph) => graph.ties,
  density,
  reciprocity,
  transitivity: (graph) => transitivity(graph),
  isolates: (graph) => isolates(graph).length,
  components: (graph) => components(graph).count,
  largestShare: (graph) => largestShare(components(graph)),
  mutual: (graph) => dyadCensus(graph).mutual,
  bridges: (graph) => fragility(graph).bridges.length,
  linchpins: (graph) => fragility(graph).linchpins.length,
}

const close = (a: number | undefined, b: number | undefined): boolean =>
  Object.is(a, b) || (a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))

describe('giving everybody another number changes nothing', () => {
  it.each(Object.entries(byNode))('of %s', (_, measure) => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => {
        const before = measure(built(town))
        const { graph, name } = relabelled(town, seed)
        const after = measure(graph)
        return everyNode(town.size).every((v) => close(before[v], after[name[v] ?? -1]))
      }),
    )
  })

  it.each(Object.entries(wholes))('of %s', (_, measure) => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => close(measure(built(town)), measure(relabelled(town, seed).graph))),
    )
  })

  it('of which ties and people hold the network together, and what their loss would cut off', () => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => {
        const { graph, name } = relabelled(town, seed)
        const at = (v: number): number => name[v] ?? -1
        const { bridges, linchpins } = fragility(built(town))
        const ends = ([a, b]: [number, number]): number[] => [Math.min(a, b), Math.max(a, b)]
        const expected = bridges.map(({ from, to, cut }) => [...ends([at(from), at(to)]), cut])
        const found = fragility(graph)
        expect(new Set(found.bridges.map((b) => `${b.from} ${b.to} ${b.cut}`))).toEqual(
          new Set(expected.map((bridge) => bridge.join(' '))),
        )
        expect(new Set(found.linchpins.map((l) => `${l.node} ${l.pieces} ${l.cut}`))).toEqual(
          new Set(linchpins.map((l) => `${at(l.node)} ${l.pieces} ${l.cut}`)),
        )
      }),
    )
  })
})

describe('one more person without ties', () => {
  const withIsolate = (town: Town): Graph => built({ ...town, size: town.size + 1 })

  it.each(Object.entries(byNode))('leaves everybody else’s %s alone', (_, measure) => {
    fc.assert(
      fc.property(towns, (town) => {
        const before = measure(built(town))
        const after = measure(withIsolate(town))
        return after.length === before.length + 1 && Array.from(before).every((value, v) => close(value, after[v]))
      }),
    )
  })

  it('is one more isolate and one more component, and makes the network less dense', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const before = built(town)
        const after = withIsolate(town)
        expect(isolates(after).length).toBe(isolates(before).length + 1)
        expect(components(after).count).toBe(components(before).count + 1)
        expect(transitivity(after)).toEqual(transitivity(before))
        expect(reciprocity(after)).toEqual(reciprocity(before))
        expect(fragility(after)).toEqual(fragility(before))
        if (before.ties > 0) expect(density(after)).toBeLessThan(density(before))
      }),
    )
  })

  it('does not change the modularity of a division', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const groups = everyNode(town.size + 1).map((v) => v % 3)
        const before = modularity(built(town), groups.subarray(0, town.size))
        return close(before, modularity(withIsolate(town), groups))
      }),
    )
  })
})

describe('what a shard leaves out another finds', () => {
  it('in betweenness, by sources', () => {
    fc.assert(
      fc.property(towns, fc.constantFrom('hops' as const, 'weights' as const), (town, lengths) => {
        const graph = built(town)
        const half = Math.floor(town.size / 2)
        const shard = (from: number, to: number): Float64Array =>
          dependenciesFrom(graph, everyNode(town.size).subarray(from, to), { lengths }).sum
        const second = shard(half, town.size)
        const together = shard(0, half).map((value, v) => (value + (second[v] ?? 0)) / (town.directed ? 1 : 2))
        return betweenness(graph, lengths).every((value, v) => close(value, together[v]))
      }),
    )
  })

  it('in triangles and in structural holes, by nodes', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const graph = built(town)
        const half = Math.floor(town.size / 2)
        const forward = forwardOf(graph)
        const corners = trianglesBetween(forward, half, town.size, trianglesBetween(forward, 0, half))
        expect(corners).toEqual(triangles(graph))
        const first = structuralHoles(graph, 0, half).constraint.subarray(0, half)
        const second = structuralHoles(graph, half).constraint.subarray(half)
        expect([...first, ...second]).toEqual([...structuralHoles(graph).constraint])
      }),
    )
  })
})

describe('sampled betweenness', () => {
  it('is exact, with no error, when everybody is asked', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const graph = built(town)
        const found = sampledBetweenness(graph, { sources: town.size, chance: chanceFrom(1) })
        return found.bound === 0 && betweenness(graph).every((value, v) => close(value, found.values[v]))
      }),
    )
  })

  it('stays within its bound, is right on average, and errs as much as it says', () => {
    const ties = Array.from({ length: 300 }, (_, e): [number, number] => [e % 100, (e * e + 7 * e + 1) % 100])
    const graph = graphFromPairs(100, ties)
    const exact = betweenness(graph)
    const tries = Array.from({ length: 200 }, (_, seed) =>
      sampledBetweenness(graph, { sources: 30, chance: chanceFrom(seed) }),
    )
    const average = (of: (found: SampledBetweenness) => number): number =>
      tries.reduce((sum, found) => sum + of(found), 0) / tries.length
    let stated = 0
    let seen = 0
    exact.forEach((truth, v) => {
      const error = ({ values }: SampledBetweenness): number => (values[v] ?? 0) - truth
      const spread = average((found) => error(found) ** 2)
      stated += average(({ standardError }) => (standardError[v] ?? 0) ** 2)
      seen += spread
      expect(Math.abs(average(error))).toBeLessThanOrEqual(5 * Math.sqrt(spread / tries.length) + 1e-9)
      expect(tries.every((found) => Math.abs(error(found)) <= found.bound)).toBe(true)
    })
    expect(stated / seen).toBeGreaterThan(0.9)
    expect(stated / seen).toBeLessThan(1.1)
  })

  it('asks as many as the wanted error needs', () => {
    const sources = sourcesFor(1000, 0.1)
    expect(sources).toBeLessThan(1000)
    const graph = graphFromPairs(1000, [[0, 1]])
    const pivots = pivotsOf(1000, sources, chanceFrom(3))
    const { bound } = estimated(graph, dependenciesFrom(graph, pivots, { squares: true }), sources)
    expect((2 * bound) / (999 * 998)).toBeLessThanOrEqual(0.1)
    expect(sourcesFor(50, 0.001)).toBe(50)
  })
})

describe('communities', () => {
  it('hang together, each by its own ties, and are as modular as they say', () => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => {
        const graph = built(town)
        const found = leiden(graph, { chance: chanceFrom(seed), starts: 1, rounds: 3 })
        expect(found.modularity).toEqual(modularity(graph, found.of))
        expect(new Set(found.of).size).toBe(found.count)
        for (let c = 0; c < found.count; c++) {
          const members = everyNode(town.size).filter((v) => found.of[v] === c)
          expect(components(inducedGraph(graph, members)).count).toBe(1)
        }
      }),
    )
  })

  it('come out the same with the same chance', () => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => {
        const once = leiden(built(town), { chance: chanceFrom(seed) })
        expect(leiden(built(town), { chance: chanceFrom(seed) })).toEqual(once)
      }),
      { numRuns: 20 },
    )
  })

  it('never divide below one community for all', () => {
    fc.assert(
      fc.property(towns, seeds, (town, seed) => {
        const graph = built(town)
        const found = leiden(graph, { chance: chanceFrom(seed) })
        return (
          Number.isNaN(found.modularity) || found.modularity >= modularity(graph, new Int32Array(town.size)) - 1e-12
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('measures stay in their range', () => {
  const within = (low: number, high: number) => (value: number) =>
    Number.isNaN(value) || (value >= low - 1e-9 && value <= high + 1e-9)

  it('in every graph', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const graph = built(town)
        const groups = { of: everyNode(town.size).map((v) => (v % 4) - 1), count: 3 }
        const holes = structuralHoles(graph)
        expect(localClustering(graph).every(within(0, 1))).toBe(true)
        expect(holes.constraint.every(within(0, 2))).toBe(true)
        expect(holes.efficiency.every(within(0, 1))).toBe(true)
        expect(holes.effectiveSize.every(within(1, town.size))).toBe(true)
        expect(alterHeterogeneity(graph, groups).every(within(0, 2 / 3))).toBe(true)
        expect(nodeEiIndex(graph, groups).every(within(-1, 1))).toBe(true)
        expect([density(graph), transitivity(graph), reciprocity(graph)].every(within(0, 1))).toBe(true)
        const { external, internal, unknown } = eiIndex(graph, groups)
        expect(external + internal + unknown).toBe(graph.ties)
        const cells = mixingMatrix(graph, groups).reduce((sum, cell) => sum + cell, 0)
        expect(cells).toBe((external + internal) * (graph.directed ? 1 : 2))
      }),
    )
  })

  it('and turning every arc round twice gives the graph back', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const graph = built(town)
        expect(reversed(reversed(graph))).toEqual(graph)
        expect(asUndirected(graph).ties).toBe(dyadCensus(graph).mutual + dyadCensus(graph).oneWay)
      }),
    )
  })
})
