import { afterAll, beforeAll, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import { pactJobs } from './day.jobs.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'

let house: TestHouse
let one: SampleCase
let pactId: string

const runDay = async (at: string): Promise<void> => {
  house.setClock(at)
  const job = pactJobs.jobs.pactDay
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
