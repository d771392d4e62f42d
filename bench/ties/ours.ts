import { readFileSync } from 'node:fs'
import { betweenness, dependenciesFrom } from '../../src/ties/core/network/betweenness.ts'
import { fragility } from '../../src/ties/core/network/bridges.ts'
import { chanceFrom } from '../../src/ties/core/network/chance.ts'
import { localClustering, transitivity } from '../../src/ties/core/network/clustering.ts'
import { components } from '../../src/ties/core/network/components.ts'
import { coreNumbers } from '../../src/ties/core/network/cores.ts'
import { degrees } from '../../src/ties/core/network/extent.ts'
import { graphOf, withoutWeights } from '../../src/ties/core/network/graph.ts'
import { structuralHoles } from '../../src/ties/core/network/holes.ts'
import { leiden } from '../../src/ties/core/network/leiden.ts'
import { communities, readTies, reportMemory, sourcesAt, sumOf, time } from './timing.ts'

const [file = '', nodes = '0'] = process.argv.slice(2)
const size = Number(nodes)
const ties = readTies(readFileSync(file))
const graph = withoutWeights(
  time(
    'build',
    () => graphOf({ size, ...ties }),
    (built) => built.ties,
  ),
)
time('degree', () => degrees(graph), sumOf)
time(
  'components',
  () => components(graph),
  ({ count }) => count,
)
time('local clustering', () => localClustering(graph), sumOf)
time(
  'transitivity',
  () => transitivity(graph),
  (share) => share,
)
time('k-core', () => coreNumbers(graph), sumOf)
time(
  'fragile bridges',
  () => fragility(graph),
  ({ bridges, linchpins }) => bridges.length + linchpins.length,
)
time('constraint', () => structuralHoles(graph).constraint, sumOf)
if (size <= 10_000) time('betweenness', () => betweenness(graph), sumOf)
const step = Math.floor(size / sourcesAt(size))
const sources = Int32Array.from({ length: sourcesAt(size) }, (_, index) => index * step)
time(
  'betweenness, sampled',
  () => dependenciesFrom(graph, sources),
  ({ sum }) => sumOf(sum) / 2,
)
for (const rounds of [1, 2])
  time(
    communities(rounds),
    () => leiden(graph, { chance: chanceFrom(1), rounds, starts: 1 }),
    (found) => found.modularity,
  )
reportMemory()
