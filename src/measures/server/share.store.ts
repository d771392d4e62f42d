import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import { MeasureRow } from '../core/measure.api.ts'
import type { OwnMeasure } from '../core/own.page.ts'

/** Shows a result to the person, or takes it from their page again. */
export const saveShared = async (
  tx: Tx,
  { districtId, id, shared }: { districtId: string; id: string; shared: boolean },
): Promise<void> => {
  await tx.db
    .updateTable('measure')
    .set({ shared_at: shared ? tx.now : null, shared_by: shared ? tx.actor.id : null })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

const Kept = MeasureRow.pick({
  id: true,
  instrument: true,
  definition: true,
  rater: true,
  moment: true,
  state: true,
  heldOn: true,
  scores: true,
})

/** What was shared with the person who is in, also under records that were joined to theirs; oldest first. */
export const listOwn = async (tx: Tx): Promise<OwnMeasure[]> => {
  await sql`select app.see_joined()`.execute(tx.db)
  const rows = await tx.db
    .selectFrom('measure')
    .select(['id', 'instrument', 'definition', 'rater', 'moment', 'state', 'held_on as heldOn', 'scores'])
    .where('district_id', '=', tx.actor.districtId ?? '')
    .where('shared_at', 'is not', null)
    .orderBy('held_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...Kept.parse(row), hidden: null }))
}
