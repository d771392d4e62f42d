/** A stream of chance that a seed alone decides: the same seed gives the same demo, on every machine. */
export type Chance = {
  /** From 0 (included) to 1 (excluded). */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Picks in proportion to the weights; `weight` of zero is never picked. */
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T
  /** `count` different items, or all of them when there are fewer. */
  readonly some: <T>(from: readonly T[], count: number) => T[]
  readonly shuffle: <T>(from: readonly T[]) => T[]
  readonly normal: (mean: number, deviation: number) => number
  /** A stream of its own: what one part of the demo draws never moves another part. */
  readonly fork: (label: string) => Chance
}

/** xmur3: four well mixed 32-bit words out of a text. */
const wordsOfSeed = (text: string): (() => number) => {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h >>> 0
  }
}

/** sfc32, by Chris Doty-Humphrey (PractRand): small, fast, and good enough for invented people. */
const sfc32 = (text: string): (() => number) => {
  const word = wordsOfSeed(text)
  let a = word()
  let b = word()
  let c = word()
  let d = word()
  return () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
}

const itemAt = <T>(from: readonly T[], index: number): T => {
  if (index >= from.length) throw new Error('chance: nothing to pick from')
  return from[index] as T
}

const weightedFrom = <T>(next: () => number, from: readonly (readonly [T, number])[]): T => {
  const total = from.reduce((sum, [, weight]) => sum + weight, 0)
  let left = next() * total
  for (const [item, weight] of from) {
    left -= weight
    if (left < 0) return item
  }
  return itemAt(from, from.length - 1)[0]
}

const shuffleFrom = <T>(next: () => number, from: readonly T[]): T[] => {
  const copy = [...from]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = itemAt(copy, i)
    copy[i] = itemAt(copy, j)
    copy[j] = held
  }
  return copy
}

export const chanceFrom = (seed: string): Chance => {
  const next = sfc32(seed)
  for (let i = 0; i < 12; i++) next()
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => itemAt(from, Math.floor(next() * from.length)),
    weighted: (from) => weightedFrom(next, from),
    some: (from, count) => shuffleFrom(next, from).slice(0, count),
    shuffle: (from) => shuffleFrom(next, from),
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (label) => chanceFrom(`${seed}/${label}`),
  }
}
