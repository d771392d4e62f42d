import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type Snapshot, snapshotOf } from '../core/figures.snapshot.ts'
import { changeDataOf, closenessOf } from '../core/figures.waves.ts'
import { type FoundLink, type FoundNode, type FoundTie, legameTest } from '../core/network.take.ts'
import { knowsIn, wavesIn } from './figures.store.ts'
import { definitionOn, readPlace, type Together } from './network.acts.ts'
import type { Place } from './network.store.ts'

/** What is measured: a place, between two days. */
export type Asked = { readonly place: Place; readonly day: Day; readonly from: Day; readonly together: Together }

/** Bodies seen at work together stand in the figures of bodies as ties of theirs. */
const asTies = (links: readonly FoundLink[]): FoundTie[] =>
  links.map(({ a, b, since, until }) => ({
    id: `together ${a} ${b}`,
    a: { kind: 'organisation', id: a, label: '' },
    b: { kind: 'organisation', id: b, label: '' },
    kind: 'association',
    strength: null,
    direction: 'mutual',
    since,
    until,
    evidence: 'saidByBoth',
    origin: { kind: 'other', id: null },
    recordedOn: since,
  }))

/** Takes a snapshot of a place from the database: one question for every kind of edge. */
export const takeSnapshot = async (
  tx: Tx,
  { place, day, from, together }: Asked,
): Promise<{ snapshot: Snapshot; known: readonly FoundNode[] }> => {
  const [read, waves, knows, { rule }] = await Promise.all([
    readPlace(tx, { place, name: '' }, { day, together }),
    wavesIn(tx, place, day),
    knowsIn(tx, place, day),
    definitionOn(tx, day),
  ])
  return snapshotOf({
    nodes: read.nodes,
    ties: place.bodies ? [...read.ties, ...asTies(read.together)] : read.ties,
    knows,
    close: closenessOf(waves, from),
    waves: changeDataOf(waves, rule),
    day,
    from,
    counts: legameTest(rule, day),
    rule,
  })
}
