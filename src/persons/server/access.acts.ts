import { mayIn } from '../../platform/core/actor.ts'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { mayCareFor } from '../core/person.policy.ts'
import type { AccessLine } from '../core/sheet.schema.ts'
import { idsOf, listAccesses } from './access.store.ts'
import { findPerson } from './person.store.ts'

type Page = { readonly limit: number; readonly offset: number }
type SayAct = (act: string) => string

/** Who opened or changed a file, for the person on their own page or for who cares for them; the caller has checked. */
export const accessesOf = async (
  tx: Tx,
  of: { districtId: string; id: string },
  page: Page,
  sayAct: SayAct,
): Promise<{ rows: AccessLine[]; total: number }> => {
  const ids = await idsOf(tx, of.districtId, of.id)
  const { rows, total } = await listAccesses(tx, { districtId: of.districtId, ids, ...page })
  return { rows: rows.map(({ act, ...row }) => ({ ...row, sentence: sayAct(act) })), total }
}

export const readAccesses = async (
  tx: Tx,
  id: string,
  page: Page,
  sayAct: SayAct,
): Promise<Outcome<{ rows: AccessLine[]; total: number }>> => {
  const person = await findPerson(tx, id)
  if (!person) return unknown()
  if (!mayCareFor(tx.actor, person) && !mayIn(tx.actor, 'journal.read', person.districtId)) return unknown()
  return done(await accessesOf(tx, person, page, sayAct))
}
