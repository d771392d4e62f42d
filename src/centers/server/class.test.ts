import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import type { SchoolClass } from '../core/class.schema.ts'
import { eraseClasses } from './class.jobs.ts'

let house: TestHouse
let teacher: Worker
let other: Worker
let classId: string
const aClass = {
  name: '2B',
  schoolYear: 2026,
  pupils: 8,
  purpose: 'Formare i gruppi di scienze senza lasciare solo nessuno',
}
beforeAll(async () => {
  house = await openHouse('class')
  house.setClock('2026-11-22T09:00:00.000Z')
  const at = { role: 'teacher', district: crema, organisation: tavolaLunga }
  teacher = await house.worker({ ...at, name: 'Maestra' })
  other = await house.worker({ ...at, name: 'Collega' })
  classId = (await house.call<{ id: string }>(teacher, 'POST', '/classes', aClass)).body.id
})
afterAll(() => house.close())

const opened = async (who: Worker = teacher): Promise<{ status: number; body: SchoolClass }> =>
  house.call<SchoolClass>(who, 'GET', `/classes/${classId}`)
const ask = (number: number, body: object = {}, who: Worker = teacher) =>
  house.call<{ code: string }>(who, 'POST', `/classes/${classId}/waves/${number}`, {
    question: 'work',
    most: 2,
    hours: 24,
    ...body,
  })
