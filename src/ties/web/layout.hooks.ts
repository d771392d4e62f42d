import { useEffect, useState } from 'react'
import type { Network } from '../core/network.schema.ts'
import type { LayoutNews } from './layout.worker.ts'

const start = (network: Network, hear: (news: LayoutNews) => void): Worker => {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutNews>) => hear(data))
  worker.postMessage({
    size: network.nodes.length,
    from: Int32Array.from(network.ties, (tie) => tie.from),
    to: Int32Array.from(network.ties, (tie) => tie.to),
  })
  return worker
}

/** Lays a network out without holding the page up. What there is so far is drawn, unless movement is unwelcome. */
export const useLayout = (network: Network, still: boolean): LayoutNews => {
  const [news, setNews] = useState<LayoutNews>({ share: 0, places: null, done: false })
  useEffect(() => {
    const hear = (next: LayoutNews): void => setNews(still && !next.done ? { ...next, places: null } : next)
    const worker = start(network, hear)
    return () => worker.terminate()
  }, [network, still])
  return news
}
