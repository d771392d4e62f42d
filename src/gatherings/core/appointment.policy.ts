import { type Actor, mayIn } from '../../platform/core/actor.ts'
import type { Appointment } from './appointment.schema.ts'

type Place = Pick<Appointment, 'districtId' | 'caseId' | 'personId'>

/** The person, the equipe, the coordinator. Being invited opens nothing by itself: who is invited is of the equipe. */
export const canReadAppointment = (actor: Actor, { districtId, caseId, personId }: Place): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return actor.id === personId
  return actor.kind === 'account' && (actor.cases.includes(caseId) || mayIn(actor, 'cases.all', districtId))
}

export const canWriteAppointment = (actor: Actor, { districtId, caseId }: Place): boolean =>
  actor.kind === 'account' &&
  actor.cases.includes(caseId) &&
  (mayIn(actor, 'cases.work', districtId) || mayIn(actor, 'pacts.write', districtId))

/** From their own page the person may tell us that they cannot come, and nothing else. */
export const canTellUs = (actor: Actor, appointment: Place): boolean =>
  (actor.kind === 'person' && actor.id === appointment.personId) || canWriteAppointment(actor, appointment)
