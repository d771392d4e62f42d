import { type Actor, mayIn, organisationsWith } from '../../platform/core/actor.ts'
import type { Shift } from './shift.schema.ts'

type Place = Pick<Shift, 'districtId' | 'hostOrganisationId'>

const isHost = (actor: Actor, { districtId, hostOrganisationId }: Place): boolean =>
  hostOrganisationId !== null &&
  mayIn(actor, 'shifts.host', districtId) &&
  organisationsWith(actor, 'shifts.host').includes(hostOrganisationId)

/** The host sees name, day and times of its own guests; the equipe and the person see theirs. `caseId`: of the pact. */
export const canReadShift = (actor: Actor, shift: Place, pact: { caseId: string; personId: string }): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return actor.id === pact.personId
  return isHost(actor, shift) || actor.cases.includes(pact.caseId) || mayIn(actor, 'cases.all', shift.districtId)
}

/** Attendance is said by the host, or by who writes the pact. */
export const canMoveShift = (actor: Actor, shift: Place, pact: { caseId: string }): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'account' &&
    (isHost(actor, shift) || (actor.cases.includes(pact.caseId) && mayIn(actor, 'pacts.write', shift.districtId))))
