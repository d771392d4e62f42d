import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'

export type SignInSecret = {
  readonly accountId: string
  readonly passwordHash: string | null
  readonly totpSealed: string | null
}

/** What a sign-in compares; undefined when no active account has this address. */
export const findSignInSecret = async (tx: Tx, email: string): Promise<SignInSecret | undefined> => {
  const { rows } = await sql<{
    account_id: string
    password_hash: string | null
    totp_sealed: string | null
  }>`select * from app.sign_in_secret(${email})`.execute(tx.db)
  const [row] = rows
  return row && { accountId: row.account_id, passwordHash: row.password_hash, totpSealed: row.totp_sealed }
}

/** The secrets of the account that acts or signs in. */
export const findOwnSecret = async (tx: Tx, accountId: string): Promise<SignInSecret | undefined> => {
  const row = await tx.db
    .selectFrom('account_secret')
    .select(['account_id', 'password_hash', 'totp_sealed'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { accountId: row.account_id, passwordHash: row.password_hash, totpSealed: row.totp_sealed }
}

export const addSecret = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.db.insertInto('account_secret').values({ account_id: accountId }).execute()
}

export const savePassword = async (tx: Tx, accountId: string, passwordHash: string): Promise<void> => {
  await tx.db
    .updateTable('account_secret')
    .set({ password_hash: passwordHash })
    .where('account_id', '=', accountId)
    .execute()
}

/** Null takes the authenticator app away. `step` is the step of the code that proved the new secret. */
export const saveTotp = async (
  tx: Tx,
  accountId: string,
  totp: { sealed: string; step: number } | null,
): Promise<void> => {
  await tx.db
    .updateTable('account_secret')
    .set({ totp_sealed: totp?.sealed ?? null, totp_last_step: totp?.step ?? 0 })
    .where('account_id', '=', accountId)
    .execute()
}

/** False when this step, or a later one, was used before: a code serves once, also for two at the same moment. */
export const spendTotpStep = async (tx: Tx, accountId: string, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('account_secret')
    .set({ totp_last_step: step })
    .where('account_id', '=', accountId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
