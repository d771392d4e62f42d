import { type Actor, mayIn, organisationsWith } from '../../platform/core/actor.ts'
import { addDays, daysBetween } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Cover } from '../core/cover.schema.ts'
import { isCovered } from '../core/cover.ts'
import type { HostedShift, PlannedGiveBack } from '../core/shift.api.ts'
import { canMoveShift } from '../core/shift.policy.ts'
import type { NewShift, Shift } from '../core/shift.schema.ts'
import { moveShift, type ShiftMove, whyNotPlanned } from '../core/shift.ts'
import * as ground from './ground.store.ts'
import * as store from './shift.store.ts'

const lacking = (permission: string): Outcome<never> => refuse('forbidden', 'access.permissionMissing', { permission })

/** The pact, when the actor is of its equipe and writes pacts in its district. */
export const pactToWrite = async (tx: Tx, pactId: string): Promise<Outcome<ground.PactGround>> => {
  const pact = await ground.pactGround(tx, pactId)
  if (!pact) return unknown()
  return writesPact(tx.actor, pact) ? done(pact) : lacking('pacts.write')
}

export const writesPact = (
  actor: Actor,
  { caseId, districtId }: Pick<ground.PactGround, 'caseId' | 'districtId'>,
): boolean => actor.cases.includes(caseId) && mayIn(actor, 'pacts.write', districtId)

const inForce = ['active', 'closing'] as const
const over = ['closed', 'refused', 'withdrawn', 'interrupted', 'transferred'] as const
const isOneOf = (states: readonly string[], state: string): boolean => states.includes(state)

type Planned = Omit<NewShift, 'pactId' | 'hostOrganisationId'> & { readonly guestNeeds: string; readonly weeks: number }

const shiftsFrom = (tx: Tx, pact: ground.PactGround, given: Planned): store.FoundShift[] | undefined => {
  const giveBack = pact.giveBack.find(({ id }) => id === given.giveBackId)
  if (!giveBack) return undefined
  const { weeks, day, ...rest } = given
  return Array.from({ length: weeks }, (_, week) => ({
    ...rest,
    id: tx.newId(),
    districtId: pact.districtId,
    pactId: '',
    caseId: pact.caseId,
    personId: pact.personId,
    guestLabel: pact.personLabel,
    legalForm: giveBack.legalForm,
    hostOrganisationId: giveBack.hostOrganisationId,
    hostLabel: giveBack.hostLabel,
    day: addDays(day, 7 * week),
    state: 'planned',
    confirmedBy: null,
    confirmedAt: null,
    reason: '',
    covered: false,
  }))
}

/** The missed shift that a new one makes up for must be of the same pact, and missed. */
const recovers = async (tx: Tx, pactId: string, { recoversId, weeks }: Planned): Promise<Outcome<null>> => {
  if (recoversId === null) return done(null)
  const missed = await store.lockShift(tx, recoversId)
  const fits = missed?.pactId === pactId && (missed.state === 'absent' || missed.state === 'toldUs')
  return fits && weeks === 1 ? done(null) : refuse('invalid', 'hours.recoversWhat')
}

/** Plans shifts of a give-back that a text in force names; legal form and host come from that text. */
export const planShifts = async (tx: Tx, pactId: string, given: Planned): Promise<Outcome<{ ids: string[] }>> => {
  const found = await pactToWrite(tx, pactId)
  if (!found.ok) return found
  const pact = found.value
  if (!isOneOf(inForce, pact.state)) return refuse('conflict', 'hours.pactNotInForce')
  const made = shiftsFrom(tx, pact, given)
  if (!made) return refuse('invalid', 'hours.giveBackUnknown')
  const refusal = whyNotPlanned({ ...given, pactId, hostOrganisationId: null })
  if (refusal) return { ok: false, refusal }
  const right = await recovers(tx, pactId, given)
  if (!right.ok) return right
  await store.addShifts(
    tx,
    made.map((one) => ({ ...one, pactId })),
  )
  await writeJournal(tx, {
    act: 'hours.plan',
    districtId: pact.districtId,
    subject: { kind: 'pact', id: pactId },
    personId: pact.personId,
    caseId: pact.caseId,
    changed: { ...given },
  })
  return done({ ids: made.map(({ id }) => id) })
}

