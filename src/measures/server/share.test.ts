import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { type SampleCase, sampleCase } from '../../pacts/server/life.sample.ts'
import { enterAs, ownPage } from '../../pacts/server/own.sample.ts'
import { ask, sheetIn } from './measures.sample.ts'

let house: TestHouse
let one: SampleCase
let measureId: string
let person: string
let sister: string
beforeAll(async () => {
  house = await openHouse('share')
  house.setClock('2026-11-22T09:00:00.000Z')
  one = await sampleCase(house)
  person = await enterAs(house, one.personId)
  sister = await enterAs(house, one.sisterId)
  measureId = await ask(house, one.tutor, { caseId: one.caseId, instrument: 'osss3', answers: ['3', '4', '2'] })
})
afterAll(() => house.close())

const share = (as: Worker, shared: boolean, id = measureId) =>
  house.call<{ code?: string }>(as, 'PUT', `/measures/${id}/shared`, { shared })
const page = async (cookie: string, url = '/mio/misure'): Promise<string> => (await ownPage(house, url, cookie)).html
const isShown = async (): Promise<boolean | undefined> =>
  (await sheetIn(house, one.tutor, one.caseId)).rows.find(({ id }) => id === measureId)?.shared

describe('what was measured with somebody', () => {
  test('is not on their page until a worker of the equipe shows it', async () => {
    expect(await page(person)).toContain('Qui non c’è ancora niente.')
    expect(await page(person, '/mio/patto')).not.toContain('/mio/misure')
    expect(await isShown()).toBe(false)
    expect((await house.request({ url: '/mio/misure' })).statusCode).toBe(401)
  })
  test('is shown in plain words, as an aid, without script, and to nobody else', async () => {
    expect((await share(one.tutor, true)).status).toBe(200)
    expect(await isShown()).toBe(true)
    const html = await page(person)
    for (const words of ['Su chi puoi contare', '22 novembre 2026', 'sostegno medio', 'non sono una diagnosi'])
      expect([words, html.includes(words)]).toEqual([words, true])
    expect(html).not.toContain('<script')
    expect(await page(person, '/mio/misure?lang=en')).toContain('It does not decide whether you can receive anything')
    expect(await page(person, '/mio/patto')).toContain('/mio/misure')
    expect(await page(sister)).toContain('Qui non c’è ancora niente.')
  })
  test('leaves a line in the journal when it is shown, and goes from the page when it is shown no more', async () => {
    expect((await share(one.manager, false)).status).toBe(200)
    expect(await page(person)).toContain('Qui non c’è ancora niente.')
    const lines = await house.sql<{ actor_name: string }>(
      `select actor_name from journal where act = 'measures.share' and person_id = $1 order by at, id`,
      [one.personId],
    )
    expect(lines.map(({ actor_name }) => actor_name)).toEqual(['Sara Benelli', 'Giulia Moro'])
  })
  test('is shown by nobody outside the equipe, and a worker’s own view is shown by nobody', async () => {
    const outsider = await house.worker({ role: 'coordinator', district: null, name: 'Fuori' })
    expect((await share(outsider, true)).status).toBe(403)
    const ladder = { caseId: one.caseId, instrument: 'ladder', answers: Array(7).fill('3') }
    await ask(house, one.tutor, { ...ladder, rater: 'person' })
    const view = await ask(house, one.tutor, { ...ladder, rater: 'worker' })
    expect((await share(one.tutor, true, view)).body.code).toBe('measures.notToShare')
    const agreed = await ask(house, one.tutor, { ...ladder, rater: 'agreed' })
    expect((await share(one.tutor, true, agreed)).status).toBe(200)
    expect(await page(person)).toContain('Insieme')
  })
})
