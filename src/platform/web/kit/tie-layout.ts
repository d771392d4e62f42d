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
  /** An organisation: a building stands in its circle, no initials. */
  body?: boolean
  origin?: string
}

export type Point = { x: number; y: number }
export type Round = Point & { r: number }
/** `beadAt` is where a new tie wears its bead. Every circle has room: `r` gets smaller where there are many. */
export type PlacedTie = DrawnTie & Round & { beadAt: Round | null; ghost: Round | null }

export const centre: Point = { x: 320, y: 300 }
export const paper = { x: 0, y: 6, width: 640, height: 612 }
export const rings: Record<Closeness, number> = { 1: 108, 2: 184, 3: 260 }
export const ego: Round = { ...centre, r: 40 }

const order: Record<TieKind, number> = { new: 0, lost: 1, old: 2 }
/** How much of the turn a tie asks for: the same circle is wider seen from the middle when it is near. */
const share: Record<Closeness, number> = { 1: 1.4, 2: 1.1, 3: 1 }
/** What is left free at the top, where the rings have their names. */
const topShare = 1.4
const between = 4

const at = (angle: number, radius: number): Point => ({
  x: Math.round(centre.x + Math.cos(angle) * radius),
  y: Math.round(centre.y + Math.sin(angle) * radius),
})

export const meet = (a: Round, b: Round): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r + between

/** New ones first, then lost, then old, always in the same order however they were given. */
const inOrder = (ties: readonly DrawnTie[]): DrawnTie[] =>
  [...ties]
    .sort((a, b) => order[a.kind] - order[b.kind])
    .slice(0, 12)
    .sort((a, b) => order[a.kind] - order[b.kind] || (a.id < b.id ? -1 : 1))

const anglesOf = (ties: readonly DrawnTie[]): number[] => {
  const whole = ties.reduce((sum, { closeness }) => sum + share[closeness], topShare)
  let turned = topShare / 2
  return ties.map(({ closeness }) => {
    const middle = turned + share[closeness] / 2
    turned += share[closeness]
    return (middle / whole) * 2 * Math.PI - Math.PI / 2
  })
}

/** How big the circles are and how far every second one of a ring steps off its line. */
type Fit = { r: number; step: number }
const fits: readonly Fit[] = [
  { r: 30, step: 0 },
  { r: 28, step: 0 },
  { r: 28, step: 20 },
  { r: 26, step: 22 },
  { r: 24, step: 22 },
  { r: 22, step: 20 },
]
/** The nearest ring steps outwards, away from the person; the others inwards, so that they stay on the paper. */
const outwards: Record<Closeness, 1 | -1> = { 1: 1, 2: -1, 3: -1 }

const beadSizes = [15, 13, 11, 9]

/** A bead as near as it can be to its own place on the line, and as big as it can be. */
const beadOn = (line: { angle: number; length: number }, wished: Round, others: readonly Round[]): Round | null => {
  const sizes = beadSizes.filter((r) => r <= wished.r)
  const start = Math.hypot(wished.x - centre.x, wished.y - centre.y)
  const moves = Array.from({ length: 40 }, (_, index) => Math.ceil(index / 2) * (index % 2 ? 5 : -5))
  for (const r of sizes)
    for (const move of moves) {
      const spot = { ...at(line.angle, start + move), r }
      const isOn = start + move > ego.r && start + move < line.length
      if (isOn && !others.some((other) => meet(other, spot))) return spot
    }
  return null
}

const withCircles = (ties: readonly DrawnTie[], { r, step }: Fit): { placed: PlacedTie[]; hasRoom: boolean } => {
  const angles = anglesOf(ties)
  const inRing: Record<Closeness, number> = { 1: 0, 2: 0, 3: 0 }
  const bare = ties.map((tie, index) => {
    const angle = angles[index] ?? 0
    const off = inRing[tie.closeness]++ % 2 === 0 ? 0 : step * outwards[tie.closeness]
    const length = rings[tie.closeness] + off
    const ghost =
      tie.was !== undefined && tie.was > tie.closeness ? { ...at(angle + 0.09, rings[tie.was]), r: 12 } : null
    return { tie, angle, length, round: { ...at(angle, length), r }, ghost }
  })
  const circles: Round[] = [ego, ...bare.flatMap(({ round, ghost }) => (ghost ? [round, ghost] : [round]))]
  let hasRoom = !circles.some((one, index) => circles.slice(index + 1).some((other) => meet(one, other)))
  const placed = bare.map(({ tie, angle, length, round, ghost }): PlacedTie => {
    if (tie.kind !== 'new') return { ...tie, ...round, ghost, beadAt: null }
    const wished = { ...at(angle, tie.closeness === 1 ? 60 : length * 0.52), r: tie.bead ? 15 : 9 }
    const beadAt = beadOn({ angle, length }, wished, circles)
    if (beadAt) circles.push(beadAt)
    else hasRoom = false
    return { ...tie, ...round, ghost, beadAt }
  })
  return { placed, hasRoom }
}

/**
 * At most twelve ties around a centre, clockwise from the top: new ones at the right, lost below, old at the left. No two
 * circles meet, those of the beads and of the places left included, and none leaves the paper.
 */
export const placeTies = (ties: readonly DrawnTie[]): PlacedTie[] => {
  const shown = inOrder(ties)
  for (const fit of fits) {
    const { placed, hasRoom } = withCircles(shown, fit)
    if (hasRoom) return placed
  }
  return withCircles(shown, fits.at(-1) ?? { r: 22, step: 20 }).placed
}
