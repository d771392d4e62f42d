import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../bench/house.ts'

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
  expect([site.statusCode, site.headers['content-type']]).toEqual([404, expect.stringContaining('text/html')])
})
