import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from '../../pacts/server/life.sample.ts'
import { transact } from '../../platform/server/transact.ts'
import { ask, sheetIn } from './measures.sample.ts'
import { replanMeasures } from './plan.jobs.ts'

let house: TestHouse
let panel: Worker
let coordinator: Worker
let one: SampleCase
let pactId: string
let admin: Worker
beforeAll(async () => {
  house = await openHouse('schedule')
  house.setClock('2026-08-20T09:00:00.000Z')
  one = await sampleCase(house)
  panel = await house.worker({ role: 'panel', district: crema })
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  pactId = (await startSample(house, one)).id
  admin = await house.worker({ role: 'administrator' })
})
afterAll(() => house.close())

const move = async (as: Worker, body: object): Promise<void> => {
  const { status, body: said } = await house.call(as, 'POST', `/pacts/${pactId}/moves`, body)
  expect([status, said]).toMatchObject([200, {}])
}
/** What waits: 'T0 osss3 2026-10-01'. */
const dues = async (): Promise<string[]> =>
  (await sheetIn(house, one.tutor, one.caseId)).dues.map(
    ({ moment, instrument, due }) => `${moment} ${instrument} ${due}`,
  )
const daysOf = async (): Promise<string[]> => [...new Set((await dues()).map((line) => line.replace(/ \w+ /, ' ')))]

/** Runs what was put in the queue for the measures, as the queue would. */
const replan = async (): Promise<string[]> => {
  const queued = await house.sql<{ task: string }>(
    `select t.identifier as task from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'replanMeasures'`,
  )
  await transact(house.services, { by: 'system' }, ({ tx }) => replanMeasures(tx, {}))
  return queued.map(({ task }) => task)
}
const reached = async (): Promise<unknown> =>
  (await house.call<{ reached: unknown }>(admin, 'GET', '/measures/instruments')).body.reached

