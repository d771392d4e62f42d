import type { FastifyRateLimitStore } from '@fastify/rate-limit'

type Window = { count: number; from: number }
type Told = Parameters<FastifyRateLimitStore['incr']>[1]

const keptAtMost = 5_000

/**
 * Counts requests by key and window in the memory of the process. The plugin's own store hands out the count that it goes on
 * raising: of a burst every request then reads the last count, and all of it is refused rather than what is too much.
 */
export class RateStore implements FastifyRateLimitStore {
  readonly #windows = new Map<string, Window>()

  incr(key: string, told: Told, windowMs = 60_000): void {
    const now = Date.now()
    const known = this.#windows.get(key)
    const isOpen = known !== undefined && known.from + windowMs > now
    const window = isOpen ? { count: known.count + 1, from: known.from } : { count: 1, from: now }
    // whoever asked last stands last, so that the first is who may be forgotten
    this.#windows.delete(key)
    this.#windows.set(key, window)
    const [oldest] = this.#windows.keys()
    if (this.#windows.size > keptAtMost && oldest !== undefined) this.#windows.delete(oldest)
    told(null, { current: window.count, ttl: window.from + windowMs - now })
  }

  child(): FastifyRateLimitStore {
    return new RateStore()
  }
}
