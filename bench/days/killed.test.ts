import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../src/platform/server/embedded/embedded.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { type FreshDb, freshDb } from '../fresh-db.ts'
import { folder, item, makeWorker, type Product, startProduct, until, urlOf } from './product.ts'

const ends: (() => Promise<unknown> | unknown)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

const save = (product: Product, cookie: string, code: string): Promise<Response> =>
  fetch(`${product.url}/api/v1/settings/catalogues/support/${code}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(item(code)),
  })

type Kept = { code: string; lines: number }
const keptIn = async (db: FreshDb): Promise<Kept[]> => {
  const owner = openPool({ ...db.owner, max: 1 })
  const { rows } = await owner
    .query<Kept>(
      `select i.code, count(j.id)::int as lines from catalogue_item i left join journal j on j.subject_id = i.id
         and j.act = 'settings.saveCatalogueItem' where i.code like 'k%' group by i.code`,
    )
    .finally(() => owner.end())
  return rows
}

test('a product killed in the middle of many writes keeps what it answered for, whole, each with its line', async () => {
  const db = await freshDb('killed')
  const data = folder('killed')
  ends.push(data.remove, db.drop)
  const env = { DATABASE_URL: urlOf(db.app.options), MIGRATE_DATABASE_URL: urlOf(db.owner), DATA_DIR: data.path }
  const owner = openPool({ ...db.owner, max: 1 })
  const cookie = await makeWorker((text, values) => owner.query(text, values), 'administrator').finally(() =>
    owner.end(),
  )
  const first = await startProduct(env)
  await first.up()
  const answered: string[] = []
  let asked = 0
  const writer = async (): Promise<void> => {
    for (;;) {
      const code = `k${asked++}`
      const reply = await save(first, cookie, code).catch(() => undefined)
      if (!reply) return
      if (reply.status === 200) answered.push(code)
    }
  }
  const writers = Promise.all(Array.from({ length: 24 }, writer))
  await until('some writes were answered', () => answered.length > 60)
  await first.kill()
  await writers
  const second = await startProduct(env)
  ends.push(second.stop)
  await second.up()
  const kept = await keptIn(db)
  expect(kept.map(({ code }) => code)).toEqual(expect.arrayContaining(answered))
  expect(kept.filter(({ lines }) => lines !== 1)).toEqual([])
  await db.app.query('select app.seal_journal()')
  const { rows } = await db.app.query('select broken_no, waiting, stray from app.verify_journal()')
  expect(rows).toEqual([{ broken_no: null, waiting: 0, stray: 0 }])
  expect((await save(second, cookie, 'kafter')).status).toBe(200)
})

describe('the database killed under a running product', () => {
  test('requests are told so in the language of the reader, and work again by themselves', async () => {
    const data = folder('away')
    const server = await startEmbedded({ dataDir: data.path })
    execFileSync(process.execPath, ['dist/server/command.js', 'migrate'], {
      env: { PATH: process.env.PATH, DATA_DIR: data.path },
    })
    const owner = openPool({ ...server.owner, max: 1 })
    const cookie = await makeWorker((text, values) => owner.query(text, values), 'administrator').finally(() =>
      owner.end(),
    )
    const product = await startProduct({ DATA_DIR: data.path })
    // the product that stays is the last to leave: it stops the database
    ends.push(data.remove, product.stop)
    await product.up()
    expect((await save(product, cookie, 'kbefore')).status).toBe(200)
    await server.stop()
    const pid = Number(readFileSync(join(data.path, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
    const told: string[] = []
    const titles = new Set<string>()
    const ask = async (no: number): Promise<boolean> => {
      const reply = await fetch(`${product.url}/api/v1/settings/targets`, {
        headers: { cookie, 'accept-language': no % 2 ? 'en' : 'it' },
      })
      if (reply.status === 200) return true
      const { code, title } = (await reply.json()) as { title: string; code: string }
      told.push(`${reply.status} ${reply.headers.get('content-type')} ${code}`)
      titles.add(title)
      return false
    }
    const away = Promise.all(Array.from({ length: 12 }, (_, no) => ask(no)))
    // immediate shutdown: every connection is cut as by a crash, and the journal of the database is replayed
    process.kill(pid, 'SIGQUIT')
    await away
    await until('it works again', async () => {
      const replies = await Promise.all(Array.from({ length: 12 }, (_, no) => ask(no)))
      return told.length > 0 && replies.every(Boolean)
    })
    expect((await save(product, cookie, 'kagain')).status).toBe(200)
    expect([...new Set(told)]).toEqual(['503 application/problem+json; charset=utf-8 platform.away'])
    expect(
      [...titles].filter((title) => !/^(Il servizio si sta riavviando|The service is restarting)/.test(title)),
    ).toEqual([])
  })
})
