import { type Closeness, centre, ego, type PlacedTie, type Point, paper, type Round, rings } from './tie-layout.ts'

/** A line of text in the drawing: its middle, its baseline, and half of its width. */
export type Label = Point & { half: number }
type Box = { left: number; right: number; top: number; bottom: number }

/** Half of a letter at 16 px, a little wider than it is on average; names of rings are written bigger on a phone. */
const halfLetter = { relation: 3.8, ring: 5 }
const above = 15
const under = 5

const boxOf = ({ x, y, half }: Label): Box => ({ left: x - half, right: x + half, top: y - above, bottom: y + under })

const isOnPaper = ({ left, right, top, bottom }: Box): boolean =>
  left >= paper.x && right <= paper.x + paper.width && top >= paper.y && bottom <= paper.y + paper.height

const touchesRound = (box: Box, { x, y, r }: Round): boolean => {
  const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)]
  return Math.hypot(dx, dy) < r + 2
}

const touchesBox = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether the line from the middle to a point crosses a box, looked at every few steps. */
const isCrossed = (box: Box, { x, y }: Point): boolean =>
  Array.from({ length: 41 }, (_, step) => step / 40).some((part) => {
    const [px, py] = [centre.x + (x - centre.x) * part, centre.y + (y - centre.y) * part]
    return px > box.left && px < box.right && py > box.top && py < box.bottom
  })

/** The arrow from the place that was left, as small circles. */
const arrowOf = (tie: PlacedTie): Round[] => {
  const from = tie.ghost
  if (!from) return []
  return [0.3, 0.45, 0.6].map((part) => ({
    x: from.x + (tie.x - from.x) * part,
    y: from.y + (tie.y - from.y) * part,
    r: 6,
  }))
}

type Taken = { rounds: readonly Round[]; boxes: readonly Box[]; ends: readonly Point[] }

/** `core` is how much of a text, from its middle, a line should not cross. */
const firstFree = (wished: readonly Label[], { rounds, boxes, ends }: Taken, core: number): Label | null => {
  const free = wished.filter((label) => {
    const box = boxOf(label)
    return isOnPaper(box) && !rounds.some((round) => touchesRound(box, round)) && !boxes.some((b) => touchesBox(box, b))
  })
  return (
    free.find((label) => !ends.some((end) => isCrossed(boxOf({ ...label, half: label.half * core }), end))) ??
    free[0] ??
    null
  )
}

/** On top of its ring or just above the line, then further and further round, then well off the line. */
const ringWishes = (ring: Closeness, half: number): Label[] => {
  const spot = (turn: number, off: number): Label => ({
    x: Math.round(centre.x + Math.sin(turn) * (rings[ring] + off)),
    y: Math.round(centre.y - Math.cos(turn) * (rings[ring] + off) + 6),
    half,
  })
  const turns = Array.from({ length: 24 }, (_, index) => (Math.ceil(index / 2) * (index % 2 ? 1 : -1) * Math.PI) / 12)
  return [
    spot(0, 0),
    spot(0, 16),
    spot(0, 26),
    ...turns.flatMap((turn) => [0, 20, -20].map((off) => spot(turn, off))),
    spot(0, 36),
  ]
}

/** Below its circle, then at its outer side, above it, and at its inner side; pushed in where the paper ends. */
const relationWishes = ({ x, y, r }: Round, half: number): Label[] => {
  const inside = (at: number): number => Math.min(Math.max(at, paper.x + half), paper.x + paper.width - half)
  const side = x < centre.x ? -1 : 1
  const beside = r + 5 + half
  return [
    { x: inside(x), y: y + r + 20, half },
    { x: x + side * beside, y: y + 5, half },
    { x: inside(x), y: y - r - 10, half },
    { x: inside(x + side * half * 0.7), y: y + r + 18, half },
    { x: inside(x + side * half * 0.7), y: y - r - 8, half },
    { x: x - side * beside, y: y + 5, half },
  ]
}

/**
 * Where the names of the rings and of the relations stand: over no circle and over no other text. A name that finds no
 * room is left out (null for a ring): the list or the table beside the drawing says it.
 */
export const placeLabels = (
  ties: readonly PlacedTie[],
  names: readonly [string, string, string],
): { rings: readonly (Label | null)[]; relations: ReadonlyMap<string, Label> } => {
  const rounds = [ego, ...ties.flatMap((tie) => [tie, tie.beadAt ?? [], tie.ghost ?? [], arrowOf(tie)].flat())]
  const boxes: Box[] = []
  const take = (wished: readonly Label[], core = 1): Label | null => {
    const label = firstFree(wished, { rounds, boxes, ends: ties }, core)
    if (label) boxes.push(boxOf(label))
    return label
  }
  const ringName = (ring: Closeness): Label | null =>
    take(ringWishes(ring, (names[ring - 1] ?? '').length * halfLetter.ring), 0.75)
  const ringNames = [ringName(1), ringName(2), ringName(3)]
  const relations = ties.flatMap((tie): [string, Label][] => {
    const label = tie.relation ? take(relationWishes(tie, tie.relation.length * halfLetter.relation + 2)) : null
    return label ? [[tie.id, label]] : []
  })
  return { rings: ringNames, relations: new Map(relations) }
}
