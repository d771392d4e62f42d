import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

type Of = { readonly districtId: string; readonly personId: string }
export type Card = { readonly id: string; readonly issuedAt: string; readonly lockedUntil: string | null }

/** The living cards of a person: one, or two after a merge. */
export const listCards = async (tx: Tx, { districtId, personId }: Of): Promise<Card[]> =>
  tx.db
    .selectFrom('person_card')
    .select(['id', 'issued_at as issuedAt', 'locked_until as lockedUntil'])
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .execute()

export const insertCard = async (
  tx: Tx,
  of: Of,
  card: { id: string; tokenHash: string; pinHash: string },
): Promise<void> => {
  await tx.db
    .insertInto('person_card')
    .values({
      district_id: of.districtId,
      id: card.id,
      person_id: of.personId,
      token_hash: card.tokenHash,
      pin_hash: card.pinHash,
      issued_at: tx.now,
      issued_by: tx.actor.id,
    })
    .execute()
}

/** How many cards were ended. */
export const saveRevoked = async (tx: Tx, { districtId, personId }: Of): Promise<number> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('person_card')
    .set({ revoked_at: tx.now })
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Moves living cards (only the named ones, if any are named); tells which moved. */
export const moveCards = async (
  tx: Tx,
  { districtId, from, to }: { districtId: string; from: string; to: string },
  only?: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from app.move_cards(${districtId}::uuid, ${from}::uuid, ${to}::uuid, ${only ? [...only] : null}::uuid[]) as id`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** Everybody who is in through a card of this person is out. */
export const endSessions = async (tx: Tx, { districtId, personId }: Of): Promise<void> => {
  await tx.db
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'person')
    .where('ended_at', 'is', null)
    .execute()
}

/** Null when the link opens nothing. */
export const findCard = async (tx: Tx, tokenHash: string): Promise<{ lockedUntil: string | null } | null> => {
  const { rows } = await sql<{ locked_until: string | null }>`
    select locked_until from app.card_of(${tokenHash}) c`.execute(tx.db)
  return rows[0] ? { lockedUntil: rows[0].locked_until } : null
}

export type Try = Of & { readonly id: string; readonly pinHash: string | null; readonly lockedUntil: string | null }

/** Counts one try of a PIN before it is judged; without `pinHash` the card is closed for now. */
export const countTry = async (tx: Tx, tokenHash: string): Promise<Try | null> => {
  const { rows } = await sql<{
    district_id: string
    id: string
    person_id: string
    pin_hash: string | null
    locked_until: string | null
  }>`select * from app.card_tried(${tokenHash}, ${tx.now}::timestamptz)`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  return {
    districtId: row.district_id,
    id: row.id,
    personId: row.person_id,
    pinHash: row.pin_hash,
    lockedUntil: row.locked_until,
  }
}

export const forgetTries = async (tx: Tx, districtId: string, id: string): Promise<void> => {
  await sql`select app.card_opened(${districtId}::uuid, ${id}::uuid)`.execute(tx.db)
}

export const insertOwnSession = async (
  tx: Tx,
  of: Of,
  session: { tokenHash: string; expiresAt: string },
): Promise<void> => {
  await tx.db
    .insertInto('session')
    .values({
      id: tx.newId(),
      token_hash: session.tokenHash,
      kind: 'person',
      district_id: of.districtId,
      person_id: of.personId,
      step: 'open',
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: session.expiresAt,
      agent: tx.caller.agent,
    })
    .execute()
}

export const endOwnSession = async (tx: Tx): Promise<void> => {
  if (!tx.actor.sessionId) return
  await tx.db.updateTable('session').set({ ended_at: tx.now }).where('id', '=', tx.actor.sessionId).execute()
}
