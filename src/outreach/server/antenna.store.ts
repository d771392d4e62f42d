import { type Selectable, sql } from 'kysely'
import type { Antenna as Row } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { Antenna, type AntennaDraft } from '../core/antenna.schema.ts'

const field = 'antenna.contact'

/** What a personal link tells before anybody is known. */
export type LinkedAntenna = {
  readonly districtId: string
  readonly id: string
  readonly name: string
  readonly municipalityIstat: string | null
  readonly organisationId: string | null
  readonly sent: number
  readonly takenUp: number
}

export const findByLink = async (tx: Tx, tokenHash: string): Promise<LinkedAntenna | null> => {
  const { rows } = await sql<{
    district_id: string
    id: string
    name: string
    municipality_istat: string | null
    organisation_id: string | null
    sent: number
    taken_up: number
  }>`select * from app.antenna_of(${tokenHash})`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  return {
    districtId: row.district_id,
    id: row.id,
    name: row.name,
    municipalityIstat: row.municipality_istat,
    organisationId: row.organisation_id,
    sent: row.sent,
    takenUp: row.taken_up,
  }
}

/** Adds to the counts of an antenna, whoever acts. */
export const countAntenna = async (
  tx: Tx,
  of: { districtId: string; antennaId: string },
  more: { sent?: number; takenUp?: number },
): Promise<void> => {
  await sql`select app.count_antenna(${of.districtId}, ${of.antennaId}, ${more.sent ?? 0}, ${more.takenUp ?? 0}, ${tx.today}::date)`.execute(
    tx.db,
  )
}

const toAntenna = (tx: Tx, row: Selectable<Row>): Antenna =>
  Antenna.parse({
    districtId: row.district_id,
    id: row.id,
    name: row.name,
    place: row.place,
    kind: row.kind,
    contact: row.contact_sealed ? tx.services.secrets.open(field, row.id, row.contact_sealed) : '',
    organisationId: row.organisation_id,
    municipalityIstat: row.municipality_istat,
    sent: row.sent,
    takenUp: row.taken_up,
    lastSentOn: row.last_sent_on,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  })

export const listAntennas = async (
  tx: Tx,
  wish: { districts: readonly string[]; revoked: boolean; limit: number; offset: number },
): Promise<{ rows: Antenna[]; total: number }> => {
  const query = tx.db
    .selectFrom('antenna')
    .where('district_id', 'in', [...wish.districts])
    .where('revoked_at', wish.revoked ? 'is not' : 'is', null)
  const rows = await query
    .selectAll()
    .orderBy('sent', 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(wish.limit)
    .offset(wish.offset)
    .execute()
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map((row) => toAntenna(tx, row)), total: Number(total) }
}

export const findAntenna = async (tx: Tx, id: string): Promise<Antenna | null> => {
  const row = await tx.db
    .selectFrom('antenna')
    .selectAll()
    .where('id', '=', id)
    .where('district_id', 'in', [...tx.districts])
    .executeTakeFirst()
  return row ? toAntenna(tx, row) : null
}

export const insertAntenna = async (tx: Tx, one: AntennaDraft & { id: string; tokenHash: string }): Promise<void> => {
  await tx.db
    .insertInto('antenna')
    .values({
      district_id: one.districtId,
      id: one.id,
      name: one.name.trim(),
      place: one.place.trim(),
      kind: one.kind,
      contact_sealed: one.contact.trim() ? tx.services.secrets.seal(field, one.id, one.contact.trim()) : null,
      organisation_id: one.organisationId,
      municipality_istat: one.municipalityIstat,
      token_hash: one.tokenHash,
      created_at: tx.now,
      created_by: tx.actor.id,
    })
    .execute()
}

type Place = { readonly districtId: string; readonly id: string }

export const changeLink = async (tx: Tx, { districtId, id }: Place, tokenHash: string): Promise<void> => {
  await tx.db
    .updateTable('antenna')
    .set({ token_hash: tokenHash, revoked_at: null, revoked_by: null })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export const revokeLink = async (tx: Tx, { districtId, id }: Place): Promise<void> => {
  await tx.db
    .updateTable('antenna')
    .set({ revoked_at: tx.now, revoked_by: tx.actor.id })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
}
