import { type Chance, chanceFrom, everyNode, shuffle } from '../../src/ties/core/network/chance.ts'
import { graphOf } from '../../src/ties/core/network/graph.ts'

/** The ties of an invented town, as parallel arrays of ends. */
export type Town = { readonly size: number; readonly from: Int32Array; readonly to: Int32Array }

/**
 * A small world with households: households of one to six, everybody tied inside; then neighbours along the streets, one tie in ten
 * leading anywhere, until the average degree is 8. Households stand together in the numbering but arrive in no order.
 */
export function townOf(size: number, seed: number): Town {
  const chance = chanceFrom(seed)
  const ends: number[] = []
  const street = settle(size, chance, ends)
  const wanted = 4 * size
  for (let missing = wanted - tiesAmong(size, ends); missing > size / 1000; missing = wanted - tiesAmong(size, ends)) {
    for (let tie = 0; tie < missing; tie++) {
      const at = Math.floor(chance() * size)
      const reach = chance() < 0.1 ? Math.floor(chance() * size) : 1 + Math.floor(chance() ** 2 * 20)
      ends.push(street[at] ?? 0, street[(at + reach) % size] ?? 0)
    }
  }
  return { size, ...splitEnds(ends) }
}

/** Drawing hits ties that are already there: what counts is how many are different. */
function tiesAmong(size: number, ends: readonly number[]): number {
  return graphOf({ size, ...splitEnds(ends) }).ties
}

function splitEnds(ends: readonly number[]): { from: Int32Array; to: Int32Array } {
  const from = new Int32Array(ends.length / 2)
  const to = new Int32Array(ends.length / 2)
  for (let e = 0; e < from.length; e++) {
    from[e] = ends[2 * e] ?? 0
    to[e] = ends[2 * e + 1] ?? 0
  }
  return { from, to }
}

/** Fills `ends` with the ties at home; answers who lives along the street, in order. */
function settle(size: number, chance: Chance, ends: number[]): Int32Array {
  const homes: number[] = []
  for (let first = 0; first < size; first += 1 + Math.floor(chance() * 6)) homes.push(first)
  homes.push(size)
  const street = new Int32Array(size)
  let filled = 0
  for (const home of shuffle(everyNode(homes.length - 1), chance)) {
    const first = homes[home] ?? 0
    const next = homes[home + 1] ?? size
    for (let v = first; v < next; v++) {
      street[filled++] = v
      for (let w = v + 1; w < next; w++) ends.push(v, w)
    }
  }
  return street
}
