import { type Camera, movedBy, type Point, type Size, zoomedAt } from './network.camera.ts'

/** What a hand can do to the paper. `see` moves it, `pick` asks who is at a point of the screen. */
export type Held = {
  readonly camera: () => Camera
  readonly size: () => Size
  readonly see: (camera: Camera) => void
  readonly pick: (at: Point) => void
  readonly whole: () => void
  readonly again: () => void
}

const step = 60
const nearer = 1.25

const keyMoves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

/** Arrows move the paper, + and − zoom, 0 shows everything. Answers whether the key meant something. */
export const pressKey = (held: Held, key: string): boolean => {
  const move = keyMoves[key]
  if (move) held.see(movedBy(held.camera(), ...move))
  else if (key === '+' || key === '=') zoomMiddle(held, nearer)
  else if (key === '-') zoomMiddle(held, 1 / nearer)
  else if (key === '0') held.whole()
  else return false
  return true
}

export const zoomMiddle = (held: Held, factor: number): void => {
  const size = held.size()
  held.see(zoomedAt(held.camera(), size, { x: size.width / 2, y: size.height / 2 }, factor))
}

const pointIn = (canvas: HTMLCanvasElement, event: MouseEvent): Point => {
  const box = canvas.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

const between = ([a, b]: readonly Point[]): { middle: Point; apart: number } | null =>
  a && b
    ? { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) }
    : null

/** One finger or the mouse moves, two fingers zoom, a short press picks. */
const followPointers = (canvas: HTMLCanvasElement, held: Held, signal: AbortSignal): void => {
  const down = new Map<number, Point>()
  let moved = 0
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId)
      if (down.size === 0) moved = 0
      down.set(event.pointerId, pointIn(canvas, event))
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const last = down.get(event.pointerId)
      if (!last) return
      const before = between([...down.values()])
      const now = pointIn(canvas, event)
      down.set(event.pointerId, now)
      const after = between([...down.values()])
      moved += Math.hypot(now.x - last.x, now.y - last.y)
      if (!before || !after) return held.see(movedBy(held.camera(), now.x - last.x, now.y - last.y))
      const grown = zoomedAt(held.camera(), held.size(), before.middle, after.apart / before.apart)
      held.see(movedBy(grown, after.middle.x - before.middle.x, after.middle.y - before.middle.y))
    },
    { signal },
  )
  const lift = (event: PointerEvent): void => {
    const isLast = down.delete(event.pointerId) && down.size === 0
    if (isLast && moved < 6 && event.type === 'pointerup') held.pick(pointIn(canvas, event))
  }
  canvas.addEventListener('pointerup', lift, { signal })
  canvas.addEventListener('pointercancel', lift, { signal })
}

/** The wheel zooms once the paper has been taken in hand, or with Ctrl; else it scrolls the page, as everywhere. */
const followWheel = (canvas: HTMLCanvasElement, held: Held, signal: AbortSignal): void =>
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return
      event.preventDefault()
      held.see(zoomedAt(held.camera(), held.size(), pointIn(canvas, event), 2 ** (-event.deltaY / 300)))
    },
    { signal, passive: false },
  )

/** Gives the paper into the reader's hands; answers how to take it back. */
export const giveToHand = (canvas: HTMLCanvasElement, held: Held): (() => void) => {
  const taken = new AbortController()
  followPointers(canvas, held, taken.signal)
  followWheel(canvas, held, taken.signal)
  return () => taken.abort()
}
