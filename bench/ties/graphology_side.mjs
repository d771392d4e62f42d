import { readFileSync } from 'node:fs'
import graphology from 'graphology'
import louvain from 'graphology-communities-louvain'
import components from 'graphology-components'
import cores from 'graphology-cores'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { communities, readTies, reportMemory, sumOf, time } from './timing.ts'

const [file, nodes] = process.argv.slice(2)
const size = Number(nodes)
const { from, to } = readTies(readFileSync(file))

function build() {
  const graph = new graphology.UndirectedGraph()
  for (let v = 0; v < size; v++) graph.addNode(v)
  for (let e = 0; e < from.length; e++) if (from[e] !== to[e]) graph.mergeEdge(from[e], to[e])
  return graph
}

const graph = time('build', build, (built) => built.size)
time(
  'degree',
  () => graph.mapNodes((node) => graph.degree(node)),
  (degrees) => sumOf(degrees),
)
time(
  'components',
  () => components.connectedComponents(graph),
  (found) => found.length,
)
time(
  'k-core',
  () => cores.coreNumber(graph),
  (found) => sumOf(Object.values(found)),
)
if (size <= 10_000)
  time(
    'betweenness',
    () => betweenness(graph, { normalized: false, getEdgeWeight: null }),
    (found) => sumOf(Object.values(found)),
  )
let chance = 1
const rng = () => {
  chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0
  return chance / 2 ** 32
}
time(
  communities(1),
  () => louvain.detailed(graph, { rng, getEdgeWeight: null }),
  (found) => found.modularity,
)
reportMemory()
