import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { MeasureForm } from '../core/measure.api.ts'
import { aFileOf, answerAll, ask, sheetIn, start } from './measures.sample.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('measures')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
  await house.sql(`update person set birth_date = '1980-01-01' where id = $1`, [begun.personId])
})
afterAll(() => house.close())

const here = (more: { instrument: string; moment?: string; rater?: string; language?: string }) => ({
  caseId: begun.id,
  ...more,
})
const open = (who: keyof Cast, id: string) =>
  house.call<MeasureForm & { code?: string }>(cast[who], 'GET', `/measures/${id}`)
const rowOf = async (who: keyof Cast, id: string) =>
  (await sheetIn(house, cast[who], begun.id)).rows.find((row) => row.id === id)

describe('a questionnaire', () => {
  test('is asked of a person by the equipe, question by question, and read with its result', async () => {
    const { body } = await start(house, cast.tutor, here({ instrument: 'osss3' }))
    const form = (await open('tutor', body.id)).body
    expect(form).toMatchObject({ instrument: 'osss3', definition: 1, state: 'open', answers: {}, views: null })
    expect(form.texts['3']).toMatch(/vicini/)
    const revision = await answerAll(house, cast.tutor, { id: body.id, answers: ['3', '4', '2'] })
    // whoever closed the browser finds what was answered, on any device
    expect((await open('educator', body.id)).body.answers).toEqual({ '1': '3', '2': '4', '3': '2' })
    await house.call(cast.tutor, 'POST', `/measures/${body.id}/finish`, { revision })
    expect(await rowOf('tutor', body.id)).toMatchObject({
      state: 'done',
      by: 'tutor',
      heldOn: '2026-11-22',
      scores: [{ code: 'total', value: 9, missing: 0 }],
    })
  })
  test('keeps its answers sealed', async () => {
    const [row] = await house.sql<{ answers_sealed: string }>('select answers_sealed from measure limit 1')
    expect(row?.answers_sealed).not.toMatch(/"1"|:/)
  })
  test('says no result when more is missing than its rule allows', async () => {
    const id = await ask(house, cast.tutor, { ...here({ instrument: 'osss3' }), answers: ['3', null, '2'] })
    expect((await rowOf('tutor', id))?.scores).toEqual([{ code: 'total', value: null, missing: 1 }])
  })
  test('is not open twice at a time: whoever begins a second is told', async () => {
    const first = await start(house, cast.tutor, here({ instrument: 'osss3' }))
    expect((await start(house, cast.educator, here({ instrument: 'osss3' }))).body.code).toBe('measures.openAlready')
    await house.call(cast.tutor, 'POST', `/measures/${first.body.id}/stop`, { because: 'mistake' })
    expect(await rowOf('tutor', first.body.id)).toBeUndefined()
  })
  test('written by two at once tells the second, and loses nothing', async () => {
    const { id } = (await start(house, cast.tutor, here({ instrument: 'eusilc13' }))).body
    const at = `/measures/${id}/answers/car`
    expect((await house.call(cast.tutor, 'PUT', at, { answer: 'has', revision: 1 })).status).toBe(200)
    expect((await house.call(cast.educator, 'PUT', at, { answer: 'other', revision: 1 })).body).toMatchObject({
      code: 'platform.changedMeanwhile',
    })
    expect((await open('tutor', id)).body.answers).toEqual({ car: 'has' })
    await house.call(cast.tutor, 'POST', `/measures/${id}/stop`, { because: 'mistake' })
  })
  test('takes no answer that is not one of its own', async () => {
    const { id } = (await start(house, cast.tutor, here({ instrument: 'osss3' }))).body
    const put = (item: string, answer: string) =>
      house.call(cast.tutor, 'PUT', `/measures/${id}/answers/${item}`, { answer, revision: 1 })
    expect((await put('1', '5')).body).toMatchObject({ code: 'measures.answerUnknown' })
    expect((await put('4', '1')).body).toMatchObject({ code: 'measures.itemUnknown' })
    expect((await house.call(cast.tutor, 'POST', `/measures/${id}/finish`, { revision: 1 })).body).toMatchObject({
      code: 'measures.nothingAnswered',
    })
    await house.call(cast.tutor, 'POST', `/measures/${id}/stop`, { because: 'mistake' })
  })
  test('that the person would rather not answer is kept without a reason and without what was said so far', async () => {
    const { id } = (await start(house, cast.tutor, here({ instrument: 'osss3' }))).body
    await answerAll(house, cast.tutor, { id, answers: ['1'] })
    expect((await house.call(cast.tutor, 'POST', `/measures/${id}/stop`, { because: 'refused' })).status).toBe(200)
    expect(await rowOf('tutor', id)).toMatchObject({ state: 'refused', scores: null })
    expect((await open('tutor', id)).body.answers).toEqual({})
    expect((await house.call(cast.tutor, 'POST', `/measures/${id}/stop`, { because: 'mistake' })).body).toMatchObject({
      code: 'measures.over',
    })
  })
})

