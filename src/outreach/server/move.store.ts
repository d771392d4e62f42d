import type { Tx } from '../../platform/server/tx.ts'
import { type Referral, ReferralState } from '../core/referral.schema.ts'
import type { ReferralLine } from '../core/referrals.api.ts'

const field = 'referral.note'

export type NewLine = {
  readonly before: Pick<Referral, 'id' | 'districtId' | 'state'>
  readonly to: ReferralState
  readonly move: string
  readonly at?: string
  readonly reason?: string | null
  readonly note?: string
}

/** Adds a line to the history; lines are never changed. */
export const addLine = async (tx: Tx, line: NewLine): Promise<void> => {
  const id = tx.newId()
  await tx.db
    .insertInto('referral_move')
    .values({
      district_id: line.before.districtId,
      id,
      referral_id: line.before.id,
      move: line.move,
      from_state: line.before.state,
      to_state: line.to,
      at: line.at ?? tx.now,
      by_account: tx.actor.id,
      by_name: tx.actor.name,
      reason: line.reason ?? null,
      note_sealed: line.note?.trim() ? tx.services.secrets.seal(field, id, line.note.trim()) : null,
    })
    .execute()
}

/** The history, newest first. */
export const listLines = async (
  tx: Tx,
  { districtId, id }: Pick<Referral, 'id' | 'districtId'>,
): Promise<ReferralLine[]> => {
  const rows = await tx.db
    .selectFrom('referral_move')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('referral_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    move: row.move,
    fromState: ReferralState.parse(row.from_state),
    toState: ReferralState.parse(row.to_state),
    at: row.at,
    byName: row.by_name,
    reason: row.reason,
    note: row.note_sealed ? tx.services.secrets.open(field, row.id, row.note_sealed) : null,
  }))
}
