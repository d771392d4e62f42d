import { Temporal } from 'temporal-polyfill'
import { districtsWith } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { deadlinesIn } from '../../settings/server/settings.door.ts'
import * as store from './glass.store.ts'

type Asked = { readonly number?: string | undefined; readonly personId?: string | undefined; readonly reason: string }

/** The one case that is named, in a district where the actor may break the glass. */
const named = async (tx: Tx, { number, personId }: Asked): Promise<Outcome<store.Found>> => {
  if (!number === !personId) return refuse('invalid', 'cases.glass.nameOne')
  const districts = districtsWith(tx.actor, 'cases.breakGlass', tx.districts)
  const [found, other] = await store.caseToOpen(tx, districts, { number: number?.trim().toUpperCase(), personId })
  if (!found) return unknown()
  if (other && number) return refuse('conflict', 'cases.glass.twoCases')
  return tx.actor.cases.includes(found.id) ? refuse('conflict', 'cases.glass.openAlready') : done(found)
}

/** Opens a case for reading, from the next request on and until the hour of the setting. */
export const breakGlass = async (tx: Tx, asked: Asked): Promise<Outcome<{ caseId: string; until: string }>> => {
  const found = await named(tx, asked)
  if (!found.ok) return found
  const { id: caseId, districtId, personId } = found.value
  const { glassHours } = await deadlinesIn(tx, districtId)
  const until = Temporal.Instant.from(tx.now).add({ hours: glassHours }).toString()
  const id = tx.newId()
  const reason = asked.reason.trim()
  await store.addGlass(tx, districtId, { id, caseId, accountId: tx.actor.id, reason, at: tx.now, until })
  await writeJournal(tx, {
    act: 'cases.breakGlass',
    districtId,
    subject: { kind: 'case', id: caseId },
    personId,
    caseId,
    changed: { until },
    reason,
  })
  return done({ caseId, until })
}

export const glassOpenings = async (
  tx: Tx,
  asked: { unseen: 'yes' | 'no'; limit: number; offset: number },
): Promise<Outcome<{ rows: Omit<store.GlassOpening, 'districtId' | 'personId'>[]; total: number }>> => {
  const districts = districtsWith(tx.actor, 'cases.all', tx.districts)
  const { rows, total } = await store.listGlass(tx, districts, { ...asked, unseen: asked.unseen === 'yes' })
  return done({ rows: rows.map(({ districtId: _d, personId: _p, ...row }) => row), total })
}

export const glassSeen = async (tx: Tx, glassId: string): Promise<Outcome<typeof isDone>> => {
  const seen = await store.markGlass(tx, districtsWith(tx.actor, 'cases.all', tx.districts), glassId)
  if (!seen) return unknown()
  await writeJournal(tx, {
    act: 'cases.glassSeen',
    districtId: seen.districtId,
    subject: { kind: 'glass', id: glassId },
    personId: seen.personId,
    caseId: seen.caseId,
    changed: { seen: true },
  })
  return done(isDone)
}
