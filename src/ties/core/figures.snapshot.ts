import type { Day } from '../../platform/core/day.ts'
import { ages, at, origins, sectors, tieKinds } from './figures.groups.ts'
import type { ChangeData } from './figures.waves.ts'
import { capitalOf, capitals, type LegameRule } from './legame.ts'
import { ageBandOn, type FoundEnd, type FoundLink, type FoundNode, type FoundTie } from './network.take.ts'

/** Whole days since 1970-01-01 of a day, so that columns hold numbers. */
export const dayNumber = (day: Day): number => {
  const [y, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  // March first, so that the day that only some years have comes last (Hinnant, days_from_civil)
  const year = month <= 2 ? y - 1 : y
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const century = Math.floor(year / 100)
  return year * 365 + Math.floor(year / 4) - century + Math.floor(century / 4) + ofYear - 719_468
}

/**
 * A network in columns, ready to be given to a worker. Nodes 0 .. known - 1 are persons, households and bodies, the rest third parties.
 * Ties of the same two known ends are one. Days are numbers (`dayNumber`), `until` is -1 while a tie lives, groups are -1 where not known.
 */
export type Snapshot = {
  readonly day: number
  readonly from: number
  readonly size: number
  readonly known: number
  readonly sector: Int8Array
  readonly age: Int8Array
  readonly town: Int32Array
  /** 1: a person with an open case on the day. */
  readonly followed: Uint8Array
  readonly towns: readonly string[]
  readonly a: Int32Array
  readonly b: Int32Array
  readonly kind: Int8Array
  readonly origin: Int8Array
  /** 0 both ways, 1 from a, 2 from b. */
  readonly direction: Int8Array
  readonly since: Int32Array
  readonly until: Int32Array
  readonly recorded: Int32Array
  /** 1: a legame on the day, by the definition in force. */
  readonly counts: Uint8Array
  /** 1: left out by its kind: with somebody paid to be there. */
  readonly apart: Uint8Array
  /** What it brings, by the definition: its place among `capitals`. */
  readonly capital: Int8Array
  /** Closeness in the last conversation by `from`, and by the day: 0 where not told. */
  readonly closeBefore: Int8Array
  readonly closeAfter: Int8Array
  /** Who knows whom among the far ends. */
  readonly knows: Int32Array
  readonly waves: ChangeData
}

export type SnapshotOf = {
  readonly nodes: readonly FoundNode[]
  readonly ties: readonly FoundTie[]
  /** By the ids of ties. */
  readonly knows: readonly FoundLink[]
  readonly close: ReadonlyMap<string, { readonly before: number; readonly after: number }>
  readonly waves: ChangeData
  readonly day: Day
  readonly from: Day
  readonly counts: (tie: FoundTie) => boolean
  readonly rule: Pick<LegameRule, 'leftOut' | 'bonding' | 'linking' | 'linkingBodies'>
}

type Merged = FoundTie & { counted: boolean; ids: string[] }

const older = (one: FoundTie, other: FoundTie): FoundTie =>
  other.since < one.since || (other.since === one.since && other.id < one.id) ? other : one

const inOrder = (one: Day, other: Day): readonly [Day, Day] => (other < one ? [other, one] : [one, other])

/** Two records of one tie: it began with the first, lives while either does, and goes both ways when they say different ones. */
const together = (one: Merged, other: FoundTie, counted: boolean): Merged => {
  const first = older(one, other)
  const turned = one.a.id !== other.a.id
  const flip = { gives: 'receives', receives: 'gives', mutual: 'mutual' } as const
  const said = turned ? flip[other.direction] : other.direction
  return {
    ...one,
    since: first.since,
    origin: first.origin,
    kind: first.kind,
    until: one.until === null || other.until === null ? null : inOrder(one.until, other.until)[1],
    direction: one.direction === said ? said : 'mutual',
    recordedOn: inOrder(one.recordedOn, other.recordedOn)[0],
    counted: one.counted || counted,
    ids: [...one.ids, other.id],
  }
}

const pairOf = ({ id, a, b }: FoundTie): string =>
  a.id === null || b.id === null ? `alter ${id}` : a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`

/** One tie for each pair of known ends; every third party has one of their own. */
export const onceEach = (ties: readonly FoundTie[], counts: (tie: FoundTie) => boolean): Merged[] => {
  const once = new Map<string, Merged>()
  for (const tie of ties) {
    const pair = pairOf(tie)
    const before = once.get(pair)
    once.set(pair, before ? together(before, tie, counts(tie)) : { ...tie, counted: counts(tie), ids: [tie.id] })
  }
  return [...once.values()]
}

const strangersIn = (ties: readonly Merged[], nodes: ReadonlyMap<string, number>): FoundEnd[] => {
  const found = new Map<string, FoundEnd>()
  for (const { a, b } of ties)
    for (const end of [a, b]) if (end.id !== null && !nodes.has(end.id)) found.set(end.id, end)
  return [...found.values()].sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1))
}

const nodeOf = ({ id, kind }: FoundEnd): FoundNode => ({
  id: id ?? '',
  kind: kind === 'organisation' || kind === 'alter' ? 'other' : kind,
  label: '',
  birthDate: null,
  birthYear: null,
  town: '',
  caseId: null,
  followed: false,
})

const everybody = (nodes: readonly FoundNode[], ties: readonly Merged[]): FoundNode[] => {
  const listed = [...nodes].sort((one, other) => (one.id < other.id ? -1 : 1))
  const numbers = new Map(listed.map(({ id }, no) => [id, no]))
  return [...listed, ...strangersIn(ties, numbers).map(nodeOf)]
}

type Ends = {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly far: Map<string, readonly [number, number]>
  readonly size: number
}

const endsOf = (ties: readonly Merged[], numbers: ReadonlyMap<string, number>): Ends => {
  const [a, b] = [new Int32Array(ties.length), new Int32Array(ties.length)]
  const far = new Map<string, readonly [number, number]>()
  let size = numbers.size
  ties.forEach((tie, no) => {
    const [one, other] = [tie.a, tie.b].map(({ id }) => (id === null ? size++ : (numbers.get(id) ?? 0)))
    a[no] = one ?? 0
    b[no] = other ?? 0
    for (const id of tie.ids) far.set(id, [one ?? 0, other ?? 0])
  })
  return { a, b, far, size }
}

const bands: readonly string[] = ages
const directions = ['mutual', 'gives', 'receives'] as const

const columnsOf = (ties: readonly Merged[], { close, rule }: SnapshotOf) => ({
  kind: Int8Array.from(ties, (tie) => tieKinds.indexOf(tie.kind)),
  origin: Int8Array.from(ties, (tie) => origins.indexOf(tie.origin.kind)),
  direction: Int8Array.from(ties, (tie) => directions.indexOf(tie.direction)),
  since: Int32Array.from(ties, (tie) => dayNumber(tie.since)),
  until: Int32Array.from(ties, (tie) => (tie.until === null ? -1 : dayNumber(tie.until))),
  recorded: Int32Array.from(ties, (tie) => dayNumber(tie.recordedOn)),
  counts: Uint8Array.from(ties, (tie) => (tie.counted ? 1 : 0)),
  apart: Uint8Array.from(ties, (tie) => (rule.leftOut.includes(tie.kind) ? 1 : 0)),
  closeBefore: Int8Array.from(ties, (tie) => Math.max(0, ...tie.ids.map((id) => close.get(id)?.before ?? 0))),
  closeAfter: Int8Array.from(ties, (tie) => Math.max(0, ...tie.ids.map((id) => close.get(id)?.after ?? 0))),
})

/** Puts what was found into columns; `known` gives the node behind each known number, for those who may see names. */
export const snapshotOf = (given: SnapshotOf): { snapshot: Snapshot; known: readonly FoundNode[] } => {
  const ties = onceEach(given.ties, given.counts)
  const known = everybody(given.nodes, ties)
  const towns = [...new Set(known.map(({ town }) => town).filter((town) => town !== ''))].sort()
  const numbers = new Map(known.map(({ id }, no) => [id, no]))
  const ends = endsOf(ties, numbers)
  const farOf = (tie: string, of: string): number => ends.far.get(tie)?.find((end) => end !== numbers.get(of)) ?? -1
  const knows = given.knows.flatMap(({ a, b, of = '' }) => {
    const [x, y] = [farOf(a, of), farOf(b, of)]
    return x < 0 || y < 0 || x === y ? [] : [x, y]
  })
  const snapshot: Snapshot = {
    day: dayNumber(given.day),
    from: dayNumber(given.from),
    size: ends.size,
    known: known.length,
    sector: Int8Array.from({ length: ends.size }, (_, v) => sectors.indexOf(known[v]?.kind ?? 'alter')),
    age: Int8Array.from(known, (node) => bands.indexOf(ageBandOn(node, given.day))),
    town: Int32Array.from(known, ({ town }) => towns.indexOf(town)),
    followed: Uint8Array.from(known, ({ followed }) => (followed ? 1 : 0)),
    towns,
    a: ends.a,
    b: ends.b,
    ...columnsOf(ties, given),
    capital: Int8Array.from(ties, ({ kind }, e) =>
      capitals.indexOf(capitalOf(given.rule, kind, [known[at(ends.a, e)]?.kind, known[at(ends.b, e)]?.kind])),
    ),
    knows: Int32Array.from(knows),
    waves: given.waves,
  }
  return { snapshot, known }
}
