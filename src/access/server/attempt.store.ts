import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

/** What is slowed down: the password of an address, or the code of an account. */
export type Tried = { readonly kind: 'password' | 'code'; readonly of: string }

const keyOf = (tx: Tx, { kind, of }: Tried): string =>
  `${kind}:${tx.services.secrets.blindIndex('access.attempt', `${kind} ${of}`)}`

/** Counts a try before it is judged, others of the same key waiting. Null: go on; else closed until that instant. */
export const countAttempt = async (tx: Tx, tried: Tried): Promise<string | null> => {
  const { rows } = await sql<{
    until: string | null
  }>`select app.count_attempt(${keyOf(tx, tried)}, ${tx.now}) as until`.execute(tx.db)
  return rows[0]?.until ?? null
}

/** A right answer forgets the wrong ones. */
export const clearAttempts = async (tx: Tx, tried: Tried): Promise<void> => {
  await sql`select app.clear_attempts(${keyOf(tx, tried)})`.execute(tx.db)
}

/** Counts one try of a caller's address; false when it has used up what the window holds. */
export const withinRate = async (tx: Tx, what: string, seconds: number, atMost: number): Promise<boolean> => {
  const key = `${what}:${tx.services.secrets.blindIndex('access.address', tx.caller.address)}`
  const { rows } = await sql<{
    fine: boolean
  }>`select app.try_rate(${key}, ${tx.now}, ${seconds}, ${atMost}) as fine`.execute(tx.db)
  return rows[0]?.fine ?? false
}
