import { describe, expect, it } from 'vitest'
import { strengths } from './extent.ts'
import { asUndirected, graphFromPairs, graphOf, inducedGraph, sharedGraph, withoutWeights } from './graph.ts'

describe('a graph from ties', () => {
  it('lists the alters of each node once, ascending', () => {
    const graph = graphFromPairs(4, [
      [3, 0],
      [0, 2],
      [0, 1],
    ])
    expect([...graph.offsets]).toEqual([0, 3, 4, 5, 6])
    expect([...graph.targets]).toEqual([1, 2, 3, 0, 0, 0])
    expect(graph.weights).toBeNull()
    expect(graph.loops).toBeNull()
  })

  it('merges ties between the same two into one that weighs as much', () => {
    const graph = graphFromPairs(3, [
      [0, 1, 1.5],
      [1, 0, 2],
      [1, 2, 1],
    ])
    expect(graph.ties).toBe(2)
    expect([...(graph.weights ?? [])]).toEqual([3.5, 3.5, 1, 1])
    expect(withoutWeights(graph).weights).toBeNull()
  })

  it('counts each tie as 1 where parallel ones come without weights', () => {
    const graph = graphFromPairs(3, [
      [0, 1],
      [1, 0],
      [1, 2],
    ])
    expect([...(graph.weights ?? [])]).toEqual([2, 2, 1, 1])
  })

  it('keeps a tie with oneself apart, twice in strength and nowhere else', () => {
    const graph = graphFromPairs(2, [
      [0, 0],
      [0, 1],
    ])
    expect(graph.ties).toBe(1)
    expect([...(graph.loops ?? [])]).toEqual([1, 0])
    expect([...strengths(graph)]).toEqual([3, 1])
  })

  it('adds both directions when direction is dropped', () => {
    const directed = graphFromPairs(
      3,
      [
        [0, 1, 2],
        [1, 0, 3],
        [1, 2, 1],
      ],
      true,
    )
    expect(directed.ties).toBe(3)
    const graph = asUndirected(directed)
    expect(graph.ties).toBe(2)
    expect([...(graph.weights ?? [])]).toEqual([5, 5, 1, 1])
  })

  it('goes to other threads without being copied', () => {
    const graph = graphFromPairs(3, [
      [0, 1, 2],
      [1, 2, 1],
      [2, 2, 1],
    ])
    const shared = sharedGraph(graph)
    expect(shared).toEqual(graph)
    expect([shared.offsets, shared.targets, shared.weights, shared.loops].map((array) => array?.buffer)).toEqual(
      Array.from({ length: 4 }, () => expect.any(SharedArrayBuffer)),
    )
  })

  it('narrows to some nodes, in their order', () => {
    const square = graphFromPairs(4, [
      [0, 1, 1],
      [1, 2, 2],
      [2, 3, 3],
      [3, 0, 4],
    ])
    const part = inducedGraph(square, Int32Array.of(3, 2, 1))
    expect([...part.offsets]).toEqual([0, 1, 3, 4])
    expect([...part.targets]).toEqual([1, 0, 2, 1])
    expect([...(part.weights ?? [])]).toEqual([3, 3, 2, 2])
    expect(part.ties).toBe(2)
  })

  it.each([
    { why: 'ends outside the graph', from: [0], to: [2], weights: null },
    { why: 'starts below zero', from: [-1], to: [1], weights: null },
    { why: 'has one end', from: [0, 1], to: [1], weights: null },
    { why: 'weighs nothing', from: [0], to: [1], weights: [0] },
    { why: 'weighs no number', from: [0], to: [1], weights: [Number.NaN] },
    { why: 'lacks a weight', from: [0], to: [1], weights: [] },
  ])('refuses a tie that $why', ({ from, to, weights }) => {
    const list = { size: 2, from: Int32Array.from(from), to: Int32Array.from(to) }
    expect(() => graphOf({ ...list, weights: weights && Float64Array.from(weights) })).toThrow(RangeError)
  })
})
