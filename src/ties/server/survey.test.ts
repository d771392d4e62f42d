import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../../bench/days/product.ts'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { openPool } from '../../platform/server/pool.ts'
import type { Survey } from '../core/survey.schema.ts'

let house: TestHouse
let coordinator: Worker
let evaluator: Worker
const bodies: string[] = []
let surveyId: string
const links = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse('survey')
  house.setClock('2026-11-22T09:00:00.000Z')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  evaluator = await house.worker({ role: 'evaluator' })
})
afterAll(() => house.close())

const ask = (body: object = {}, who: Worker = coordinator, districtId = crema) =>
  house.call<{ id: string; invited: number; written: number }>(who, 'POST', `/districts/${districtId}/body-surveys`, {
    year: 2026,
    closesOn: '2026-12-31',
    ...body,
  })
const opened = async (who: Worker = coordinator): Promise<{ status: number; body: Survey }> =>
  house.call<Survey>(who, 'GET', `/body-surveys/${surveyId}`)
const post = (url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> =>
  house.request({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const saying = (score: number, often = 3): Record<string, string> => ({
  often: String(often),
  joint: 'people',
  ...Object.fromEntries(
    ['trust1', 'trust2', 'trust3', 'value1', 'value2', 'value3'].map((name) => [name, String(score)]),
  ),
})
const path = (from: number): string => links.get(bodies[from] ?? '') ?? ''

describe('a survey', () => {
  test('is opened by the coordinator of the district, once a year, with an end that is to come', async () => {
    expect((await ask()).body).toMatchObject({ code: 'ties.surveyNobody' })
    for (let no = 0; no < 5; no++) {
      const id = v7()
      bodies.push(id)
      await house.sql(
        `insert into organisation (id, name, kind, email, created_at) values ($1, $2, 'association', $3, now())`,
        [id, `Ente ${no}`, no < 4 ? `e${no}@prova.invalid` : ''],
      )
      await house.sql('insert into organisation_district values ($1, $2)', [id, crema])
    }
    expect((await ask({ closesOn: '2026-11-21' })).body).toMatchObject({ code: 'ties.surveyPast' })
    expect((await ask({}, coordinator, cremona)).status).toBe(404)
    expect((await ask({}, evaluator)).status).toBe(403)
    const both = await Promise.all([ask(), ask()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const done = both.find(({ status }) => status === 200)
    expect(done?.body).toMatchObject({ invited: 5, written: 4 })
    surveyId = done?.body.id ?? ''
  })
  test('writes to the bodies that have an address, each with a link of its own', async () => {
    const mails = await house.sql<{ recipient: string; text: string }>('select * from outbox')
    expect(mails).toHaveLength(4)
    const found = mails.map((mail) => /\/questionario\/([\w-]+)/.exec(JSON.stringify(mail))?.[1])
    expect(new Set(found).size).toBe(4)
  })
  test('gives a link to hand over; the one before then opens nothing', async () => {
    for (const id of bodies) {
      const { body } = await house.call<{ link: string }>(coordinator, 'POST', `/body-surveys/${surveyId}/links/${id}`)
      links.set(id, new URL(body.link).pathname)
    }
    const [mail] = await house.sql('select * from outbox limit 1')
    const old = /\/questionario\/[\w-]+/.exec(JSON.stringify(mail))?.[0] ?? ''
    expect((await house.request({ method: 'GET', url: old })).statusCode).toBe(404)
    expect((await house.call(coordinator, 'POST', `/body-surveys/${surveyId}/links/${v7()}`)).status).toBe(404)
    expect((await house.call(evaluator, 'POST', `/body-surveys/${surveyId}/links/${bodies[0]}`)).status).toBe(403)
  })
})

describe('a body', () => {
  test('answers from its link, without script, one body at a time, and finds what it said', async () => {
    const start = await house.request({ method: 'GET', url: path(0) })
    expect([start.statusCode, start.body.includes('<script'), start.body.includes('Ente 1')]).toEqual([
      200,
      false,
      true,
    ])
    expect(start.body).not.toContain(`${path(0)}/${bodies[0]}`)
    const said = await post(`${path(0)}/${bodies[1]}`, saying(4))
    expect([said.statusCode, said.headers.location]).toEqual([303, `${path(0)}?detto=${bodies[1]}`])
    expect((await house.request({ method: 'GET', url: path(0) })).body).toContain('Detto')
    expect((await post(`${path(0)}/${bodies[1]}`, saying(2))).statusCode).toBe(303)
    expect(await house.sql('select trust from body_answer')).toEqual([{ trust: [2, 2, 2] }])
  })
  test('is told when something is missing, and keeps what it marked', async () => {
    const missing = await post(`${path(0)}/${bodies[2]}`, { ...saying(3), trust2: '' })
    expect([missing.statusCode, missing.body.includes('Manca una risposta')]).toEqual([422, true])
    expect(missing.body.match(/checked=""/g)).toHaveLength(7)
  })
  test('says nothing of itself, of a stranger, or with a score that is none', async () => {
    expect((await post(`${path(0)}/${bodies[0]}`, saying(3))).statusCode).toBe(404)
    expect((await post(`${path(0)}/${v7()}`, saying(3))).statusCode).toBe(404)
    expect((await post(`${path(0)}/${bodies[2]}`, saying(9))).statusCode).toBe(422)
    expect((await post(`/questionario/${'x'.repeat(22)}/${bodies[2]}`, saying(3))).statusCode).toBe(404)
  })
  test('with a link that lost its tail in a mail is told where to get another', async () => {
    const { statusCode, body } = await house.request({ url: path(0).slice(0, 20) })
    expect([statusCode, body]).toEqual([404, expect.stringContaining('Chiedi al coordinamento')])
  })
  test('takes back what it said', async () => {
    await post(`${path(0)}/${bodies[3]}`, saying(1))
    const taken = await post(`${path(0)}/${bodies[3]}`, { takeBack: 'yes' })
    const told = await house.request({ url: String(taken.headers.location) })
    expect(told.body).toContain('Tolto: non lavorate con')
    expect(told.body).not.toContain('Scritto:')
    expect(await house.sql('select to_id from body_answer')).toEqual([{ to_id: bodies[1] }])
  })
})

describe('what is read', () => {
  test('are figures: who named whom, means of three voices or more, and never a single answer', async () => {
    await post(`${path(1)}/${bodies[0]}`, saying(3))
    for (const from of [2, 3]) await post(`${path(from)}/${bodies[1]}`, saying(4))
    await post(`${path(2)}/${bodies[0]}`, saying(1))
    const { status, body } = await opened(evaluator)
    expect(status).toBe(200)
    expect(body.figures).toMatchObject({ invited: 5, answered: 4, pairs: 4, reciprocity: 0.4, alone: 1 })
    expect(body.bodies.map(({ named }) => named)).toEqual([2, 3, 0, 0, 0])
    expect(body.pairs.filter(({ told }) => told === 'both')).toHaveLength(1)
  })
  test('tell no mean while somebody may still answer: read before and after one voice it would tell that voice', async () => {
    const { body } = await opened()
    expect([body.figures.trust, body.figures.value]).toEqual([null, null])
    expect(body.bodies.flatMap(({ trust, value }) => [trust ?? [], value ?? []]).flat()).toEqual([])
  })
  test('nor what a body said to whoever is given a new link in its place', async () => {
    const id = bodies[3] ?? ''
    const { body } = await house.call<{ link: string }>(coordinator, 'POST', `/body-surveys/${surveyId}/links/${id}`)
    links.set(id, new URL(body.link).pathname)
    const form = await house.request({ method: 'GET', url: `${path(3)}/${bodies[1]}` })
    expect([form.statusCode, form.body.includes('checked=""'), form.body.includes('value="yes"')]).toEqual([
      200,
      false,
      true,
    ])
    expect((await house.request({ method: 'GET', url: path(3) })).body).toContain('Hai detto di un ente')
    await post(`${path(3)}/${bodies[1]}`, saying(4))
    expect((await house.request({ method: 'GET', url: `${path(3)}/${bodies[1]}` })).body).toContain('checked=""')
  })
  test('by whoever reads networks in the district, and by nobody else', async () => {
    const away = await house.worker({ role: 'coordinator', district: cremona })
    const tutor = await house.worker({ role: 'tutor', district: crema })
    expect((await opened(away)).status).toBe(404)
    expect((await opened(tutor)).status).toBe(403)
    expect((await house.call(away, 'GET', `/districts/${crema}/body-surveys`)).status).toBe(404)
    const { body } = await house.call(evaluator, 'GET', `/districts/${crema}/body-surveys`)
    expect(body).toMatchObject({ canAsk: false, bodies: 5, rows: [{ year: 2026, isOpen: true }] })
  })
  test('an answer that arrives while it is being closed waits, and is told that it is over', async () => {
    const pool = openPool({ ...house.db.owner, max: 1 })
    const other = await pool.connect()
    try {
      await other.query('begin')
      await other.query('update body_survey set closed_at = now() where id = $1', [surveyId])
      let answered = false
      const said = post(`${path(0)}/${bodies[4]}`, saying(4)).finally(() => {
        answered = true
      })
      const waiting = 'select 1 from pg_locks where not granted'
      await until('it waits', async () => answered || (await house.sql(waiting)).length > 0)
      await other.query('commit')
      expect((await said).statusCode).toBe(404)
    } finally {
      other.release()
      await pool.end()
    }
    expect(await house.sql('select 1 from body_answer where to_id = $1', [bodies[4]])).toEqual([])
    await house.sql('update body_survey set closed_at = null where id = $1', [surveyId])
  })
  test('after it is closed nobody answers any more', async () => {
    const close = (who: Worker) => house.call(who, 'POST', `/body-surveys/${surveyId}/close`)
    expect((await close(evaluator)).status).toBe(403)
    expect((await close(coordinator)).status).toBe(200)
    expect((await close(coordinator)).body).toMatchObject({ code: 'ties.surveyClosed' })
    expect((await post(`${path(4)}/${bodies[0]}`, saying(3))).statusCode).toBe(404)
    expect((await opened()).body.figures.answered).toBe(4)
  })
  test('and means of three voices or more are told; that of all is of those bodies, so that no other is found by subtraction', async () => {
    const { body } = await opened(evaluator)
    const mean = expect.closeTo(10 / 3, 9)
    expect(body.bodies.map(({ named, trust }) => [named, trust])).toEqual([
      [2, null],
      [3, mean],
      [0, null],
      [0, null],
      [0, null],
    ])
    expect(body.figures).toMatchObject({ trust: mean, value: mean })
  })
})
