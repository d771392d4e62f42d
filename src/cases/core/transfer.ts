import type { PersonEntry, PersonField, PersonValues } from '../../persons/core/sheet.schema.ts'
import type { TransferPart } from './transfer.schema.ts'

/** Who the person is: without it nobody can be registered, nor counted once. */
const identity: readonly PersonField[] = [
  'familyName',
  'givenName',
  'calledName',
  'sex',
  'birthDate',
  'birthYear',
  'birthplace',
  'birthplaceCode',
  'codiceFiscale',
  'citizenship',
]
const fieldsOf: Readonly<Record<TransferPart, readonly PersonField[]>> = {
  contacts: ['phones', 'emails', 'preferredContact', 'preferredContactTimes'],
  languages: ['languages', 'interpreterNeeded'],
  household: [],
  places: [],
}

/** What of a sheet goes to the other district. The address stays behind: whoever moves has a new one. */
export const offeredValues = (values: PersonValues, parts: readonly TransferPart[]): PersonEntry => {
  const names = [...identity, ...parts.flatMap((part) => fieldsOf[part])]
  const picked = Object.fromEntries(names.map((name) => [name, values[name]]))
  return { ...picked, familyName: values.familyName, givenName: values.givenName }
}

/** How somebody is called on a list: 'Amina D.' */
export const shortName = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName.slice(0, 1)}.`
