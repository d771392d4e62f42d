import { useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { Day } from '../../platform/core/day.ts'
import { at } from '../../platform/web/navigation.ts'
import { type Choice, type Drawing, drawnOn } from '../core/drawing.ts'
import { fragility } from '../core/network/bridges.ts'
import { graphOf } from '../core/network/graph.ts'
import { AgeBand, type Network, NetworkTie, NodeKind, type Scope, ScopeKind } from '../core/network.schema.ts'
import { OriginKind } from '../core/tie.schema.ts'

/** Where the figures of a network stand. */
export const figuresAt = ({ kind, id }: Scope): string =>
  `${at('/legami/misure')}?${new URLSearchParams({ of: kind, ...(id ? { id } : {}) })}`

/** What a reader may begin with: what is new, who is alone, who holds the network together, everything. */
export const Ask = z.enum(['new', 'alone', 'bridges', 'all'])
export type Ask = z.infer<typeof Ask>

type Filters = Readonly<Record<string, string>>

const orAll = <T extends string>(schema: z.ZodType<T>, text: string | undefined): T | '' => {
  const found = schema.safeParse(text)
  return found.success ? found.data : ''
}

/** The scope in the address; null before one is chosen. */
export const scopeIn = ({ of, id }: Filters, own: Scope | null): Scope | null => {
  const kind = ScopeKind.safeParse(of)
  return kind.success ? { kind: kind.data, id: (id ?? '').slice(0, 60) } : own
}

/** Who stands in the middle: the one chosen; in the network of a person that person, until all of it is asked for. */
const egoIn = ({ node }: Filters, { scope, nodes }: Network): number | null => {
  const chosen = nodes.findIndex(({ key }) => key === node)
  if (chosen >= 0) return chosen
  return scope.kind === 'person' && node === undefined && nodes.length > 0 ? 0 : null
}

/** The filters in the address, as far as they mean something in this network. */
export const choiceIn = (filters: Filters, network: Network): Choice => {
  return {
    tie: orAll(NetworkTie.shape.kind, filters.tie),
    origin: orAll(OriginKind, filters.origin),
    age: AgeBand.catch('').parse(filters.age),
    node: orAll(NodeKind, filters.who),
    town: filters.town ?? '',
    legame: filters.legame === 'only',
    ego: egoIn(filters, network),
    steps: filters.steps === '2' ? 2 : 1,
  }
}

/** Whoever cuts at least this many others off by being gone is worth a look. */
const manyCutOff = 3

const linchpinsOf = (network: Network, drawing: Drawing): Set<number> => {
  const ties = drawing.ties.flatMap(({ tie, state }) => (state === 'lost' ? [] : (network.ties[tie] ?? [])))
  const graph = graphOf({
    size: network.nodes.length,
    from: Int32Array.from(ties, ({ from }) => from),
    to: Int32Array.from(ties, ({ to }) => to),
  })
  return new Set(fragility(graph).linchpins.flatMap(({ node, cut }) => (cut >= manyCutOff ? [node] : [])))
}

/** For each question, the nodes that answer it. */
export type Answers = Readonly<Record<Exclude<Ask, 'all'>, ReadonlySet<number>>>

const answersIn = (network: Network, drawing: Drawing): Answers => ({
  new: new Set(drawing.nodes.filter((node) => (drawing.born[node] ?? 0) > 0)),
  alone: new Set(drawing.nodes.filter((node) => drawing.degree[node] === 0 && network.nodes[node]?.kind === 'person')),
  bridges: linchpinsOf(network, drawing),
})

/** The ties in front for a question: the new ones, none, those of whoever holds the network together. */
const tiesFor = (ask: Exclude<Ask, 'all'>, network: Network, drawing: Drawing, nodes: ReadonlySet<number>) => {
  const isLit = ({ tie, state }: Drawing['ties'][number]): boolean => {
    if (ask !== 'bridges') return ask === 'new' && state === 'new'
    const { from = -1, to = -1 } = network.ties[tie] ?? {}
    return state !== 'lost' && (nodes.has(from) || nodes.has(to))
  }
  return new Set(drawing.ties.filter(isLit).map(({ tie }) => tie))
}

export type Shown = {
  readonly drawing: Drawing
  readonly answers: Answers
  readonly ask: Ask
  readonly lit: ReadonlySet<number> | null
  readonly litTies: ReadonlySet<number> | null
}

/** What stands on the paper and what stands in front. */
export const useShown = (
  network: Network,
  choice: Choice,
  { day, ask: asked }: { day: Day; ask: string | undefined },
): Shown => {
  const key = JSON.stringify(choice)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is its words
  const drawing = useMemo(() => drawnOn(network, choice, day), [network, key, day])
  const answers = useMemo(() => answersIn(network, drawing), [network, drawing])
  const first = answers.new.size > 0 ? 'new' : 'all'
  const ask = choice.ego === null ? Ask.catch(first).parse(asked) : 'all'
  const lit = ask === 'all' ? null : answers[ask]
  const litTies = useMemo(
    () => (ask === 'all' ? null : tiesFor(ask, network, drawing, answers[ask])),
    [ask, network, drawing, answers],
  )
  return { drawing, answers, ask, lit, litTies }
}

/** Whether a media question holds now and while the page stands open. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (hear) => {
      const list = matchMedia(query)
      list.addEventListener('change', hear)
      return () => list.removeEventListener('change', hear)
    },
    () => matchMedia(query).matches,
  )
