/** What one engine said of one measure: the best time in seconds, and a number by which the answers are compared. */
export type Timing = { readonly measure: string; readonly seconds: number; readonly answer: number }

const RUNS = 20
const WARM = 0.3
const PATIENCE = 3

/** From here on what counts is the thread's own processor time, so that others at work on the machine do not; below, its clock is too coarse. */
const LONG = 0.01

/** Runs at least twenty times and long enough for the code to be warm, but no more once three seconds are gone; keeps the best time and prints it as a line of JSON. */
export function time<T>(measure: string, work: () => T, answer: (found: T) => number): T {
  let best = Number.POSITIVE_INFINITY
  let spent = 0
  for (let run = 1; ; run++) {
    const start = process.hrtime.bigint()
    const busy = busySeconds()
    const found = work()
    const own = busySeconds() - busy
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    best = Math.min(best, own >= LONG ? own : seconds)
    spent += seconds
    if ((run < RUNS || spent < WARM) && spent < PATIENCE) continue
    process.stdout.write(`${JSON.stringify({ measure, seconds: best, answer: answer(found) })}\n`)
    return found
  }
}

function busySeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

/** The most memory this process ever held, as a line of its own, in MiB. */
export function reportMemory(): void {
  const mebibytes = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`${JSON.stringify({ measure: 'peak memory (MiB)', seconds: mebibytes, answer: 0 })}\n`)
}

/** Ends of ties as written by the bench: all starts, then all ends, 32-bit. */
export function readTies(bytes: Uint8Array): { from: Int32Array; to: Int32Array } {
  const ends = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  const half = ends.length / 2
  return { from: ends.subarray(0, half), to: ends.subarray(half) }
}

/** How many sources sampled betweenness asks at each size. */
export function sourcesAt(size: number): number {
  return size > 100_000 ? 16 : 100
}

/** The sum of what is a number. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value
  return sum
}

/** The name of the row; graphology, which has Louvain and no rounds, stands beside one round. */
export function communities(rounds: number): string {
  return `communities (Leiden), rounds: ${rounds}`
}
