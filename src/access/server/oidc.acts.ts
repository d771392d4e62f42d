import { z } from 'zod'
import { done, type Outcome, refuse, refuseKeeping } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { PageReply } from '../../platform/server/page.ts'
import { randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type Account, findAccount, saveAccount } from './account.store.ts'
import { keepFlow, takeFlow } from './flow.store.ts'
import { beginTrip, endTrip, hasOidc, type Stranger } from './oidc.ts'
import { actAs } from './session.store.ts'
import { admit, slowed } from './steps.ts'

export const tripCookie = 'fl_trip'
const tripPath = '/accedi'
const Trip = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() })

const away = (tx: Tx, error: unknown): Outcome<never> => {
  tx.services.log.warn({ err: error }, 'the sign-in provider could not be used')
  return refuseKeeping('conflict', 'access.oidcAway')
}

/** Sends the browser to the provider; a cookie ties the way back to this browser. */
export const goToProvider = async (tx: Tx): Promise<Outcome<PageReply>> => {
  if (!hasOidc(tx.services.config)) return refuse('notFound', 'access.noOidc')
  const tooFast = await slowed(tx, 'oidc')
  if (tooFast) return tooFast
  const begun = await beginTrip(tx.services).catch((error: unknown) => ({ error }))
  if ('error' in begun) return away(tx, begun.error)
  const token = await keepFlow(tx, 'oidc', { accountId: null, payload: begun.trip }, randomToken())
  tx.afterCommit.cookies.push({ name: tripCookie, value: token, maxAgeSeconds: 600, path: tripPath })
  return done({ location: begun.location })
}

/** The account of who the provider names: by its subject, else by an address that the provider has verified. */
const accountOf = async (tx: Tx, stranger: Stranger): Promise<Account | undefined> => {
  const linked = await findAccount(tx, { oidcSubject: stranger.subject })
  if (linked) return linked
  if (!stranger.email || !stranger.verified) return undefined
  const byEmail = await findAccount(tx, { email: stranger.email })
  return byEmail?.oidcSubject === null ? byEmail : undefined
}

/** Comes back from the provider. Whoever is not among the accounts is told so, and gets none. */
export const comeBack = async (
  tx: Tx,
  query: Readonly<Record<string, string>>,
  token: string | undefined,
): Promise<Outcome<PageReply>> => {
  if (!hasOidc(tx.services.config)) return refuse('notFound', 'access.noOidc')
  tx.afterCommit.cookies.push({ name: tripCookie, value: '', maxAgeSeconds: 0, path: tripPath })
  const taken = token ? await takeFlow(tx, 'oidc', token) : undefined
  if (!taken) return refuse('gone', 'access.flowGone')
  const stranger = await endTrip(tx.services, Trip.parse(taken.payload), query).catch((error: unknown) => ({ error }))
  if ('error' in stranger) return away(tx, stranger.error)
  const account = await accountOf(tx, stranger)
  if (account?.state !== 'active') return refuse('forbidden', 'access.oidcStranger')
  const own = await actAs(tx, account)
  if (account.oidcSubject === null) {
    await saveAccount(own, account.id, { oidcSubject: stranger.subject })
    await writeJournal(own, { act: 'access.oidcLink', subject: { kind: 'account', id: account.id } })
  }
  const step = stranger.strong ? { step: 'open' as const } : {}
  const admitted = await admit(own, account, { act: 'access.oidc', who: undefined, ...step })
  if (!admitted.ok) return admitted
  return done({ location: admitted.value.step === 'open' ? '/scrivania' : '/scrivania/accedi' })
}
