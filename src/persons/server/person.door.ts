import type { Outcome } from '../../platform/core/refusal.ts'
import { widen } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Follower } from '../core/sheet.schema.ts'
import * as accesses from './access.acts.ts'
import * as households from './household.acts.ts'
import * as manyActs from './many.acts.ts'
import * as many from './many.store.ts'
import * as acts from './person.acts.ts'
import * as store from './person.store.ts'
import * as write from './personWrite.store.ts'
import { listFollowers } from './search.store.ts'

/** A person as the actor may see them (`values` null: the base only); a merged record leads to the one that took it in. */
export const getPerson = async (tx: Tx, districtId: string, id: string): Promise<store.PersonRecord | undefined> => {
  const found = await store.findPerson(tx, id)
  return found?.districtId === districtId ? found : undefined
}

/**
 * Says that a case of the person is open, or is no longer: the registry then reads their base only, or all again.
 * Whoever opens a case reaches the person from here to the end of the transaction. The caller writes the journal.
 */
export const markFollowed = async (tx: Tx, districtId: string, personId: string, followed: boolean): Promise<void> => {
  await widen(tx, { persons: [personId] })
  await write.saveFollowed(tx, { districtId, id: personId }, followed)
}

/** As the act behind POST /persons: refused without permission to be contacted, or with a codice fiscale that is taken. */
export const registerPerson = (tx: Tx, draft: acts.NewPerson): Promise<Outcome<{ id: string }>> =>
  acts.registerPerson(tx, draft)

/** Everybody of a district's registry, for comparing a whole list; of those who are followed the base only. The caller checks the right. */
export const allIdentities: typeof many.listIdentities = many.listIdentities

/** Whose these codici fiscali are in the district. The caller checks the right. */
export const bearersOf: typeof many.bearersOf = many.bearersOf

/** As `registerPerson` for some hundreds at once, all with permission; null where the codice fiscale is taken. The caller checks the right. */
export const registerMany: typeof manyActs.registerMany = manyActs.registerMany

/** Who opened or changed the file, newest first; `sayAct` is `house.sayAct` in the reader's language. The caller checks the right. */
export const accessesOf: typeof accesses.accessesOf = accesses.accessesOf

/** Whom to ask about somebody whose file the actor may not open. */
export const followersOf = async (tx: Tx, districtId: string, personId: string): Promise<readonly Follower[]> =>
  (await listFollowers(tx, districtId, [personId])).get(personId) ?? []

/** Households as far as the reader may see them, with their places of life. */
export const householdSheets: typeof households.listHouseholdSheets = households.listHouseholdSheets

/** As the act behind POST /households. */
export const createHousehold: typeof households.createHousehold = households.createHousehold
