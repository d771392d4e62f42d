import { done } from '../../platform/core/refusal.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { deskApi } from '../core/desk.api.ts'
import { listNews, listWaiting, toItem } from './desk.store.ts'

export const deskRoutes = (house: House): void =>
  serve(house, deskApi.today, async (tx) => {
    const rows = await listWaiting(tx)
    const counts = Object.fromEntries(rows.map(({ kind, waiting }) => [kind, waiting]))
    return done({ day: tx.today, now: tx.now, items: rows.map(toItem), counts, news: await listNews(tx) })
  })
