import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { v7 } from 'uuid'
import { makeServices } from '../../src/app/services.ts'
import { done } from '../../src/platform/core/refusal.ts'
import { readConfig } from '../../src/platform/server/config.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { transact } from '../../src/platform/server/transact.ts'
import { openFiguresPool } from '../../src/ties/server/figures.pool.ts'
import { networkState } from '../../src/ties/server/figures.store.ts'
import { takeSnapshot } from '../../src/ties/server/figures.take.ts'
import setup from '../setup.ts'
import { townOf } from './town.ts'

/**
 * Times the whole path of the figures for 5,000 persons, 20,000 ties among them and three third parties each: fingerprint, snapshot from
 * the database, count in a worker thread, and the count again after one more tie.
 */
const size = 5000
const district = v7()
const town = townOf(size, 1)
const period = { day: '2026-11-22', from: '2025-11-22' }

type Given = { databases?: { super: pg.ClientConfig; owner: pg.ClientConfig; app: pg.ClientConfig; template: string } }

const persons = Array.from({ length: size }, () => v7())

const fill = async (owner: pg.Pool): Promise<void> => {
  await owner.query(`insert into district (id, code, name, seat) values ($1, 'prova', 'Prova', 'Prova')`, [district])
  await owner.query(`insert into programme (name, funder) values ('Prova', 'Prova')`)
  await owner.query(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, birth_year, created_at)
     select $1, id, 'P', 'P', 'p', 'p', 'p', 1930 + (no % 90), now() from unnest($2::uuid[]) with ordinality as x (id, no)`,
    [district, persons],
  )
  await owner.query(
    `insert into case_file (district_id, id, person_id, number, state, opened_on)
     select $1, gen_random_uuid(), id, 'F-' || id, 'open', '2025-01-01' from unnest($2::uuid[]) as x (id)`,
    [district, persons],
  )
  const tie = `insert into tie (district_id, id, person_id, a_kind, a_id, b_kind, b_id, b_label, kind, since, evidence, origin_kind, recorded_by, recorded_at)
    select $1, gen_random_uuid(), a, 'person', a, `
  const ends = (column: Int32Array): string[] => Array.from(column, (v) => persons[v] ?? '')
  await owner.query(
    `${tie} 'person', b, '', 'friend', '2025-06-01', 'saidByPerson', 'before', a, now() from unnest($2::uuid[], $3::uuid[]) as x (a, b)`,
    [district, ends(town.from), ends(town.to)],
  )
  await owner.query(
    `${tie} 'alter', null, 'T.G.', 'kin', '2020-01-01', 'saidByPerson', 'before', a, now() from unnest($2::uuid[]) as x (a), generate_series(1, 3)`,
    [district, persons],
  )
  await owner.query('analyze')
}

const seconds = async <T>(work: () => Promise<T>): Promise<{ found: T; took: string }> => {
  const start = process.hrtime.bigint()
  const found = await work()
  return { found, took: `${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(0)} ms` }
}

const run = async (owner: pg.Pool, app: pg.Pool, dataDir: string): Promise<void> => {
  const services = await makeServices(readConfig({ LOG_LEVEL: 'error' }), app, dataDir)
  const counter = openFiguresPool()
  const asked = { place: { districts: [district] }, ...period, together: async () => [] }
  const state = await seconds(() =>
    transact(services, { by: 'system', readOnly: true }, async ({ tx }) =>
      done(await networkState(tx, [district], period)),
    ),
  )
  const snapshot = () =>
    transact(services, { by: 'system', readOnly: true }, async ({ tx }) =>
      done((await takeSnapshot(tx, asked)).snapshot),
    )
  const count = async () => {
    const taken = await seconds(snapshot)
    if (!taken.found.ok) throw new Error('no snapshot')
    const question = { what: 'figures', snapshot: taken.found.value, seed: 1 }
    const counted = await seconds(() => counter.ask(question))
    if (!counted.found.ok) throw new Error('no figures')
    return { snapshot: taken.took, 'figures in a worker': counted.took }
  }
  const [first, again] = [await count(), await count()]
  await owner.query(
    `insert into tie (district_id, id, person_id, a_kind, a_id, b_kind, b_label, kind, since, evidence, origin_kind, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, 'person', $2, 'alter', 'T.G.', 'kin', '2020-01-01', 'saidByPerson', 'before', $2, now())`,
    [district, persons[0]],
  )
  const one = await count()
  process.stdout.write(
    `\nFigures of ${size} persons and ${town.from.length + 3 * size} ties, from the database; fingerprint ${state.took}\n`,
  )
  console.table({ first, 'nothing changed, thread warm': again, 'one more third party': one })
  await counter.close()
}

const given: Given = {}
const takeDown = await setup({
  provide: (_: string, value: never) => Object.assign(given, { databases: value }),
} as never)
const dataDir = mkdtempSync(join(tmpdir(), 'fl-whole-'))
const { databases } = given
if (!databases) throw new Error('no database')
const [owner, app] = [databases.owner, databases.app].map((one) =>
  openPool({ ...one, database: databases.template, max: 4, options: '-c timezone=UTC' }),
)
if (!owner || !app) throw new Error('no database')
try {
  await fill(owner)
  await run(owner, app, dataDir)
} finally {
  await Promise.all([owner.end(), app.end()])
  await takeDown()
  rmSync(dataDir, { recursive: true, force: true })
}
