import type { Places } from './layout.ts'

/** What part of the paper is seen: the point in the middle and how many pixels stand for one unit. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number }
export type Size = { readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

const [least, most] = [0.02, 8]
// the buttons at the right cover nobody
const buttons = 52

export const toScreen = (camera: Camera, size: Size, at: Point): Point => ({
  x: (at.x - camera.x) * camera.scale + size.width / 2,
  y: (at.y - camera.y) * camera.scale + size.height / 2,
})

export const toPaper = (camera: Camera, size: Size, at: Point): Point => ({
  x: (at.x - size.width / 2) / camera.scale + camera.x,
  y: (at.y - size.height / 2) / camera.scale + camera.y,
})

export const placeOf = (places: Places, node: number): Point => ({
  x: places[2 * node] ?? 0,
  y: places[2 * node + 1] ?? 0,
})

/** Everything in sight, with room around for names; never larger than life. */
export const fitTo = (places: Places, nodes: readonly number[], size: Size): Camera => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const node of nodes) {
    const { x, y } = placeOf(places, node)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return { x: 0, y: 0, scale: 1 }
  const room = Math.min(40, size.width / 12)
  const wide = (size.width - 2 * room - buttons) / Math.max(right - left, 1)
  const high = (size.height - 2 * room) / Math.max(bottom - top, 1)
  const scale = Math.max(least, Math.min(2.2, wide, high))
  return { x: (left + right) / 2 + buttons / 2 / scale, y: (top + bottom) / 2, scale }
}

/** Nearer or farther, the point under the hand staying where it is. */
export const zoomedAt = (camera: Camera, size: Size, at: Point, factor: number): Camera => {
  const scale = Math.max(least, Math.min(most, camera.scale * factor))
  const before = toPaper(camera, size, at)
  const after = toPaper({ ...camera, scale }, size, at)
  return { x: camera.x + before.x - after.x, y: camera.y + before.y - after.y, scale }
}

export const movedBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
})

/** Nodes by squares of the paper, so that the one under the hand is found without asking all. */
export type Grid = ReadonlyMap<string, readonly number[]>

const cell = 60
const cellOf = (x: number, y: number): string => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`

export const gridOf = (places: Places, nodes: readonly number[]): Grid => {
  const grid = new Map<string, number[]>()
  for (const node of nodes) {
    const { x, y } = placeOf(places, node)
    const key = cellOf(x, y)
    const seated = grid.get(key)
    if (seated) seated.push(node)
    else grid.set(key, [node])
  }
  return grid
}

/** The node nearest to a point of the paper, within `reach`; null when there is none. */
export const nodeAt = (grid: Grid, places: Places, at: Point, reach: number): number | null => {
  let [found, least]: [number | null, number] = [null, reach]
  const cells = Math.min(8, Math.ceil(reach / cell))
  for (let dx = -cells; dx <= cells; dx++)
    for (let dy = -cells; dy <= cells; dy++)
      for (const node of grid.get(cellOf(at.x + dx * cell, at.y + dy * cell)) ?? []) {
        const place = placeOf(places, node)
        const distance = Math.hypot(place.x - at.x, place.y - at.y)
        if (distance < least) [found, least] = [node, distance]
      }
  return found
}

/** How far from the middle each ring stands, wide enough for those who sit on it. */
export const ringRadii = (rings: readonly (readonly number[])[]): number[] => {
  const radii: number[] = []
  for (const ring of rings)
    if (ring.length > 0) radii.push(Math.max((radii.at(-1) ?? 0) + 110, (ring.length * 44) / (2 * Math.PI)))
  return radii
}

// an even number side by side would face each other, and a tie between two of them would cross the middle
const seatsOn = (ring: readonly number[]): number => ring.length + (ring.length % 2 === 0 ? 0.5 : 0)

/** The node in the middle, its alters on a ring and theirs on another, each side by side with whom they are near on the whole paper. */
export const aroundEgo = (places: Places, ego: number, rings: readonly (readonly number[])[]): Places => {
  const placed = new Float32Array(places)
  const middle = placeOf(places, ego)
  const radii = ringRadii(rings)
  const angle = (node: number): number => {
    const { x, y } = placeOf(places, node)
    return Math.atan2(y - middle.y, x - middle.x)
  }
  rings.forEach((ring, number) => {
    const seated = [...ring].sort((a, b) => angle(a) - angle(b))
    seated.forEach((node, seat) => {
      const at = -Math.PI / 2 + ((seat + 0.5) / seatsOn(ring)) * 2 * Math.PI
      placed[2 * node] = (radii[number] ?? 0) * Math.cos(at)
      placed[2 * node + 1] = (radii[number] ?? 0) * Math.sin(at)
    })
  })
  placed[2 * ego] = 0
  placed[2 * ego + 1] = 0
  return placed
}
