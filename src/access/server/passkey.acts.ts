import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Who } from '../../platform/server/who.ts'
import type { StepReply } from '../core/session.schema.ts'
import { findAccount, saveAccount } from './account.store.ts'
import { keepFlow, takeFlow } from './flow.store.ts'
import {
  addPasskey,
  countPasskeyUse,
  findPasskey,
  listPasskeys,
  type Passkey,
  removePasskeys,
} from './passkey.store.ts'
import { factorSet, mayAddFactor } from './secondFactor.acts.ts'
import { actAs } from './session.store.ts'
import { admit, factorsOf, notAt, slowed, stepTo, wrong } from './steps.ts'

type Said = Record<string, unknown>
type Asked = { flow: string; options: Said }

const Pending = z.object({ challenge: z.string() })
/** A passkey belongs to one address: the one that people reach this installation at. */
const here = (tx: Tx): { origin: string; rpID: string } => {
  const { origin, hostname } = new URL(tx.services.baseUrl)
  return { origin, rpID: hostname }
}
// the library's option types are closed interfaces; on the wire they are plain objects
const asSaid = (options: object): Said => ({ ...options })

export const startPasskey = async (
  tx: Tx,
  password: string | undefined,
  who: Who | undefined,
): Promise<Outcome<Asked>> => {
  const allowed = await mayAddFactor(tx, who, password)
  if (!allowed.ok) return allowed
  const { id, email, name } = allowed.value
  const options = await generateRegistrationOptions({
    rpName: 'Fare Legami',
    rpID: here(tx).rpID,
    userID: new Uint8Array(Buffer.from(id)),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(tx, id)).map((passkey) => ({ id: passkey.id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  const flow = await keepFlow(tx, 'newPasskey', { accountId: id, payload: { challenge: options.challenge } })
  return done({ flow, options: asSaid(options) })
}

export const addOwnPasskey = async (
  tx: Tx,
  given: { flow: string; name: string; response: Said },
  who: Who | undefined,
): Promise<Outcome<StepReply>> => {
  const elsewhere = notAt(who, 'enrol', 'open')
  if (elsewhere || !who) return elsewhere ?? refuse('unauthenticated', 'access.signInFirst')
  const taken = await takeFlow(tx, 'newPasskey', given.flow)
  if (!taken || taken.accountId !== who.id) return refuse('gone', 'access.flowGone')
  const { origin, rpID } = here(tx)
  const verified = await verifyRegistrationResponse({
    response: given.response as unknown as RegistrationResponseJSON,
    expectedChallenge: Pending.parse(taken.payload).challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return refuse('invalid', 'access.passkeyNotRead')
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  if (await findPasskey(tx, id)) return refuse('conflict', 'access.passkeyKnown')
  const passkey = { id, accountId: who.id, publicKey, counter, transports: transports ?? [], name: given.name }
  await addPasskey(tx, passkey)
  const account = await findAccount(tx, { id: who.id })
  return factorSet(tx, who, account?.secondFactor === 'totp' ? 'totp' : 'passkey', 'access.passkeyAdd')
}

/** A challenge; known to be somebody's when a session has begun, anybody's otherwise. */
export const askPasskey = async (tx: Tx, who: Who | undefined): Promise<Outcome<Asked>> => {
  const tooFast = await slowed(tx, 'passkey')
  if (tooFast) return tooFast
  const own = who?.kind === 'account' ? await listPasskeys(tx, who.id) : []
  const options = await generateAuthenticationOptions({
    rpID: here(tx).rpID,
    userVerification: 'required',
    allowCredentials: own.map(({ id }) => ({ id })),
  })
  const payload = { challenge: options.challenge }
  const flow = await keepFlow(tx, 'passkey', { accountId: who?.kind === 'account' ? who.id : null, payload })
  return done({ flow, options: asSaid(options) })
}

/** The counter to keep, when the answer was made by this passkey for this challenge, its owner verified by the device. */
const judge = async (tx: Tx, passkey: Passkey, challenge: string, response: Said): Promise<number | undefined> => {
  const { origin, rpID } = here(tx)
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports as AuthenticatorTransport[],
    },
  }).catch(() => undefined)
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}

/** A passkey is something held and something known or inborn, checked by the device: it opens by itself. */
export const answerPasskey = async (
  tx: Tx,
  { flow, response }: { flow: string; response: Said },
  who: Who | undefined,
): Promise<Outcome<StepReply>> => {
  const taken = await takeFlow(tx, 'passkey', flow)
  if (!taken) return refuse('gone', 'access.flowGone')
  const passkey = typeof response.id === 'string' ? await findPasskey(tx, response.id) : undefined
  const account = passkey && (await findAccount(tx, { id: passkey.accountId }))
  if (!passkey || account?.state !== 'active') return refuse('unauthenticated', 'access.passkeyUnknown')
  const session = who?.kind === 'account' ? who : undefined
  if ((session?.id ?? account.id) !== account.id || (taken.accountId ?? account.id) !== account.id)
    return refuse('conflict', 'access.passkeyOther')
  const counter = await judge(tx, passkey, Pending.parse(taken.payload).challenge, response)
  if (counter === undefined) return wrong(tx, 'access.passkeyNotRead', account.id)
  const own = await actAs(tx, account)
  await countPasskeyUse(own, passkey.id, counter)
  return session
    ? stepTo(own, session, 'open', 'access.passkeyAnswer')
    : admit(own, account, { act: 'access.passkeyAnswer', step: 'open', who: undefined })
}

/** The last second factor stays until there is another. */
export const removeOwnPasskey = async (tx: Tx, id: string): Promise<Outcome<typeof isDone>> => {
  if ((await removePasskeys(tx, tx.actor.id, id)) === 0) return unknown()
  const left = await factorsOf(tx, tx.actor.id)
  if (!left.totp && !left.passkey) return refuse('conflict', 'access.lastFactor')
  await saveAccount(tx, tx.actor.id, { secondFactor: left.totp ? 'totp' : 'passkey' })
  await writeJournal(tx, { act: 'access.passkeyRemove', subject: { kind: 'account', id: tx.actor.id } })
  return done(isDone)
}
