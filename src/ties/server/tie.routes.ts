import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { tieApi } from '../core/tie.api.ts'
import * as acts from './tie.acts.ts'

export const tieRoutes = (house: House): void => {
  serve(house, tieApi.list, (tx, { query }) => acts.tieList(tx, query))
  serve(house, tieApi.record, (tx, { body }) => acts.recordTheTie(tx, body))
  serve(house, tieApi.end, (tx, { params, body }) => acts.endTheTie(tx, { ...params, ...body }))
  serve(house, tieApi.weigh, (tx, { params, body }) => acts.weighTheTie(tx, { ...params, ...body }))
}
