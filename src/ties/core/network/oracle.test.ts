import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { betweenness, normalisedBetweenness } from './betweenness.ts'
import { fragility } from './bridges.ts'
import { chanceFrom } from './chance.ts'
import { averageClustering, localClustering, transitivity, triangles } from './clustering.ts'
import { components } from './components.ts'
import { coreNumbers } from './cores.ts'
import { degrees, density, dyadCensus, inDegrees, isolates, reciprocity, strengths } from './extent.ts'
import { type Graph, graphFromPairs } from './graph.ts'
import { structuralHoles } from './holes.ts'
import { leiden } from './leiden.ts'
import { assortativity, eiIndex, mixingMatrix, valueAssortativity } from './mixing.ts'
import { modularity } from './modularity.ts'

type Expected = Readonly<Record<string, number | null | readonly (number | null)[] | readonly (readonly number[])[]>>
type Case = {
  name: string
  size: number
  directed: boolean
  ties: ([number, number] | [number, number, number])[]
  expected: Expected
}

const { graphs } = JSON.parse(readFileSync('bench/ties/oracle.json', 'utf8')) as { graphs: Case[] }

const groupsOf = ({ expected }: Case): { of: Int32Array; count: number } => ({
  of: Int32Array.from(expected.groups as number[]),
  count: 3,
})

/** What the engine says, by the oracle's name for it. A name that the oracle left out for a graph is not asked there. */
const measures: Record<string, (graph: Graph, asked: Case) => unknown> = {
  ties: (graph) => graph.ties,
  density: (graph) => density(graph),
  degree: (graph) => degrees(graph),
  inDegree: (graph) => inDegrees(graph),
  strength: (graph) => strengths(graph),
  isolates: (graph) => isolates(graph),
  reciprocity: (graph) => reciprocity(graph),
  dyads: (graph) => Object.values(dyadCensus(graph)),
  components: (graph) => components(graph).of,
  triangles: (graph) => triangles(graph),
  clustering: (graph) => localClustering(graph),
  transitivity: (graph) => transitivity(graph),
  averageClustering: (graph) => averageClustering(localClustering(graph), 'zero'),
  core: (graph) => coreNumbers(graph),
  betweenness: (graph) => betweenness(graph),
  normalisedBetweenness: (graph) => normalisedBetweenness(graph, betweenness(graph)),
  weightedBetweenness: (graph) => betweenness(graph, 'weights'),
  constraint: (graph) => structuralHoles(graph).constraint,
  effectiveSize: (graph) => structuralHoles(graph).effectiveSize,
  bridges: (graph) => fragility(graph).bridges.map(({ from, to, cut }) => [from, to, cut]),
  linchpins: (graph) => fragility(graph).linchpins.map(({ node, pieces, cut }) => [node, pieces, cut]),
  mixing: (graph, asked) => mixingMatrix(graph, groupsOf(asked)),
  assortativity: (graph, asked) => assortativity(mixingMatrix(graph, groupsOf(asked)), 3),
  eiIndex: (graph, asked) => eiIndex(graph, groupsOf(asked)).index,
  degreeAssortativity: (graph) => valueAssortativity(graph, degrees(graph), inDegrees(graph)),
  ageAssortativity: (graph, { expected }) => valueAssortativity(graph, expected.ages as number[]),
  modularityOfGroups: (graph, asked) => modularity(graph, groupsOf(asked).of),
}

const given = ['groups', 'ages', 'bestModularity']

/** Flattens to plain numbers, NaN as null, so that each stands beside the oracle's. */
function numbers(answer: unknown): (number | null)[] {
  if (typeof answer === 'number') return [Number.isNaN(answer) ? null : answer]
  if (answer === null) return [null]
  return Array.from(answer as Iterable<unknown>).flatMap(numbers)
}

function farthest(found: (number | null)[], expected: (number | null)[]): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY
  return found.reduce<number>((far, value, index) => {
    const wanted = expected[index] ?? null
    if (value === null || wanted === null) return value === wanted ? far : Number.POSITIVE_INFINITY
    return Math.max(far, Math.abs(value - wanted) / Math.max(1, Math.abs(wanted)))
  }, 0)
}

describe.each(graphs)('on $name, igraph and networkx agree with our', (asked) => {
  const graph = graphFromPairs(asked.size, asked.ties, asked.directed)
  const names = Object.keys(asked.expected).filter((name) => !given.includes(name))

  it.each(names)('%s', (name) => {
    const measure = measures[name]
    if (measure === undefined) throw new Error(`nobody measures ${name}`)
    const found = numbers(measure(graph, asked))
    const expected = numbers(asked.expected[name])
    expect(farthest(found, expected), `${name}: ${found} instead of ${expected}`).toBeLessThan(1e-9)
  })

  it.runIf(typeof asked.expected.bestModularity === 'number')('communities, at least as modular as their best', () => {
    const found = leiden(graph, { chance: chanceFrom(1) })
    expect(found.modularity).toBeGreaterThanOrEqual((asked.expected.bestModularity as number) - 1e-9)
    expect(found.modularity).toBeCloseTo(modularity(graph, found.of), 12)
  })
})
