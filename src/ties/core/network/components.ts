import type { Graph } from './graph.ts'

/** `of[v]` is the component of node v, numbered 0, 1, … by first member; `sizes[c]` its head-count. */
export type Components = { readonly count: number; readonly of: Int32Array; readonly sizes: Int32Array }

/**
 * Weakly connected components: nodes that a chain of ties joins, whatever its direction. Count in 0 – n.
 * Union–find with path halving and the lowest node as root (Tarjan & van Leeuwen 1984): one pass over the ties, no reverse graph.
 */
export function components({ size, offsets, targets, directed }: Graph): Components {
  const parent = new Int32Array(size)
  for (let v = 0; v < size; v++) parent[v] = v
  for (let v = 0; v < size; v++) {
    let root = rootOf(parent, v)
    for (let e = offsets[v]; e < offsets[v + 1]; e++) {
      const w = targets[e]
      if (!directed && w > v) break
      const other = rootOf(parent, w)
      if (other === root) continue
      if (other < root) {
        parent[root] = other
        root = other
      } else parent[other] = root
    }
  }
  return numbered(parent)
}

/** The share of nodes in the largest component, 0–1; NaN when empty. */
export function largestShare({ of, sizes }: Components): number {
  let largest = 0
  for (const size of sizes) if (size > largest) largest = size
  return of.length === 0 ? Number.NaN : largest / of.length
}

function rootOf(parent: Int32Array, node: number): number {
  let v = node
  while (parent[v] !== v) {
    const up = parent[parent[v]]
    parent[v] = up
    v = up
  }
  return v
}

function numbered(parent: Int32Array): Components {
  const sizes: number[] = []
  for (let v = 0; v < parent.length; v++) {
    // a root is the lowest of its component, so whatever stands above v was already numbered
    if (parent[v] === v) parent[v] = sizes.push(0) - 1
    else parent[v] = parent[parent[v]]
    sizes[parent[v]]++
  }
  return { count: sizes.length, of: parent, sizes: Int32Array.from(sizes) }
}
