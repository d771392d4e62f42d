import { strengths } from './extent.ts'
import type { Graph } from './graph.ts'

/** A network on the way up: its nodes are groups of people, `mass` their summed strength. Ties inside a node matter only to its mass. */
export type Level = {
  readonly size: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array | null
  readonly mass: Float64Array
}

/**
 * Room to work in, made once for the people and used again on every level, where only its first places count. Whoever borrows `toward` and
 * `isNew` gives them back as they were: all 0, all 1. The rest holds whatever the last left.
 */
export type Room = {
  readonly toward: Float64Array
  readonly isNew: Uint8Array
  readonly total: Float64Array
  readonly outward: Float64Array
  readonly gains: Float64Array
  readonly touched: Int32Array
  readonly order: Int32Array
  readonly members: Int32Array
  readonly empty: Int32Array
  readonly marks: Uint8Array
}

export function roomFor(size: number): Room {
  return {
    toward: new Float64Array(size),
    isNew: new Uint8Array(size).fill(1),
    total: new Float64Array(size),
    outward: new Float64Array(size),
    gains: new Float64Array(size),
    touched: new Int32Array(size + 1),
    order: new Int32Array(size),
    members: new Int32Array(size),
    empty: new Int32Array(size),
    marks: new Uint8Array(size),
  }
}

/** The people themselves, from an undirected graph. */
export function groundLevel(graph: Graph): Level {
  const { size, offsets, targets, weights } = graph
  return { size, offsets, targets, weights, mass: strengths(graph) }
}

/** The level above: each group (0 .. count - 1) becomes a node, the ties between two groups become one. */
export function folded(level: Level, group: Int32Array, { count, room }: { count: number; room: Room }): Level {
  const { size, offsets, targets, weights } = level
  const { starts, members } = membersOf(size, group, count)
  const mass = new Float64Array(count)
  const upOffsets = new Int32Array(count + 1)
  const upTargets = new Int32Array(targets.length + 1)
  const upWeights = new Float64Array(targets.length)
  const { toward, isNew } = room
  let kept = 0
  for (let g = 0; g < count; g++) {
    const first = kept
    isNew[g] = 0
    for (let i = starts[g]; i < starts[g + 1]; i++) {
      const v = members[i]
      mass[g] += level.mass[v]
      for (let e = offsets[v], end = offsets[v + 1]; e < end; e++) {
        const other = group[targets[e]]
        upTargets[kept] = other
        kept += isNew[other]
        isNew[other] = 0
        toward[other] += weights === null ? 1 : weights[e]
      }
    }
    for (let e = first; e < kept; e++) {
      upWeights[e] = toward[upTargets[e]]
      toward[upTargets[e]] = 0
      isNew[upTargets[e]] = 1
    }
    toward[g] = 0
    isNew[g] = 1
    upOffsets[g + 1] = kept
  }
  return { size: count, offsets: upOffsets, targets: upTargets.slice(0, kept), weights: upWeights.slice(0, kept), mass }
}

/** 1 when two names differ, 0 when they are the same, without a branch that the processor would have to guess. */
export function isOther(one: number, other: number): number {
  const apart = one ^ other
  return (apart | -apart) >>> 31
}

/** Numbers the groups 0, 1, … by first member, in place; answers how many. */
export function renumber(group: Int32Array, names: number = group.length): number {
  const name = new Int32Array(names).fill(-1)
  let count = 0
  for (let v = 0; v < group.length; v++) {
    if (name[group[v]] < 0) name[group[v]] = count++
    group[v] = name[group[v]]
  }
  return count
}

function membersOf(size: number, group: Int32Array, count: number): { starts: Int32Array; members: Int32Array } {
  const starts = new Int32Array(count + 1)
  for (let v = 0; v < size; v++) starts[group[v] + 1]++
  for (let g = 0; g < count; g++) starts[g + 1] += starts[g]
  const next = starts.slice()
  const members = new Int32Array(size)
  for (let v = 0; v < size; v++) members[next[group[v]]++] = v
  return { starts, members }
}
