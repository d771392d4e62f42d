import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { aPersonIn } from '../../cases/server/cases.sample.ts'
import type { FigureRow } from '../core/shelf.api.ts'

let house: TestHouse
let author: Worker
beforeAll(async () => {
  house = await openHouse('figures')
  author = await house.worker({ role: 'tutor', district: crema })
  for (let no = 0; no < 7; no++) await measured(crema, { T0: 6, T2: 9 + (no % 2) })
  for (let no = 0; no < 3; no++) await measured(cremona, { T0: 8, T2: 8 })
  await measured(crema, { T0: 4 })
})
afterAll(() => house.close())

/** A person with a case and OSSS-3 at some moments, written straight into the tables. */
const measured = async (district: string, values: Readonly<Record<string, number>>): Promise<void> => {
  const [caseId, personId] = [v7(), await aPersonIn(house, district)]
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, $3, $4, 'open', '2026-01-01')`,
    [district, caseId, `C-${caseId}`, personId],
  )
  for (const [moment, value] of Object.entries(values))
    await house.sql(
      `insert into measure (district_id, id, occasion_id, case_id, person_id, instrument, definition, language, rater, moment, state,
         answers_sealed, scores, present, held_on, opened_by, opened_at, done_at)
       values ($1, $2, $2, $3, $4, 'osss3', 1, 'it', 'person', $5, 'done', 'x', $6, '{}', '2026-02-01', $7, now(), now())`,
      [district, v7(), caseId, personId, moment, JSON.stringify([{ code: 'total', value, missing: 0 }]), author.id],
    )
}
const rowsOf = async (wish: { role: string; district?: string }): Promise<FigureRow[]> => {
  const { status, body } = await house.call<{ rows: FigureRow[] }>(await house.worker(wish), 'GET', '/measures/figures')
  expect(status).toBe(200)
  return body.rows
}

test('the evaluator reads one figure of the whole programme, before and after, and nobody’s name', async () =>
  expect(await rowsOf({ role: 'evaluator' })).toMatchObject([
    { instrument: 'osss3', score: 'total', after: 'T2', n: 10, missing: null, beforeMean: 6.6, afterMean: 9 },
  ]))
test('whoever coordinates reads that of their own district, of five more people at a time', async () =>
  expect(await rowsOf({ role: 'coordinator', district: crema })).toMatchObject([
    { n: 5, beforeMean: 6, afterMean: 9.4 },
  ]))
test('few people are hidden whole', async () =>
  expect(await rowsOf({ role: 'coordinator', district: cremona })).toMatchObject([
    { n: null, beforeMean: null, change: null, low: null },
  ]))
test('a tutor and an administrator read none', async () => {
  for (const wish of [{ role: 'tutor', district: crema }, { role: 'administrator' }])
    expect((await house.call(await house.worker(wish), 'GET', '/measures/figures')).status).toBe(403)
})
test('the database by itself tells results only of districts whose figures one may see', async () => {
  const told = await house.sql(`select * from app.measure_results('{${crema}}'::uuid[])`)
  expect(told).toEqual([])
})
