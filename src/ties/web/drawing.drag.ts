import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { type Spot, spotAt } from '../core/wave.place.ts'

type Point = { readonly x: number; readonly y: number }
type Held = { readonly id: string | null; readonly from: Point; readonly at: Point; readonly isMoving: boolean }

export type Touch = {
  readonly onSpot?: ((spot: Spot) => void) | undefined
  readonly onTap: (id: string) => void
  readonly onPlace?: ((id: string, spot: Spot) => void) | undefined
}

/** A trembling finger does not move anybody: so far in units of the drawing. */
const still = 10

const pointIn = (svg: SVGSVGElement, event: PointerEvent): Point => {
  const matrix = svg.getScreenCTM()?.inverse()
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
  return { x, y }
}

/** Touching and dragging on the circles: where one lets go, the nearest circle takes it. */
export const useDrag = (
  svg: RefObject<SVGSVGElement | null>,
  { onSpot, onTap, onPlace }: Touch,
): {
  /** Who is being dragged, and where to. */
  readonly dragged: { readonly id: string; readonly at: Point } | null
  readonly down: (event: PointerEvent, id: string | null) => void
  readonly move: (event: PointerEvent) => void
  readonly up: () => void
  readonly cancel: () => void
} => {
  const held = useRef<Held | null>(null)
  const [dragged, setDragged] = useState<{ id: string; at: Point } | null>(null)
  const cancel = (): void => {
    held.current = null
    setDragged(null)
  }
  const down = (event: PointerEvent, id: string | null): void => {
    if (!svg.current || event.button !== 0) return
    event.stopPropagation()
    const from = pointIn(svg.current, event)
    held.current = { id, from, at: from, isMoving: false }
    if (id !== null && onPlace) svg.current.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    const now = held.current
    if (!now || !svg.current) return
    const at = pointIn(svg.current, event)
    const isMoving = now.isMoving || Math.hypot(at.x - now.from.x, at.y - now.from.y) > still
    held.current = { ...now, at, isMoving }
    if (isMoving && now.id !== null && onPlace) setDragged({ id: now.id, at })
  }
  const up = (): void => {
    const now = held.current
    cancel()
    if (!now) return
    if (now.id === null) {
      if (!now.isMoving) onSpot?.(spotAt(now.at.x, now.at.y))
    } else if (now.isMoving) onPlace?.(now.id, spotAt(now.at.x, now.at.y))
    else onTap(now.id)
  }
  return { dragged, down, move, up, cancel }
}
