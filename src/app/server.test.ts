import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../bench/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse('server')
})
afterAll(() => house.close())

test('the health page tells version, database and migration', async () => {
  const { statusCode, body } = await house.request({ url: '/api/health' })
  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ status: 'ok', version: '0.0.0-test', database: { kind: 'embedded' } })
})
test('an address that nobody serves is not found, as a problem for programs and as a page for people', async () => {
  const [api, site] = await Promise.all([house.request({ url: '/api/v1/nothing' }), house.request({ url: '/niente' })])
  expect([api.statusCode, api.headers['content-type']]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ])
  expect(site.body).toContain('<link rel="icon" href="data:image/svg+xml')
  expect([site.statusCode, site.headers['content-type']]).toEqual([404, expect.stringContaining('text/html')])
})
test('an address asked in a way that it does not answer to says which ways there are', async () => {
  const asked = await Promise.all(
    (
      [
        ['DELETE', '/api/v1/persons?q=rossi'],
        ['OPTIONS', '/api/v1/cases/019c0000-0000-7000-8000-00000000ffff'],
        ['POST', '/api/health'],
        ['POST', '/privacy'],
        ['POST', '/api/v1/nothing'],
        ['GET', '/api'],
      ] as const
    ).map(([method, url]) => house.request({ method, url })),
  )
  expect(
    asked.map(({ statusCode, headers }) => [statusCode, headers.allow, headers['content-type']?.slice(0, 24)]),
  ).toEqual([
    [405, 'GET, POST', 'application/problem+json'],
    [405, 'GET', 'application/problem+json'],
    [405, 'GET', 'application/problem+json'],
    [405, 'GET', 'text/html; charset=utf-8'],
    [404, undefined, 'application/problem+json'],
    [404, undefined, 'application/problem+json'],
  ])
  for (const { headers } of asked) expect(headers).toHaveProperty('x-ratelimit-remaining')
})
test('a form of a page is not taken where an endpoint reads JSON or a file', async () => {
  const clerk = await house.worker({ role: 'intake', district: crema })
  const sent = (kind: string, url: string): Promise<number> =>
    house
      .request({ method: 'POST', url, payload: '{}', headers: { cookie: clerk.cookie, 'content-type': kind } })
      .then(({ statusCode, headers }) => (headers['content-type']?.includes('problem+json') ? statusCode : 0))
  expect([
    await sent('application/x-www-form-urlencoded', '/api/v1/persons'),
    await sent('text/xml', '/api/v1/persons'),
    await sent('application/json', '/api/v1/persons'),
    await sent('application/json', '/api/v1/imports?name=elenco.csv'),
  ]).toEqual([415, 415, 400, 415])
})
test('the health page says why when the database is away, and when to ask again', async () => {
  const alone = await openHouse('away')
  const { pool } = alone.services
  const query = pool.query.bind(pool)
  Object.assign(pool, { query: () => Promise.reject(new Error('connect ECONNREFUSED')) })
  const { statusCode, headers, body } = await alone.request({ url: '/api/health' })
  Object.assign(pool, { query })
  expect([statusCode, headers['retry-after'], JSON.parse(body)]).toEqual([
    503,
    '10',
    { status: 'unavailable', version: '0.0.0-test', reason: 'connect ECONNREFUSED' },
  ])
  expect((await alone.request({ url: '/api/health' })).statusCode).toBe(200)
  await alone.close()
})
