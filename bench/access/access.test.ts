import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, refuse } from '../../src/platform/core/refusal.ts'
import { transact } from '../../src/platform/server/transact.ts'
import type { Tx } from '../../src/platform/server/tx.ts'
import { openHouse, type TestHouse } from '../house.ts'
import { type Answers, adds, changes, sees } from './expected.ts'
import { type Eye, makeWorld, type World } from './world.ts'

// The second lock by itself: row-level security as the run-time role meets it, without any act before it.
let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse('access')
  world = await makeWorld(house)
})
afterAll(() => house.close())

const keys: Readonly<Record<string, string>> = {
  person_detail: 'person_id',
  person_field: 'person_id',
  counted_person: 'person_id',
  beneficiary: 'person_id',
  account_secret: 'account_id',
  import_progress: 'import_id',
  import_row: 'import_id',
  idempotency: 'key',
  wave_link: 'a_id',
  class_wave: 'class_id',
  body_invite: 'token_hash',
  body_answer: 'survey_id',
  class_answer: 'class_id',
  network_figures: 'fingerprint',
}
const keyOf = (table: string): string => keys[table] ?? 'id'

/** Looks through somebody's eyes, and leaves nothing behind. */
const as = async <T>(eye: Eye, look: (tx: Tx) => Promise<T>): Promise<T> => {
  let seen: T | undefined
  const by = eye === 'nobody' ? 'public' : eye === 'system' ? eye : { tokenHash: world.tokens[eye] }
  await transact(house.services, { by }, async ({ tx }): Promise<Outcome<never>> => {
    // the acts of the own page ask to see what stands under a joined record
    if (eye === 'followed') await sql`select app.see_joined()`.execute(tx.db)
    seen = await look(tx)
    return refuse('conflict', 'platform.notFound')
  })
  return seen as T
}

const eyes = (): Eye[] => (Object.keys(world.tokens) as Eye[]).filter((eye) => eye !== 'system')

const seenIn = async (table: string): Promise<Record<string, Eye[]>> => {
  const found: Record<string, Eye[]> = {}
  for (const eye of eyes()) {
    const rows = await as(eye, async (tx) => {
      const { rows } = await sql<{
        key: string
      }>`select ${sql.ref(keyOf(table))}::text as key from ${sql.table(table)}`.execute(tx.db)
      return rows
    })
    for (const { key } of rows) {
      const name = world.named.get(key) ?? key
      found[name] = [...(found[name] ?? []), eye]
    }
  }
  return found
}

const sorted = (answers: Answers): Record<string, Eye[]> =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([, who]) => who.length > 0)
      .map(([name, who]) => [name, [...who].sort()]),
  )

/** Tables without an id of their own are asked for by that of another record. */
const namedAfter: Readonly<Record<string, string>> = {
  person_detail: 'person',
  person_field: 'person',
  counted_person: 'person',
  beneficiary: 'person',
  wave_link: 'wave_alter',
}
const idIn = (table: string, record: string): string | undefined =>
  world.ids.get(`${namedAfter[table] ?? table}.${record}`)

const changedBy = async (table: string): Promise<Eye[]> => {
  const { record, by, column } = changes[table] ?? { record: '', by: [] }
  const found: Eye[] = []
  for (const eye of by.includes('system') ? [...eyes(), 'system' as const] : eyes()) {
    const changed = await as(eye, async (tx) => {
      const key = sql.ref(keyOf(table))
      const { numAffectedRows } =
        await sql`update ${sql.table(table)} set ${column ? sql.ref(column) : key} = ${column ? sql.ref(column) : key} where ${key} = ${idIn(table, record)}`.execute(
          tx.db,
        )
      return numAffectedRows
    }).catch((error: Error) => {
      if (/row-level security/.test(error.message)) return 0n
      throw error
    })
    if (changed) found.push(eye)
  }
  return found.sort()
}

/** The policy is asked before any constraint, so a record that is there already tells all we ask. */
const addedBy = async (table: string, like: string): Promise<Eye[]> => {
  const [row] = await house.sql<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} t where ${keyOf(table)} = $1`,
    [idIn(table, like)],
  )
  const found: Eye[] = []
  for (const eye of eyes()) {
    const fault = await as(eye, (tx) =>
      sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row?.row)}::jsonb)`.execute(
        tx.db,
      ),
    ).then(
      () => '',
      (error: Error) => error.message,
    )
    if (!/row-level security/.test(fault)) found.push(eye)
  }
  return found.sort()
}

describe('who sees what, by the database alone', () => {
  test.each(Object.keys(sees))('%s', async (table) => {
    const found = await seenIn(table)
    expect(Object.fromEntries(Object.entries(found).map(([name, who]) => [name, who.sort()]))).toEqual(
      sorted(sees[table] ?? {}),
    )
  })
})
describe('whose hand may change', () => {
  test.each(Object.entries(changes))('%s', async (table, { by }) =>
    expect(await changedBy(table)).toEqual([...by].sort()),
  )
})
describe('who may add', () => {
  test.each(Object.entries(adds))('%s', async (table, { like, by }) =>
    expect(await addedBy(table, like)).toEqual([...by].sort()),
  )
})

/** Tables without anybody's data in particular: everybody at work reads them, and one policy says so. */
const openToAll = new Set(['counter', 'role', 'account_role', 'sign_in_flow'])

test('every table of a district is asked about', async () => {
  const tables = await house.sql<{ table: string }>(
    `select distinct tablename as table from pg_policies where schemaname = 'public' and tablename not like 'journal_%'`,
  )
  expect(tables.map(({ table }) => table).filter((table) => !openToAll.has(table) && !(table in sees))).toEqual([])
})

test('without any one of the policies, these answers change', async () => {
  type Policy = {
    table: string
    policy: string
    kind: string
    cmd: string
    qual: string | null
    checked: string | null
  }
  const policies = await house.sql<Policy>(
    `select tablename as table, policyname as policy, permissive as kind, cmd, qual, with_check as checked
     from pg_policies where schemaname = 'public' order by 1, 2`,
  )
  // without a policy that lets nobody in, nobody comes in either
  const asked = policies.filter(({ table, qual }) => !openToAll.has(table) && qual !== 'false')
  expect(asked.length).toBeGreaterThan(60)
  const unnoticed: string[] = []
  for (const one of asked) {
    const { table, policy, kind, cmd, qual, checked } = one
    const before = JSON.stringify([await answersOf(table)])
    await house.sql(`drop policy ${policy} on ${table}`)
    const after = JSON.stringify([await answersOf(table)])
    await house.sql(
      `create policy ${policy} on ${table} as ${kind} for ${cmd} ${qual ? `using (${qual})` : ''} ${checked ? `with check (${checked})` : ''}`,
    )
    if (before === after) unnoticed.push(`${table}.${policy}`)
  }
  expect(unnoticed).toEqual([])
  // each policy is taken away and asked about in turn: a minute or two on a busy machine
}, 300_000)

const answersOf = async (table: string): Promise<unknown[]> => {
  const [change, add] = [changes[table], adds[table]]
  return [await seenIn(table), change ? await changedBy(table) : null, add ? await addedBy(table, add.like) : null]
}
