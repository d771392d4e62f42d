import { nilId } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { offered } from '../../settings/core/entry.label.ts'
import { catalogueOf, deadlinesIn } from '../../settings/server/settings.door.ts'
import { type ContactPermission, ruleChannels, type Said, type Seen } from '../core/referral.schema.ts'
import { clocksOf } from '../core/referral.ts'
import { countAntenna } from './antenna.store.ts'
import { insertAnonymousMany, insertReferral } from './referral.store.ts'

export type Arrival = {
  readonly districtId: string
  readonly seen: Seen
  readonly said: Said
  /** Null: nobody may be contacted, and nothing that names anybody is kept. */
  readonly permission: ContactPermission | null
  /** The receipt code; of a form it is known before, so that a second click finds the first. */
  readonly code: string
  readonly antenna?: { readonly id: string; readonly organisationId: string | null }
  readonly act: 'referrals.receive' | 'referrals.record'
}

export type Arrived = { readonly kind: 'referral'; readonly id: string } | { readonly kind: 'anonymous' }

type Listed = Partial<Pick<Seen, 'channel' | 'signs'>>

/** The code of what the lists of the programme do not offer in `given`; what the record has already may stay. */
export const whyNotListed = async (tx: Tx, given: Listed, kept: readonly string[] = []): Promise<string | null> => {
  const { channel, signs = [] } = given
  if (channel !== undefined && !ruleChannels.includes(channel)) {
    const channels = offered(await catalogueOf(tx, 'referralChannel'))
    if (!channels.some(({ code }) => code === channel)) return 'outreach.unknownChannel'
  }
  if (signs.length === 0) return null
  const codes = offered(await catalogueOf(tx, 'observedSign'), kept).map(({ code }) => code)
  return signs.every((sign) => codes.includes(sign) || kept.includes(sign)) ? null : 'outreach.unknownSign'
}

/** Takes in a call for a hand, with its clocks; without permission only what can be counted. */
export const takeIn = async (tx: Tx, arrival: Arrival): Promise<Outcome<Arrived>> => {
  const unlisted = await whyNotListed(tx, arrival.seen)
  if (unlisted) return refuse('invalid', unlisted)
  if (arrival.antenna)
    await countAntenna(tx, { districtId: arrival.districtId, antennaId: arrival.antenna.id }, { sent: 1 })
  return arrival.permission ? takeReferral(tx, arrival, arrival.permission) : takeAnonymous(tx, arrival)
}

const takeAnonymous = async (tx: Tx, { districtId, seen, code, antenna }: Arrival): Promise<Outcome<Arrived>> => {
  const contact = { districtId, seen, antennaId: antenna?.id ?? null, importId: null, onDay: tx.today, code }
  const [id = nilId] = await insertAnonymousMany(tx, [contact])
  await writeJournal(tx, { act: 'referrals.anonymous', districtId, subject: { kind: 'anonymousContact', id } })
  return done({ kind: 'anonymous' })
}

const takeReferral = async (tx: Tx, arrival: Arrival, permission: ContactPermission): Promise<Outcome<Arrived>> => {
  const { districtId, seen, said } = arrival
  if (!arrival.antenna && said.phone.trim() === '' && said.email.trim() === '')
    return refuse('invalid', 'outreach.needs.phoneOrEmail')
  const id = tx.newId()
  await insertReferral(tx, {
    ...seen,
    ...clocksOf(tx.now, seen.urgent, await deadlinesIn(tx, districtId)),
    id,
    districtId,
    said,
    permission,
    permissionAt: tx.now,
    code: arrival.code,
    antennaId: arrival.antenna?.id ?? null,
    organisationId: arrival.antenna?.organisationId ?? null,
    importId: null,
    recordedBy: tx.actor.kind === 'account' ? tx.actor.id : null,
    state: 'signalled',
    closingReason: null,
    receivedAt: tx.now,
    contactedAt: null,
    interviewedAt: null,
    movedAt: tx.now,
    assignedTo: null,
    personId: null,
    caseId: null,
    erasedAt: null,
    version: 1,
  })
  await writeJournal(tx, {
    act: arrival.act,
    districtId,
    subject: { kind: 'referral', id },
    changed: { ...seen, said, permission },
  })
  return done({ kind: 'referral', id })
}
