import { drawnOn, everything } from '../../src/ties/core/drawing.ts'
import type { LayoutNews } from '../../src/ties/web/layout.worker.ts'
import { fitTo, movedBy, zoomedAt } from '../../src/ties/web/network.camera.ts'
import type { Scene } from '../../src/ties/web/network.paint.ts'
import { screenOn } from '../../src/ties/web/network.screen.ts'
import { drawnTown } from './drawn.ts'

/** What one run of the drawing took, in the browser: milliseconds, and frames in a second. */
export type Drawn = {
  layout: number
  filter: number
  paint: number
  pan: number
  zoom: number
  worst: number
}

const network = drawnTown(5000, 20_000)

const lay = (): Promise<Float32Array> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('../../src/ties/web/layout.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutNews>) => {
      if (data.done && data.places) resolve(data.places)
    })
    const ends = (side: 'from' | 'to'): Int32Array => Int32Array.from(network.ties, (tie) => tie[side])
    worker.postMessage({ size: network.nodes.length, from: ends('from'), to: ends('to') })
  })

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Moves for two seconds; answers frames in a second and the longest wait between two. */
const moving = async (step: (turn: number) => void): Promise<{ fps: number; worst: number }> => {
  const begun = await frame()
  let [last, frames, worst] = [begun, 0, 0]
  while (last - begun < 2000) {
    step(frames)
    const now = await frame()
    worst = Math.max(worst, now - last)
    last = now
    frames++
  }
  return { fps: (1000 * frames) / (last - begun), worst }
}

const timed = (act: () => void): number => {
  const begun = performance.now()
  act()
  return performance.now() - begun
}

const run = async (): Promise<Drawn> => {
  const canvas = document.querySelector('canvas')
  if (!canvas) throw new Error('nothing to draw on')
  const begun = performance.now()
  const places = await lay()
  const layout = performance.now() - begun
  let drawing = drawnOn(network, everything, network.day)
  const filter = timed(() => {
    drawing = drawnOn(network, { ...everything, origin: 'pact' }, network.day)
  })
  drawing = drawnOn(network, everything, network.day)
  const scene: Scene = {
    network,
    drawing,
    places,
    lit: null,
    litTies: null,
    chosen: null,
    rings: [],
    nameOf: (node) => `Nodo ${node}`,
  }
  const screen = screenOn(canvas, () => {})
  let camera = fitTo(places, drawing.nodes, screen.size())
  const before = performance.now()
  screen.show(scene, camera)
  await frame()
  await frame()
  const paint = performance.now() - before
  const pan = await moving((turn) => {
    camera = movedBy(camera, turn % 60 < 30 ? 8 : -8, 3)
    screen.show(scene, camera)
  })
  const zoom = await moving((turn) => {
    camera = zoomedAt(camera, screen.size(), { x: 300, y: 200 }, turn % 80 < 40 ? 1.03 : 1 / 1.03)
    screen.show(scene, camera)
  })
  return { layout, filter, paint, pan: pan.fps, zoom: zoom.fps, worst: Math.max(pan.worst, zoom.worst) }
}

Object.assign(window, { drawn: run() })
