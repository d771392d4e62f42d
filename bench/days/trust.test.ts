import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../src/platform/core/contract.ts'
import { done, refuseKeeping } from '../../src/platform/core/refusal.ts'
import { takeNumber } from '../../src/platform/server/counter.store.ts'
import { serve } from '../../src/platform/server/http.ts'
import { platformJobs } from '../../src/platform/server/jobs.ts'
import { writeJournal } from '../../src/platform/server/journal.ts'
import { transact } from '../../src/platform/server/transact.ts'
import type { Tx } from '../../src/platform/server/tx.ts'
import { crema, openHouse, type Reply, type TestHouse, type Worker } from '../house.ts'
import { item } from './product.ts'

let house: TestHouse
let worker: Worker
let refusing = true
const reply = z.object({ last: z.number() })
const door = { permission: 'signedIn', summary: 'For the tests', reply } as const
const number = (tx: Tx, series: string): Promise<number> => takeNumber(tx, { districtId: crema, series, year: 2026 })
const line = (tx: Tx): Promise<void> =>
  writeJournal(tx, { act: 'days.test', subject: { kind: 'test', id: tx.newId() } })

beforeAll(async () => {
  house = await openHouse('trust')
  const post = { ...door, method: 'POST', journal: 'write' } as const
  serve(house.house, endpoint({ ...post, name: 'days.keep', path: '/days/keep' }), async (tx) => {
    const last = await number(tx, 'keep')
    await line(tx)
    return refusing ? refuseKeeping('conflict', 'platform.changedMeanwhile') : done({ last })
  })
  serve(house.house, endpoint({ ...post, name: 'days.silent', path: '/days/silent' }), async (tx) =>
    done({ last: await number(tx, 'silent') }),
  )
  serve(house.house, endpoint({ ...post, name: 'days.swallow', path: '/days/swallow' }), async (tx) => {
    await line(tx)
    const last = await number(tx, 'swallow')
    await sql`select 1 / 0`.execute(tx.db).catch(() => {})
    return done({ last })
  })
  serve(house.house, endpoint({ ...post, name: 'days.badLine', path: '/days/bad-line' }), async (tx) => {
    const last = await number(tx, 'badLine')
    await writeJournal(
      { ...tx, actor: { ...tx.actor, id: crema } },
      { act: 'days.x', subject: { kind: 'x', id: crema } },
    )
    return done({ last })
  })
  serve(house.house, endpoint({ ...post, name: 'days.untold', path: '/days/untold' }), async (tx) => {
    await Promise.all([number(tx, 'untold'), line(tx)])
    return done({ last: 'the first' } as unknown as { last: number })
  })
  serve(
    house.house,
    endpoint({ ...door, name: 'days.look', method: 'GET', path: '/days/look', journal: 'none' }),
    async (tx) => done({ last: await number(tx, 'look') }),
  )
  worker = await house.worker({ role: 'administrator' })
})
afterAll(() => house.close())

const series = async (name: string): Promise<unknown[]> =>
  house.sql('select last from counter where series = $1', [name])
const lines = async (act: string): Promise<number> =>
  (await house.sql<{ n: number }>('select count(*)::int as n from journal where act = $1', [act]))[0]?.n ?? 0

