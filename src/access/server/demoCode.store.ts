import type pg from 'pg'

/** The sealed secret of an account's authenticator app, by address or the part before the @. */
export const findTotpByName = async (
  pool: pg.Pool,
  name: string,
): Promise<{ accountId: string; sealed: string } | undefined> => {
  const client = await pool.connect()
  try {
    await client.query(`begin read only; set local app.sign_in = 'yes'`)
    const { rows } = await client.query<{ account_id: string; totp_sealed: string | null }>(
      `select s.account_id, s.totp_sealed from account a cross join lateral app.sign_in_secret(a.email) s
       where lower(a.email) = lower($1) or lower(split_part(a.email, '@', 1)) = lower($1) order by a.email limit 1`,
      [name],
    )
    const [row] = rows
    return row?.totp_sealed ? { accountId: row.account_id, sealed: row.totp_sealed } : undefined
  } finally {
    await client.query('rollback')
    client.release()
  }
}
