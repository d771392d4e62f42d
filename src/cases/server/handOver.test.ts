import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { aFileOf, ask, sheetIn } from '../../measures/server/measures.sample.ts'
import { type SampleCase, sampleCase, sheetOf, startSample } from '../../pacts/server/life.sample.ts'
import type { TaskRow } from '../core/work.api.ts'

let house: TestHouse
let admin: Worker
let next: Worker
let one: SampleCase
let pactId: string
beforeAll(async () => {
  house = await openHouse('hand_over')
  house.setClock('2026-11-22T09:00:00.000Z')
  admin = await house.worker({ role: 'administrator' })
  const texts = { language: 'it', permission: 'Concessa dall’autore', file: aFileOf('who5') }
  await house.call(admin, 'POST', '/measures/instruments/who5/texts', texts)
})
afterAll(() => house.close())

/** A case whose tutor has a pact, a private task, a task, an appointment to come and one that was held. */
beforeEach(async () => {
  one = await sampleCase(house)
  next = await house.worker({ role: 'tutor', district: crema, name: 'Paolo Nuovo' })
  pactId = (await startSample(house, one)).id
  await ask(house, one.tutor, { caseId: one.caseId, instrument: 'who5', answers: ['1', '1', '1', '1', '1'] })
  const task = { title: 'Chiamare il CPIA', due: '2026-11-30', ownerId: one.tutor.id, recursDays: null }
  await house.call(one.tutor, 'POST', `/cases/${one.caseId}/tasks`, task)
  for (const [at, outcome] of [
    ['2026-11-25T09:00:00Z', null],
    ['2026-11-10T09:00:00Z', 'came'],
  ])
    await house.sql(
      `insert into appointment (district_id, id, case_id, person_id, title, kind, at, minutes, account_ids, outcome, created_at)
       values ($1, $2, $3, $4, 'Visita', 'visit', $5, 30, array[$6, $7]::uuid[], $8, now())`,
      [crema, v7(), one.caseId, one.personId, at, one.tutor.id, one.manager.id, outcome],
    )
})

const join = async (who: Worker, role: string): Promise<void> => {
  const member = { accountId: who.id, role, organisationId: null }
  expect((await house.call(one.manager, 'POST', `/cases/${one.caseId}/equipe`, member)).status).toBe(200)
}
const leave = async (who: Worker, role: string): Promise<void> => {
  const [member] = await house.sql<{ id: string }>(
    'select id from equipe_member where case_id = $1 and account_id = $2 and role = $3 and ended_at is null',
    [one.caseId, who.id, role],
  )
  const left = await house.call(one.manager, 'POST', `/cases/${one.caseId}/equipe/${member?.id}/end`, {})
  expect(left.status).toBe(200)
}
const talksOf = async (who: Worker): Promise<number> => (await sheetIn(house, who, one.caseId)).tasks.length
const ownerOf = async (): Promise<string | undefined> =>
  (await house.call<{ rows: TaskRow[] }>(one.manager, 'GET', `/tasks?caseId=${one.caseId}`)).body.rows[0]?.owner
const tutorOf = async (): Promise<string> => (await sheetOf(house, one.manager, pactId)).tutorName
const goingTo = async (): Promise<string[][]> =>
  (
    await house.sql<{ names: string[] }>(
      `select array(select a.name from account a where a.id = any (p.account_ids) order by a.name) as names
       from appointment p where p.case_id = $1 order by p.at`,
      [one.caseId],
    )
  ).map(({ names }) => names)
const linesOf = async (): Promise<{ fields: string[] }[]> =>
  house.sql(`select fields from journal where case_id = $1 and act = 'cases.handOver'`, [one.caseId])