describe('what an act may leave behind', () => {
  test('a change without a line in the journal is undone', async () => {
    expect((await house.call(worker, 'POST', '/days/silent', {})).status).toBe(500)
    expect(await series('silent')).toEqual([])
  })
  test('a change whose line cannot be written is undone', async () => {
    expect((await house.call(worker, 'POST', '/days/bad-line', {})).status).toBe(500)
    expect([await series('badLine'), await lines('days.x')]).toEqual([[], 0])
  })
  test('a change beside a failure that somebody swallowed is not called done', async () => {
    const before = await lines('days.test')
    expect((await house.call(worker, 'POST', '/days/swallow', {})).status).toBe(500)
    expect([await series('swallow'), await lines('days.test')]).toEqual([[], before])
  })
  test('a change that cannot be told back is undone', async () => {
    expect((await house.call(worker, 'POST', '/days/untold', {})).status).toBe(500)
    expect(await series('untold')).toEqual([])
  })
  test('an act that only reads cannot write', async () => {
    expect((await house.call(worker, 'GET', '/days/look')).status).toBe(500)
    expect(await series('look')).toEqual([])
  })
  test('the connections that met all this go on serving', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, () => house.call(worker, 'GET', '/settings/targets')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('a repeated request', () => {
  const put = (code: string, label: string, key: string): Promise<Reply<{ code: string }>> =>
    house.call(worker, 'PUT', `/settings/catalogues/support/${code}`, item(label), { 'idempotency-key': key })

  test('sent twice at once makes one record and one line, and both get the same reply', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => put('twice', 'Due volte', 'key-twice-1')))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const [made] = await house.sql<{ id: string }>(`select id from catalogue_item where code = 'twice'`)
    expect(await house.sql('select 1 from journal where subject_id = $1', [made?.id])).toHaveLength(1)
  })
  test('with another body is refused, and changes nothing', async () => {
    const { status, body } = await put('twice', 'Altro', 'key-twice-1')
    expect([status, body.code]).toEqual([409, 'platform.keyUsed'])
    expect(await house.sql(`select label_it from catalogue_item where code = 'twice'`)).toEqual([
      { label_it: 'Due volte' },
    ])
  })
  test('for another record is refused too: the second would be told what was done to the first', async () => {
    const { status, body } = await put('else', 'Due volte', 'key-twice-1')
    expect([status, body.code]).toEqual([409, 'platform.keyUsed'])
    expect(await house.sql(`select 1 from catalogue_item where code = 'else'`)).toEqual([])
  })
  test('of another account is another request', async () => {
    const other = await house.worker({ role: 'administrator' })
    const { status } = await house.call(other, 'PUT', '/settings/catalogues/support/other', item('Altra'), {
      'idempotency-key': 'key-twice-1',
    })
    expect(status).toBe(200)
  })
  test('after a refusal may use its key again, also when what the refusal wrote stays', async () => {
    const ask = (): ReturnType<TestHouse['call']> =>
      house.call(worker, 'POST', '/days/keep', {}, { 'idempotency-key': 'key-keep-1' })
    expect((await ask()).status).toBe(409)
    expect(await series('keep')).toEqual([{ last: 1 }])
    refusing = false
    expect(await ask()).toMatchObject({ status: 200, body: { last: 2 } })
    expect(await ask()).toMatchObject({ status: 200, body: { last: 2 } })
    expect(await series('keep')).toEqual([{ last: 2 }])
  })
})

describe('what is kept only for a while', () => {
  test('goes with the daily sweep, and nothing younger', async () => {
    house.setClock('2026-11-22T09:00:00.000Z')
    const at = (days: number): string => new Date(Date.parse('2026-11-22T09:00:00Z') - days * 86_400_000).toISOString()
    await house.sql(`delete from idempotency`)
    for (const days of [0, 3, 8]) {
      await house.sql(`insert into rate_window values ($1, $2, 1)`, [`w${days}`, at(days)])
      await house.sql(`insert into attempt (key, failed, at) values ($1, 1, $2)`, [`t${days}`, at(days)])
      await house.sql(`insert into idempotency values ($1, $2, 'x.y', 'd', null, $3)`, [crema, `key${days}`, at(days)])
      await house.sql(
        `insert into sign_in_flow (token_hash, kind, payload, expires_at) values ($1, 'oidc', '{}', $2)`,
        [`f${days}`, at(days - 1)],
      )
    }
    await transact(
      house.services,
      { by: 'system' },
      ({ tx }) => platformJobs.jobs.sweep?.(tx, {}) ?? Promise.reject(new Error('no sweep')),
    )
    const left = async (table: string, column: string): Promise<unknown[]> =>
      (await house.sql(`select ${column} as one from ${table} order by 1`)).map((row) => row.one)
    expect(await left('rate_window', 'key')).toEqual(['w0'])
    expect(await left('attempt', 'key')).toEqual(['t0'])
    expect(await left('idempotency', 'key')).toEqual(['key0', 'key3'])
    expect(await left('sign_in_flow', 'token_hash')).toEqual(['f0'])
    house.setClock(null)
  })
})

