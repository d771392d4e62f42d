import { done } from '../../platform/core/refusal.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { canDrawNetwork } from '../core/network.policy.ts'
import { occasionApi } from '../core/occasion.api.ts'
import { pactOccasions } from './occasion.store.ts'

export const occasionRoutes = (house: House): void => {
  serve(house, occasionApi.list, async (tx) => {
    const own = tx.districts.filter((id) => canDrawNetwork(tx.actor, id))
    return done({ rows: await pactOccasions(tx, own) })
  })
}
