import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { exportApi } from '../core/export.api.ts'
import { exportNetwork } from './export.acts.ts'

export const exportRoutes = (house: House): void => {
  serve(house, exportApi.take, (tx, { params, query }) =>
    exportNetwork(tx, { ...query, day: query.day, kind: params.kind }),
  )
}
