import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBrowser, anEmail, aPasskey, aPerson, codeOf, type Person, password, signedIn } from './access.sample.ts'
import { demoCode } from './demoCode.ts'
import { totpCode } from './totp.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse('sign-in')
})
afterAll(() => house.close())
afterEach(() => house.setClock(null))

const tutor = (more: { totp?: boolean } = {}): Promise<Person> =>
  aPerson(house, { role: 'tutor', district: crema, ...more })
const noon = '2026-11-22T11:00:00.000Z'
const later = (seconds: number): string => new Date(Date.parse(noon) + seconds * 1000).toISOString()

describe('a sign-in', () => {
  test('takes a password, then a code, and only then opens anything', async () => {
    const [person, browser] = [await tutor(), aBrowser(house)]
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({ step: 'none', account: null })
    const first = await browser.call('POST', '/access/sign-in', { email: person.email.toUpperCase(), password })
    expect(first).toMatchObject({
      status: 200,
      body: { step: 'secondFactor', factors: { totp: true, passkey: false } },
    })
    expect((await browser.call('GET', '/access/sessions')).body).toMatchObject({ code: 'access.step.secondFactor' })
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({
      step: 'secondFactor',
      account: { grants: [], permissions: [] },
    })
    expect((await browser.call('POST', '/access/code', { code: codeOf(house, person) })).body).toMatchObject({
      step: 'open',
    })
    const me = await browser.call('GET', '/access/me')
    expect(me.body).toMatchObject({
      step: 'open',
      account: {
        id: person.id,
        grants: [{ role: 'tutor', roleName: 'Tutor del patto', districtName: 'Ambito Cremasco' }],
      },
    })
    expect((await browser.call('GET', '/access/sessions')).status).toBe(200)
  })

  test('gives a new secret at every step, and the one known before opens nothing', async () => {
    const [person, browser] = [await tutor(), aBrowser(house)]
    const planted = await house.request({
      method: 'POST',
      url: '/api/v1/access/sign-in',
      headers: { cookie: 'fl_session=planted-by-somebody-else' },
      payload: { email: person.email, password },
    })
    expect(planted.cookies.find(({ name }) => name === 'fl_session')?.value).not.toBe('planted-by-somebody-else')
    await browser.call('POST', '/access/sign-in', { email: person.email, password })
    const halfway = browser.cookie()
    await browser.call('POST', '/access/code', { code: codeOf(house, person) })
    expect(browser.cookie()).not.toBe(halfway)
    expect((await house.request({ url: '/api/v1/access/sessions', headers: { cookie: halfway } })).statusCode).toBe(401)
    const before = browser.cookie()
    await browser.call('POST', '/access/sign-in', { email: person.email, password })
    expect((await house.request({ url: '/api/v1/access/sessions', headers: { cookie: before } })).statusCode).toBe(401)
  })

  test('keeps only the hash of the secret, in a cookie that no script reads, for 12 hours', async () => {
    house.setClock(noon)
    const person = await tutor()
    const reply = await house.request({
      method: 'POST',
      url: '/api/v1/access/sign-in',
      payload: { email: person.email, password },
    })
    const cookie = reply.cookies.find(({ name }) => name === 'fl_session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 43_200 })
    expect(await house.sql('select 1 from session where token_hash = $1', [cookie?.value])).toEqual([])
    const browser = await signedIn(house, person)
    house.setClock(later(43_199))
    expect((await browser.call('GET', '/access/sessions')).status).toBe(200)
    house.setClock(later(43_201))
    expect((await browser.call('GET', '/access/sessions')).status).toBe(401)
  })

  test('says the same of a wrong password and of an unknown address', async () => {
    const person = await tutor()
    const replies = await Promise.all(
      [person.email, anEmail()].map((email) =>
        aBrowser(house).call('POST', '/access/sign-in', { email, password: 'sbagliata' }),
      ),
    )
    expect(replies[0]).toMatchObject({ status: 401, body: { code: 'access.wrongPassword' } })
    expect(replies[1]).toEqual(replies[0])
  })

  test('is turned away when the request comes from another site', async () => {
    const person = await tutor()
    const given = { email: person.email, password }
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://altrove.example' },
    ])
      expect(await aBrowser(house).call('POST', '/access/sign-in', given, headers)).toMatchObject({
        status: 403,
        body: { code: 'platform.fromOutside' },
      })
  })

  test('refuses fields that nobody asked for', async () =>
    expect(
      (await aBrowser(house).call('POST', '/access/sign-in', { email: anEmail(), password, step: 'open' })).status,
    ).toBe(400))
})

