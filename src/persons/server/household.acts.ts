import type { z } from 'zod'
import { type Actor, mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allMunicipalities } from '../../settings/server/settings.door.ts'
import type { householdApi } from '../core/household.api.ts'
import { registriesOf } from '../core/person.policy.ts'
import { HouseholdId, type HouseholdMember, PersonId } from '../core/person.schema.ts'
import { joinHousehold } from '../core/person.ts'
import { type HouseholdSheet, HouseholdValues } from '../core/sheet.schema.ts'
import * as store from './household.store.ts'
import { findPerson, listPersons } from './person.store.ts'

type Joining = z.output<typeof householdApi.addMember.body>

/** Whether the actor keeps households of this district, or works with the people of this one. */
const mayKeep = (actor: Actor, districtId: string, members: readonly { personId: string }[]): boolean =>
  registriesOf(actor, [districtId]).length > 0 || members.some(({ personId }) => actor.persons.includes(personId))

/** Address and places are closed to the registry as soon as somebody else follows a member. */
const isWhole = (actor: Actor, districtId: string, members: readonly store.Membership[]): boolean =>
  mayIn(actor, 'cases.all', districtId) ||
  members.some(({ personId }) => actor.persons.includes(personId)) ||
  !members.some(({ followed, to }) => followed && to === null)

const sheetOf = (tx: Tx, record: store.HouseholdRecord, members: readonly store.Membership[]): HouseholdSheet => {
  const whole = isWhole(tx.actor, record.districtId, members)
  const isNow = ({ to }: store.Membership): boolean => to === null || to > tx.today
  return {
    ...record,
    address: whole ? record.address : null,
    placesOfLife: whole ? record.placesOfLife : [],
    members: members.filter(isNow),
    former: whole ? members.filter((member) => !isNow(member)) : [],
    whole,
    mayChange: whole && mayKeep(tx.actor, record.districtId, members),
  }
}

export const listHouseholdSheets = async (tx: Tx, ids: readonly string[]): Promise<HouseholdSheet[]> => {
  const members = await store.listMembers(tx, ids)
  return (await store.listHouseholds(tx, ids)).map((record) =>
    sheetOf(
      tx,
      record,
      members.filter(({ householdId }) => householdId === record.id),
    ),
  )
}

export const openHousehold = async (tx: Tx, id: string): Promise<Outcome<HouseholdSheet>> => {
  const [sheet] = await listHouseholdSheets(tx, [id])
  if (!sheet) return unknown()
  await writeHousehold(tx, 'households.open', sheet)
  return done(sheet)
}

/** One line for each member, so that each of them reads it in their own file. */
const writeHousehold = async (
  tx: Tx,
  act: string,
  sheet: { id: string; districtId: string; members: readonly { personId: string }[] },
  changed?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const persons: (string | null)[] = sheet.members.map(({ personId }) => personId)
  for (const personId of persons.length > 0 ? persons : [null])
    await writeJournal(tx, {
      act,
      districtId: sheet.districtId,
      subject: { kind: 'household', id: sheet.id },
      personId,
      ...(changed ? { changed } : {}),
    })
}

const getKept = async (tx: Tx, id: string): Promise<Outcome<HouseholdSheet>> => {
  const [sheet] = await listHouseholdSheets(tx, [id])
  if (!sheet) return unknown()
  return sheet.mayChange ? done(sheet) : refuse('forbidden', 'persons.askWhoFollows')
}

const municipalityFault = async (tx: Tx, istat: string | null | undefined): Promise<boolean> =>
  Boolean(istat) && !(await allMunicipalities(tx)).some(({ istatCode }) => istatCode === istat)

/** Members of another district, or that the actor may not read whole, are as if they were not there. */
const areReachable = async (tx: Tx, districtId: string, joining: readonly Joining[]): Promise<boolean> => {
  const persons = await listPersons(
    tx,
    joining.map(({ personId }) => personId),
  )
  return joining.every(({ personId }) =>
    persons.some(
      (one) => one.id === personId && one.districtId === districtId && one.values !== null && !one.mergedInto,
    ),
  )
}

const toCore = (householdId: string, member: Joining & { to?: string | null }): HouseholdMember => ({
  householdId: HouseholdId.parse(householdId),
  personId: PersonId.parse(member.personId),
  role: member.role,
  from: member.from,
  to: member.to ?? null,
})

/** Adds people one by one under the rules of a household: once at a time, one reference person. */
const joinAll = (
  householdId: string,
  members: readonly store.Membership[],
  joining: readonly Joining[],
): Outcome<readonly HouseholdMember[]> => {
  let now: readonly HouseholdMember[] = members.map((one) => toCore(householdId, one))
  for (const one of joining) {
    const next = joinHousehold(now, toCore(householdId, one))
    if (!next.ok) return next
    now = next.value
  }
  return done(now)
}

