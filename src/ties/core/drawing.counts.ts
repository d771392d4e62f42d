import type { Drawing } from './drawing.ts'
import { isBody } from './drawing.ts'
import type { Network } from './network.schema.ts'
import type { OriginKind } from './tie.schema.ts'

/** What a drawing holds, in numbers: `alone` are people without a tie alive; `places` counts the new ties by where they were born. */
export type Counts = {
  readonly people: number
  readonly households: number
  readonly bodies: number
  readonly ties: number
  readonly born: number
  readonly lost: number
  readonly alone: number
  readonly places: readonly { readonly origin: OriginKind; readonly count: number }[]
}

const mostFirst = <K>(counts: ReadonlyMap<K, number>): [K, number][] => [...counts].sort((a, b) => b[1] - a[1])

const tally = <K>(keys: readonly K[]): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export const countsOf = (network: Network, drawing: Drawing): Counts => {
  const kinds = drawing.nodes.map((node) => network.nodes[node]?.kind ?? 'other')
  const of = (state: string): number => drawing.ties.filter((tie) => tie.state === state).length
  const origins = drawing.ties.flatMap(({ tie, state }) =>
    state === 'new' ? [network.ties[tie]?.origin ?? 'other'] : [],
  )
  const isAlone = (node: number): boolean => drawing.degree[node] === 0 && network.nodes[node]?.kind === 'person'
  return {
    people: kinds.filter((kind) => kind === 'person' || kind === 'alter').length,
    households: kinds.filter((kind) => kind === 'household').length,
    bodies: kinds.filter(isBody).length,
    ties: drawing.ties.length - of('lost'),
    born: of('new'),
    lost: of('lost'),
    alone: drawing.nodes.filter(isAlone).length,
    places: mostFirst(tally(origins)).map(([origin, count]) => ({ origin, count })),
  }
}

/** The new ties of one node, and the occasion that made most of them: its name, or else only its kind. */
export type EgoCounts = {
  readonly ties: number
  readonly born: number
  readonly lost: number
  readonly top: { readonly origin: OriginKind; readonly label: string; readonly count: number } | null
}

export const egoCountsOf = (network: Network, drawing: Drawing, ego: number): EgoCounts => {
  const own = drawing.ties.flatMap(({ tie, state }) => {
    const found = network.ties[tie]
    return found && (found.from === ego || found.to === ego) ? [{ ...found, state }] : []
  })
  const born = own.filter(({ state }) => state === 'new')
  const [top] = mostFirst(tally(born.map(({ origin, originLabel }) => JSON.stringify([origin, originLabel]))))
  const first = top && born.find(({ origin, originLabel }) => JSON.stringify([origin, originLabel]) === top[0])
  return {
    ties: own.filter(({ state }) => state !== 'lost').length,
    born: born.length,
    lost: own.filter(({ state }) => state === 'lost').length,
    top: top && first ? { origin: first.origin, label: first.originLabel, count: top[1] } : null,
  }
}
