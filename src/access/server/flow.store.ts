import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'

export type FlowKind = 'oidc' | 'passkey' | 'newPasskey' | 'newTotp'
export type Flow = { readonly accountId: string | null; readonly payload: unknown }

/** Keeps the state of a sign-in on its way, for ten minutes; returns the token that takes it back, once. */
export const keepFlow = async (tx: Tx, kind: FlowKind, flow: Flow, token: string = randomToken()): Promise<string> => {
  const until = Temporal.Instant.from(tx.now).add({ minutes: 10 }).toString()
  const payload = JSON.stringify(flow.payload)
  await sql`select app.keep_flow(${hashToken(token)}, ${kind}, ${flow.accountId}, ${payload}::jsonb, ${until}, ${tx.now})`.execute(
    tx.db,
  )
  return token
}

export const takeFlow = async (tx: Tx, kind: FlowKind, token: string): Promise<Flow | undefined> => {
  const { rows } = await sql<{
    account_id: string | null
    payload: unknown
  }>`select * from app.take_flow(${hashToken(token)}, ${kind}, ${tx.now})`.execute(tx.db)
  const [row] = rows
  return row && { accountId: row.account_id, payload: row.payload }
}