export const createHousehold = async (
  tx: Tx,
  { districtId, members, ...values }: z.output<typeof householdApi.create.body>,
): Promise<Outcome<{ id: string }>> => {
  if (!mayKeep(tx.actor, districtId, members) || !(await areReachable(tx, districtId, members))) return unknown()
  if (await municipalityFault(tx, values.municipalityIstat)) return refuse('invalid', 'persons.noSuchMunicipality')
  const id = tx.newId()
  const joined = joinAll(id, [], members)
  if (!joined.ok) return joined
  await store.insertHousehold(tx, { districtId, id }, values)
  await store.insertMembers(
    tx,
    members.map((one) => ({ ...one, districtId, householdId: id })),
  )
  await writeHousehold(tx, 'households.create', { id, districtId, members }, values)
  return done({ id })
}

export const changeHousehold = async (
  tx: Tx,
  id: string,
  { version, ...patch }: z.output<typeof householdApi.change.body>,
): Promise<Outcome<{ version: number }>> => {
  const found = await getKept(tx, id)
  if (!found.ok) return found
  if (await municipalityFault(tx, patch.municipalityIstat)) return refuse('invalid', 'persons.noSuchMunicipality')
  const values = HouseholdValues.parse({ ...found.value, ...patch })
  if (!(await store.saveHousehold(tx, { districtId: found.value.districtId, id, version }, values)))
    return refuse('conflict', 'platform.changedMeanwhile')
  await writeHousehold(tx, 'households.change', found.value, patch)
  return done({ version: version + 1 })
}

const add = async (tx: Tx, sheet: HouseholdSheet, joining: Joining): Promise<Outcome<{ id: string }>> => {
  const known = await store.listMembers(tx, [sheet.id])
  const joined = joinAll(sheet.id, known, [joining])
  if (!joined.ok) return joined
  const [id = ''] = await store.insertMembers(tx, [{ ...joining, districtId: sheet.districtId, householdId: sheet.id }])
  return done({ id })
}

export const addMember = async (tx: Tx, householdId: string, joining: Joining): Promise<Outcome<{ id: string }>> => {
  const found = await getKept(tx, householdId)
  if (!found.ok) return found
  if (!(await areReachable(tx, found.value.districtId, [joining]))) return unknown()
  const added = await add(tx, found.value, joining)
  if (!added.ok) return added
  await writeHousehold(tx, 'households.addMember', { ...found.value, members: [joining] }, { role: joining.role })
  return added
}

/** A person who is being registered joins a household at once, as a cohabitant until somebody says more. */
export const joinNewMember = async (
  tx: Tx,
  { districtId, householdId, personId }: { districtId: string; householdId: string; personId: string },
): Promise<Outcome<{ id: string }>> => {
  const found = await getKept(tx, householdId)
  if (!found.ok) return found
  if (found.value.districtId !== districtId) return unknown()
  return add(tx, found.value, { personId, role: 'cohabitant', from: tx.today })
}

type OfMember = { readonly id: string; readonly memberId: string }

const endOne = async (
  tx: Tx,
  { id, memberId }: OfMember,
  to: string,
): Promise<Outcome<HouseholdSheet['members'][0]>> => {
  const found = await getKept(tx, id)
  if (!found.ok) return found
  const member = found.value.members.find((one) => one.id === memberId)
  if (!member) return unknown()
  if (to < member.from) return refuse('invalid', 'persons.endsBeforeStart', { field: 'to' })
  await store.saveMemberEnd(tx, found.value.districtId, [memberId], to)
  return done(member)
}

export const endMember = async (tx: Tx, of: OfMember, to: string): Promise<Outcome<typeof isDone>> => {
  const ended = await endOne(tx, of, to)
  if (!ended.ok) return ended
  const person = await findPerson(tx, ended.value.personId)
  await writeHousehold(
    tx,
    'households.endMember',
    { id: of.id, districtId: person?.districtId ?? '', members: [ended.value] },
    { to },
  )
  return done(isDone)
}

export const moveMember = async (
  tx: Tx,
  of: OfMember,
  { householdId, role, on }: z.output<typeof householdApi.moveMember.body>,
): Promise<Outcome<{ id: string }>> => {
  const goal = await getKept(tx, householdId)
  if (!goal.ok) return goal
  const ended = await endOne(tx, of, on)
  if (!ended.ok) return ended
  const { personId } = ended.value
  const added = await add(tx, goal.value, { personId, role, from: on })
  if (!added.ok) return added
  await writeHousehold(tx, 'households.moveMember', { ...goal.value, members: [{ personId }] }, { role, on })
  return added
}
