import { Temporal } from 'temporal-polyfill'
import type { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Appointment } from '../core/appointment.schema.ts'
import { sayHow } from './appointment.acts.ts'
import { addAppointment, type FoundAppointment, listBetween, listOfCase } from './appointment.store.ts'

/** Every appointment of a case, moved ones too, newest first. */
export const appointmentsOf = (tx: Tx, districtId: string, caseId: string): Promise<FoundAppointment[]> =>
  listOfCase(tx, districtId, caseId)

/** What a person has before them, soonest first. */
export const comingFor = (tx: Tx, personId: string, days = 366): Promise<FoundAppointment[]> =>
  listBetween(tx, { from: tx.now, to: later(tx, days), personId })

/** What an account has before it, soonest first. */
export const comingWith = (tx: Tx, accountId: string, days: number): Promise<FoundAppointment[]> =>
  listBetween(tx, { from: `${tx.today}T00:00:00Z`, to: later(tx, days), accountId })

/** From their own page the person tells us that they cannot come: not an absence. Journalled. */
export const cannotCome = (tx: Tx, appointmentId: string, note: string): Promise<Outcome<typeof isDone>> =>
  sayHow(tx, appointmentId, { outcome: 'toldUs', note })

/** Keeps an appointment that another room's act fixes (a review, a follow-up); that act writes the journal. */
export const keepAppointment = async (
  tx: Tx,
  given: Omit<Appointment, 'id' | 'outcome' | 'movedToId' | 'note'>,
): Promise<Outcome<{ id: string }>> => {
  const id = tx.newId()
  await addAppointment(tx, { ...given, id, outcome: null, movedToId: null, note: '' })
  return done({ id })
}

const later = (tx: Tx, days: number): string =>
  Temporal.Instant.from(tx.now)
    .add({ hours: 24 * days })
    .toString()
