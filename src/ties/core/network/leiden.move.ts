import { type Chance, inAnyOrder } from './chance.ts'
import { isOther, type Level, type Room } from './leiden.level.ts'

/** What a gain is measured with: `price` = resolution / 2m, and the least difference that counts. */
export type Scale = { readonly price: number; readonly least: number }

/** What the steps of one search share. */
export type Search = { readonly scale: Scale; readonly chance: Chance; readonly room: Room }

/**
 * Fast local moving (Traag et al. 2019, algorithm A.2): takes nodes from a queue in random order, puts each where modularity gains most,
 * and queues again those of its alters who are elsewhere. `community` names are below the level's size; changed in place.
 */
export function moveNodes(level: Level, community: Int32Array, { scale, chance, room }: Search): void {
  const { size, offsets, targets, weights, mass } = level
  const { price, least } = scale
  const { toward, isNew, touched, total, members, empty, marks: waits } = room
  total.fill(0, 0, size)
  members.fill(0, 0, size)
  waits.fill(1, 0, size)
  for (let v = 0; v < size; v++) {
    total[community[v]] += mass[v]
    members[community[v]]++
  }
  let empties = 0
  for (let c = 0; c < size; c++) if (members[c] === 0) empty[empties++] = c
  const queue = inAnyOrder(room.order, size, chance)
  let head = 0
  for (let waiting = size; waiting > 0; waiting--) {
    const v = queue[head]
    head = head + 1 === size ? 0 : head + 1
    waits[v] = 0
    const first = offsets[v]
    const end = offsets[v + 1]
    const own = community[v]
    let reached = 0
    for (let e = first; e < end; e++) {
      const c = community[targets[e]]
      touched[reached] = c
      reached += isNew[c]
      isNew[c] = 0
      toward[c] += weights === null ? 1 : weights[e]
    }
    const cost = mass[v] * price
    total[own] -= mass[v]
    let best = own
    let bestGain = toward[own] - cost * total[own]
    toward[own] = 0
    for (let t = 0; t < reached; t++) {
      const c = touched[t]
      const gain = toward[c] - cost * total[c]
      toward[c] = 0
      isNew[c] = 1
      if (gain > bestGain + least && c !== own) {
        best = c
        bestGain = gain
      }
    }
    if (bestGain < -least && empties > 0 && members[own] > 1) best = empty[--empties]
    total[best] += mass[v]
    if (best === own) continue
    members[best]++
    if (--members[own] === 0) empty[empties++] = own
    community[v] = best
    let tail = head + waiting - 1
    if (tail >= size) tail -= size
    for (let e = first; e < end; e++) {
      const w = targets[e]
      const joins = (waits[w] ^ 1) & isOther(community[w], best)
      waits[w] |= joins
      // nobody waits in the seat behind the last, so writing there without joining does no harm
      queue[tail] = w
      tail = tail + joins === size ? 0 : tail + joins
      waiting += joins
    }
  }
}
