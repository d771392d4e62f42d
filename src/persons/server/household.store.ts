import { sql } from 'kysely'
import type { Tx } from '../../platform/server/tx.ts'
import type { HouseholdRole, PlaceOfLife } from '../core/person.schema.ts'
import type { HouseholdSheet, HouseholdValues, Member } from '../core/sheet.schema.ts'

export type Membership = Member & { readonly householdId: string }
/** A household as it is stored; what the reader may see of it is for the acts to say. */
export type HouseholdRecord = Omit<HouseholdSheet, 'members' | 'former' | 'whole' | 'mayChange'>

const sealAddress = (tx: Tx, id: string, address: string | null): string | null =>
  address ? tx.services.secrets.seal('household.address', id, address) : null

/** Households that any of these persons belongs or belonged to. */
export const householdIdsOf = async (tx: Tx, personId: string): Promise<string[]> => {
  const rows = await tx.db
    .selectFrom('household_member')
    .select('household_id')
    .distinct()
    .where('district_id', 'in', [...tx.districts])
    .where('person_id', '=', personId)
    .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>', tx.today)]))
    .execute()
  return rows.map(({ household_id }) => household_id)
}

export const listHouseholds = async (tx: Tx, ids: readonly string[]): Promise<HouseholdRecord[]> => {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('household')
    .leftJoin('municipality', 'municipality.istat_code', 'household.municipality_istat')
    .selectAll('household')
    .select('municipality.name as municipality')
    .where('household.district_id', 'in', [...tx.districts])
    .where('household.id', 'in', [...ids])
    .orderBy('household.created_at')
    .execute()
  const places = await listPlaces(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    districtId: row.district_id,
    version: row.version,
    label: row.label,
    address: row.address_sealed ? tx.services.secrets.open('household.address', row.id, row.address_sealed) : null,
    municipalityIstat: row.municipality_istat,
    municipality: row.municipality,
    placesOfLife: places.get(row.id) ?? [],
  }))
}

const listPlaces = async (tx: Tx, ids: readonly string[]): Promise<Map<string, PlaceOfLife[]>> => {
  const found = new Map<string, PlaceOfLife[]>()
  if (ids.length === 0) return found
  const rows = await tx.db
    .selectFrom('place_of_life')
    .select(['household_id', 'kind', 'name'])
    .where('district_id', 'in', [...tx.districts])
    .where('household_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  for (const { household_id, kind, name } of rows)
    found.set(household_id, [...(found.get(household_id) ?? []), { kind: kind as PlaceOfLife['kind'], name }])
  return found
}

/** Everybody who ever belonged, as far as the reader may see the persons. */
export const listMembers = async (tx: Tx, householdIds: readonly string[]): Promise<Membership[]> => {
  if (householdIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('household_member as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.district_id', '=', 'm.district_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.id', 'm.household_id', 'm.person_id', 'm.role', 'm.from_day', 'm.until_day'])
    .select(['p.family_name', 'p.given_name', 'p.followed'])
    .where('m.district_id', 'in', [...tx.districts])
    .where('m.household_id', 'in', [...householdIds])
    .orderBy(sql`m.role <> 'referencePerson'`)
    .orderBy('m.from_day')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    role: row.role as HouseholdRole,
    from: row.from_day,
    to: row.until_day,
    followed: row.followed,
  }))
}

export const insertHousehold = async (
  tx: Tx,
  place: { districtId: string; id: string },
  values: HouseholdValues,
): Promise<void> => {
  await tx.db
    .insertInto('household')
    .values({
      district_id: place.districtId,
      id: place.id,
      label: values.label,
      address_sealed: sealAddress(tx, place.id, values.address),
      municipality_istat: values.municipalityIstat,
      created_at: tx.now,
    })
    .execute()
  await savePlaces(tx, place, values.placesOfLife)
}

const savePlaces = async (
  tx: Tx,
  { districtId, id }: { districtId: string; id: string },
  places: readonly PlaceOfLife[],
): Promise<void> => {
  await tx.db.deleteFrom('place_of_life').where('district_id', '=', districtId).where('household_id', '=', id).execute()
  if (places.length === 0) return
  await tx.db
    .insertInto('place_of_life')
    .values(places.map((one) => ({ district_id: districtId, id: tx.newId(), household_id: id, ...one })))
    .execute()
}

/** False when somebody changed it since `version` was read. */
export const saveHousehold = async (
  tx: Tx,
  place: { districtId: string; id: string; version: number },
  values: HouseholdValues,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('household')
    .set({
      label: values.label,
      address_sealed: sealAddress(tx, place.id, values.address),
      municipality_istat: values.municipalityIstat,
      version: place.version + 1,
    })
    .where('district_id', '=', place.districtId)
    .where('id', '=', place.id)
    .where('version', '=', place.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await savePlaces(tx, place, values.placesOfLife)
  return true
}

export type NewMembership = {
  readonly districtId: string
  readonly householdId: string
  readonly personId: string
  readonly role: HouseholdRole
  readonly from: string
}

export const insertMembers = async (tx: Tx, members: readonly NewMembership[]): Promise<string[]> => {
  const rows = members.map((one) => ({
    district_id: one.districtId,
    id: tx.newId(),
    household_id: one.householdId,
    person_id: one.personId,
    role: one.role,
    from_day: one.from,
  }))
  await tx.db.insertInto('household_member').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** Ends memberships, or with null opens them again. */
export const saveMemberEnd = async (
  tx: Tx,
  districtId: string,
  ids: readonly string[],
  to: string | null,
): Promise<void> => {
  if (ids.length === 0) return
  await tx.db
    .updateTable('household_member')
    .set({ until_day: to })
    .where('district_id', '=', districtId)
    .where('id', 'in', [...ids])
    .execute()
}

export const listMembershipsOf = async (
  tx: Tx,
  { districtId, personId }: { districtId: string; personId: string },
): Promise<{ id: string; householdId: string; from: string; to: string | null }[]> =>
  tx.db
    .selectFrom('household_member')
    .select(['id', 'household_id as householdId', 'from_day as from', 'until_day as to'])
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .execute()

export const moveMemberships = async (
  tx: Tx,
  { districtId, from, to }: { districtId: string; from: string; to: string },
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return
  await tx.db
    .updateTable('household_member')
    .set({ person_id: to })
    .where('district_id', '=', districtId)
    .where('person_id', '=', from)
    .where('id', 'in', [...ids])
    .execute()
}
