import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { Dashboard, Reached } from '../core/results.schema.ts'

let house: TestHouse
let coordinator: Worker
let planner: Worker
let tutor: Worker
let made = 0

beforeAll(async () => {
  house = await openHouse('results')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  planner = await house.worker({ role: 'planningOffice', district: crema })
  tutor = await house.worker({ role: 'tutor', district: crema, organisation: caritas })
  await house.sql(
    `insert into target (code, label_it, label_en, value, position) values ('pactBeneficiaries', 'Beneficiari', 'Beneficiaries', 500, 1), ('labs', 'Laboratori', 'Labs', 45, 2)`,
  )
})
beforeEach(async () => {
  await house.sql('delete from pact')
  await house.sql('delete from beneficiary')
})
afterAll(() => house.close())

const id = (kind: string): string => `019c0000-0000-7000-8${kind}-${String(++made).padStart(12, '0')}`

/** A person with a pact; `identity` is what makes them the same elsewhere, null when nothing does. */
const withPact = async (
  wish: {
    district?: string
    istat?: string | null
    identity?: string | null
    signedOn?: string | null
    with?: string[]
  } = {},
): Promise<string> => {
  const { district = crema, istat = '019035', identity = `i${made}`, signedOn = '2026-01-10' } = wish
  const [person, file, pact] = [id('001'), id('002'), id('003')]
  await house.sql(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, municipality_istat, created_at) values ($1, $2, 'Prova', 'Prova', 'prv', 'prv', 'prova', $3, now())`,
    [district, person, istat],
  )
  await house.sql('insert into counted_person (district_id, person_id, key_hash, strength) values ($1, $2, $3, $4)', [
    district,
    person,
    identity ?? person,
    identity ? 'fiscalCode' : 'none',
  ])
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, $3, $4, 'open', '2026-01-01')`,
    [district, file, `C-2026-${made}`, person],
  )
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, involved_ids, tutor_id, partner_organisation_id, state, state_since, last_move_at, signed_on, review_every_days, created_at)
     values ($1, $2, $3, 'inclusion', $4, $5, 'Prova P.', $6, $7, $8, $9, '2026-01-10', now(), $10, 90, now())`,
    [
      district,
      pact,
      `PG-2026-${made}`,
      file,
      person,
      wish.with ?? [],
      tutor.id,
      caritas,
      signedOn ? 'active' : 'draft',
      signedOn,
    ],
  )
  await house.sql('select app.recount_pact($1, $2)', [district, pact])
  return person
}
const many = async (count: number, wish: Parameters<typeof withPact>[0] = {}): Promise<void> => {
  for (let at = 0; at < count; at++) await withPact(wish)
}
const dashboard = async (as: Worker): Promise<Dashboard> => (await house.call<Dashboard>(as, 'GET', '/results')).body
const reached = async (as: Worker, query: string): Promise<Reached> =>
  (await house.call<Reached>(as, 'GET', `/results/reached${query}`)).body

test('only signed pacts count, and with them the members who take part', async () => {
  await many(6)
  await withPact({ signedOn: null })
  const member = await withPact({ signedOn: null })
  await withPact({ with: [member] })
  const { results } = await dashboard(planner)
  expect(results.find(({ code }) => code === 'pactBeneficiaries')?.actual).toBe(8)
})
test('a result whose room is not built has a target and no number', async () =>
  expect((await dashboard(planner)).results.find(({ code }) => code === 'labs')).toMatchObject({
    state: 'notYet',
    actual: null,
    value: 45,
  }))
test('the same person in two pacts, or in two districts, is counted once', async () => {
  await many(9)
  await many(9, { district: cremona, istat: '019036' })
  for (let at = 0; at < 6; at++) {
    await withPact({ identity: `both${at}` })
    await withPact({ district: cremona, istat: '019036', identity: `both${at}` })
  }
  const { results, districts, overlap } = await dashboard(planner)
  expect(results[0]?.actual).toBe(24)
  expect(districts.map(({ people }) => people)).toEqual([15, 15])
  expect(overlap).toBe(6)
})
test('people who cannot be recognised are counted per district, and their number stands beside', async () => {
  await many(7, { identity: null })
  expect(await dashboard(planner)).toMatchObject({ results: [{ actual: 7 }, {}], unrecognisable: 7 })
})
test('a small town is hidden from who does not work there, and the coordinator sees it whole', async () => {
  await many(20)
  await many(7, { istat: null })
  await many(3, { istat: '019002' })
  const places = ({ districts }: Dashboard): Record<string, number | null> =>
    Object.fromEntries(districts.flatMap((one) => one.places.map(({ istatCode, people }) => [istatCode, people])))
  expect(places(await dashboard(planner))).toEqual({ '019035': 20, '': null, '019002': null })
  expect(places(await dashboard(coordinator))).toEqual({ '019035': 20, '': 7, '019002': 3 })
})
test('of a period: who was in a pact, each once, and for whom it was the first anywhere', async () => {
  await many(6, { signedOn: '2025-03-10' })
  await house.sql(`update pact set closed_on = '2025-12-31', state = 'closed'`)
  await many(5, { signedOn: '2025-06-01' })
  await many(7, { signedOn: '2026-02-10' })
  for (let at = 0; at < 5; at++) {
    await withPact({ identity: `back${at}`, signedOn: '2025-05-01' })
    await withPact({ district: cremona, identity: `back${at}`, signedOn: '2026-02-20' })
  }
  expect(await reached(planner, '?from=2026-02-15&until=2026-02-16')).toEqual({
    from: '2026-02-01',
    until: '2026-02-28',
    people: 17,
    firstTime: 7,
  })
  expect(await reached(planner, '?from=2025-03-01&until=2025-12-31')).toMatchObject({ people: 16 })
  await house.sql('select app.recount_all()')
  expect(await reached(planner, '?from=2026-02-01&until=2026-02-28')).toMatchObject({ firstTime: 7 })
})
test('of a period with few people for the first time, or few who are not, that number is hidden from everybody', async () => {
  await many(8, { signedOn: '2025-03-10' })
  await many(2, { signedOn: '2026-02-10' })
  const period = '?from=2026-02-01&until=2026-02-28'
  expect(await reached(coordinator, period)).toMatchObject({ people: 10, firstTime: null })
  await many(10, { signedOn: '2026-02-11' })
  expect(await reached(planner, period)).toMatchObject({ people: 20, firstTime: 12 })
  expect(await reached(planner, '?from=2024-01-01&until=2024-12-31')).toMatchObject({ people: 0 })
})
test('who may not read results is told so', async () => {
  expect((await house.call(tutor, 'GET', '/results')).status).toBe(403)
  expect((await house.call(null, 'GET', '/results')).status).toBe(401)
  expect((await house.call(tutor, 'GET', '/results/reached')).status).toBe(403)
})
