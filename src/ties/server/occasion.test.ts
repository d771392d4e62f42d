import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { type Cast, castOf } from '../../cases/server/cases.sample.ts'
import { manyFollowed, manyTies } from './networks.sample.ts'

let house: TestHouse
let cast: Cast
const pact = v7()
beforeAll(async () => {
  house = await openHouse('occasion')
  cast = await castOf(house)
  const [a, b, c] = await manyFollowed(house, 3)
  if (!a || !b || !c) throw new Error('nobody')
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id, state, state_since,
       last_move_at, review_every_days, commitment_count, created_at)
     values ($1, $2, 'P-2026-012', 'person', $3, $4, 'Amina P.', $5, $6, 'draft', '2026-03-01', now(), 90, 0, now())`,
    [crema, pact, a.caseId, a.personId, cast.tutor.id, tavolaLunga],
  )
  await manyTies(house, [
    { from: a, to: b, origin: 'pact', originId: pact },
    { from: a, to: c, origin: 'pact', originId: pact },
    { from: a, to: null, label: 'T.G.', origin: 'pact', originId: pact },
    { from: b, to: c },
  ])
})
afterAll(() => house.close())

const occasions = (who: Worker) => house.call<{ rows: unknown[] }>(who, 'GET', '/ties/occasions')

test('whoever coordinates a district is offered the pacts in which people there met; third parties are not counted', async () => {
  const { status, body } = await occasions(cast.coordinator)
  expect(status).toBe(200)
  expect(body.rows).toEqual([{ id: pact, name: 'P-2026-012', ties: 2 }])
})

test('whoever reads figures only, or coordinates elsewhere, is offered none; an equipe may not ask', async () => {
  expect((await occasions(cast.evaluator)).body.rows).toEqual([])
  expect((await occasions(cast.elsewhere)).body.rows).toEqual([])
  expect((await occasions(cast.tutor)).status).toBe(403)
})
