import type { Tx } from '../../platform/server/tx.ts'
import type { LastChange } from '../core/change.ts'
import { searchKey } from '../core/name.ts'
import type { PersonValues } from '../core/sheet.schema.ts'

type Place = { readonly id: string; readonly districtId: string }

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

/** Lets the results follow a change of town, identity or merge, in the same transaction; whoever takes part in no pact is in none. */
export const recount = (tx: Tx, districtId: string, ids: readonly string[]): void =>
  void tx.watch.later('select app.recount($1, $2)', [districtId, [...ids]])

export const saveCounted = async (tx: Tx, { districtId, id }: Place, values: PersonValues): Promise<void> => {
  const { key, strength } = countedBy(tx, id, values)
  await tx.db
    .insertInto('counted_person')
    .values({ district_id: districtId, person_id: id, key_hash: key, strength })
    .onConflict((conflict) => conflict.columns(['district_id', 'person_id']).doUpdateSet({ key_hash: key, strength }))
    .execute()
  recount(tx, districtId, [id])
}

export const insertCounted = async (
  tx: Tx,
  all: readonly (Place & { readonly values: PersonValues })[],
): Promise<void> => {
  await tx.db
    .insertInto('counted_person')
    .values(
      all.map(({ districtId, id, values }) => {
        const { key, strength } = countedBy(tx, id, values)
        return { district_id: districtId, person_id: id, key_hash: key, strength }
      }),
    )
    .execute()
}

export const removeCounted = async (tx: Tx, { districtId, id }: Place): Promise<void> => {
  await tx.db.deleteFrom('counted_person').where('district_id', '=', districtId).where('person_id', '=', id).execute()
}
