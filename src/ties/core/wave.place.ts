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

/** The middle of the widest free arc: where the next one is put who was not put anywhere by hand. On top stand the names of the circles. */
export const freeAngle = (taken: readonly number[]): number => {
  const sorted = [...new Set([0, ...taken])].sort((a, b) => a - b)
  const gaps = sorted.map((angle, index) => ({ angle, wide: (sorted[index + 1] ?? 360) - angle }))
  const widest = gaps.reduce((best, gap) => (gap.wide > best.wide ? gap : best))
  return Math.round(widest.angle + widest.wide / 2) % 360
}

type Placed = { readonly closeness: Closeness | null; readonly angle: number | null }

/** A spot for each, those put by hand where they are; whoever has no circle yet waits on the outer one. */
export const spotsOf = (alters: readonly Placed[]): Spot[] => {
  const taken = alters.flatMap(({ angle }) => angle ?? [])
  return alters.map(({ closeness, angle }) => {
    const free = angle ?? freeAngle(taken)
    if (angle === null) taken.push(free)
    return { closeness: closeness ?? 3, angle: free }
  })
}
