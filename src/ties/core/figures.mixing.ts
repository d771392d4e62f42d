import type { Present } from './figures.graphs.ts'
import { ages, at, sectors } from './figures.groups.ts'
import { isPerson, meanOf, type Raw, type RawMixing } from './figures.raw.ts'
import type { Snapshot } from './figures.snapshot.ts'
import type { Graph } from './network/graph.ts'
import { alterHeterogeneity, assortativity, blau, eiIndex, type Groups, mixingMatrix } from './network/mixing.ts'

export type Attribute = {
  readonly code: string
  readonly keys: readonly string[]
  readonly groups: Groups
}

export const attributesOf = (snapshot: Snapshot, { nodes }: Present): Attribute[] => {
  const groupsOf = (column: ArrayLike<number>, count: number): Groups => ({
    of: nodes.map((v) => at(column, v)),
    count,
  })
  return [
    { code: 'sector', keys: sectors, groups: groupsOf(snapshot.sector, sectors.length) },
    { code: 'age', keys: ages, groups: groupsOf(snapshot.age, ages.length) },
    { code: 'town', keys: snapshot.towns, groups: groupsOf(snapshot.town, snapshot.towns.length) },
  ]
}

/** Distinct persons behind every cell of the upper half of a mixing matrix. */
const behindCells = (
  snapshot: Snapshot,
  graph: Graph,
  { present: { nodes }, groups }: { present: Present; groups: Groups },
): ReadonlySet<number>[] => {
  const behind = Array.from({ length: groups.count * groups.count }, () => new Set<number>())
  const note = (v: number, w: number): void => {
    const [row, column] = [at(groups.of, v), at(groups.of, w)]
    const cell = Math.min(row, column) * groups.count + Math.max(row, column)
    for (const end of [v, w]) if (row >= 0 && column >= 0 && isPerson(snapshot, at(nodes, end))) behind[cell]?.add(end)
  }
  for (let v = 0; v < graph.size; v++)
    for (let e = at(graph.offsets, v); e < at(graph.offsets, v + 1); e++) note(v, at(graph.targets, e))
  return behind
}

export const mixingOf = (
  snapshot: Snapshot,
  graph: Graph,
  { present, attribute }: { present: Present; attribute: Attribute },
): RawMixing => {
  const { keys, groups, code } = attribute
  const isDiagonal = (cell: number): boolean => cell % (keys.length + 1) === 0
  return {
    code,
    keys,
    cells: Array.from(mixingMatrix(graph, groups), (count, cell) => (isDiagonal(cell) ? count / 2 : count)),
    people: behindCells(snapshot, graph, { present, groups }).map((set) => set.size),
    unknown: eiIndex(graph, groups).unknown,
  }
}

const counted = (groups: Groups): number[] => {
  const counts = Array.from({ length: groups.count }, () => 0)
  for (const group of groups.of) if (group >= 0) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

export const mixtureOf = (graph: Graph, { code, groups }: Attribute, matrix: RawMixing): Raw[] => {
  const ei = eiIndex(graph, groups)
  const n = ei.external + ei.internal
  const both = Float64Array.from(matrix.cells, (count, cell) =>
    cell % (matrix.keys.length + 1) === 0 ? 2 * count : count,
  )
  return [
    { code: `blau.${code}`, value: blau(counted(groups)), n: counted(groups).reduce((sum, count) => sum + count, 0) },
    { code: `alters.${code}`, ...meanOf(alterHeterogeneity(graph, groups)) },
    { code: `ei.${code}`, value: ei.index, n },
    { code: `assortativity.${code}`, value: assortativity(both, matrix.keys.length), n },
  ]
}