describe('a crowd', () => {
  test('64 writers on a pool of 10 are all served, each with its own record and line', async () => {
    const before = await lines('settings.saveCatalogueItem')
    const replies = await Promise.all(
      Array.from({ length: 64 }, (_, no) =>
        house.call(worker, 'PUT', `/settings/catalogues/support/crowd${no}`, item(`n. ${no}`)),
      ),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await house.sql(`select 1 from catalogue_item where code like 'crowd%'`)).toHaveLength(64)
    expect(await lines('settings.saveCatalogueItem')).toBe(before + 64)
  })
  test('64 who want the same number wait for one another, and none is given twice', async () => {
    refusing = false
    const replies = await Promise.all(
      Array.from({ length: 64 }, () => house.call<{ last: number }>(worker, 'POST', '/days/keep', {})),
    )
    const numbers = replies.map(({ body }) => body.last).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, at) => (numbers[0] ?? 0) + at))
  })
})

describe('a clock set back', () => {
  test('leaves the journal whole, sealed and in order of its moments', async () => {
    const save = (label: string): ReturnType<TestHouse['call']> =>
      house.call(worker, 'PUT', '/settings/catalogues/support/clock', item(label))
    const seal = async (): Promise<unknown[]> => {
      await house.sql('select app.seal_journal()')
      return house.sql('select broken_no, waiting, stray from app.verify_journal()')
    }
    const whole = [{ broken_no: null, waiting: 0, stray: 0 }]
    for (const at of [
      '2026-11-22T09:00:00.000Z',
      '2026-11-21T09:00:00.000Z',
      '2020-01-01T00:00:00.000Z',
      '2026-11-22T09:00:00.001Z',
    ]) {
      house.setClock(at)
      expect((await save(at)).status).toBe(200)
      expect(await seal()).toEqual(whole)
    }
    const moments = await house.sql<{ at: string }>(
      `select at from journal j join catalogue_item i on i.id = j.subject_id where i.code = 'clock' order by at`,
    )
    expect(moments.map(({ at }) => at)).toEqual([
      '2020-01-01T00:00:00.000Z',
      '2026-11-21T09:00:00.000Z',
      '2026-11-22T09:00:00.000Z',
      '2026-11-22T09:00:00.001Z',
    ])
    house.setClock(null)
  })
  test('does not bring back a session that ended, nor lengthen one that runs out', async () => {
    const leaver = await house.worker({ role: 'administrator' })
    await house.sql(`update session set expires_at = '2026-11-22T10:00:00Z' where account_id = $1`, [leaver.id])
    const ask = async (at: string): Promise<number> => {
      house.setClock(at)
      return (await house.call(leaver, 'GET', '/settings/targets')).status
    }
    expect([await ask('2026-11-22T09:59:00.000Z'), await ask('2026-11-22T10:00:01.000Z')]).toEqual([200, 401])
    await house.sql(
      `update session set ended_at = '2026-11-22T09:30:00Z', expires_at = '2099-01-01' where account_id = $1`,
      [leaver.id],
    )
    expect([await ask('2026-11-22T09:59:00.000Z'), await ask('2026-11-22T08:00:00.000Z')]).toEqual([401, 401])
    house.setClock(null)
  })
  test('does not open what wrong tries have closed', async () => {
    const tried = async (at: string): Promise<number> => {
      house.setClock(at)
      return (
        await house.call(null, 'POST', '/access/sign-in', {
          email: 'chi@esempio.invalid',
          password: 'sbagliata-davvero-1',
        })
      ).status
    }
    const noon = '2026-11-22T12:00:00.000Z'
    const replies: number[] = []
    for (let no = 0; no < 7; no++) replies.push(await tried(noon))
    expect(replies.slice(-2)).toEqual([429, 429])
    expect(await tried('2026-11-22T11:00:00.000Z')).toBe(429)
    house.setClock(null)
  })
})
