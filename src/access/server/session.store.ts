import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { accountCookie } from '../../platform/server/caller.ts'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { SessionRow, Step } from '../core/session.schema.ts'

const lifeHours = 12

const handOut = (tx: Tx, token: string, maxAgeSeconds = lifeHours * 3600): void => {
  tx.afterCommit.cookies.push({ name: accountCookie, value: token, maxAgeSeconds })
}
export const takeCookieAway = (tx: Tx): void => handOut(tx, '', 0)

/** For the rest of the transaction the policies see this account as the one that signs in. */
export const actAs = async (tx: Tx, account: { id: string; name: string }): Promise<Tx> => {
  await sql`select set_config('app.signing_in', ${account.id}, true), set_config('app.actor', ${account.id}, true)`.execute(
    tx.db,
  )
  return { ...tx, actor: { ...tx.actor, kind: 'account', id: account.id, name: account.name } }
}

/** Opens a session of at most 12 hours; the browser gets its secret, the database only the hash. */
export const openSession = async (tx: Tx, accountId: string, step: Step): Promise<string> => {
  const [id, token] = [tx.newId(), randomToken()]
  await tx.db
    .insertInto('session')
    .values({
      id,
      token_hash: hashToken(token),
      kind: 'account',
      account_id: accountId,
      step,
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: Temporal.Instant.from(tx.now).add({ hours: lifeHours }).toString(),
      agent: tx.caller.agent,
    })
    .execute()
  handOut(tx, token)
  return id
}

/** Moves a session to another step under a new secret, so that one known before is worth nothing after. */
export const moveSession = async (tx: Tx, id: string, step: Step): Promise<void> => {
  const token = randomToken()
  await tx.db
    .updateTable('session')
    .set({ step, token_hash: hashToken(token), seen_at: tx.now })
    .where('id', '=', id)
    .execute()
  handOut(tx, token)
}

/** Ends sessions of an account: one, all, or all but one. Returns how many were open. */
export const endSessions = async (
  tx: Tx,
  accountId: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<number> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? ''))
    .$if(which.except !== undefined, (query) => query.where('id', '!=', which.except ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The open sessions of an account, newest first. */
export const listSessions = async (tx: Tx, accountId: string): Promise<SessionRow[]> => {
  const rows = await tx.db
    .selectFrom('session')
    .select(['id', 'agent', 'created_at', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agent: row.agent,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    current: row.id === tx.actor.sessionId,
  }))
}
