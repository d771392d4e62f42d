import type pg from 'pg'
import { letterKeys, phoneticKey, searchKey } from '../../src/persons/core/name.ts'

export const size = { persons: 50_000, pacts: 5_000, commitments: 8, tutors: 50, openCases: 400 } as const
export const district = (no: number): string => `019c0000-0000-7000-8000-00000000d${String(no % 3).padStart(3, '0')}`
export const idOf = (kind: string, no: number): string =>
  `019c${kind}-0000-7000-8000-${no.toString(16).padStart(12, '0')}`

const syllables = [
  'ba',
  'ro',
  'ne',
  'gal',
  'li',
  'mar',
  'ti',
  'so',
  'la',
  'ver',
  'di',
  'co',
  'sta',
  'fer',
  'ri',
  'pe',
  'zza',
  'no',
  'bel',
  'lo',
]
const wordOf = (no: number, length: number): string => {
  const text = Array.from(
    { length },
    (_, at) => syllables[Math.floor(no / syllables.length ** at + at * 7) % syllables.length],
  ).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
export const familyName = (no: number): string => wordOf(no * 13 + 5, 3)
export const givenName = (no: number): string => wordOf(no * 7 + 3, 2)

const batches = function* <T>(all: readonly T[], each: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += each) yield all.slice(from, from + each)
}

/** Inserts rows given as objects with the same columns; a few thousand per statement. */
export const insertAll = async (
  pool: pg.Pool,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  for (const batch of batches(rows, 2_000))
    await pool.query(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
       select ${columns.map((column) => `r."${column}"`).join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb) r`,
      [JSON.stringify(batch)],
    )
}

/** What the product keeps to find a name by. */
const keysOf = (family: string, given: string): Record<'family_key' | 'given_key' | 'search_key', string> => {
  const name = `${family} ${given}`
  const [family_key, given_key] = [phoneticKey(family), phoneticKey(given)]
  const letters = letterKeys(name).map((key) => `~${key} `)
  return { family_key, given_key, search_key: `${searchKey(name)} ${family_key} ${given_key} ${letters.join('')}` }
}

/** A programme with 50,000 invented persons in three districts. */
export const loadPeople = async (pool: pg.Pool): Promise<void> => {
  const names = ['Nord', 'Centro', 'Sud']
  await insertAll(
    pool,
    'district',
    names.map((name, no) => ({
      id: district(no),
      code: name.toLowerCase(),
      name,
      seat: name,
      controller: '',
      controller_contact: '',
      dpo_contact: '',
      state: 'active',
    })),
  )
  await pool.query(
    `insert into programme (name, starts_on, ends_on) values ('Banco di prova', '2025-01-01', '2027-12-31')`,
  )
  await pool.query(
    `insert into target (code, label_it, label_en, value) values ('pactBeneficiaries', 'Beneficiari', 'Beneficiaries', 500)`,
  )
  const towns = Array.from({ length: 113 }, (_, no) => ({
    istat_code: String(19_001 + no).padStart(6, '0'),
    cadastral_code: `X${String(no).padStart(3, '0')}`,
    name: `Comune ${no}`,
    district_id: district(no),
    lat: 45,
    lon: 10,
  }))
  await insertAll(pool, 'municipality', towns)
  await insertAll(pool, 'organisation', [
    {
      id: idOf('0b0d', 1),
      name: 'Ente di prova',
      kind: 'cooperative',
      email: '',
      phone: '',
      what_it_brings: '',
      active: true,
      created_at: '2026-01-01T00:00:00Z',
    },
  ])
  const persons = Array.from({ length: size.persons }, (_, no) => {
    const [family, given] = [familyName(no), givenName(Math.floor(no / 11))]
    return {
      district_id: district(no),
      id: idOf('0001', no),
      family_name: family,
      given_name: given,
      called_name: '',
      sex: 'unknown',
      birth_date: `19${String(40 + (no % 60)).padStart(2, '0')}-0${1 + (no % 9)}-1${no % 9}`,
      birthplace: '',
      municipality_istat: towns[((no % 3) + 3 * (Math.floor(no / 3) % 37)) % 113]?.istat_code ?? null,
      ...keysOf(family, given),
      followed: false,
      created_at: '2026-01-01T00:00:00Z',
      version: 1,
    }
  })
  await insertAll(pool, 'person', persons)
  await insertAll(
    pool,
    'counted_person',
    persons.map(({ district_id, id }, no) => ({
      district_id,
      person_id: id,
      key_hash: `k${no}`,
      strength: 'fiscalCode',
    })),
  )
}