const form = (fields: Record<string, string | string[]>): Promise<LightMyRequestResponse> => {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return house.request({
    method: 'POST',
    url: '/classe',
    payload: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}
const answer = (code: string, number: number, choice: number[]): Promise<LightMyRequestResponse> =>
  form({ code, number: String(number), choice: choice.map(String), done: 'yes' })

describe('a class', () => {
  test('is made with a written purpose, by a teacher', async () => {
    expect((await house.call(teacher, 'POST', '/classes', { ...aClass, purpose: 'mah' })).status).toBe(400)
    expect((await house.call(teacher, 'POST', '/classes', { ...aClass, pupils: 41 })).status).toBe(400)
    expect((await house.call(teacher, 'POST', '/classes', { ...aClass, teacher_id: other.id })).status).toBe(400)
    const tutor = await house.worker({ role: 'tutor', district: crema })
    expect((await house.call(tutor, 'POST', '/classes', aClass)).status).toBe(403)
  })
  test('is seen by that teacher alone', async () => {
    expect((await opened()).status).toBe(200)
    expect((await opened(other)).status).toBe(404)
    expect((await ask(1, {}, other)).status).toBe(404)
    expect((await house.call<{ rows: unknown[] }>(other, 'GET', '/classes')).body.rows).toEqual([])
    for (const role of ['coordinator', 'administrator', 'evaluator'] as const) {
      const who = await house.worker({ role, district: role === 'coordinator' ? crema : null })
      expect((await opened(who)).status).toBe(403)
    }
  })
})

describe('pupils', () => {
  let code: string
  beforeAll(async () => {
    code = (await ask(1)).body.code
  })
  test('enter with the code on the board and their number, on a page without script', async () => {
    const door = await house.request({ method: 'GET', url: '/classe' })
    expect([door.statusCode, door.body.includes('<script')]).toEqual([200, false])
    const inside = await form({ code: code.toLowerCase().replace('-', ' '), number: '3' })
    expect([inside.statusCode, inside.body.includes('Con chi ti trovi bene'), inside.body.includes('3 Cervo')]).toEqual(
      [200, true, false],
    )
    expect(inside.body).toContain('Sei il numero 3, Cervo')
  })
  test('are told what is wrong, with what they typed kept', async () => {
    const wrong = await form({ code: 'AAAA-AAAA', number: '3' })
    expect([wrong.statusCode, wrong.body.includes('AAAA-AAAA'), wrong.body.includes('non apre niente')]).toEqual([
      404,
      true,
      true,
    ])
    for (const number of ['0', '9', 'tre', '', '-1', '3.5']) expect((await form({ code, number })).statusCode).toBe(422)
    const many = await answer(code, 1, [2, 3, 4])
    expect([many.statusCode, many.body.split('<form class="form"')[0]]).toEqual([
      422,
      expect.stringContaining('Hai scelto più di 2'),
    ])
    expect((await answer(code, 1, [1])).statusCode).toBe(422)
    expect((await answer(code, 1, [99])).statusCode).toBe(422)
    expect((await answer(code, 1, [2, 2])).statusCode).toBe(422)
  })
  test('answer once: of two who answer as the same number, one is told', async () => {
    const both = await Promise.all([answer(code, 1, [2]), answer(code, 1, [3])])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    await house.sql('update class_answer set choices = $1', [[2]])
  })
  test('are patterns to the teacher: mutual choices, and nobody alone before half have answered', async () => {
    await answer(code, 2, [1])
    await answer(code, 3, [])
    expect((await opened()).body.waves[0]).toMatchObject({ answered: [1, 2, 3], mutual: [[1, 2]], alone: [], code })
    await answer(code, 4, [3, 5])
    expect((await opened()).body.waves[0]?.alone).toEqual([4, 6, 7, 8])
  })
  test('may answer again when the teacher takes the answer back, and nobody else can', async () => {
    const again = (who: Worker, pupil: number) =>
      house.call(who, 'POST', `/classes/${classId}/waves/1/again`, { pupil })
    expect((await again(other, 4)).status).toBe(404)
    expect((await again(teacher, 8)).status).toBe(409)
    expect((await again(teacher, 4)).status).toBe(200)
    expect((await answer(code, 4, [6])).statusCode).toBe(200)
  })
  test('find the door closed when the time is over, or when the teacher closes it', async () => {
    house.setClock('2026-11-23T09:00:01.000Z')
    expect((await answer(code, 5, [1])).statusCode).toBe(404)
    expect((await house.call(teacher, 'POST', `/classes/${classId}/waves/1/close`)).status).toBe(409)
    const next = await ask(1)
    expect((await answer(code, 5, [1])).statusCode).toBe(404)
    expect((await answer(next.body.code, 5, [1])).statusCode).toBe(200)
    expect((await house.call(teacher, 'POST', `/classes/${classId}/waves/1/close`)).status).toBe(200)
    house.setClock('2026-11-23T09:00:05.000Z')
    expect((await answer(next.body.code, 6, [1])).statusCode).toBe(404)
  })
  test('are stopped after many tries from one place', async () => {
    const guess = async (): Promise<number> => (await form({ code: 'AAAA-AAAA', number: '1' })).statusCode
    expect(await guess()).toBe(404)
    // six classes of a school in one hour: 27 pupils, two steps each, and some mistakes
    await house.sql('update rate_window set used = 6 * 27 * 2 + 200')
    expect(await guess()).toBe(404)
    await house.sql('update rate_window set used = 1000')
    expect(await guess()).toBe(429)
    house.setClock('2026-11-24T09:00:00.000Z')
  })
})

describe('the second time', () => {
  test('asks the same class again; the question of a time that has answers stays', async () => {
    expect((await ask(1, { question: 'play' })).body).toMatchObject({ code: 'centers.questionStays' })
    const { body } = await ask(2, { question: 'play', most: 3 })
    expect((await answer(body.code, 1, [2, 6])).statusCode).toBe(200)
    expect((await opened()).body.waves.map(({ number, question }) => [number, question])).toEqual([
      [1, 'work'],
      [2, 'play'],
    ])
  })
  test('does not come before the first', async () => {
    const { body } = await house.call<{ id: string }>(teacher, 'POST', '/classes', aClass)
    const second = await house.call(teacher, 'POST', `/classes/${body.id}/waves/2`, {
      question: 'work',
      most: 1,
      hours: 2,
    })
    expect([second.status, second.body.code]).toEqual([409, 'centers.firstWaveFirst'])
    expect(
      (await house.call(teacher, 'POST', `/classes/${body.id}/waves/3`, { question: 'work', most: 1, hours: 2 }))
        .status,
    ).toBe(400)
  })
})

describe('the picture of the roster', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from('IHDR'),
    Buffer.alloc(40),
  ])
  const send = (name: string, bytes: Buffer, who: Worker = teacher) =>
    house.request({
      method: 'POST',
      url: `/api/v1/classes/${classId}/photo?name=${name}`,
      payload: bytes,
      headers: { 'content-type': 'application/octet-stream', cookie: who.cookie },
    })
  test('of ten megabytes is refused with the reason, and so is a file that is no picture', async () => {
    const large = await send('elenco.png', Buffer.concat([png, Buffer.alloc(10_000_000)]))
    expect([large.statusCode, large.json().code, large.json().title]).toEqual([
      422,
      'platform.fileTooLarge',
      expect.stringContaining('5 MB'),
    ])
    const text = await send('elenco.txt', Buffer.from('non è una figura'))
    expect([text.statusCode, text.json().code]).toEqual([422, 'centers.photoNoPicture'])
    expect((await send('elenco.png', Buffer.from('<svg onload=alert(1)>'))).statusCode).toBe(422)
    expect((await opened()).body.hasPhoto).toBe(false)
  })
  test('is for the teacher’s eyes', async () => {
    expect((await send('elenco.png', png)).statusCode).toBe(200)
    const get = (who: Worker) =>
      house.request({ method: 'GET', url: `/api/v1/classes/${classId}/photo`, headers: { cookie: who.cookie } })
    expect((await get(teacher)).headers['content-type']).toBe('image/png')
    expect((await get(other)).statusCode).toBe(404)
  })
})

describe('a class is erased', () => {
  test('when its school year ends, by itself: answers, codes and picture go, that it was asked stays', async () => {
    const run = () => transact(house.services, { by: 'system' }, ({ tx }) => eraseClasses(tx, {}))
    house.setClock('2027-08-31T03:00:00.000Z')
    await run()
    expect(await house.sql('select * from class_answer')).not.toEqual([])
    house.setClock('2027-09-01T03:00:00.000Z')
    expect((await run()).ok).toBe(true)
    expect(await house.sql('select * from class_answer')).toEqual([])
    expect(await house.sql('select * from class_wave where code_hash is not null or code_sealed is not null')).toEqual(
      [],
    )
    // the teacher's session is over by then
    house.setClock('2026-11-24T09:00:00.000Z')
    const { body } = await opened()
    expect(body).toMatchObject({ erased: true, hasPhoto: false, purpose: aClass.purpose })
    expect((await ask(1)).body).toMatchObject({ code: 'centers.erased' })
  })
})
