import type { Drawing, DrawnTie } from '../core/drawing.ts'
import type { Network, NodeKind } from '../core/network.schema.ts'
import type { Places } from './layout.ts'
import { type Camera, type Point, placeOf, type Size, toScreen } from './network.camera.ts'
import { type Look, nodeLooks } from './network.look.ts'
import type { Ink, Pen, Stroke } from './network.pen.ts'

/** What is on the paper. `lit` are the nodes that answer the reader's question (null: all), with the ties that do. */
export type Scene = {
  readonly network: Network
  readonly drawing: Drawing
  readonly places: Places
  readonly lit: ReadonlySet<number> | null
  readonly litTies: ReadonlySet<number> | null
  readonly chosen: number | null
  /** Circles around the chosen one, on which those tied to it stand. */
  readonly rings: readonly number[]
  readonly nameOf: (node: number) => string
}

type Paper = { readonly scene: Scene; readonly camera: Camera; readonly size: Size; readonly look: Look }

// around one there is room for broader lines
const breadth = (scene: Scene, scale: number): number => growth(scale) * (scene.chosen === null ? 1 : 1.5)

const growth = (scale: number): number => Math.max(0.15, Math.min(1.5, scale)) ** 0.85

/** Radius on the screen, in pixels: it grows with the ties, slowly, and with nearness. */
const radiusOf = ({ drawing, chosen }: Scene, node: number, scale: number): number =>
  (chosen === null ? 4.2 + 1.5 * Math.sqrt(drawing.degree[node] ?? 0) : node === chosen ? 16 : 10) * growth(scale)

type TieClass = 'fresh' | 'young' | 'grown' | 'old' | 'lost' | 'faint'

// the younger a tie, the warmer and broader its line
const classOf = ({ state, months, tie }: DrawnTie, lit: ReadonlySet<number> | null): TieClass => {
  if (lit !== null && !lit.has(tie)) return 'faint'
  if (state !== 'new') return state
  return months < 3 ? 'fresh' : months < 12 ? 'young' : 'grown'
}

// where many lines are seen at once they let each other through
const manyLines = 2500

const strokesOf = ({ tie, old }: Look, broad: number, seen: number): Readonly<Record<TieClass, Stroke>> => {
  const clear = Math.max(0.3, Math.min(1, manyLines / Math.max(seen, 1)))
  return {
    faint: { color: old, width: 1, alpha: 0.16 * clear },
    old: { color: old, width: Math.max(1, 1.4 * broad), alpha: 0.55 * clear },
    lost: { color: old, width: Math.max(1.2, 2 * broad), dots: true, alpha: 0.9 * clear },
    grown: { color: tie, width: Math.max(1, 1.5 * broad), alpha: 0.55 * clear },
    young: { color: tie, width: Math.max(1, 1.9 * broad), alpha: 0.75 * clear },
    fresh: { color: tie, width: Math.max(1, 2.8 * broad), alpha: clear },
  }
}

type Segment = { readonly a: Point; readonly b: Point }

/** Whether a line may cross what is seen. */
const crosses = ({ a, b }: Segment, { width, height }: Size): boolean =>
  Math.max(a.x, b.x) > 0 && Math.max(a.y, b.y) > 0 && Math.min(a.x, b.x) < width && Math.min(a.y, b.y) < height

const beadFrom = 0.9

type Lines = Record<TieClass, number[]>

/** Ties that cross what is seen, by how they are drawn; beads on the young ones where there is room for them. */
const sortTies = ({ scene, camera, size }: Paper): { lines: Lines; beads: number[] } => {
  const lines: Lines = { faint: [], old: [], lost: [], grown: [], young: [], fresh: [] }
  const beads: number[] = []
  const { network, places, drawing, litTies } = scene
  for (const drawn of drawing.ties) {
    const tie = network.ties[drawn.tie]
    if (!tie) continue
    const a = toScreen(camera, size, placeOf(places, tie.from))
    const b = toScreen(camera, size, placeOf(places, tie.to))
    if (!crosses({ a, b }, size)) continue
    const kind = classOf(drawn, litTies)
    lines[kind].push(a.x, a.y, b.x, b.y)
    const isBorn = drawn.state === 'new' && kind !== 'faint'
    if (isBorn && camera.scale > beadFrom) beads.push((a.x + b.x) / 2, (a.y + b.y) / 2, Math.min(5, 3 * camera.scale))
  }
  return { lines, beads }
}

const drawTies = (pen: Pen, paper: Paper): void => {
  const { lines, beads } = sortTies(paper)
  const seen = Object.values(lines).reduce((sum, ends) => sum + ends.length / 4, 0)
  const strokes = strokesOf(paper.look, breadth(paper.scene, paper.camera.scale), seen)
  for (const kind of ['faint', 'old', 'lost', 'grown', 'young', 'fresh'] as const) pen.lines(lines[kind], strokes[kind])
  pen.marks('circle', beads, { fill: paper.look.tie, line: paper.look.paper, width: 1 })
}

