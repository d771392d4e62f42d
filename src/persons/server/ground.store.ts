import type { Tx } from '../../platform/server/tx.ts'
import type { Ground, GroundEntry } from '../core/sheet.schema.ts'

type Of = { readonly districtId: string; readonly personId: string }

const rowOf = (tx: Tx, of: Of & { id: string }, ground: GroundEntry) => ({
  district_id: of.districtId,
  id: of.id,
  person_id: of.personId,
  purpose: ground.purpose,
  basis: ground.basis,
  data_kind: ground.dataKind,
  recipient: ground.recipient,
  how: ground.how,
  notice_version: ground.noticeVersion,
  expires_on: ground.expiresOn,
  given_at: tx.now,
  recorded_by: tx.actor.id,
})

export const insertGround = async (tx: Tx, of: Of, ground: GroundEntry): Promise<string> => {
  const id = tx.newId()
  await tx.db
    .insertInto('legal_ground')
    .values(rowOf(tx, { ...of, id }, ground))
    .execute()
  return id
}

/** The same ground for many persons. */
export const insertGrounds = async (tx: Tx, all: readonly Of[], ground: GroundEntry): Promise<void> => {
  await tx.db
    .insertInto('legal_ground')
    .values(all.map((of) => rowOf(tx, { ...of, id: tx.newId() }, ground)))
    .execute()
}

/** Whether a ground carries a use now: given, not expired (its last day included), not withdrawn. */
const holdsNow = (tx: Tx, row: { given_at: string; expires_on: string | null; withdrawn_at: string | null }): boolean =>
  row.given_at <= tx.now && row.withdrawn_at === null && (row.expires_on === null || tx.today <= row.expires_on)

export const listGrounds = async (tx: Tx, { districtId, personId }: Of): Promise<Ground[]> => {
  const rows = await tx.db
    .selectFrom('legal_ground')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as Ground['purpose'],
    basis: row.basis as Ground['basis'],
    dataKind: row.data_kind as Ground['dataKind'],
    how: row.how as Ground['how'],
    noticeVersion: row.notice_version,
    recipient: row.recipient,
    expiresOn: row.expires_on,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
    holds: holdsNow(tx, row),
  }))
}

export const saveWithdrawn = async (tx: Tx, districtId: string, id: string): Promise<void> => {
  await tx.db
    .updateTable('legal_ground')
    .set({ withdrawn_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Moves the grounds of one record to another (only the named ones, if any are named); tells which moved. */
export const moveGrounds = async (
  tx: Tx,
  { districtId, from, to }: { districtId: string; from: string; to: string },
  only?: readonly string[],
): Promise<string[]> => {
  const ids = only ?? (await listGrounds(tx, { districtId, personId: from })).map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.db
    .updateTable('legal_ground')
    .set({ person_id: to })
    .where('district_id', '=', districtId)
    .where('person_id', '=', from)
    .where('id', 'in', [...ids])
    .execute()
  return [...ids]
}
