import { addDays, addMonths, type Day, notBefore } from '../../platform/core/day.ts'
import type { AgeBand, Network, NetworkNode, NetworkTie, NodeKind } from './network.schema.ts'
import type { OriginKind } from './tie.schema.ts'

/** As the legend says it: born in the programme, from before, lost. */
export type TieState = 'new' | 'old' | 'lost'

/** What the reader wants to see; '' is everything. `legame`: only what counts by the definition in force. */
export type Choice = {
  readonly tie: NetworkTie['kind'] | ''
  readonly origin: OriginKind | ''
  readonly age: AgeBand
  readonly node: NodeKind | ''
  readonly town: string
  readonly legame: boolean
  /** Number of the node in the middle, and how far from it. */
  readonly ego: number | null
  readonly steps: 1 | 2
}

export const everything: Choice = {
  tie: '',
  origin: '',
  age: '',
  node: '',
  town: '',
  legame: false,
  ego: null,
  steps: 1,
}

/** `tie` is its number in the network; `months` its whole months of life so far. */
export type DrawnTie = { readonly tie: number; readonly state: TieState; readonly months: number }

/** A network on a day, filtered. `degree` (ties alive) and `born` (of these, made in the programme) go by the numbers of all its nodes. */
export type Drawing = {
  readonly day: Day
  readonly nodes: readonly number[]
  readonly ties: readonly DrawnTie[]
  readonly degree: Int32Array
  readonly born: Int32Array
}

export const isBody = (kind: NodeKind): boolean => !['person', 'household', 'alter'].includes(kind)

/** How a tie stands on a day; null before it begins. */
export const stateOn = (tie: NetworkTie, day: Day): TieState | null => {
  if (tie.since > day) return null
  if (tie.until !== null && tie.until <= day) return 'lost'
  return tie.origin === 'before' ? 'old' : 'new'
}

const monthsBetween = (from: Day, to: Day): number => {
  const whole = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return whole(to) - whole(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}

const isWanted = (node: NetworkNode | undefined, choice: Choice): boolean =>
  node !== undefined &&
  (choice.age === '' || node.age === choice.age) &&
  (choice.node === '' || node.kind === choice.node) &&
  (choice.town === '' || node.town === choice.town)

const isTieWanted = (tie: NetworkTie, choice: Choice): boolean =>
  (choice.tie === '' || tie.kind === choice.tie) &&
  (choice.origin === '' || tie.origin === choice.origin) &&
  (!choice.legame || tie.counts)

const tiesOn = (network: Network, choice: Choice, day: Day): DrawnTie[] => {
  const found: DrawnTie[] = []
  network.ties.forEach((tie, number) => {
    const state = isTieWanted(tie, choice) ? stateOn(tie, day) : null
    if (state === null) return
    const end = state === 'lost' && tie.until ? tie.until : day
    found.push({ tie: number, state, months: monthsBetween(tie.since, end) })
  })
  return found
}

/** The nodes within `steps` of one, itself included. */
const around = (network: Network, ties: readonly DrawnTie[], ego: number, steps: number): Set<number> => {
  let near = new Set([ego])
  for (let step = 0; step < steps; step++) {
    const wider = new Set(near)
    for (const { tie } of ties) {
      const { from, to } = network.ties[tie] ?? { from: ego, to: ego }
      if (near.has(from)) wider.add(to)
      if (near.has(to)) wider.add(from)
    }
    near = wider
  }
  return near
}

/** A filter on people or bodies keeps those it names and whoever they are tied to; a filter on ties keeps their ends. */
const nodesOf = (network: Network, choice: Choice, ties: readonly DrawnTie[]): number[] => {
  const kept = new Set<number>()
  for (const { tie } of ties) {
    const { from, to } = network.ties[tie] ?? {}
    if (from !== undefined && to !== undefined) kept.add(from).add(to)
  }
  if (!choice.tie && !choice.origin && !choice.legame)
    network.nodes.forEach((node, number) => {
      if (isWanted(node, choice)) kept.add(number)
    })
  return [...kept].sort((a, b) => a - b)
}

const filtered = (network: Network, choice: Choice, day: Day): { nodes: number[]; ties: DrawnTie[] } => {
  const { nodes } = network
  const touches = ({ tie }: DrawnTie): boolean => {
    const { from = -1, to = -1 } = network.ties[tie] ?? {}
    return isWanted(nodes[from], choice) || isWanted(nodes[to], choice)
  }
  const ties = tiesOn(network, choice, day).filter(touches)
  const { ego } = choice
  if (ego === null) return { nodes: nodesOf(network, choice, ties), ties }
  const near = around(network, ties, ego, choice.steps)
  const isNear = (end: number | undefined): boolean => end !== undefined && near.has(end)
  return {
    nodes: [...near].sort((a, b) => a - b),
    ties: ties.filter(({ tie }) => isNear(network.ties[tie]?.from) && isNear(network.ties[tie]?.to)),
  }
}

/** Counts each end of a tie once, also of a tie with oneself. */
const tally = (network: Network, ties: readonly DrawnTie[]): Int32Array => {
  const counts = new Int32Array(network.nodes.length)
  for (const { tie } of ties) {
    const { from, to } = network.ties[tie] ?? {}
    if (from === undefined || to === undefined) continue
    counts[from] = (counts[from] ?? 0) + 1
    if (to !== from) counts[to] = (counts[to] ?? 0) + 1
  }
  return counts
}

/** What stands on the paper on a day. O(nodes + ties). */
export const drawnOn = (network: Network, choice: Choice, day: Day): Drawing => {
  const { nodes, ties } = filtered(network, choice, day)
  const alive = ties.filter(({ state }) => state !== 'lost')
  const born = alive.filter(({ state }) => state === 'new')
  return { day, nodes, ties, degree: tally(network, alive), born: tally(network, born) }
}

const longest = 120

/**
 * The days that a reader can go to: the first of the month in which the programme made its first tie, each end of month, the day of the
 * snapshot. At most ten years.
 */
export const momentsOf = (network: Pick<Network, 'day' | 'ties'>): Day[] => {
  const first = network.ties.reduce(
    (day, tie) => (tie.origin !== 'before' && tie.since < day ? tie.since : day),
    network.day,
  )
  const earliest = addMonths(network.day, -longest)
  const start = `${notBefore(first, earliest).slice(0, 7)}-01`
  const days = [start]
  for (let month = 1; month <= longest; month++) {
    const end = addDays(addMonths(start, month), -1)
    if (end >= network.day) break
    days.push(end)
  }
  return network.day > start ? [...days, network.day] : days
}

/** For each moment, the ties alive that were born here and those from before. */
export const livesOf = (
  network: Network,
  choice: Choice,
  moments: readonly Day[],
): { readonly born: number; readonly before: number }[] => {
  const { ego } = choice
  const isOwn = ({ from, to }: NetworkTie): boolean => ego === null || from === ego || to === ego
  const ties = network.ties.filter((tie) => isOwn(tie) && isTieWanted(tie, choice))
  return moments.map((day) => {
    const states = ties.map((tie) => stateOn(tie, day))
    return {
      born: states.filter((state) => state === 'new').length,
      before: states.filter((state) => state === 'old').length,
    }
  })
}
