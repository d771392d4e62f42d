import { type Actor, mayIn } from '../../platform/core/actor.ts'

/** The file that a measure belongs to, with what the actor is in its equipe and who its tutor is. */
export type Place = {
  readonly districtId: string
  readonly caseId: string
  readonly roles: readonly string[]
  readonly tutorId: string | null
}

const opening = ['cases.work', 'pacts.write', 'cases.breakGlass'] as const

const works = (actor: Actor, { districtId, caseId }: Place): boolean =>
  actor.kind === 'account' &&
  actor.cases.includes(caseId) &&
  opening.some((permission) => mayIn(actor, permission, districtId))

/** What is to be measured, and what was: whoever may open the file. Results are another thing. */
export const canSeeMeasures = (actor: Actor, place: Place): boolean =>
  works(actor, place) || mayIn(actor, 'cases.all', place.districtId)

/** Professionals of the equipe: not volunteers, and not whoever broke the glass. */
const isProfessional = ({ roles }: Place): boolean => roles.some((role) => role !== 'volunteer')

export const canMeasure = (actor: Actor, place: Place): boolean =>
  works(actor, place) && mayIn(actor, 'cases.work', place.districtId) && isProfessional(place)

/**
 * Answers and results: the professionals of the equipe. Where a low result makes a private task (`isPrivate`), the tutor
 * and whoever asked, and nobody else.
 */
export const canReadResults = (
  actor: Actor,
  place: Place,
  { isPrivate, openedBy }: { isPrivate: boolean; openedBy: string },
): boolean =>
  works(actor, place) && isProfessional(place) && (!isPrivate || actor.id === openedBy || actor.id === place.tutorId)
