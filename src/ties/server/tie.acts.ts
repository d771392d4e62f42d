import type { z } from 'zod'
import { nilId } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { countsAsLegame } from '../core/legame.ts'
import type { tieApi } from '../core/tie.api.ts'
import { canReadTie, canRecordTie } from '../core/tie.policy.ts'
import type { NewTie, Tie, TieEnd } from '../core/tie.schema.ts'
import { drawnAs, endTie, isOfFile, otherEnd, recordTie, weighTie } from '../core/tie.ts'
import { definitionOn } from './network.acts.ts'
import * as store from './tie.store.ts'

type Asked = { readonly caseId?: string | undefined; readonly personId?: string | undefined }

const placeFor = async (tx: Tx, { caseId, personId }: Asked, hold = false): Promise<Outcome<store.CasePlace>> => {
  if (!caseId === !personId) return refuse('invalid', 'ties.nameOne')
  const place = await store.placeOfCase(tx, caseId ? { caseId } : { personId: personId ?? '' }, hold)
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
  const canRecord = mayRecord(tx, place)
  const rows = ties.map((tie) => ({
    ...tie,
    across: tie.across !== null,
    canChange: canRecord && tie.until === null && isOfFile(tie, place),
    other: otherEnd(tie, place.personId).label,
    drawnAs: drawnAs(tie, tx.today),
    lasting: countsAsLegame(tie, rule, tx.today),
    originLabel: tie.origin.id ? (origins.get(tie.origin.id) ?? '') : '',
  }))
  const pacts = await store.pactsOfCase(tx, place)
  const households = await store.householdsOf(tx, place)
  return done({ rows, canRecord, personLabel: place.personLabel, households, pacts })
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
  const found = await placeFor(tx, { caseId }, true)
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

/** The file from which a tie is spoken of: the one named, or that which told of it. */
const fileOf = (tx: Tx, tie: store.FoundTie, caseId: string | undefined): Promise<store.CasePlace | undefined> => {
  const file = caseId ?? tie.caseId
  return store.placeOfCase(tx, file ? { caseId: file } : { personId: tie.personId ?? nilId }, true)
}

type Told = { readonly tieId: string; readonly caseId?: string | undefined }

/** Either end's worker says what became of a tie, from the file of their own person. */
const changeTheTie = async (
  tx: Tx,
  { tieId, caseId }: Told,
  by: (tie: store.FoundTie, place: store.CasePlace) => Promise<Outcome<unknown>>,
): Promise<Outcome<typeof isDone>> => {
  const tie = await store.lockTie(tx, tieId)
  const place = tie && (await fileOf(tx, tie, caseId))
  if (!place || !isOfFile(tie, place) || !canReadTie(tx.actor, place)) return unknown()
  if (!canRecordTie(tx.actor, place))
    return refuse('forbidden', 'access.permissionMissing', { permission: 'ties.record' })
  if (place.state !== 'open') return refuse('conflict', 'ties.caseClosed')
  const changed = await by(tie, place)
  return changed.ok ? done(isDone) : changed
}

const journalChange = (
  tx: Tx,
  { act, tie, place, changed }: { act: string; tie: Tie; place: store.CasePlace; changed: Record<string, unknown> },
): Promise<void> => {
  const { districtId, personId, caseId } = place
  return writeJournal(tx, { act, districtId, subject: { kind: 'tie', id: tie.id }, personId, caseId, changed })
}

/** The tie is over, in both files. */
export const endTheTie = (tx: Tx, { until, ...told }: Told & { until: string }): Promise<Outcome<typeof isDone>> =>
  changeTheTie(tx, told, async (tie, place) => {
    const ended = endTie(tie, until, tx.today)
    if (!ended.ok) return ended
    await store.saveEnd(tx, ended.value)
    await journalChange(tx, { act: 'ties.end', tie, place, changed: { until } })
    return ended
  })

/** How close it is now. */
export const weighTheTie = (
  tx: Tx,
  { strength, ...told }: Told & { strength: number },
): Promise<Outcome<typeof isDone>> =>
  changeTheTie(tx, told, async (tie, place) => {
    const weighed = weighTie(tie, strength)
    if (!weighed.ok) return weighed
    await store.saveStrength(tx, weighed.value)
    await journalChange(tx, { act: 'ties.weigh', tie, place, changed: { strength } })
    return weighed
  })

const whyNotOver = { over: 'conflict', future: 'invalid', beforeStart: 'invalid' } as const
const codeNotOver = { over: 'ties.overAlready', future: 'ties.future', beforeStart: 'ties.endsBeforeStart' } as const

/** The person says on their own page that a tie of both is over. */
export const endMyTie = async (tx: Tx, tieId: string, until: string): Promise<Outcome<typeof isDone>> => {
  const districtId = tx.actor.districtId ?? ''
  const why = await store.endOwn(tx, { districtId, id: tieId, until })
  if (why === 'unknown') return unknown()
  if (why !== '') return refuse(whyNotOver[why], codeNotOver[why])
  const subject = { kind: 'tie', id: tieId }
  await writeJournal(tx, { act: 'ties.ownEnd', districtId, subject, personId: tx.actor.id, changed: { until } })
  return done(isDone)
}