describe('who asks and who reads', () => {
  test('volunteers, colleagues outside, panel, hosts, evaluators and other districts do not ask', async () => {
    for (const [who, status] of [
      ['volunteer', 403],
      ['outsider', 404],
      ['otherTutor', 404],
      ['panel', 403],
      ['host', 403],
      ['evaluator', 403],
      ['coordinator', 403],
      ['admin', 403],
    ] as const)
      expect([who, (await start(house, cast[who], here({ instrument: 'osss3' }))).status]).toEqual([who, status])
  })
  test('whoever coordinates sees that something was measured, and no result', async () => {
    const sheet = await sheetIn(house, cast.coordinator, begun.id)
    expect(sheet).toMatchObject({ canMeasure: false, rows: [], tasks: [] })
    for (const who of ['outsider', 'elsewhere', 'evaluator', 'panel', 'host'] as const)
      expect([who, (await house.call(cast[who], 'GET', `/measures?caseId=${begun.id}`)).status]).toEqual([who, 404])
  })
  test('volunteers of the equipe see that it was done, and no result', async () => {
    const { rows } = await sheetIn(house, cast.volunteer, begun.id)
    expect(rows.some(({ state }) => state === 'done')).toBe(true)
    expect(rows.filter(({ scores }) => scores !== null)).toEqual([])
  })
  test('minors, and those whose age nobody knows, are not asked', async () => {
    const child = await aBegunCase(house, cast)
    const asked = { caseId: child.id, instrument: 'osss3' }
    expect((await start(house, cast.tutor, asked)).body.code).toBe('measures.why.ageUnknown')
    await house.sql(`update person set birth_date = '2012-01-01' where id = $1`, [child.personId])
    expect((await start(house, cast.tutor, asked)).body.code).toBe('measures.why.tooYoung')
    expect((await start(house, cast.tutor, { ...asked, instrument: 'ladder' })).status).toBe(200)
  })
  test('nothing is asked that is switched off, unknown or without words', async () => {
    for (const [instrument, code] of [
      ['brs', 'measures.why.off'],
      ['lsns6', 'measures.why.off'],
      ['mspss', 'measures.why.noTexts'],
      ['ucla3', 'measures.instrumentUnknown'],
    ])
      expect([instrument, (await start(house, cast.tutor, here({ instrument: instrument ?? '' }))).body.code]).toEqual([
        instrument,
        code,
      ])
    expect((await start(house, cast.tutor, here({ instrument: 'osss3', language: 'fr' }))).body.code).toBe(
      'measures.languageUnknown',
    )
  })
})

describe('words that may not ship', () => {
  const load = (who: keyof Cast, more: object = {}) =>
    house.call<{ revision: number; code: string }>(cast[who], 'POST', '/measures/instruments/who5/texts', {
      language: 'it',
      permission: 'Modulo OMS del 3 marzo 2026',
      file: aFileOf('who5'),
      ...more,
    })
  test('are loaded by an administrator with the permission obtained, and are then asked', async () => {
    expect((await start(house, cast.tutor, here({ instrument: 'who5' }))).body.code).toBe('measures.why.noTexts')
    expect((await load('tutor')).status).toBe(403)
    expect((await load('admin', { permission: ' ' })).status).toBe(400)
    expect((await load('admin', { file: 'intro = niente' })).body.code).toBe('measures.texts.lacking')
    expect((await load('admin')).body.revision).toBe(1)
    expect((await start(house, cast.tutor, here({ instrument: 'who5' }))).status).toBe(200)
  })
  test('loaded again are a new revision; what is under way keeps its own', async () => {
    expect((await load('admin', { file: aFileOf('who5').replaceAll('parole', 'altre') })).body.revision).toBe(2)
    const one = (await sheetIn(house, cast.tutor, begun.id)).rows.find(
      ({ instrument, state }) => instrument === 'who5' && state === 'open',
    )
    expect((await open('tutor', one?.id ?? '')).body.texts['1']).toBe('parole')
    await house.call(cast.tutor, 'POST', `/measures/${one?.id}/stop`, { because: 'mistake' })
  })
})

