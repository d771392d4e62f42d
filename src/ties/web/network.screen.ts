import type { Camera, Size } from './network.camera.ts'
import { type Look, lookAt } from './network.look.ts'
import { paint, type Scene } from './network.paint.ts'
import { canvasPen } from './network.pen.ts'

/** A drawing on a canvas that follows its reader: `show` draws in the next frame, once. */
export type Screen = {
  readonly show: (scene: Scene, camera: Camera) => void
  readonly size: () => Size
  readonly close: () => void
}

type Kept = { readonly picture: HTMLCanvasElement; readonly scene: Scene; readonly camera: Camera }

// a frame that took longer is not drawn anew while the paper moves: the last picture is moved instead
const quick = 14
const restAfter = 90

const fullPaint = (
  canvas: HTMLCanvasElement,
  ratio: number,
  at: { scene: Scene; camera: Camera; look: Look },
): number => {
  const begun = performance.now()
  const context = canvas.getContext('2d')
  if (!context) return 0
  const size = { width: canvas.width / ratio, height: canvas.height / ratio }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = at.look.paper
  context.fillRect(0, 0, size.width, size.height)
  paint(canvasPen(context), { scene: at.scene, camera: at.camera, size, look: at.look })
  return performance.now() - begun
}

/** The last picture where it would stand now: shifted, and grown around the middle. */
const slide = (
  canvas: HTMLCanvasElement,
  ratio: number,
  kept: Kept,
  { camera, look }: { camera: Camera; look: Look },
): void => {
  const context = canvas.getContext('2d')
  if (!context) return
  const grown = camera.scale / kept.camera.scale
  const [middleX, middleY] = [canvas.width / 2, canvas.height / 2]
  const x = middleX + (kept.camera.x - camera.x) * camera.scale * ratio - middleX * grown
  const y = middleY + (kept.camera.y - camera.y) * camera.scale * ratio - middleY * grown
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = look.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(kept.picture, x, y, canvas.width * grown, canvas.height * grown)
}

const copyOf = (canvas: HTMLCanvasElement): HTMLCanvasElement => {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}

const fitted = (canvas: HTMLCanvasElement, ratio: number): boolean => {
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)]
  if (canvas.width === width && canvas.height === height) return false
  canvas.width = width
  canvas.height = height
  return true
}

/** Keeps a canvas drawn. `onResize` hears when its place on the page has changed. */
export const screenOn = (canvas: HTMLCanvasElement, onResize: () => void): Screen => {
  const ratio = Math.min(2, devicePixelRatio)
  let [frame, rest, cost]: [number, number, number] = [0, 0, 0]
  let wanted: { scene: Scene; camera: Camera } | null = null
  let kept: Kept | null = null
  const drawFully = (): void => {
    if (!wanted) return
    fitted(canvas, ratio)
    cost = fullPaint(canvas, ratio, { ...wanted, look: lookAt(canvas) })
    kept = cost > quick ? { picture: copyOf(canvas), ...wanted } : null
  }
  const draw = (): void => {
    frame = 0
    clearTimeout(rest)
    if (!wanted) return
    if (kept === null || kept.scene !== wanted.scene || fitted(canvas, ratio)) {
      drawFully()
      return
    }
    slide(canvas, ratio, kept, { camera: wanted.camera, look: lookAt(canvas) })
    rest = window.setTimeout(drawFully, restAfter)
  }
  const watcher = new ResizeObserver(onResize)
  watcher.observe(canvas)
  return {
    show: (scene, camera) => {
      wanted = { scene, camera }
      frame ||= requestAnimationFrame(draw)
    },
    size: () => ({ width: canvas.clientWidth, height: canvas.clientHeight }),
    close: () => {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      watcher.disconnect()
    },
  }
}
