import type { EquipeRole } from '../../cases/core/case.schema.ts'
import { type Actor, mayIn } from '../../platform/core/actor.ts'
import type { Pact } from './pact.schema.ts'
import type { Maker, PactMove } from './pact.ts'
import { pactMoves } from './pact.ts'
import { type VersionMove, versionMoves } from './version.ts'

type Place = Pick<Pact, 'districtId' | 'caseId' | 'personId' | 'tutorId'>
/** `atPanel`: the pact or a new text of it is on the panel's agenda. */
type Reading = { readonly atPanel: boolean }

const isInEquipe = (actor: Actor, { caseId, districtId }: Place): boolean =>
  actor.kind === 'account' &&
  actor.cases.includes(caseId) &&
  (['pacts.write', 'cases.work', 'cases.breakGlass'] as const).some((one) => mayIn(actor, one, districtId))

/** The person's own page, the equipe, the coordinator; the panel only what is on its agenda. A host sees shifts, not pacts. */
export const canReadPact = (actor: Actor, pact: Place, { atPanel }: Reading): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return actor.id === pact.personId
  if (isInEquipe(actor, pact) || mayIn(actor, 'cases.all', pact.districtId)) return true
  return atPanel && mayIn(actor, 'pacts.review', pact.districtId)
}

/** The tutor or the case manager, as long as they are in the equipe; `roles`: theirs there today (`rolesIn`). */
export const canWritePact = (actor: Actor, pact: Place, roles: readonly EquipeRole[]): boolean =>
  actor.kind === 'account' &&
  actor.cases.includes(pact.caseId) &&
  mayIn(actor, 'pacts.write', pact.districtId) &&
  (roles.includes('tutor') || roles.includes('caseManager'))

/** A seat in the panel of the district, and never about one's own pact. */
export const canReviewPact = (actor: Actor, pact: Place): boolean =>
  actor.kind === 'account' && actor.id !== pact.tutorId && mayIn(actor, 'pacts.review', pact.districtId)

const isMaker = (
  actor: Actor,
  pact: Place,
  { maker, roles }: { maker: Maker; roles: readonly EquipeRole[] },
): boolean => {
  switch (maker) {
    case 'writer':
      return canWritePact(actor, pact, roles)
    case 'panel':
      return canReviewPact(actor, pact)
    case 'coordinator':
      return actor.kind === 'account' && mayIn(actor, 'cases.all', pact.districtId)
    case 'person':
      return actor.kind === 'person' && actor.id === pact.personId
    case 'system':
      return actor.kind === 'system'
  }
}

/** Who may make a move; whether it is open now is `whyNot`. */
export const canMakeMove = (
  actor: Actor,
  pact: Place,
  about: { move: PactMove; roles: readonly EquipeRole[] },
): boolean => pactMoves[about.move].by.some((maker) => isMaker(actor, pact, { maker, roles: about.roles }))

export const canMakeVersionMove = (
  actor: Actor,
  pact: Place,
  about: { move: VersionMove; roles: readonly EquipeRole[] },
): boolean => versionMoves[about.move].by.some((maker) => isMaker(actor, pact, { maker, roles: about.roles }))