describe('a low WHO-5', () => {
  const deskOf = async (who: keyof Cast): Promise<string[]> => {
    const { body } = await house.call<{ items: { kind: string }[] }>(cast[who], 'GET', '/desk/today')
    return body.items.map(({ kind }) => kind)
  }
  const tasksOf = async (who: keyof Cast) => (await sheetIn(house, cast[who], begun.id)).tasks
  test('above 28 asks nothing of anybody', async () => {
    await ask(house, cast.educator, { ...here({ instrument: 'who5' }), answers: ['1', '1', '2', '2', '2'] })
    expect(await tasksOf('tutor')).toEqual([])
  })
  test('of 28 asks the tutor alone to talk, whoever asked the questions', async () => {
    const id = await ask(house, cast.educator, { ...here({ instrument: 'who5' }), answers: ['1', '1', '1', '2', '2'] })
    expect(await tasksOf('tutor')).toMatchObject([{ due: '2026-11-24' }])
    for (const who of ['manager', 'educator', 'volunteer', 'supervisor', 'coordinator'] as const)
      expect([who, await tasksOf(who)]).toEqual([who, []])
    for (const [who, kinds] of [
      ['tutor', ['talk']],
      ['manager', []],
      ['educator', []],
      ['coordinator', []],
    ] as const)
      expect([who, await deskOf(who)]).toEqual([who, kinds])
    expect((await rowOf('tutor', id))?.scores).toMatchObject([{ value: 28 }])
    expect((await rowOf('educator', id))?.scores).toMatchObject([{ value: 28 }])
    for (const who of ['manager', 'supervisor', 'volunteer'] as const)
      expect([who, await rowOf(who, id)]).toMatchObject([who, { scores: null, hidden: 'notYours' }])
    expect((await open('manager', id)).body.code).toBe('measures.notYours')
  })
  test('stands in no task of the equipe and in no line that others read', async () => {
    expect(await house.sql('select id from task')).toEqual([])
    const lines = await house.sql<{ act: string; fields: string[]; reason: string | null }>(
      `select distinct act, fields, reason from journal where act in ('measures.finish', 'measures.talked') or fields && '{scores,task}'`,
    )
    // a high and a low result leave the same line behind
    expect(lines).toEqual([{ act: 'measures.finish', fields: ['state'], reason: null }])
  })
  test('is talked about by the tutor, and the line that says so names no person and no case', async () => {
    const [task] = await tasksOf('tutor')
    const done = (who: keyof Cast) => house.call(cast[who], 'POST', `/measures/tasks/${task?.id}/done`, {})
    expect((await done('educator')).status).toBe(404)
    expect((await done('manager')).status).toBe(404)
    expect((await done('tutor')).status).toBe(200)
    expect((await done('tutor')).status).toBe(404)
    expect(await tasksOf('tutor')).toEqual([])
    expect(await house.sql(`select person_id, case_id from journal where act = 'measures.talked'`)).toEqual([
      { person_id: null, case_id: null },
    ])
  })
})

describe('two views and one agreement', () => {
  const rate = (who: keyof Cast, rater: string, step: string) =>
    ask(house, cast[who], { ...here({ instrument: 'ladder', moment: 'T0', rater }), answers: Array(7).fill(step) })
  test('stay apart until both are given, then are agreed on', async () => {
    expect(
      (await start(house, cast.tutor, here({ instrument: 'ladder', moment: 'T0', rater: 'agreed' }))).body.code,
    ).toBe('measures.bothFirst')
    const person = await rate('tutor', 'person', '2')
    expect(await rowOf('tutor', person)).toMatchObject({ scores: null, hidden: 'apart' })
    const worker = await rate('tutor', 'worker', '4')
    expect((await rowOf('tutor', person))?.scores?.[0]).toEqual({ code: 'work', value: 2, missing: 0 })
    const { id } = (await start(house, cast.tutor, here({ instrument: 'ladder', moment: 'T0', rater: 'agreed' }))).body
    const form = (await open('tutor', id)).body
    expect([form.views?.person.work, form.views?.worker.work]).toEqual(['2', '4'])
    const revision = await answerAll(house, cast.tutor, { id, answers: Array(7).fill('3') })
    await house.call(cast.tutor, 'POST', `/measures/${id}/finish`, { revision })
    const rows = (await sheetIn(house, cast.tutor, begun.id)).rows.filter(({ instrument }) => instrument === 'ladder')
    expect(new Set(rows.map(({ occasionId }) => occasionId)).size).toBe(1)
    expect([person, worker, id]).toEqual(rows.map((row) => row.id))
  })
  test('are not made of an instrument that only the person answers', async () =>
    expect((await start(house, cast.tutor, here({ instrument: 'osss3', rater: 'worker' }))).body.code).toBe(
      'measures.oneView',
    ))
})
