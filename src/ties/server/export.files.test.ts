import { parse } from 'csv-parse/sync'
import { MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { describe, expect, test } from 'vitest'
import { blurred, type ExportNetwork, type ExportNode } from '../core/export.ts'
import { toEdgeList, toGexf, toGraphml, toMatrix } from './export.files.ts'

const aNode = (more: Partial<ExportNode>): ExportNode => ({
  key: 'p1',
  kind: 'person',
  age: '35-54',
  town: '019035',
  name: '',
  ...more,
})
const network: ExportNetwork = {
  title: 'Ambito <Cremasco> & "dintorni"',
  day: '2026-11-22',
  nodes: [
    aNode({}),
    aNode({ key: 'p2', age: '' }),
    aNode({ key: 'o1', kind: 'firm', age: '', town: '', name: 'Moretti & C. <srl>' }),
  ],
  ties: [
    { from: 0, to: 1, kind: 'friend', strength: 3, since: '2026-02-01', until: null, origin: 'pact', counts: true },
    {
      from: 0,
      to: 2,
      kind: 'colleague',
      strength: null,
      since: '2025-01-10',
      until: '2026-06-30',
      origin: 'before',
      counts: false,
    },
  ],
}

describe('what is taken out is read by others', () => {
  test('as GEXF, with the life of every tie', () => {
    const text = toGexf(network)
    const graph = gexf.parse(MultiGraph, text)
    expect([graph.order, graph.size]).toEqual([3, 2])
    expect(graph.getNodeAttributes('o1')).toMatchObject({ label: 'Moretti & C. <srl>', kind: 'firm' })
    expect(graph.getEdgeAttributes('e0')).toMatchObject({ weight: 3, relation: 'friend', legame: true })
    expect(text).toContain('timeformat="date"')
    expect(text).toMatch(/<edge id="e1"[^>]* start="2025-01-10" end="2026-06-30"/)
  })
  test('as GraphML, with the dates as attributes', () => {
    const graph = graphml.parse(MultiGraph, toGraphml(network))
    expect([graph.order, graph.size]).toEqual([3, 2])
    expect(graph.getNodeAttributes('p1')).toMatchObject({ kind: 'person', age: '35-54', town: '019035' })
    expect(graph.getEdgeAttributes('e1')).toMatchObject({ since: '2025-01-10', until: '2026-06-30', weight: 1 })
  })
  test('as an edge list and as a matrix of what is alive on the day', () => {
    expect(parse(toEdgeList(network), { columns: true })).toMatchObject([
      { Source: 'p1', Target: 'p2', Weight: '3', Start: '2026-02-01', End: '', Legame: 'yes' },
      { Source: 'p1', Target: 'o1', Weight: '1', End: '2026-06-30', Legame: 'no' },
    ])
    expect(parse(toMatrix(network))).toEqual([
      ['', 'p1', 'p2', 'o1'],
      ['p1', '0', '3', '0'],
      ['p2', '3', '0', '0'],
      ['o1', '0', '0', '0'],
    ])
  })
  test('a name that looks like a formula stays a name', () => {
    const hostile = { ...network, nodes: network.nodes.map((node) => ({ ...node, key: `=${node.key}` })) }
    expect(toEdgeList(hostile)).toContain("'=p1")
  })
})

describe('nobody stands alone by what is told of them', () => {
  const crowd = [
    ...Array.from({ length: 5 }, (_, no) => aNode({ key: `a${no}` })),
    ...Array.from({ length: 4 }, (_, no) => aNode({ key: `b${no}`, town: '019036' })),
    aNode({ key: 'c', age: '75+' }),
    aNode({ key: 'f', kind: 'firm', age: '', town: '' }),
  ]
  test('towns with few go first, then ages; bodies stay as they are', () => {
    const after = new Map(blurred(crowd, 5).map((node) => [node.key, node]))
    expect(after.get('a0')).toMatchObject({ age: '35-54', town: '019035' })
    expect([after.get('b0'), after.get('c')]).toMatchObject([
      { age: '', town: '' },
      { age: '', town: '' },
    ])
    expect(after.get('f')).toMatchObject({ kind: 'firm' })
  })
  test('every group that is left has at least as many as are asked, or tells nothing', () => {
    const sizes = new Map<string, number>()
    for (const { kind, age, town } of blurred(crowd, 3))
      if (kind === 'person') sizes.set(`${age} ${town}`, (sizes.get(`${age} ${town}`) ?? 0) + 1)
    for (const [group, size] of sizes) expect(size >= 3 || group === ' ').toBe(true)
  })
})
