import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import { pactJobs } from './day.jobs.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'

let house: TestHouse
let one: SampleCase
let pactId: string

const runDay = async (at: string, name = 'pactDay'): Promise<void> => {
  house.setClock(at)
  const job = pactJobs.jobs[name]
  if (job) await transact(house.services, { by: 'system' }, ({ tx }) => job(tx, {}))
}
const mails = () =>
  house.sql<{ subject: string; body_text: string }>('select subject, body_text from outbox order by created_at')

beforeAll(async () => {
  house = await openHouse('pact day')
  house.setClock('2026-09-01T09:00:00.000Z')
  one = await sampleCase(house)
  const panel = await house.worker({ role: 'panel', district: crema })
  pactId = (await startSample(house, one)).id
  await approve(house, { tutor: one.tutor, panel, pactId })
  await signAll(house, one.tutor, pactId)
  await house.sql('delete from outbox')
})
afterAll(() => house.close())

test('a signed pact whose insurance does not hold yet waits, and starts once it does', async () => {
  await house.sql(
    `update pact_version set content = jsonb_set(content, '{giveBack,0,covers,0,from}', '"2026-09-10"') where pact_id = $1`,
    [pactId],
  )
  const job = pactJobs.jobs.movePactByItself
  const start = () =>
    transact(
      house.services,
      { by: 'system' },
      async ({ tx }) => job?.(tx, { pactId, move: 'activate' }) ?? Promise.reject(),
    )
  house.setClock('2026-09-03T04:10:00.000Z')
  expect(await start()).toMatchObject({ ok: false, refusal: { code: 'pacts.needs.cover' } })
  house.setClock('2026-09-10T04:10:00.000Z')
  expect((await start()).ok).toBe(true)
  expect((await sheetOf(house, one.tutor, pactId)).pact.state).toBe('active')
})

test('the tutor gets a mail a week before a review, on the day, and each week while it is late, naming nobody', async () => {
  const days = ['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-05', '2026-12-09']
  for (const day of days) await runDay(`${day}T04:10:00.000Z`)
  const sent = await mails()
  expect(sent).toHaveLength(3)
  expect(sent[0]?.subject).toBe('Un patto ti aspetta')
  expect(sent[0]?.body_text).toContain('PG-2026-001: verifica entro il 2 dicembre 2026')
  expect(sent.some(({ body_text }) => /Amina|Traore/.test(body_text))).toBe(false)
})

test('a change of the deadlines reaches the pacts of the district with the next day', async () => {
  const [before] = await house.sql<{ next_due: string }>('select next_due::text from pact where id = $1', [pactId])
  await house.sql(`update pact set next_due = '2020-01-01' where id = $1`, [pactId])
  await runDay('2026-12-10T04:10:00.000Z')
  const [after] = await house.sql<{ next_due: string }>('select next_due::text from pact where id = $1', [pactId])
  expect(after).toEqual(before)
})

const nameTeresa = async (): Promise<void> => {
  await house.sql(
    `insert into tie (district_id, id, case_id, person_id, a_kind, a_id, b_kind, b_label, kind, since, evidence, origin_kind, setting,
       recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, 'person', $3, 'alter', 'T.', 'neighbour', '2026-10-01', 'saidByPerson', 'pact', 'da Teresa', $4, now())`,
    [crema, one.caseId, one.personId, one.tutor.id],
  )
}
const named = () =>
  house.sql<{ b_label: string; setting: string }>('select b_label, setting from tie where case_id = $1', [one.caseId])
const holdFollowUp = async (months: number): Promise<number> => {
  const [row] = await house.sql<{ id: string }>(
    `insert into follow_up (district_id, id, pact_id, case_id, person_id, months, due)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, '2026-12-15') returning id`,
    [crema, pactId, one.caseId, one.personId, months],
  )
  const held = { heldOn: '2026-12-15', reached: true, refused: false, personVoice: 'Bene', stillAliveTies: 1 }
  return (await house.call(one.tutor, 'POST', `/pacts/${pactId}/follow-ups/${row?.id}/hold`, held)).status
}

test('labels of third parties stay while another pact of the file goes on, and go with the last follow-up of all', async () => {
  house.setClock('2026-12-15T09:00:00.000Z')
  await nameTeresa()
  await house.sql(`update pact set state = 'closed', closed_on = '2026-12-14' where id = $1`, [pactId])
  const second = (await startSample(house, one)).id
  expect(await holdFollowUp(3)).toBe(200)
  expect(await named()).toEqual([{ b_label: 'T.', setting: 'da Teresa' }])
  await house.sql(`update pact set state = 'withdrawn' where id = $1`, [second])
  expect(await holdFollowUp(6)).toBe(200)
  expect(await named()).toEqual([{ b_label: '', setting: '' }])
})

test('a file that ends without a follow-up keeps nobody’s label: three months later they are gone, with a line of it', async () => {
  await house.sql('delete from tie where case_id = $1', [one.caseId])
  await nameTeresa()
  await runDay('2027-06-01T04:40:00.000Z', 'eraseLeftLabels')
  await house.sql(`update case_file set state = 'closed', closed_on = '2027-01-10' where id = $1`, [one.caseId])
  await runDay('2027-04-01T04:40:00.000Z', 'eraseLeftLabels')
  expect(await named()).toMatchObject([{ b_label: 'T.' }])
  for (const day of ['2027-04-20', '2027-04-21']) await runDay(`${day}T04:40:00.000Z`, 'eraseLeftLabels')
  expect(await named()).toEqual([{ b_label: '', setting: '' }])
  expect(await house.sql(`select subject_id from journal where act = 'pacts.eraseLabels'`)).toEqual([
    { subject_id: one.caseId },
  ])
})
