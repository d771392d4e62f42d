import { afterAll, beforeAll, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { done } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { OrganisationChoice, OrganisationRow, OrganisationSheet } from '../core/organisation.schema.ts'
import { organisationNames } from './organisation.door.ts'

let house: TestHouse
let coordinator: Worker
let tutor: Worker
let host: Worker
beforeAll(async () => {
  house = await openHouse('organisations')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  tutor = await house.worker({ role: 'tutor', district: crema })
  host = await house.worker({ role: 'host', district: crema, organisation: caritas })
})
afterAll(() => house.close())

const parish = { name: 'Oratorio San Luca di prova', kind: 'parish', districtIds: [crema] }
const create = (more: object = {}, as: Worker = coordinator) =>
  house.call<{ id: string; code?: string; about?: { id: string } }>(as, 'POST', '/organisations', {
    ...parish,
    ...more,
  })
const open = async (id: string): Promise<OrganisationSheet> =>
  (await house.call<OrganisationSheet>(tutor, 'GET', `/organisations/${id}`)).body
const list = async (query: string): Promise<{ names: string[]; total: number }> => {
  const { body } = await house.call<{ rows: OrganisationRow[]; total: number }>(tutor, 'GET', `/organisations${query}`)
  return { names: body.rows.map(({ name }) => name), total: body.total }
}
const form = ({ id: _, version, sites: __, mayChange: ___, ...draft }: OrganisationSheet) => ({ ...draft, version })

test('whoever works in the network reads its bodies; who has no part in it does not', async () => {
  expect((await list('')).total).toBeGreaterThanOrEqual(2)
  expect((await house.call(host, 'GET', '/organisations')).status).toBe(403)
  expect((await house.call(null, 'GET', '/organisations')).status).toBe(401)
})
test('everybody signed in may choose a body by name, open ones only', async () => {
  const found = async (q: string) =>
    (await house.call<{ rows: OrganisationChoice[] }>(host, 'GET', `/organisations/choices?q=${q}`)).body.rows
  expect(await found('tavola')).toEqual([{ id: tavolaLunga, name: 'Cooperativa Tavola Lunga', kind: 'cooperative' }])
  const { body } = await create({ name: 'Chiusa da tempo', active: false })
  expect([body.id.length, await found('chiusa')]).toEqual([36, []])
  expect((await house.call(null, 'GET', '/organisations/choices?q=a')).status).toBe(401)
})
test('only who manages bodies adds one', async () => {
  expect((await create({}, tutor)).status).toBe(403)
  const { status, body } = await create({ taxCode: 'IT 007 4311 0157', schoolCode: '' })
  expect(status).toBe(200)
  expect(await open(body.id)).toMatchObject({ taxCode: '00743110157', schoolCode: '', mayChange: false, version: 1 })
})
test('a second body with the same tax code is refused, and the first is named', async () => {
  const first = await create({ name: 'Prima', taxCode: '12345678903' })
  const second = await create({ name: 'Seconda', taxCode: '123 456 78903' })
  expect([second.status, second.body.code, second.body.about]).toEqual([
    409,
    'organisations.sameTaxCode',
    { id: first.body.id, name: 'Prima', field: 'taxCode' },
  ])
})
test('two people add the same body at once: one of them is told', async () => {
  const both = await Promise.all([1, 2].map(() => create({ name: 'Insieme', taxCode: '07643520567' })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await list('?q=insieme')).total).toBe(1)
})
test('a double click adds one body', async () => {
  const key = { 'idempotency-key': 'enti-doppio-clic' }
  const click = () =>
    house.call<{ id: string }>(coordinator, 'POST', '/organisations', { ...parish, name: 'Doppia' }, key)
  const both = await Promise.all([click(), click()])
  expect(both[0]?.body.id).toBe(both[1]?.body.id)
  expect((await list('?q=doppia')).total).toBe(1)
})
test.each([
  [{ name: '  ' }, 422, 'organisations.nameMissing'],
  [{ taxCode: '00743110158' }, 422, 'organisations.taxCodeWrong'],
  [{ districtIds: ['019c0000-0000-7000-8000-0000000000ff'] }, 422, 'organisations.noSuchPlace'],
  [{ districtIds: [cremona] }, 403, 'organisations.notYours'],
  [{ version: 7 }, 400, 'platform.malformed'],
  [{ kind: 'castle' }, 400, 'platform.malformed'],
  [{ name: 'x'.repeat(161) }, 400, 'platform.malformed'],
])('a body with %o is turned down', async (more, status, code) => {
  const reply = await create(more)
  expect([reply.status, reply.body.code]).toEqual([status, code])
})
test('a body is changed and switched off, and stays where records name it', async () => {
  const { body } = await create({ name: 'Da chiudere' })
  const sheet = form(await open(body.id))
  const changed = await house.call(coordinator, 'PUT', `/organisations/${body.id}`, {
    ...sheet,
    active: false,
    phone: '0373 1',
  })
  expect(changed.body).toEqual({ version: 2 })
  expect(await open(body.id)).toMatchObject({ active: false, phone: '0373 1', districtIds: [crema] })
  expect(await list('?q=da%20chiudere&active=yes')).toEqual({ names: [], total: 0 })
  expect((await house.call(coordinator, 'PUT', `/organisations/${body.id}`, sheet)).body.code).toBe(
    'platform.changedMeanwhile',
  )
  const lines = await house.sql<{ fields: string[] }>(
    `select fields from journal where act = 'organisations.change' and subject_id = $1`,
    [body.id],
  )
  expect(lines).toEqual([{ fields: ['active', 'phone'] }])
})
test('a body of another district is read and not changed', async () => {
  const theirs = await house.worker({ role: 'coordinator', district: cremona })
  const { body } = await create({ name: 'Di Crema' })
  const sheet = form(await open(body.id))
  const reply = await house.call(theirs, 'PUT', `/organisations/${body.id}`, { ...sheet, name: 'Nostra' })
  expect([reply.status, reply.body.code]).toEqual([403, 'organisations.notYours'])
  const site = { name: 'Sede' }
  expect((await house.call(theirs, 'POST', `/organisations/${body.id}/sites`, site)).status).toBe(403)
})
test('sites are added and changed; the list finds a body by the municipality of an open site', async () => {
  const { body } = await create({ name: 'Con sede' })
  const path = `/organisations/${body.id}/sites`
  const site = { name: 'La sede', municipalityIstat: '019002', placeKind: 'parish' }
  const added = await house.call<{ id: string }>(coordinator, 'POST', path, site)
  expect((await open(body.id)).sites).toEqual([
    { ...site, id: added.body.id, address: '', active: true, municipality: 'Agnadello', version: 1 },
  ])
  expect((await list('?municipality=019002')).names).toEqual(['Con sede'])
  const off = { ...site, active: false }
  expect((await house.call(coordinator, 'PUT', `${path}/${added.body.id}`, off)).status).toBe(200)
  expect((await list('?municipality=019002')).names).toEqual([])
  const older = await house.call(coordinator, 'PUT', `${path}/${added.body.id}`, { ...site, version: 1 })
  expect([older.status, older.body.code]).toEqual([409, 'platform.changedMeanwhile'])
  expect((await house.call(coordinator, 'PUT', `${path}/${added.body.id}`, { ...off, version: 2 })).status).toBe(200)
  const elsewhere = `/organisations/${caritas}/sites/${added.body.id}`
  expect((await house.call(coordinator, 'PUT', elsewhere, site)).status).toBe(404)
  const nowhere = await house.call(coordinator, 'POST', path, { ...site, municipalityIstat: '999999' })
  expect(nowhere.body.code).toBe('organisations.noSuchPlace')
})
test('a body that is not there is not found', async () => {
  const nobody = '019c0000-0000-7000-8000-0000000000fe'
  expect((await house.call(tutor, 'GET', `/organisations/${nobody}`)).status).toBe(404)
  expect((await house.call(coordinator, 'PUT', `/organisations/${nobody}`, { ...parish, version: 1 })).status).toBe(404)
  expect((await house.call(coordinator, 'POST', `/organisations/${nobody}/sites`, { name: 'Sede' })).status).toBe(404)
})
test('the list is filtered by kind and district, and a sign of the search is only a sign', async () => {
  expect((await list('?kind=cooperative')).names).toEqual(['Cooperativa Tavola Lunga'])
  expect((await list(`?district=${cremona}`)).names).toEqual([])
  expect((await list('?q=%25')).names).toEqual([])
  expect((await list('?q=007%204311%200157')).total).toBe(1)
  expect((await list('?limit=1')).names).toHaveLength(1)
})
test('other rooms ask for names by the door', async () => {
  const names = await transact(house.services, { by: 'system', readOnly: true }, async ({ tx }) =>
    done(await organisationNames(tx, [caritas, caritas, '019c0000-0000-7000-8000-0000000000fe'])),
  )
  expect(names).toEqual({ ok: true, value: new Map([[caritas, 'Caritas di prova']]) })
})
