import { type Chance, everyNode, inAnyOrder } from './chance.ts'
import { isOther, type Level, type Room } from './leiden.level.ts'
import type { Search } from './leiden.move.ts'

/** How freely a node joins a group that is not the best: chances go as exp(gain / this), as in Traag et al. 2019 and igraph. */
const FREEDOM = 0.01

/**
 * Refinement (Traag et al. 2019, algorithm A.2): inside each community starts again from single nodes and joins only what is well tied to
 * the rest of the community, so that every part, and in the end every community, hangs together. Answers the finer groups, named by a node.
 */
export function refined(level: Level, community: Int32Array, { scale, chance, room }: Search): Int32Array {
  const { size, offsets, targets, weights, mass } = level
  const { price, least } = scale
  const group = everyNode(size)
  const groupMass = mass.slice()
  const { toward, isNew, touched, gains, total, outward, marks: joined } = room
  joined.fill(0, 0, size)
  lookInside(level, community, room)
  const order = inAnyOrder(room.order, size, chance)
  for (let i = 0; i < size; i++) {
    const v = order[i]
    if (joined[v] === 1) continue
    const own = community[v]
    const whole = total[own]
    if (outward[v] < price * mass[v] * (whole - mass[v]) - least) continue
    let reached = 0
    for (let e = offsets[v], end = offsets[v + 1]; e < end; e++) {
      const w = targets[e]
      if (community[w] !== own) continue
      const g = group[w]
      touched[reached] = g
      reached += isNew[g]
      isNew[g] = 0
      toward[g] += weights === null ? 1 : weights[e]
    }
    let best = 0
    for (let t = 0; t < reached; t++) {
      const g = touched[t]
      const isWellTied = outward[g] >= price * groupMass[g] * (whole - groupMass[g]) - least
      gains[t] = isWellTied ? toward[g] - price * mass[v] * groupMass[g] : -1
      if (gains[t] > best) best = gains[t]
    }
    const chosen = best <= 0 ? -1 : drawn(gains, reached, best, chance)
    if (chosen >= 0) {
      const g = touched[chosen]
      group[v] = g
      groupMass[g] += mass[v]
      outward[g] += outward[v] - 2 * toward[g]
      joined[g] = 1
    }
    for (let t = 0; t < reached; t++) {
      toward[touched[t]] = 0
      isNew[touched[t]] = 1
    }
  }
  return group
}

/** Into `total` what each community weighs, into `outward` how strongly each node is tied to the rest of its own. */
function lookInside(level: Level, community: Int32Array, { total, outward }: Room): void {
  const { size, offsets, targets, weights, mass } = level
  total.fill(0, 0, size)
  for (let v = 0; v < size; v++) {
    const own = community[v]
    total[own] += mass[v]
    let inside = 0
    for (let e = offsets[v], end = offsets[v + 1]; e < end; e++) {
      const counts = 1 - isOther(community[targets[e]], own)
      inside += weights === null ? counts : counts * weights[e]
    }
    outward[v] = inside
  }
}

/** Draws among the gains, which become chances; whatever is much below the best has none worth computing. */
function drawn(gains: Float64Array, count: number, best: number, chance: Chance): number {
  const floor = Math.max(0, best - 40 * FREEDOM)
  let rivals = 0
  let last = -1
  for (let t = 0; t < count; t++) {
    if (gains[t] < floor) continue
    rivals++
    last = t
  }
  if (rivals === 1) return last
  let sum = 0
  for (let t = 0; t < count; t++) {
    gains[t] = gains[t] < floor ? 0 : Math.exp((gains[t] - best) / FREEDOM)
    sum += gains[t]
  }
  let draw = chance() * sum
  for (let t = 0; t < count; t++) {
    draw -= gains[t]
    if (draw < 0) return t
  }
  return last
}
