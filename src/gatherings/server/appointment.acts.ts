import { isDone } from '../../platform/core/contract.ts'
import { addDays, daysBetween } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { AppointmentRow, PactOfCase } from '../core/appointment.api.ts'
import { canReadAppointment, canTellUs, canWriteAppointment } from '../core/appointment.policy.ts'
import type { Appointment, AppointmentOutcome, NewAppointment } from '../core/appointment.schema.ts'
import { chainOf, reschedule, sayOutcome } from '../core/appointment.ts'
import * as store from './appointment.store.ts'

const closed = (): Outcome<never> => refuse('conflict', 'gatherings.caseClosed')

/** An appointment as its table takes it: without what the join added. */
const bare = (found: store.FoundAppointment): Appointment => {
  const { personLabel: _p, caseNumber: _n, caseState: _s, createdAt: _c, pactNumber: _t, ...appointment } = found
  return appointment
}

const toRows = async (
  tx: Tx,
  shown: readonly store.FoundAppointment[],
  all: readonly store.FoundAppointment[],
): Promise<AppointmentRow[]> => {
  const names = await store.namesOf(tx, [...new Set(shown.flatMap(({ accountIds }) => accountIds))])
  return shown.map((found) => ({
    ...bare(found),
    personLabel: found.personLabel,
    caseNumber: found.caseNumber,
    pactNumber: found.pactNumber,
    with: found.accountIds.flatMap((id) => names.get(id) ?? []),
    movedFrom: chainOf(found, all)
      .slice(0, -1)
      .map(({ at }) => at),
    canWrite: found.caseState === 'open' && canWriteAppointment(tx.actor, found),
  }))
}

export const appointmentsOfCase = async (
  tx: Tx,
  caseId: string,
): Promise<Outcome<{ rows: AppointmentRow[]; canWrite: boolean; pacts: PactOfCase[] }>> => {
  const place = await store.placeOfCase(tx, caseId)
  if (!place || !canReadAppointment(tx.actor, { ...place, caseId })) return unknown()
  const all = await store.listOfCase(tx, place.districtId, caseId)
  const rows = await toRows(
    tx,
    all.filter(({ movedToId }) => movedToId === null),
    all,
  )
  const canWrite = place.state === 'open' && canWriteAppointment(tx.actor, { ...place, caseId })
  return done({ rows, canWrite, pacts: canWrite ? await store.listPactsOfCase(tx, place.districtId, caseId) : [] })
}

const daysAtMost = 62

export const myAppointments = async (
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<Outcome<{ rows: AppointmentRow[] }>> => {
  if (daysBetween(from, to) < 0 || daysBetween(from, to) > daysAtMost) return refuse('invalid', 'gatherings.tooLong')
  // a day of the programme's place begins at most two hours before that of UTC
  const span = { from: `${addDays(from, -1)}T22:00:00Z`, to: `${to}T23:00:00Z`, accountId: tx.actor.id }
  const found = (await store.listBetween(tx, span)).filter((one) => canReadAppointment(tx.actor, one))
  return done({ rows: await toRows(tx, found, found) })
}

export const fixAppointment = async (
  tx: Tx,
  caseId: string,
  given: NewAppointment,
): Promise<Outcome<{ id: string }>> => {
  const place = await store.placeOfCase(tx, caseId, true)
  if (!place || !canReadAppointment(tx.actor, { ...place, caseId })) return unknown()
  const { districtId, personId, state } = place
  if (!canWriteAppointment(tx.actor, { ...place, caseId }))
    return refuse('forbidden', 'access.permissionMissing', { permission: 'cases.work' })
  if (state !== 'open') return closed()
  if (given.pactId && !(await store.isPactOfCase(tx, districtId, { pactId: given.pactId, caseId })))
    return refuse('invalid', 'gatherings.pactElsewhere')
  // an appointment that names nobody would stand in nobody's agenda: whoever fixes it takes part
  const asked = given.accountIds.length > 0 ? given.accountIds : [tx.actor.id]
  const accountIds = await store.inEquipe(tx, { districtId, caseId }, asked)
  if (given.accountIds.some((id) => !accountIds.includes(id))) return refuse('invalid', 'gatherings.notOfEquipe')
  const id = tx.newId()
  await store.addAppointment(tx, {
    ...given,
    accountIds,
    id,
    districtId,
    caseId,
    personId,
    outcome: null,
    movedToId: null,
    note: '',
  })
  await writeJournal(tx, {
    act: 'gatherings.fix',
    districtId,
    subject: { kind: 'appointment', id },
    personId,
    caseId,
    changed: { ...given, accountIds },
  })
  return done({ id })
}

const toChange = async (tx: Tx, id: string): Promise<Outcome<store.FoundAppointment>> => {
  const found = await store.lockAppointment(tx, id)
  if (!found || !canReadAppointment(tx.actor, found)) return unknown()
  if (!canTellUs(tx.actor, found)) return refuse('forbidden', 'access.permissionMissing', { permission: 'cases.work' })
  return found.caseState === 'open' ? done(found) : closed()
}

export const moveAppointment = async (
  tx: Tx,
  id: string,
  to: { at: string; minutes: number; place: string; note: string },
): Promise<Outcome<{ id: string }>> => {
  const found = await toChange(tx, id)
  if (!found.ok) return found
  if (!canWriteAppointment(tx.actor, found.value)) return unknown()
  const moved = reschedule(bare(found.value), { ...to, id: tx.newId() }, tx.now)
  if (!moved.ok) return moved
  const { old, next } = moved.value
  await store.addAppointment(tx, { ...next, id: old.movedToId ?? next.id })
  await store.saveAppointment(tx, old)
  await writeJournal(tx, {
    act: 'gatherings.reschedule',
    districtId: old.districtId,
    subject: { kind: 'appointment', id },
    personId: old.personId,
    caseId: old.caseId,
    changed: { at: to.at, minutes: to.minutes, place: to.place },
    reason: to.note || undefined,
  })
  return done({ id: old.movedToId ?? next.id })
}

/** From the person's own page only "I cannot come" is said. */
export const sayHow = async (
  tx: Tx,
  id: string,
  said: { outcome: Exclude<AppointmentOutcome, 'moved'>; note: string },
): Promise<Outcome<typeof isDone>> => {
  const found = await toChange(tx, id)
  if (!found.ok) return found
  if (tx.actor.kind === 'person' && said.outcome !== 'toldUs') return unknown()
  const told = sayOutcome(bare(found.value), said, tx.now)
  if (!told.ok) return told
  await store.saveAppointment(tx, told.value)
  const { districtId, personId, caseId } = told.value
  await writeJournal(tx, {
    act: 'gatherings.say',
    districtId,
    subject: { kind: 'appointment', id },
    personId,
    caseId,
    changed: said,
  })
  return done(isDone)
}
