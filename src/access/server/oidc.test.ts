import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBrowser, anEmail, aPerson, type Browser, codeOf } from './access.sample.ts'

type Identity = { email: string; verified?: boolean; amr?: string[] }
const port = 18_470 + (process.pid % 400)
const baseUrl = 'http://localhost:3000'
const identities = new Map<string, Identity>()
let house: TestHouse
let server: Server
let issuer: string

/** A real provider on loopback: it signs in whoever the tests name, without a page of its own. */
const startProvider = async (): Promise<Server> => {
  issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'fare-legami',
        client_secret: 'un-segreto-di-prova',
        redirect_uris: [`${baseUrl}/accedi/oidc/ritorno`],
      },
    ],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => {
        const identity = identities.get(id)
        return { sub: id, email: identity?.email, email_verified: identity?.verified ?? true }
      },
    }),
    cookies: { keys: ['prova'] },
  })
  const callback = provider.callback()
  const listening = createServer((request, response) => {
    const subject = /^\/interaction\/[^?]+/.test(request.url ?? '')
      ? String(request.headers['x-subject'] ?? '')
      : undefined
    if (subject === undefined) return void callback(request, response)
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response)
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, {
          login: {
            accountId: subject,
            ...(identities.get(subject)?.amr ? { amr: identities.get(subject)?.amr ?? [] } : {}),
          },
        })
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
      grant.addOIDCScope('openid email profile')
      return provider.interactionFinished(
        request,
        response,
        { consent: { grantId: await grant.save() } },
        { mergeWithLastSubmission: true },
      )
    })()
  })
  await new Promise<void>((ready) => listening.listen(port, '127.0.0.1', ready))
  return listening
}

/** What a browser does at the provider: follows where it is sent, with its cookies, until it is sent back. */
const throughProvider = async (location: string, subject: string): Promise<string> => {
  const jar = new Map<string, string>()
  let at = location
  while (!at.startsWith(baseUrl)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie, 'x-subject': subject } })
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/)
      jar.set(name, value)
    }
    const next = reply.headers.get('location')
    if (!next) throw new Error(`the provider stopped at ${at}: ${await reply.text()}`)
    at = new URL(next, at).href
  }
  return at.slice(baseUrl.length)
}

const begin = async (browser: Browser): Promise<string> => (await browser.open('/accedi/oidc')).location ?? ''
const comeIn = async (subject: string): Promise<{ browser: Browser; reply: Awaited<ReturnType<Browser['open']>> }> => {
  const browser = aBrowser(house)
  return { browser, reply: await browser.open(await throughProvider(await begin(browser), subject)) }
}

beforeAll(async () => {
  server = await startProvider()
  house = await openHouse('oidc', {
    BASE_URL: baseUrl,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'fare-legami',
    OIDC_CLIENT_SECRET: 'un-segreto-di-prova',
  })
})
afterAll(async () => {
  await house.close()
  server.closeAllConnections()
  await new Promise<void>((closed) => server.close(() => closed()))
})

describe('a sign-in through one’s own organisation', () => {
  test('links the account by its verified address, then asks for our second factor', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('anna', { email: person.email })
    expect((await aBrowser(house).call('GET', '/access/me')).body).toMatchObject({ oidc: true })
    const { browser, reply } = await comeIn('anna')
    expect(reply).toMatchObject({ status: 303, location: '/scrivania/accedi' })
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({
      step: 'secondFactor',
      account: { id: person.id },
    })
    expect((await browser.call('POST', '/access/code', { code: codeOf(house, person) })).body.step).toBe('open')
    expect(await house.sql('select oidc_subject from account where id = $1', [person.id])).toEqual([
      { oidc_subject: `${issuer} anna` },
    ])
  })

  test('goes on by the provider’s own name of the person, also when the address there has changed', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('bruna', { email: person.email })
    await comeIn('bruna')
    identities.set('bruna', { email: anEmail() })
    const { browser } = await comeIn('bruna')
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({ account: { id: person.id } })
  })

  test('never takes over an account that belongs to another name at the provider', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('carla', { email: person.email })
    await comeIn('carla')
    identities.set('falsa-carla', { email: person.email })
    expect((await comeIn('falsa-carla')).reply.status).toBe(403)
  })

  test('of a stranger ends with a clear page, no session and no account', async () => {
    const email = anEmail()
    identities.set('dora', { email })
    const before = await house.sql('select count(*) from account')
    const { browser, reply } = await comeIn('dora')
    expect(reply.status).toBe(403)
    expect(reply.body).toContain('qui non hai un account')
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({ step: 'none' })
    expect(await house.sql('select count(*) from account')).toEqual(before)
  })

  test('with an address that the provider has not verified links nothing', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('elsa', { email: person.email, verified: false })
    expect((await comeIn('elsa')).reply.status).toBe(403)
    expect(await house.sql('select oidc_subject from account where id = $1', [person.id])).toEqual([
      { oidc_subject: null },
    ])
  })

  test('of an account that was closed opens nothing', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    await house.sql(`update account set state = 'left' where id = $1`, [person.id])
    identities.set('franca', { email: person.email })
    expect((await comeIn('franca')).reply.status).toBe(403)
  })

  test('opens at once when the provider asked for a second factor itself', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('gina', { email: person.email, amr: ['pwd', 'mfa'] })
    const { browser, reply } = await comeIn('gina')
    expect(reply).toMatchObject({ status: 303, location: '/scrivania' })
    expect((await browser.call('GET', '/access/sessions')).status).toBe(200)
  })

  test('comes back only to the browser that left, only once, and only with its own state', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    identities.set('irma', { email: person.email })
    const browser = aBrowser(house)
    const back = await throughProvider(await begin(browser), 'irma')
    expect((await aBrowser(house).open(back)).status).toBe(410)
    const victim = aBrowser(house)
    await begin(victim)
    expect((await victim.open(back)).status).toBe(409)
    expect((await browser.open(back)).status).toBe(303)
    expect((await browser.open(back)).status).toBe(410)
  })
})

test('without a provider there is no such way in', async () => {
  const plain = await openHouse('oidc-none')
  try {
    expect((await aBrowser(plain).open('/accedi/oidc')).status).toBe(404)
  } finally {
    await plain.close()
  }
})

test('a provider out of reach is said calmly', async () => {
  const lonely = await openHouse('oidc-away', { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x' })
  try {
    const reply = await aBrowser(lonely).open('/accedi/oidc')
    expect([reply.status, reply.body.includes('non risponde')]).toEqual([409, true])
  } finally {
    await lonely.close()
  }
})
