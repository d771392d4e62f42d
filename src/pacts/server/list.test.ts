import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { type SampleCase, sampleCase, startSample } from './life.sample.ts'

let house: TestHouse
let coordinator: Worker
let wide: Worker
let panel: Worker
let mine: SampleCase
let pacts: readonly string[]

beforeAll(async () => {
  house = await openHouse('pact list')
  mine = await sampleCase(house)
  const other = await sampleCase(house)
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  wide = await house.worker({ role: 'coordinator', district: null })
  panel = await house.worker({ role: 'panel', district: crema })
  const started: string[] = []
  for (const one of [mine, other, other]) started.push((await startSample(house, one)).id)
  pacts = started
  // the second is on the panel's agenda; there is one more in another district
  await house.sql('update pact set before_panel = true where id = $1', [pacts[1]])
  await alsoAway(pacts[2] ?? '')
})
afterAll(() => house.close())

/** A pact like this one in the other district, about somebody else. */
const alsoAway = async (pactId: string): Promise<void> => {
  const [person, file] = [randomUUID(), randomUUID()]
  await house.sql(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, created_at) values ($1, $2, 'Lontana', 'Ida', 'x', 'x', 'x', now())`,
    [cremona, person],
  )
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, 'C-2026-far', $3, 'open', '2026-01-01')`,
    [cremona, file, person],
  )
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id, state, state_since, last_move_at, review_every_days, created_at)
     select $1, $2, 'PG-2026-900', kind, $3, $4, 'Ida L.', tutor_id, partner_organisation_id, 'draft', state_since, last_move_at, 90, now() from pact where id = $5`,
    [cremona, randomUUID(), file, person, pactId],
  )
}

type Page = { rows: { id: string; number: string; districtId: string }[]; total: number }
const listed = async (who: Worker, query = ''): Promise<Page> =>
  (await house.call<Page>(who, 'GET', `/pacts${query}`)).body

test('a list holds what its reader may open, and counts as much', async () => {
  for (const [who, count] of [
    [mine.tutor, 1],
    [panel, 1],
    [coordinator, 3],
    [wide, 4],
  ] as const) {
    const { rows, total } = await listed(who)
    expect([rows.length, total]).toEqual([count, count])
  }
})
test('whoever sees a pact for two reasons sees it once', async () => {
  const both = await house.worker({ role: 'panel', district: crema })
  await house.sql(
    `insert into account_role (id, account_id, role_code, district_id, from_day) values (gen_random_uuid(), $1, 'tutor', $2, '2026-01-01')`,
    [both.id, crema],
  )
  await house.sql(
    `insert into equipe_member (district_id, id, case_id, account_id, role, from_day) select $1, gen_random_uuid(), case_id, $2, 'tutor', '2026-08-01' from pact where id = $3`,
    [crema, both.id, pacts[1]],
  )
  // the case has two pacts in Crema, and one of them is on the agenda as well
  expect((await listed(both)).total).toBe(2)
  expect((await listed(both)).rows).toHaveLength(2)
})
test('pages follow one another over districts in one order', async () => {
  const all = (await listed(wide, '?sort=number')).rows.map(({ number }) => number)
  const paged = []
  for (const offset of [0, 1, 2, 3])
    paged.push(...(await listed(wide, `?sort=number&limit=1&offset=${offset}`)).rows.map(({ number }) => number))
  expect(paged).toEqual(all)
  expect(all).toEqual([...all].sort().reverse())
  expect(await listed(wide, `?districtId=${cremona}`)).toMatchObject({ total: 1, rows: [{ number: 'PG-2026-900' }] })
  expect(await listed(coordinator, `?districtId=${cremona}`)).toMatchObject({ total: 0, rows: [] })
})
test('the view by which wide districts are counted tells nothing to whoever sees none whole', async () => {
  const counted = async (setting: string): Promise<unknown> => {
    const client = await house.services.pool.connect()
    try {
      await client.query(`begin; set local app.wide = '${setting}'`)
      return (await client.query('select count(*) from pact_wide')).rows[0]?.count
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect(await counted('')).toBe(0)
  expect(await counted('{}')).toBe(0)
  expect(await counted(`{${cremona}}`)).toBe(1)
})
