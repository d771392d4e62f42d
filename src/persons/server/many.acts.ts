import { writeJournalLines } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { type GroundEntry, type PersonEntry, type PersonValues, wholeOf } from '../core/sheet.schema.ts'
import { insertGrounds } from './ground.store.ts'
import { bearersOf } from './many.store.ts'
import { insertCounted } from './personMark.store.ts'
import { insertPersons } from './personWrite.store.ts'
import { readingOn, readValuesOn } from './values.ts'

export type ManyPersons = {
  readonly districtId: string
  readonly persons: readonly PersonEntry[]
  readonly ground: GroundEntry
}

const readAll = async (tx: Tx, persons: readonly PersonEntry[]): Promise<PersonValues[]> => {
  const on = await readingOn(tx)
  return persons.map((person) => {
    const read = readValuesOn(on, wholeOf(person))
    if (!read.ok) throw new Error(`a person of a list was turned down: ${read.refusal.code}`)
    return read.value
  })
}

/**
 * Registers some hundreds of people who gave permission to be contacted, in a handful of statements. Gives an id for
 * each, or null where the codice fiscale is somebody else's. Throws for what the act behind POST /persons would refuse.
 */
export const registerMany = async (
  tx: Tx,
  { districtId, persons, ground }: ManyPersons,
): Promise<(string | null)[]> => {
  const read = await readAll(tx, persons)
  const codes = read.flatMap(({ codiceFiscale }) => codiceFiscale ?? [])
  const taken = new Set((await bearersOf(tx, districtId, codes)).keys())
  const made = read.map((values) => {
    const code = values.codiceFiscale
    if (code !== null && taken.has(code)) return null
    if (code !== null) taken.add(code)
    return { districtId, id: tx.newId(), values, permission: 'given' as const }
  })
  const all = made.filter((one) => one !== null)
  if (all.length === 0) return made.map(() => null)
  await insertPersons(tx, all)
  await insertCounted(tx, all)
  const holders = all.map(({ id }) => ({ districtId, personId: id }))
  await insertGrounds(tx, holders, ground)
  await writeJournalLines(
    tx,
    all.map(({ id, values }) => ({
      ...{ act: 'persons.register', districtId, subject: { kind: 'person', id }, personId: id },
      changed: { ...values, ground },
    })),
  )
  return made.map((one) => one?.id ?? null)
}
