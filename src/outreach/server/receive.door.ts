import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { hashToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { deadlinesIn, districtOf } from '../../settings/server/settings.door.ts'
import type { ContactPermission, Said, Seen } from '../core/referral.schema.ts'
import { clocksOf, type ReceiptState, receiptStateOf } from '../core/referral.ts'
import { findByLink, type LinkedAntenna } from './antenna.store.ts'
import { takeIn } from './receive.acts.ts'
import { findReceipt, isTaken } from './referral.store.ts'

export type Sent = {
  readonly seen: Seen
  readonly said: Said
  readonly permission: ContactPermission | null
  /** Known before the form is sent: the same code sent twice is one call. */
  readonly code: string
  readonly antenna?: LinkedAntenna
}

/** Takes in what a public form or an antenna sent; `hasCode` is false when nobody may be contacted, `due` the day to call. */
export const receive = async (tx: Tx, sent: Sent): Promise<Outcome<{ hasCode: boolean; due: Day }>> => {
  const districtId = await districtOf(tx, sent.seen.municipalityIstat)
  if (!districtId) return refuse('invalid', 'outreach.noSuchMunicipality')
  const { firstContactDue: due } = clocksOf(tx.now, sent.seen.urgent, await deadlinesIn(tx, districtId))
  const reply = { hasCode: sent.permission !== null, due }
  if (await isTaken(tx, sent.code)) return done(reply)
  const { antenna } = sent
  const isOwn = antenna?.districtId === districtId
  const outcome = await takeIn(tx, {
    ...sent,
    districtId,
    act: 'referrals.receive',
    ...(antenna && isOwn ? { antenna } : {}),
  })
  return outcome.ok ? done(reply) : outcome
}

/** The antenna that a link belongs to; null when it was revoked or never was. */
export const antennaOf = (tx: Tx, token: string): Promise<LinkedAntenna | null> => findByLink(tx, hashToken(token))
export type { LinkedAntenna } from './antenna.store.ts'

export type Receipt = {
  readonly state: ReceiptState
  readonly receivedOn: Day
  readonly contactedOn: Day | null
  readonly interviewedOn: Day | null
  readonly closedOn: Day | null
}

/** How far a call is, by its code alone; null for a code that is nobody's. */
export const receiptOf = async (tx: Tx, code: string): Promise<Receipt | null> => {
  const found = await findReceipt(tx, code)
  return found && { ...found, state: receiptStateOf(found) }
}