const margin = 24

const isSeen = ({ x, y }: { x: number; y: number }, { width, height }: Size): boolean =>
  x > -margin && y > -margin && x < width + margin && y < height + margin

type Marks = { kind: NodeKind; manner: 'full' | 'empty' | 'faint'; at: number[] }

const sortNodes = ({ scene, camera, size }: Paper): Marks[] => {
  const groups = new Map<string, Marks>()
  const { network, drawing, places, lit } = scene
  for (const node of drawing.nodes) {
    const kind = network.nodes[node]?.kind ?? 'other'
    const at = toScreen(camera, size, placeOf(places, node))
    if (!isSeen(at, size)) continue
    const isFaint = lit !== null && !lit.has(node)
    const manner = isFaint ? 'faint' : drawing.degree[node] === 0 || kind === 'alter' ? 'empty' : 'full'
    const key = `${kind} ${manner}`
    const group: Marks = groups.get(key) ?? { kind, manner, at: [] }
    group.at.push(at.x, at.y, radiusOf(scene, node, camera.scale))
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => order[a.manner] - order[b.manner])
}

const order = { faint: 0, empty: 1, full: 2 } as const

/** Whoever has no tie alive is an empty form: told without colour. */
const inkOf = ({ kind, manner }: Pick<Marks, 'kind' | 'manner'>, look: Look, scale: number): Ink => {
  const color = look.sides[nodeLooks[kind].side]
  const edge = scale < 0.35 ? 0.6 : 1.2
  if (manner === 'faint') return { fill: color, line: look.paper, width: 0, alpha: 0.22 }
  if (manner === 'empty') return { fill: look.paper, line: color, width: scale < 0.35 ? 1.2 : 2 }
  return { fill: color, line: look.paper, width: edge }
}

const drawNodes = (pen: Pen, paper: Paper): void => {
  for (const group of sortNodes(paper))
    pen.marks(nodeLooks[group.kind].shape, group.at, inkOf(group, paper.look, paper.camera.scale))
  const { chosen, places } = paper.scene
  if (chosen === null) return
  const at = toScreen(paper.camera, paper.size, placeOf(places, chosen))
  const radius = radiusOf(paper.scene, chosen, paper.camera.scale) + 5
  pen.marks('ring', [at.x, at.y, radius], { fill: 'none', line: paper.look.ink, width: 2.5 })
}

const [labelWide, labelHigh] = [118, 22]

/** Who is named: the chosen one, then those that answer the question, then the most tied; never two names over each other. */
const drawNames = (pen: Pen, { scene, camera, size, look }: Paper): void => {
  const { drawing, lit, chosen, places } = scene
  const weight = (node: number): number =>
    (node === chosen ? 1e6 : 0) + (lit?.has(node) ? 1e3 : 0) + (drawing.degree[node] ?? 0)
  const seen = drawing.nodes
    .filter((node) => (lit === null || lit.has(node) || node === chosen) && scene.nameOf(node) !== '')
    .filter((node) => isSeen(toScreen(camera, size, placeOf(places, node)), size))
  const taken = new Set<string>()
  for (const node of seen.sort((a, b) => weight(b) - weight(a)).slice(0, 400)) {
    const at = toScreen(camera, size, placeOf(places, node))
    const [column, row] = [Math.round(at.x / labelWide), Math.round(at.y / labelHigh)]
    const cells = [
      `${column} ${row}`,
      `${column} ${row + 1}`,
      `${column + (at.x / labelWide > column ? 1 : -1)} ${row}`,
    ]
    if (cells.some((one) => taken.has(one))) continue
    for (const one of cells) taken.add(one)
    const below = at.y + radiusOf(scene, node, camera.scale) + 14
    const letters = {
      size: scene.chosen === null ? 13 : 15,
      color: look.ink,
      halo: look.paper,
      middle: true,
      bold: node === chosen,
    }
    pen.text(shortened(scene.nameOf(node)), { x: at.x, y: below }, letters)
  }
}

const shortened = (name: string): string => (name.length > 22 ? `${name.slice(0, 20).trimEnd()}…` : name)

const drawRings = (pen: Pen, { scene, camera, size, look }: Paper): void => {
  if (scene.chosen === null) return
  const { x, y } = toScreen(camera, size, placeOf(scene.places, scene.chosen))
  for (const radius of [...scene.rings].reverse()) {
    pen.marks('circle', [x, y, radius * camera.scale], { fill: look.tieFill, line: look.tie, width: 0, alpha: 0.1 })
    pen.marks('ring', [x, y, radius * camera.scale], { fill: 'none', line: look.tie, width: 1, alpha: 0.25 })
  }
}

/** Draws what is seen: ties, then nodes, then names. */
export const paint = (pen: Pen, paper: Paper): void => {
  drawRings(pen, paper)
  drawTies(pen, paper)
  drawNodes(pen, paper)
  drawNames(pen, paper)
}
