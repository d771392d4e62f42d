import type { Closeness } from './wave.schema.ts'

/** The circles of closeness in a square of 640: their centre, their radii from very close to a little far. */
export const middle = 320
export const radii: Readonly<Record<Closeness, number>> = { 1: 108, 2: 184, 3: 260 }

export type Spot = { readonly closeness: Closeness; readonly angle: number }

/** Where a spot is drawn; degrees run clockwise from the top. */
export const pointAt = ({ closeness, angle }: Spot): { x: number; y: number } => {
  const radians = ((angle - 90) * Math.PI) / 180
  return {
    x: Math.round(middle + Math.cos(radians) * radii[closeness]),
    y: Math.round(middle + Math.sin(radians) * radii[closeness]),
  }
}

/** The circle nearest to a point, and the angle at which it lies. */
export const spotAt = (x: number, y: number): Spot => {
  const [dx, dy] = [x - middle, y - middle]
  const distance = Math.hypot(dx, dy)
  const closeness = distance < (radii[1] + radii[2]) / 2 ? 1 : distance < (radii[2] + radii[3]) / 2 ? 2 : 3
  const degrees = Math.round((Math.atan2(dy, dx) * 180) / Math.PI + 90)
  return { closeness, angle: ((degrees % 360) + 360) % 360 }
}

const apart = (a: Spot, b: Spot): number => {
  const [one, other] = [pointAt(a), pointAt(b)]
  return Math.hypot(one.x - other.x, one.y - other.y)
}

/** The angle on a circle that lies farthest from everybody there is, and from the names of the circles on top. */
export const freeAngle = (closeness: Closeness, there: readonly Spot[]): number => {
  const taken = [...there, ...([1, 2, 3] as const).map((ring) => ({ closeness: ring, angle: 0 }))]
  const room = (angle: number): number => Math.min(...taken.map((spot) => apart(spot, { closeness, angle })))
  const angles = Array.from({ length: 72 }, (_, step) => (step * 5 + 45) % 360)
  return angles.reduce((best, angle) => (room(angle) > room(best) + 1 ? angle : best))
}

type Placed = { readonly closeness: Closeness | null; readonly angle: number | null }

/** A spot for each, those put by hand where they are; whoever has no circle yet waits on the outer one. */
export const spotsOf = (alters: readonly Placed[]): Spot[] => {
  const there = alters.flatMap(({ closeness, angle }) => (angle === null ? [] : [{ closeness: closeness ?? 3, angle }]))
  return alters.map(({ closeness, angle }) => {
    const ring = closeness ?? 3
    const free = angle ?? freeAngle(ring, there)
    const spot: Spot = { closeness: ring, angle: free }
    if (angle === null) there.push(spot)
    return spot
  })
}
