import { standing } from './figures.count.ts'
import { legamiOf } from './figures.graphs.ts'
import { at } from './figures.groups.ts'
import type { Standing } from './figures.raw.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { changes, overTime, type RawChange, type RawSurvival, survivals } from './figures.time.ts'
import { fragility } from './network/bridges.ts'
import { graphOf } from './network/graph.ts'
import type { KeptPieces } from './network/piecewise.ts'

/** Changes with the way in which figures are counted: kept ones of another way are not used. */
export const figuresVersion = 1

/** Everything counted, nothing hidden yet. As JSON a number that does not exist is null. */
export type RawFigures = Standing & {
  readonly survival: readonly RawSurvival[]
  readonly change: readonly RawChange[]
}

/** All figures of a snapshot. The same snapshot and seed give the same figures, whatever is kept. */
export const countFigures = (snapshot: Snapshot, seed: number, kept: KeptPieces): RawFigures => {
  const now = standing(snapshot, seed, kept)
  return {
    ...now,
    tables: [...now.tables, ...overTime(snapshot)],
    survival: survivals(snapshot),
    change: changes(snapshot.waves, seed),
  }
}

/** Ties and people, by their numbers in the snapshot, whose loss splits the network of legami among known ends; the heaviest first. */
export const countFragile = (snapshot: Snapshot, most = 50) => {
  const ties = legamiOf(snapshot).filter(
    (e) => at(snapshot.a, e) < snapshot.known && at(snapshot.b, e) < snapshot.known,
  )
  const graph = graphOf({
    size: snapshot.known,
    from: ties.map((e) => at(snapshot.a, e)),
    to: ties.map((e) => at(snapshot.b, e)),
  })
  const { bridges, linchpins } = fragility(graph)
  const heaviest = <T extends { readonly cut: number }>(all: readonly T[]): T[] =>
    [...all].sort((a, b) => b.cut - a.cut).slice(0, most)
  return { bridges: heaviest(bridges.filter(({ cut }) => cut > 1)), linchpins: heaviest(linchpins) }
}
