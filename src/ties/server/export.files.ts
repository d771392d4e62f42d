import { stringify } from 'csv-stringify/sync'
import Builder from 'fast-xml-builder'
import { type ExportNetwork, edgeHeader, edgeRows, matrixRows } from '../core/export.ts'

// attributes stand beneath `@`, so that a value can never become a tag
const written = (tree: object): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true, suppressBooleanAttributes: false, format: true }).build(tree)}`

type Field = { readonly id: string; readonly of: 'node' | 'edge'; readonly type: 'string' | 'int' | 'boolean' }

const fields: readonly Field[] = [
  { id: 'kind', of: 'node', type: 'string' },
  { id: 'age', of: 'node', type: 'string' },
  { id: 'town', of: 'node', type: 'string' },
  { id: 'name', of: 'node', type: 'string' },
  { id: 'relation', of: 'edge', type: 'string' },
  { id: 'origin', of: 'edge', type: 'string' },
  { id: 'legame', of: 'edge', type: 'boolean' },
]

const told = (values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).filter(([, value]) => value !== '')

const ofNode = ({ kind, age, town, name }: ExportNetwork['nodes'][number]): [string, string][] =>
  told({ kind, age, town, name })

const ofTie = ({ kind, origin, counts }: ExportNetwork['ties'][number]): [string, string][] =>
  told({ relation: kind, origin, legame: String(counts) })

/**
 * GEXF 1.2, the latest that Gephi and networkx both read, with the life of every tie as `start` and `end`, both inclusive: a tie is
 * drawn until the day on which it ended.
 */
export const toGexf = ({ title, day, nodes, ties }: ExportNetwork): string => {
  const values = (pairs: [string, string][]): object => ({
    attvalues: { attvalue: pairs.map(([id, value]) => ({ '@for': id, '@value': value })) },
  })
  const declared = (of: Field['of']): object => ({
    '@class': of,
    attribute: fields
      .filter((field) => field.of === of)
      .map(({ id, type }) => ({ '@id': id, '@title': id, '@type': type === 'int' ? 'integer' : type })),
  })
  return written({
    gexf: {
      '@xmlns': 'http://www.gexf.net/1.2draft',
      '@version': '1.2',
      meta: { '@lastmodifieddate': day, creator: 'Fare Legami', description: title },
      graph: {
        '@mode': 'dynamic',
        '@timeformat': 'date',
        '@defaultedgetype': 'undirected',
        attributes: [declared('node'), declared('edge')],
        nodes: {
          node: nodes.map((node) => ({ '@id': node.key, '@label': node.name || node.key, ...values(ofNode(node)) })),
        },
        edges: {
          edge: ties.map((tie, no) => ({
            '@id': `e${no}`,
            '@source': nodes[tie.from]?.key,
            '@target': nodes[tie.to]?.key,
            '@weight': String(tie.strength ?? 1),
            '@start': tie.since,
            ...(tie.until ? { '@end': tie.until } : {}),
            ...values(ofTie(tie)),
          })),
        },
      },
    },
  })
}

/** GraphML (graphml.graphdrawing.org): dates are attributes of the tie, since the format has no life of its own. */
export const toGraphml = ({ title, nodes, ties }: ExportNetwork): string => {
  const data = (pairs: [string, string][]): object => ({
    data: pairs.map(([key, value]) => ({ '@key': key, '#text': value })),
  })
  const dated: readonly Field[] = [
    { id: 'since', of: 'edge', type: 'string' },
    { id: 'until', of: 'edge', type: 'string' },
    { id: 'weight', of: 'edge', type: 'int' },
  ]
  return written({
    graphml: {
      '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
      key: [...fields, ...dated].map(({ id, of, type }) => ({
        '@id': id,
        '@for': of,
        '@attr.name': id,
        '@attr.type': type,
      })),
      graph: {
        '@id': 'G',
        '@edgedefault': 'undirected',
        desc: title,
        node: nodes.map((node) => ({ '@id': node.key, ...data(ofNode(node)) })),
        edge: ties.map((tie, no) => ({
          '@id': `e${no}`,
          '@source': nodes[tie.from]?.key,
          '@target': nodes[tie.to]?.key,
          ...data([
            ...ofTie(tie),
            ...told({ since: tie.since, until: tie.until ?? '', weight: String(tie.strength ?? 1) }),
          ]),
        })),
      },
    },
  })
}

const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([header, ...rows] as string[][], { escape_formulas: true })

/** The edge list as programs read it: commas, no mark of the encoding. */
export const toEdgeList = (network: ExportNetwork): string => csv(edgeHeader, edgeRows(network))

export const toMatrix = (network: ExportNetwork): string => {
  const { header, rows } = matrixRows(network)
  return csv(header, rows)
}
