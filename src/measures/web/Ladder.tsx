import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { turnsOf } from '../core/asking.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import type { MeasureRow } from '../core/measure.api.ts'
import type { Rater } from '../core/measure.schema.ts'
import { measurePageWords } from '../core/page.words.ts'
import { ScoreChart, type Series } from './ScoreChart.tsx'
import { Shared } from './Shared.tsx'
import { useDay, useShortDay, useSpoken } from './spoken.hooks.ts'

type Props = {
  readonly one: Instrument
  readonly rows: readonly MeasureRow[]
  readonly caseId: string
  readonly canMeasure: boolean
}

const raters = ['person', 'worker', 'agreed'] as const
const marks = { person: 'dot', worker: 'square', agreed: 'diamond' } as const

type Occasion = { readonly id: string; readonly rows: readonly MeasureRow[] }

const occasionsIn = (rows: readonly MeasureRow[]): Occasion[] =>
  [...new Set(rows.map(({ occasionId }) => occasionId))].map((id) => ({
    id,
    rows: rows.filter((row) => row.occasionId === id),
  }))

const valueIn = ({ rows }: Occasion, rater: Rater, area: string): number | null =>
  rows.find((row) => row.rater === rater && row.state === 'done')?.scores?.find(({ code }) => code === area)?.value ??
  null

const useStep = (one: Instrument): ((value: number | null) => string) => {
  const language = useLanguage()
  return (value) => (value === null ? '—' : (one.texts[language]?.[`step.${value}`] ?? String(value)))
}

type Area = Instrument['scores'][number]

const AreaTable = ({ one, occasion }: { one: Instrument; occasion: Occasion }): ReactElement => {
  const [say, spoken, day, step] = [useWords(measurePageWords), useSpoken(), useDay(), useStep(one)]
  const columns: Column<Area>[] = [
    { key: 'area', head: say('area'), cell: (area) => spoken(area.label) },
    ...raters.map((rater) => ({
      key: rater,
      head: say(`rater.${rater}`),
      cell: (area: Area) => step(valueIn(occasion, rater, area.code)),
    })),
  ]
  const [first] = occasion.rows
  return (
    <div className="stack">
      <h3>
        {say(`moment.${first?.moment ?? 'other'}`)}, {day(first?.heldOn ?? '')}
      </h3>
      {occasion.rows.some(({ hidden }) => hidden === 'apart') && <Note icon="lock">{say('hiddenApart')}</Note>}
      <Table caption={spoken(one.title)} columns={columns} rows={one.scores} rowKey={({ code }) => code} />
    </div>
  )
}

const AreaCharts = ({ one, occasions }: { one: Instrument; occasions: readonly Occasion[] }): ReactElement => {
  const [say, spoken, step, shortDay] = [useWords(measurePageWords), useSpoken(), useStep(one), useShortDay()]
  const seriesOf = (area: Area): Series[] =>
    raters.map((rater) => ({
      key: rater,
      label: say(`rater.${rater}`),
      mark: marks[rater],
      values: occasions.map((occasion) => valueIn(occasion, rater, area.code)),
    }))
  return (
    <div className="duo">
      {one.scores.map((area) => (
        <ScoreChart
          key={area.code}
          label={say('chart', { title: spoken(area.label) })}
          caption={spoken(area.label)}
          waves={occasions.map(({ id, rows: [first] }) => ({
            key: id,
            label: say(`short.${first?.moment ?? 'other'}`),
            day: shortDay(first?.heldOn ?? ''),
          }))}
          series={seriesOf(area)}
          bands={[1, 2, 3, 4, 5].map((value) => ({ key: String(value), from: value - 0.5, label: step(value) }))}
          min={0.5}
          max={5.5}
          figure={String}
        />
      ))}
    </div>
  )
}

const Turns = ({ one, rows, caseId }: Props): ReactElement => {
  const say = useWords(measurePageWords)
  const last = occasionsIn(rows).at(-1)
  const moment = last?.rows[0]?.moment ?? 'other'
  const turns = last ? turnsOf(rows, last.id) : (['person', 'worker'] as const)
  const open = rows.filter(({ state }) => state === 'open').map(({ rater }) => rater)
  const place = (rater: Rater) =>
    at(`/casi/${caseId}/misure/nuova?strumento=${one.code}&momento=${moment}&vista=${rater}`)
  if (turns.length === 0)
    return (
      <div className="btns">
        <LinkButton
          icon="plus"
          href={at(`/casi/${caseId}/misure/nuova?strumento=${one.code}&momento=other&vista=person`)}
        >
          {say('again')}
        </LinkButton>
      </div>
    )
  return (
    <div className="btns">
      {turns
        .filter((rater) => !open.includes(rater))
        .map((rater) => (
          <LinkButton key={rater} icon={rater === 'agreed' ? 'people' : 'person'} href={place(rater)}>
            {say(`turn.${rater}`)}
          </LinkButton>
        ))}
    </div>
  )
}

/** Two views of the same life side by side, and what both agreed on, occasion by occasion. */
export const Ladder = (props: Props): ReactElement => {
  const say = useWords(measurePageWords)
  const occasions = occasionsIn(props.rows)
  return (
    <Section id="misura-ladder" title={say('ladder')}>
      <div className="stack">
        <p>{say('ladderText')}</p>
        {props.canMeasure && <Turns {...props} />}
        {occasions.length > 1 && (
          <>
            <p className="measure__key" aria-hidden="true">
              {raters.map((rater) => (
                <span key={rater} className={`measure__sign is-${rater}`}>
                  {say(`rater.${rater}`)}
                </span>
              ))}
            </p>
            <AreaCharts one={props.one} occasions={occasions} />
          </>
        )}
        {occasions.toReversed().map((occasion) => (
          <AreaTable key={occasion.id} one={props.one} occasion={occasion} />
        ))}
        {props.canMeasure && <Shared rows={props.rows.filter(({ rater }) => rater === 'agreed')} />}
      </div>
    </Section>
  )
}
