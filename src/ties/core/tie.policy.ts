import { type Actor, mayIn } from '../../platform/core/actor.ts'
import type { Tie } from './tie.schema.ts'

type Place = Pick<Tie, 'districtId' | 'caseId' | 'personId'>

const isInCase = (actor: Actor, caseId: string | null): boolean =>
  actor.kind === 'account' && caseId !== null && actor.cases.includes(caseId)

/** The person's own, the equipe's, the coordinator's. No list by name of a third party exists, so there is nothing to search. */
export const canReadTie = (actor: Actor, { districtId, caseId, personId }: Place): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return personId !== null && actor.id === personId
  return isInCase(actor, caseId) || mayIn(actor, 'cases.all', districtId)
}

/** Recording takes the right in the district; within a case, being of its equipe too. */
export const canRecordTie = (actor: Actor, { districtId, caseId }: Place): boolean =>
  actor.kind === 'account' && mayIn(actor, 'ties.record', districtId) && (caseId === null || isInCase(actor, caseId))
