import { parentPort } from 'node:worker_threads'
import type { Snapshot } from '../core/figures.snapshot.ts'
import { countFigures, countFragile } from '../core/figures.ts'
import { pieceShelf } from '../core/network/piecewise.ts'

/** What a worker is asked: everything about a snapshot, or what its network hangs on. */
export type Question = {
  readonly id: number
  readonly what: 'figures' | 'fragile'
  readonly snapshot: Snapshot
  readonly seed: number
}

// components that did not change since this thread last saw them are not counted again
const kept = pieceShelf()

parentPort?.on('message', ({ id, what, snapshot, seed }: Question) => {
  try {
    const answer = what === 'figures' ? countFigures(snapshot, seed, kept) : countFragile(snapshot)
    parentPort?.postMessage({ id, answer })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
