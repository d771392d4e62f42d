import type { Selectable } from 'kysely'
import type { Measure as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { Measure } from '../core/measure.schema.ts'

export type KeptMeasure = Measure & { readonly by: string; readonly shared: boolean }

type Row = Selectable<Table> & { by: string | null }

const toMeasure = (tx: Tx, row: Row): KeptMeasure => ({
  ...Measure.parse({
    id: row.id,
    districtId: row.district_id,
    caseId: row.case_id,
    personId: row.person_id,
    occasionId: row.occasion_id,
    instrument: row.instrument,
    definition: row.definition,
    language: row.language,
    textRevision: row.text_revision,
    rater: row.rater,
    moment: row.moment,
    state: row.state,
    answers: JSON.parse(tx.services.secrets.open('measure.answers', row.id, row.answers_sealed)),
    scores: row.scores,
    present: row.present,
    heldOn: row.held_on,
    revision: row.revision,
    openedBy: row.opened_by,
  }),
  by: row.by ?? '',
  shared: row.shared_at !== null,
})

const measures = (tx: Tx) =>
  tx.db
    .selectFrom('measure as m')
    .leftJoin('account as a', 'a.id', 'm.opened_by')
    .selectAll('m')
    .select('a.name as by')
    .where('m.district_id', 'in', tx.districts)

/** What was measured in a case, oldest first. */
export const listMeasures = async (tx: Tx, districtId: string, caseId: string): Promise<KeptMeasure[]> => {
  const rows = await measures(tx)
    .where('m.district_id', '=', districtId)
    .where('m.case_id', '=', caseId)
    .orderBy('m.held_on')
    .orderBy('m.id')
    .limit(500)
    .execute()
  return rows.map((row) => toMeasure(tx, row))
}

/** One measure; with `lock`, others who change it wait. */
export const findMeasure = async (tx: Tx, id: string, lock = false): Promise<KeptMeasure | undefined> => {
  const row = await measures(tx)
    .where('m.id', '=', id)
    .$if(lock, (query) => query.forUpdate('m'))
    .executeTakeFirst()
  return row && toMeasure(tx, row)
}

const sealed = (tx: Tx, { id, answers }: Pick<Measure, 'id' | 'answers'>): string =>
  tx.services.secrets.seal('measure.answers', id, JSON.stringify(answers))

/** False when another one of the same kind is open already. */
export const addMeasure = async (tx: Tx, one: Measure): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('measure')
    .values({
      district_id: one.districtId,
      id: one.id,
      occasion_id: one.occasionId,
      case_id: one.caseId,
      person_id: one.personId,
      instrument: one.instrument,
      definition: one.definition,
      language: one.language,
      text_revision: one.textRevision,
      rater: one.rater,
      moment: one.moment,
      state: one.state,
      answers_sealed: sealed(tx, one),
      present: [...one.present],
      held_on: one.heldOn,
      opened_by: one.openedBy,
      opened_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves answers and state; `scores` come with the end. */
export const saveMeasure = async (tx: Tx, one: Measure): Promise<void> => {
  await tx.db
    .updateTable('measure')
    .set({
      answers_sealed: sealed(tx, one),
      state: one.state,
      scores: one.scores === null ? null : JSON.stringify(one.scores),
      done_at: one.state === 'done' ? tx.now : null,
      held_on: one.heldOn,
      revision: one.revision,
    })
    .where('district_id', '=', one.districtId)
    .where('id', '=', one.id)
    .execute()
}
