import { Temporal } from 'temporal-polyfill'
import type { isDone } from '../../platform/core/contract.ts'
import type { Outcome } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { sayHow } from './appointment.acts.ts'
import { type FoundAppointment, listBetween, listOfCase } from './appointment.store.ts'

/** Every appointment of a case, moved ones too, newest first. */
export const appointmentsOf = (tx: Tx, districtId: string, caseId: string): Promise<FoundAppointment[]> =>
  listOfCase(tx, districtId, caseId)

/** What a person has before them, soonest first. */
export const comingFor = (tx: Tx, personId: string, days = 366): Promise<FoundAppointment[]> =>
  listBetween(tx, { from: tx.now, to: later(tx, days), personId })

/** From their own page the person tells us that they cannot come: not an absence. Journalled. */
export const cannotCome = (tx: Tx, appointmentId: string, note: string): Promise<Outcome<typeof isDone>> =>
  sayHow(tx, appointmentId, { outcome: 'toldUs', note })

const later = (tx: Tx, days: number): string =>
  Temporal.Instant.from(tx.now)
    .add({ hours: 24 * days })
    .toString()
