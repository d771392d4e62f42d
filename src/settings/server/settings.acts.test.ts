import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { Configuration, Programme } from '../core/settings.schema.ts'

let house: TestHouse
let admin: Worker
let tutor: Worker
beforeAll(async () => {
  house = await openHouse('settings')
  admin = await house.worker({ role: 'administrator' })
  tutor = await house.worker({ role: 'tutor', district: crema })
})
afterAll(() => house.close())

const programme = async (): Promise<Programme & { version: number }> =>
  (await house.call<Programme & { version: number }>(tutor, 'GET', '/settings/programme')).body
const configuration = async (): Promise<Configuration> =>
  (await house.call<Configuration>(admin, 'GET', '/settings/configuration')).body

test('everybody at work reads the deadlines, and nobody outside', async () => {
  expect((await programme()).deadlines.firstContactDays).toBe(7)
  expect((await house.call(null, 'GET', '/settings/programme')).status).toBe(401)
})
test('only an administrator changes them', async () => {
  const now = await programme()
  expect((await house.call(tutor, 'PUT', '/settings/programme', now)).status).toBe(403)
  expect((await house.call(admin, 'PUT', '/settings/programme', { ...now, name: 'Legami in prova' })).status).toBe(200)
  expect((await programme()).name).toBe('Legami in prova')
})
test('two administrators at once: the second is told, and nothing is lost', async () => {
  const now = await programme()
  const both = await Promise.all(
    ['Uno', 'Due'].map((name) => house.call(admin, 'PUT', '/settings/programme', { ...now, name })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})
test('a programme cannot end before it starts', async () => {
  const late = { ...(await programme()), startsOn: '2026-02-01', endsOn: '2026-01-01' }
  const { status, body } = await house.call(admin, 'PUT', '/settings/programme', late)
  expect([status, body.code]).toEqual([422, 'settings.endsBeforeStart'])
})
test('a field that is not ours is refused by name', async () => {
  const { status, body } = await house.call(admin, 'PUT', '/settings/programme', {
    ...(await programme()),
    single: false,
  })
  expect([status, JSON.stringify(body.errors)]).toEqual([400, expect.stringContaining('single')])
})
test('a configuration goes out, is compared, and comes back the same', async () => {
  const before = await configuration()
  const course = {
    kind: 'support',
    code: 'course',
    labelIt: 'Corso',
    labelEn: 'Course',
    data: { unit: 'ore' },
    position: 1,
    active: true,
  }
  const added = { ...course, id: '019c0000-0000-7000-8000-00000000ca7a' }
  const after = { ...before, catalogues: [...before.catalogues, added] }
  const compared = await house.call<{ rows: { path: string }[] }>(
    admin,
    'POST',
    '/settings/configuration/comparison',
    after,
  )
  expect(compared.body.rows.map(({ path }) => path)).toEqual(['catalogues/support.course'])
  expect((await configuration()).catalogues.some(({ code }) => code === 'course')).toBe(false)
  expect((await house.call(admin, 'PUT', '/settings/configuration', after)).body).toEqual({ changed: 1 })
  expect(await configuration()).toEqual(after)
  expect((await house.call(admin, 'PUT', '/settings/configuration', before)).status).toBe(200)
  expect((await configuration()).catalogues).toEqual([...before.catalogues, { ...added, active: false }])
})
const target = { labelIt: 'Patti', labelEn: 'Pacts', value: 1, definitionIt: '', definitionEn: '', position: 1 }
test('a code that no list could be read with again makes nothing', async () => {
  expect((await house.call(admin, 'PUT', '/settings/targets/due%20parole', target)).status).toBe(400)
  const { id: _, code: __, ...district } = (await configuration()).districts[0] as Record<string, unknown>
  expect((await house.call(admin, 'PUT', '/settings/districts/Due%20Parole', district)).status).toBe(400)
  expect((await house.call(admin, 'GET', '/settings/configuration')).status).toBe(200)
})
test('a configuration that names a district it lacks changes nothing', async () => {
  const before = await configuration()
  const wrong = { ...before, programme: { ...before.programme, name: 'Altro' }, districts: [] }
  expect((await house.call(admin, 'PUT', '/settings/configuration', wrong)).body).toMatchObject({
    code: 'settings.noSuchDistrict',
  })
  expect(await configuration()).toEqual(before)
})
test.each<[string, string, (now: Configuration) => Partial<Configuration>]>([
  ['a result twice', 'settings.sameCodeTwice', ({ targets }) => ({ targets: [...targets, ...targets] })],
  ['an entry twice', 'settings.sameCodeTwice', ({ catalogues }) => ({ catalogues: [...catalogues, ...catalogues] })],
  ['a town twice', 'settings.sameCodeTwice', ({ municipalities: all }) => ({ municipalities: [...all, ...all] })],
  [
    'two towns of one tax office code',
    'settings.sameCodeTwice',
    ({ municipalities: all }) => ({ municipalities: [...all, ...all.map((one) => ({ ...one, istatCode: '999999' }))] }),
  ],
  [
    'an end before the start',
    'settings.endsBeforeStart',
    ({ programme: now }) => ({ programme: { ...now, startsOn: '2026-02-01', endsOn: '2026-01-01' } }),
  ],
])('a configuration with %s is refused by its reason and changes nothing', async (_name, code, wrong) => {
  const target = { code: 'labs', labelIt: 'L', labelEn: 'L', value: 1, definitionIt: '', definitionEn: '', position: 1 }
  expect((await house.call(admin, 'PUT', '/settings/targets/labs', { ...target, code: undefined })).status).toBe(200)
  const before = await configuration()
  const given = { ...before, ...wrong(before) }
  const { status, body } = await house.call(admin, 'PUT', '/settings/configuration', given)
  expect([status, body.code]).toEqual([422, code])
  expect(await configuration()).toEqual(before)
})
