import { connect } from 'node:net'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Done, endpoint } from '../../src/platform/core/contract.ts'
import { serve } from '../../src/platform/server/http.ts'
import { openHouse, type TestHouse, type Worker } from '../house.ts'
import { item } from './product.ts'

let house: TestHouse
let admin: Worker
const logged: string[] = []
beforeAll(async () => {
  house = await openHouse('input')
  const broken = endpoint({
    name: 'days.break',
    method: 'POST',
    path: '/days/break',
    permission: 'signedIn',
    journal: 'write',
    summary: 'For the tests',
    body: z.object({ text: z.string() }),
    reply: Done,
  })
  serve(house.house, broken, () => Promise.reject(new Error('it broke')))
  admin = await house.worker({ role: 'administrator' })
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  Object.assign(house.services.log, { error: log.error.bind(log), warn: log.warn.bind(log), info: log.info.bind(log) })
})
afterAll(() => house.close())

const secret = 'Segretissimo'
const url = '/api/v1/settings/catalogues/support/prova'
const json = { 'content-type': 'application/json' }
const send = (more: Partial<InjectOptions>, language = 'it'): Promise<LightMyRequestResponse> =>
  house.request({
    method: 'PUT',
    url,
    ...more,
    headers: { cookie: `${admin.cookie}; fl_lang=${language}`, ...json, ...more.headers } as Record<string, string>,
  })
