import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { mayIn } from '../../platform/core/actor.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { changesBetween, clashesOf } from '../core/change.ts'
import type { personApi } from '../core/person.api.ts'
import { mayCareFor, mayChange, mayMerge } from '../core/person.policy.ts'
import { groundFault } from '../core/person.ts'
import {
  type PersonField,
  PersonSheet,
  PersonValues,
  type PersonSheet as Sheet,
  wholeOf,
} from '../core/sheet.schema.ts'
import { hasLine } from './access.store.ts'
import { listCards } from './card.store.ts'
import { insertGround, listGrounds } from './ground.store.ts'
import { joinNewMember, listHouseholdSheets } from './household.acts.ts'
import { householdIdsOf } from './household.store.ts'
import { listMerges } from './merge.store.ts'
import * as store from './person.store.ts'
import * as marks from './personMark.store.ts'
import * as write from './personWrite.store.ts'
import { candidatesByCode, listFollowers } from './search.store.ts'
import { readValues } from './values.ts'

/** A new person with why their data may be used. `householdId` joins them to a household as a cohabitant. */
export type NewPerson = z.output<typeof personApi.register.body>

/** Refused with the person who has the codice fiscale already, whom the registrar may then open or ask about. */
const codeTaken = async (tx: Tx, districtId: string, code: string): Promise<Outcome<never>> => {
  const [personId] = await candidatesByCode(tx, code, [districtId])
  return refuse('conflict', 'persons.codeTaken', personId ? { personId, field: 'codiceFiscale' } : {})
}

export const registerPerson = async (tx: Tx, given: NewPerson): Promise<Outcome<{ id: string }>> => {
  const { districtId, contactPermission, ground, householdId, ...entry } = given
  if (!mayIn(tx.actor, 'persons.register', districtId) && tx.actor.kind !== 'system') return unknown()
  if (contactPermission !== 'given') return refuse('invalid', 'persons.noPermission', { field: 'contactPermission' })
  const fault = groundFault(ground)
  if (fault) return refuse('invalid', fault.code, { field: fault.field })
  const read = await readValues(tx, wholeOf(entry))
  if (!read.ok) return read
  const place = { districtId, id: tx.newId() }
  if (!(await write.insertPerson(tx, place, read.value, contactPermission)))
    return codeTaken(tx, districtId, read.value.codiceFiscale ?? '')
  await marks.saveCounted(tx, place, read.value)
  await insertGround(tx, { districtId, personId: place.id }, ground)
  if (householdId) {
    const joined = await joinNewMember(tx, { districtId, householdId, personId: place.id })
    if (!joined.ok) return joined
  }
  await writeJournal(tx, {
    act: 'persons.register',
    districtId,
    subject: { kind: 'person', id: place.id },
    personId: place.id,
    changed: { ...read.value, ground },
  })
  return done({ id: place.id })
}

const baseOf = (record: store.PersonRecord): Sheet['person'] => PersonSheet.shape.person.parse(record)

const wholeSheet = async (tx: Tx, record: store.PersonRecord): Promise<Omit<Sheet, 'joinedFrom'>> => {
  const of = { districtId: record.districtId, personId: record.id }
  const cares = mayCareFor(tx.actor, record)
  const [card] = cares ? await listCards(tx, of) : []
  const followers = record.followed
    ? ((await listFollowers(tx, record.districtId, [record.id])).get(record.id) ?? [])
    : []
  return {
    person: baseOf(record),
    followedBy: followers,
    values: record.values,
    contactPermission: record.contactPermission,
    households: await listHouseholdSheets(tx, await householdIdsOf(tx, record.id)),
    grounds: await listGrounds(tx, of),
    card: card ? { issuedAt: card.issuedAt, lockedUntil: card.lockedUntil } : null,
    merges: mayMerge(tx.actor, record) ? await listMerges(tx, record) : [],
    may: {
      change: mayChange(tx.actor, record),
      merge: mayMerge(tx.actor, record),
      card: cares,
      accesses: cares || mayIn(tx.actor, 'journal.read', record.districtId),
    },
  }
}

