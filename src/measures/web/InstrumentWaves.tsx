import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Instrument, ScoreRule } from '../core/instrument.schema.ts'
import type { MeasureRow } from '../core/measure.api.ts'
import { measurePageWords } from '../core/page.words.ts'
import { rangeOf } from '../core/scoring.ts'
import { pointsOf } from '../core/waves.ts'
import { type BandArea, ScoreChart } from './ScoreChart.tsx'
import { Shared } from './Shared.tsx'
import { useDay, useResult, useShortDay, useSpoken, useStory } from './spoken.hooks.ts'

type Of = { readonly one: Instrument; readonly rows: readonly MeasureRow[] }
type Waves = Of & { readonly canMeasure: boolean }

/** Whole numbers read better with the line between two of them. */
const edgeOf = (rule: ScoreRule, from: number): number => (rule.formula === 'sum' ? from - rule.times / 2 : from)

const useBands = (): ((rule: ScoreRule) => BandArea[]) => {
  const spoken = useSpoken()
  return (rule) =>
    rule.bands.map(({ code, from, label }) => ({ key: code, from: edgeOf(rule, from), label: spoken(label) }))
}

const Drawn = ({ one, rule, rows }: Of & { rule: ScoreRule }): ReactElement | null => {
  const [say, language, spoken] = [useWords(measurePageWords), useLanguage(), useSpoken()]
  const [storyOf, bandsOf, shortDay] = [useStory(), useBands(), useShortDay()]
  const points = pointsOf(rows, rule.code)
  if (points.length === 0) return null
  const { min, max } = rangeOf(one, rule)
  const half = rule.formula === 'sum' ? rule.times / 2 : 0
  return (
    <ScoreChart
      label={say('chart', { title: spoken(rule.label) })}
      caption={weighed(storyOf(one, rule, points))}
      waves={points.map(({ id, moment, on }) => ({
        key: id,
        label: say(`short.${moment as 'T0'}`),
        day: shortDay(on),
      }))}
      series={[{ key: rule.code, label: spoken(rule.label), mark: 'dot', values: points.map(({ value }) => value) }]}
      bands={bandsOf(rule)}
      min={min - half}
      max={max + half}
      figure={(value) => figure(language, value)}
    />
  )
}

const WaveTable = ({ one, rows }: Of): ReactElement => {
  const [say, spoken, day, result] = [useWords(measurePageWords), useSpoken(), useDay(), useResult()]
  const columns: Column<MeasureRow>[] = [
    { key: 'when', head: say('wave'), cell: (row) => day(row.heldOn) },
    { key: 'moment', head: say('moment'), cell: (row) => say(`moment.${row.moment}`) },
    ...one.scores.flatMap((rule): Column<MeasureRow>[] => [
      {
        key: rule.code,
        head: one.scores.length > 1 ? spoken(rule.label) : say('value'),
        cell: (row) => [result.value(row, rule.code), result.reading(one, row, rule.code)].filter(Boolean).join(', '),
      },
    ]),
    { key: 'by', head: say('asked'), cell: (row) => row.by },
    { key: 'who', head: say('present'), cell: (row) => row.present.map((who) => say(`who.${who}`)).join(', ') },
  ]
  return <Table caption={spoken(one.title)} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

const How = ({ one }: { one: Instrument }): ReactElement => {
  const [say, language, spoken] = [useWords(measurePageWords), useLanguage(), useSpoken()]
  const [rule] = one.scores
  const { min, max } = rule ? rangeOf(one, rule) : { min: 0, max: 0 }
  const range = say('range', { min: figure(language, min), max: figure(language, max) })
  return (
    <div className="stack mt">
      <p>
        {one.name}. {range} {say('source', { source: one.source })} {rule?.bands.length === 0 && say('noBands')}
      </p>
      <p>{spoken(one.missingSource)}</p>
      <p>{spoken(one.validity)}</p>
    </div>
  )
}

/** The waves of one instrument: sentence, drawing, the same in a table, and how it is read. */
export const InstrumentWaves = ({ one, rows, canMeasure }: Waves): ReactElement => {
  const [say, spoken] = [useWords(measurePageWords), useSpoken()]
  const [rule] = one.scores
  const isRead = rows.some(({ scores }) => scores !== null)
  return (
    <Section id={`misura-${one.code}`} title={spoken(one.title)}>
      {rule && <Drawn one={one} rule={rule} rows={rows} />}
      {isRead && (
        <Note>
          {say('aid')} {say('source', { source: one.source })}
        </Note>
      )}
      {one.talk && <Note icon="lock">{say('tutorOnly')}</Note>}
      <More label={say('table')} open={!isRead}>
        <WaveTable one={one} rows={rows} />
        <How one={one} />
      </More>
      {canMeasure && <Shared rows={rows} />}
    </Section>
  )
}