const body = (more: Record<string, unknown> = {}): string => JSON.stringify({ ...item(secret), ...more })
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const bodies: readonly [string, Partial<InjectOptions>][] = [
  ['an empty body', { payload: '' }],
  ['no body at all', { headers: { 'content-type': '' } }],
  ['what is not JSON', { payload: `{"labelIt": ${secret}` }],
  ['a list in place of an object', { payload: '[1,2,3]' }],
  ['a bare word', { payload: '"ciao"' }],
  ['letters of another encoding', { payload: Buffer.from(body({ labelIt: 'Perché così' }), 'latin1') }],
  [
    'UTF-16',
    { payload: Buffer.from(body(), 'utf16le'), headers: { 'content-type': 'application/json; charset=utf-16' } },
  ],
  ['two megabytes', { payload: body({ labelIt: 'x'.repeat(2_000_000) }) }],
  ['a nesting without end', { payload: body().replace('"data":{}', `"data":${nested(5_000)}`) }],
  ['an altered prototype', { payload: body().replace('"data":{}', '"data":{"__proto__":{"admin":true}}') }],
  ['an altered constructor', { payload: body().replace('"data":{}', '"data":{"constructor":{"prototype":{"a":1}}}') }],
  ['a NUL character', { payload: body({ labelIt: `${secret}\u0000x` }) }],
  ['a NUL character in the name of a field', { payload: body({ data: { 'a\u0000b': 1 } }) }],
  ['half of a character', { payload: body().replace(secret, '\\ud83d') }],
  ['half of a character in a name', { payload: body().replace('"data":{}', '"data":{"\\udc00":"x"}') }],
  ['a form', { payload: 'labelIt=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['plain text', { payload: body(), headers: { 'content-type': 'text/plain' } }],
  ['XML', { payload: '<a/>', headers: { 'content-type': 'application/xml' } }],
  ['a content type that is none', { payload: body(), headers: { 'content-type': ';;;' } }],
  ['a field that nobody may write', { payload: body({ id: '019c0000-0000-7000-8000-000000000009' }) }],
  ['numbers as text', { payload: body({ position: 'uno' }) }],
  ['a number that no column holds', { payload: body({ position: 2 ** 31 }) }],
  ['a number beyond all numbers', { payload: body().replace('"position":1', '"position":1e999') }],
]

describe('a body that cannot be taken is told calmly and logged nowhere', () => {
  test.each(bodies)('%s', async (_name, more) => {
    const titles = new Set<string>()
    for (const language of ['it', 'en']) {
      const reply = await send(more, language)
      expect(reply.statusCode).toBeGreaterThanOrEqual(400)
      expect(reply.statusCode).toBeLessThan(500)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      const told = reply.json<{ title: string; code: string; status: number }>()
      expect(told.status).toBe(reply.statusCode)
      expect(told.title).not.toBe(told.code)
      titles.add(told.title)
    }
    expect(titles.size).toBe(2)
    expect(await house.sql(`select 1 from catalogue_item where code = 'prova'`)).toEqual([])
    expect(logged.join('\n')).not.toContain(secret)
  })

  test('nor is what was sent to an act that breaks: the log has a number to look for, and the reader gets it', async () => {
    const reply = await send({ method: 'POST', url: '/api/v1/days/break', payload: JSON.stringify({ text: secret }) })
    const told = reply.json<{ title: string; about: { request: string } }>()
    expect([reply.statusCode, told.title]).toEqual([500, expect.stringContaining(told.about.request)])
    expect(logged.filter((line) => line.includes(`"${told.about.request}"`))).toHaveLength(1)
    expect(logged.join('\n')).not.toContain(secret)
  })

  test('whole characters outside the basic ones are kept as they came', async () => {
    const reply = await send({
      payload: body({ labelIt: 'Caffè 😀 \u{1F469}\u200D\u{1F33E}' }).replace('😀', '\\ud83d\\ude00'),
    })
    expect([reply.statusCode, reply.json<{ labelIt: string }>().labelIt]).toEqual([
      200,
      'Caffè 😀 \u{1F469}\u200D\u{1F33E}',
    ])
    await house.sql(`delete from catalogue_item where code = 'prova'`)
  })
})

describe('an address that cannot be taken', () => {
  test.each([
    ['a NUL character in a question', '/api/v1/persons?q=a%00b', 400],
    ['a question asked twice', '/api/v1/persons?limit=1&limit=2', 400],
    ['a question that nobody knows', '/api/v1/persons?colour=red', 400],
    ['a page before the first', '/api/v1/persons?offset=-1', 400],
    ['a NUL character in the place of a record', '/api/v1/persons/%00', 400],
    ['a broken escape', '/api/v1/persons/%E0%A4%A', 400],
    ['a record that is no record', '/api/v1/persons/1%20or%201=1', 400],
    ['a very long question', `/api/v1/persons?q=${'a'.repeat(12_000)}`, 400],
    ['a day of the year 0', '/api/v1/access/journal?from=0000-01-01', 400],
    ['a day after all days', '/api/v1/access/journal?to=9999-12-31', 400],
    ['a road that leaves the house', '/api/v1/../../etc/passwd', 404],
  ])('%s', async (_name, address, status) => {
    const worker = await house.worker({ role: 'coordinator', district: '019c0000-0000-7000-8000-000000000001' })
    const reply = await house.request({ url: address, headers: { cookie: worker.cookie } })
    expect(reply.statusCode).toBe(status)
    const isApi = address.startsWith('/api/') && !address.includes('..')
    expect(reply.headers['content-type']).toContain(isApi ? 'application/problem+json' : 'text/html')
  })

  test('a method that the address does not have', async () => {
    for (const method of ['PATCH', 'DELETE', 'OPTIONS'] as const) {
      const reply = await house.request({ method, url, headers: { cookie: admin.cookie } })
      expect([method, reply.statusCode, reply.json().code]).toEqual([method, 405, 'platform.wrongMethod'])
    }
  })
})

describe('what is no request at all', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const address = house.app.server.address()
      const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1', () =>
        socket.write(text),
      )
      const parts: string[] = []
      socket.on('data', (part) => void parts.push(String(part)))
      socket.on('error', reject)
      socket.on('close', () => resolve(parts.join('')))
    })
  beforeAll(() => house.app.listen({ port: 0, host: '127.0.0.1' }))

  test.each([
    ['a method that does not exist', 'PRENDI /api/v1/persons HTTP/1.1\r\nhost: x\r\n\r\n', '400'],
    ['headers without end', `GET /api/health?${'a'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, '431'],
    ['noise', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', '400'],
  ])('%s is told in both languages', async (_name, text, status) => {
    const told = await raw(text)
    expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(told).toContain('application/problem+json')
    expect(told).toMatch(/non si legge.*cannot be read/)
  })
})

test('every reply of the API tells the limit of requests, forbids caches and other people’s frames', async () => {
  const replies = [
    await house.request({ url: '/api/v1/settings/targets', headers: { cookie: admin.cookie } }),
    await house.request({ url: '/api/v1/settings/targets' }),
    await send({ payload: '' }),
  ]
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 401, 400])
  for (const { headers } of replies) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    })
    for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'])
      expect(Number(headers[name])).toBeGreaterThan(0)
  }
})

test('too many requests are slowed, in words', async () => {
  const strict = await openHouse('slow', { RATE_LIMIT_PER_MINUTE: '3' })
  const replies: LightMyRequestResponse[] = []
  for (let no = 0; no < 6; no++) replies.push(await strict.request({ url: '/api/v1/settings/targets?lang=en' }))
  await strict.close()
  const last = replies.find(({ statusCode }) => statusCode === 429)
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([401, 401, 401, 429, 429, 429])
  expect(last?.json<{ title: string }>().title).toMatch(/^Too many requests/)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
})
