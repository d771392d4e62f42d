import type { Tx } from './tx.ts'

/** False when the key was used before; a concurrent first use is waited for. */
export const startRepeat = async (
  tx: Tx,
  { key, endpoint, bodyDigest }: { key: string; endpoint: string; bodyDigest: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('idempotency')
    .values({ actor_id: tx.actor.id, key, endpoint, body_digest: bodyDigest, reply: null, at: tx.now })
    .onConflict((conflict) => conflict.columns(['actor_id', 'key']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const findReply = (
  tx: Tx,
  key: string,
): Promise<{ endpoint: string; body_digest: string; reply: string | null } | undefined> =>
  tx.db
    .selectFrom('idempotency')
    .select(['endpoint', 'body_digest', 'reply'])
    .where('actor_id', '=', tx.actor.id)
    .where('key', '=', key)
    .executeTakeFirst()

export const keepReply = async (tx: Tx, key: string, reply: string): Promise<void> => {
  await tx.db
    .updateTable('idempotency')
    .set({ reply })
    .where('actor_id', '=', tx.actor.id)
    .where('key', '=', key)
    .execute()
}

export const forgetRepeat = async (tx: Tx, key: string): Promise<void> => {
  await tx.db.deleteFrom('idempotency').where('actor_id', '=', tx.actor.id).where('key', '=', key).execute()
}
