import { createHash } from 'node:crypto'
import { done, type Outcome, refuse } from '../core/refusal.ts'
import { findReply, forgetRepeat, keepReply, startRepeat } from './repeat.store.ts'
import type { Tx } from './tx.ts'

type Asked = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly bytes: Uint8Array
}

const digestOf = ({ params, query, body, bytes }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([params, query, body ?? null]))
    .update(bytes)
    .digest('hex')

/**
 * Runs a change once per idempotency key and actor: the second click waits for the first and gets its reply.
 * The same key for another record, body or file is refused. Replies are kept sealed.
 */
export const once = async <T>(
  tx: Tx,
  call: { key: string | undefined; endpoint: string; asked: Asked },
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  if (!call.key) return act()
  const { key, endpoint } = call
  const bodyDigest = digestOf(call.asked)
  const isFirst = await startRepeat(tx, { key, endpoint, bodyDigest })
  // keeping the key is no change of a record: only what the act writes asks for a line in the journal
  tx.watch.wrote = false
  if (!isFirst) {
    const found = await findReply(tx, key)
    if (!found || found.endpoint !== endpoint || found.body_digest !== bodyDigest || found.reply === null)
      return refuse('conflict', 'platform.keyUsed')
    return done(JSON.parse(tx.services.secrets.open('idempotency.reply', key, found.reply)) as T)
  }
  const outcome = await act()
  const { wrote } = tx.watch
  if (outcome.ok)
    await keepReply(tx, key, tx.services.secrets.seal('idempotency.reply', key, JSON.stringify(outcome.value ?? null)))
  // what a refusal wrote may stay (a wrong PIN counted); the key must not
  else if (outcome.refusal.kept) await forgetRepeat(tx, key)
  tx.watch.wrote = wrote
  return outcome
}
