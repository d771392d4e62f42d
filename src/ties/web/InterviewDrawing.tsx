import { type ReactElement, useRef } from 'react'
import { useWords } from '../../platform/web/language.tsx'
import type { SheetAlter } from '../core/wave.api.ts'
import { middle, pointAt, radii, spotsOf } from '../core/wave.place.ts'
import type { Link } from '../core/wave.schema.ts'
import { waveWords } from '../core/wave.words.ts'
import { type Touch, useDrag } from './drawing.drag.ts'

const rings = [3, 2, 1] as const
type Point = { readonly x: number; readonly y: number }

const Rings = (): ReactElement => {
  const waves = useWords(waveWords)
  return (
    <>
      <g className="rings">
        {rings.map((ring) => (
          <circle key={ring} cx={middle} cy={middle} r={radii[ring]} />
        ))}
      </g>
      <g className="ringtext">
        {rings.map((ring) => (
          <text key={ring} x={middle} y={middle - radii[ring] + 6}>
            {waves(`waves.closeness.${ring}`).toLocaleLowerCase('it')}
          </text>
        ))}
      </g>
    </>
  )
}

const lookOf = ({ change, origin }: SheetAlter): string => {
  if (change === 'gone') return 'lost'
  if (change === 'unasked') return 'ask'
  return origin.kind === 'before' ? 'old' : 'new'
}

/** Up to four letters stand in the circle; a longer nickname below it, with its first letter inside. */
const inside = (label: string): string => {
  const letters = label.replace(/[. ]/g, '')
  return letters.length <= 3 ? letters : letters.slice(0, 1)
}

const Alter = (props: {
  alter: SheetAlter
  at: Point
  size: number
  chosen: boolean
  down: ReturnType<typeof useDrag>['down']
}): ReactElement => {
  const { alter, at, size } = props
  const isLong = inside(alter.label).length < alter.label.replace(/[. ]/g, '').length
  return (
    <g
      className={`${lookOf(alter)} talk__node${props.chosen ? ' is-chosen' : ''}`}
      onPointerDown={(event) => props.down(event, alter.id)}
    >
      <circle cx={at.x} cy={at.y} r={size} />
      <text className="ini" x={at.x} y={at.y + 8}>
        {inside(alter.label)}
      </text>
      {isLong && (
        <text className="rel" x={at.x} y={at.y + size + 18}>
          {alter.label}
        </text>
      )}
    </g>
  )
}

/**
 * The person in the middle, the others on three circles, by hand: touch a circle, drag somebody, touch somebody. Nothing
 * here is for the keyboard: the list beside it does all of it, and is what a screen reader finds.
 */
export const InterviewDrawing = (
  props: Touch & {
    who: string
    alters: readonly SheetAlter[]
    links: readonly Link[]
    chosen?: string | null
    /** Lines among the alters, not from the person. */
    among?: boolean
  },
): ReactElement => {
  const box = useRef<SVGSVGElement>(null)
  const { dragged, down, move, up, cancel } = useDrag(box, props)
  const spots = spotsOf(props.alters)
  const points = new Map(
    props.alters.map((alter, index): [string, Point] => [
      alter.id,
      dragged?.id === alter.id ? dragged.at : pointAt(spots[index] ?? { closeness: 3, angle: 0 }),
    ]),
  )
  const at = (id: string): Point => points.get(id) ?? { x: middle, y: middle }
  const line = (from: Point, to: Point): string => `M${from.x} ${from.y}L${to.x} ${to.y}`
  return (
    <svg
      ref={box}
      className="map talk__map"
      viewBox="0 20 640 600"
      aria-hidden="true"
      onPointerDown={(event) => down(event, null)}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
    >
      <Rings />
      {!props.among &&
        props.alters.map((alter) => (
          <path key={alter.id} className={`l-${lookOf(alter)}`} d={line({ x: middle, y: middle }, at(alter.id))} />
        ))}
      {props.links.map(([a, b]) => (
        <path key={a + b} className={props.among ? 'l-knows' : 'l-knows l-knows--thin'} d={line(at(a), at(b))} />
      ))}
      <g className="ego">
        <circle cx={middle} cy={middle} r="40" />
        <text x={middle} y={middle + 8}>
          {props.who}
        </text>
      </g>
      {props.alters.map((alter) => (
        <Alter
          key={alter.id}
          alter={alter}
          at={at(alter.id)}
          size={props.alters.length > 24 ? 22 : 30}
          chosen={props.chosen === alter.id}
          down={down}
        />
      ))}
    </svg>
  )
}