/**
 * Moves a shift with its row held, so that of two who confirm at once the second is told. The cover is asked in the same
 * transaction, and the database itself holds no confirmed shift without one.
 */
export const moveTheShift = async (
  tx: Tx,
  shiftId: string,
  { move, reason }: { move: ShiftMove; reason: string },
): Promise<Outcome<{ state: Shift['state'] }>> => {
  const shift = await store.lockShift(tx, shiftId)
  if (!shift) return unknown()
  if (!canMoveShift(tx.actor, shift, shift)) return lacking('shifts.host')
  const under = await ground.groundOf(tx, shift)
  if (!under || isOneOf(over, under.pactState)) return refuse('conflict', 'hours.pactOver')
  const covers: Cover[] = under.covers.map((one) => ({ id: '', policy: '', insurer: '', ...one }))
  const recovery = move === 'recover' ? await store.findRecovery(tx, shift) : undefined
  const moved = moveShift(shift, move, {
    today: tx.today,
    covers,
    by: tx.actor.id,
    at: tx.now,
    reason,
    ...(recovery ? { recovery } : {}),
  })
  if (!moved.ok) return moved
  await store.saveShift(tx, moved.value, isCovered(covers, shift.day))
  await writeJournal(tx, {
    act: 'hours.move',
    districtId: shift.districtId,
    subject: { kind: 'shift', id: shiftId },
    personId: shift.personId,
    caseId: shift.caseId,
    changed: { state: moved.value.state },
    reason: reason || undefined,
  })
  return done({ state: moved.value.state })
}

type NewCover = Omit<Cover, 'id'> & { readonly giveBackId: string }

/** A cover brought after signature: kept beside the signed text, which stays as it is. */
export const addTheCover = async (tx: Tx, pactId: string, given: NewCover): Promise<Outcome<{ id: string }>> => {
  const found = await pactToWrite(tx, pactId)
  if (!found.ok) return found
  const pact = found.value
  if (isOneOf(over, pact.state)) return refuse('conflict', 'hours.pactOver')
  if (!pact.giveBack.some(({ id }) => id === given.giveBackId)) return refuse('invalid', 'hours.giveBackUnknown')
  if (given.to < given.from) return refuse('invalid', 'hours.coverEndsBeforeStart')
  const id = tx.newId()
  await ground.addCover(tx, { ...pact, pactId }, { ...given, id })
  await writeJournal(tx, {
    act: 'hours.addCover',
    districtId: pact.districtId,
    subject: { kind: 'pact', id: pactId },
    personId: pact.personId,
    caseId: pact.caseId,
    changed: given,
  })
  return done({ id })
}

const daysAtMost = 92

/** Whom the bodies of the actor await: names, needs, days and times, and nothing of any pact. */
export const hostedShifts = async (
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<Outcome<{ rows: HostedShift[] }>> => {
  const organisations = organisationsWith(tx.actor, 'shifts.host')
  if (daysBetween(from, to) < 0 || daysBetween(from, to) > daysAtMost) return refuse('invalid', 'hours.tooLong')
  if (organisations.length === 0) return done({ rows: [] })
  const found = await store.listShifts(tx, { organisations, from, to })
  const rows = found.filter(({ state }) => state !== 'cancelled').map((one) => hosted(one))
  return done({ rows })
}

const hosted = (one: store.FoundShift): HostedShift => ({
  id: one.id,
  organisationId: one.hostOrganisationId ?? one.id,
  organisation: one.hostLabel,
  guestLabel: one.guestLabel,
  guestNeeds: one.guestNeeds,
  day: one.day,
  from: one.from,
  to: one.to,
  minutes: one.minutes,
  state: one.state,
  covered: one.covered,
})

/** The give-back of a pact with all its covers, signed and later ones. */
export const plannedGiveBack = (
  pact: ground.PactGround,
  later: readonly (Cover & { giveBackId: string })[],
): PlannedGiveBack[] =>
  pact.giveBack.map((one) => ({
    ...one,
    covers: [
      ...one.covers,
      ...later.filter(({ giveBackId }) => giveBackId === one.id).map(({ giveBackId: _, ...cover }) => cover),
    ],
  }))
