import { sql } from 'kysely'
import type { Tx } from './tx.ts'

/** Counts one try of a caller, whose address is kept only as a keyed hash; false when there were too many. */
export const mayTry = async (
  tx: Tx,
  what: string,
  { seconds, atMost }: { seconds: number; atMost: number },
): Promise<boolean> => {
  const key = `${what}:${tx.services.secrets.blindIndex('rate', tx.caller.address)}`
  const { rows } = await sql<{ may: boolean }>`
    select app.try_rate(${key}, ${tx.now}::timestamptz, ${seconds}::int, ${atMost}::int) as may`.execute(tx.db)
  return rows[0]?.may === true
}
