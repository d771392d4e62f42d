import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { label, line, prose } from '../../platform/core/text.ts'

export const AppointmentKind = z.enum(['interview', 'review', 'visit', 'meeting', 'followUp'])
export type AppointmentKind = z.infer<typeof AppointmentKind>

/** `toldUs` could not come and said so, which is not `didNotCome`; `moved`: another appointment took its place. */
export const AppointmentOutcome = z.enum(['came', 'didNotCome', 'toldUs', 'moved'])
export type AppointmentOutcome = z.infer<typeof AppointmentOutcome>

const what = {
  pactId: Id.nullable(),
  title: label(200),
  kind: AppointmentKind,
  at: z.iso.datetime(),
  minutes: z.int().min(5).max(720),
  place: line(200),
  /** Workers who take part. */
  accountIds: z.array(Id).max(20),
}

/** A meeting of a person with their equipe. One that is moved stays, and names the one that took its place. */
export const Appointment = z.strictObject({
  id: Id,
  districtId: Id,
  caseId: Id,
  personId: Id,
  ...what,
  outcome: AppointmentOutcome.nullable(),
  movedToId: Id.nullable(),
  note: prose(2000),
})
export type Appointment = z.infer<typeof Appointment>

export const NewAppointment = z.strictObject(what)
export type NewAppointment = z.infer<typeof NewAppointment>
