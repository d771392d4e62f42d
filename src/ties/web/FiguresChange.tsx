import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { SavePicture } from '../../platform/web/SavePicture.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { definitionOf, standsInFront } from '../core/figures.definitions.ts'
import type { Change, ChangeGroup, FiguresReply } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import { Meaning } from './FiguresMeasure.tsx'
import { useNumber } from './figures.hooks.ts'
import { useMedia } from './network.hooks.ts'

type Real = Change & { readonly change: number; readonly low: number; readonly high: number }
const isReal = (row: Change): row is Real => row.change !== null && row.low !== null && row.high !== null

const useGroupTitle = (reply: FiguresReply): ((group: ChangeGroup) => string) => {
  const say = useWords(figuresWords)
  return ({ kind, key }) => {
    if (kind === 'all') return say('changeAll')
    if (kind === 'district') return reply.names.districts[key] ?? key
    return reply.names.pactKinds[key] ?? key
  }
}

type Drawn = { readonly code: string; readonly groups: readonly ChangeGroup[]; readonly reply: FiguresReply }

/** On a phone the name of a group stands over its line. */
const wide = { width: 640, row: 40, left: 250, down: 24 }
const small = { width: 340, row: 62, left: 0, down: 46 }

/** A dot where the change lies and a line over its interval; the upright line is no change. */
const Dots = ({ code, groups, reply }: Drawn): ReactElement | null => {
  const [say, number, title] = [useWords(figuresWords), useNumber(), useGroupTitle(reply)]
  const { width, row, left, down } = useMedia('(max-width: 40rem)') ? small : wide
  const unit = definitionOf(`change.${code}`)?.unit ?? 'number'
  const found = groups.flatMap((group) =>
    group.rows
      .filter((one) => one.code === code)
      .filter(isReal)
      .map((one) => ({ group, one })),
  )
  if (found.length === 0) return null
  const reach = Math.max(1e-9, ...found.flatMap(({ one }) => [Math.abs(one.low), Math.abs(one.high)]))
  const x = (value: number): number => left + (width - left) / 2 + (value / reach) * ((width - left) / 2 - 12)
  const height = found.length * row + 30
  return (
    <svg className="fig__dots" role="img" aria-label={say('changeLabel')} viewBox={`0 0 ${width} ${height}`}>
      <line className="fig__zero" x1={x(0)} x2={x(0)} y1="0" y2={height - 24} />
      <text x={x(0)} y={height - 6} textAnchor="middle">
        {say('noChange')}
      </text>
      {found.map(({ group, one }, no) => {
        const y = no * row + down
        return (
          <g key={`${group.kind} ${group.key}`}>
            <text x="0" y={left === 0 ? no * row + 14 : y + 5}>
              {title(group)}
            </text>
            <line x1={x(one.low)} x2={x(one.high)} y1={y} y2={y} />
            <circle cx={x(one.change)} cy={y} r="6" />
            <text x={x(one.change)} y={y - 9} textAnchor="middle">
              {number(one.change, unit)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The drawing with the way to save it; nothing where there is no interval to draw. */
const SavedDots = (props: Drawn): ReactElement | null => {
  const [say, language] = [useWords(figuresWords), useLanguage()]
  const { code, groups, reply } = props
  if (!groups.some(({ rows }) => rows.some((one) => one.code === code && isReal(one)))) return null
  return (
    <SavePicture
      title={definitionOf(`change.${code}`)?.[language].name ?? code}
      sentence={say('changeLabel')}
      legend={[[reply.name, longDate(language, reply.day)].join(', ')]}
    >
      <Dots {...props} />
    </SavePicture>
  )
}

type Line = { readonly group: ChangeGroup; readonly one: Change }

const Numbers = ({ code, groups, reply }: Drawn): ReactElement => {
  const [say, language, number, title] = [useWords(figuresWords), useLanguage(), useNumber(), useGroupTitle(reply)]
  const definition = definitionOf(`change.${code}`)
  const unit = definition?.unit ?? 'number'
  const value = (one: Change, of: number | null): string => {
    if (one.hidden) return say('hidden')
    return of === null ? say('noValue') : number(of, unit)
  }
  const rows: Line[] = groups.flatMap((group) =>
    group.rows.filter((one) => one.code === code).map((one) => ({ group, one })),
  )
  return (
    <Table
      caption={definition?.[language].name ?? code}
      rowKey={({ group }) => `${group.kind} ${group.key}`}
      rows={rows}
      columns={[
        { key: 'group', head: say('people'), cell: ({ group }) => title(group) },
        {
          key: 'n',
          head: say('count'),
          number: true,
          cell: ({ one }) => (one.n === null ? value(one, null) : number(one.n, 'count')),
        },
        {
          key: 'missing',
          head: say('missing'),
          number: true,
          cell: ({ one }) => (one.missing === null ? say('hidden') : number(one.missing, 'count')),
        },
        { key: 'before', head: say('before'), number: true, cell: ({ one }) => value(one, one.before) },
        { key: 'after', head: say('after'), number: true, cell: ({ one }) => value(one, one.after) },
        { key: 'change', head: say('changed'), number: true, cell: ({ one }) => value(one, one.change) },
        {
          key: 'interval',
          head: say('interval'),
          number: true,
          cell: ({ one }) =>
            one.low === null || one.high === null
              ? ''
              : say('between', { low: number(one.low, unit), high: number(one.high, unit) }),
        },
      ]}
    />
  )
}

const OneChange = (props: Drawn): ReactElement | null => {
  const language = useLanguage()
  const definition = definitionOf(`change.${props.code}`)
  if (!definition) return null
  return (
    <div className="fig__one fig__one--wide">
      <h3>{definition[language].name}</h3>
      <SavedDots {...props} />
      <Numbers {...props} />
      <Meaning definition={definition} reply={props.reply} />
    </div>
  )
}

const isFront = (code: string): boolean => standsInFront(`change.${code}`)

/** The same people at their first conversation and at the latest one. */
export const FiguresChange = ({
  reply,
  groups,
}: {
  reply: FiguresReply
  groups: readonly ChangeGroup[]
}): ReactElement => {
  const [say, number] = [useWords(figuresWords), useNumber()]
  const several = groups.filter(({ kind }) => kind === 'district').length > 1
  const shown = several ? groups : groups.filter(({ kind }) => kind !== 'district')
  const everybody = groups.find(({ kind }) => kind === 'all')
  const size = everybody?.rows.find(({ code }) => code === 'size')
  if (!everybody || !size || size.n === 0) return <p className="soft">{say('changeNone')}</p>
  const { n, before, after } = size
  const codes = everybody.rows.map(({ code }) => code)
  const others = codes.filter((code) => !isFront(code))
  return (
    <div className="stack fig__one--wide">
      {n !== null && before !== null && after !== null && (
        <p>{weighed(say('changeSentence', { n, before: number(before, 'number'), after: number(after, 'number') }))}</p>
      )}
      {codes.filter(isFront).map((code) => (
        <OneChange key={code} code={code} groups={shown} reply={reply} />
      ))}
      {others.length > 0 && (
        <More label={say('others', { count: others.length })}>
          <div className="stack">
            {others.map((code) => (
              <OneChange key={code} code={code} groups={shown} reply={reply} />
            ))}
          </div>
        </More>
      )}
    </div>
  )
}
