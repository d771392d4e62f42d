import type { Selectable } from 'kysely'
import type { PersonDetail as DetailTable, Person as PersonTable } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
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
  movedTo: row.moved_to,
  movedOn: row.moved_on,
  cameFrom: row.came_from,
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
