import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { line, prose } from '../../platform/core/text.ts'
import { Appointment, NewAppointment } from './appointment.schema.ts'

const byAppointment = z.object({ appointmentId: Id })

export const PactOfCase = z.object({ id: Id, number: z.string() })
export type PactOfCase = z.infer<typeof PactOfCase>

/** `movedFrom`: the days it was fixed for before, oldest first. `with`: names of the workers who take part. */
export const AppointmentRow = Appointment.extend({
  personLabel: z.string(),
  caseNumber: z.string(),
  /** Number of the pact that it belongs to; null for one of the case itself. */
  pactNumber: z.string().nullable(),
  with: z.array(z.string()),
  movedFrom: z.array(z.iso.datetime()),
  canWrite: z.boolean(),
})
export type AppointmentRow = z.infer<typeof AppointmentRow>

export const appointmentApi = {
  ofCase: endpoint({
    name: 'gatherings.ofCase',
    method: 'GET',
    path: '/cases/:caseId/appointments',
    permission: 'signedIn',
    journal: 'none',
    summary:
      'The appointments of a case, newest first; those that were moved are told within the one that took their place',
    params: z.object({ caseId: Id }),
    reply: z.object({
      rows: z.array(AppointmentRow),
      canWrite: z.boolean(),
      /** Pacts that have not ended, which the next appointment may belong to. */
      pacts: z.array(PactOfCase),
    }),
  }),
  mine: endpoint({
    name: 'gatherings.mine',
    method: 'GET',
    path: '/appointments',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The appointments that the reader takes part in, day by day; both days included, at most 62 days',
    query: z.object({ from: z.iso.date(), to: z.iso.date() }),
    reply: z.object({ rows: z.array(AppointmentRow) }),
  }),
  fix: endpoint({
    name: 'gatherings.fix',
    method: 'POST',
    path: '/cases/:caseId/appointments',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Fixes an appointment with a person who is followed',
    params: z.object({ caseId: Id }),
    body: NewAppointment,
    reply: z.object({ id: Id }),
  }),
  reschedule: endpoint({
    name: 'gatherings.reschedule',
    method: 'POST',
    path: '/appointments/:appointmentId/move',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Moves an appointment: the old one stays, and names the one that took its place',
    params: byAppointment,
    body: NewAppointment.pick({ at: true, minutes: true, place: true }).extend({ note: prose(500).default('') }),
    reply: z.object({ id: Id }),
  }),
  say: endpoint({
    name: 'gatherings.say',
    method: 'POST',
    path: '/appointments/:appointmentId/outcome',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Says how it went; telling us that one cannot come is not an absence',
    params: byAppointment,
    body: z.object({ outcome: z.enum(['came', 'didNotCome', 'toldUs']), note: line(2000).default('') }),
    reply: Done,
  }),
}
