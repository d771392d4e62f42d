import type { z } from 'zod'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { changesBetween } from '../core/change.ts'
import { compareIdentity, type Identity } from '../core/match.ts'
import type { mergeApi } from '../core/merge.api.ts'
import { compareRecords, mayJoin, mergeRecords, unmerge } from '../core/merge.ts'
import { mayMerge } from '../core/person.policy.ts'
import type { PersonField, PersonValues } from '../core/sheet.schema.ts'
import { endSessions, moveCards } from './card.store.ts'
import { listGrounds, moveGrounds } from './ground.store.ts'
import { listMembershipsOf, moveMemberships, saveMemberEnd } from './household.store.ts'
import { findMerge, insertMerge, type Moved, saveUndone } from './merge.store.ts'
import * as store from './person.store.ts'
import * as marks from './personMark.store.ts'
import * as write from './personWrite.store.ts'
import { candidatesByCode, listRows } from './search.store.ts'

type Whole = store.PersonRecord & { values: PersonValues }
type Pair = { readonly kept: Whole; readonly merged: Whole }

const isMine = (tx: Tx, record: store.PersonRecord | undefined): record is Whole =>
  record !== undefined && record.values !== null && mayMerge(tx.actor, record)

/** Both records, of one district, read whole: nobody joins what they may not read. */
const getPair = async (tx: Tx, keepId: string, mergeId: string): Promise<Outcome<Pair>> => {
  const found = await store.listPersons(tx, [keepId, mergeId])
  const [kept, merged] = [keepId, mergeId].map((id) => found.find((one) => one.id === id))
  if (!kept || !merged || kept.districtId !== merged.districtId) return unknown()
  if (!isMine(tx, kept) || !isMine(tx, merged)) return refuse('forbidden', 'persons.askWhoFollows')
  return done({ kept, merged })
}

const identityOf = ({ values }: Whole): Identity => ({ ...values, fiscalCode: values.codiceFiscale })

export const previewMerge = async (
  tx: Tx,
  { keepId, mergeId }: z.output<typeof mergeApi.preview.body>,
): Promise<Outcome<z.input<typeof mergeApi.preview.reply>>> => {
  const pair = await getPair(tx, keepId, mergeId)
  if (!pair.ok) return pair
  const { kept, merged } = pair.value
  const allowed = mayJoin(kept, merged)
  const match = compareIdentity(identityOf(kept), identityOf(merged))
  const of = { districtId: merged.districtId, personId: merged.id }
  const { rows } = await listRows(tx, { ids: [kept.id, merged.id], limit: 2, offset: 0 })
  const [keptRow, mergedRow] = [kept, merged].map(({ id }) => rows.find((row) => row.id === id))
  for (const { id } of [kept, merged])
    await writeJournal(tx, {
      act: 'persons.mergePreview',
      districtId: kept.districtId,
      subject: { kind: 'person', id },
      personId: id,
    })
  if (!keptRow || !mergedRow) return refuse('conflict', 'persons.mergeAlready')
  return done({
    kept: keptRow,
    merged: mergedRow,
    level: match.level,
    reasons: [...match.reasons],
    lines: compareRecords(kept.values, merged.values),
    moves: {
      households: (await listMembershipsOf(tx, of)).filter(({ to }) => to === null).length,
      grounds: (await listGrounds(tx, of)).length,
    },
    obstacle: allowed.ok ? null : allowed.refusal.code,
  })
}

/** Memberships move, but for households where the kept record already lives: those end. */
const moveHouseholds = async (
  tx: Tx,
  { kept, merged }: Pair,
): Promise<Pick<Moved, 'memberships' | 'ended' | 'endedOn'>> => {
  const { districtId } = kept
  const [mine, theirs] = [
    await listMembershipsOf(tx, { districtId, personId: kept.id }),
    await listMembershipsOf(tx, { districtId, personId: merged.id }),
  ]
  const isDouble = (one: (typeof theirs)[0]): boolean =>
    one.to === null && mine.some(({ householdId, to }) => to === null && householdId === one.householdId)
  const ended = theirs.filter(isDouble).map(({ id }) => id)
  const memberships = theirs.filter((one) => !isDouble(one)).map(({ id }) => id)
  const latest = [tx.today, ...theirs.filter(isDouble).map(({ from }) => from)].sort().at(-1) ?? tx.today
  await moveMemberships(tx, { districtId, from: merged.id, to: kept.id }, memberships)
  await saveMemberEnd(tx, districtId, ended, latest)
  return { memberships, ended, endedOn: latest }
}

const saveChanged = async (tx: Tx, record: Whole, values: PersonValues): Promise<void> => {
  const next = { districtId: record.districtId, id: record.id, version: record.version + 1 }
  await write.savePerson(tx, next, values)
  await marks.saveLastChanges(
    tx,
    next,
    changesBetween(record.values, values).map(({ field }) => field),
  )
  await marks.saveCounted(tx, next, values)
}