const baseSheet = async (tx: Tx, record: store.PersonRecord): Promise<Omit<Sheet, 'joinedFrom'>> => ({
  person: baseOf(record),
  followedBy: (await listFollowers(tx, record.districtId, [record.id])).get(record.id) ?? [],
  values: null,
  contactPermission: null,
  households: [],
  grounds: [],
  card: null,
  merges: [],
  may: { change: false, merge: false, card: false, accesses: false },
})

/** A page that reads itself again is one opening: within five minutes a reader leaves one line. */
const noteOpening = async (tx: Tx, record: store.PersonRecord): Promise<void> => {
  const act = record.values ? 'persons.open' : 'persons.openBase'
  const since = Temporal.Instant.from(tx.now).subtract({ minutes: 5 }).toString()
  if (await hasLine(tx, record, { act, since })) return
  await writeJournal(tx, {
    act,
    districtId: record.districtId,
    subject: { kind: 'person', id: record.id },
    personId: record.id,
  })
}

/** The sheet as far as the reader may see; every opening leaves a line that the person can read. */
export const openPerson = async (tx: Tx, id: string): Promise<Outcome<Sheet>> => {
  const record = await store.findPerson(tx, id)
  if (!record) return unknown()
  await noteOpening(tx, record)
  const sheet = record.values ? await wholeSheet(tx, record) : await baseSheet(tx, record)
  return done({ ...sheet, joinedFrom: record.id === id ? null : id })
}

/** A person whom the actor may write; else not found, or whom to ask. */
export const getChangeable = async (
  tx: Tx,
  id: string,
): Promise<Outcome<store.PersonRecord & { values: PersonValues }>> => {
  const known = await store.findPerson(tx, id)
  if (!known) return unknown()
  if (!known.values || !mayChange(tx.actor, known)) return refuse('forbidden', 'persons.askWhoFollows')
  await store.lockPersons(tx, [known.id])
  const [locked] = await store.listPersons(tx, [known.id])
  if (!locked?.values) return unknown()
  return done({ ...locked, values: locked.values })
}

type Wanted = z.output<typeof personApi.change.body>

/** Changes of different fields both stay; a field that somebody changed meanwhile is refused with both values. */
export const changePerson = async (
  tx: Tx,
  id: string,
  { version, contactPermission, ...patch }: Wanted,
): Promise<Outcome<{ version: number; changed: PersonField[] }>> => {
  const found = await getChangeable(tx, id)
  if (!found.ok) return found
  const now = found.value
  const read = await readValues(tx, PersonValues.parse({ ...now.values, ...patch }))
  if (!read.ok) return read
  const changes = changesBetween(now.values, read.value)
  const clashes = clashesOf(changes, version, await marks.listLastChanges(tx, now))
  if (clashes.length > 0) return refuse('conflict', 'persons.clash', { clashes, version: now.version })
  const { codiceFiscale } = read.value
  if (codiceFiscale && codiceFiscale !== now.values.codiceFiscale) {
    const bearers = await candidatesByCode(tx, codiceFiscale, [now.districtId])
    if (bearers.some((bearer) => bearer !== now.id)) return codeTaken(tx, now.districtId, codiceFiscale)
  }
  const next = { districtId: now.districtId, id: now.id, version: now.version + 1 }
  await write.savePerson(tx, next, read.value, contactPermission)
  await marks.saveLastChanges(
    tx,
    next,
    changes.map(({ field }) => field),
  )
  await marks.saveCounted(tx, next, read.value)
  await writeJournal(tx, {
    act: 'persons.change',
    districtId: now.districtId,
    subject: { kind: 'person', id: now.id },
    personId: now.id,
    changed: {
      ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
      ...(contactPermission ? { contactPermission } : {}),
    },
  })
  return done({ version: next.version, changed: changes.map(({ field }) => field) })
}
