import type { EquipeRole } from '../../cases/core/case.schema.ts'
import { rolesOf } from '../../cases/server/case.door.ts'
import { may } from '../../platform/core/actor.ts'
import { done, type Outcome, type Refusal, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadPact, canWritePact } from '../core/pact.policy.ts'
import { findPact, type KeptPact } from './pact.store.ts'

const readers = ['pacts.write', 'cases.work', 'cases.breakGlass', 'cases.all', 'pacts.review'] as const

/** Whoever holds nothing that opens a pact is told so, rather than shown an empty list. */
export const whyNoPacts = (tx: Tx): Refusal | undefined =>
  readers.some((one) => may(tx.actor, one))
    ? undefined
    : { kind: 'forbidden', code: 'access.permissionMissing', about: { permission: 'pacts.write' } }

/** A pact for whoever may read it. */
export const readable = async (tx: Tx, pactId: string): Promise<Outcome<KeptPact>> => {
  const refusal = tx.actor.kind === 'account' ? whyNoPacts(tx) : undefined
  if (refusal) return { ok: false, refusal }
  const kept = await findPact(tx, pactId)
  return kept && canReadPact(tx.actor, kept.pact, { atPanel: kept.beforePanel }) ? done(kept) : unknown()
}

export type Held = { readonly kept: KeptPact; readonly roles: readonly EquipeRole[] }

/** A pact locked for one change, with what the actor is in its equipe. */
export const held = async (tx: Tx, pactId: string): Promise<Outcome<Held>> => {
  const refusal = whyNoPacts(tx)
  if (refusal) return { ok: false, refusal }
  const kept = await findPact(tx, pactId, true)
  if (!kept || !canReadPact(tx.actor, kept.pact, { atPanel: kept.beforePanel })) return unknown()
  return done({ kept, roles: await rolesOf(tx, kept.pact.districtId, kept.pact.caseId) })
}

/** As `held`, for its tutor or case manager. */
export const writable = async (tx: Tx, pactId: string): Promise<Outcome<Held>> => {
  const found = await held(tx, pactId)
  if (!found.ok) return found
  const { kept, roles } = found.value
  return canWritePact(tx.actor, kept.pact, roles) ? found : refuse('forbidden', 'pacts.notWriter')
}
