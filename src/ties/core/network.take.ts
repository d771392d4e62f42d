import { addMonths, ageOn, type Day } from '../../platform/core/day.ts'
import type { LegameRule } from './legame.ts'
import type { AgeBand, Network, NetworkNode, NetworkTie, NodeKind } from './network.schema.ts'
import type { EndKind, OriginKind, TieDirection, TieEvidence, TieKind } from './tie.schema.ts'

/** One end of a tie as it is stored; `id` is null for a third party. */
export type FoundEnd = { readonly kind: EndKind; readonly id: string | null; readonly label: string }

/** A tie as a network needs it. */
export type FoundTie = {
  readonly id: string
  readonly a: FoundEnd
  readonly b: FoundEnd
  readonly kind: TieKind
  readonly strength: number | null
  readonly direction: TieDirection
  readonly since: Day
  readonly until: Day | null
  readonly evidence: TieEvidence
  readonly origin: { readonly kind: OriginKind; readonly id: string | null }
  readonly recordedOn: Day
  /** What the row of the other district has too, of a tie across districts. */
  readonly across?: string | null
}

/** Somebody known: a person, a household or a body. `sector` is the kind of a body. */
export type FoundNode = {
  readonly id: string
  readonly kind: Exclude<NodeKind, 'alter'>
  readonly label: string
  readonly birthDate: Day | null
  readonly birthYear: number | null
  readonly town: string
  readonly caseId: string | null
  /** A person with an open case on the day. */
  readonly followed: boolean
}

/** Two who know each other, by the ties of one person with them; or two bodies at work together, by their ids. */
export type FoundLink = {
  readonly a: string
  readonly b: string
  readonly since: Day
  readonly until: Day | null
  /** The person who said so. */
  readonly of?: string
}

export const sectorOf = (kind: string): Exclude<NodeKind, 'person' | 'household' | 'alter'> => {
  if (kind === 'firm' || kind === 'school') return kind
  if (
    ['municipality', 'districtSocialCompany', 'jobCentre', 'youthInfo', 'healthService', 'otherPublic'].includes(kind)
  )
    return 'public'
  return kind === 'other' ? 'other' : 'thirdSector'
}

const bands: readonly [number, AgeBand][] = [
  [17, '0-17'],
  [34, '18-34'],
  [54, '35-54'],
  [74, '55-74'],
]

/** Age in bands on a day; a year alone is read as the year less. '' where nothing is known. */
export const ageBandOn = ({ birthDate, birthYear }: Pick<FoundNode, 'birthDate' | 'birthYear'>, day: Day): AgeBand => {
  const age = birthDate ? ageOn(birthDate, day) : birthYear === null ? null : Number(day.slice(0, 4)) - birthYear
  if (age === null || age < 0) return ''
  return bands.find(([last]) => age <= last)?.[1] ?? '75+'
}

/** Whether ties count by a definition on a day; the months of each beginning are reckoned once. */
export const legameTest = (
  rule: LegameRule,
  day: Day,
): ((tie: Pick<FoundTie, 'kind' | 'since' | 'until' | 'evidence'>) => boolean) => {
  const proven = new Map<Day, Day>()
  const provenOf = (since: Day): Day => {
    const found = proven.get(since) ?? addMonths(since, rule.months)
    proven.set(since, found)
    return found
  }
  return ({ kind, since, until, evidence }) => {
    if (rule.leftOut.includes(kind) || (rule.namedByPerson && evidence === 'seenByWorker')) return false
    const from = provenOf(since)
    return from <= day && (until === null || until >= from)
  }
}

type Found = {
  readonly nodes: readonly FoundNode[]
  readonly ties: readonly FoundTie[]
  /** Who knows whom among the far ends, by the ids of ties. */
  readonly knows: readonly FoundLink[]
  /** Bodies seen at work together, by their ids. */
  readonly together: readonly FoundLink[]
}

type About = Pick<Network, 'scope' | 'name' | 'day' | 'towns' | 'definition'> & {
  readonly rule: LegameRule
  /** Third parties are drawn in the ego network of a case only. */
  readonly withAlters: boolean
  /** Who stands first. */
  readonly ego: string | null
  readonly originLabels: ReadonlyMap<string, string>
  readonly mostNodes: number
}

const keyOfEnd = (tie: FoundTie, end: FoundEnd): string => end.id ?? `alter ${tie.id}`

/** Which end of the tie is far from the ego; without one, the second. */
const farKey = (tie: FoundTie, ego: string | null): string =>
  ego !== null && tie.b.id === ego ? keyOfEnd(tie, tie.a) : keyOfEnd(tie, tie.b)

