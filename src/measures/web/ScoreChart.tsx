import type { ReactElement, ReactNode } from 'react'

export type Wave = { readonly key: string; readonly label: string; readonly day: string }
export type BandArea = { readonly key: string; readonly from: number; readonly label: string }
/** One value for each wave, null where there is none. `mark` tells series apart without colour. */
export type Series = {
  readonly key: string
  readonly label: string
  readonly mark: 'dot' | 'square' | 'diamond'
  readonly values: readonly (number | null)[]
}

const [top, height, foot] = [28, 190, 56]
// the names of the bands stand at the left, the waves beside them
const [near, far] = [44, 92]

type Scale = (value: number) => number

const scaleOf =
  (min: number, max: number): Scale =>
  (value) =>
    top + height - ((value - min) / (max - min || 1)) * height

const xOf = (no: number, count: number): number =>
  count === 1 ? (near + far) / 2 : near + ((far - near) * no) / (count - 1)

/** Two views of the same value stand side by side, not one upon the other. */
const besides = { dot: -14, square: 0, diamond: 14 } as const

type MarkProps = { readonly mark: Series['mark']; readonly alone: boolean; readonly x: string; readonly y: number }

const Mark = ({ mark, alone, x, y }: MarkProps): ReactElement => (
  <svg x={x} y={y} overflow="visible" aria-hidden="true">
    <g transform={`translate(${alone ? 0 : besides[mark]})`}>
      {mark === 'dot' && <circle className="measure__mark" r="7" />}
      {mark === 'square' && <rect className="measure__mark is-worker" x="-6" y="-6" width="12" height="12" />}
      {mark === 'diamond' && <path className="measure__mark is-agreed" d="M0-9 9 0 0 9-9 0z" />}
    </g>
  </svg>
)

const Line = ({ series, y }: { series: Series; y: Scale }): ReactElement[] => {
  const found = series.values.flatMap((value, no) => (value === null ? [] : [{ value, no }]))
  return found.slice(1).map((to, at) => {
    const from = found[at] ?? to
    const x = (no: number): string => `${xOf(no, series.values.length)}%`
    return (
      <line
        key={to.no}
        className={`measure__line is-${series.mark}`}
        x1={x(from.no)}
        y1={y(from.value)}
        x2={x(to.no)}
        y2={y(to.value)}
      />
    )
  })
}

const Bands = (props: { bands: readonly BandArea[]; min: number; max: number; y: Scale }): ReactElement[] =>
  props.bands.map(({ key, from, label }, no) => {
    const [low, high] = [Math.max(from, props.min), props.bands[no + 1]?.from ?? props.max]
    const up = props.y(high)
    return (
      <g key={key}>
        <rect className={`measure__band is-${no % 2}`} x="0" y={up} width="100%" height={props.y(low) - up} />
        <text className="chart__name" x="10" y={(up + props.y(low)) / 2 + 5}>
          {label}
        </text>
      </g>
    )
  })

/** Dots joined in time over a quiet background of bands; one series is labelled with its numbers. The table stands beside it. */
export const ScoreChart = (props: {
  label: string
  caption: ReactNode
  waves: readonly Wave[]
  series: readonly Series[]
  bands: readonly BandArea[]
  min: number
  max: number
  figure: (value: number) => string
}): ReactElement => {
  const y = scaleOf(props.min, props.max)
  const [first] = props.series
  return (
    <figure className="chart">
      <figcaption>{props.caption}</figcaption>
      <svg role="img" aria-label={props.label} width="100%" height={top + height + foot}>
        <g>
          <rect className="measure__frame" x="0" y={top} width="100%" height={height} />
          <Bands bands={props.bands} min={props.min} max={props.max} y={y} />
          {props.series.map((series) => (
            <Line key={series.key} series={series} y={y} />
          ))}
          {props.series.map((series) =>
            series.values.map((value, no) =>
              value === null ? null : (
                <Mark
                  key={props.waves[no]?.key}
                  mark={series.mark}
                  alone={props.series.length === 1}
                  x={`${xOf(no, props.waves.length)}%`}
                  y={y(value)}
                />
              ),
            ),
          )}
          {props.series.length === 1 &&
            first?.values.map((value, no) =>
              value === null ? null : (
                <text
                  key={props.waves[no]?.key}
                  x={`${xOf(no, props.waves.length)}%`}
                  y={y(value) - 14}
                  textAnchor="middle"
                >
                  {props.figure(value)}
                </text>
              ),
            )}
          {props.waves.map(({ key, label, day }, no) => (
            <text key={key} x={`${xOf(no, props.waves.length)}%`} y={top + height + 24} textAnchor="middle">
              {props.waves.length <= 5 ? label : no + 1}
              {props.waves.length <= 3 && (
                <tspan className="chart__name" x={`${xOf(no, props.waves.length)}%`} dy="22">
                  {day}
                </tspan>
              )}
            </text>
          ))}
        </g>
      </svg>
    </figure>
  )
}
