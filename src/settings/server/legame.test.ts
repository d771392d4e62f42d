import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { LegameVersion } from '../core/legame.schema.ts'
import { legameOn } from '../core/legame.ts'

let house: TestHouse
let admin: Worker
let tutor: Worker
beforeAll(async () => {
  house = await openHouse('legame')
  admin = await house.worker({ role: 'administrator' })
  tutor = await house.worker({ role: 'tutor', district: crema })
})
afterAll(() => house.close())

const versions = async (): Promise<LegameVersion[]> =>
  (await house.call<{ rows: LegameVersion[] }>(tutor, 'GET', '/settings/legame')).body.rows
const next = {
  months: 6,
  namedByPerson: true,
  leftOut: ['professional', 'kin'],
  bonding: ['friend'],
  linking: ['professional', 'school'],
  linkingBodies: ['public', 'firm'],
  textIt: 'Un legame è una relazione nominata dalla persona, viva dopo sei mesi.',
  textEn: 'A tie is a relation that the person named, alive after six months.',
  fromDay: '2026-12-01',
}

test('a programme starts with a definition, which everybody at work reads', async () => {
  expect(await versions()).toMatchObject([
    {
      ...{ version: 1, months: 3, namedByPerson: true, leftOut: ['professional'] },
      ...{
        bonding: ['kin', 'friend'],
        linking: ['school', 'professional'],
        linkingBodies: ['public', 'school', 'firm'],
      },
    },
  ])
  expect((await house.call(null, 'GET', '/settings/legame')).status).toBe(401)
})
test('only an administrator writes the next one', async () => {
  expect((await house.call(tutor, 'POST', '/settings/legame', { ...next, after: 1 })).status).toBe(403)
})
test('of two who write the next version at once, one is told', async () => {
  const both = await Promise.all([1, 2].map(() => house.call(admin, 'POST', '/settings/legame', { ...next, after: 1 })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await versions()).toMatchObject([{ version: 2, months: 6 }, { version: 1 }])
})
test('a kind cannot bond and give access at once', async () => {
  const twice = { ...next, bonding: ['friend', 'school'], after: 2 }
  expect((await house.call(admin, 'POST', '/settings/legame', twice)).body).toMatchObject({
    code: 'settings.legameTwice',
  })
})
test('the version in force is that of the day', async () => {
  const all = await versions()
  expect(['1999-01-01', '2026-11-30', '2026-12-01', '2027-05-01'].map((day) => legameOn(all, day)?.version)).toEqual([
    1, 1, 2, 2,
  ])
})
test('a version cannot hold from before the one it follows, and none is rewritten', async () => {
  const { status, body } = await house.call(admin, 'POST', '/settings/legame', {
    ...next,
    fromDay: '2026-11-30',
    after: 2,
  })
  expect([status, body.code]).toEqual([422, 'settings.legameBefore'])
  await expect(house.services.pool.query('update legame_definition set months = 1')).rejects.toThrow(
    /permission denied/,
  )
})

test('the definition goes out with the configuration; another one that comes in is the next version, from today', async () => {
  house.setClock('2026-12-10T09:00:00.000Z')
  type Whole = { legame: { months: number } }
  const { body } = await house.call<Whole>(admin, 'GET', '/settings/configuration')
  expect(body.legame).toMatchObject({ months: 6, leftOut: ['professional', 'kin'], bonding: ['friend'] })
  const take = (given: object) => house.call(admin, 'PUT', '/settings/configuration', given)
  expect((await take(body)).status).toBe(200)
  expect(await versions()).toHaveLength(2)
  expect((await take({ ...body, legame: { ...body.legame, months: 4 } })).status).toBe(200)
  expect((await versions())[0]).toMatchObject({ version: 3, months: 4, fromDay: '2026-12-10' })
  const older = Object.fromEntries(
    Object.entries({ ...body.legame, months: 4 }).filter(([name]) => !/^(bond|link)/.test(name)),
  )
  expect((await take({ ...body, legame: older })).status).toBe(200)
  expect(await versions()).toHaveLength(3)
  expect((await take({ ...body, legame: { ...body.legame, months: 4, bonding: ['kin'] } })).status).toBe(200)
  expect((await versions())[0]).toMatchObject({ version: 4, bonding: ['kin'] })
  expect((await take({ ...body, legame: { ...body.legame, linking: ['friend'] } })).body).toMatchObject({
    code: 'settings.legameTwice',
  })
  const { legame: _, ...without } = body
  expect((await take(without)).status).toBe(200)
  expect(await versions()).toHaveLength(4)
  house.setClock(null)
})
