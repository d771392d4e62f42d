import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { shiftApi } from '../core/shift.api.ts'
import * as sheets from './sheet.acts.ts'
import * as acts from './shift.acts.ts'

export const hourRoutes = (house: House): void => {
  serve(house, shiftApi.ofPact, (tx, { params }) => sheets.shiftsOfPact(tx, params.pactId))
  serve(house, shiftApi.plan, (tx, { params, body }) => acts.planShifts(tx, params.pactId, body))
  serve(house, shiftApi.hosted, (tx, { query }) => acts.hostedShifts(tx, query))
  serve(house, shiftApi.move, (tx, { params, body }) => acts.moveTheShift(tx, params.shiftId, body))
  serve(house, shiftApi.addCover, (tx, { params, body }) => acts.addTheCover(tx, params.pactId, body))
  serve(house, shiftApi.register, (tx, { query }) => sheets.register(tx, query))
}
