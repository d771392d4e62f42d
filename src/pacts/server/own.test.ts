import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, tavolaLunga } from '../../../bench/house.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'
import { enterAs, ownPage } from './own.sample.ts'

let house: TestHouse
let one: SampleCase
let cookie: string
let pactId: string

const enter = (personId: string): Promise<string> => enterAs(house, personId)
const page = (url: string, as = cookie): Promise<{ status: number; html: string }> => ownPage(house, url, as)

beforeAll(async () => {
  house = await openHouse('own pact')
  house.setClock('2026-09-02T09:00:00.000Z')
  one = await sampleCase(house)
  cookie = await enter(one.personId)
  pactId = (await startSample(house, one)).id
})
afterAll(() => house.close())

describe('the person’s own page', () => {
  test('opens to nobody without a card', async () => {
    for (const url of ['/mio/patto', '/mio/accessi', '/mio/patto.pdf'])
      expect((await house.request({ url })).statusCode).toBe(401)
  })

  test('does not show a text that is still being written', async () => {
    const { status, html } = await page('/mio/patto')
    expect(status).toBe(200)
    expect(html).toContain('Il tuo patto si sta scrivendo')
    expect(html).not.toContain('mensa di Issa')
  })

  test('shows the three sides of the signed text, what was done, and no script', async () => {
    const panel = await house.worker({ role: 'panel', district: crema })
    await approve(house, { tutor: one.tutor, panel, pactId })
    await signAll(house, one.tutor, pactId)
    house.setClock('2026-10-01T09:00:00.000Z')
    const { inForce } = await sheetOf(house, one.tutor, pactId)
    const itemId = inForce?.content.commitments[0]?.id
    const mark = { about: 'commitment', itemId, value: 'kept', on: '2026-09-30', note: '17 mattine' }
    await house.call(one.tutor, 'POST', `/pacts/${pactId}/marks`, mark)
    const { html } = await page('/mio/patto')
    expect(html).toContain('Ciao Amina')
    expect(html).toContain('Io mi impegno a portare Issa a scuola ogni mattina')
    expect(html).toContain('Fanta T. si impegna a prendere Issa al doposcuola')
    expect(html).toContain('17 mattine')
    expect(html).toContain('La comunità, con me')
    expect(html).not.toContain('<script')
    expect((await page('/mio/patto?lang=en')).html).toContain('The community, with me')
  })

  test('tells what giving made possible from confirmed shifts, and shows no debt', async () => {
    const { inForce } = await sheetOf(house, one.tutor, pactId)
    await house.sql(
      `insert into shift (district_id, id, pact_id, case_id, person_id, guest_label, give_back_id, legal_form, host_organisation_id, day, minutes, state, covered, created_at)
       values ($1, $2, $3, $4, $5, 'Amina T.', $6, 'etsVolunteering', $7, '2026-09-16', 150, 'confirmed', true, now())`,
      [crema, randomUUID(), pactId, one.caseId, one.personId, inForce?.content.giveBack[0]?.id, tavolaLunga],
    )
    const { html } = await page('/mio/patto')
    expect(html).toContain('una volta, 2,5 ore')
    expect(html).toContain('Il tuo patto non dipende da questo')
    expect(html).not.toContain('30 ore')
  })

  test('says the next meeting, and takes word that the person cannot come', async () => {
    const id = randomUUID()
    await house.sql(
      `insert into appointment (district_id, id, case_id, person_id, title, kind, at, minutes, place, account_ids, created_at)
       values ($1, $2, $3, $4, 'Come va', 'meeting', '2026-10-01T12:30:00Z', 60, 'Casa di quartiere', $5, now())`,
      [crema, id, one.caseId, one.personId, [one.tutor.id]],
    )
    const { html } = await page('/mio/patto')
    expect(html).toContain('Oggi alle 14:30')
    expect(html).toContain('vedi Sara.')
    const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const url = '/mio/patto/non-posso'
    const told = await house.request({ method: 'POST', url, headers: form, payload: `appointmentId=${id}` })
    expect([told.statusCode, told.headers.location]).toEqual([303, '/mio/patto?told=1'])
    expect(await house.sql('select outcome from appointment where id = $1', [id])).toEqual([{ outcome: 'toldUs' }])
    expect((await page('/mio/patto?told=1')).html).toContain('Grazie di averlo detto')
  })

  test('lists who opened the file, with what they did', async () => {
    const { html } = await page('/mio/accessi')
    expect(html).toContain('Sara Benelli')
    expect(html).toContain('ha aperto il patto')
    expect(html).not.toContain('pacts.open')
  })

  test('prints the pact on one sheet in both languages', async () => {
    for (const url of ['/mio/patto.pdf', '/mio/patto.pdf?lang=en']) {
      const reply = await house.request({ url, headers: { cookie } })
      expect(reply.headers['content-type']).toBe('application/pdf')
      expect(reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('shows another person nothing of it', async () => {
    const other = await sampleCase(house)
    const theirs = await enter(other.personId)
    const { html } = await page('/mio/patto', theirs)
    expect(html).toContain('Qui troverai il tuo patto')
    expect((await house.request({ url: '/mio/patto.pdf', headers: { cookie: theirs } })).statusCode).toBe(404)
    expect((await house.request({ url: `/api/v1/pacts/${pactId}`, headers: { cookie: theirs } })).statusCode).toBe(401)
  })
})
