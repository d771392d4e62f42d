import { type Selectable, sql } from 'kysely'
import type { Wave as WaveTable } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { ResourceAnswer, Wave } from '../core/wave.schema.ts'
import { resourceCounts } from '../core/wave.ts'

/** Where a wave lives, for the rows below it. */
type Key = Pick<Wave, 'districtId' | 'id'>

const openResources = (tx: Tx, id: string, sealed: string | null): ResourceAnswer[] =>
  sealed === null ? [] : (JSON.parse(tx.services.secrets.open('wave.resources', id, sealed)) as ResourceAnswer[])

const toWave = (tx: Tx, row: Selectable<WaveTable>): Wave => ({
  id: row.id,
  districtId: row.district_id,
  caseId: row.case_id,
  personId: row.person_id,
  number: row.number,
  moment: row.moment as Wave['moment'],
  afterId: row.after_id,
  heldOn: row.held_on,
  state: row.state as Wave['state'],
  resources: openResources(tx, row.id, row.resources_sealed),
  version: row.version,
  touchedBy: row.touched_by,
  takenAt: row.taken_at,
  doneAt: row.done_at,
  labelsErasedAt: row.labels_erased_at,
})

export const findWave = async (tx: Tx, id: string, lock = false): Promise<Wave | undefined> => {
  const row = await tx.db
    .selectFrom('wave')
    .selectAll()
    .where('district_id', 'in', tx.districts)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toWave(tx, row)
}

/** Every wave of a person, the oldest first. */
export const wavesOf = async (tx: Tx, districtId: string, personId: string): Promise<Wave[]> => {
  const rows = await tx.db
    .selectFrom('wave')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return rows.map((row) => toWave(tx, row))
}

/** False when another wave of this person is open already, whoever was quicker. */
export const addWave = async (tx: Tx, wave: Wave): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('wave')
    .values({
      district_id: wave.districtId,
      id: wave.id,
      case_id: wave.caseId,
      person_id: wave.personId,
      number: wave.number,
      moment: wave.moment,
      after_id: wave.afterId,
      held_on: wave.heldOn,
      state: wave.state,
      opened_by: wave.touchedBy,
      opened_at: tx.now,
      touched_by: wave.touchedBy,
      touched_at: tx.now,
      taken_at: wave.takenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

/** Keeps what changed of a wave under its next version. */
export const saveWave = async (tx: Tx, wave: Wave): Promise<void> => {
  const { asked, had } = resourceCounts(wave.resources)
  const sealed =
    wave.resources.length > 0
      ? tx.services.secrets.seal('wave.resources', wave.id, JSON.stringify(wave.resources))
      : null
  await tx.db
    .updateTable('wave')
    .set({
      moment: wave.moment,
      held_on: wave.heldOn,
      state: wave.state,
      resources_sealed: sealed,
      resources_asked: sealed === null ? null : asked,
      resources_had: sealed === null ? null : had,
      version: wave.version,
      touched_by: wave.touchedBy,
      touched_at: tx.now,
      taken_at: wave.takenAt,
      done_at: wave.doneAt,
      labels_erased_at: wave.labelsErasedAt,
    })
    .where('district_id', '=', wave.districtId)
    .where('id', '=', wave.id)
    .execute()
}

/** Takes the labels out of one wave, and what was written in words; what was told of the ties stays. */
export const emptyLabels = async (tx: Tx, { districtId, id }: Key): Promise<void> => {
  await tx.db
    .updateTable('wave_alter')
    .set({ label: '', setting: '' })
    .where('district_id', '=', districtId)
    .where('wave_id', '=', id)
    .execute()
}

/**
 * Takes the labels out of every wave of a case, and what was written in words; a conversation that is still open is left. Gives how
 * many waves.
 */
export const eraseWaveLabels = async (tx: Tx, districtId: string, caseId: string): Promise<number> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('wave')
    .set({
      labels_erased_at: tx.now,
      state: sql<string>`case when state = 'open' then 'dropped' else state end`,
      version: sql<number>`version + 1`,
    })
    .where('district_id', '=', districtId)
    .where('case_id', '=', caseId)
    .where('labels_erased_at', 'is', null)
    .executeTakeFirst()
  await tx.db
    .updateTable('wave_alter')
    .set({ label: '', setting: '' })
    .where('district_id', '=', districtId)
    .where('case_id', '=', caseId)
    .where(({ or, eb }) => or([eb('label', '<>', ''), eb('setting', '<>', '')]))
    .execute()
  return Number(numUpdatedRows)
}
