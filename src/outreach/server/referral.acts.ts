import type { z } from 'zod'
import { districtsWith } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { readableCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { offered } from '../../settings/core/entry.label.ts'
import { catalogueOf, deadlinesIn, districtOf } from '../../settings/server/settings.door.ts'
import { canTriage } from '../core/referral.policy.ts'
import type { ContactPermission, Referral, Said, Seen } from '../core/referral.schema.ts'
import {
  clockOf,
  clocksOf,
  type MoveAsked,
  moveReferral,
  type ReferralMove,
  referralMoves,
  whyNotReferral,
} from '../core/referral.ts'
import type { OpenReferral, ReferralRow, referralsApi } from '../core/referrals.api.ts'
import { countAntenna, findAntenna } from './antenna.store.ts'
import { addLine, listLines } from './move.store.ts'
import * as queue from './queue.store.ts'
import { takeIn, whyNotListed } from './receive.acts.ts'
import * as store from './referral.store.ts'
import { triageWorkers } from './worker.store.ts'

type Wish = Omit<queue.ListWish, 'districts' | 'overdue' | 'urgent'> & {
  readonly district?: string | undefined
  readonly overdue?: 'yes' | undefined
  readonly urgent?: 'yes' | undefined
}
export type Changed = { readonly id: string; readonly version: number }

const rowOf = (tx: Tx, referral: Referral, names: queue.Names): ReferralRow => ({
  ...referral,
  ...names,
  clock: clockOf(referral, tx.today),
})

/** The queue of the districts where the reader does triage. */
export const listReferrals = async (
  tx: Tx,
  { district, overdue, urgent, ...wish }: Wish,
): Promise<Outcome<z.output<typeof referralsApi.list.reply>>> => {
  const mine = districtsWith(tx.actor, 'referrals.triage', tx.districts)
  const districts = district ? mine.filter((id) => id === district) : mine
  const full = { ...wish, districts, overdue: overdue === 'yes', urgent: urgent === 'yes' }
  const found = await queue.listReferrals(tx, full)
  const counted = await queue.countReferrals(tx, full)
  const states = wish.state === 'open' ? queue.openStates : wish.state ? [wish.state] : Object.keys(counted.counts)
  const total = states.reduce((sum, state) => sum + (counted.counts[state as Referral['state']] ?? 0), 0)
  const rows = found.map(({ referral, names }) => rowOf(tx, referral, names))
  const inTime = await queue.countInTime(tx, districts)
  return done({ rows, total, ...counted, anonymous: await queue.countAnonymous(tx, districts), inTime })
}

/** A referral that the actor may work on; one that they may not see is not there. */
export const findMine = async (tx: Tx, id: string): Promise<Outcome<store.Found>> => {
  const found = await store.findReferral(tx, id)
  return found && canTriage(tx.actor, found.referral) ? done(found) : unknown()
}

const whyOf = (one: Referral): OpenReferral['why'] =>
  Object.fromEntries(
    (Object.keys(referralMoves) as ReferralMove[]).map((move) => [move, whyNotReferral(one, move)]),
  ) as OpenReferral['why']

/** Opens a referral: what was said is read, so a line in the journal says who read it. */
export const openReferral = async (tx: Tx, id: string): Promise<Outcome<OpenReferral>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral, said, permission, openedAt } = found.value
  const names = await queue.namesFor(tx, referral)
  if (openedAt === null) await store.markOpened(tx, referral)
  await journal(tx, referral, { act: 'referrals.open' })
  return done({
    ...rowOf(tx, referral, names),
    ...names,
    said,
    permission,
    antennaContact: referral.antennaId ? ((await findAntenna(tx, referral.antennaId))?.contact ?? null) : null,
    lines: await listLines(tx, referral),
    why: whyOf(referral),
  })
}

export const listWorkers = async (tx: Tx, id: string): Promise<Outcome<{ rows: { id: string; name: string }[] }>> => {
  const found = await findMine(tx, id)
  return found.ok ? done({ rows: await triageWorkers(tx, found.value.referral.districtId) }) : found
}

type Line = { readonly act: string; readonly changed?: Readonly<Record<string, unknown>>; readonly reason?: string }

/** One line in the journal about a referral. */
export const journal = (tx: Tx, one: Referral, { act, changed, reason }: Line): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: one.districtId,
    subject: { kind: 'referral', id: one.id },
    personId: one.personId,
    caseId: one.caseId,
    ...(changed ? { changed } : {}),
    reason: reason || undefined,
  })

