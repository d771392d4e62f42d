import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { appointmentApi } from '../core/appointment.api.ts'
import * as acts from './appointment.acts.ts'

export const gatheringRoutes = (house: House): void => {
  serve(house, appointmentApi.ofCase, (tx, { params }) => acts.appointmentsOfCase(tx, params.caseId))
  serve(house, appointmentApi.mine, (tx, { query }) => acts.myAppointments(tx, query))
  serve(house, appointmentApi.fix, (tx, { params, body }) => acts.fixAppointment(tx, params.caseId, body))
  serve(house, appointmentApi.reschedule, (tx, { params, body }) =>
    acts.moveAppointment(tx, params.appointmentId, body),
  )
  serve(house, appointmentApi.say, (tx, { params, body }) => acts.sayHow(tx, params.appointmentId, body))
}
