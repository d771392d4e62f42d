import { strengths } from './extent.ts'
import { asUndirected, type Graph } from './graph.ts'

/**
 * Modularity of a division: sum over communities of w(in) / m - resolution x (strength / 2m)², m the total weight, ties with oneself included.
 * Range -1/2 – 1; NaN without ties; direction is ignored. Newman & Girvan 2004; resolution as in Reichardt & Bornholdt 2006.
 */
export function modularity(given: Graph, communities: Int32Array, resolution = 1): number {
  const graph = asUndirected(given)
  const { size, offsets, targets, weights, loops } = graph
  const strength = strengths(graph)
  let last = -1
  for (let v = 0; v < size; v++) if (communities[v] > last) last = communities[v]
  const mass = new Float64Array(last + 1)
  let twice = 0
  let inside = 0
  for (let v = 0; v < size; v++) {
    const own = communities[v]
    mass[own] += strength[v]
    twice += strength[v]
    if (loops !== null) inside += 2 * loops[v]
    for (let e = offsets[v]; e < offsets[v + 1]; e++)
      if (communities[targets[e]] === own) inside += weights === null ? 1 : weights[e]
  }
  if (twice === 0) return Number.NaN
  let expected = 0
  for (const own of mass) expected += (own / twice) ** 2
  return inside / twice - resolution * expected
}
