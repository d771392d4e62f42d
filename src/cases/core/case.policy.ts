import { type Actor, mayIn } from '../../platform/core/actor.ts'
import type { Case, EquipeRole } from './case.schema.ts'
import { type CaseMove, caseMoves } from './case.ts'
import type { Note, NoteKind } from './note.schema.ts'

/** What the actor is in the equipe today; `brokeGlass` when in without being of it. */
export type Standing = { readonly roles: readonly EquipeRole[]; readonly brokeGlass: boolean }

type Place = Pick<Case, 'id' | 'districtId'>

const works = (actor: Actor, { id, districtId }: Place): boolean =>
  actor.kind === 'account' &&
  actor.cases.includes(id) &&
  (['cases.work', 'pacts.write', 'cases.breakGlass'] as const).some((one) => mayIn(actor, one, districtId))

export const canOpenCase = (actor: Actor, districtId: string): boolean => mayIn(actor, 'cases.open', districtId)

/** The equipe, whoever broke the glass, the coordinator. The person has a page of their own and not the file. */
export const canReadCase = (actor: Actor, one: Place): boolean =>
  actor.kind === 'system' || works(actor, one) || mayIn(actor, 'cases.all', one.districtId)

const professionals: readonly EquipeRole[] = [
  'caseManager',
  'tutor',
  'jobOperator',
  'educator',
  'supervisor',
  'otherWorker',
]
const isAny = (roles: readonly EquipeRole[], wanted: readonly EquipeRole[]): boolean =>
  roles.some((role) => wanted.includes(role))

/** Breaking the glass opens for reading only. */
export const canWriteCase = (actor: Actor, one: Place & Pick<Case, 'state'>, { roles }: Standing): boolean =>
  one.state === 'open' && works(actor, one) && mayIn(actor, 'cases.work', one.districtId) && isAny(roles, professionals)

export const canMoveCase = (
  actor: Actor,
  one: Case,
  about: { move: CaseMove; roles: readonly EquipeRole[] },
): boolean =>
  (caseMoves[about.move].by !== 'worker' && mayIn(actor, 'cases.all', one.districtId)) ||
  (caseMoves[about.move].by !== 'coordinator' &&
    works(actor, one) &&
    mayIn(actor, 'cases.work', one.districtId) &&
    isAny(about.roles, ['caseManager']))

/** Composing the equipe: the case manager, or the coordinator where there is none. */
export const canChangeEquipe = (actor: Actor, one: Place, roles: readonly EquipeRole[]): boolean =>
  mayIn(actor, 'cases.all', one.districtId) || (works(actor, one) && isAny(roles, ['caseManager']))

const isSupervising = (actor: Actor, one: Place, { roles }: Standing): boolean =>
  works(actor, one) && mayIn(actor, 'notes.supervise', one.districtId) && isAny(roles, ['supervisor'])

const readsProfessional = (actor: Actor, { note, about, standing }: NoteReading): boolean => {
  if (standing.brokeGlass && works(actor, about)) return true
  if (!note.isHealth && mayIn(actor, 'cases.all', about.districtId)) return true
  const readers: readonly EquipeRole[] = note.isHealth ? ['caseManager', 'supervisor'] : professionals
  return works(actor, about) && isAny(standing.roles, readers)
}

export type NoteReading = {
  readonly note: Pick<Note, 'kind' | 'isHealth' | 'authorId'>
  readonly about: Place & Pick<Case, 'personId'>
  readonly standing: Standing
}

/**
 * Shared: the person, the whole equipe, the coordinator. Professional: the equipe's workers, the coordinator;
 * about health only the case manager and the supervisor. Sealed: the author and the supervisor, and nobody else ever.
 */
export const canReadNote = (actor: Actor, reading: NoteReading): boolean => {
  const { note, about, standing } = reading
  if (actor.kind === 'person') return note.kind === 'shared' && actor.id === about.personId
  if (actor.kind !== 'account' || !canReadCase(actor, about)) return false
  if (actor.id === note.authorId) return true
  if (note.kind === 'sealed') return isSupervising(actor, about, standing)
  return note.kind === 'shared' || readsProfessional(actor, reading)
}

/** Volunteers write only what the person reads too. */
export const canWriteNote = (
  actor: Actor,
  one: Place & Pick<Case, 'state'>,
  { kind, roles }: { kind: NoteKind; roles: readonly EquipeRole[] },
): boolean =>
  one.state === 'open' &&
  works(actor, one) &&
  isAny(roles, kind === 'shared' ? [...professionals, 'volunteer'] : professionals)
