import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { chanceFrom } from '../core/network/chance.ts'
import { graphOf } from '../core/network/graph.ts'
import { leiden } from '../core/network/leiden.ts'

/** What is to be laid out: every tie that ever was, so that nobody moves when the day or a filter changes. */
export type LayoutAsk = { readonly size: number; readonly from: Int32Array; readonly to: Int32Array }

/** x and y of node v at `2 * v` and `2 * v + 1`; two tied nodes stand about 30 apart. */
export type Places = Float32Array

type Body = SimulationNodeDatum & { id: number; x: number; y: number }
type Ends = { source: number; target: number }

const reach = 34
const gap = 16

/** Few steps where the network is large: the communities have put everybody near their place already. */
const stepsFor = (size: number): number => Math.max(60, Math.min(280, Math.round(600_000 / Math.max(size, 1))))

const degreesOf = ({ size, from, to }: LayoutAsk): Int32Array => {
  const degrees = new Int32Array(size)
  for (const ends of [from, to]) for (const node of ends) degrees[node] = (degrees[node] ?? 0) + 1
  return degrees
}

/** Golden-angle spiral: the k-th of many equal discs around a centre. */
const onSpiral = (k: number, step: number): readonly [number, number] => {
  const [radius, angle] = [step * Math.sqrt(k + 0.5), k * Math.PI * (3 - Math.sqrt(5))]
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** Where each community starts: large ones are drawn together first, as if each were one heavy node. */
const placesOfGroups = (of: Int32Array, count: number, ask: LayoutAsk): { x: number; y: number }[] => {
  const sizes = new Float64Array(count)
  for (const group of of) sizes[group] = (sizes[group] ?? 0) + 1
  const radius = (group: number): number => gap * 0.75 * Math.sqrt(sizes[group] ?? 1)
  const groups = Array.from({ length: count }, (_, id): Body => {
    const [x, y] = onSpiral(id, 60)
    return { id, x, y }
  })
  const links = new Map<number, Ends>()
  for (let tie = 0; tie < ask.from.length; tie++) {
    const [source, target] = [of[ask.from[tie] ?? 0] ?? 0, of[ask.to[tie] ?? 0] ?? 0]
    if (source !== target) links.set(source * count + target, { source, target })
  }
  forceSimulation(groups)
    .force(
      'tie',
      forceLink<Body, Ends>([...links.values()])
        .distance(60)
        .strength(0.05),
    )
    .force(
      'apart',
      forceCollide<Body>((group) => radius(group.id) + gap),
    )
    .force('x', forceX<Body>().strength(0.06))
    .force('y', forceY<Body>().strength(0.06))
    .stop()
    .tick(120)
  return groups
}

/** Everybody near the middle of their community, which saves most of the steps and unties the ball. */
const startOf = (ask: LayoutAsk, seed: number): Body[] => {
  const graph = graphOf({ size: ask.size, from: ask.from, to: ask.to })
  const { of, count } = leiden(graph, { chance: chanceFrom(seed), starts: 1, rounds: 2 })
  const middles = placesOfGroups(of, count, ask)
  const filled = new Int32Array(count)
  return Array.from({ length: ask.size }, (_, id) => {
    const group = of[id] ?? 0
    const seat = filled[group] ?? 0
    filled[group] = seat + 1
    const [x, y] = onSpiral(seat, gap * 0.75)
    return { id, x: (middles[group]?.x ?? 0) + x, y: (middles[group]?.y ?? 0) + y }
  })
}

/** Those who never had a tie stand in rows under the others, where they can be seen. */
const seatAlone = (places: Places, alone: readonly number[], bottom: number): void => {
  const perRow = Math.max(12, Math.ceil(Math.sqrt(alone.length * 4)))
  alone.forEach((node, seat) => {
    const inRow = Math.min(perRow, alone.length - Math.floor(seat / perRow) * perRow)
    places[2 * node] = ((seat % perRow) - (inRow - 1) / 2) * gap * 1.6
    places[2 * node + 1] = bottom + gap * 4 + Math.floor(seat / perRow) * gap * 1.6
  })
}

const withoutLoops = ({ from, to }: LayoutAsk, nameOf: Int32Array): { from: Int32Array; to: Int32Array } => {
  const kept = [...from.keys()].filter((tie) => from[tie] !== to[tie])
  const named = (ends: Int32Array): Int32Array => Int32Array.from(kept, (tie) => nameOf[ends[tie] ?? 0] ?? 0)
  return { from: named(from), to: named(to) }
}

/** The forces that finish the work: ties pull, people push, everybody keeps a little room. */
const settling = (bodies: Body[], ties: Ends[], steps: number) =>
  forceSimulation(bodies)
    .alpha(0.5)
    .alphaDecay(1 - 0.004 ** (1 / steps))
    .velocityDecay(0.45)
    .force('tie', forceLink<Body, Ends>(ties).distance(reach))
    .force('push', forceManyBody<Body>().strength(-55).theta(1.1).distanceMax(420))
    .force('x', forceX<Body>().strength(0.028))
    .force('y', forceY<Body>().strength(0.055))
    .stop()

/**
 * Lays a network out, the same way every time. `onStep` hears of the work (0 … 1) and may draw what there is so far. Barnes-Hut repulsion
 * from starting places by community (Leiden): 5,000 nodes and 20,000 ties take a few seconds on one slow core, so it runs in a worker.
 */
export const layOut = (ask: LayoutAsk, onStep: (done: number, places: () => Places) => void = () => {}): Places => {
  const degrees = degreesOf(ask)
  const tied = [...degrees.keys()].filter((node) => (degrees[node] ?? 0) > 0)
  const nameOf = new Int32Array(ask.size)
  tied.forEach((node, name) => {
    nameOf[node] = name
  })
  const among = { size: tied.length, ...withoutLoops(ask, nameOf) }
  const bodies = startOf(among, 1)
  const alone = [...degrees.keys()].filter((node) => degrees[node] === 0)
  const ties = Array.from(among.from, (source, tie): Ends => ({ source, target: among.to[tie] ?? 0 }))
  const now = (): Places => placesOf(ask.size, { tied, alone, bodies })
  const steps = stepsFor(tied.length)
  const simulation = settling(bodies, ties, steps)
  for (let step = 0; step < steps; step++) {
    onStep(step / steps, now)
    simulation.tick()
  }
  return now()
}

type Seated = { readonly tied: readonly number[]; readonly alone: readonly number[]; readonly bodies: readonly Body[] }

const placesOf = (size: number, { tied, alone, bodies }: Seated): Places => {
  const places = new Float32Array(2 * size)
  let bottom = 0
  tied.forEach((node, name) => {
    const body = bodies[name]
    places[2 * node] = body?.x ?? 0
    places[2 * node + 1] = body?.y ?? 0
    bottom = Math.max(bottom, body?.y ?? 0)
  })
  seatAlone(places, alone, bottom)
  return places
}
