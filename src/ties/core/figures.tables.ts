import { aliveOn, type Chosen, choose, type Present } from './figures.graphs.ts'
import { at, degreeBandOf, degreeBands, sectors } from './figures.groups.ts'
import { isPerson, type RawTable } from './figures.raw.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { capitals } from './legame.ts'

export const sectorTable = (snapshot: Snapshot, { nodes }: Present): RawTable => ({
  code: 'size',
  rows: sectors.map((key, no) => {
    const count = nodes.reduce((sum, v) => sum + (at(snapshot.sector, v) === no ? 1 : 0), 0)
    return { key, count, people: count }
  }),
})

/** Distinct persons at either end of some ties. */
export const peopleAt = (snapshot: Snapshot, ties: Iterable<number>): number => {
  const found = new Set<number>()
  for (const e of ties)
    for (const end of [at(snapshot.a, e), at(snapshot.b, e)]) if (isPerson(snapshot, end)) found.add(end)
  return found.size
}

export const tableBy = (
  snapshot: Snapshot,
  code: string,
  { ties, keys, of }: { ties: Chosen; keys: readonly string[]; of: (tie: number) => number },
): RawTable => ({
  code,
  rows: keys.map((key, no) => {
    const own = ties.filter((e) => of(e) === no)
    return { key, count: own.length, people: peopleAt(snapshot, own) }
  }),
})

/** Ties between a firm and a person, a household or a body of the third sector. */
export const crossesProfit = ({ a, b, sector }: Snapshot, tie: number): boolean => {
  const two = [sectors[at(sector, at(a, tie))], sectors[at(sector, at(b, tie))]]
  return two.includes('firm') && two.some((one) => one === 'person' || one === 'household' || one === 'thirdSector')
}

/** Legami of every person who takes part, third parties included. */
export const tiesPerPerson = (snapshot: Snapshot, legami: Chosen, { nodes }: Present): Int32Array => {
  const ties = new Int32Array(snapshot.size)
  for (const e of legami) for (const end of [at(snapshot.a, e), at(snapshot.b, e)]) ties[end] = at(ties, end) + 1
  return ties.length === 0
    ? ties
    : nodes.filter((v) => v < snapshot.known && isPerson(snapshot, v)).map((v) => at(ties, v))
}

export const degreeTable = (perPerson: Int32Array): RawTable => ({
  code: 'degree',
  rows: degreeBands.map((key, no) => {
    const count = perPerson.filter((ties) => degreeBandOf(ties) === no).length
    return { key, count, people: count }
  }),
})

/** Bonding, bridging and linking of ties that live on the day; those with people paid to be there stand under linking. */
export const capitalTable = (snapshot: Snapshot): RawTable => {
  const ties = choose(
    snapshot,
    (e) => aliveOn(snapshot, e, snapshot.day) && (at(snapshot.counts, e) === 1 || at(snapshot.apart, e) === 1),
  )
  return tableBy(snapshot, 'capital', { ties, keys: capitals, of: (e) => at(snapshot.capital, e) })
}
