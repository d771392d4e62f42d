import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { resultsApi } from '../core/results.api.ts'
import { showReached, showResults } from './results.acts.ts'

export const resultsRoutes = (house: House): void => {
  serve(house, resultsApi.dashboard, (tx) => showResults(tx))
  serve(house, resultsApi.reached, (tx, { query }) => showReached(tx, query))
}
