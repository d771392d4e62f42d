import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { networkApi } from '../core/network.api.ts'
import * as acts from './network.acts.ts'

/** `together`: bodies seen at work together, known to the rooms above. */
export const networkRoutes = (house: House, together: acts.Together = async () => []): void => {
  serve(house, networkApi.show, (tx, { params, query }) =>
    acts.showNetwork(tx, { scope: { kind: params.kind, id: query.id }, day: query.day, together }),
  )
}