const kindOfEnd = (end: FoundEnd): NodeKind => (end.kind === 'organisation' ? 'thirdSector' : end.kind)

const bare = (key: string, kind: NodeKind, label: string): NetworkNode => ({
  key,
  kind,
  label,
  age: '',
  town: '',
  caseId: null,
})

/** Everybody in the drawing by their own key: the known ones, then whoever stands at an end of a tie. */
const everybodyIn = ({ nodes, ties }: Found, about: About): Map<string, NetworkNode> => {
  const all = new Map<string, NetworkNode>()
  for (const node of nodes) {
    const { id, kind, label, town, caseId } = node
    all.set(id, { key: id, kind, label, age: ageBandOn(node, about.day), town, caseId })
  }
  for (const tie of ties)
    for (const end of [tie.a, tie.b]) {
      const key = keyOfEnd(tie, end)
      if (!all.has(key) && (end.id !== null || about.withAlters)) all.set(key, bare(key, kindOfEnd(end), end.label))
    }
  return all
}

type Drawn = Omit<NetworkTie, 'from' | 'to'> & { readonly from: string; readonly to: string }

const drawnTies = ({ ties, knows, together }: Found, about: About): Drawn[] => {
  const counts = legameTest(about.rule, about.day)
  const told = ties
    .filter(({ a, b }) => about.withAlters || (a.id !== null && b.id !== null))
    .map((tie) => ({
      from: keyOfEnd(tie, tie.a),
      to: keyOfEnd(tie, tie.b),
      kind: tie.kind,
      strength: tie.strength,
      direction: tie.direction,
      since: tie.since,
      until: tie.until,
      origin: tie.origin.kind,
      originLabel: tie.origin.id ? (about.originLabels.get(tie.origin.id) ?? '') : '',
      counts: counts(tie),
    }))
  const far = new Map(ties.map((tie) => [tie.id, farKey(tie, about.ego)]))
  const seen = (kind: 'knows' | 'together', { a, b, since, until }: FoundLink): Drawn => ({
    from: kind === 'knows' ? (far.get(a) ?? a) : a,
    to: kind === 'knows' ? (far.get(b) ?? b) : b,
    kind,
    strength: null,
    direction: 'mutual',
    since,
    until,
    origin: kind === 'knows' ? 'before' : 'other',
    originLabel: '',
    counts: false,
  })
  return [...told, ...knows.map((one) => seen('knows', one)), ...together.map((one) => seen('together', one))]
}

const mostTied = (all: ReadonlyMap<string, NetworkNode>, ties: readonly Drawn[], ego: string | null): string[] => {
  const degree = new Map<string, number>()
  for (const { from, to } of ties) for (const key of [from, to]) degree.set(key, (degree.get(key) ?? 0) + 1)
  const weight = (key: string): number => (key === ego ? Number.POSITIVE_INFINITY : (degree.get(key) ?? 0))
  return [...all.keys()].sort((one, other) => {
    const [w, v] = [weight(one), weight(other)]
    return w === v ? (one < other ? -1 : 1) : v - w
  })
}

/** The extent of what happens in it: from the first beginning to the last beginning, end or the day itself. */
const extentOf = (ties: readonly Drawn[], day: Day): { firstDay: Day; lastDay: Day } => {
  let [firstDay, lastDay] = [day, day]
  for (const { since, until } of ties) {
    if (since < firstDay) firstDay = since
    for (const one of [since, until ?? since]) if (one > lastDay) lastDay = one
  }
  return { firstDay, lastDay }
}

/** Draws what was found into the network that leaves the server: opaque keys, the ego first, then the most tied. */
export const takeNetwork = (found: Found, about: About): Network => {
  const all = everybodyIn(found, about)
  const ties = drawnTies(found, about).filter(({ from, to }) => all.has(from) && all.has(to) && from !== to)
  const order = mostTied(all, ties, about.ego)
  const place = new Map(order.slice(0, about.mostNodes).map((key, no) => [key, no]))
  const { scope, name, day, towns, definition } = about
  const nodes = [...place].flatMap(([key, no]) => {
    const node = all.get(key)
    return node ? [{ ...node, key: `n${no}` }] : []
  })
  return {
    scope,
    name,
    day,
    ...extentOf(ties, day),
    nodes,
    ties: ties.flatMap(({ from, to, ...tie }) => {
      const [a, b] = [place.get(from), place.get(to)]
      return a === undefined || b === undefined ? [] : [{ ...tie, from: a, to: b }]
    }),
    towns: towns.filter(({ istatCode }) => nodes.some(({ town }) => town === istatCode)),
    cut: order.length > place.size,
    definition,
  }
}
