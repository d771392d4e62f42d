import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { longDate } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Alter, Link, Moment, ResourceAnswer, Wave } from '../core/wave.schema.ts'
import { tidyLinks, whyNotAlter, whyNotHeldOn } from '../core/wave.ts'
import * as alters from './wave.alter.store.ts'
import { journalWave, ledWave } from './wave.reach.ts'
import * as store from './wave.store.ts'
import { caseFacts, occasionsOf } from './wave.ties.store.ts'

type Versioned = { readonly waveId: string; readonly version: number }
type Edited = Promise<Outcome<{ version: number }>>

/** One edit of a wave: what it changes, and whether it stands so already. */
type Edit = {
  readonly act: string
  readonly changed: Readonly<Record<string, unknown>>
  readonly isKept: boolean
  readonly save: () => Promise<void>
  readonly wave?: Partial<Wave>
}

/**
 * Keeps one edit under the next version. What is kept already is not written again, whatever the version: a repeat after
 * a lost reply does no harm. Otherwise the version must be the one that was read.
 */
const keep = async (tx: Tx, wave: Wave, version: number, edit: Edit): Edited => {
  if (edit.isKept) return done({ version: wave.version })
  if (wave.version !== version) return refuse('conflict', 'waves.stale', { version: wave.version })
  const next = { ...wave, ...edit.wave, version: wave.version + 1 }
  await edit.save()
  await store.saveWave(tx, next)
  await journalWave(tx, wave, { act: edit.act, changed: edit.changed })
  return done({ version: next.version })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const nothing = async (): Promise<void> => undefined

export const amendWave = async (
  tx: Tx,
  { waveId, version }: Versioned,
  given: { moment: Moment; heldOn: string },
): Edited => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const after = wave.afterId === null ? undefined : await store.findWave(tx, wave.afterId)
  const code = whyNotHeldOn(given.heldOn, { after: after?.heldOn ?? null, today: tx.today })
  if (code)
    return refuse('invalid', code, { field: 'heldOn', day: after ? longDate(tx.actor.language, after.heldOn) : '' })
  const isKept = same([wave.moment, wave.heldOn], [given.moment, given.heldOn])
  return keep(tx, wave, version, { act: 'waves.amend', changed: given, isKept, save: nothing, wave: given })
}

export const saveResources = async (
  tx: Tx,
  { waveId, version }: Versioned,
  answers: readonly ResourceAnswer[],
): Edited => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const resources = [...new Map(answers.map((answer) => [answer.item, answer])).values()]
  const edit = { act: 'waves.saveResources', changed: { resources }, isKept: same(wave.resources, resources) }
  return keep(tx, wave, version, { ...edit, save: nothing, wave: { resources } })
}

/** Why an alter cannot be told so; the day of the ones that are compared goes into the words. */
const whyNot = async (tx: Tx, wave: Wave, alter: Alter, all: readonly Alter[]): Promise<Outcome<null>> => {
  const [{ person }, occasions] = [await caseFacts(tx, wave), await occasionsOf(tx, wave)]
  const code = whyNotAlter(alter, {
    heldOn: wave.heldOn,
    person,
    others: all.filter(({ id }) => id !== alter.id),
    kept: all.find(({ id }) => id === alter.id) ?? null,
    isOccasion: ({ kind, id }) => occasions.some((one) => one.kind === kind && one.id === id),
  })
  return code ? refuse('invalid', code, { field: fieldOf[code] ?? 'label' }) : done(null)
}

const fieldOf: Readonly<Record<string, string>> = {
  'waves.sinceAfter': 'since',
  'waves.untilAfter': 'until',
  'waves.untilAlive': 'until',
  'ties.endsBeforeStart': 'until',
  'ties.originUnknown': 'origin',
}

/** Where a tie carried over was born, and since when, is not told again. */
const asCarried = (alter: Alter, kept: Alter | undefined): Alter =>
  kept?.tieId
    ? { ...alter, tieId: kept.tieId, label: kept.label, origin: kept.origin, setting: kept.setting, since: kept.since }
    : alter

export const saveTheAlter = async (
  tx: Tx,
  { waveId, version, alterId }: Versioned & { alterId: string },
  given: Omit<Alter, 'id'>,
): Edited => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const all = await alters.altersOf(tx, wave)
  const kept = all.find(({ id }) => id === alterId)
  const alter = asCarried({ ...given, id: alterId }, kept)
  const why = await whyNot(tx, wave, alter, all)
  if (!why.ok) return why
  const save = async (): Promise<void> =>
    kept ? alters.saveAlter(tx, wave, alter) : alters.addAlters(tx, wave, [alter])
  const isKept = kept !== undefined && isSameAlter(kept, alter)
  return keep(tx, wave, version, { act: 'waves.saveAlter', changed: { ...given }, isKept, save })
}

const isSameAlter = (a: Alter, b: Alter): boolean =>
  same(
    Object.entries({ ...a, helps: [...a.helps].sort() }).sort(),
    Object.entries({ ...b, helps: [...b.helps].sort() }).sort(),
  )

export const removeTheAlter = async (tx: Tx, { waveId, version, alterId }: Versioned & { alterId: string }): Edited => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const kept = (await alters.altersOf(tx, wave)).find(({ id }) => id === alterId)
  if (kept?.tieId) return refuse('conflict', 'waves.carriedStays')
  const save = (): Promise<void> => alters.removeAlter(tx, wave, alterId)
  const changed = { alter: alterId }
  return keep(tx, wave, version, { act: 'waves.removeAlter', changed, isKept: kept === undefined, save })
}

export const saveTheLinks = async (tx: Tx, { waveId, version }: Versioned, links: readonly Link[]): Edited => {
  const found = await ledWave(tx, waveId)
  if (!found.ok) return found
  const wave = found.value
  const known = await alters.altersOf(tx, wave)
  const tidy = tidyLinks(
    links,
    known.map(({ id }) => id),
  )
  if (!tidy.ok) return tidy
  const isKept = same(tidy.value, await alters.linksOf(tx, wave))
  const save = (): Promise<void> => alters.saveLinks(tx, wave, tidy.value)
  return keep(tx, wave, version, { act: 'waves.saveLinks', changed: { links: tidy.value.length }, isKept, save })
}
