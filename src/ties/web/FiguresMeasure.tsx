import type { ReactElement, ReactNode } from 'react'
import { More } from '../../platform/web/kit/Card.tsx'
import { BarChart } from '../../platform/web/kit/Chart.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { definitionOf, type FigureDefinition } from '../core/figures.definitions.ts'
import type { CountTable, FiguresReply, Scalar } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import { useGroupName, useNumber } from './figures.hooks.ts'
import { useBrings } from './legame.hooks.ts'

/** What a measure means, how it is reckoned, where it comes from; and, for all of them, what counts as a legame. */
export const Meaning = ({ definition, reply }: { definition: FigureDefinition; reply: FiguresReply }): ReactElement => {
  const [say, language, brings] = [useWords(figuresWords), useLanguage(), useBrings()]
  return (
    <More
      label={
        <>
          {say('means')}
          <span className="sr">: {definition[language].name}</span>
        </>
      }
    >
      <p>{definition[language].means}</p>
      <dl className="fig__facts">
        <dt>{say('formula')}</dt>
        <dd>
          <code>{definition.formula}</code>
        </dd>
        <dt>{say('source')}</dt>
        <dd>{definition.source}</dd>
        <dt>{say('range')}</dt>
        <dd>{definition.range}</dd>
        <dt>{say('legame', { version: reply.definition.version })}</dt>
        <dd>{reply.definition.text}</dd>
        {definition.code === 'capital' && <dd>{brings(reply.definition)}.</dd>}
      </dl>
    </More>
  )
}

/** A measure with its name, whatever shows it, and its meaning. */
export const Measure = (props: { code: string; reply: FiguresReply; children: ReactNode }): ReactElement | null => {
  const language = useLanguage()
  const definition = definitionOf(props.code)
  if (!definition) return null
  return (
    <div className="fig__one">
      <h3>{definition[language].name}</h3>
      {props.children}
      <Meaning definition={definition} reply={props.reply} />
    </div>
  )
}

const restsOnTies = (code: string): boolean => /^(ei|assortativity)\.|^blau\.origin$/.test(code)

export const ScalarMeasure = ({ scalar, reply }: { scalar: Scalar; reply: FiguresReply }): ReactElement | null => {
  const [say, number] = [useWords(figuresWords), useNumber()]
  const definition = definitionOf(scalar.code)
  if (!definition) return null
  const { value, n, hidden } = scalar
  const shown = value === null ? say('noValue') : number(value, definition.unit)
  return (
    <Measure code={scalar.code} reply={reply}>
      <p className={value === null ? 'soft' : 'fig__value'}>{hidden ? say('hidden') : shown}</p>
      {n !== null && n > 0 && value !== n && (
        <p className="soft">{say(restsOnTies(scalar.code) ? 'ofTies' : 'of', { count: n })}</p>
      )}
    </Measure>
  )
}

/** Head-counts as bars with the same numbers in a table. */
export const TableMeasure = ({ table, reply }: { table: CountTable; reply: FiguresReply }): ReactElement => {
  const [say, language, number, name] = [useWords(figuresWords), useLanguage(), useNumber(), useGroupName(reply)]
  const label = definitionOf(table.code)?.[language].name ?? ''
  const rows = table.rows.filter(({ count }) => count !== 0 || table.code === 'degree' || table.code === 'capital')
  return (
    <Measure code={table.code} reply={reply}>
      {rows.length === 0 ? (
        <p className="fig__value">{number(0, 'count')}</p>
      ) : (
        <BarChart
          sentence={table.total === null ? null : `${say('total')}: ${number(table.total, 'count')}`}
          label={label}
          of={label}
          series={[say('count')]}
          rows={rows.map(({ key, count }) => ({ label: name(table.code, key), values: [count] }))}
          figure={(value) => number(value, 'count')}
          hiddenBelow={reply.least ?? undefined}
        />
      )}
    </Measure>
  )
}
