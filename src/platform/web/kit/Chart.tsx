import type { ReactElement, ReactNode } from 'react'
import { More } from './Card.tsx'
import { useKitWords } from './speaks.ts'
import { type Column, Table } from './Table.tsx'

/** `null` is a small cell that is hidden, never a zero. One value per series. */
export type BarRow = { label: string; values: readonly (number | null)[] }

type BarProps = { y: number; value: number | null; max: number; series: number; name?: string | undefined; say: string }

const Bar = (props: BarProps): ReactElement => {
  const width = props.max === 0 || props.value === null ? 0 : (props.value / props.max) * 78
  return (
    <>
      {props.value !== null && (
        <rect x="0" y={props.y} width={`${width}%`} height="16" rx="3" className={`s${props.series}`} />
      )}
      <text x={`${width}%`} y={props.y + 14} dx={width > 0 ? 8 : 0}>
        {props.say}
        {props.name && <tspan className="chart__name"> {props.name}</tspan>}
      </text>
    </>
  )
}

type Layout = { series: number; row: number; height: number }

const layoutOf = (rows: number, series: number): Layout => {
  const row = 30 + series * 22 + 10
  return { series, row, height: rows * row }
}

const columnsOf = (props: BarChartProps, say: (value: number | null) => string): Column<BarRow>[] => [
  { key: 'label', head: props.of, cell: (row) => row.label },
  ...props.series.map((head, index) => ({
    key: head,
    head,
    number: true,
    cell: (row: BarRow) => say(row.values[index] ?? null),
  })),
]

export type BarChartProps = {
  sentence: ReactNode
  label: string
  of: string
  series: readonly string[]
  rows: readonly BarRow[]
  figure: (value: number) => string
  hiddenBelow?: number | undefined
}

/** Zero-based bars, at most four series, labelled directly; the same numbers in a table under them. */
export const BarChart = (props: BarChartProps): ReactElement => {
  const words = useKitWords()
  const layout = layoutOf(props.rows.length, props.series.length)
  const max = Math.max(0, ...props.rows.flatMap((row) => row.values.map((value) => value ?? 0)))
  const say = (value: number | null): string =>
    value === null ? words('fewer', { count: props.hiddenBelow ?? 4 }) : props.figure(value)
  return (
    <figure className="chart">
      <figcaption>{props.sentence}</figcaption>
      <svg role="img" aria-label={props.label} width="100%" height={layout.height}>
        {props.rows.map((row, index) => (
          <svg
            key={row.label}
            y={index * layout.row}
            width="100%"
            height={layout.row}
            overflow="visible"
            aria-hidden="true"
          >
            <text x="0" y="20">
              {row.label}
            </text>
            {row.values.map((value, at) => (
              <Bar
                key={props.series[at]}
                y={30 + at * 22}
                max={max}
                value={value}
                series={at}
                say={say(value)}
                {...(props.series.length > 1 ? { name: props.series[at] ?? '' } : {})}
              />
            ))}
          </svg>
        ))}
      </svg>
      <More label={words('table')}>
        <Table caption={props.label} columns={columnsOf(props, say)} rows={props.rows} rowKey={(row) => row.label} />
      </More>
    </figure>
  )
}

/** A result beside its target; `actual` null means that no number is shown: `none` says why, else that nobody counts it yet. */
export const TargetBar = (props: {
  label: ReactNode
  actual: number | null
  none?: string | undefined
  target: number
  figure: (value: number) => string
  note?: ReactNode
  as?: 'li' | 'div' | undefined
}): ReactElement => {
  const words = useKitWords()
  const Tag = props.as ?? 'li'
  const target = words('of', { target: props.figure(props.target) })
  const width = props.actual === null ? 0 : Math.min(100, (props.actual / props.target) * 100)
  return (
    <Tag className="res__item">
      <p className="res__l">{props.label}</p>
      <p className="res__n">
        {props.actual === null ? (
          <span className="soft">{props.none ?? words('notCounted')}</span>
        ) : (
          <b>{props.figure(props.actual)}</b>
        )}{' '}
        {target}
      </p>
      <span className={props.actual === null ? 'res__bar res__bar--none' : 'res__bar'} aria-hidden="true">
        {props.actual !== null && <span style={{ width: `${Math.max(width, 1)}%` }} />}
      </span>
      {props.note && <p className="res__note">{props.note}</p>}
    </Tag>
  )
}

/** A list of TargetBar in two columns. */
export const TargetBars = ({ children }: { children: ReactNode }): ReactElement => <ul className="res">{children}</ul>
