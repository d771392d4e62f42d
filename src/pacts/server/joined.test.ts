import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'
import { enterAs, ownPage } from './own.sample.ts'

// One person, registered twice: the record that ends up joined had a pact that was over by then.
let house: TestHouse
let coordinator: Worker
let old: SampleCase
let kept: string
let pactId: string
let number: string
let mergeId: string

const addTwin = async (): Promise<string> => {
  const id = randomUUID()
  await house.sql(
    `insert into person (district_id, id, family_name, given_name, birth_date, municipality_istat, family_key, given_key, search_key, created_at)
     values ($1, $2, 'Traore', 'Amina', '1990-05-01', '019035', 'TRR', 'X', 'traore', now())`,
    [crema, id],
  )
  await house.sql('insert into person_detail (district_id, person_id) values ($1, $2)', [crema, id])
  return id
}

const own = async (personId: string): Promise<string> =>
  (await ownPage(house, '/mio/patto', await enterAs(house, personId))).html

beforeAll(async () => {
  house = await openHouse('joined pacts')
  house.setClock('2026-09-01T09:00:00.000Z')
  old = await sampleCase(house)
  await house.sql('insert into person_detail (district_id, person_id) values ($1, $2)', [crema, old.personId])
  const panel = await house.worker({ role: 'panel', district: crema })
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  pactId = (await startSample(house, old)).id
  await approve(house, { tutor: old.tutor, panel, pactId })
  number = (await signAll(house, old.tutor, pactId)).pact.number
  await house.call(old.tutor, 'POST', `/pacts/${pactId}/moves`, { move: 'withdraw' })
  await house.sql(`update case_file set state = 'closed', closed_on = '2026-09-02' where id = $1`, [old.caseId])
  kept = await addTwin()
})
afterAll(() => house.close())

test('apart, the other record knows nothing of the pact', async () => {
  expect(await own(kept)).toContain('Qui troverai il tuo patto')
  expect((await house.call<{ total: number }>(coordinator, 'GET', `/pacts?personId=${kept}`)).body.total).toBe(0)
})

test('joined, the person finds the pact and the time of before on their own page, and can print it', async () => {
  const reason = 'È la stessa persona, registrata due volte.'
  const joined = await house.call<{ mergeId: string }>(coordinator, 'POST', '/persons/merges', {
    keepId: kept,
    mergeId: old.personId,
    choices: {},
    reason,
  })
  expect(joined).toMatchObject({ status: 200 })
  mergeId = joined.body.mergeId
  const html = await own(kept)
  expect(html).toContain('Il tuo patto è finito')
  expect(html).toContain('portare Issa a scuola')
  expect(html).toContain('Ti abbiamo seguito')
  const cookie = await enterAs(house, kept)
  const paper = await house.request({ url: `/mio/patto.pdf?patto=${pactId}`, headers: { cookie } })
  expect(paper.headers['content-type']).toBe('application/pdf')
  const stranger = await enterAs(house, old.sisterId)
  expect(
    (await house.request({ url: `/mio/patto.pdf?patto=${pactId}`, headers: { cookie: stranger } })).statusCode,
  ).toBe(404)
})

test('joined, a new pact comes first and the one of before is listed under it', async () => {
  const caseId = randomUUID()
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, 'C-2026-nuovo', $3, 'open', '2026-09-03')`,
    [crema, caseId, kept],
  )
  const again = await sheetOf(house, coordinator, pactId)
  expect(again.pact.personId).toBe(old.personId)
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id, state, state_since, last_move_at, review_every_days, created_at)
     select district_id, $1, 'PG-2026-900', kind, $2, $3, person_label, tutor_id, partner_organisation_id, 'draft', '2026-09-03', now(), 90, now() from pact where id = $4`,
    [randomUUID(), caseId, kept, pactId],
  )
  const html = await own(kept)
  expect(html).toContain('Il tuo patto si sta scrivendo')
  expect(html).toContain(`Patto ${number}`)
  await house.sql(`delete from pact where number = 'PG-2026-900'`)
  await house.sql('delete from case_file where id = $1', [caseId])
})

test('joined, workers find the case and the pact from the kept person, each as far as they may', async () => {
  const pacts = await house.call<{ rows: object[] }>(coordinator, 'GET', `/pacts?personId=${kept}`)
  expect(pacts.body.rows).toMatchObject([{ id: pactId, state: 'withdrawn' }])
  const cases = await house.call<{ rows: object[] }>(coordinator, 'GET', `/cases?personId=${kept}&state=closed`)
  expect(cases.body.rows).toMatchObject([{ id: old.caseId }])
  const elsewhere = await house.worker({ role: 'tutor', district: crema })
  expect((await house.call<{ total: number }>(elsewhere, 'GET', `/pacts?personId=${kept}`)).body.total).toBe(0)
})

test('a merge taken back shows them apart again', async () => {
  const undone = await house.call(coordinator, 'POST', `/persons/merges/${mergeId}/undo`, {
    reason: 'Sono due persone diverse.',
  })
  expect(undone.status).toBe(200)
  expect(await own(kept)).toContain('Qui troverai il tuo patto')
  expect(await own(kept)).not.toContain('Ti abbiamo seguito')
  expect(await own(old.personId)).toContain('portare Issa a scuola')
  expect((await house.call<{ total: number }>(coordinator, 'GET', `/pacts?personId=${kept}`)).body.total).toBe(0)
})
