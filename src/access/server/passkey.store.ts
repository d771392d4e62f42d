import type { Tx } from '../../platform/server/tx.ts'
import type { PasskeyRow } from '../core/session.schema.ts'

export type Passkey = {
  readonly id: string
  readonly accountId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

export const findPasskey = async (tx: Tx, id: string): Promise<Passkey | undefined> => {
  const row = await tx.db.selectFrom('passkey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
      transports: row.transports,
    }
  )
}

export const addPasskey = async (tx: Tx, passkey: Passkey & { readonly name: string }): Promise<void> => {
  await tx.db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      created_at: tx.now,
    })
    .execute()
}

export const countPasskeyUse = async (tx: Tx, id: string, counter: number): Promise<void> => {
  await tx.db.updateTable('passkey').set({ counter, last_used_at: tx.now }).where('id', '=', id).execute()
}

export const listPasskeys = async (tx: Tx, accountId: string): Promise<PasskeyRow[]> => {
  const rows = await tx.db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .limit(50)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at }))
}

/** One of the account's passkeys, or all of them. Returns how many went. */
export const removePasskeys = async (tx: Tx, accountId: string, id?: string): Promise<number> => {
  const { numDeletedRows } = await tx.db
    .deleteFrom('passkey')
    .where('account_id', '=', accountId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
