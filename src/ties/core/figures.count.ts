import { arcsAmong, graphAmong, legamiOf, presentIn, wholeGraph } from './figures.graphs.ts'
import { at, origins } from './figures.groups.ts'
import { attributesOf, mixingOf, mixtureOf } from './figures.mixing.ts'
import type { Standing } from './figures.raw.ts'
import { aroundScalars, cohesionScalars, extentScalars } from './figures.scalars.ts'
import type { Snapshot } from './figures.snapshot.ts'
import { capitalTable, degreeTable, sectorTable, tableBy, tiesPerPerson } from './figures.tables.ts'
import { blau } from './network/mixing.ts'
import type { KeptPieces } from './network/piecewise.ts'

/** Everything as it stands on the day of the snapshot. `kept` remembers components that did not change; `seed` makes chance repeatable. */
export const standing = (snapshot: Snapshot, seed: number, kept: KeptPieces): Standing => {
  const legami = legamiOf(snapshot)
  const amongKnown = legami.filter((e) => at(snapshot.a, e) < snapshot.known && at(snapshot.b, e) < snapshot.known)
  const core = presentIn(snapshot, amongKnown, snapshot.known)
  const whole = presentIn(snapshot, legami, snapshot.size)
  const graph = graphAmong(snapshot, amongKnown, core)
  const around = wholeGraph(snapshot, legami, whole)
  const attributes = attributesOf(snapshot, core)
  const matrices = attributes.map((attribute) => mixingOf(snapshot, graph, { present: core, attribute }))
  const perPerson = tiesPerPerson(snapshot, legami, whole)
  const people = perPerson.length
  const bornOf = (e: number): number => at(snapshot.origin, e)
  const originCounts = origins.map((_, no) => legami.filter((e) => bornOf(e) === no).length)
  return {
    people,
    scalars: [
      ...extentScalars(snapshot, { legami, graph, arcs: arcsAmong(snapshot, amongKnown, core), perPerson }),
      ...cohesionScalars(graph, { seed, kept, people }),
      ...aroundScalars(snapshot, around, { whole, kept }),
      ...attributes.flatMap((attribute, no) => {
        const matrix = matrices[no]
        return matrix ? mixtureOf(graph, attribute, matrix) : []
      }),
      { code: 'blau.origin', value: blau(originCounts), n: legami.length },
    ],
    tables: [
      sectorTable(snapshot, whole),
      degreeTable(perPerson),
      tableBy(snapshot, 'born', { ties: legami, keys: origins, of: bornOf }),
      capitalTable(snapshot),
    ],
    mixing: matrices,
  }
}
