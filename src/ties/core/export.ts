import type { NetworkNode, NetworkTie } from './network.schema.ts'

/** Somebody in an exported network: a pseudonym, and what cannot point at one person. Third parties are never here. */
export type ExportNode = Pick<NetworkNode, 'key' | 'kind' | 'age' | 'town'> & { readonly name: string }
export type ExportTie = Pick<NetworkTie, 'from' | 'to' | 'kind' | 'strength' | 'since' | 'until' | 'origin' | 'counts'>
export type ExportNetwork = {
  readonly title: string
  readonly day: string
  readonly nodes: readonly ExportNode[]
  readonly ties: readonly ExportTie[]
}

const isSomebody = ({ kind }: ExportNode): boolean => kind === 'person' || kind === 'household'

const withoutFew = (
  nodes: readonly ExportNode[],
  least: number,
  { groupOf, blur }: { groupOf: (node: ExportNode) => string; blur: (node: ExportNode) => ExportNode },
): ExportNode[] => {
  const sizes = new Map<string, number>()
  for (const node of nodes) if (isSomebody(node)) sizes.set(groupOf(node), (sizes.get(groupOf(node)) ?? 0) + 1)
  return nodes.map((node) => (isSomebody(node) && (sizes.get(groupOf(node)) ?? 0) < least ? blur(node) : node))
}

/**
 * Leaves nobody in a group of fewer than `least` who share what is told of them: first the town goes, then the age
 * (k-anonymity over kind, age band and town; Samarati and Sweeney 1998). Bodies are public and keep what they are.
 */
export const blurred = (nodes: readonly ExportNode[], least: number): ExportNode[] => {
  const placed = withoutFew(nodes, least, {
    groupOf: ({ kind, age, town }) => `${kind} ${age} ${town}`,
    blur: (node) => ({ ...node, town: '' }),
  })
  const aged = withoutFew(placed, least, {
    groupOf: ({ kind, age, town }) => `${kind} ${age} ${town}`,
    blur: (node) => ({ ...node, town: '', age: '' }),
  })
  return withoutFew(aged, least, {
    groupOf: ({ kind, age, town }) => `${kind} ${age} ${town}`,
    blur: (node) => ({ ...node, town: '', age: '' }),
  })
}

/** Rows of the edge list: one tie each, with its dates. */
export const edgeRows = ({ nodes, ties }: ExportNetwork): string[][] =>
  ties.map(({ from, to, kind, strength, since, until, origin, counts }) => [
    nodes[from]?.key ?? '',
    nodes[to]?.key ?? '',
    'Undirected',
    String(strength ?? 1),
    kind,
    origin,
    since,
    until ?? '',
    counts ? 'yes' : 'no',
  ])

export const edgeHeader = ['Source', 'Target', 'Type', 'Weight', 'Kind', 'Origin', 'Start', 'End', 'Legame']

/** The square matrix of the ties alive on the day: the sum of their strengths (1 where none was told), names first. */
export const matrixRows = ({ nodes, ties, day }: ExportNetwork): { header: string[]; rows: string[][] } => {
  const sums = nodes.map(() => new Float64Array(nodes.length))
  for (const { from, to, strength, since, until } of ties) {
    if (since > day || (until !== null && until <= day)) continue
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const row = sums[a]
      if (row) row[b] = (row[b] ?? 0) + (strength ?? 1)
    }
  }
  const keys = nodes.map(({ key }) => key)
  return {
    header: ['', ...keys],
    rows: sums.map((row, no) => [keys[no] ?? '', ...Array.from(row, String)]),
  }
}
