import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'

// Two administrators on the same entry: the second is told, and loses nothing.
let house: TestHouse
let admin: Worker
beforeAll(async () => {
  house = await openHouse('versions')
  admin = await house.worker({ role: 'administrator' })
})
afterAll(() => house.close())

const item = { labelIt: 'Corso', labelEn: 'Course', data: {}, position: 10, active: true }
const target = { labelIt: 'Patti', labelEn: 'Pacts', value: 100, definitionIt: '', definitionEn: '', position: 10 }
const district = {
  ...{ name: 'Ambito Nuovo', seat: '', controller: '', controllerContact: '', dpoContact: '' },
  ...{ state: 'active', deadlines: {} },
}
const things: readonly [string, string, string, object][] = [
  ['an entry of a list', '/settings/catalogues/support/corso', '/settings/catalogues/support', item],
  ['an expected result', '/settings/targets/patti', '/settings/targets', target],
  ['a district', '/settings/districts/ambito-nuovo', '/settings/districts', district],
]
const put = (path: string, body: object) => house.call<{ version: number; code?: string }>(admin, 'PUT', path, body)
const last = (path: string): string => path.split('/').at(-1) ?? ''
const versionIn = async (list: string, code: string): Promise<number | undefined> =>
  (await house.call<{ rows: { code: string; version: number }[] }>(admin, 'GET', list)).body.rows.find(
    (row) => row.code === code,
  )?.version

describe.each(things)('%s', (_, path, list, body) => {
  test('changes under the version that was read, and says the next one', async () => {
    expect((await put(path, { ...body, version: 0 })).body.version).toBe(1)
    expect(await versionIn(list, last(path))).toBe(1)
    expect((await put(path, { ...body, version: 1 })).body.version).toBe(2)
    expect(await versionIn(list, last(path))).toBe(2)
  })
  test('is not made twice, and an older version changes nothing', async () => {
    for (const version of [0, 1]) {
      const { status, body: said } = await put(path, { ...body, version })
      expect([status, said.code]).toEqual([409, 'platform.changedMeanwhile'])
    }
    expect(await versionIn(list, last(path))).toBe(2)
  })
  test('is changed by one of two who save at once', async () => {
    const both = await Promise.all([put(path, { ...body, version: 2 }), put(path, { ...body, version: 2 })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('the configuration goes out without versions, and comes in past them', async () => {
  const { body } = await house.call<{ targets: object[] }>(admin, 'GET', '/settings/configuration')
  expect(body.targets[0]).not.toHaveProperty('version')
  const before = await versionIn('/settings/targets', 'patti')
  expect((await house.call(admin, 'PUT', '/settings/configuration', body)).status).toBe(200)
  expect(await versionIn('/settings/targets', 'patti')).toBe((before ?? 0) + 1)
})
