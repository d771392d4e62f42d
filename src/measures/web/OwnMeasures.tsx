import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Instrument, ScoreRule } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import type { OwnMeasure } from '../core/own.page.ts'
import { ownMeasureWords } from '../core/own.words.ts'
import { measurePageWords } from '../core/page.words.ts'
import { rangeOf } from '../core/scoring.ts'
import { pointsOf } from '../core/waves.ts'
import { useDay, useResult, useSpoken, useStory } from './spoken.hooks.ts'

type Of = { readonly one: Instrument; readonly rule: ScoreRule; readonly rows: readonly OwnMeasure[] }

/** One result over time: a sentence, then each time in a row of a table. */
const Over = ({ one, rule, rows }: Of): ReactElement => {
  const [say, words, language] = [useWords(ownMeasureWords), useWords(measurePageWords), useLanguage()]
  const [spoken, day, result, storyOf] = [useSpoken(), useDay(), useResult(), useStory()]
  const { min, max } = rangeOf(one, rule)
  const steps = one.texts[language] ?? {}
  const isRead = rule.bands.length > 0 || 'step.1' in steps
  const readingOf = (row: OwnMeasure): string =>
    result.reading(one, row, rule.code) || (steps[`step.${result.value(row, rule.code)}`] ?? '')
  const columns: Column<OwnMeasure>[] = [
    { key: 'when', head: say('when'), cell: (row) => day(row.heldOn) },
    { key: 'moment', head: say('moment'), cell: (row) => words(`moment.${row.moment}`) },
    { key: 'value', head: say('value'), cell: (row) => result.value(row, rule.code) },
    ...(isRead ? [{ key: 'reading', head: say('reading'), cell: readingOf }] : []),
  ]
  return (
    <div className="stack mt">
      <p>{weighed(storyOf(one, rule, pointsOf(rows, rule.code, rows[0]?.rater)))}</p>
      <Table caption={spoken(rule.label)} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <p className="small">{say('range', { min: figure(language, min), max: figure(language, max) })}</p>
    </div>
  )
}

const kindOf = ({ instrument, definition, rater }: OwnMeasure): string => `${instrument} ${definition} ${rater}`

const Kind = ({ rows }: { rows: readonly OwnMeasure[] }): ReactElement | null => {
  const [spoken, words] = [useSpoken(), useWords(measurePageWords)]
  const [first] = rows
  const one = first && findInstrument(first.instrument, first.definition)
  if (!first || !one) return null
  const title = first.rater === 'agreed' ? `${spoken(one.title)}: ${words('rater.agreed')}` : spoken(one.title)
  return (
    <Section id={kindOf(first).replaceAll(' ', '-')} title={title}>
      {one.scores.map((rule) => (
        <Over key={rule.code} one={one} rule={rule} rows={rows} />
      ))}
    </Section>
  )
}

/** What was measured with the person and shown to them: an aid to talk, never a yes or a no. */
export const OwnMeasures = ({ rows }: { rows: readonly OwnMeasure[] }): ReactElement => {
  const say = useWords(ownMeasureWords)
  const kinds = [...new Set(rows.map(kindOf))]
  return (
    <div className="blocks">
      <Sentence eyebrow={say('title')} lead={say(rows.length === 0 ? 'noneLead' : 'lead')}>
        {rows.length === 0 ? say('none') : weighed(say('sentence'))}
      </Sentence>
      {kinds.map((kind) => (
        <Kind key={kind} rows={rows.filter((row) => kindOf(row) === kind)} />
      ))}
      <p className="me-tools me-tools--col">
        <TextLink href="/mio/correzione" icon="pencil">
          {say('correct')}
        </TextLink>
        <TextLink href="/mio/patto" icon="back">
          {say('back')}
        </TextLink>
      </p>
    </div>
  )
}
