import { inject } from 'vitest'
import { findTotpByName } from '../../src/access/server/demoCode.store.ts'
import { openTotp, totpCode } from '../../src/access/server/totp.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { loadKeys } from '../../src/platform/server/secret/keys.ts'
import { makeSecrets } from '../../src/platform/server/secret/secrets.ts'

const period = 30_000

/** The half minute that it is. */
export const stepNow = (): number => Math.floor(Date.now() / period)

/**
 * What the app on the phone of a demo account shows in a half minute. The half minutes since the last door that it
 * opened are let pass, which a journey need not wait for: that a code opens one door only is tested beside the sign-in.
 */
export const codeAt = async (name: string, step = stepNow()): Promise<string> => {
  const { super: root, template } = inject('databases')
  const pool = openPool({ ...root, database: `${template}_journeys`, max: 1 })
  try {
    const found = await findTotpByName(pool, `${name}@demo.invalid`)
    if (!found) throw new Error(`${name} has no app for one-time codes`)
    await pool.query('update account_secret set totp_last_step = 0 where account_id = $1', [found.accountId])
    const secrets = makeSecrets(loadKeys({ dataDir: inject('product').env.DATA_DIR ?? '' }))
    return totpCode(openTotp(secrets, found.accountId, found.sealed), new Date(step * period).toISOString())
  } finally {
    await pool.end()
  }
}
