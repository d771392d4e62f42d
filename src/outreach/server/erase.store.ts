import { sql } from 'kysely'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'

/**
 * Erases the words of a district's referrals that came to nothing and did not move since a day: what was said, the
 * notes and the tie to a person. Kind, place, dates and state stay, for the counts. Gives the erased ids.
 */
export const eraseUntaken = async (tx: Tx, districtId: string, notMovedSince: Day): Promise<string[]> => {
  const rows = await tx.db
    .updateTable('referral')
    .set({ said_sealed: null, person_id: null, erased_at: tx.now, version: sql<number>`version + 1` })
    .where('district_id', '=', districtId)
    .where('erased_at', 'is', null)
    .where('case_id', 'is', null)
    .where('state', 'in', ['signalled', 'contacted', 'interviewed', 'waiting', 'closed'])
    .where(sql<boolean>`moved_at < ${notMovedSince}::date`)
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.db
    .updateTable('referral_move')
    .set({ note_sealed: null })
    .where('district_id', '=', districtId)
    .where('referral_id', 'in', ids)
    .execute()
  return ids
}