describe('what a pact asks to measure', () => {
  test('is nothing before it is signed', async () => {
    await approve(house, { tutor: one.tutor, panel, pactId })
    expect(await dues()).toEqual([])
  })
  test('is the battery at three moments once it is signed', async () => {
    house.setClock('2026-09-01T09:00:00.000Z')
    const { pact } = await signAll(house, one.tutor, pactId)
    expect([pact.startsOn, pact.endsOn]).toEqual(['2026-09-03', '2027-03-03'])
    expect(await dues()).toEqual([
      'T0 osss3 2026-10-01',
      'T0 ties 2026-10-01',
      'T0 who5 2026-10-01',
      ...['osss3', 'ties', 'who5'].map((code) => `T1 ${code} 2026-12-02`),
      ...['osss3', 'ties', 'who5'].map((code) => `T2 ${code} 2027-04-02`),
    ])
  })
  test('is done when it was asked, refused when the person would rather not, and late when its day is over', async () => {
    house.setClock('2026-10-02T09:00:00.000Z')
    expect((await sheetIn(house, one.tutor, one.caseId)).dues.filter(({ late }) => late).length).toBe(3)
    const desk = await house.call<{ items: object[] }>(one.tutor, 'GET', '/desk/today')
    expect(desk.body.items).toContainEqual(
      expect.objectContaining({ kind: 'measure', detail: 'osss3 ties who5', due: '2026-10-01', person: 'Amina T.' }),
    )
    await ask(house, one.tutor, { caseId: one.caseId, instrument: 'osss3', moment: 'T0', answers: ['3', '3', '3'] })
    const who5 = (await sheetIn(house, one.tutor, one.caseId)).dues.find(({ instrument }) => instrument === 'who5')
    const refuse = (as: Worker) => house.call(as, 'POST', `/measures/dues/${who5?.id}/refuse`, {})
    expect((await refuse(coordinator)).status).toBe(403)
    expect((await refuse(one.tutor)).status).toBe(200)
    expect((await refuse(one.tutor)).status).toBe(404)
    expect((await dues()).slice(0, 1)).toEqual(['T0 ties 2026-10-01'])
  })
  test('is done for the tie map once a wave of that moment was told', async () => {
    const tell = (moment: string, heldOn: string, number: number) =>
      house.sql(
        `insert into wave (district_id, id, case_id, person_id, number, moment, held_on, state, opened_by, opened_at, touched_by, touched_at, done_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'done', $8, now(), $8, now(), now())`,
        [crema, v7(), one.caseId, one.personId, number, moment, heldOn, one.tutor.id],
      )
    await tell('T0', '2025-03-01', 1)
    expect((await dues()).slice(0, 1)).toEqual(['T0 ties 2026-10-01'])
    await tell('T0', '2026-09-20', 2)
    expect((await daysOf()).map((line) => line.slice(0, 2))).toEqual(['T1', 'T2'])
  })
  test('waits while the pact is suspended, and follows it when it is extended', async () => {
    house.setClock('2026-10-03T09:00:00.000Z')
    await move(one.tutor, { move: 'activate' })
    await move(one.tutor, { move: 'suspend', reason: 'Un ricovero di alcuni mesi.', until: '2027-01-10' })
    expect(await daysOf()).toEqual(['T1 2027-01-10', 'T2 2027-04-02'])
    house.setClock('2027-01-10T09:00:00.000Z')
    await move(one.tutor, { move: 'resume' })
    const { pact } = await sheetOf(house, one.tutor, pactId)
    expect(pact.state).toBe('active')
    expect(await daysOf()).toEqual(['T1 2027-01-10', 'T2 2027-04-02'])
    await move(one.tutor, { move: 'extend', reason: 'Serve più tempo.', newEnd: '2027-05-31' })
    expect(await daysOf()).toEqual(['T1 2027-01-16', 'T2 2027-06-30'])
  })
  test('that was done or refused is not asked again by a later move', async () =>
    expect((await dues()).filter((line) => line.startsWith('T0'))).toEqual([]))
  test('changes with a new plan as soon as it is saved, and what was answered or refused stays', async () => {
    const plan = { battery: ['ties', 'osss3', 'gse'], firstDays: 20, midMonths: 6, lastDays: 10, afterMonths: 6 }
    const save = (more: object) => house.call<{ code: string }>(admin, 'PUT', '/measures/plan', { ...plan, ...more })
    expect((await save({ version: 7 })).body.code).toBe('platform.changedMeanwhile')
    expect((await save({ version: 1, battery: ['brs'] })).status).toBe(400)
    expect((await save({ version: 1, battery: ['osss3', 'osss3'] })).status).toBe(400)
    expect((await save({ version: 1 })).status).toBe(200)
    expect((await house.call(one.tutor, 'PUT', '/measures/plan', { ...plan, version: 2 })).status).toBe(403)
    expect(await reached()).toBe('soon')
    expect(await replan()).toEqual(['replanMeasures'])
    expect(await dues()).toEqual([
      ...['gse', 'osss3', 'ties'].map((code) => `T1 ${code} 2027-01-16`),
      ...['gse', 'osss3', 'ties'].map((code) => `T2 ${code} 2027-06-10`),
    ])
    expect(await reached()).toEqual({ on: '2027-01-10', pacts: 1 })
    expect(await house.sql(`select instrument, state from measure_due where moment = 'T0' order by 1`)).toMatchObject([
      { instrument: 'osss3', state: 'done' },
      { instrument: 'ties', state: 'waiting' },
      { instrument: 'who5', state: 'refused' },
    ])
  })
  test('is not touched by a plan that changes nothing for it', async () => {
    const same = { battery: ['ties', 'osss3', 'gse'], firstDays: 25, midMonths: 6, lastDays: 10, afterMonths: 6 }
    const before = await dues()
    expect((await house.call(admin, 'PUT', '/measures/plan', { ...same, version: 2 })).status).toBe(200)
    await replan()
    expect([await dues(), await reached()]).toEqual([before, { on: '2027-01-10', pacts: 0 }])
  })
  test('at its end is the last measure, and one after it; what was never asked half-way is let go', async () => {
    house.setClock('2027-05-31T09:00:00.000Z')
    await move(one.tutor, { move: 'startClosing' })
    expect(await dues()).toEqual(['gse', 'osss3', 'ties'].map((code) => `T2 ${code} 2027-06-10`))
    const { reviews } = await sheetOf(house, one.tutor, pactId)
    const final = reviews.find(({ kind }) => kind === 'final')
    const held = { heldOn: '2027-05-31', personVoice: 'Sono contenta', workerVoice: 'Anche noi', decision: 'close' }
    await house.call(one.tutor, 'POST', `/pacts/${pactId}/reviews/${final?.id}/hold`, held)
    const ending = { goals: 'partly', work: 'none', training: '', others: [], tiesAndRoles: '', reason: 'È finito' }
    await move(one.tutor, { move: 'close', closure: { ...ending, lastDay: '2027-05-31' } })
    expect(await daysOf()).toEqual(['T2 2027-06-10', 'T3 2027-11-30'])
  })
  test('is not asked after the end of whoever does not want to be called again', async () => {
    house.setClock('2027-08-31T09:00:00.000Z')
    const { followUps } = await sheetOf(house, one.tutor, pactId)
    const at = `/pacts/${pactId}/follow-ups/${followUps[0]?.id}/hold`
    const held = { heldOn: '2027-08-31', reached: true, refused: true, personVoice: 'Basta così', stillAliveTies: 2 }
    expect((await house.call(one.tutor, 'POST', at, held)).status).toBe(200)
    expect(await daysOf()).toEqual(['T2 2027-06-10'])
  })
})
