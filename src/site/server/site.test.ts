import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { OpenReferral, ReferralRow } from '../../outreach/core/referrals.api.ts'

let house: TestHouse
let intake: Worker
beforeAll(async () => {
  house = await openHouse('site')
  intake = await house.worker({ role: 'intake', district: crema })
})
afterAll(() => house.close())

let minute = 0
const at = (seconds: number): void => house.setClock(new Date(Date.UTC(2026, 10, 22, 9, minute, seconds)).toISOString())
beforeEach(() => {
  minute += 61
  at(0)
})
afterEach(async () => {
  await house.sql('truncate rate_window')
})

type Fields = Record<string, string | readonly string[]>
const post = (path: string, fields: Fields, headers: Record<string, string> = {}) => {
  const payload = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) payload.append(name, String(one))
  return house.request({
    method: 'POST',
    url: path,
    payload: payload.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}
const tokenOf = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
const codeIn = (html: string): string | undefined =>
  /\b[34679A-Y]{4}-[34679A-Y]{4}\b/.exec(html.split('receipt">')[1] ?? '')?.[0]
const read = async (path: string): Promise<string> => {
  at(0)
  const token = tokenOf((await house.request({ method: 'GET', url: path })).body)
  at(20)
  return token
}
const asked: Fields = {
  text: 'Da marzo non lavoro e sono indietro con l’affitto.',
  town: 'crema',
  age: '35-64',
  permission: 'person',
  phone: '333 555 0199',
  website: '',
}
const referrals = async (): Promise<ReferralRow[]> =>
  (await house.call<{ rows: ReferralRow[] }>(intake, 'GET', '/referrals?limit=200')).body.rows
const count = async (table: 'referral' | 'anonymous_contact'): Promise<number> =>
  Number((await house.sql<{ count: number }>(`select count(*) from ${table}`))[0]?.count)

describe('asking for a hand', () => {
  test('with a sign that cannot be kept loses nothing of the rest', async () => {
    const token = await read('/chiedi-una-mano')
    const short = await post('/chiedi-una-mano', { ...asked, text: 'Aiu\u0000to a casa', town: '', token })
    expect([short.statusCode, short.body]).toEqual([422, expect.stringContaining('Aiuto a casa')])
    const sent = await post('/chiedi-una-mano', { ...asked, text: 'Aiu\u0000to a casa', token })
    expect([sent.statusCode, sent.body]).toEqual([200, expect.stringContaining('la tua richiesta è arrivata')])
  })
  test('gives a code, and the call waits in the queue of its district with its clock', async () => {
    const sent = await post('/chiedi-una-mano', {
      ...asked,
      times: ['morning', 'evening'],
      token: await read('/chiedi-una-mano'),
    })
    expect([sent.statusCode, sent.body]).toEqual([200, expect.stringContaining('la tua richiesta è arrivata')])
    expect(codeIn(sent.body)).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    const [row] = await referrals()
    expect(row).toMatchObject({ kind: 'forMe', channel: 'self', town: 'Crema', ageBand: '35-64', clock: { days: 7 } })
    const opened = await house.call<OpenReferral>(intake, 'GET', `/referrals/${row?.id}`)
    expect(opened.body.said).toMatchObject({ phone: '333 555 0199', callTimes: ['morning', 'evening'] })
    expect(opened.body.permission).toMatchObject({
      of: 'person',
      how: 'form',
      words: 'Possiamo richiamarti? Sì, potete richiamarmi per parlarne (2026-01)',
    })
  })
  test('without permission is only counted, says so, and tells where else to go', async () => {
    const token = await read('/chiedi-una-mano')
    const before = [await count('referral'), await count('anonymous_contact')]
    const sent = await post('/chiedi-una-mano', { ...asked, text: 'Parola segreta', permission: 'no', token })
    expect(sent.body).toMatch(/Nessuno ti richiamerà[\s\S]*1522/)
    expect(codeIn(sent.body)).toBeUndefined()
    expect([await count('referral'), await count('anonymous_contact')]).toEqual([before[0], Number(before[1]) + 1])
    const kept = JSON.stringify(await house.sql('select * from anonymous_contact'))
    expect(kept).not.toMatch(/segreta|333/)
  })
  test('with faults is shown again with what was typed, each fault leading to its field', async () => {
    const token = await read('/chiedi-una-mano')
    const sent = await post('/chiedi-una-mano', { ...asked, town: 'Gotham', phone: '333 55', token })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toMatch(/<title>Errore: /)
    expect(sent.body).toContain('Mancano 2 cose')
    for (const field of ['town', 'phone']) expect(sent.body).toContain(`<a href="#${field}">`)
    expect(sent.body).toContain('Il numero è corto: mancano 4 cifre.')
    expect(sent.body).toContain('indietro con l’affitto')
    const again = await post('/chiedi-una-mano', { ...asked, token: tokenOf(sent.body) })
    expect(again.statusCode).toBe(200)
  })
  test('empty, in English, says what is missing in English', async () => {
    const sent = await post('/chiedi-una-mano?lang=en', {})
    expect([sent.statusCode, sent.body]).toEqual([422, expect.stringContaining('3 things are missing')])
    expect(sent.body).toContain('<html lang="en">')
  })
  test('names an illness: a warning comes first, and a second press sends it', async () => {
    const token = await read('/chiedi-una-mano')
    const text = 'Mia madre ha una diagnosi di Alzheimer'
    const warned = await post('/chiedi-una-mano', { ...asked, text, token })
    expect([warned.statusCode, warned.body]).toEqual([422, expect.stringContaining('“diagnosi”')])
    expect(warned.body).toContain('name="warned" value="yes"')
    expect((await post('/chiedi-una-mano', { ...asked, text, warned: 'yes', token })).statusCode).toBe(200)
  })
  test('sent twice, also at once, is one call with one code', async () => {
    const token = await read('/chiedi-una-mano')
    const before = await count('referral')
    const sent = await Promise.all([1, 2, 3].map(() => post('/chiedi-una-mano', { ...asked, token })))
    expect(new Set(sent.map(({ body }) => codeIn(body))).size).toBe(1)
    expect(await count('referral')).toBe(before + 1)
  })
  test('with other words, from the form that the browser went back to, is another call: nobody’s words are lost', async () => {
    const token = await read('/chiedi-una-mano')
    const first = await post('/chiedi-una-mano', { ...asked, token })
    const text = 'Un’altra persona, dalla stessa pagina.'
    const second = await post('/chiedi-una-mano', { ...asked, text, phone: '0373 555 019', token })
    expect(second.body).toContain('la tua richiesta è arrivata')
    expect(codeIn(second.body)).not.toBe(codeIn(first.body))
    const kept = await Promise.all(
      (await referrals()).map(({ id }) => house.call<OpenReferral>(intake, 'GET', `/referrals/${id}`)),
    )
    expect(kept.map(({ body }) => body.said?.text)).toContain(text)
  })
  test('sent too quickly may be sent again at once: the second press does not wait from the start', async () => {
    const token = await read('/chiedi-una-mano')
    at(2)
    const quick = await post('/chiedi-una-mano', { ...asked, token })
    expect(quick.body).toContain('non è ancora partita')
    at(4)
    const again = await post('/chiedi-una-mano', { ...asked, token: tokenOf(quick.body) })
    expect([again.statusCode, again.body]).toEqual([200, expect.stringContaining('la tua richiesta è arrivata')])
  })
})

describe('what a machine sends', () => {
  const turnedAway = async (fields: Fields): Promise<void> => {
    const before = await count('referral')
    const sent = await post('/chiedi-una-mano', { ...asked, ...fields })
    expect([sent.statusCode, sent.body]).toEqual([429, expect.stringContaining('La richiesta non è ancora partita')])
    expect(sent.body).toContain('indietro con l’affitto')
    expect(await count('referral')).toBe(before)
  }
  test('is turned away with one and the same sentence, whatever gave it away', async () => {
    const token = await read('/chiedi-una-mano')
    await turnedAway({ token, website: 'http://compra.invalid' })
    await turnedAway({ token: `${token}x` })
    await turnedAway({ token: '' })
    at(1)
    await turnedAway({ token })
    house.setClock('2026-12-30T09:00:00.000Z')
    await turnedAway({ token })
  })
  test('too many from one address wait an hour', async () => {
    for (let sent = 0; sent < 20; sent += 1)
      await post('/chiedi-una-mano', { ...asked, permission: 'no', token: await read('/chiedi-una-mano') })
    await turnedAway({ token: await read('/chiedi-una-mano') })
    const elsewhere = await house.request({
      method: 'POST',
      url: '/chiedi-una-mano',
      remoteAddress: '203.0.113.9',
      payload: new URLSearchParams({
        ...(asked as Record<string, string>),
        token: await read('/chiedi-una-mano'),
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(elsewhere.statusCode).toBe(200)
    expect(JSON.stringify(await house.sql('select key from rate_window'))).not.toContain('203.0.113.9')
  })
  test('from a form on another site is refused', async () => {
    const sent = await post('/chiedi-una-mano', asked, { 'sec-fetch-site': 'cross-site' })
    expect(sent.statusCode).toBe(403)
  })
  test('hostile text stays text', async () => {
    const text = '<script>alert(1)</script> "><img src=x onerror=alert(1)> \u202Eorologio\u0007'
    const shown = await post('/chiedi-una-mano', {
      ...asked,
      text,
      town: '"><script>',
      token: await read('/chiedi-una-mano'),
    })
    expect(shown.body).not.toMatch(/<script|<img/)
    for (const hidden of ['\u202E', '\u0007']) expect(shown.body).not.toContain(hidden)
    const sent = await post('/chiedi-una-mano', { ...asked, text, token: await read('/chiedi-una-mano') })
    expect(sent.statusCode).toBe(200)
    const [row] = await referrals()
    const opened = await house.call<OpenReferral>(intake, 'GET', `/referrals/${(await newest())?.id ?? row?.id}`)
    expect(opened.body.said?.text).toBe('<script>alert(1)</script> "><img src=x onerror=alert(1)> orologio')
  })
  test('a megabyte, or a text too long, is refused and says so', async () => {
    const long = await post('/chiedi-una-mano', {
      ...asked,
      text: 'a'.repeat(1001),
      token: await read('/chiedi-una-mano'),
    })
    expect([long.statusCode, long.body]).toEqual([422, expect.stringContaining('togli 1 lettera')])
    const huge = await post('/chiedi-una-mano', { ...asked, text: 'a'.repeat(1_100_000) })
    expect(huge.statusCode).toBe(413)
    expect(huge.body).toContain('troppo grande')
  })
})

const newest = async (): Promise<ReferralRow | undefined> =>
  (await referrals()).sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))[0]

describe('being worried about somebody', () => {
  test('is a call about them, and we speak with the sender first', async () => {
    const token = await read('/sono-preoccupato')
    const fields = {
      ...asked,
      permission: 'sender',
      knows: 'yes',
      living: 'alone',
      signs: ['isolation', 'nothing'],
      urgent: 'yes',
    }
    expect((await post('/sono-preoccupato', { ...fields, token })).statusCode).toBe(200)
    const row = await newest()
    expect(row).toMatchObject({
      kind: 'worried',
      channel: 'neighbour',
      living: 'alone',
      signs: ['isolation'],
      clock: { days: 2 },
    })
    const opened = await house.call<OpenReferral>(intake, 'GET', `/referrals/${row?.id}`)
    expect(opened.body).toMatchObject({ permission: { of: 'sender' }, said: { personKnows: true } })
  })
})

describe('a receipt code', () => {
  const look = (code: string) => post('/ricevuta', { code })
  test('tells how far the request is, and nothing of anybody', async () => {
    const sent = await post('/chiedi-una-mano', { ...asked, name: 'Rosalba', token: await read('/chiedi-una-mano') })
    const code = codeIn(sent.body) ?? ''
    const states: string[] = []
    const note = async (): Promise<void> => {
      const { body } = await look(code.toLowerCase().replace('-', ' '))
      states.push(/La tua richiesta: ([^.<]+)\./.exec(body)?.[1] ?? body)
      expect(body).not.toMatch(/Rosalba|333 555|affitto/)
    }
    await note()
    const row = await newest()
    await house.call(intake, 'GET', `/referrals/${row?.id}`)
    await note()
    await house.call(intake, 'PUT', `/referrals/${row?.id}/assignee`, { accountId: intake.id, version: 1 })
    await note()
    await house.call(intake, 'POST', `/referrals/${row?.id}/moves`, { move: 'contact', version: 2 })
    await note()
    await house.call(intake, 'POST', `/referrals/${row?.id}/moves`, { move: 'close', reason: 'declined', version: 3 })
    await note()
    expect(states).toEqual([
      'ricevuta',
      'la stiamo leggendo',
      'è affidata a una persona',
      'ci siamo messi in contatto',
      'conclusa',
    ])
    expect((await look(code)).body).not.toContain('Ha detto di no')
  })
  test('that is nobody’s, wrong or empty says so', async () => {
    expect((await look('3333-3334')).statusCode).toBe(404)
    expect((await look('<script>')).statusCode).toBe(404)
    expect((await look('')).statusCode).toBe(422)
  })
  test('cannot be guessed: after fifteen tries one waits a quarter of an hour', async () => {
    for (let tried = 0; tried < 15; tried += 1) expect((await look('3333-3334')).statusCode).toBe(404)
    expect((await look('3333-3334')).statusCode).toBe(429)
    minute += 16
    at(0)
    expect((await look('3333-3334')).statusCode).toBe(404)
  })
})

describe('an antenna', () => {
  const create = async (): Promise<{ id: string; path: string }> => {
    const draft = {
      districtId: crema,
      name: 'Piera del forno',
      place: 'Ombriano',
      kind: 'bakery',
      contact: '0373 80984',
      organisationId: null,
      municipalityIstat: '019035',
    }
    const { body } = await house.call<{ id: string; link: string }>(intake, 'POST', '/antennas', draft)
    return { id: body.id, path: new URL(body.link).pathname }
  }
  const counts = async (id: string) =>
    (await house.call<{ rows: { id: string }[] }>(intake, 'GET', '/antennas')).body.rows.find((one) => one.id === id)
  test('reports from a link of its own, is thanked, and is counted', async () => {
    const { id, path } = await create()
    const first = await house.request({ method: 'GET', url: path })
    expect(first.body).toMatch(/Ciao Piera del forno[\s\S]*value="Crema"/)
    const sent = await post(path, { ...asked, permission: 'sender', phone: '', token: await read(path) })
    expect([sent.statusCode, sent.body]).toEqual([200, expect.stringContaining('Grazie Piera del forno')])
    const row = await newest()
    expect(row).toMatchObject({ channel: 'antenna', antennaId: id, antennaName: 'Piera del forno' })
    await house.call(intake, 'POST', `/referrals/${row?.id}/moves`, { move: 'contact', version: 1 })
    expect(await counts(id)).toMatchObject({ sent: 1, takenUp: 1 })
    expect((await house.request({ method: 'GET', url: path })).body).toContain(
      'Finora hai mandato 1 segnalazione. Ne abbiamo già seguita una.',
    )
  })
  test('is asked whom to call and their name, not its own', async () => {
    const { path } = await create()
    const { body } = await house.request({ method: 'GET', url: path })
    for (const asks of ['Come si chiama chi chiamiamo?', 'A che numero chiamiamo?', 'Hai notato qualcosa di questo?'])
      expect(body).toContain(asks)
    const { permission: _, ...unsaid } = asked
    const sent = await post(path, { ...unsaid, token: await read(path) })
    expect([sent.statusCode, sent.body]).toEqual([422, expect.stringContaining('Di’ chi possiamo chiamare')])
  })
  test('whose link was changed or taken away gets in no more, and keeps its counts', async () => {
    const { id, path } = await create()
    const renewed = await house.call<{ link: string }>(intake, 'POST', `/antennas/${id}/link`)
    expect((await house.request({ method: 'GET', url: path })).statusCode).toBe(404)
    const fresh = new URL(renewed.body.link).pathname
    const token = await read(fresh)
    expect((await house.call(intake, 'POST', `/antennas/${id}/revocation`)).status).toBe(200)
    expect((await house.call(intake, 'POST', `/antennas/${id}/revocation`)).status).toBe(409)
    const sent = await post(fresh, { ...asked, token })
    expect([sent.statusCode, sent.body]).toEqual([404, expect.stringContaining('Questo collegamento non vale più')])
  })
  test('belongs to its district: others neither see nor change it', async () => {
    const { id } = await create()
    const stranger = await house.worker({ role: 'intake', district: '019c0000-0000-7000-8000-000000000002' })
    expect((await house.call(stranger, 'GET', '/antennas')).body).toEqual({ rows: [], total: 0 })
    expect((await house.call(stranger, 'POST', `/antennas/${id}/link`)).status).toBe(404)
    expect((await house.call(stranger, 'POST', `/antennas/${id}/revocation`)).status).toBe(404)
    expect(JSON.stringify(await house.sql('select * from antenna'))).not.toContain('80984')
  })
})

test.each(['/', '/chiedi-una-mano', '/sono-preoccupato', '/ricevuta', '/privacy', '/accessibilita', '/crediti'])(
  '%s speaks both languages, without script, with one first heading',
  async (url) => {
    for (const [lang, other] of [
      ['it', 'English'],
      ['en', 'Italiano'],
    ]) {
      const { statusCode, body } = await house.request({ method: 'GET', url: `${url}?lang=${lang}` })
      expect(statusCode).toBe(200)
      expect(body).toContain(`<html lang="${lang}">`)
      expect(body).toContain(other)
      expect(body).not.toMatch(/<script|undefined|\[object|>[^<]*\b(site|outreach)\.[a-z]/)
      expect(body.match(/<h1/g)).toHaveLength(1)
    }
  },
)

test.each([
  ['it', ['iniziali', 'come stai', 'Nelle classi', 'Agli enti', 'tessera']],
  ['en', ['initials', 'how you are', 'In classes', 'organisations', 'the card']],
])('the privacy notice tells of everything that is kept, not only of the form (%s)', async (lang, told) => {
  const { body } = await house.request({ method: 'GET', url: `/privacy?lang=${lang}` })
  for (const words of told) expect(body).toContain(words)
})
