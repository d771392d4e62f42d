import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { HoldFollowUp, HoldReview } from '../core/follow.api.ts'
import type { Pact, Review } from '../core/pact.schema.ts'
import type { FollowUp } from '../core/pact.sheet.ts'
import type { Mark } from '../core/progress.schema.ts'
import { toFollowUp, toMark, toReview } from './pact.rows.ts'

type Place = Pick<Pact, 'districtId' | 'id'>

/** What is kept beside one pact, or one row of it. */
const beside = ({ districtId, id }: Place, row?: string) => ({
  district_id: districtId,
  pact_id: id,
  ...(row === undefined ? {} : { id: row }),
})

const placeOf = (pact: Pact) => ({
  district_id: pact.districtId,
  pact_id: pact.id,
  case_id: pact.caseId,
})

export const listMarks = async (tx: Tx, pact: Place): Promise<Mark[]> => {
  const rows = await tx.db
    .selectFrom('pact_mark')
    .selectAll()
    .where((eb) => eb.and(beside(pact)))
    .orderBy('at')
    .execute()
  return rows.map(toMark)
}

export const addMark = async (tx: Tx, pact: Pact, mark: Mark): Promise<void> => {
  await tx.db
    .insertInto('pact_mark')
    .values({
      ...placeOf(pact),
      id: mark.id,
      person_id: pact.personId,
      about: mark.about,
      item_id: mark.itemId,
      value: String(mark.value),
      on: mark.on,
      at: mark.at,
      by_id: mark.by,
      note: mark.note,
    })
    .execute()
}

export const addDecision = async (
  tx: Tx,
  pact: Pact,
  one: { versionId: string; decision: string; minutes: string; present: string; at: string },
): Promise<void> => {
  await tx.db
    .insertInto('panel_decision')
    .values({
      ...placeOf(pact),
      id: tx.newId(),
      version_id: one.versionId,
      decision: one.decision,
      minutes: one.minutes,
      present: one.present,
      decided_by: tx.actor.id,
      at: one.at,
    })
    .execute()
}

export const listReviews = async (tx: Tx, pact: Place): Promise<Review[]> => {
  const rows = await tx.db
    .selectFrom('pact_review')
    .selectAll()
    .where((eb) => eb.and(beside(pact)))
    .orderBy('due')
    .execute()
  return rows.map(toReview)
}

/** Sets the day of the open review of this kind, or makes one. Gives its id. */
export const setReview = async (tx: Tx, pact: Pact, { kind, due }: Pick<Review, 'kind' | 'due'>): Promise<string> => {
  const open = (await listReviews(tx, pact)).find((one) => one.kind === kind && one.heldOn === null)
  if (open) {
    await tx.db
      .updateTable('pact_review')
      .set({ due })
      .where('district_id', '=', pact.districtId)
      .where('id', '=', open.id)
      .execute()
    return open.id
  }
  const id = tx.newId()
  await tx.db
    .insertInto('pact_review')
    .values({ ...placeOf(pact), id, person_id: pact.personId, kind, due })
    .execute()
  return id
}

/** A review as it was held, by whoever writes it down. */
const heldColumns = (tx: Tx, held: HoldReview) => ({
  held_on: held.heldOn,
  present: held.present,
  person_voice: held.personVoice,
  worker_voice: held.workerVoice,
  decision: held.decision,
  recorded_by: tx.actor.id,
})

/** False when it was held meanwhile. */
export const saveReview = async (tx: Tx, pact: Pact, id: string, held: HoldReview): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('pact_review')
    .set(heldColumns(tx, held))
    .where((eb) => eb.and(beside(pact, id)))
    .where('held_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A review held before the pact ended, written afterwards. */
export const addHeldReview = async (tx: Tx, pact: Pact, held: HoldReview): Promise<string> => {
  const id = tx.newId()
  await tx.db
    .insertInto('pact_review')
    .values({
      ...placeOf(pact),
      id,
      person_id: pact.personId,
      kind: 'interim',
      due: held.heldOn,
      ...heldColumns(tx, held),
    })
    .execute()
  return id
}

export const addFollowUps = async (
  tx: Tx,
  pact: Pact,
  dues: readonly { months: number; due: string }[],
): Promise<void> => {
  if (dues.length === 0) return
  await tx.db
    .insertInto('follow_up')
    .values(
      dues.map(({ months, due }) => ({ ...placeOf(pact), id: tx.newId(), person_id: pact.personId, months, due })),
    )
    .onConflict((conflict) => conflict.columns(['district_id', 'pact_id', 'months']).doNothing())
    .execute()
}

export const listFollowUps = async (tx: Tx, pact: Place): Promise<FollowUp[]> => {
  const rows = await tx.db
    .selectFrom('follow_up')
    .selectAll()
    .where((eb) => eb.and(beside(pact)))
    .orderBy('due')
    .execute()
  return rows.map(toFollowUp)
}

/** Whether another pact of the file still runs, or has follow-ups to come: its conversations need who they are about. */
export const othersGoOn = async (tx: Tx, { districtId, caseId, id }: Pact): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from pact p where p.district_id = ${districtId} and p.case_id = ${caseId} and p.id <> ${id}
      and (p.state not in ('closed', 'refused', 'withdrawn', 'interrupted', 'transferred')
        or exists (select 1 from follow_up f where f.district_id = p.district_id and f.pact_id = p.id and f.held_on is null))
      limit 1`.execute(tx.db)
  return rows.length > 0
}

export const saveFollowUp = async (tx: Tx, pact: Pact, id: string, held: HoldFollowUp): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('follow_up')
    .set({
      held_on: held.heldOn,
      reached: held.reached,
      person_voice: held.personVoice,
      still_alive_ties: held.stillAliveTies,
      work: held.work,
      recorded_by: tx.actor.id,
    })
    .where((eb) => eb.and(beside(pact, id)))
    .where('held_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