describe('what a tutor had in hand', () => {
  test('goes to the new one: pact, tasks, appointments to come, and the private task that nobody else sees', async () => {
    await join(next, 'tutor')
    expect([await talksOf(one.tutor), await talksOf(next)]).toEqual([1, 0])
    await leave(one.tutor, 'tutor')
    expect([await talksOf(next), await talksOf(one.manager)]).toEqual([1, 0])
    expect([await ownerOf(), await tutorOf()]).toEqual(['Paolo Nuovo', 'Paolo Nuovo'])
    expect(await goingTo()).toEqual([
      ['Giulia Moro', 'Sara Benelli'],
      ['Giulia Moro', 'Paolo Nuovo'],
    ])
    expect(await linesOf()).toEqual([{ fields: ['appointments', 'pacts', 'tasks'] }])
    const { body } = await house.call<{ items: { kind: string }[] }>(next, 'GET', '/desk/today')
    expect(body.items.map(({ kind }) => kind)).toContain('talk')
  })
  test('goes to the case manager while there is no tutor, and the pact and the private task on to whoever becomes one', async () => {
    await leave(one.tutor, 'tutor')
    expect([await talksOf(one.manager), await ownerOf(), await tutorOf()]).toEqual([1, 'Giulia Moro', 'Giulia Moro'])
    await join(next, 'otherWorker')
    expect(await talksOf(next)).toBe(0)
    await join(next, 'tutor')
    expect([await talksOf(next), await talksOf(one.manager)]).toEqual([1, 0])
    expect([await tutorOf(), await ownerOf()]).toEqual(['Paolo Nuovo', 'Giulia Moro'])
  })
  test('stays with whoever stays in the equipe, but for what is a tutor’s alone', async () => {
    await join(one.tutor, 'educator')
    await join(next, 'tutor')
    await leave(one.tutor, 'tutor')
    expect([await talksOf(next), await talksOf(one.tutor)]).toEqual([1, 0])
    expect([await tutorOf(), await ownerOf()]).toEqual(['Paolo Nuovo', 'Sara Benelli'])
  })
  test('is not lost with the account', async () => {
    expect((await house.call(admin, 'POST', `/access/accounts/${one.tutor.id}/end`, {})).status).toBe(200)
    expect([await talksOf(one.manager), await ownerOf(), await tutorOf()]).toEqual([1, 'Giulia Moro', 'Giulia Moro'])
    expect((await goingTo())[1]).toEqual(['Giulia Moro'])
    expect(await linesOf()).toHaveLength(1)
  })
  test('is not lost with the role that let them work on cases', async () => {
    const [grant] = await house.sql<{ id: string }>('select id from account_role where account_id = $1', [one.tutor.id])
    await house.call(admin, 'DELETE', `/access/accounts/${one.tutor.id}/grants/${grant?.id}`)
    expect([await talksOf(one.manager), await ownerOf(), await tutorOf()]).toEqual([1, 'Giulia Moro', 'Giulia Moro'])
  })
})

test('what a case manager had in hand goes to the next one', async () => {
  const manager = await house.worker({ role: 'socialWorker', district: crema, name: 'Nadia Nuova' })
  await house.sql('update task set owner_id = $1 where case_id = $2', [one.manager.id, one.caseId])
  await join(manager, 'caseManager')
  await leave(one.manager, 'caseManager')
  const { body } = await house.call<{ rows: TaskRow[] }>(manager, 'GET', `/tasks?caseId=${one.caseId}`)
  expect(body.rows.map(({ owner }) => owner)).toEqual(['Nadia Nuova'])
})

test('a call for a hand that somebody had taken is everybody’s again when they leave', async () => {
  const intake = await house.worker({ role: 'intake', district: crema })
  const id = v7()
  await house.sql(
    `insert into referral (district_id, id, kind, channel, age_band, living, permission_of, permission_how, permission_at,
       receipt_index, state, received_at, first_contact_due, interview_due, moved_at, assigned_to)
     values ($1, $2, 'forMe', 'desk', '35-64', 'alone', 'person', 'spoken', now(), $3, 'signalled', now(), '2026-11-25', '2026-12-01', now(), $4)`,
    [crema, id, id, intake.id],
  )
  const assigned = async () => (await house.sql('select assigned_to from referral where id = $1', [id]))[0]
  expect(await assigned()).toEqual({ assigned_to: intake.id })
  await house.call(admin, 'POST', `/access/accounts/${intake.id}/end`, {})
  expect(await assigned()).toEqual({ assigned_to: null })
})
