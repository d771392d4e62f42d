import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { aFileOf } from './measures.sample.ts'

let house: TestHouse
let admin: Worker
beforeAll(async () => {
  house = await openHouse('plan')
  admin = await house.worker({ role: 'administrator' })
})
afterAll(() => house.close())

type Whole = { measuring: { battery: string[]; midMonths: number } }
type Shelf = { plan: { battery: string[]; midMonths: number }; version: number }
const whole = async (): Promise<Whole> => (await house.call<Whole>(admin, 'GET', '/settings/configuration')).body
const shelf = async (): Promise<Shelf> => (await house.call<Shelf>(admin, 'GET', '/measures/instruments')).body
const take = (given: object) =>
  house.call<{ code?: string }>(admin, 'PUT', '/settings/configuration', given as Record<string, unknown>)

test('the plan of measures goes out with the configuration, and another one comes in with it', async () => {
  const before = await whole()
  expect(before.measuring).toEqual((await shelf()).plan)
  const given = { ...before, measuring: { ...before.measuring, battery: ['ties', 'osss3'], midMonths: 4 } }
  const compared = await house.call<{ rows: { path: string }[] }>(
    admin,
    'POST',
    '/settings/configuration/comparison',
    given,
  )
  expect(compared.body.rows.map(({ path }) => path)).toEqual(['measuring/battery', 'measuring/midMonths'])
  expect((await take(given)).status).toBe(200)
  expect((await shelf()).plan).toEqual(given.measuring)
  const { measuring: _, ...without } = await whole()
  expect((await take(without)).status).toBe(200)
  expect((await shelf()).plan).toEqual(given.measuring)
})
test('a plan with a questionnaire that is not here takes in nothing of its file', async () => {
  const before = await whole()
  for (const wrong of [{ battery: ['swemwbs'] }, { battery: ['brs'] }, { midMonths: 99 }]) {
    const { body } = await take({ ...before, measuring: { ...before.measuring, ...wrong } })
    expect(body.code).toBe('measures.plan.unfit')
  }
  expect(await whole()).toEqual(before)
})
test('words that were loaded for an instrument stay where the leave to use them was given', async () => {
  const leave = 'Nota del 3 novembre 2026'
  const loaded = await house.call(admin, 'POST', '/measures/instruments/who5/texts', {
    language: 'it',
    permission: leave,
    file: aFileOf('who5'),
  })
  expect(loaded.status).toBe(200)
  expect(JSON.stringify(await whole())).not.toContain(leave)
})
