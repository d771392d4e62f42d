import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import type { Today } from '../../desk/core/desk.schema.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'
import { enterAs, ownPage, sendForm } from './own.sample.ts'

let house: TestHouse
let one: SampleCase
let cookie: string
let pactId: string

beforeAll(async () => {
  house = await openHouse('own words')
  house.setClock('2026-09-02T09:00:00.000Z')
  one = await sampleCase(house)
  cookie = await enterAs(house, one.personId)
  pactId = (await startSample(house, one)).id
  const panel = await house.worker({ role: 'panel', district: crema })
  await approve(house, { tutor: one.tutor, panel, pactId })
  await signAll(house, one.tutor, pactId)
  house.setClock('2026-10-01T09:00:00.000Z')
})
afterAll(() => house.close())

const own = (): Promise<{ status: number; html: string }> => ownPage(house, '/mio/patto', cookie)
const post = (url: string, form: Record<string, string>, as = cookie): Promise<{ status: number; to: string }> =>
  sendForm(house, url, { form, cookie: as })
const commitment = async (index: number): Promise<string> =>
  (await sheetOf(house, one.tutor, pactId)).inForce?.content.commitments[index]?.id ?? ''
const waiting = async (): Promise<Today['items']> =>
  (await house.call<Today>(one.tutor, 'GET', '/desk/today')).body.items.filter(
    ({ kind }) => kind === 'leaving' || kind === 'saidDone',
  )
const acts = async (act: string): Promise<{ actor_kind: string; actor_id: string }[]> =>
  house.sql('select actor_kind, actor_id from journal where act = $1 and subject_id = $2', [act, pactId])

describe('a person who says that a commitment is done', () => {
  test('finds one button for each commitment of theirs that is not settled, and none for anybody else’s', async () => {
    const { html } = await own()
    expect(html.match(/action="\/mio\/patto\/fatto"/g)).toHaveLength(1)
    expect(html).not.toContain('<script')
  })

  test('is thanked; the tutor sees it on the desk and beside the commitment; nothing is marked yet', async () => {
    const itemId = await commitment(0)
    const said = await post('/mio/patto/fatto', { pactId, itemId })
    expect(said).toEqual({ status: 303, to: '/mio/patto?told=done' })
    expect((await own()).html).toContain('Hai detto: fatto')
    expect(await waiting()).toMatchObject([{ kind: 'saidDone', pactId }])
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.words).toMatchObject([{ kind: 'done', itemId, state: 'open' }])
    expect(sheet.marks).toEqual([])
    expect(await acts('pacts.ownDone')).toEqual([{ actor_kind: 'person', actor_id: one.personId }])
  })

  test('says it once, however often and however fast the button is pressed', async () => {
    const form = { pactId, itemId: await commitment(0) }
    const replies = await Promise.all([1, 2, 3].map(() => post('/mio/patto/fatto', form)))
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await sheetOf(house, one.tutor, pactId)).words).toHaveLength(1)
    expect(await acts('pacts.ownDone')).toHaveLength(1)
  })

  test('cannot say it of a sister’s commitment, of the service’s, from another page or without a card', async () => {
    for (const index of [1, 3]) {
      const form = { pactId, itemId: await commitment(index) }
      expect((await post('/mio/patto/fatto', form)).status).toBe(409)
    }
    const form = { pactId, itemId: await commitment(0) }
    const outside = { origin: 'https://altrove.invalid', 'sec-fetch-site': 'cross-site' }
    expect((await sendForm(house, '/mio/patto/fatto', { form, cookie, headers: outside })).status).toBe(403)
    expect((await post('/mio/patto/fatto', form, '')).status).toBe(401)
    const other = await sampleCase(house)
    expect((await post('/mio/patto/fatto', form, await enterAs(house, other.personId))).status).toBe(404)
  })

  test('is answered when the tutor marks how it went', async () => {
    const itemId = await commitment(0)
    const mark = { about: 'commitment', itemId, value: 'kept', on: '2026-10-01', note: 'Visto insieme' }
    expect((await house.call(one.tutor, 'POST', `/pacts/${pactId}/marks`, mark)).status).toBe(200)
    expect((await sheetOf(house, one.tutor, pactId)).words).toMatchObject([{ state: 'taken' }])
    expect(await waiting()).toEqual([])
    const { html } = await own()
    expect(html).not.toContain('Hai detto: fatto')
    expect(html).not.toContain('/mio/patto/fatto')
    expect((await post('/mio/patto/fatto', { pactId, itemId })).status).toBe(409)
  })
})

