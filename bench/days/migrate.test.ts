import { execFileSync, spawn } from 'node:child_process'
import type pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { type Migration, migrate, migrations } from '../../src/platform/server/migrate.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { folder, startProduct, until, urlOf } from './product.ts'

type Empty = { readonly name: string; readonly owner: ReturnType<typeof openPool>; readonly appRole: string }
const { super: root, owner: ownerOf, app: appOf, template } = inject('databases')
const admin = openPool({ ...root, max: 2 })
const opened: Empty[] = []

/** A database with nothing in it, owned by the owner of the run. */
const empty = async (label: string): Promise<Empty> => {
  const name = `${template}_${label}${process.pid}`
  await admin.query(`create database "${name}" owner "${ownerOf.user}"`)
  const one = { name, owner: openPool({ ...ownerOf, database: name, max: 4 }), appRole: String(appOf.user) }
  opened.push(one)
  return one
}

const namesIn = async ({ owner }: Empty): Promise<string[]> =>
  (await owner.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name)

const isThere = async ({ owner }: Empty, table: string): Promise<boolean> =>
  (await owner.query('select to_regclass($1) is not null as there', [table])).rows[0]?.there === true

afterAll(async () => {
  for (const { name, owner } of opened) {
    await owner.end()
    await admin.query(`drop database if exists "${name}" with (force)`)
  }
  await admin.end()
})

const all = migrations()
const more = (text: string): Migration[] => [...all, { name: '9999_more', text }]

describe('migrations', () => {
  test('two starters at once apply them once', async () => {
    const place = await empty('two')
    const other = openPool({ ...ownerOf, database: place.name, max: 4 })
    const applied = await Promise.all([migrate(place.owner, place.appRole), migrate(other, place.appRole)])
    await other.end()
    expect(applied.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, all.length])
    expect(await namesIn(place)).toEqual(all.map(({ name }) => name))
  })

  test('one that fails half way leaves nothing behind, and the same start works once it is mended', async () => {
    const place = await empty('half')
    await migrate(place.owner, place.appRole)
    const broken = more('create table half (id int);\nselect 1 / 0;')
    await expect(migrate(place.owner, place.appRole, broken)).rejects.toThrow('9999_more stopped at: select 1 / 0')
    expect(await isThere(place, 'half')).toBe(false)
    expect(await namesIn(place)).toHaveLength(all.length)
    expect(await migrate(place.owner, place.appRole, more('create table half (id int);'))).toEqual(['9999_more'])
    expect(await isThere(place, 'half')).toBe(true)
  })

  test('a start killed in the middle of them leaves nothing behind, and the next one completes', async () => {
    const place = await empty('slow')
    const early = all.filter(({ name }) => name < '0020')
    await migrate(place.owner, place.appRole, early)
    const data = folder('slow')
    const at = (who: pg.PoolConfig): string => urlOf({ ...who, database: place.name })
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: at(appOf),
      MIGRATE_DATABASE_URL: at(ownerOf),
      DATA_DIR: data.path,
    }
    const command = ['dist/server/command.js', 'migrate']
    // somebody reads the pacts for a long time: the migration that wants an index on them waits in the middle of its work
    const reader = await place.owner.connect()
    await reader.query('begin; lock table pact in share row exclusive mode')
    const child = spawn(process.execPath, command, { env, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await until('the migration waits', async () => {
      const { rows } = await admin.query(
        `select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
        [place.name],
      )
      return rows.length > 0
    })
    child.kill('SIGKILL')
    await ended
    expect(await namesIn(place)).toEqual(early.map(({ name }) => name))
    await reader.query('commit')
    reader.release()
    execFileSync(process.execPath, command, { env, stdio: 'ignore' })
    expect(await namesIn(place)).toEqual(all.map(({ name }) => name))
    data.remove()
  })

  test('an installation that holds data keeps it through an upgrade', async () => {
    const place = await empty('data')
    await migrate(
      place.owner,
      place.appRole,
      all.filter(({ name }) => name < '0006'),
    )
    const district = '019c0000-0000-7000-8000-000000000001'
    await place.owner.query(`insert into district (id, code, name) values ($1, 'cremasco', 'Ambito Cremasco')`, [
      district,
    ])
    await place.owner.query(
      `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, created_at)
       select $1, gen_random_uuid(), 'Rossi ' || n, 'Anna', 'RS', 'AN', 'anna rossi ' || n, now() from generate_series(1, 200) n`,
      [district],
    )
    const digest = `select md5(string_agg(id || family_name || given_name || created_at, ',' order by id)) as sum, count(*) as rows from person`
    const before = (await place.owner.query(digest)).rows
    const applied = await migrate(place.owner, place.appRole)
    expect(applied).toEqual(all.filter(({ name }) => name >= '0006').map(({ name }) => name))
    expect((await place.owner.query(digest)).rows).toEqual(before)
    expect(before[0]?.rows).toBe(200)
  })

  test('a database newer than the product is refused in plain words, and left as it is', async () => {
    const place = await empty('newer')
    await migrate(place.owner, place.appRole, more('create table newer (id int);'))
    const data = folder('newer')
    const product = await startProduct({
      DATABASE_URL: urlOf({ ...appOf, database: place.name }),
      MIGRATE_DATABASE_URL: urlOf({ ...ownerOf, database: place.name }),
      DATA_DIR: data.path,
    })
    expect(await product.ended).toBe(1)
    expect(product.said()).toContain('9999_more')
    expect(product.said()).toMatch(/più recente.*newer than this version/s)
    expect(await isThere(place, 'newer')).toBe(true)
    data.remove()
  })
})

describe('the product does not start', () => {
  const outcome = async (env: Record<string, string>): Promise<{ code: number | null; said: string }> => {
    const data = folder('start')
    const product = await startProduct({ ...env, DATA_DIR: data.path })
    const code = await product.ended
    data.remove()
    return { code, said: product.said() }
  }

  test('as a role that owns the tables, or is superuser: the policies would not bind it', async () => {
    const place = await empty('mighty')
    await migrate(place.owner, place.appRole)
    for (const who of [ownerOf, root]) {
      const { code, said } = await outcome({ DATABASE_URL: urlOf({ ...who, database: place.name }) })
      expect([code, said]).toEqual([1, expect.stringMatching(/può scavalcare i diritti.*can walk around the rights/s)])
    }
  })

  test('on a database that is behind, without the address of its owner', async () => {
    const place = await empty('behind')
    await migrate(place.owner, place.appRole, all.slice(0, 4))
    const { code, said } = await outcome({ DATABASE_URL: urlOf({ ...appOf, database: place.name }) })
    expect([code, said]).toEqual([1, expect.stringMatching(/MIGRATE_DATABASE_URL/)])
  })

  test('when DATABASE_URL answers nothing, and says whose address it tried without its password', async () => {
    const { code, said } = await outcome({ DATABASE_URL: 'postgres://fl:segreto@127.0.0.1:9/fl' })
    expect([code, said]).toEqual([1, expect.stringMatching(/Il database non risponde.*the database does not answer/s)])
    expect(said).toContain('127.0.0.1:9')
    expect(said).not.toContain('segreto')
  })

  test('with settings that are no settings', async () => {
    const { code, said } = await outcome({ RATE_LIMIT_PER_MINUTE: 'tanti' })
    expect([code, said]).toEqual([1, expect.stringContaining('RATE_LIMIT_PER_MINUTE')])
  })
})
