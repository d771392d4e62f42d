import type { z } from 'zod'
import { createHousehold, getPerson, householdSheets, registerPerson } from '../../persons/server/person.door.ts'
import { mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { widen } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allDistricts, rulesIn } from '../../settings/server/settings.door.ts'
import { canMoveCase, canReadNote } from '../core/case.policy.ts'
import { whyNotCase } from '../core/case.ts'
import type { OpenedTransfer, Transferable, TransferRow, transferApi } from '../core/transfer.api.ts'
import type { OfferedNote, TransferOffer } from '../core/transfer.schema.ts'
import { offeredValues, shortName } from '../core/transfer.ts'
import { startCase } from './case.acts.ts'
import { countsOf, type Lock } from './case.store.ts'
import { listNotes, textOf } from './diary.store.ts'
import { about, type Opened, openFor } from './opened.ts'
import * as store from './transfer.store.ts'

type Given = z.output<typeof transferApi.propose.body>
type Shared = OfferedNote & { readonly id: string }

/** What the person has read already: the latest wording of each shared note. Nothing else of the diary ever goes. */
const sharedNotes = async (tx: Tx, { one, standing }: Opened): Promise<Shared[]> => {
  const notes = await listNotes(tx, one)
  const corrected = new Set(notes.flatMap(({ correctsId }) => correctsId ?? []))
  return notes
    .filter((note) => note.kind === 'shared' && !corrected.has(note.id))
    .filter((note) => canReadNote(tx.actor, { note, about: one, standing }))
    .slice(0, 100)
    .map((note) => ({ id: note.id, at: note.at, author: note.author, text: textOf(tx, note) }))
}

const placesOf = async (tx: Tx, { one }: Opened): Promise<TransferOffer['places']> =>
  one.householdId ? ((await householdSheets(tx, [one.householdId]))[0]?.placesOfLife ?? []) : []

const toPropose = async (tx: Tx, caseId: string, lock?: Lock): Promise<Outcome<Opened>> => {
  const opened = await openFor(tx, caseId, lock)
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  return canMoveCase(tx.actor, one, { move: 'transfer', roles: standing.roles })
    ? opened
    : refuse('forbidden', 'cases.managerOnly')
}