describe('a person who asks to leave the pact', () => {
  test('reads that no right is lost, in both languages, and may give a reason or none', async () => {
    const { html } = await ownPage(house, '/mio/patto/uscire', cookie)
    expect(html).toContain('Non perdi nessun diritto')
    expect(html).not.toContain('<script')
    expect((await ownPage(house, '/mio/patto/uscire?lang=en', cookie)).html).toContain('You lose no right')
  })

  test('keeps what was typed when it is too long', async () => {
    const text = 'troppo '.repeat(400)
    const sent = await house.request({
      method: 'POST',
      url: '/mio/patto/uscire',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ pactId, text }).toString(),
    })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('troppo troppo')
    expect(sent.body).toContain('scrivi al massimo 2000 lettere')
  })

  test('is on the tutor’s desk at once, in their own words, once; the pact goes on', async () => {
    const form = { pactId, text: 'Ho trovato lavoro lontano.' }
    const both = await Promise.all([post('/mio/patto/uscire', form), post('/mio/patto/uscire', form)])
    expect(both.map(({ to }) => to)).toEqual(['/mio/patto?told=leave', '/mio/patto?told=leave'])
    expect(await waiting()).toMatchObject([{ kind: 'leaving', pactId }])
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.pact.state).toBe('signed')
    expect(sheet.words.at(-1)).toMatchObject({ kind: 'withdraw', text: 'Ho trovato lavoro lontano.', state: 'open' })
    expect(await acts('pacts.ownAskLeave')).toEqual([{ actor_kind: 'person', actor_id: one.personId }])
    const { html } = await own()
    expect(html).toContain('Hai chiesto di uscire dal patto')
    expect(html).not.toContain('/mio/patto/uscire')
    const [row] = await house.sql<{ text_sealed: string }>(`select text_sealed from own_word where kind = 'withdraw'`)
    expect(row?.text_sealed).not.toContain('lavoro')
  })

  test('reads the answer after talking it over, and can ask again; an answer is given once', async () => {
    const [word] = (await sheetOf(house, one.tutor, pactId)).words.filter(({ kind }) => kind === 'withdraw')
    const at = `/pacts/${pactId}/words/${word?.id}/answer`
    const answer = 'Ne abbiamo parlato: restiamo fino a Natale.'
    expect((await house.call(one.tutor, 'POST', at, { answer: ' ' })).status).toBe(400)
    expect((await house.call(one.tutor, 'POST', at, { answer })).status).toBe(200)
    expect((await house.call(one.tutor, 'POST', at, { answer })).status).toBe(409)
    expect((await own()).html).toContain(answer)
    expect(await waiting()).toEqual([])
    expect((await post('/mio/patto/uscire', { pactId, text: '' })).to).toBe('/mio/patto?told=leave')
    expect((await own()).html).not.toContain(answer)
  })

  test('is done with when the tutor records that the pact is left', async () => {
    const left = await house.call(one.tutor, 'POST', `/pacts/${pactId}/moves`, { move: 'withdraw' })
    expect(left.status).toBe(200)
    const { words } = await sheetOf(house, one.tutor, pactId)
    expect(words.filter(({ state }) => state === 'open')).toEqual([])
    expect(await waiting()).toEqual([])
    expect((await post('/mio/patto/uscire', { pactId, text: 'x' })).status).toBe(409)
    expect((await own()).html).not.toContain('/mio/patto/uscire')
  })
})
