import { type ReactElement, useMemo } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Pager, Tabs } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import {
  type NodeRow,
  type NodeSort,
  nodeRows,
  sorted,
  type TieLine,
  type TieSort,
  tieRows,
} from '../core/drawing.rows.ts'
import type { Drawing } from '../core/drawing.ts'
import type { Network } from '../core/network.schema.ts'
import { tieWords } from '../core/tie.words.ts'
import { useTieKind } from './NetworkFilters.tsx'

type Props = {
  network: Network
  drawing: Drawing
  nameOf: (node: number) => string
  /** Which nodes answer the question: they stand first. */
  lit: ReadonlySet<number> | null
}

const step = 20

/** The address of this page with something changed. */
export const useHref = (): ((change: Record<string, string | undefined>) => string) => {
  const [filters] = useFilters()
  return (change) => {
    const kept = Object.entries({ ...filters, ...change }).filter(([, value]) => value)
    return `?${new URLSearchParams(kept as [string, string][])}`
  }
}

type Sorting<S> = { readonly by: S; readonly isDown: boolean }

const useSorting = <S extends string>(all: readonly S[], first: Sorting<S>): Sorting<S> => {
  const [filters] = useFilters()
  const by = all.find((one) => one === filters.sort)
  return by ? { by, isDown: filters.down === '1' } : first
}

/** A head that sorts: first up, numbers first down; then the other way round. */
const useHead = <S extends string>({ by, isDown }: Sorting<S>) => {
  const href = useHref()
  return (key: S, isNumber = false) => {
    const next = key === by ? !isDown : isNumber
    return {
      key,
      number: isNumber,
      href: href({ sort: key, down: next ? '1' : undefined, rows: undefined }),
      sorted: key === by ? (isDown ? ('descending' as const) : ('ascending' as const)) : undefined,
    }
  }
}

const useRows = <R,>(rows: readonly R[]): readonly [readonly R[], ReactElement] => {
  const say = useWords(networkPageWords)
  const [filters, change] = useFilters()
  const asked = Number(filters.rows) || step
  const more = { more: say('more'), onMore: () => change({ rows: String(asked + step) }) }
  const shown = say('shown', { shown: Math.min(asked, rows.length), total: rows.length })
  return [rows.slice(0, asked), <Pager key="pager" shown={shown} {...(rows.length > asked ? more : {})} />]
}

const NodeTable = ({ network, drawing, nameOf, lit }: Props): ReactElement => {
  const [say, href] = [useWords(networkPageWords), useHref()]
  const sorting = useSorting<NodeSort>(['name', 'kind', 'town', 'degree', 'born'], { by: 'degree', isDown: true })
  const head = useHead(sorting)
  const towns = new Map(network.towns.map(({ istatCode, name }) => [istatCode, name]))
  const all = useMemo(() => nodeRows({ network, drawing, nameOf }), [network, drawing, nameOf])
  const by = (row: NodeRow): string | number => (sorting.by === 'town' ? (towns.get(row.town) ?? '') : row[sorting.by])
  const inOrder = sorted(all, by, sorting.isDown)
  const first = lit
    ? [...inOrder.filter(({ at }) => lit.has(at)), ...inOrder.filter(({ at }) => !lit.has(at))]
    : inOrder
  const [rows, pager] = useRows(first)
  const columns: Column<NodeRow>[] = [
    {
      ...head('name'),
      head: say('col.name'),
      cell: ({ key, name }) => (
        <TextLink href={href({ node: key, rows: undefined })}>
          {name}
          <span className="sr">: {say('seeEgo')}</span>
        </TextLink>
      ),
    },
    { ...head('kind'), head: say('col.kind'), cell: ({ kind }) => say(`node.${kind}`) },
    { ...head('town'), head: say('col.town'), cell: ({ town }) => towns.get(town) ?? '—' },
    { ...head('degree', true), head: say('col.degree'), cell: ({ degree }) => degree },
    { ...head('born', true), head: say('col.born'), cell: ({ born }) => born },
  ]
  return (
    <>
      <Table caption={say('table.nodes')} columns={columns} rows={rows} rowKey={({ key }) => key} />
      {pager}
    </>
  )
}

const TieTable = ({ network, drawing, nameOf }: Props): ReactElement => {
  const [say, words, language, kindOf] = [useWords(networkPageWords), useWords(tieWords), useLanguage(), useTieKind()]
  const sorting = useSorting<TieSort>(['a', 'b', 'kind', 'state', 'since', 'origin'], { by: 'since', isDown: true })
  const head = useHead(sorting)
  const all = useMemo(() => tieRows({ network, drawing, nameOf }), [network, drawing, nameOf])
  const originOf = (row: TieLine): string =>
    [words(`ties.origin.${row.origin}`), row.originLabel].filter(Boolean).join(': ')
  const by = (row: TieLine): string =>
    sorting.by === 'origin' ? originOf(row) : sorting.by === 'kind' ? kindOf(row.kind) : row[sorting.by]
  const [rows, pager] = useRows(sorted(all, by, sorting.isDown))
  const columns: Column<TieLine>[] = [
    { ...head('a'), head: say('col.from'), cell: ({ a }) => a },
    { ...head('b'), head: say('col.to'), cell: ({ b }) => b },
    { ...head('kind'), head: say('col.tie'), cell: ({ kind }) => kindOf(kind) },
    { ...head('state'), head: say('col.state'), cell: ({ state }) => say(`state.${state}`) },
    {
      ...head('since'),
      head: say('col.since'),
      cell: ({ since, until, state }) =>
        [longDate(language, since), state === 'lost' && until && say('until', { day: longDate(language, until) })]
          .filter(Boolean)
          .join(', '),
    },
    { ...head('origin'), head: say('col.origin'), cell: originOf },
    { key: 'counts', head: say('col.counts'), cell: ({ counts }) => say(counts ? 'yes' : 'no') },
  ]
  return (
    <>
      <Table caption={say('table.ties')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
      {pager}
    </>
  )
}

/** What the drawing shows, for the keyboard, for ears and for whoever prefers a list: those in it, and their ties. */
export const NetworkTables = (props: Props): ReactElement => {
  const [say, href] = [useWords(networkPageWords), useHref()]
  const [filters] = useFilters()
  const isTies = filters.table === 'ties'
  const change = { sort: undefined, down: undefined, rows: undefined }
  return (
    <Section id="tabella" title={say('table')}>
      <Tabs
        label={say('table')}
        items={[
          {
            label: say('table.nodes'),
            href: href({ ...change, table: undefined }),
            current: !isTies,
            count: props.drawing.nodes.length,
          },
          {
            label: say('table.ties'),
            href: href({ ...change, table: 'ties' }),
            current: isTies,
            count: props.drawing.ties.length,
          },
        ]}
      />
      {isTies ? <TieTable {...props} /> : <NodeTable {...props} />}
    </Section>
  )
}
