import { describe, expect, it } from 'vitest'
import { graphFromPairs } from './graph.ts'
import { alterHeterogeneity, blau, eiIndex, groupEiIndex, nodeEiIndex, normalisedBlau } from './mixing.ts'

const unknown = -1

describe('mixing', () => {
  it('is none in one kind, most in equal kinds', () => {
    expect(blau([7, 0, 0])).toBe(0)
    expect(blau([2, 2, 2, 2])).toBeCloseTo(0.75, 15)
    expect(normalisedBlau([2, 2, 2, 2])).toBeCloseTo(1, 15)
    expect(blau([5, 3, 2])).toBeCloseTo(1 - 0.25 - 0.09 - 0.04, 15)
    expect(blau([0, 0])).toBeNaN()
    expect(normalisedBlau([3])).toBeNaN()
  })

  it('among a person’s alters leaves out those of whom nothing is known', () => {
    const star = graphFromPairs(5, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ])
    const found = alterHeterogeneity(star, { of: Int32Array.of(0, 0, 1, 1, unknown), count: 2 })
    expect(found[0]).toBeCloseTo(4 / 9, 15)
    expect(found[1]).toBe(0)
  })

  it('counts ties across and within: whole, group and person', () => {
    const graph = graphFromPairs(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    const groups = { of: Int32Array.of(0, 0, 1, 1, unknown), count: 2 }
    expect(eiIndex(graph, groups)).toEqual({ index: -1 / 3, external: 1, internal: 2, unknown: 1 })
    expect([...groupEiIndex(graph, groups)]).toEqual([0, 0])
    expect([...nodeEiIndex(graph, groups)]).toEqual([-1, 0, 0, -1, Number.NaN])
  })
})
