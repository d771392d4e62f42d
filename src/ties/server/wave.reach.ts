import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { canReadTie, canRecordTie } from '../core/tie.policy.ts'
import type { Wave } from '../core/wave.schema.ts'
import { type CasePlace, placeOfCase } from './tie.store.ts'
import { findWave } from './wave.store.ts'
import { leaders } from './wave.ties.store.ts'

/** The case, when the caller may read its ties. */
export const readableCase = async (tx: Tx, caseId: string, hold = false): Promise<Outcome<CasePlace>> => {
  const place = await placeOfCase(tx, { caseId }, hold)
  return place && canReadTie(tx.actor, place) ? done(place) : unknown()
}

export const canInterview = (tx: Tx, place: CasePlace): boolean =>
  place.state === 'open' && canRecordTie(tx.actor, place)

/** The case, open and held open until the act is over, when the caller may hold a conversation in it. */
export const writableCase = async (tx: Tx, caseId: string): Promise<Outcome<CasePlace>> => {
  const found = await readableCase(tx, caseId, true)
  if (!found.ok) return found
  if (!canRecordTie(tx.actor, found.value))
    return refuse('forbidden', 'access.permissionMissing', { permission: 'ties.record' })
  return found.value.state === 'open' ? found : refuse('conflict', 'ties.caseClosed')
}

export const readableWave = async (tx: Tx, waveId: string): Promise<Outcome<Wave>> => {
  const wave = await findWave(tx, waveId)
  return wave && canReadTie(tx.actor, wave) ? done(wave) : unknown()
}

/** An open wave, held until the act is over, for whoever may write in its case. */
export const openWave = async (tx: Tx, waveId: string): Promise<Outcome<Wave>> => {
  const wave = await findWave(tx, waveId, true)
  if (!wave || !canReadTie(tx.actor, wave)) return unknown()
  const place = await writableCase(tx, wave.caseId)
  if (!place.ok) return place
  return wave.state === 'open' ? done(wave) : refuse('conflict', 'waves.notOpen')
}

export const leaderOf = async (tx: Tx, wave: Pick<Wave, 'touchedBy'>): Promise<string> =>
  (await leaders(tx, [wave.touchedBy])).get(wave.touchedBy) ?? ''

/** The same, for who leads it; a colleague takes it over first. */
export const ledWave = async (tx: Tx, waveId: string): Promise<Outcome<Wave>> => {
  const found = await openWave(tx, waveId)
  if (!found.ok || found.value.touchedBy === tx.actor.id) return found
  const wave = found.value
  return refuse('conflict', 'waves.taken', { name: await leaderOf(tx, wave), since: wave.takenAt })
}

export const journalWave = async (
  tx: Tx,
  wave: Pick<Wave, 'id' | 'districtId' | 'personId' | 'caseId'>,
  { act, changed }: { act: string; changed?: Readonly<Record<string, unknown>> },
): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: wave.districtId,
    subject: { kind: 'wave', id: wave.id },
    personId: wave.personId,
    caseId: wave.caseId,
    ...(changed ? { changed } : {}),
  })