/** Saves a referral as it was changed, unless somebody changed it meanwhile. */
export const save = async (tx: Tx, one: Referral): Promise<Outcome<Changed>> =>
  (await store.saveReferral(tx, one))
    ? done({ id: one.id, version: one.version })
    : refuse('conflict', 'platform.changedMeanwhile')

/** What came by voice: the worker writes it down. */
export const recordReferral = async (
  tx: Tx,
  { said, permission, ...seen }: Seen & { said: Said; permission: ContactPermission | null },
): Promise<Outcome<{ id: string | null; code: string | null }>> => {
  const districtId = await districtOf(tx, seen.municipalityIstat)
  if (!districtId) return refuse('invalid', 'outreach.noSuchMunicipality')
  if (!canTriage(tx.actor, { districtId })) return refuse('invalid', 'outreach.needs.district')
  const code = readableCode()
  const outcome = await takeIn(tx, { districtId, seen, said, permission, code, act: 'referrals.record' })
  if (!outcome.ok) return outcome
  return done(outcome.value.kind === 'referral' ? { id: outcome.value.id, code } : { id: null, code: null })
}

type Correction = Partial<Pick<Seen, 'urgent' | 'knownToServices' | 'ageBand' | 'living' | 'signs'>>

/** Corrects what may be counted; urgency moves the clock. */
export const changeReferral = async (
  tx: Tx,
  id: string,
  { version, ...correction }: { [K in keyof Correction]: Correction[K] | undefined } & { version: number },
): Promise<Outcome<Changed>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral } = found.value
  if (referral.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  const given = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined)) as Correction
  const unlisted = await whyNotListed(tx, given, referral.signs)
  if (unlisted) return refuse('invalid', unlisted)
  const urgent = given.urgent ?? referral.urgent
  const clocks = clocksOf(referral.receivedAt, urgent, await deadlinesIn(tx, referral.districtId))
  const next = { ...referral, ...given, ...(urgent === referral.urgent ? {} : clocks), version: version + 1 }
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  await addLine(tx, { before: referral, to: referral.state, move: 'change' })
  await journal(tx, next, { act: 'referrals.change', changed: given })
  return saved
}

export const assignReferral = async (
  tx: Tx,
  id: string,
  { accountId, version }: { accountId: string | null; version: number },
): Promise<Outcome<Changed>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral } = found.value
  if (referral.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  const workers = accountId ? await triageWorkers(tx, referral.districtId) : []
  if (accountId && !workers.some((one) => one.id === accountId)) return refuse('invalid', 'outreach.assigneeMayNot')
  const next = { ...referral, assignedTo: accountId, version: version + 1 }
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  await addLine(tx, { before: referral, to: referral.state, move: 'assign' })
  await journal(tx, next, { act: 'referrals.assign', changed: { assignedTo: accountId } })
  return saved
}

/** Whoever makes the first contact with a referral that is nobody's takes it on. */
const takingOn = (tx: Tx, before: Referral, after: Referral): Referral =>
  before.assignedTo === null && before.state === 'signalled' && after.state !== 'closed'
    ? { ...after, assignedTo: tx.actor.id }
    : after

const isClosingReason = async (tx: Tx, reason: string): Promise<boolean> =>
  offered(await catalogueOf(tx, 'referralClosing')).some(({ code }) => code === reason)

export const moveOn = async (
  tx: Tx,
  id: string,
  { move, version, ...asked }: MoveAsked & { move: ReferralMove; version: number },
): Promise<Outcome<Changed & { state: Referral['state'] }>> => {
  const found = await findMine(tx, id)
  if (!found.ok) return found
  const { referral } = found.value
  if (referral.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  if (move === 'close' && asked.reason !== null && !(await isClosingReason(tx, asked.reason)))
    return refuse('invalid', 'outreach.unknownClosing')
  const moved = moveReferral(referral, { move, asked, now: tx.now })
  if (!moved.ok) return moved
  const next = takingOn(tx, referral, moved.value)
  const saved = await save(tx, next)
  if (!saved.ok) return saved
  if (move === 'contact' && referral.antennaId)
    await countAntenna(tx, { districtId: referral.districtId, antennaId: referral.antennaId }, { takenUp: 1 })
  const reason = move === 'close' ? asked.reason : null
  await addLine(tx, { before: referral, to: next.state, move, at: next.movedAt, reason, note: asked.note })
  await journal(tx, next, { act: 'referrals.move', changed: { move, state: next.state }, reason: reason ?? '' })
  return done({ ...saved.value, state: next.state })
}
