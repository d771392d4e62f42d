import type { LightMyRequestResponse } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'

let house: TestHouse
let coordinator: Worker
let intake: Worker
let id: string
beforeAll(async () => {
  house = await openHouse('card')
  coordinator = await house.worker({ role: 'coordinator', district: crema, name: 'Carla' })
  intake = await house.worker({ role: 'intake', district: crema })
  const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
  const person = { districtId: crema, contactPermission: 'given', ground, familyName: 'Diallo', givenName: 'Amina' }
  id = (await house.call<{ id: string }>(coordinator, 'POST', '/persons', person)).body.id
})
afterEach(() => house.setClock(null))
afterAll(() => house.close())

type Card = { pin: string; link: string; pdf: string }
const issue = async (): Promise<Card & { path: string }> => {
  const { status, body } = await house.call<Card>(coordinator, 'POST', `/persons/${id}/card`, { language: 'it' })
  expect(status).toBe(200)
  return { ...body, path: new URL(body.link).pathname }
}
const enter = (path: string, pin: string): Promise<LightMyRequestResponse> =>
  house.request({
    method: 'POST',
    url: path,
    payload: `pin=${pin}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const cookieOf = (reply: LightMyRequestResponse): string => {
  const cookie = reply.cookies.find(({ name }) => name === 'fl_person')
  return `fl_person=${cookie?.value}`
}
const correction = (cookie: string): Promise<LightMyRequestResponse> =>
  house.request({ method: 'GET', url: '/mio/correzione', headers: { cookie } })
const wrong = (pin: string): string => (pin === '000000' ? '111111' : '000000')

let card: Card & { path: string }
beforeEach(async () => {
  card = await issue()
})

describe('the printed card', () => {
  test('is a PDF, and the database holds neither its link nor its PIN', async () => {
    expect(Buffer.from(card.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const rows = JSON.stringify(await house.sql('select * from person_card'))
    expect(rows).not.toContain(card.path.slice(5))
    expect(rows).not.toContain(card.pin)
  })
  test('opens the page with its PIN, without script, and an empty page says nothing of the person', async () => {
    const asked = await house.request({ method: 'GET', url: card.path })
    expect([asked.statusCode, asked.body.includes('<script'), asked.body.includes('Diallo')]).toEqual([
      200,
      false,
      false,
    ])
    const reply = await enter(card.path, `${card.pin.slice(0, 3)} ${card.pin.slice(3)}`)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/mio/patto'])
    expect((await correction(cookieOf(reply))).statusCode).toBe(200)
    const opened = await house.request({ url: '/mio/accessi', headers: { cookie: cookieOf(reply) } })
    expect(opened.body).toContain('È stata aperta la pagina personale')
  })
  test('is not for intake to print', async () => {
    await house.sql('update person set followed = true where id = $1', [id])
    expect((await house.call(intake, 'POST', `/persons/${id}/card`, {})).status).toBe(404)
    await house.sql('update person set followed = false where id = $1', [id])
  })
})

describe('whoever guesses', () => {
  test('is stopped after five, and even the right PIN then waits a quarter of an hour', async () => {
    house.setClock('2026-11-22T09:00:00.000Z')
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) statuses.push((await enter(card.path, wrong(card.pin))).statusCode)
    expect(statuses).toEqual([422, 422, 422, 422, 429])
    expect((await enter(card.path, card.pin)).statusCode).toBe(429)
    house.setClock('2026-11-22T09:16:00.000Z')
    expect((await enter(card.path, card.pin)).statusCode).toBe(303)
  })
  test('gains nothing by trying all at once', async () => {
    house.setClock('2026-11-22T10:00:00.000Z')
    const all = await Promise.all(Array.from({ length: 12 }, () => enter(card.path, wrong(card.pin))))
    expect(all.filter(({ statusCode }) => statusCode === 422)).toHaveLength(4)
    expect((await enter(card.path, card.pin)).statusCode).toBe(429)
  })
  test('does not use up tries with what is no PIN, and finds no card by a made-up link', async () => {
    for (let i = 0; i < 8; i++) expect((await enter(card.path, 'abc')).statusCode).toBe(422)
    expect((await enter(card.path, card.pin)).statusCode).toBe(303)
    expect((await enter('/mio/AAAAAAAAAAAAAAAAAAAAAA', '123456')).statusCode).toBe(404)
  })
})

describe('an older card', () => {
  test('is dead when a new one is printed, and whoever was in is out', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin))
    const next = await issue()
    expect((await enter(card.path, card.pin)).statusCode).toBe(404)
    expect((await correction(cookie)).statusCode).toBe(401)
    expect((await enter(next.path, next.pin)).statusCode).toBe(303)
  })
  test('is dead when it is revoked', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin))
    expect((await house.call(coordinator, 'DELETE', `/persons/${id}/card`)).status).toBe(200)
    expect((await correction(cookie)).statusCode).toBe(401)
    expect((await house.request({ method: 'GET', url: card.path })).statusCode).toBe(404)
    expect((await house.call(coordinator, 'DELETE', `/persons/${id}/card`)).status).toBe(409)
  })
})

describe('inside', () => {
  test('half an hour is enough', async () => {
    house.setClock('2026-11-22T11:00:00.000Z')
    const cookie = cookieOf(await enter(card.path, card.pin))
    house.setClock('2026-11-22T11:29:00.000Z')
    expect((await correction(cookie)).statusCode).toBe(200)
    house.setClock('2026-11-22T11:31:00.000Z')
    expect((await correction(cookie)).statusCode).toBe(401)
  })
  test('a page that closed by itself says how to open it again, and that what was sent then did not arrive', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode, body } = await house.request({ method, url: '/mio/correzione' })
      expect([statusCode, body]).toEqual([401, expect.stringContaining('usa il codice quadrato della tua tessera')])
      expect(body).toMatch(/<h1[^>]*>La tua pagina è chiusa.<\/h1>[\s\S]*non è arrivato/)
    }
  })
  test('a link that lost its tail is told of like a card that is no longer valid', async () => {
    const { statusCode, body } = await house.request({ method: 'GET', url: card.path.slice(0, 12) })
    expect([statusCode, body]).toEqual([404, expect.stringContaining('Questa tessera non vale più.')])
    expect(body).not.toContain('Scrivi i sei numeri')
  })
  test('a correction as long as the field takes is kept, a longer one is told that it is too long, and one sent twice is one', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin))
    const send = (text: string): Promise<LightMyRequestResponse> =>
      house.request({
        method: 'POST',
        url: '/mio/correzione',
        payload: new URLSearchParams({ text }).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
    const full = `${'ciao\r\n'.repeat(399)}ciao!`
    const count = async (): Promise<number> => (await house.sql('select 1 from correction_request')).length
    const before = await count()
    expect((await Promise.all([send(full), send(full)])).map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(await count()).toBe(before + 1)
    const long = await send('x'.repeat(2001))
    expect([long.statusCode, long.body]).toEqual([422, expect.stringContaining('scrivi al massimo 2000 lettere')])
    expect((await correction(cookie)).body).toContain('href="/privacy"')
    await house.sql("delete from correction_request where state = 'open'")
  })
  test('leaving closes the page on a phone of the family', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin))
    expect((await house.request({ method: 'POST', url: '/mio/esci', headers: { cookie } })).statusCode).toBe(303)
    expect((await correction(cookie)).statusCode).toBe(401)
  })
  test('the session of a person opens nothing of the workspace', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin)).replace('fl_person', 'fl_session')
    const reply = await house.request({ method: 'GET', url: '/api/v1/persons', headers: { cookie } })
    expect(reply.statusCode).toBe(401)
  })
  test('a correction is asked, kept sealed, answered once, and its answer read', async () => {
    const cookie = cookieOf(await enter(card.path, card.pin))
    const send = (text: string): Promise<LightMyRequestResponse> =>
      house.request({
        method: 'POST',
        url: '/mio/correzione',
        payload: new URLSearchParams({ text }).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
    expect((await send('')).statusCode).toBe(422)
    const unkeepable = await send('Il cognome è Dial\u0000lo')
    expect([unkeepable.statusCode, unkeepable.body]).toEqual([422, expect.stringContaining('Il cognome è Diallo')])
    expect((await send('Abito <b>altrove</b>')).statusCode).toBe(303)
    expect(JSON.stringify(await house.sql('select * from correction_request'))).not.toContain('altrove')
    const list = await house.call<{ rows: { id: string; text: string }[] }>(
      coordinator,
      'GET',
      '/corrections?state=open',
    )
    expect(list.body.rows).toMatchObject([{ text: 'Abito <b>altrove</b>', personId: id }])
    expect((await house.call<{ total: number }>(intake, 'GET', '/corrections')).body.total).toBe(0)
    const answer = (): Promise<{ status: number }> =>
      house.call(coordinator, 'POST', `/corrections/${list.body.rows[0]?.id}/answer`, {
        state: 'done',
        answer: 'Ho cambiato via',
      })
    expect([(await answer()).status, (await answer()).status]).toEqual([200, 409])
    const page = await correction(cookie)
    expect(page.body).toContain('Ho cambiato via')
    expect(page.body).not.toContain('<b>altrove</b>')
  })
})