describe('guessing', () => {
  const guess = (email: string, guessed = 'sbagliata') =>
    aBrowser(house).call('POST', '/access/sign-in', { email, password: guessed })

  test('closes for a minute after five wrong passwords, then for two, and the right one does not help meanwhile', async () => {
    house.setClock(noon)
    const { email } = await tutor()
    for (let count = 0; count < 5; count += 1) expect((await guess(email)).status).toBe(401)
    expect(await guess(email, password)).toMatchObject({
      status: 429,
      body: { code: 'access.tooManyTries', about: { until: later(60) } },
    })
    house.setClock(later(61))
    expect((await guess(email)).status).toBe(401)
    expect(await guess(email, password)).toMatchObject({ status: 429, body: { about: { until: later(181) } } })
    house.setClock(later(182))
    expect((await guess(email, password)).status).toBe(200)
    expect((await guess(email)).status).toBe(401)
  })

  test('an unknown address closes in the same way, so that closing tells nothing', async () => {
    house.setClock('2026-11-22T12:00:00.000Z')
    const email = anEmail()
    for (let count = 0; count < 5; count += 1) expect((await guess(email)).status).toBe(401)
    expect((await guess(email)).status).toBe(429)
  })

  test('is counted one at a time, also when many try at once', async () => {
    house.setClock('2026-11-22T13:00:00.000Z')
    const { email } = await tutor()
    const replies = await Promise.all(Array.from({ length: 12 }, () => guess(email)))
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('never closes for longer than an hour', async () => {
    house.setClock('2026-11-22T14:00:00.000Z')
    const { email } = await tutor()
    await guess(email)
    await house.sql(`update attempt set failed = 40 where at = '2026-11-22T14:00:00.000Z'`)
    await guess(email)
    expect((await guess(email)).body).toMatchObject({ about: { until: '2026-11-22T15:00:00.000Z' } })
  })

  test('is slowed for one caller, whatever addresses are tried', async () => {
    house.setClock('2026-11-22T16:00:00.000Z')
    const from = (address: string) =>
      aBrowser(house, address).call('POST', '/access/sign-in', { email: anEmail(), password })
    const replies = await Promise.all(Array.from({ length: 32 }, () => from('10.1.1.1')))
    expect(replies.filter(({ body }) => body.code === 'access.tooManyHere')).toHaveLength(2)
    expect((await from('10.1.1.2')).body.code).toBe('access.wrongPassword')
  })

  test('of codes closes too', async () => {
    house.setClock('2026-11-22T17:00:00.000Z')
    const [person, browser] = [await tutor(), aBrowser(house)]
    await browser.call('POST', '/access/sign-in', { email: person.email, password })
    const right = codeOf(house, person)
    const wrongCode = right === '000000' ? '000001' : '000000'
    for (let count = 0; count < 5; count += 1)
      expect((await browser.call('POST', '/access/code', { code: wrongCode })).body.code).toBe('access.wrongCode')
    expect((await browser.call('POST', '/access/code', { code: right })).status).toBe(429)
  })
})

describe('a code', () => {
  test('serves once, also when it comes twice at the same moment', async () => {
    house.setClock('2026-11-22T18:00:00.000Z')
    const person = await tutor()
    const browsers = [aBrowser(house), aBrowser(house)]
    for (const browser of browsers) await browser.call('POST', '/access/sign-in', { email: person.email, password })
    const code = codeOf(house, person)
    const replies = await Promise.all(browsers.map((browser) => browser.call('POST', '/access/code', { code })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(replies.find(({ status }) => status === 401)?.body.code).toBe('access.usedCode')
  })

  test('of half a minute ago or ahead is forgiven, of a minute ago is not', async () => {
    house.setClock('2026-11-22T19:00:00.000Z')
    const person = await tutor()
    const tryAt = async (at: string) => {
      const browser = aBrowser(house)
      await browser.call('POST', '/access/sign-in', { email: person.email, password })
      return (await browser.call('POST', '/access/code', { code: totpCode(person.totp, at) })).status
    }
    expect(await tryAt('2026-11-22T18:58:59.000Z')).toBe(401)
    expect(await tryAt('2026-11-22T18:59:45.000Z')).toBe(200)
    expect(await tryAt('2026-11-22T19:00:31.000Z')).toBe(200)
  })

  test('of a demo account is printed on request', async () => {
    const person = await tutor()
    const browser = aBrowser(house)
    await browser.call('POST', '/access/sign-in', { email: person.email, password })
    const code = await demoCode(house.services.pool, house.services.secrets, person.id)
    expect((await browser.call('POST', '/access/code', { code })).status).toBe(200)
    expect(await demoCode(house.services.pool, house.services.secrets, 'nessuno')).toBeUndefined()
  })

  test('is never asked of a session that is open, or of nobody', async () => {
    const person = await tutor()
    const browser = await signedIn(house, person)
    expect((await browser.call('POST', '/access/code', { code: '123456' })).status).toBe(409)
    expect((await aBrowser(house).call('POST', '/access/code', { code: '123456' })).status).toBe(401)
  })
})

describe('an account without a second factor', () => {
  test('opens nothing until an app is connected, and then asks for its codes', async () => {
    const [person, browser] = [await tutor({ totp: false }), aBrowser(house)]
    expect((await browser.call('POST', '/access/sign-in', { email: person.email, password })).body.step).toBe('enrol')
    expect((await browser.call('GET', '/access/sessions')).body.code).toBe('access.step.enrol')
    const { body: started } = await browser.call<{ flow: string; secret: string; uri: string }>(
      'POST',
      '/access/totp/start',
      {},
    )
    expect(started.uri).toMatch(/^otpauth:\/\/totp\/Fare%20Legami/)
    expect(
      (await browser.call('POST', '/access/totp/confirm', { flow: started.flow, code: '000 000' })).body.code,
    ).toBe('access.wrongFirstCode')
    const code = totpCode(started.secret, house.services.clock())
    expect((await browser.call('POST', '/access/totp/confirm', { flow: started.flow, code })).body.step).toBe('open')
    expect((await browser.call('POST', '/access/totp/confirm', { flow: started.flow, code })).body.code).toBe(
      'access.flowGone',
    )
    const [stored] = await house.sql<{ totp_sealed: string }>(
      'select totp_sealed from account_secret where account_id = $1',
      [person.id],
    )
    expect(stored?.totp_sealed).not.toContain(started.secret)
    const again = aBrowser(house)
    expect((await again.call('POST', '/access/sign-in', { email: person.email, password })).body.step).toBe(
      'secondFactor',
    )
    expect((await again.call('POST', '/access/code', { code })).body.code).toBe('access.usedCode')
  })

  test('cannot finish what another account began', async () => {
    const browsers = [aBrowser(house), aBrowser(house)] as const
    for (const browser of browsers)
      await browser.call('POST', '/access/sign-in', { email: (await tutor({ totp: false })).email, password })
    const { body } = await browsers[0].call<{ flow: string; secret: string }>('POST', '/access/totp/start', {})
    const code = totpCode(body.secret, house.services.clock())
    expect((await browsers[1].call('POST', '/access/totp/confirm', { flow: body.flow, code })).status).toBe(410)
  })
})

describe('a passkey', () => {
  type Asked = { flow: string; options: { challenge: string } }
  const origin = () => new URL(house.services.baseUrl).origin

  const enrolled = async () => {
    const [person, browser, passkey] = [await tutor({ totp: false }), aBrowser(house), aPasskey(origin())]
    await browser.call('POST', '/access/sign-in', { email: person.email, password })
    const { body } = await browser.call<Asked>('POST', '/access/passkeys/start', {})
    const added = await browser.call('POST', '/access/passkeys', {
      flow: body.flow,
      name: 'Telefono',
      response: passkey.register(body.options.challenge),
    })
    return { person, browser, passkey, added }
  }
  const answer = async (passkey: ReturnType<typeof aPasskey>, flags?: number) => {
    const browser = aBrowser(house)
    const { body } = await browser.call<Asked>('POST', '/access/passkeys/ask')
    const given = { flow: body.flow, response: passkey.answer(body.options.challenge, flags) }
    return { browser, given, reply: await browser.call('POST', '/access/passkeys/answer', given) }
  }

  test('is set at the first sign-in and then opens by itself', async () => {
    const { person, passkey, added } = await enrolled()
    expect(added).toMatchObject({ status: 200, body: { step: 'open', factors: { passkey: true } } })
    const { browser, reply } = await answer(passkey)
    expect(reply).toMatchObject({ status: 200, body: { step: 'open' } })
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({ account: { id: person.id } })
  })

  test('answers each question once, and only when its owner was verified by the device', async () => {
    const { passkey } = await enrolled()
    const { browser, given } = await answer(passkey)
    expect((await browser.call('POST', '/access/passkeys/answer', given)).status).toBe(410)
    expect((await answer(passkey, 0x01)).reply).toMatchObject({ status: 401, body: { code: 'access.passkeyNotRead' } })
  })

  test('made for another address is not taken', async () => {
    const { person } = await enrolled()
    const [browser, elsewhere] = [aBrowser(house), aPasskey('https://altrove.example')]
    const second = await tutor({ totp: false })
    await browser.call('POST', '/access/sign-in', { email: second.email, password })
    const { body } = await browser.call<Asked>('POST', '/access/passkeys/start', {})
    expect(
      (
        await browser.call('POST', '/access/passkeys', {
          flow: body.flow,
          name: 'x',
          response: elsewhere.register(body.options.challenge),
        })
      ).status,
    ).toBe(422)
    expect(person.id).not.toBe(second.id)
  })

  test('of somebody else does not finish my sign-in', async () => {
    const [mine, theirs] = [await tutor(), await enrolled()]
    const browser = aBrowser(house)
    await browser.call('POST', '/access/sign-in', { email: mine.email, password })
    const { body } = await browser.call<Asked>('POST', '/access/passkeys/ask')
    const reply = await browser.call('POST', '/access/passkeys/answer', {
      flow: body.flow,
      response: theirs.passkey.answer(body.options.challenge),
    })
    expect(reply).toMatchObject({ status: 409, body: { code: 'access.passkeyOther' } })
  })

  test('is added to an open session only with the password, and the last second factor stays', async () => {
    const { browser, passkey } = await enrolled()
    expect((await browser.call('POST', '/access/passkeys/start', {})).status).toBe(401)
    expect((await browser.call('POST', '/access/passkeys/start', { password })).status).toBe(200)
    expect((await browser.call<{ rows: unknown[] }>('GET', '/access/passkeys')).body.rows).toMatchObject([
      { id: passkey.id, name: 'Telefono' },
    ])
    expect((await browser.call('DELETE', `/access/passkeys/${passkey.id}`, {})).body.code).toBe('access.lastFactor')
    expect((await browser.call<{ rows: unknown[] }>('GET', '/access/passkeys')).body.rows).toHaveLength(1)
  })
})

describe('a session', () => {
  test('is locked and unlocked with the password, and meanwhile opens nothing', async () => {
    const person = await tutor()
    const browser = await signedIn(house, person)
    expect((await browser.call('POST', '/access/lock', {})).status).toBe(200)
    expect((await browser.call('GET', '/access/sessions')).body.code).toBe('access.step.locked')
    expect((await browser.call('POST', '/access/unlock', { password: 'sbagliata' })).status).toBe(401)
    expect((await browser.call('POST', '/access/unlock', { password })).body.step).toBe('open')
    expect((await browser.call('GET', '/access/sessions')).status).toBe(200)
  })

  test('ends at sign-out', async () => {
    const browser = await signedIn(house, await tutor())
    const cookie = browser.cookie()
    expect((await browser.call('POST', '/access/sign-out', {})).status).toBe(200)
    expect(browser.cookie()).toBe('')
    expect((await house.request({ url: '/api/v1/access/sessions', headers: { cookie } })).statusCode).toBe(401)
  })

  test('ends everywhere', async () => {
    const person = await tutor()
    const [here, there] = [await signedIn(house, person), { cookie: person.cookie }]
    expect((await here.call('POST', '/access/sign-out/everywhere', {})).status).toBe(200)
    expect((await house.request({ url: '/api/v1/access/sessions', headers: there })).statusCode).toBe(401)
  })

  test('of another account is not found, not even by an administrator', async () => {
    const [mine, admin] = [await tutor(), await aPerson(house, { role: 'administrator' })]
    const [session] = await house.sql<{ id: string }>('select id from session where account_id = $1', [mine.id])
    for (const other of [await tutor(), admin])
      expect((await house.call(other, 'DELETE', `/access/sessions/${session?.id}`, {})).status).toBe(404)
    expect((await house.call(mine, 'GET', '/access/sessions')).status).toBe(200)
    expect((await house.call(mine, 'DELETE', `/access/sessions/${session?.id}`, {})).status).toBe(200)
    expect((await house.call(mine, 'GET', '/access/sessions')).status).toBe(401)
  })
})

test('whoever changes the password gives the old one, and the other sessions end', async () => {
  const person = await tutor()
  const [here, there] = [await signedIn(house, person), { cookie: person.cookie }]
  const fresh = 'cinque pere verdi nel cesto'
  expect((await here.call('POST', '/access/password', { old: 'sbagliata', password: fresh })).status).toBe(401)
  expect((await here.call('POST', '/access/password', { old: password, password: 'corta' })).body.code).toBe(
    'access.passwordShort',
  )
  expect((await here.call('POST', '/access/password', { old: password, password: fresh })).status).toBe(200)
  expect((await house.request({ url: '/api/v1/access/sessions', headers: there })).statusCode).toBe(401)
  expect((await here.call('GET', '/access/sessions')).status).toBe(200)
  expect((await aBrowser(house).call('POST', '/access/sign-in', { email: person.email, password: fresh })).status).toBe(
    200,
  )
})

test('every sign-in, right or wrong, leaves a line in the journal', async () => {
  const person = await tutor()
  await aBrowser(house).call('POST', '/access/sign-in', { email: person.email, password: 'sbagliata' })
  await signedIn(house, person)
  const lines = await house.sql<{ act: string }>(
    'select act from journal where subject_id = $1 or actor_id = $1 order by at, id',
    [person.id],
  )
  expect(lines.map(({ act }) => act)).toEqual(['access.refused', 'access.signIn', 'access.code'])
})
