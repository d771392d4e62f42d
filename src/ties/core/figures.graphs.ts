import { at } from './figures.groups.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { type Graph, graphOf } from './network/graph.ts'

/** Ties of a snapshot by their numbers. */
export type Chosen = Int32Array

export const choose = (snapshot: Snapshot, test: (tie: number) => boolean): Chosen => {
  const found: number[] = []
  for (let e = 0; e < snapshot.a.length; e++) if (test(e)) found.push(e)
  return Int32Array.from(found)
}

export const aliveOn = ({ since, until }: Snapshot, tie: number, day: number): boolean =>
  at(since, tie) <= day && (at(until, tie) === -1 || at(until, tie) > day)

/** Legami that live on the day. */
export const legamiOf = (snapshot: Snapshot): Chosen =>
  choose(snapshot, (e) => at(snapshot.counts, e) === 1 && aliveOn(snapshot, e, snapshot.day))

/** The nodes that take part (with a legame, or followed), renumbered in their order; -1 for the others. */
export type Present = { readonly place: Int32Array; readonly nodes: Int32Array }

export const presentIn = ({ size, followed, a, b }: Snapshot, ties: Chosen, known: number): Present => {
  const place = new Int32Array(size).fill(-1)
  for (const e of ties) for (const end of [at(a, e), at(b, e)]) place[end] = 0
  for (let v = 0; v < followed.length; v++) if (at(followed, v) === 1) place[v] = 0
  const nodes: number[] = []
  for (let v = 0; v < known; v++) if (at(place, v) === 0) place[v] = nodes.push(v) - 1
  return { place: place.map((no, v) => (v < known ? no : -1)), nodes: Int32Array.from(nodes) }
}

const ends = (column: Int32Array, ties: Chosen, { place }: Present): Int32Array =>
  ties.map((e) => at(place, at(column, e)))

export const graphAmong = (snapshot: Snapshot, ties: Chosen, present: Present): Graph =>
  graphOf({ size: present.nodes.length, from: ends(snapshot.a, ties, present), to: ends(snapshot.b, ties, present) })

/** Which way things go: an arc for each side that gives. */
export const arcsAmong = (snapshot: Snapshot, ties: Chosen, present: Present): Graph => {
  const [from, to]: [number[], number[]] = [[], []]
  for (const e of ties) {
    const [a, b] = [at(present.place, at(snapshot.a, e)), at(present.place, at(snapshot.b, e))]
    const way = at(snapshot.direction, e)
    if (way !== 2) from.push(a) && to.push(b)
    if (way !== 1) from.push(b) && to.push(a)
  }
  return graphOf({ size: present.nodes.length, from: Int32Array.from(from), to: Int32Array.from(to), directed: true })
}

/** Everything with third parties and what they know of one another: for what is measured around one person. */
export const wholeGraph = (snapshot: Snapshot, ties: Chosen, present: Present): Graph => {
  const knows: [number[], number[]] = [[], []]
  for (let i = 0; i + 1 < snapshot.knows.length; i += 2) {
    const [x, y] = [at(present.place, at(snapshot.knows, i)), at(present.place, at(snapshot.knows, i + 1))]
    if (x >= 0 && y >= 0) knows[0].push(x) && knows[1].push(y)
  }
  return graphOf({
    size: present.nodes.length,
    from: Int32Array.from([...ends(snapshot.a, ties, present), ...knows[0]]),
    to: Int32Array.from([...ends(snapshot.b, ties, present), ...knows[1]]),
  })
}
