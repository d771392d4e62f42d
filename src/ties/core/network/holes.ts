import { asUndirected, type Graph } from './graph.ts'

/** For each node: how much of its network says something new, and how closed it is. */
export type Holes = {
  readonly effectiveSize: Float64Array
  readonly efficiency: Float64Array
  readonly constraint: Float64Array
}

/**
 * Burt's structural holes (Structural Holes, 1992, ch. 2), for the nodes `start .. end - 1` of the undirected graph (both directions
 * added); other places stay NaN, as do isolates. With p(i,j) the share of i's tie strength that goes to j, and q any alter of i:
 * effective size = sum over j of [1 - sum over q of p(i,q) m(j,q)], m(j,q) = strength of j–q over j's strongest tie; range 1 – degree.
 * Efficiency = effective size / degree; range 1 / degree – 1.
 * Constraint = sum over j of [p(i,j) + sum over q of p(i,q) p(q,j)]²; above 0, at most 2 (9/8 when all ties weigh the same); one only alter gives 1.
 */
export function structuralHoles(given: Graph, start = 0, end: number = given.size): Holes {
  const graph = asUndirected(given)
  const { size, offsets, targets, weights } = graph
  const { total, strongest } = sumsOf(graph)
  const holes = blank(size)
  const tie = new Float64Array(size)
  const through = new Float64Array(size)
  for (let i = start; i < end; i++) {
    const first = offsets[i]
    const last = offsets[i + 1]
    if (first === last) continue
    for (let e = first; e < last; e++) tie[targets[e]] = (weights === null ? 1 : weights[e]) / total[i]
    let redundancy = 0
    for (let e = first; e < last; e++) {
      const q = targets[e]
      const share = tie[q]
      for (let f = offsets[q]; f < offsets[q + 1]; f++) {
        const j = targets[f]
        if (tie[j] === 0) continue
        const strength = weights === null ? 1 : weights[f]
        through[j] += (share * strength) / total[q]
        redundancy += (share * strength) / strongest[j]
      }
    }
    let constraint = 0
    for (let e = first; e < last; e++) {
      const j = targets[e]
      const closed = tie[j] + through[j]
      constraint += closed * closed
      tie[j] = 0
      through[j] = 0
    }
    holes.effectiveSize[i] = last - first - redundancy
    holes.efficiency[i] = holes.effectiveSize[i] / (last - first)
    holes.constraint[i] = constraint
  }
  return holes
}

function blank(size: number): Holes {
  const nothing = (): Float64Array => new Float64Array(size).fill(Number.NaN)
  return { effectiveSize: nothing(), efficiency: nothing(), constraint: nothing() }
}

function sumsOf({ size, offsets, weights }: Graph): { total: Float64Array; strongest: Float64Array } {
  const total = new Float64Array(size)
  const strongest = new Float64Array(size)
  for (let v = 0; v < size; v++) {
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const weight = weights === null ? 1 : weights[e]
      total[v] += weight
      if (weight > strongest[v]) strongest[v] = weight
    }
  }
  return { total, strongest }
}