/**
 * Joins `mergeId` to `keepId`. Households, legal grounds and cards move; what other rooms recorded about the merged
 * record stays where it is and is reached through `merged_into` (`app.reach`, `findPerson`).
 */
export const mergePersons = async (
  tx: Tx,
  { keepId, mergeId, choices, reason }: z.output<typeof mergeApi.merge.body>,
): Promise<Outcome<{ id: string; mergeId: string }>> => {
  if (!(await store.lockPersons(tx, [keepId, mergeId]))) return unknown()
  const pair = await getPair(tx, keepId, mergeId)
  if (!pair.ok) return pair
  const { kept, merged } = pair.value
  const { districtId } = kept
  const allowed = mayJoin(kept, merged)
  if (!allowed.ok) return allowed
  const joined = mergeRecords(kept.values, merged.values, choices)
  if (!joined.ok) return joined
  const code = joined.value.codiceFiscale !== kept.values.codiceFiscale ? joined.value.codiceFiscale : null
  if (code) await write.indexFiscalCode(tx, merged, null)
  const ways = { districtId, from: merged.id, to: kept.id }
  const moved: Moved = {
    changes: changesBetween(kept.values, joined.value),
    ...(await moveHouseholds(tx, pair.value)),
    grounds: await moveGrounds(tx, ways),
    cards: await moveCards(tx, ways),
    code,
  }
  await saveChanged(tx, kept, joined.value)
  await marks.removeCounted(tx, merged)
  await endSessions(tx, { districtId, personId: merged.id })
  await write.saveMergedInto(tx, merged, kept.id)
  const id = tx.newId()
  await insertMerge(tx, { id, districtId, keptId: kept.id, mergedId: merged.id, moved, reason })
  await writeBoth(tx, 'persons.merge', { districtId, keptId: kept.id, mergedId: merged.id, reason })
  return done({ id: kept.id, mergeId: id })
}

const writeBoth = async (
  tx: Tx,
  act: string,
  { districtId, keptId, mergedId, reason }: { districtId: string; keptId: string; mergedId: string; reason: string },
): Promise<void> => {
  for (const id of [keptId, mergedId])
    await writeJournal(tx, {
      act,
      districtId,
      subject: { kind: 'person', id },
      personId: id,
      changed: { keptId, mergedId },
      reason,
    })
}

/** The codice fiscale goes back to the merged record, unless somebody else was registered with it meanwhile. */
const giveBackCode = async (tx: Tx, merged: Whole, code: string | null): Promise<PersonField[]> => {
  if (!code) return []
  if ((await candidatesByCode(tx, code, [merged.districtId])).length > 0) return ['codiceFiscale']
  await write.indexFiscalCode(tx, merged, code)
  return []
}

/** Takes a merge back: both records stand as before, and what was edited on the kept one since stays there. */
export const undoMerge = async (
  tx: Tx,
  id: string,
  reason: string,
): Promise<Outcome<{ stayed: PersonField[]; personId: string; backId: string }>> => {
  const merge = await findMerge(tx, id)
  if (!merge) return unknown()
  if (merge.undone) return refuse('conflict', 'persons.mergeUndone')
  const { districtId, keptId, mergedId, moved } = merge
  await store.lockPersons(tx, [keptId, mergedId])
  const found = await store.listPersons(tx, [keptId, mergedId])
  const [kept, merged] = [keptId, mergedId].map((one) => found.find((record) => record.id === one))
  if (!isMine(tx, kept) || !isMine(tx, merged)) return refuse('forbidden', 'persons.askWhoFollows')
  if (kept.mergedInto) return refuse('conflict', 'persons.mergeUndoLater')
  const { values, stayed } = unmerge(kept.values, moved.changes)
  await saveChanged(tx, kept, values)
  const codeStayed = await giveBackCode(tx, merged, moved.code)
  const ways = { districtId, from: keptId, to: mergedId }
  await moveMemberships(tx, ways, moved.memberships)
  await saveMemberEnd(tx, districtId, moved.ended, null)
  await moveGrounds(tx, ways, moved.grounds)
  if (moved.cards.length > 0) await moveCards(tx, ways, moved.cards)
  await endSessions(tx, { districtId, personId: keptId })
  await write.saveMergedInto(tx, merged, null)
  await marks.saveCounted(tx, merged, merged.values)
  await saveUndone(tx, districtId, id)
  await writeBoth(tx, 'persons.undoMerge', { districtId, keptId, mergedId, reason })
  return done({ stayed: [...new Set([...stayed, ...codeStayed])], personId: keptId, backId: mergedId })
}
