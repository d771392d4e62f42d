import { asUndirected, type Graph } from './graph.ts'

/**
 * Core number: the largest k such that the node belongs to a group in which everybody is tied to at least k others of the group.
 * Range 0 – n - 1; direction is ignored. Seidman 1983; found in O(nodes + ties) as in Batagelj & Zaveršnik 2003.
 */
export function coreNumbers(given: Graph): Int32Array {
  const { size, offsets, targets } = asUndirected(given)
  const core = new Int32Array(size)
  let most = 0
  for (let v = 0; v < size; v++) {
    core[v] = offsets[v + 1] - offsets[v]
    if (core[v] > most) most = core[v]
  }
  const { order, place, starts } = byDegree(core, most)
  for (let i = 0; i < size; i++) {
    const v = order[i]
    const level = core[v]
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const w = targets[e]
      const degree = core[w]
      if (degree <= level) continue
      // w steps down one bucket: it changes seats with the first of its own
      const first = starts[degree]++
      const seat = place[w]
      const other = order[first]
      order[first] = w
      order[seat] = other
      place[w] = first
      place[other] = seat
      core[w] = degree - 1
    }
  }
  return core
}

function byDegree(degree: Int32Array, most: number): { order: Int32Array; place: Int32Array; starts: Int32Array } {
  const size = degree.length
  const starts = new Int32Array(most + 2)
  for (let v = 0; v < size; v++) starts[degree[v] + 1]++
  for (let d = 1; d < starts.length; d++) starts[d] += starts[d - 1]
  const next = starts.slice()
  const order = new Int32Array(size)
  const place = new Int32Array(size)
  for (let v = 0; v < size; v++) {
    const seat = next[degree[v]]++
    place[v] = seat
    order[seat] = v
  }
  return { order, place, starts }
}
