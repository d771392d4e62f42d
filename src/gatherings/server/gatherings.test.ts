import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { AppointmentRow } from '../core/appointment.api.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('gatherings')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

const given = (more: object = {}): object => ({
  pactId: null,
  title: 'Colloquio con Amina',
  kind: 'interview',
  at: '2026-11-24T08:30:00.000Z',
  minutes: 60,
  place: 'Stanza 2',
  accountIds: [cast.tutor.id],
  ...more,
})
const fix = (who: keyof Cast, more: object = {}) =>
  house.call<{ id: string }>(cast[who], 'POST', `/cases/${begun.id}/appointments`, given(more))
const move = (who: keyof Cast, id: string, at: string) =>
  house.call<{ id: string }>(cast[who], 'POST', `/appointments/${id}/move`, {
    at,
    minutes: 45,
    place: 'Bar',
    note: 'Piove',
  })
const say = (who: keyof Cast, id: string, outcome: string) =>
  house.call(cast[who], 'POST', `/appointments/${id}/outcome`, { outcome })
const ofCase = async (): Promise<AppointmentRow[]> =>
  (await house.call<{ rows: AppointmentRow[] }>(cast.tutor, 'GET', `/cases/${begun.id}/appointments`)).body.rows

describe('an appointment', () => {
  test('belongs to a pact of the case that has not ended, and says which', async () => {
    const pact = async (state: string): Promise<string> => {
      const id = v7()
      await house.sql(
        `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id,
           state, state_since, last_move_at, review_every_days, created_at)
         values ($1, $2, $3, 'inclusion', $4, $5, 'Amina', $6, $7, $8, '2026-10-01', now(), 90, now())`,
        [crema, id, `PG-${state}`, begun.id, begun.personId, cast.tutor.id, caritas, state],
      )
      return id
    }
    const [running] = [await pact('active'), await pact('closed')]
    const { body } = await house.call<{ pacts: object[] }>(cast.tutor, 'GET', `/cases/${begun.id}/appointments`)
    expect(body.pacts).toEqual([{ id: running, number: 'PG-active' }])
    const { id } = (await fix('tutor', { pactId: running })).body
    expect((await ofCase()).find((one) => one.id === id)).toMatchObject({ pactId: running, pactNumber: 'PG-active' })
    await house.sql(`update pact set state = 'closed' where id = $1`, [running])
  })
  test('is fixed by the equipe, with people of the equipe', async () => {
    for (const [who, status] of [
      ['outsider', 404],
      ['otherTutor', 404],
      ['intake', 404],
      ['coordinator', 403],
      ['host', 404],
      ['evaluator', 404],
    ] as const)
      expect([who, (await fix(who)).status]).toEqual([who, status])
    expect((await fix('tutor', { accountIds: [cast.outsider.id] })).body).toMatchObject({
      code: 'gatherings.notOfEquipe',
    })
    expect((await fix('tutor', { pactId: v7() })).body).toMatchObject({ code: 'gatherings.pactElsewhere' })
    expect((await fix('tutor', { outcome: 'came' })).status).toBe(400)
    expect((await fix('tutor')).status).toBe(200)
  })
  test('that is moved, twice, stays: the last one tells the days it was fixed for before', async () => {
    const first = (await fix('tutor', { title: 'Da spostare' })).body.id
    const second = (await move('tutor', first, '2026-11-26T08:30:00.000Z')).body.id
    expect((await move('tutor', first, '2026-11-27T08:30:00.000Z')).body).toMatchObject({
      code: 'gatherings.movedAlready',
    })
    const third = (await move('educator', second, '2026-11-27T08:30:00.000Z')).body.id
    const rows = (await ofCase()).filter(({ title }) => title === 'Da spostare')
    expect(rows.map(({ id, movedFrom, minutes }) => [id, movedFrom, minutes])).toEqual([
      [third, ['2026-11-24T08:30:00.000Z', '2026-11-26T08:30:00.000Z'], 45],
    ])
    expect((await say('tutor', first, 'came')).body).toMatchObject({ code: 'gatherings.movedAlready' })
  })
  test('moves to a day that is still to come', async () => {
    const { id } = (await fix('tutor')).body
    expect((await move('tutor', id, '2026-11-20T08:30:00.000Z')).body).toMatchObject({ code: 'gatherings.past' })
  })
  test('that one cannot come to is told at any time; who came is known once it has begun', async () => {
    const { id } = (await fix('tutor')).body
    expect((await say('tutor', id, 'came')).body).toMatchObject({ code: 'gatherings.notYet' })
    expect((await say('tutor', id, 'toldUs')).status).toBe(200)
    expect((await say('coordinator', id, 'toldUs')).status).toBe(403)
    expect((await say('outsider', id, 'toldUs')).status).toBe(404)
    house.setClock('2026-11-25T09:00:00.000Z')
    expect((await say('tutor', id, 'came')).status).toBe(200)
    house.setClock('2026-11-22T09:00:00.000Z')
  })
  test('of two who move it at once one does', async () => {
    const { id } = (await fix('tutor')).body
    const both = await Promise.all(['2026-12-01', '2026-12-02'].map((day) => move('tutor', id, `${day}T09:00:00.000Z`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('my week shows what I take part in, and nobody else’s', async () => {
  await fix('educator', { title: 'Solo educatore', accountIds: [cast.educator.id] })
  const titles = async (who: keyof Cast): Promise<string[]> =>
    (
      await house.call<{ rows: AppointmentRow[] }>(cast[who], 'GET', '/appointments?from=2026-11-23&to=2026-11-29')
    ).body.rows.map(({ title }) => title)
  expect(await titles('educator')).toEqual(['Solo educatore'])
  expect((await titles('tutor')).includes('Solo educatore')).toBe(false)
  expect(await titles('coordinator')).toEqual([])
  expect((await house.call(cast.tutor, 'GET', '/appointments?from=2026-01-01&to=2026-12-31')).status).toBe(422)
})

test('whoever fixes an appointment and names nobody finds it in their own week', async () => {
  await fix('educator', { title: 'Di nessuno', accountIds: [] })
  const found = await house.call<{ rows: AppointmentRow[] }>(
    cast.educator,
    'GET',
    '/appointments?from=2026-11-23&to=2026-11-29',
  )
  expect(found.body.rows.map(({ title }) => title)).toContain('Di nessuno')
})

test('of a closed file nothing is fixed or moved any more', async () => {
  const { id } = (await fix('tutor')).body
  await house.call(cast.manager, 'POST', `/cases/${begun.id}/moves`, { move: 'close', reason: 'Finito' })
  expect((await fix('tutor')).body).toMatchObject({ code: 'gatherings.caseClosed' })
  expect((await move('tutor', id, '2026-11-26T08:30:00.000Z')).body).toMatchObject({ code: 'gatherings.caseClosed' })
  expect((await ofCase()).some((row) => row.canWrite)).toBe(false)
})
