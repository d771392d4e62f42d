import { Temporal } from 'temporal-polyfill'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'

export type TicketKind = 'invitation' | 'passwordReset'
export type Ticket = {
  readonly id: string
  readonly accountId: string
  readonly kind: TicketKind
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** A one-time link of an account; those of the same kind sent before stop working. Returns the secret of the link. */
export const makeTicket = async (tx: Tx, accountId: string, kind: TicketKind, hours: number): Promise<string> => {
  const token = randomToken()
  await closeTickets(tx, accountId, kind)
  await tx.db
    .insertInto('ticket')
    .values({
      id: tx.newId(),
      account_id: accountId,
      kind,
      token_hash: hashToken(token),
      created_at: tx.now,
      expires_at: Temporal.Instant.from(tx.now).add({ hours }).toString(),
    })
    .execute()
  return token
}

/** Tickets of the account, of one kind or of all, can no longer be used. */
export const closeTickets = async (tx: Tx, accountId: string, kind?: TicketKind): Promise<void> => {
  await tx.db
    .updateTable('ticket')
    .set({ used_at: tx.now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .execute()
}

export const findTicket = async (tx: Tx, token: string): Promise<Ticket | undefined> => {
  const row = await tx.db
    .selectFrom('ticket')
    .select(['id', 'account_id', 'kind', 'expires_at', 'used_at'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      kind: row.kind === 'invitation' ? 'invitation' : 'passwordReset',
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  )
}

/** False when somebody used it meanwhile. */
export const spendTicket = async (tx: Tx, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('ticket')
    .set({ used_at: tx.now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
