import type { ReactElement } from 'react'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { definitionOf } from '../core/figures.definitions.ts'
import type { FiguresReply, Mixing } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import { Measure } from './FiguresMeasure.tsx'
import { useGroupName, useNumber } from './figures.hooks.ts'

const cellOf = ({ cells, keys }: Mixing, row: number, column: number): number | null =>
  cells[row * keys.length + column] ?? null

/** Groups with any tie at all. */
const livelyIn = (mixing: Mixing): number[] =>
  mixing.keys.flatMap((_, row) => (mixing.keys.some((__, column) => cellOf(mixing, row, column) !== 0) ? [row] : []))

type Pair = { readonly row: number; readonly column: number; readonly count: number | null }

const pairsIn = (mixing: Mixing): Pair[] =>
  mixing.keys
    .flatMap((_, row) =>
      mixing.keys.slice(0, row + 1).map((__, column) => ({ row, column, count: cellOf(mixing, row, column) })),
    )
    .filter(({ count }) => count !== 0)
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))

/** Too many groups for a square: the pairs that have ties, the most tied first. */
const Pairs = ({ mixing, reply }: { mixing: Mixing; reply: FiguresReply }): ReactElement => {
  const [say, language, number, name] = [useWords(figuresWords), useLanguage(), useNumber(), useGroupName(reply)]
  const pairs = pairsIn(mixing)
  const hidden = pairs.filter(({ count }) => count === null).length
  const title = (at: number): string => name(mixing.code, mixing.keys[at] ?? '')
  const shown = pairs.filter(({ count }) => count !== null).slice(0, 30)
  if (shown.length === 0) return <Note icon="lock">{say('pairsHidden', { count: hidden })}</Note>
  return (
    <>
      <Table
        caption={definitionOf(`mixing.${mixing.code}`)?.[language].name ?? ''}
        rowKey={({ row, column }) => `${row} ${column}`}
        rows={shown}
        columns={[
          {
            key: 'pair',
            head: say('pair'),
            cell: ({ row, column }) =>
              row === column ? title(row) : say('pairOf', { a: title(column), b: title(row) }),
          },
          { key: 'ties', head: say('ties'), number: true, cell: ({ count }) => number(count ?? 0, 'count') },
        ]}
      />
      {hidden > 0 && <Note icon="lock">{say('pairsHidden', { count: hidden })}</Note>}
    </>
  )
}

const mostInSquare = 6

/** Who is tied with whom, as a table: the same both ways. */
export const FiguresMixing = ({ mixing, reply }: { mixing: Mixing; reply: FiguresReply }): ReactElement => {
  const [say, language, number, name] = [useWords(figuresWords), useLanguage(), useNumber(), useGroupName(reply)]
  const lively = livelyIn(mixing)
  const title = (at: number): string => name(mixing.code, mixing.keys[at] ?? '')
  const shown = (value: number | null): string => (value === null ? say('hidden') : number(value, 'count'))
  return (
    <Measure code={`mixing.${mixing.code}`} reply={reply}>
      {lively.length === 0 ? (
        <p className="fig__value">{number(0, 'count')}</p>
      ) : lively.length > mostInSquare ? (
        <Pairs mixing={mixing} reply={reply} />
      ) : (
        <Table
          caption={definitionOf(`mixing.${mixing.code}`)?.[language].name ?? ''}
          rowKey={(row) => String(row)}
          rows={lively}
          columns={[
            { key: 'group', head: say('with'), cell: (row) => title(row) },
            ...lively.map((column) => ({
              key: String(column),
              head: title(column),
              number: true,
              cell: (row: number) => shown(cellOf(mixing, row, column)),
            })),
          ]}
        />
      )}
      {mixing.unknown === null && <Note>{say('unknownFew')}</Note>}
      {mixing.unknown !== null && mixing.unknown > 0 && <Note>{say('unknown', { count: mixing.unknown })}</Note>}
    </Measure>
  )
}
