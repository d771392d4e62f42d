import type { Tx } from '../../platform/server/tx.ts'
import type { Legame, LegameVersion } from '../core/legame.schema.ts'

/** Every version, the newest first. */
export const listLegame = async (tx: Tx): Promise<LegameVersion[]> => {
  const rows = await tx.db
    .selectFrom('legame_definition as d')
    .leftJoin('account as a', 'a.id', 'd.made_by')
    .selectAll('d')
    .select('a.name')
    .orderBy('d.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    months: row.months,
    namedByPerson: row.named_by_person,
    leftOut: row.left_out,
    bonding: row.bonding,
    linking: row.linking,
    linkingBodies: row.linking_bodies,
    textIt: row.text_it,
    textEn: row.text_en,
    fromDay: row.from_day,
    madeAt: row.made_at,
    madeByName: row.name ?? '',
  }))
}

/** False when somebody else has written this version meanwhile. */
export const addLegame = async (tx: Tx, given: Legame, version: number): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('legame_definition')
    .values({
      version,
      months: given.months,
      named_by_person: given.namedByPerson,
      left_out: given.leftOut,
      bonding: given.bonding,
      linking: given.linking,
      linking_bodies: given.linkingBodies,
      text_it: given.textIt,
      text_en: given.textEn,
      from_day: given.fromDay,
      made_by: tx.actor.kind === 'account' ? tx.actor.id : null,
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
