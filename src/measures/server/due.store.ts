import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import { tieMap } from '../core/instruments.ts'
import type { DueRow } from '../core/measure.api.ts'
import type { Moment, PactView } from '../core/schedule.ts'

export type Settled = 'done' | 'refused' | 'cancelled'
export type KeptDue = Omit<DueRow, 'late'> & { readonly districtId: string; readonly caseId: string }

// the tie map is asked below on the stairs and knows nothing of this room: a wave of the moment, told since the pact was
// about to be signed, is its answer
const isWaiting = sql<boolean>`(d.instrument <> ${tieMap} or not exists (
  select 1 from wave w where w.district_id = d.district_id and w.case_id = d.case_id and w.moment = d.moment
    and w.state = 'done' and w.held_on >= p.signed_on - 60))`

const waiting = (tx: Tx) =>
  tx.db
    .selectFrom('measure_due as d')
    .innerJoin('pact as p', (join) => join.onRef('p.district_id', '=', 'd.district_id').onRef('p.id', '=', 'd.pact_id'))
    .select(['d.id', 'd.district_id', 'd.case_id', 'd.instrument', 'd.moment', 'd.due', 'p.number'])
    .where('d.district_id', 'in', tx.districts)
    .where('d.state', '=', 'waiting')
    .where(isWaiting)

type Row = {
  id: string
  district_id: string
  case_id: string
  instrument: string
  moment: string
  due: string
  number: string
}
const toDue = (row: Row): KeptDue => ({
  id: row.id,
  districtId: row.district_id,
  caseId: row.case_id,
  pactNumber: row.number,
  instrument: row.instrument,
  moment: row.moment as Moment,
  due: row.due,
})

/** What is still to be measured in a case, the earliest first. */
export const listDues = async (tx: Tx, districtId: string, caseId: string): Promise<KeptDue[]> =>
  (
    await waiting(tx)
      .where('d.district_id', '=', districtId)
      .where('d.case_id', '=', caseId)
      .orderBy('d.due')
      .orderBy('d.instrument')
      .limit(500)
      .execute()
  ).map(toDue)

/** One that waits; others who settle it wait too. */
export const lockDue = async (tx: Tx, id: string): Promise<KeptDue | undefined> => {
  const row = await waiting(tx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()
  return row && toDue(row)
}

type Which = {
  readonly districtId: string
  readonly caseId: string
  readonly moment: string
  readonly instrument: string
}

/** The waiting ones of this case, instrument and moment are settled. */
export const settleDues = async (tx: Tx, which: Which, state: Settled): Promise<void> => {
  await tx.db
    .updateTable('measure_due')
    .set({ state, settled_at: tx.now })
    .where('district_id', '=', which.districtId)
    .where('case_id', '=', which.caseId)
    .where('instrument', '=', which.instrument)
    .where('moment', '=', which.moment)
    .where('state', '=', 'waiting')
    .execute()
}

/** What waits at this moment of a pact is no longer asked for. */
export const cancelDues = async (tx: Tx, pact: Place, moment: Moment): Promise<void> => {
  await waitingOf(tx, pact).where('moment', '=', moment).execute()
}

/** What waits and is not among these is no longer asked for; tells how many were let go. */
export const cancelOthers = async (tx: Tx, pact: Place, dues: readonly NewDue[]): Promise<number> => {
  const kept = dues.map(({ moment, instrument }) => `${moment} ${instrument}`)
  const { numUpdatedRows } = await waitingOf(tx, pact)
    .where(sql<boolean>`not (moment || ' ' || instrument = any (${kept}::text[]))`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

type Place = Pick<PactView, 'id' | 'districtId'>

const waitingOf = (tx: Tx, pact: Place) =>
  tx.db
    .updateTable('measure_due')
    .set({ state: 'cancelled', settled_at: tx.now })
    .where('district_id', '=', pact.districtId)
    .where('pact_id', '=', pact.id)
    .where('state', '=', 'waiting')

export type NewDue = { readonly moment: Moment; readonly due: string; readonly instrument: string }

/**
 * Adds what is not there yet, and moves the day of what still waits or was cancelled; what was done or refused stays.
 * Tells how many it added or moved.
 */
export const putDues = async (tx: Tx, pact: PactView, dues: readonly NewDue[]): Promise<number> => {
  if (dues.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('measure_due')
    .values(
      dues.map(({ moment, due, instrument }) => ({
        district_id: pact.districtId,
        id: tx.newId(),
        case_id: pact.caseId,
        person_id: pact.personId,
        pact_id: pact.id,
        instrument,
        moment,
        due,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['district_id', 'pact_id', 'moment', 'instrument'])
        .doUpdateSet((row) => ({ due: row.ref('excluded.due'), state: 'waiting', settled_at: null }))
        .where('measure_due.state', 'in', ['waiting', 'cancelled'])
        .where(sql<boolean>`(measure_due.due <> excluded.due or measure_due.state = 'cancelled')`),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}
