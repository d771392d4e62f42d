import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../bench/house.ts'

// Rules that let the schema be distributed by district (decisions/0003): asked of the catalogue itself.
let house: TestHouse
beforeAll(async () => {
  house = await openHouse('catalogue')
})
afterAll(() => house.close())

/** Technical tables of the programme that name a district without belonging to it. */
const ofTheProgramme = [
  'account_role',
  'session',
  'organisation_district',
  'municipality',
  'journal_seal',
  'journal_unsealed',
]

const districtTables = `
  select c.oid, c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not (c.relname = any ($1))`

describe('the tables of a district', () => {
  test('are many', async () => expect((await house.sql(districtTables, [ofTheProgramme])).length).toBeGreaterThan(15))

  test('carry the district in their primary key and in every unique index', async () =>
    expect(
      await house.sql(
        `select t.name, i.indexrelid::regclass::text as index from (${districtTables}) t
         join pg_index i on i.indrelid = t.oid and i.indisunique
         where not exists (select 1 from unnest(i.indkey) k join pg_attribute a on a.attrelid = t.oid and a.attnum = k where a.attname = 'district_id')`,
        [ofTheProgramme],
      ),
    ).toEqual([]))

  test('have a primary key', async () =>
    expect(
      await house.sql(
        `select t.name from (${districtTables}) t where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
        [ofTheProgramme],
      ),
    ).toEqual([]))

  test('point at one another only together with the district, and never set null', async () =>
    expect(
      await house.sql(
        `select k.conrelid::regclass::text as from_table, k.confrelid::regclass::text as to_table from pg_constraint k
         join (${districtTables}) t on t.oid = k.conrelid join (${districtTables}) u on u.oid = k.confrelid
         where k.contype = 'f' and (k.confdeltype in ('n', 'd') or not exists (
           select 1 from unnest(k.conkey) c join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c where a.attname = 'district_id'))`,
        [ofTheProgramme],
      ),
    ).toEqual([]))

  test('have no triggers of their own', async () =>
    expect(
      await house.sql(
        `select t.name, g.tgname from (${districtTables}) t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal`,
        [ofTheProgramme],
      ),
    ).toEqual([]))

  test('are behind row-level security, with a policy', async () =>
    expect(
      await house.sql(
        `select t.name from (${districtTables}) t join pg_class c on c.oid = t.oid
         where t.name <> 'district_setting' and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = t.oid))`,
        [ofTheProgramme],
      ),
    ).toEqual([]))
})

test('no table of the programme points at a table of a district', async () =>
  expect(
    await house.sql(
      `select k.conrelid::regclass::text as from_table from pg_constraint k
       join (${districtTables}) u on u.oid = k.confrelid
       where k.contype = 'f' and not exists (select 1 from (${districtTables}) t where t.oid = k.conrelid)
         and k.confrelid <> 'district'::regclass`,
      [ofTheProgramme],
    ),
  ).toEqual([]))

test('policies look at columns and settings only', async () => {
  const policies = await house.sql<{ rule: string }>(
    `select coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as rule
     from pg_policy where polrelid::regclass::text not like 'graphile_worker%'`,
  )
  expect(policies.length).toBeGreaterThan(20)
  expect(policies.filter(({ rule }) => /select/i.test(rule))).toEqual([])
  const functions = policies.flatMap(({ rule }) =>
    [...rule.matchAll(/([a-z_.]+)\s*\(/gi)].map(([, name]) => String(name).toLowerCase()),
  )
  expect([...new Set(functions)].sort()).toEqual(expect.arrayContaining(['current_setting']))
  const plain = ['strpos', 'true', 'current_setting', 'nullif', 'any', 'coalesce', 'and', 'or', 'not', 'in', 'as']
  expect([...new Set(functions)].filter((name) => !plain.includes(name))).toEqual([])
})

test('nothing is counted across districts by a sequence', async () =>
  expect(
    await house.sql(
      `select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace and relname not like 'journal_seal%'`,
    ),
  ).toEqual([]))

test('the run-time role cannot alter or remove what the journal holds', async () => {
  for (const text of [
    'update journal set act = act',
    'delete from journal',
    'delete from journal_seal',
    'delete from journal_unsealed',
    'truncate journal',
  ])
    await expect(house.services.pool.query(text), text).rejects.toThrow(/permission denied/)
})
