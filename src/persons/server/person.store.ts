import type { Selectable } from 'kysely'
import type { PersonDetail as DetailTable, Person as PersonTable } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { LastChange } from '../core/change.ts'
import { letterKeys, phoneticKey, searchKey } from '../core/name.ts'
import type { ContactPermission, PersonBase, PersonValues } from '../core/sheet.schema.ts'

/** A person as this reader may see them; `values` is null where only the base is theirs to read. */
export type PersonRecord = PersonBase & {
  readonly mergedInto: string | null
  readonly values: PersonValues | null
  readonly contactPermission: ContactPermission | null
}

type Joined = Selectable<PersonTable> &
  Omit<{ [K in keyof Selectable<DetailTable>]: Selectable<DetailTable>[K] | null }, 'district_id' | 'followed'> & {
    municipality: string | null
  }

const opened = (tx: Tx, field: string, id: string, token: string | null): string | null =>
  token === null ? null : tx.services.secrets.open(`person.${field}`, id, token)

const list = (text: string | null): string[] => (text === null ? [] : (JSON.parse(text) as string[]))

const toValues = (tx: Tx, row: Joined): PersonValues => {
  const open = (field: string, token: string | null): string | null => opened(tx, field, row.id, token)
  const domicile = open('domicile', row.domicile_sealed)
  return {
    familyName: row.family_name,
    givenName: row.given_name,
    calledName: row.called_name || null,
    sex: row.sex as PersonValues['sex'],
    birthDate: row.birth_date,
    birthYear: row.birth_year,
    birthplace: row.birthplace || null,
    birthplaceCode: row.birthplace_code,
    municipalityIstat: row.municipality_istat,
    codiceFiscale: open('fiscalCode', row.fiscal_code_sealed),
    phones: list(open('phones', row.phones_sealed)),
    emails: list(open('emails', row.emails_sealed)),
    address: open('address', row.address_sealed),
    domicile: domicile === null ? null : (JSON.parse(domicile) as PersonValues['domicile']),
    languages: row.languages ?? ['it'],
    interpreterNeeded: row.interpreter ?? false,
    preferredContact: row.preferred_contact as PersonValues['preferredContact'],
    preferredContactTimes: row.preferred_times || null,
    citizenship: row.citizenship,
  }
}

const toRecord = (tx: Tx, row: Joined): PersonRecord => ({
  id: row.id,
  districtId: row.district_id,
  familyName: row.family_name,
  givenName: row.given_name,
  birthDate: row.birth_date,
  birthYear: row.birth_year,
  municipalityIstat: row.municipality_istat,
  municipality: row.municipality,
  followed: row.followed,
  version: row.version,
  createdAt: row.created_at,
  mergedInto: row.merged_into,
  values: row.person_id === null ? null : toValues(tx, row),
  contactPermission: row.contact_permission as ContactPermission | null,
})

/** Persons by id, in any district that the reader may look into; unknown ones are left out. */
export const listPersons = async (tx: Tx, ids: readonly string[]): Promise<PersonRecord[]> => {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('person')
    .leftJoin('person_detail', (join) =>
      join
        .onRef('person_detail.district_id', '=', 'person.district_id')
        .onRef('person_detail.person_id', '=', 'person.id'),
    )
    .leftJoin('municipality', 'municipality.istat_code', 'person.municipality_istat')
    .selectAll('person')
    .select([
      'person_detail.person_id',
      'fiscal_code_sealed',
      'fiscal_code_index',
      'phones_sealed',
      'emails_sealed',
      'address_sealed',
      'domicile_sealed',
      'languages',
      'interpreter',
      'preferred_contact',
      'preferred_times',
      'citizenship',
      'contact_permission',
      'contact_permission_at',
      'municipality.name as municipality',
    ])
    .where('person.district_id', 'in', [...tx.districts])
    .where('person.id', 'in', [...ids])
    .execute()
  return rows.map((row) => toRecord(tx, row))
}

/** One person; a record joined to another leads to the one that took it in, if the reader may see that one. */
export const findPerson = async (tx: Tx, id: string): Promise<PersonRecord | undefined> => {
  const [one] = await listPersons(tx, [id])
  if (!one?.mergedInto) return one
  return (await findPerson(tx, one.mergedInto)) ?? one
}

/** Holds the records until the transaction ends, always in the same order; false when one is out of reach. */
export const lockPersons = async (tx: Tx, ids: readonly string[]): Promise<boolean> => {
  const rows = await tx.db
    .selectFrom('person')
    .select('id')
    .where('district_id', 'in', [...tx.districts])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length === new Set(ids).size
}

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
}

export const saveFollowed = async (tx: Tx, { districtId, id }: Place, followed: boolean): Promise<void> => {
  await tx.db
    .updateTable('person')
    .set({ followed })
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

export const listLastChanges = async (tx: Tx, { districtId, id }: Place): Promise<LastChange[]> =>
  tx.db
    .selectFrom('person_field')
    .select(['field', 'version', 'by_name as who', 'at'])
    .where('district_id', '=', districtId)
    .where('person_id', '=', id)
    .execute()

export const saveLastChanges = async (
  tx: Tx,
  { districtId, id, version }: Place & { version: number },
  fields: readonly string[],
): Promise<void> => {
  if (fields.length === 0) return
  const stamp = { version, by_account: tx.actor.id, by_name: tx.actor.name, at: tx.now }
  await tx.db
    .insertInto('person_field')
    .values(fields.map((field) => ({ district_id: districtId, person_id: id, field, ...stamp })))
    .onConflict((conflict) => conflict.columns(['district_id', 'person_id', 'field']).doUpdateSet(stamp))
    .execute()
}

type Counted = { readonly key: string; readonly strength: 'fiscalCode' | 'nameAndBirth' | 'none' }

/** What a person is counted by: the codice fiscale, else name, birth date and birthplace, else the record alone. */
const countedBy = (tx: Tx, id: string, values: PersonValues): Counted => {
  const keyOf = (text: string): string => tx.services.secrets.blindIndex('person.count', text)
  if (values.codiceFiscale) return { key: keyOf(values.codiceFiscale), strength: 'fiscalCode' }
  const place = values.birthplaceCode ?? searchKey(values.birthplace ?? '')
  if (!values.birthDate || !place) return { key: keyOf(`record ${id}`), strength: 'none' }
  const name = searchKey(`${values.familyName} ${values.givenName}`)
  return { key: keyOf(`${name} ${values.birthDate} ${place}`), strength: 'nameAndBirth' }
}

export const saveCounted = async (tx: Tx, { districtId, id }: Place, values: PersonValues): Promise<void> => {
  const { key, strength } = countedBy(tx, id, values)
  await tx.db
    .insertInto('counted_person')
    .values({ district_id: districtId, person_id: id, key_hash: key, strength })
    .onConflict((conflict) => conflict.columns(['district_id', 'person_id']).doUpdateSet({ key_hash: key, strength }))
    .execute()
}

export const removeCounted = async (tx: Tx, { districtId, id }: Place): Promise<void> => {
  await tx.db.deleteFrom('counted_person').where('district_id', '=', districtId).where('person_id', '=', id).execute()
}
