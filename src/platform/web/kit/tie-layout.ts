/** 1 very near, 2 near, 3 a little far. */
export type Closeness = 1 | 2 | 3
export type TieKind = 'new' | 'old' | 'lost'

/** `bead` is the letter of the place where a new tie was born; `was` the ring before, when it moved nearer. */
export type DrawnTie = {
  id: string
  name: string
  relation?: string
  kind: TieKind
  closeness: Closeness
  was?: Closeness
  bead?: string
  /** A third party: whoever never consented is named in no file. */
  third?: boolean
  origin?: string
}

export type PlacedTie = DrawnTie & { x: number; y: number; beadAt: Point; ghost: Point | null }
export type Point = { x: number; y: number }

export const centre: Point = { x: 320, y: 300 }
export const rings: Record<Closeness, number> = { 1: 108, 2: 184, 3: 260 }
const order: Record<TieKind, number> = { new: 0, lost: 1, old: 2 }

const at = (angle: number, radius: number): Point => ({
  x: Math.round(centre.x + Math.cos(angle) * radius),
  y: Math.round(centre.y + Math.sin(angle) * radius),
})

/** At most twelve ties around a centre, clockwise from the top: new ones at the right, lost below, old at the left. */
export const placeTies = (ties: readonly DrawnTie[]): PlacedTie[] => {
  const shown = [...ties].sort((a, b) => order[a.kind] - order[b.kind]).slice(0, 12)
  const step = (2 * Math.PI) / Math.max(shown.length, 1)
  const start = -Math.PI / 2 + step / 2
  return shown.map((tie, index) => {
    const angle = start + index * step
    const beadAt = at(angle, tie.closeness === 1 ? 58 : rings[tie.closeness] * 0.52)
    const ghost = tie.was !== undefined && tie.was > tie.closeness ? at(angle + 0.09, rings[tie.was]) : null
    return { ...tie, ...at(angle, rings[tie.closeness]), beadAt, ghost }
  })
}
