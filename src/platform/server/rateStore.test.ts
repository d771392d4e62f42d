import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../bench/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse('rate', { RATE_LIMIT_PER_MINUTE: '5' })
})
afterAll(() => house.close())

const ask = async (address: string): Promise<number> =>
  (await house.request({ url: '/api/v1/openapi.json', remoteAddress: address })).statusCode

test('of a burst only what is too much is refused', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => ask('203.0.113.1')))
  expect(all.toSorted()).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
})
test('whoever asks from elsewhere is not refused with them', async () => {
  expect(await ask('203.0.113.1')).toBe(429)
  expect(await ask('203.0.113.2')).toBe(200)
})
