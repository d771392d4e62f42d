import type { z } from 'zod'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { SheetAlter, ToldAlter, WaveRow, WaveSheet, waveApi } from '../core/wave.api.ts'
import { isWorker } from '../core/wave.compare.ts'
import type { Alter, Wave } from '../core/wave.schema.ts'
import { aliveIn } from '../core/wave.ts'
import { altersIn, altersOf, linksOf } from './wave.alter.store.ts'
import { canInterview, journalWave, leaderOf, readableCase, readableWave } from './wave.reach.ts'
import { wavesOf } from './wave.store.ts'
import { bodyNames, caseFacts, leaders, occasionsOf, originNames } from './wave.ties.store.ts'

type Reply<Name extends keyof typeof waveApi> = z.output<(typeof waveApi)[Name]['reply']>

const rowOf = (wave: Wave, alters: readonly Alter[], counts: Counts): WaveRow => {
  const workers = aliveIn(alters).filter(isWorker).length
  const { id, moment, heldOn, state } = wave
  return { id, moment, heldOn, state, near: aliveIn(alters).length - workers, workers, ...counts }
}

type Counts = Pick<WaveRow, 'resourcesAsked' | 'resourcesHad'>

const countsOf = ({ resources }: Wave): Counts => ({
  resourcesAsked: resources.length > 0 ? resources.length : null,
  resourcesHad: resources.length > 0 ? resources.filter(({ have }) => have === 'yes').length : null,
})

/** Rows of waves with how many were told in each. */
export const wavesWithCounts = async (tx: Tx, districtId: string, waves: readonly Wave[]): Promise<WaveRow[]> => {
  const ids = waves.map(({ id }) => id)
  const alters = await altersIn(tx, districtId, ids)
  return waves.map((wave) => rowOf(wave, alters.get(wave.id) ?? [], countsOf(wave)))
}

const holderOf = async (tx: Tx, wave: Wave): Promise<WaveSheet['holder']> => ({
  id: wave.touchedBy,
  name: await leaderOf(tx, wave),
  since: wave.takenAt,
  isMe: wave.touchedBy === tx.actor.id,
})

export const listWaves = async (tx: Tx, caseId: string): Promise<Outcome<Reply<'list'>>> => {
  const found = await readableCase(tx, caseId)
  if (!found.ok) return found
  const place = found.value
  const waves = await wavesOf(tx, place.districtId, place.personId)
  const open = waves.find(({ state }) => state === 'open')
  const { person } = await caseFacts(tx, place)
  return done({
    rows: await wavesWithCounts(
      tx,
      place.districtId,
      waves.filter(({ state }) => state !== 'open'),
    ),
    open: open ? { id: open.id, heldOn: open.heldOn, moment: open.moment, holder: await holderOf(tx, open) } : null,
    canInterview: canInterview(tx, place),
    person,
    occasions: await occasionsOf(tx, place),
  })
}

/** Alters with the names of their birthplaces, and how the wave before told them. */
const sheetAlters = async (
  tx: Tx,
  districtId: string,
  { alters, before }: { alters: readonly Alter[]; before: readonly Alter[] },
): Promise<SheetAlter[]> => {
  const names = await originNames(
    tx,
    districtId,
    alters.flatMap(({ origin }) => origin.id ?? []),
  )
  const told = new Map(before.map((alter) => [alter.tieId, alter]))
  return alters.map((alter) => ({
    ...alter,
    originLabel: alter.origin.id ? (names.get(alter.origin.id) ?? '') : '',
    before: alter.tieId === null ? null : beforeOf(told.get(alter.tieId)),
  }))
}

const toldAlters = async (tx: Tx, wave: Wave): Promise<ToldAlter[]> => {
  const alters = await sheetAlters(tx, wave.districtId, { alters: await altersOf(tx, wave), before: [] })
  const bodies = await bodyNames(
    tx,
    wave.districtId,
    alters.flatMap(({ tieId }) => tieId ?? []),
  )
  return alters.map((alter) => ({ ...alter, body: bodies.get(alter.tieId ?? '') ?? '' }))
}

const beforeOf = (alter: Alter | undefined): SheetAlter['before'] => {
  if (!alter) return null
  const { kind, closeness, often, helps, direction } = alter
  return { kind, closeness, often, helps, direction }
}

export const readWave = async (tx: Tx, waveId: string): Promise<Outcome<WaveSheet>> => {
  const found = await readableWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const { districtId, caseId, personId } = wave
  const after = wave.afterId === null ? undefined : await readableWave(tx, wave.afterId)
  const previous = after?.ok ? after.value : null
  const before = previous ? await altersOf(tx, previous) : []
  const sheet: WaveSheet = {
    id: wave.id,
    caseId,
    moment: wave.moment,
    heldOn: wave.heldOn,
    state: wave.state,
    resources: wave.resources,
    version: wave.version,
    holder: await holderOf(tx, wave),
    person: (await caseFacts(tx, wave)).person,
    previous: previous?.heldOn ?? null,
    alters: await sheetAlters(tx, districtId, { alters: await altersOf(tx, wave), before }),
    links: await linksOf(tx, wave),
    occasions: await occasionsOf(tx, { districtId, caseId, personId }),
  }
  await journalWave(tx, wave, { act: 'waves.open' })
  return done(sheet)
}

type Pair = { readonly first: Wave | undefined; readonly second: Wave | undefined }

/** The two that were asked for, or the last two that were brought to their end; one alone comes second. */
const chosen = (
  ended: readonly Wave[],
  asked: { first?: string | undefined; second?: string | undefined },
): Pair | null => {
  if (!asked.first && !asked.second) {
    const [second, first] = [...ended].reverse()
    return { first, second }
  }
  const first = ended.find(({ id }) => id === asked.first)
  const second = asked.second ? ended.find(({ id }) => id === asked.second) : ended[ended.length - 1]
  return first && second && first.number < second.number ? { first, second } : null
}

export const compareTheWaves = async (
  tx: Tx,
  { caseId, ...asked }: { caseId: string; first?: string | undefined; second?: string | undefined },
): Promise<Outcome<Reply<'compare'>>> => {
  const found = await readableCase(tx, caseId)
  if (!found.ok) return found
  const place = found.value
  const ended = (await wavesOf(tx, place.districtId, place.personId)).filter(({ state }) => state === 'done')
  const pair = chosen(ended, asked)
  if (!pair) return refuse('invalid', 'waves.twoWaves')
  const shown = [pair.first, pair.second].filter((wave) => wave !== undefined)
  const names = await leaders(
    tx,
    shown.map(({ touchedBy }) => touchedBy),
  )
  const side = async (wave: Wave | undefined): Promise<Reply<'compare'>['first']> => {
    if (!wave) return null
    const alters = await toldAlters(tx, wave)
    const { id, moment, heldOn, touchedBy } = wave
    return { id, moment, heldOn, byName: names.get(touchedBy) ?? '', alters, links: await linksOf(tx, wave) }
  }
  const reply = {
    person: (await caseFacts(tx, place)).person,
    first: await side(pair.first),
    second: await side(pair.second),
  }
  for (const wave of shown) await journalWave(tx, wave, { act: 'waves.compare' })
  return done(reply)
}
