import type { z } from 'zod'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { countsAsLegame } from '../core/legame.ts'
import type { tieApi } from '../core/tie.api.ts'
import { canReadTie, canRecordTie } from '../core/tie.policy.ts'
import type { NewTie, TieEnd } from '../core/tie.schema.ts'
import { drawnAs, endTie, otherEnd, recordTie } from '../core/tie.ts'
import { definitionOn } from './network.acts.ts'
import * as store from './tie.store.ts'

type Asked = { readonly caseId?: string | undefined; readonly personId?: string | undefined }

const placeFor = async (tx: Tx, { caseId, personId }: Asked): Promise<Outcome<store.CasePlace>> => {
  if (!caseId === !personId) return refuse('invalid', 'ties.nameOne')
  const place = await store.placeOfCase(tx, caseId ? { caseId } : { personId: personId ?? '' })
  return place && canReadTie(tx.actor, place) ? done(place) : unknown()
}

const mayRecord = (tx: Tx, place: store.CasePlace): boolean => place.state === 'open' && canRecordTie(tx.actor, place)

/** Ties with what they are drawn as; the occasions that made them carry their names. */
export const tieList = async (tx: Tx, asked: Asked): Promise<Outcome<z.output<typeof tieApi.list.reply>>> => {
  const found = await placeFor(tx, asked)
  if (!found.ok) return found
  const place = found.value
  // a tie that another person told of is both theirs, once both have said yes
  const ties = await store.listTies(tx, { districtId: place.districtId, ...asked, personId: place.personId })
  const origins = await store.pactOrigins(
    tx,
    place.districtId,
    ties.flatMap(({ origin }) => origin.id ?? []),
  )
  const { rule } = await definitionOn(tx, tx.today)
  const rows = ties.map((tie) => ({
    ...tie,
    other: otherEnd(tie, place.personId).label,
    drawnAs: drawnAs(tie, tx.today),
    lasting: countsAsLegame(tie, rule, tx.today),
    originLabel: tie.origin.id ? (origins.get(tie.origin.id) ?? '') : '',
  }))
  const pacts = await store.pactsOfCase(tx, place)
  const households = await store.householdsOf(tx, place)
  return done({ rows, canRecord: mayRecord(tx, place), personLabel: place.personLabel, households, pacts })
}

type Ends = Pick<NewTie, 'a' | 'b'>

/** Why these two cannot be joined within the person's case; another person of the programme is named by their own yes alone. */
const whyNotEnds = ({ a, b }: Ends, { personId, homes }: { personId: string; homes: ReadonlySet<string> }) => {
  const isOwn = ({ id }: TieEnd): boolean => id === personId || (id !== null && homes.has(id))
  if (![a, b].some(isOwn)) return 'ties.notOfPerson'
  if ([a, b].some(({ kind, id }) => kind === 'person' && id !== personId)) return 'ties.personByOwnYes'
  return [a, b].some((end) => end.kind === 'household' && !isOwn(end)) ? 'ties.householdOfPerson' : null
}

/** Ends as their records say; whoever is not visible to the writer is unknown. */
const knownEnds = async (tx: Tx, place: store.CasePlace, { a, b }: Ends): Promise<Outcome<Ends>> => {
  const ids = [a, b].flatMap(({ id }) => id ?? [])
  const known = await store.endsOf(tx, place.districtId, ids)
  const named = (end: TieEnd): TieEnd | undefined => (end.kind === 'alter' || !end.id ? end : known.get(end.id))
  const ends = { a: named(a), b: named(b) }
  if (!ends.a || !ends.b) return refuse('invalid', 'ties.endUnknown')
  const homes = new Set((await store.householdsOf(tx, place)).map(({ id }) => id))
  const code = whyNotEnds({ a: ends.a, b: ends.b }, { personId: place.personId, homes })
  return code ? refuse('invalid', code) : done({ a: ends.a, b: ends.b })
}

/** Occasions whose room keeps them are looked up; the others are taken at their word. */
const lookedUp = ['pact', 'hours'] as const

const withNames = async (tx: Tx, place: store.CasePlace, tie: NewTie): Promise<Outcome<NewTie>> => {
  const { districtId } = place
  const ends = await knownEnds(tx, place, tie)
  if (!ends.ok) return ends
  const { kind, id } = tie.origin
  if (id && lookedUp.some((one) => one === kind) && !(await store.pactOrigins(tx, districtId, [id])).has(id))
    return refuse('invalid', 'ties.originUnknown')
  return done({ ...tie, ...ends.value })
}

export const recordTheTie = async (
  tx: Tx,
  { caseId, ...given }: NewTie & { caseId: string },
): Promise<Outcome<{ id: string }>> => {
  const found = await placeFor(tx, { caseId })
  if (!found.ok) return found
  const place = found.value
  if (!canRecordTie(tx.actor, place))
    return refuse('forbidden', 'access.permissionMissing', { permission: 'ties.record' })
  if (place.state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const whole = await withNames(tx, place, given)
  if (!whole.ok) return whole
  const { districtId, personId } = place
  const id = tx.newId()
  const by = { id, districtId, caseId, personId, recordedBy: tx.actor.id, at: tx.now, today: tx.today }
  const recorded = recordTie(whole.value, by)
  if (!recorded.ok) return recorded
  await store.addTies(tx, [recorded.value])
  await writeJournal(tx, {
    act: 'ties.record',
    districtId,
    subject: { kind: 'tie', id },
    personId,
    caseId,
    changed: given,
  })
  return done({ id })
}

export const endTheTie = async (tx: Tx, tieId: string, until: string): Promise<Outcome<typeof isDone>> => {
  const tie = await store.lockTie(tx, tieId)
  if (!tie || !canReadTie(tx.actor, tie)) return unknown()
  if (!canRecordTie(tx.actor, tie))
    return refuse('forbidden', 'access.permissionMissing', { permission: 'ties.record' })
  const place = tie.caseId ? await store.placeOfCase(tx, { caseId: tie.caseId }) : undefined
  if (place && place.state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const ended = endTie(tie, until, tx.today)
  if (!ended.ok) return ended
  await store.saveEnd(tx, ended.value)
  const { districtId, personId, caseId } = tie
  await writeJournal(tx, {
    act: 'ties.end',
    districtId,
    subject: { kind: 'tie', id: tieId },
    personId,
    caseId,
    changed: { until },
  })
  return done(isDone)
}
