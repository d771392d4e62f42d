import { Temporal } from 'temporal-polyfill'
import type { Secrets } from '../../platform/server/secret/secrets.ts'
import type { Services } from '../../platform/server/tx.ts'
import { findTotpByName } from './demoCode.store.ts'
import { openTotp, totpCode } from './totp.ts'

/**
 * A one-time code for an account of the demo programme, by its address or the part before the @. Undefined when there
 * is no such account or it has no authenticator app.
 */
export const demoCode = async (pool: Services['pool'], secrets: Secrets, name: string): Promise<string | undefined> => {
  const found = await findTotpByName(pool, name)
  return found && totpCode(openTotp(secrets, found.accountId, found.sealed), Temporal.Now.instant().toString())
}
