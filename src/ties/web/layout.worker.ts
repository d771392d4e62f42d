import { type LayoutAsk, layOut } from './layout.ts'

/** What the worker says: how far it is, sometimes with what there is so far; the last one is `done`. */
export type LayoutNews = { readonly share: number; readonly places: Float32Array | null; readonly done: boolean }

const pictureEvery = 250

const tell = (news: LayoutNews): void => self.postMessage(news)

self.addEventListener('message', ({ data }: MessageEvent<LayoutAsk>) => {
  let last = performance.now()
  const places = layOut(data, (share, soFar) => {
    const now = performance.now()
    if (now - last < pictureEvery) return
    last = now
    tell({ share, places: soFar(), done: false })
  })
  tell({ share: 1, places, done: true })
})
