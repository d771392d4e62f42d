import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { longDate } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { initialsOf } from '../core/tie.ts'
import { spotsOf } from '../core/wave.place.ts'
import type { Alter, Moment, Wave } from '../core/wave.schema.ts'
import { whyNotHeldOn } from '../core/wave.ts'
import type { CasePlace } from './tie.store.ts'
import { addAlters, altersOf } from './wave.alter.store.ts'
import { journalWave, leaderOf, openWave, writableCase } from './wave.reach.ts'
import { addWave, emptyLabels, findWave, saveWave, wavesOf } from './wave.store.ts'
import { type CarriedTie, tiesToAsk } from './wave.ties.store.ts'

export type Begin = { readonly id: string; readonly caseId: string; readonly moment: Moment; readonly heldOn: string }

const fresh = (tx: Tx, place: CasePlace, { given, waves }: { given: Begin; waves: readonly Wave[] }): Wave => ({
  id: given.id,
  districtId: place.districtId,
  caseId: place.caseId,
  personId: place.personId,
  number: Math.max(0, ...waves.map(({ number }) => number)) + 1,
  moment: given.moment,
  afterId: waves.findLast(({ state }) => state === 'done')?.id ?? null,
  heldOn: given.heldOn,
  state: 'open',
  resources: [],
  version: 1,
  touchedBy: tx.actor.id,
  takenAt: tx.now,
  doneAt: null,
  labelsErasedAt: null,
})

const openAlready = async (tx: Tx, wave: Wave): Promise<Outcome<never>> =>
  refuse('conflict', 'waves.openAlready', { name: await leaderOf(tx, wave), since: wave.takenAt })

/** A wave that may be written down: its day fits, and none is open. */
const prepared = async (tx: Tx, given: Begin): Promise<Outcome<Wave>> => {
  const found = await writableCase(tx, given.caseId)
  if (!found.ok) return found
  const place = found.value
  const waves = await wavesOf(tx, place.districtId, place.personId)
  const open = waves.find(({ state }) => state === 'open')
  if (open) return open.id === given.id ? done(open) : openAlready(tx, open)
  const after = waves.findLast(({ state }) => state === 'done')?.heldOn ?? null
  const code = whyNotHeldOn(given.heldOn, { after, today: tx.today })
  if (code) return refuse('invalid', code, { field: 'heldOn', day: after ? longDate(tx.actor.language, after) : '' })
  return waves.length >= 50 ? refuse('conflict', 'waves.tooOften') : done(fresh(tx, place, { given, waves }))
}

/** The label of a known end is made of its initials: nobody is named in a conversation. */
const labelOf = ({ other }: CarriedTie): string => (other.kind === 'alter' ? other.label : initialsOf(other.label))

/** The ties that are alive come in as not asked yet, each where the wave before put it. */
const carried = (tx: Tx, ties: readonly CarriedTie[], before: readonly Alter[]): Alter[] => {
  const places = new Map(before.map(({ tieId, angle }) => [tieId, angle]))
  const spots = spotsOf(ties.map(({ id, closeness }) => ({ closeness, angle: places.get(id) ?? null })))
  return ties.map((tie, index) => {
    const { id, other: _, ...told } = tie
    const label = labelOf(tie) || `${index + 1}`
    return { ...told, id: tx.newId(), tieId: id, change: 'unasked', label, angle: spots[index]?.angle ?? null }
  })
}

export const beginWave = async (tx: Tx, given: Begin): Promise<Outcome<{ id: string; version: number }>> => {
  const found = await prepared(tx, given)
  if (!found.ok) return found
  const wave = found.value
  // sent again, after a reply that got lost
  if (await findWave(tx, given.id)) return done({ id: wave.id, version: wave.version })
  if (!(await addWave(tx, wave))) {
    const quicker = (await wavesOf(tx, wave.districtId, wave.personId)).find(({ state }) => state === 'open')
    return quicker ? openAlready(tx, quicker) : refuse('conflict', 'platform.changedMeanwhile')
  }
  const before = wave.afterId === null ? [] : await altersOf(tx, { districtId: wave.districtId, id: wave.afterId })
  await addAlters(tx, wave, carried(tx, await tiesToAsk(tx, wave.districtId, wave.personId), before))
  const { moment, heldOn } = given
  await journalWave(tx, wave, { act: 'waves.begin', changed: { moment, heldOn } })
  return done({ id: wave.id, version: wave.version })
}

/** The person would rather not: kept as such, and nobody asks why. */
export const refuseWave = async (tx: Tx, given: Begin): Promise<Outcome<typeof isDone>> => {
  const found = await prepared(tx, given)
  if (!found.ok) return found
  const wave: Wave = { ...found.value, state: 'refused' }
  if (await findWave(tx, given.id)) return refuse('conflict', 'platform.keyUsed')
  if (!(await addWave(tx, wave))) return refuse('conflict', 'platform.changedMeanwhile')
  const { moment, heldOn } = given
  await journalWave(tx, wave, { act: 'waves.refuse', changed: { moment, heldOn } })
  return done(isDone)
}

/** Whoever takes over leads from now on; what the other has not saved yet is turned down and stays on their page. */
export const takeWave = async (tx: Tx, waveId: string): Promise<Outcome<{ version: number }>> => {
  const found = await openWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  if (wave.touchedBy === tx.actor.id) return done({ version: wave.version })
  const taken = { ...wave, touchedBy: tx.actor.id, takenAt: tx.now, version: wave.version + 1 }
  await saveWave(tx, taken)
  await journalWave(tx, wave, { act: 'waves.take' })
  return done({ version: taken.version })
}

/** Left half-way, or refused half-way: labels and answers go at once. */
export const dropWave = async (tx: Tx, waveId: string, refused: boolean): Promise<Outcome<typeof isDone>> => {
  const found = await openWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  await emptyLabels(tx, wave)
  const state = refused ? 'refused' : 'dropped'
  await saveWave(tx, { ...wave, state, resources: [], version: wave.version + 1, labelsErasedAt: tx.now })
  await journalWave(tx, wave, { act: 'waves.drop', changed: { state } })
  return done(isDone)
}