export const transferable = async (tx: Tx, caseId: string): Promise<Outcome<Transferable>> => {
  const opened = await toPropose(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const { runningPacts } = await countsOf(tx, one)
  return done({
    whyNot: whyNotCase(one, 'transfer', { today: tx.today, openPacts: runningPacts }),
    count: runningPacts,
    household: one.householdLabel,
    places: (await placesOf(tx, opened.value)).map(({ name }) => name),
    notes: await sharedNotes(tx, opened.value),
    before: await store.listTransfersOf(tx, one),
  })
}

const whyNotPropose = async (tx: Tx, { one }: Opened, given: Given): Promise<Outcome<never> | undefined> => {
  const { runningPacts } = await countsOf(tx, one)
  const code = whyNotCase(one, 'transfer', { today: tx.today, openPacts: runningPacts, asked: given })
  if (code) return refuse('conflict', code, { count: runningPacts })
  const there = (await allDistricts(tx)).find(({ id }) => id === given.toDistrictId)
  if (there?.state !== 'active') return refuse('invalid', 'cases.needs.otherDistrict', { field: 'toDistrictId' })
  if (!given.agreed) return refuse('invalid', 'cases.transfer.notAgreed', { field: 'agreed' })
  if (given.agreedOn > tx.today) return refuse('invalid', 'cases.transfer.agreedLater', { field: 'agreedOn' })
  return (await store.waitingTransfer(tx, one)) ? refuse('conflict', 'cases.transfer.waits') : undefined
}

const offerOf = async (tx: Tx, opened: Opened, given: Given): Promise<Outcome<TransferOffer>> => {
  const { one } = opened
  const person = await getPerson(tx, one.districtId, one.personId)
  if (!person?.values) return unknown()
  if (person.mergedInto || person.id !== one.personId)
    return refuse('conflict', 'cases.personMerged', { personId: person.mergedInto ?? person.id })
  const notes = (await sharedNotes(tx, opened)).filter(({ id }) => given.noteIds.includes(id))
  if (notes.length < new Set(given.noteIds).size) return refuse('invalid', 'cases.transfer.sharedOnly')
  return done({
    values: offeredValues(person.values, given.parts),
    household: given.parts.includes('household') ? one.householdLabel : null,
    places: given.parts.includes('places') ? await placesOf(tx, opened) : [],
    notes: notes.map(({ id: _, ...note }) => note),
    handOver: given.handOver.trim(),
  })
}

/** Asks another district to go on with the person. The case stays open, and theirs, until that district accepts. */
export const proposeTransfer = async (tx: Tx, caseId: string, given: Given): Promise<Outcome<{ id: string }>> => {
  const opened = await toPropose(tx, caseId, 'change')
  if (!opened.ok) return opened
  const { one } = opened.value
  const why = await whyNotPropose(tx, opened.value, given)
  if (why) return why
  const offer = await offerOf(tx, opened.value, given)
  if (!offer.ok) return offer
  const { toDistrictId = '', reason, agreedOn, agreedHow } = given
  const id = tx.newId()
  await store.addTransfer(tx, {
    ...{ id, toDistrictId, reason, agreedOn, agreedHow, offer: offer.value },
    ...{ districtId: one.districtId, personId: one.personId, caseId: one.id },
    person: shortName(offer.value.values),
  })
  await writeJournal(tx, {
    act: 'cases.proposeTransfer',
    ...about(one),
    subject: { kind: 'transfer', id },
    changed: { toDistrictId, parts: given.parts, notes: offer.value.notes.length, agreedOn, agreedHow },
    reason,
  })
  return done({ id })
}

type Side = { readonly from: boolean; readonly to: boolean; readonly keeper: boolean }

/** On which side of the proposal the actor stands, and whether they receive people for the district it goes to. */
const sideOf = (tx: Tx, one: store.TransferRecord): Side => ({
  from: mayIn(tx.actor, 'cases.all', one.fromDistrictId) || tx.actor.cases.includes(one.caseId),
  to:
    mayIn(tx.actor, 'cases.all', one.toDistrictId) ||
    (one.toPersonId !== null && tx.actor.persons.includes(one.toPersonId)),
  keeper: mayIn(tx.actor, 'referrals.triage', one.toDistrictId),
})

const lineOf = (one: store.TransferRecord, act: string) => ({
  act,
  districtId: one.fromDistrictId,
  personId: one.personId,
  caseId: one.caseId,
  subject: { kind: 'transfer', id: one.id },
})

export const transferList = async (
  tx: Tx,
  paging: { limit: number; offset: number },
): Promise<Outcome<{ rows: TransferRow[]; total: number }>> => done(await store.listTransfers(tx, paging))

/** The proposal as it was sent. The person finds in their own file who has read it, also from the other district. */
export const openTransfer = async (tx: Tx, id: string): Promise<Outcome<OpenedTransfer>> => {
  const one = await store.findTransfer(tx, id)
  if (!one) return unknown()
  const side = sideOf(tx, one)
  await writeJournal(tx, lineOf(one, 'cases.openTransfer'))
  const { personId: _, ...rest } = one
  return done({
    ...rest,
    caseId: side.from ? one.caseId : null,
    toPersonId: side.to ? one.toPersonId : null,
    toCaseId: side.to ? one.toCaseId : null,
    may: {
      answer: one.state === 'proposed' && side.keeper,
      withdraw: one.state === 'proposed' && side.from,
    },
  })
}

const toAnswer = async (tx: Tx, id: string): Promise<Outcome<store.TransferRecord>> => {
  const seen = await store.findTransfer(tx, id)
  if (!seen || !sideOf(tx, seen).keeper) return unknown()
  await store.holdTransfer(tx, id)
  // whoever waited behind another's answer may not even read it any more
  const one = await store.findTransfer(tx, id)
  return one?.state === 'proposed' ? done(one) : refuse('conflict', 'cases.transfer.answered')
}

const answered = async (tx: Tx, one: store.TransferRecord, answer: store.Answer): Promise<Outcome<typeof isDone>> => {
  const why = await store.answerTransfer(tx, one, answer)
  if (why === '') return done(isDone)
  return why === 'unknown' ? unknown() : refuse('conflict', `cases.transfer.${why}`)
}

/** A new record of what was handed over, with its legal ground here; what is missing the new district asks for. */
const arrive = async (tx: Tx, one: store.TransferRecord): Promise<Outcome<string>> => {
  const { rules } = await rulesIn(tx, one.toDistrictId)
  const registered = await registerPerson(tx, {
    ...one.offer.values,
    districtId: one.toDistrictId,
    contactPermission: 'given',
    ground: {
      ...{ purpose: 'contact', basis: 'consent', how: one.agreedHow, noticeVersion: rules.privacyNotice },
      ...{ dataKind: 'identity', recipient: '', expiresOn: null },
    },
  })
  return registered.ok ? done(registered.value.id) : registered
}

const known = async (tx: Tx, one: store.TransferRecord, personId: string): Promise<Outcome<string>> => {
  const person = await getPerson(tx, one.toDistrictId, personId)
  if (!person) return unknown()
  if (person.mergedInto || person.id !== personId) return refuse('conflict', 'cases.personMerged')
  const [here, there] = [person.values?.codiceFiscale, one.offer.values.codiceFiscale]
  return here && there && here !== there ? refuse('conflict', 'cases.transfer.somebodyElse') : done(personId)
}

const household = async (tx: Tx, one: store.TransferRecord, personId: string): Promise<Outcome<string | null>> => {
  const { household: label, places } = one.offer
  if (label === null) return done(null)
  const made = await createHousehold(tx, {
    ...{ districtId: one.toDistrictId, label, address: null, municipalityIstat: null, placesOfLife: places },
    members: [{ personId, role: 'referencePerson', from: tx.today }],
  })
  return made.ok ? done(made.value.id) : made
}

type Accepting = z.output<typeof transferApi.accept.body>

const begin = async (
  tx: Tx,
  personId: string,
  { householdId, equipe }: { householdId: string | null; equipe: Accepting['equipe'] },
): Promise<Outcome<string | null>> => {
  if (equipe.length === 0) return done(null)
  const begun = await startCase(tx, { personId, householdId, referralId: null, externalRecord: '', equipe })
  return begun.ok ? done(begun.value.id) : begun
}

/** The new record, its file if somebody is to follow it, and the end of the old file: all of it, or nothing. */
export const acceptTransfer = async (
  tx: Tx,
  id: string,
  given: Accepting,
): Promise<Outcome<{ personId: string; caseId: string | null }>> => {
  const found = await toAnswer(tx, id)
  if (!found.ok) return found
  const one = found.value
  const person = given.personId ? await known(tx, one, given.personId) : await arrive(tx, one)
  if (!person.ok) return person
  const personId = person.value
  const home = given.personId ? done(null) : await household(tx, one, personId)
  if (!home.ok) return home
  const file = await begin(tx, personId, { householdId: home.value, equipe: given.equipe })
  if (!file.ok) return file
  const caseId = file.value
  const closed = await answered(tx, one, { state: 'accepted', personId, caseId })
  if (!closed.ok) return closed
  const act = 'cases.acceptTransfer'
  await writeJournal(tx, { ...lineOf(one, act), changed: { state: 'transferred' } })
  await widen(tx, { persons: [personId] })
  await writeJournal(tx, {
    ...{ act, districtId: one.toDistrictId, subject: { kind: 'transfer', id }, personId, caseId },
    changed: { personId, caseId },
  })
  return done({ personId, caseId })
}

const saysWhy = (reason: string): Outcome<never> | undefined =>
  reason.trim() === '' ? refuse('invalid', 'cases.needs.reason', { field: 'reason' }) : undefined

export const declineTransfer = async (tx: Tx, id: string, reason: string): Promise<Outcome<typeof isDone>> => {
  const found = await toAnswer(tx, id)
  if (!found.ok) return found
  const why = saysWhy(reason) ?? (await answered(tx, found.value, { state: 'declined', said: reason.trim() }))
  if (!why.ok) return why
  await writeJournal(tx, { ...lineOf(found.value, 'cases.declineTransfer'), changed: { state: 'declined' }, reason })
  return why
}

export const withdrawTransfer = async (tx: Tx, id: string, reason: string): Promise<Outcome<typeof isDone>> => {
  await store.holdTransfer(tx, id)
  const one = await store.findTransfer(tx, id)
  if (!one || !sideOf(tx, one).from) return unknown()
  const opened = await toPropose(tx, one.caseId)
  if (!opened.ok) return opened
  if (one.state !== 'proposed') return refuse('conflict', 'cases.transfer.answered')
  const why = saysWhy(reason) ?? (await answered(tx, one, { state: 'withdrawn', said: reason.trim() }))
  if (!why.ok) return why
  await writeJournal(tx, { ...lineOf(one, 'cases.withdrawTransfer'), changed: { state: 'withdrawn' }, reason })
  return why
}
