import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { SavePicture } from '../../platform/web/SavePicture.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import type { FiguresReply, Survival } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import { Measure } from './FiguresMeasure.tsx'
import { useGroupName, useNumber } from './figures.hooks.ts'
import { useMedia } from './network.hooks.ts'

const [height, left, bottom, top] = [260, 52, 34, 24]

/** On a phone names stand on their lines, not beside them. */
type Paper = { readonly width: number; readonly beside: number }
const wide: Paper = { width: 720, beside: 215 }
const small: Paper = { width: 340, beside: 8 }

type Line = { readonly origin: string; readonly points: string; readonly end: { x: number; y: number } }

const lineOf = ({ origin, steps }: Survival, last: number, { width, beside }: Paper): Line => {
  const x = (month: number): number => left + (month / last) * (width - left - beside)
  const y = (share: number): number => top + (1 - share) * (height - top - bottom)
  let [points, share] = [`${x(0)},${y(1)}`, 1]
  for (const step of steps) {
    points += ` ${x(step.month)},${y(share)} ${x(step.month)},${y(step.survival)}`
    share = step.survival
  }
  return { origin, points: `${points} ${x(last)},${y(share)}`, end: { x: x(last), y: y(share) } }
}

/** Names at the ends of lines, pushed apart so that none covers another. */
const spread = (lines: readonly Line[]): Line[] => {
  let least = 0
  return [...lines]
    .sort((a, b) => a.end.y - b.end.y)
    .map((line) => {
      const y = Math.max(line.end.y, least)
      least = y + 18
      return { ...line, end: { ...line.end, y } }
    })
}

const Curve = ({ survival, reply }: { survival: readonly Survival[]; reply: FiguresReply }): ReactElement => {
  const [say, number, name] = [useWords(figuresWords), useNumber(), useGroupName(reply)]
  const isSmall = useMedia('(max-width: 40rem)')
  const paper = isSmall ? small : wide
  const { width, beside } = paper
  const last = Math.max(3, ...survival.flatMap(({ steps }) => steps.map(({ month }) => month)))
  const marks = [0, 0.5, 1]
  return (
    <svg className="fig__curve" role="img" aria-label={say('survivalLabel')} viewBox={`0 0 ${width} ${height}`}>
      {marks.map((share) => {
        const y = top + (1 - share) * (height - top - bottom)
        return (
          <g key={share}>
            <line x1={left} x2={width - beside} y1={y} y2={y} />
            <text x={left - 6} y={y + 5} textAnchor="end">
              {number(share, 'share')}
            </text>
          </g>
        )
      })}
      {[0, Math.round(last / 2), last].map((month) => (
        <text key={month} x={left + (month / last) * (width - left - beside)} y={height - 10} textAnchor="middle">
          {month}
        </text>
      ))}
      {spread(survival.map((one) => lineOf(one, last, paper))).map(({ origin, points, end }, no) => (
        <g key={origin} className={`fig__line fig__line--${no % 4}`}>
          <polyline points={points} />
          <text
            x={isSmall ? end.x : end.x + 8}
            y={isSmall ? end.y - 6 : end.y + 5}
            textAnchor={isSmall ? 'end' : 'start'}
          >
            {name('survival', origin)}
          </text>
        </g>
      ))}
    </svg>
  )
}

type Row = Survival['steps'][number] & { readonly origin: string }

const Steps = ({ survival, reply }: { survival: readonly Survival[]; reply: FiguresReply }): ReactElement => {
  const [say, number, name] = [useWords(figuresWords), useNumber(), useGroupName(reply)]
  const rows: Row[] = survival.flatMap(({ origin, steps }) => steps.map((step) => ({ origin, ...step })))
  const between = ({ low, high }: Row): string =>
    low === null || high === null ? '' : say('between', { low: number(low, 'share'), high: number(high, 'share') })
  return (
    <Table
      caption={say('survivalLabel')}
      rowKey={({ origin, month }) => `${origin} ${month}`}
      rows={rows}
      columns={[
        { key: 'origin', head: say('origin'), cell: ({ origin }) => name('survival', origin) },
        { key: 'month', head: say('month'), number: true, cell: ({ month }) => month },
        { key: 'risk', head: say('atRisk'), number: true, cell: ({ atRisk }) => atRisk },
        { key: 'alive', head: say('alive'), number: true, cell: ({ survival: share }) => number(share, 'share') },
        { key: 'interval', head: say('interval'), number: true, cell: between },
      ]}
    />
  )
}

const useSaid = (survival: readonly Survival[]): string => {
  const [say, number] = [useWords(figuresWords), useNumber()]
  const born = survival.find(({ origin }) => origin === 'here')
  const last = born?.steps.at(-1)
  if (!born || born.hidden) return say('survivalFew')
  if (!last) return say('survivalNone')
  return say('survivalSentence', { month: last.month, alive: number(100 * last.survival, 'count') })
}

/** How long ties live by where they were born: a sentence, the curve of at most four origins, everything in a table. */
export const FiguresSurvival = ({
  reply,
  survival,
}: {
  reply: FiguresReply
  survival: readonly Survival[]
}): ReactElement => {
  const [say, number, name, said] = [useWords(figuresWords), useNumber(), useGroupName(reply), useSaid(survival)]
  const language = useLanguage()
  const shown = survival.filter(({ hidden, n }) => !hidden && n !== null)
  const drawn = shown
    .filter(({ steps }) => steps.length > 0)
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
    .slice(0, 4)
  return (
    <Measure code="survival" reply={reply}>
      <p>{weighed(said)}</p>
      {drawn.length > 0 && (
        <SavePicture
          title={say('survivalLabel')}
          sentence={said.replace(/<\/?b>/g, '')}
          legend={[[reply.name, longDate(language, reply.day)].join(', ')]}
        >
          <Curve survival={drawn} reply={reply} />
        </SavePicture>
      )}
      {shown.length > 0 && (
        <Table
          caption={say('origin')}
          rowKey={({ origin }) => origin}
          rows={shown}
          columns={[
            { key: 'origin', head: say('origin'), cell: ({ origin }) => name('survival', origin) },
            { key: 'n', head: say('followed'), number: true, cell: ({ n }) => number(n ?? 0, 'count') },
            {
              key: 'ended',
              head: say('ended'),
              number: true,
              cell: ({ ended }) => (ended === null ? say('hidden') : number(ended, 'count')),
            },
            {
              key: 'median',
              head: say('median'),
              cell: ({ median }) => (median === null ? say('medianNone') : say('months', { count: median })),
            },
          ]}
        />
      )}
      {drawn.length > 0 && (
        <More label={say('survivalLabel')}>
          <Steps survival={shown} reply={reply} />
        </More>
      )}
    </Measure>
  )
}
