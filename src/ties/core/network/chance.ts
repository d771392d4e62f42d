/** A source of chance: each call answers a number in [0, 1). The engine never makes its own. */
export type Chance = () => number

/** Repeatable chance from a whole-number seed (sfc32 by C. Doty-Humphrey, PractRand): the same seed gives the same draws. */
export function chanceFrom(seed: number): Chance {
  let a = seed | 0
  let b = (seed / 0x100000000) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 0x100000000
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/** Shuffles in place, every order equally likely (Fisher–Yates). */
export function shuffle(numbers: Int32Array, chance: Chance): Int32Array {
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    const held = numbers[i]
    numbers[i] = numbers[j]
    numbers[j] = held
  }
  return numbers
}

/** 0 .. size - 1 in any order, in the first places of `numbers`, which are answered. */
export function inAnyOrder(numbers: Int32Array, size: number, chance: Chance): Int32Array {
  const places = numbers.subarray(0, size)
  for (let v = 0; v < size; v++) places[v] = v
  return shuffle(places, chance)
}

/** `count` distinct numbers below `size`, every set equally likely; ascending. */
export function sampleOf(size: number, count: number, chance: Chance): Int32Array {
  const wanted = Math.min(size, count)
  const picked = new Set<number>()
  for (let top = size - wanted; top < size; top++) {
    const draw = Math.floor(chance() * (top + 1))
    picked.add(picked.has(draw) ? top : draw)
  }
  return Int32Array.from(picked).sort()
}

/** 0 .. size - 1. */
export function everyNode(size: number): Int32Array {
  const nodes = new Int32Array(size)
  for (let v = 0; v < size; v++) nodes[v] = v
  return nodes
}
