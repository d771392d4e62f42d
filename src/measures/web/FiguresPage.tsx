import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { findInstrument } from '../core/instruments.ts'
import { measurePageWords } from '../core/page.words.ts'
import { type FigureRow, shelfApi } from '../core/shelf.api.ts'
import { shelfWords } from '../core/shelf.words.ts'
import { useDay, useSpoken } from './spoken.hooks.ts'

/** '+2,5': a change says its way. */
const useSigned = (): ((value: number) => string) => {
  const language = useLanguage()
  return (value) => `${value > 0 ? '+' : ''}${figure(language, value)}`
}

const Figures = ({ rows, least }: { rows: readonly FigureRow[]; least: number }): ReactElement => {
  const [say, page, language, spoken] = [useWords(shelfWords), useWords(measurePageWords), useLanguage(), useSpoken()]
  const signed = useSigned()
  const few = say('few', { least })
  const nameOf = ({ instrument, score }: FigureRow): string => {
    const one = findInstrument(instrument)
    const rule = one?.scores.find(({ code }) => code === score)
    return one && rule ? `${one.name}, ${spoken(rule.label).toLocaleLowerCase(language)}` : instrument
  }
  const columns: Column<FigureRow>[] = [
    { key: 'what', head: say('instrument'), cell: nameOf },
    { key: 'after', head: say('after'), cell: ({ after }) => page(`short.${after}`).toLocaleLowerCase(language) },
    { key: 'n', head: say('n'), number: true, cell: ({ n }) => (n === null ? few : figure(language, n)) },
    {
      key: 'missing',
      head: say('without'),
      number: true,
      cell: ({ n, missing }) => (n === null ? '' : missing === null ? few : figure(language, missing)),
    },
    {
      key: 'means',
      head: say('means'),
      cell: ({ beforeMean, afterMean }) =>
        beforeMean === null || afterMean === null
          ? ''
          : `${figure(language, beforeMean)} → ${figure(language, afterMean)}`,
    },
    {
      key: 'change',
      head: say('difference'),
      cell: ({ change, low, high }) =>
        change === null || low === null || high === null
          ? ''
          : say('interval', { change: signed(change), low: signed(low), high: signed(high) }),
    },
  ]
  return (
    <Table
      caption={say('figures')}
      columns={columns}
      rows={rows}
      rowKey={({ instrument, score, after }) => `${instrument} ${score} ${after}`}
    />
  )
}

/** Before and after, without names, for whoever reads results. */
export const FiguresPage = (): ReactElement | null => {
  const [say, day] = [useWords(shelfWords), useDay()]
  const found = useRead(shelfApi.figures)
  return (
    <Answered of={found}>
      {(figures) => (
        <>
          <Crumbs
            label={say('here')}
            items={[{ label: say('results'), href: at('/risultati') }, { label: say('figures') }]}
          />
          <Sentence lead={say('figuresLead', { day: day(figures.day), least: figures.least })}>
            {weighed(say('figuresSentence'))}
          </Sentence>
          <div className="block blocks">
            {figures.rows.length === 0 ? (
              <EmptyState icon="chart" title={say('figuresNone')}>
                {say('figuresNoneHint')}
              </EmptyState>
            ) : (
              <Figures rows={figures.rows} least={figures.least} />
            )}
            <Note>{say('notCause')}</Note>
            <More label={say('how')}>
              <p>{say('howText')}</p>
            </More>
          </div>
        </>
      )}
    </Answered>
  )
}
