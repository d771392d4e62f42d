import fc from 'fast-check'
import { expect, it } from 'vitest'
import { betweenness } from './betweenness.ts'
import { localClustering } from './clustering.ts'
import { coreNumbers } from './cores.ts'
import { graphFromPairs } from './graph.ts'
import { structuralHoles } from './holes.ts'
import { nodeFigures, pieceShelf, splitByComponent } from './piecewise.ts'

const wanted = { paths: true, holes: true, exactUpTo: 10_000 }
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 29 })), { maxLength: 35 })

it('component by component the figures of nodes are those of the whole graph, to the last bit', () => {
  fc.assert(
    fc.property(pairs, (ties) => {
      const graph = graphFromPairs(30, ties)
      const found = nodeFigures(graph, wanted, pieceShelf())
      expect(found.betweenness).toEqual(betweenness(graph))
      expect(found.core).toEqual(coreNumbers(graph))
      expect(found.clustering).toEqual(localClustering(graph))
      const { effectiveSize, constraint } = structuralHoles(graph)
      expect([found.effectiveSize, found.constraint]).toEqual([effectiveSize, constraint])
    }),
  )
})

it('after a change, what was kept of the other components gives the same as reckoning everything again', () => {
  fc.assert(
    fc.property(pairs, pairs, (before, more) => {
      const kept = pieceShelf()
      nodeFigures(graphFromPairs(30, before), wanted, kept)
      const changed = graphFromPairs(30, [...before, ...more.slice(0, 3)])
      const { again: _, ...warm } = nodeFigures(changed, wanted, kept)
      const { again: __, ...cold } = nodeFigures(changed, wanted, pieceShelf())
      expect(warm).toEqual(cold)
    }),
  )
})

it('a new tie in one component leaves the others as they are kept', () => {
  const kept = pieceShelf()
  const two = [
    [0, 1],
    [1, 2],
    [3, 4],
    [4, 5],
    [5, 6],
  ] as const
  expect(nodeFigures(graphFromPairs(7, two), wanted, kept).again).toBe(2)
  expect(nodeFigures(graphFromPairs(7, two), wanted, kept).again).toBe(0)
  expect(nodeFigures(graphFromPairs(7, [...two, [3, 6]]), wanted, kept).again).toBe(1)
})

it('a component above the limit is sampled with a stated error, the same every time', () => {
  const ring = Array.from({ length: 4000 }, (_, v) => [v, (v + 1) % 4000] as const)
  const some = { ...wanted, holes: false, exactUpTo: 10 }
  const [one, two] = [pieceShelf(), pieceShelf()].map((kept) => nodeFigures(graphFromPairs(4000, ring), some, kept))
  expect(one?.bound).toBeGreaterThan(0)
  expect(one?.betweenness).toEqual(two?.betweenness)
})

it('a shelf that is full lets go of what was not asked for longest', () => {
  const kept = pieceShelf(12)
  const path = (length: number) =>
    graphFromPairs(
      length,
      Array.from({ length: length - 1 }, (_, v) => [v, v + 1] as const),
    )
  expect([path(3), path(3), path(4), path(3)].map((graph) => nodeFigures(graph, wanted, kept).again)).toEqual([
    1, 0, 1, 1,
  ])
})

it('every node stands in one component, in its order', () => {
  const parts = splitByComponent(
    graphFromPairs(5, [
      [0, 3],
      [1, 4],
    ]),
  )
  expect(parts.map(({ members }) => [...members])).toEqual([[0, 3], [1, 4], [2]])
})
