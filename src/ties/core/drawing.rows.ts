import type { Drawing, TieState } from './drawing.ts'
import type { Network, NetworkNode, NetworkTie } from './network.schema.ts'

/** The drawing as rows: a node with its ties alive on the day, and those of them born in the programme. */
export type NodeRow = NetworkNode & {
  readonly at: number
  readonly name: string
  readonly degree: number
  readonly born: number
}
export type TieLine = NetworkTie & {
  readonly number: number
  readonly a: string
  readonly b: string
  readonly state: TieState
}

export type NodeSort = 'name' | 'kind' | 'town' | 'degree' | 'born'
export type TieSort = 'a' | 'b' | 'kind' | 'state' | 'since' | 'origin'

type Named = { readonly network: Network; readonly drawing: Drawing; readonly nameOf: (node: number) => string }

export const nodeRows = ({ network, drawing, nameOf }: Named): NodeRow[] =>
  drawing.nodes.flatMap((at) => {
    const node = network.nodes[at]
    return node ? [{ ...node, at, name: nameOf(at), degree: drawing.degree[at] ?? 0, born: drawing.born[at] ?? 0 }] : []
  })

export const tieRows = ({ network, drawing, nameOf }: Named): TieLine[] =>
  drawing.ties.flatMap(({ tie: number, state }) => {
    const tie = network.ties[number]
    return tie ? [{ ...tie, number, state, a: nameOf(tie.from), b: nameOf(tie.to) }] : []
  })

const compared = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'it')

/** Sorted by what `by` reads; equal ones stay in their order. */
export const sorted = <R>(rows: readonly R[], by: (row: R) => string | number, isDown: boolean): R[] =>
  [...rows].sort((a, b) => (isDown ? -1 : 1) * compared(by(a), by(b)))
