import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { Change } from '../core/change.ts'
import type { MergeNote } from '../core/sheet.schema.ts'

/** What a merge moved. `changes` of the kept record are sealed; `code` says that it took over the codice fiscale. */
export type Moved = {
  readonly changes: readonly Change[]
  readonly memberships: readonly string[]
  readonly ended: readonly string[]
  readonly endedOn: string
  readonly grounds: readonly string[]
  readonly cards: readonly string[]
  readonly code: string | null
}
export type MergeRecord = {
  readonly id: string
  readonly districtId: string
  readonly keptId: string
  readonly mergedId: string
  readonly moved: Moved
  readonly undone: boolean
}

export const insertMerge = async (tx: Tx, merge: Omit<MergeRecord, 'undone'> & { reason: string }): Promise<void> => {
  const sealed = tx.services.secrets.seal('personMerge.moved', merge.id, JSON.stringify(merge.moved))
  await tx.db
    .insertInto('person_merge')
    .values({
      district_id: merge.districtId,
      id: merge.id,
      kept_id: merge.keptId,
      merged_id: merge.mergedId,
      moved: JSON.stringify({ sealed }),
      reason: merge.reason,
      at: tx.now,
      by_account: tx.actor.id,
    })
    .execute()
}

/** Held until the transaction ends: of two who undo at once, one does. */
export const findMerge = async (tx: Tx, id: string): Promise<MergeRecord | undefined> => {
  const row = await tx.db
    .selectFrom('person_merge')
    .selectAll()
    .where('district_id', 'in', [...tx.districts])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { sealed } = row.moved as { sealed: string }
  return {
    id: row.id,
    districtId: row.district_id,
    keptId: row.kept_id,
    mergedId: row.merged_id,
    moved: JSON.parse(tx.services.secrets.open('personMerge.moved', row.id, sealed)) as Moved,
    undone: row.undone_at !== null,
  }
}

/** Merges of a kept record that are not undone, newest first. */
export const listMerges = async (tx: Tx, kept: { districtId: string; id: string }): Promise<MergeNote[]> => {
  const rows = await tx.db
    .selectFrom('person_merge as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'm.district_id').onRef('p.id', '=', 'm.merged_id'),
    )
    .leftJoin('account as a', 'a.id', 'm.by_account')
    .select(['m.id', 'm.merged_id as mergedId', 'm.at', 'm.reason', 'a.name as by'])
    .select(sql<string>`p.given_name || ' ' || p.family_name`.as('name'))
    .where('m.district_id', '=', kept.districtId)
    .where('m.kept_id', '=', kept.id)
    .where('m.undone_at', 'is', null)
    .orderBy('m.at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, by: row.by ?? '' }))
}

export const saveUndone = async (tx: Tx, districtId: string, id: string): Promise<void> => {
  await tx.db
    .updateTable('person_merge')
    .set({ undone_at: tx.now, undone_by: tx.actor.id })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}
