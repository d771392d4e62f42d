import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import { aGiveBack } from '../../pacts/core/content.sample.ts'
import { emptyContent } from '../../pacts/core/content.schema.ts'
import type { HostedShift, ShiftRow } from '../core/shift.api.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
let host: Worker
let otherHost: Worker
let pactId: string
const giveBackId = v7()
beforeAll(async () => {
  house = await openHouse('hours')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
  host = await house.worker({ role: 'host', organisation: tavolaLunga, name: 'host' })
  otherHost = await house.worker({ role: 'host', organisation: caritas, name: 'other host' })
  pactId = await aPactInForce()
})
afterAll(() => house.close())

/** An active pact whose text in force gives time at Tavola Lunga, covered from 1 to 30 November. */
const aPactInForce = async (): Promise<string> => {
  const [id, cover] = [v7(), { id: v7(), policy: 'RC-1', insurer: '', from: '2026-11-01', to: '2026-11-30' }]
  const giveBack = [aGiveBack({ id: giveBackId, hostOrganisationId: tavolaLunga, covers: [cover] })]
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id, state, state_since, last_move_at, review_every_days, created_at)
     values ($1, $2, $3, 'autonomia', $4, $5, 'Amina T.', $6, $7, 'active', '2026-10-01', now(), 90, now())`,
    [crema, id, `P-${id.slice(-6)}`, begun.id, begun.personId, cast.tutor.id, caritas],
  )
  await house.sql(
    `insert into pact_version (district_id, id, pact_id, case_id, person_id, number, state, content, created_at, created_by)
     values ($1, $2, $3, $4, $5, 1, 'inForce', $6, now(), $7)`,
    [crema, v7(), id, begun.id, begun.personId, JSON.stringify({ ...emptyContent(90), giveBack }), cast.tutor.id],
  )
  return id
}

const shift = (day: string, more: object = {}): object => ({
  giveBackId,
  day,
  from: '18:00',
  to: '20:30',
  minutes: 150,
  recoversId: null,
  ...more,
})
const plan = (who: Worker, body: object, pact = pactId) =>
  house.call<{ ids: string[]; code?: string }>(who, 'POST', `/pacts/${pact}/shifts`, body)
const planned = async (day: string, more: object = {}): Promise<string> => {
  const { body } = await plan(cast.tutor, shift(day, more))
  return body.ids?.[0] ?? JSON.stringify(body)
}
const move = (who: Worker, id: string, name: string) => house.call(who, 'POST', `/shifts/${id}/moves`, { move: name })
const sheet = async (): Promise<{ rows: ShiftRow[]; given: { minutes: number } }> =>
  (await house.call<{ rows: ShiftRow[]; given: { minutes: number } }>(cast.tutor, 'GET', `/pacts/${pactId}/shifts`))
    .body

describe('planning', () => {
  test('takes legal form and host from the text in force, for as many weeks as asked', async () => {
    const { status, body } = await plan(cast.tutor, shift('2026-11-25', { weeks: 3 }))
    expect([status, body.ids.length]).toEqual([200, 3])
    const days = (await sheet()).rows.map(({ day, hostOrganisationId, legalForm }) => [
      day,
      hostOrganisationId,
      legalForm,
    ])
    expect(days).toEqual(
      ['2026-11-25', '2026-12-02', '2026-12-09'].map((day) => [day, tavolaLunga, aGiveBack().legalForm]),
    )
  })
  test('is for who writes pacts in the equipe', async () => {
    for (const [who, status] of [
      [cast.outsider, 404],
      [cast.otherTutor, 404],
      [cast.supervisor, 403],
      [host, 403],
      [cast.coordinator, 403],
    ] as const)
      expect([who.name, (await plan(who, shift('2026-11-20'))).status]).toEqual([who.name, status])
  })
  test('refuses hours that do not fit, another give-back, and fields that the text decides', async () => {
    expect((await plan(cast.tutor, shift('2026-11-20', { minutes: 200 }))).body.code).toBe('hours.moreThanSpan')
    expect((await plan(cast.tutor, shift('2026-11-20', { giveBackId: v7() }))).body.code).toBe('hours.giveBackUnknown')
    for (const field of [{ hostOrganisationId: caritas }, { state: 'confirmed' }, { legalForm: 'puc' }])
      expect((await plan(cast.tutor, shift('2026-11-20', field))).status).toBe(400)
  })
})

describe('no cover on that day', () => {
  test('means no confirmed shift; a cover brought later opens it, also to the host', async () => {
    const id = await planned('2026-10-31')
    expect((await move(host, id, 'confirm')).body).toMatchObject({ code: 'hours.notCovered' })
    const late = { giveBackId, policy: 'RC-2', insurer: 'Mutua', from: '2026-10-01', to: '2026-10-31' }
    expect((await house.call(host, 'POST', `/pacts/${pactId}/covers`, late)).status).toBe(403)
    expect(
      (await house.call(cast.tutor, 'POST', `/pacts/${pactId}/covers`, { ...late, to: '2026-09-01' })).status,
    ).toBe(422)
    expect((await house.call(cast.tutor, 'POST', `/pacts/${pactId}/covers`, late)).status).toBe(200)
    expect((await move(host, id, 'confirm')).body).toEqual({ state: 'confirmed' })
  })
  test('the database itself holds no confirmed shift without a cover', async () => {
    const id = await planned('2026-11-10')
    await expect(house.sql(`update shift set state = 'confirmed' where id = $1`, [id])).rejects.toThrow(
      /check constraint/,
    )
  })
  test('nor is a day confirmed that is still to come', async () => {
    expect((await move(cast.tutor, await planned('2026-11-23'), 'confirm')).body).toMatchObject({
      code: 'hours.future',
    })
  })
  test('of two who confirm at once one does it', async () => {
    const id = await planned('2026-11-11')
    const both = await Promise.all([move(host, id, 'confirm'), move(cast.tutor, id, 'confirm')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('attendance', () => {
  test('counts what was confirmed, and "told us" is not an absence; a missed shift is made up for by another', async () => {
    const before = (await sheet()).given.minutes
    const [came, told] = [await planned('2026-11-12'), await planned('2026-11-13')]
    await move(host, came, 'confirm')
    expect((await move(host, told, 'tellUs')).body).toEqual({ state: 'toldUs' })
    expect((await sheet()).given.minutes).toBe(before + 150)
    expect((await move(cast.tutor, told, 'recover')).body).toMatchObject({ code: 'hours.notRecovered' })
    expect((await plan(cast.tutor, shift('2026-11-14', { recoversId: came }))).body.code).toBe('hours.recoversWhat')
    await move(cast.tutor, await planned('2026-11-14', { recoversId: told }), 'confirm')
    expect((await move(cast.tutor, told, 'recover')).body).toEqual({ state: 'recovered' })
  })
  test('is said by the host of that shift or who writes the pact, and by nobody else', async () => {
    const id = await planned('2026-11-16')
    for (const [who, status] of [
      [otherHost, 404],
      [cast.outsider, 404],
      [cast.otherTutor, 404],
      [cast.coordinator, 403],
      [cast.panel, 404],
    ] as const)
      expect([who.name, (await move(who, id, 'missed')).status]).toEqual([who.name, status])
    expect((await move(host, id, 'missed')).status).toBe(200)
  })
  test('of a pact that has ended is read and no longer changed', async () => {
    const id = await planned('2026-11-17')
    await house.sql(`update pact set state = 'closed' where id = $1`, [pactId])
    expect((await move(host, id, 'confirm')).body).toMatchObject({ code: 'hours.pactOver' })
    expect((await plan(cast.tutor, shift('2026-11-18'))).body.code).toBe('hours.pactNotInForce')
    await house.sql(`update pact set state = 'active' where id = $1`, [pactId])
  })
})

describe('a host', () => {
  const hosted = (who: Worker) =>
    house.call<{ rows: HostedShift[] }>(who, 'GET', '/shifts/hosted?from=2026-11-01&to=2026-12-31')
  test('sees its own guests, by name, day and needs, and nothing of their pact', async () => {
    await planned('2026-11-26', { guestNeeds: 'Non usa le scale' })
    const { rows } = (await hosted(host)).body
    expect(rows.find(({ day }) => day === '2026-11-26')).toMatchObject({
      guestLabel: expect.stringContaining('Amina'),
      guestNeeds: 'Non usa le scale',
    })
    expect(Object.keys(rows[0] ?? {})).not.toContain('pactId')
    expect((await hosted(otherHost)).body.rows).toEqual([])
    expect((await hosted(cast.tutor)).status).toBe(403)
    for (const path of [`/pacts/${pactId}/shifts`, `/cases/${begun.id}`, '/cases'])
      expect([path, [403, 404].includes((await house.call(host, 'GET', path)).status)]).toEqual([path, true])
  })
  test('prints the register of its day, and another body prints nothing', async () => {
    const url = `/shifts/register.pdf?day=2026-11-26&organisationId=${tavolaLunga}`
    const reply = await house.request({ method: 'GET', url: `/api/v1${url}`, headers: { cookie: host.cookie } })
    expect([reply.statusCode, reply.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await house.call(otherHost, 'GET', url)).status).toBe(404)
    expect((await house.call(cast.outsider, 'GET', url)).status).toBe(404)
  })
})
