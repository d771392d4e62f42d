import type { Tx } from '../../platform/server/tx.ts'
import { letterKeys, phoneticKey, searchKey } from '../core/name.ts'
import type { ContactPermission, PersonValues } from '../core/sheet.schema.ts'
import { recount } from './personMark.store.ts'

type Place = { readonly id: string; readonly districtId: string }

/** What is kept to find a name by: its letters, how its parts sound, and each word's letters sorted ('~aaimr'). */
const keysOf = ({ familyName, givenName }: PersonValues) => {
  const [family, given] = [phoneticKey(familyName), phoneticKey(givenName)]
  const name = `${familyName} ${givenName}`
  return {
    family_key: family,
    given_key: given,
    search_key: `${searchKey(name)} ${family} ${given} ${letterKeys(name)
      .map((key) => `~${key} `)
      .join('')}`,
  }
}

const baseOf = (values: PersonValues) => ({
  ...keysOf(values),
  family_name: values.familyName,
  given_name: values.givenName,
  called_name: values.calledName ?? '',
  sex: values.sex,
  birth_date: values.birthDate,
  birth_year: values.birthYear,
  birthplace: values.birthplace ?? '',
  birthplace_code: values.birthplaceCode,
  municipality_istat: values.municipalityIstat,
})

export const fiscalIndex = (tx: Tx, code: string): string => tx.services.secrets.blindIndex('person.fiscalCode', code)

const detailOf = (tx: Tx, id: string, values: PersonValues) => {
  const seal = (field: string, text: string | null): string | null =>
    text === null || text === '' ? null : tx.services.secrets.seal(`person.${field}`, id, text)
  const sealList = (field: string, items: readonly string[]): string | null =>
    items.length === 0 ? null : seal(field, JSON.stringify(items))
  return {
    fiscal_code_sealed: seal('fiscalCode', values.codiceFiscale),
    fiscal_code_index: values.codiceFiscale ? fiscalIndex(tx, values.codiceFiscale) : null,
    phones_sealed: sealList('phones', values.phones),
    emails_sealed: sealList('emails', values.emails),
    address_sealed: seal('address', values.address),
    domicile_sealed: values.domicile ? seal('domicile', JSON.stringify(values.domicile)) : null,
    languages: [...values.languages],
    interpreter: values.interpreterNeeded,
    preferred_contact: values.preferredContact,
    preferred_times: values.preferredContactTimes ?? '',
    citizenship: values.citizenship,
  }
}

/** False when the district already has a person with this codice fiscale; the caller then refuses, which undoes the rest. */
export const insertPerson = async (
  tx: Tx,
  place: Place,
  values: PersonValues,
  permission: ContactPermission,
): Promise<boolean> => {
  await tx.db
    .insertInto('person')
    .values({ district_id: place.districtId, id: place.id, ...baseOf(values), created_at: tx.now })
    .execute()
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('person_detail')
    .values({
      district_id: place.districtId,
      person_id: place.id,
      ...detailOf(tx, place.id, values),
      contact_permission: permission,
      contact_permission_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['district_id', 'fiscal_code_index']).where('fiscal_code_index', 'is not', null).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes the whole sheet and its new version; the record is locked by the caller. */
export const savePerson = async (
  tx: Tx,
  place: Place & { version: number },
  values: PersonValues,
  permission?: ContactPermission,
): Promise<void> => {
  await tx.db
    .updateTable('person')
    .set({ ...baseOf(values), version: place.version })
    .where('district_id', '=', place.districtId)
    .where('id', '=', place.id)
    .execute()
  await tx.db
    .updateTable('person_detail')
    .set({
      ...detailOf(tx, place.id, values),
      ...(permission ? { contact_permission: permission, contact_permission_at: tx.now } : {}),
    })
    .where('district_id', '=', place.districtId)
    .where('person_id', '=', place.id)
    .execute()
}

type Registered = Place & { readonly values: PersonValues; readonly permission: ContactPermission }

/** Many new persons in two statements; throws when one of them has the codice fiscale of somebody else. */
export const insertPersons = async (tx: Tx, all: readonly Registered[]): Promise<void> => {
  await tx.db
    .insertInto('person')
    .values(
      all.map(({ districtId, id, values }) => ({ district_id: districtId, id, ...baseOf(values), created_at: tx.now })),
    )
    .execute()
  await tx.db
    .insertInto('person_detail')
    .values(
      all.map(({ districtId, id, values, permission }) => ({
        district_id: districtId,
        person_id: id,
        ...detailOf(tx, id, values),
        contact_permission: permission,
        contact_permission_at: tx.now,
      })),
    )
    .execute()
}

/** Frees or takes back the codice fiscale by which a record is found; its sealed value stays. */
export const indexFiscalCode = async (tx: Tx, place: Place, code: string | null): Promise<void> => {
  await tx.db
    .updateTable('person_detail')
    .set({ fiscal_code_index: code === null ? null : fiscalIndex(tx, code) })
    .where('district_id', '=', place.districtId)
    .where('person_id', '=', place.id)
    .execute()
}

export const saveMergedInto = async (tx: Tx, place: Place, mergedInto: string | null): Promise<void> => {
  await tx.db
    .updateTable('person')
    .set({ merged_into: mergedInto })
    .where('district_id', '=', place.districtId)
    .where('id', '=', place.id)
    .execute()
  recount(tx, place.districtId, [place.id])
}

export const saveFollowed = async (tx: Tx, { districtId, id }: Place, followed: boolean): Promise<void> => {
  await tx.db
    .updateTable('person')
    // whoever is followed here again is here
    .set({ followed, ...(followed ? { moved_to: null, moved_on: null } : {}) })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .execute()
  await tx.db
    .updateTable('person_detail')
    .set({ followed })
    .where('district_id', '=', districtId)
    .where('person_id', '=', id)
    .execute()
}
