import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { RoleRow } from '../core/account.schema.ts'
import { aBrowser, anEmail, aPasskey, aPerson, linkTo, password, runJobs, signedIn } from './access.sample.ts'
import { totpCode } from './totp.ts'

let house: TestHouse
let admin: Worker
beforeAll(async () => {
  house = await openHouse('accounts')
  admin = await house.worker({ role: 'administrator', name: 'Ada Admin' })
})
afterAll(() => house.close())
afterEach(() => house.setClock(null))

type Wish = { email?: string; name?: string; role?: string; districtId?: string | null; organisationId?: string | null }
const invite = ({
  email = anEmail(),
  name = 'Nuova Persona',
  role = 'tutor',
  districtId = crema,
  organisationId = null,
}: Wish = {}) =>
  house
    .call<{ id: string; code: string }>(admin, 'POST', '/access/accounts', {
      email,
      name,
      grants: [{ role, districtId, organisationId }],
    })
    .then((reply) => ({ ...reply, email }))

describe('an invitation', () => {
  test('makes the account, mails one link, and leads through password and second factor to an open session', async () => {
    const { status, body, email } = await invite({ name: 'Irene Invitata' })
    expect(status).toBe(200)
    const [token, browser] = [await linkTo(house, email), aBrowser(house)]
    expect((await browser.call('POST', '/access/tickets/look', { token })).body).toEqual({
      kind: 'invitation',
      name: 'Irene Invitata',
      email,
    })
    expect((await browser.call('POST', '/access/sign-in', { email, password })).status).toBe(401)
    expect((await browser.call('POST', '/access/invitations/accept', { token, password })).body.step).toBe('enrol')
    const { body: started } = await browser.call<{ flow: string; secret: string }>('POST', '/access/totp/start', {})
    const code = totpCode(started.secret, house.services.clock())
    expect((await browser.call('POST', '/access/totp/confirm', { flow: started.flow, code })).body.step).toBe('open')
    expect((await browser.call('GET', '/access/me')).body).toMatchObject({
      account: { id: body.id, permissions: expect.arrayContaining(['cases.work']) },
    })
  })

  test('is good for one use, also when two use it at once', async () => {
    const { email } = await invite()
    const token = await linkTo(house, email)
    const accept = () => aBrowser(house).call('POST', '/access/invitations/accept', { token, password })
    expect((await Promise.all([accept(), accept()])).map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await accept()).body).toMatchObject({ status: 410, code: 'access.invitationUsed' })
    expect((await aBrowser(house).call('POST', '/access/tickets/look', { token })).status).toBe(410)
  })

  test('runs out after seven days, and a link nobody sent opens nothing', async () => {
    house.setClock('2026-11-01T09:00:00.000Z')
    const { email } = await invite()
    const token = await linkTo(house, email)
    house.setClock('2026-11-08T08:59:59.000Z')
    expect((await aBrowser(house).call('POST', '/access/tickets/look', { token })).status).toBe(200)
    house.setClock('2026-11-08T09:00:00.000Z')
    expect((await aBrowser(house).call('POST', '/access/invitations/accept', { token, password })).body).toMatchObject({
      status: 410,
      code: 'access.invitationExpired',
      title: expect.stringContaining('scaduto'),
    })
    expect((await aBrowser(house).call('POST', '/access/tickets/look', { token: 'x'.repeat(43) })).body.code).toBe(
      'access.linkUnknown',
    )
  })

  test('sent again closes the first link', async () => {
    const { body, email } = await invite()
    const first = await linkTo(house, email)
    expect((await house.call(admin, 'POST', `/access/accounts/${body.id}/invitation`, {})).status).toBe(200)
    const second = await linkTo(house, email)
    const look = (token: string) => aBrowser(house).call('POST', '/access/tickets/look', { token })
    expect([(await look(first)).status, (await look(second)).status]).toEqual([410, 200])
  })

  test('asks for a password that is long and not one’s own name', async () => {
    const { email } = await invite({ name: 'Giovanna Bianchessi' })
    const token = await linkTo(house, email)
    const accept = async (given: string) =>
      (await aBrowser(house).call('POST', '/access/invitations/accept', { token, password: given })).body.code
    expect([await accept('undici123!!'), await accept('bianchessi va bene'), await accept('123456789012')]).toEqual([
      'access.passwordShort',
      'access.passwordYours',
      'access.passwordSimple',
    ])
  })

  test('is made once for a double click, and not for an address that is taken', async () => {
    const [email, key] = [anEmail(), 'un-doppio-clic']
    const body = { email, name: 'Doppio Clic', grants: [{ role: 'tutor', districtId: crema }] }
    const click = () => house.call<{ id: string }>(admin, 'POST', '/access/accounts', body, { 'idempotency-key': key })
    const [one, two] = await Promise.all([click(), click()])
    expect(one).toEqual(two)
    expect(await house.sql('select 1 from account where email = $1', [email])).toHaveLength(1)
    expect((await invite({ email: email.toUpperCase() })).body.code).toBe('access.emailTaken')
  })

  test('gives roles only where they can be held', async () => {
    expect((await invite({ role: 'host' })).body.code).toBe('access.scope.organisation')
    expect((await invite({ role: 'administrator' })).body.code).toBe('access.scope.programme')
    expect((await invite({ role: 'astronauta' })).body.code).toBe('access.noSuchRole')
    expect((await invite({ districtId: caritas })).body.code).toBe('access.noSuchRole')
    expect((await invite({ role: 'host', districtId: null, organisationId: caritas })).status).toBe(200)
  })
})

describe('a forgotten password', () => {
  test('gets the same reply for everybody, and a mail only for who has an account', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    const nobody = anEmail()
    const [known, unknown] = [
      await aBrowser(house).call('POST', '/access/forgot', { email: person.email }),
      await aBrowser(house).call('POST', '/access/forgot', { email: nobody }),
    ]
    expect(known).toEqual({ status: 200, body: { done: true } })
    expect(unknown).toEqual(known)
    await runJobs(house)
    expect(await house.sql('select state from outbox where to_address = $1', [person.email])).toEqual([
      { state: 'kept' },
    ])
    expect(await house.sql('select state from outbox where to_address = $1', [nobody])).toEqual([])
  })

  test('is chosen anew with the link, once, and every session ends', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    await aBrowser(house).call('POST', '/access/forgot', { email: person.email })
    await runJobs(house)
    const [token, fresh] = [await linkTo(house, person.email), 'sei noci dentro un sacco']
    const reset = () => aBrowser(house).call('POST', '/access/password/reset', { token, password: fresh })
    expect((await reset()).status).toBe(200)
    expect((await reset()).body.code).toBe('access.passwordResetUsed')
    expect((await house.call(person, 'GET', '/access/sessions')).status).toBe(401)
    expect((await aBrowser(house).call('POST', '/access/sign-in', { email: person.email, password })).status).toBe(401)
    expect(
      (await aBrowser(house).call('POST', '/access/sign-in', { email: person.email, password: fresh })).body.step,
    ).toBe('secondFactor')
  })

  test('has a link of two hours that accepts no invitation', async () => {
    house.setClock('2026-11-03T09:00:00.000Z')
    const person = await aPerson(house, { role: 'tutor', district: crema })
    await aBrowser(house).call('POST', '/access/forgot', { email: person.email })
    await runJobs(house)
    const token = await linkTo(house, person.email)
    expect((await aBrowser(house).call('POST', '/access/invitations/accept', { token, password })).body.code).toBe(
      'access.linkUnknown',
    )
    house.setClock('2026-11-03T11:00:01.000Z')
    expect((await aBrowser(house).call('POST', '/access/password/reset', { token, password })).body.code).toBe(
      'access.passwordResetExpired',
    )
  })

  test('cannot be asked for without end from one place', async () => {
    const browser = aBrowser(house)
    const replies = []
    for (let count = 0; count < 7; count += 1)
      replies.push((await browser.call('POST', '/access/forgot', { email: anEmail() })).status)
    expect(replies.filter((status) => status === 429).length).toBeGreaterThan(0)
  })
})

describe('a right', () => {
  test('taken away is gone at the very next request of an open session', async () => {
    const other = await house.worker({ role: 'administrator', name: 'Altra Amministratrice' })
    expect((await house.call(other, 'GET', '/access/accounts')).status).toBe(200)
    const { body } = await house.call<{ grants: { id: string }[] }>(admin, 'GET', `/access/accounts/${other.id}`)
    expect(
      (await house.call(admin, 'DELETE', `/access/accounts/${other.id}/grants/${body.grants[0]?.id}`, {})).status,
    ).toBe(200)
    expect(await house.call(other, 'GET', '/access/accounts')).toMatchObject({
      status: 403,
      body: { code: 'access.permissionMissing' },
    })
    expect((await house.call(other, 'GET', '/access/me')).body).toMatchObject({
      step: 'open',
      account: { permissions: [] },
    })
  })

  test('given is there at the next request, and can be taken and given again on the same day', async () => {
    const worker = await house.worker({ role: 'tutor', district: crema })
    const give = () =>
      house.call<{ id: string }>(admin, 'POST', `/access/accounts/${worker.id}/grants`, {
        role: 'auditor',
        districtId: crema,
      })
    const given = await give()
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(200)
    expect((await give()).body).toMatchObject({ code: 'access.roleHeld' })
    await house.call(admin, 'DELETE', `/access/accounts/${worker.id}/grants/${given.body.id}`, {})
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(403)
    expect((await give()).status).toBe(200)
  })

  test('with a last day ends with that day, by the clock of the programme', async () => {
    house.setClock('2026-11-10T09:00:00.000Z')
    const worker = await house.worker({ role: 'tutor', district: crema })
    await house.call(admin, 'POST', `/access/accounts/${worker.id}/grants`, {
      role: 'auditor',
      districtId: crema,
      untilDay: '2026-11-11',
    })
    house.setClock('2026-11-11T22:59:00.000Z')
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(200)
    house.setClock('2026-11-11T23:00:00.000Z')
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(403)
  })

  test('changed in a role changes at once for its holders', async () => {
    const worker = await house.worker({ role: 'planningOffice', district: crema })
    const role = { nameIt: 'Ufficio di piano', nameEn: 'Planning office', scope: 'district' }
    const save = (permissions: string[]) =>
      house.call(admin, 'PUT', '/access/roles/planningOffice', { ...role, permissions })
    expect((await save(['results.read', 'journal.read'])).status).toBe(200)
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(200)
    expect((await save(['results.read'])).status).toBe(200)
    expect((await house.call(worker, 'GET', '/access/journal')).status).toBe(403)
  })

  test('to open cases is never part of a technical role, in the act and in the database', async () => {
    const role = {
      nameIt: 'Tutto',
      nameEn: 'Everything',
      scope: 'programme',
      permissions: ['accounts.manage', 'cases.all'],
    }
    expect((await house.call(admin, 'PUT', '/access/roles/everything', role)).body).toMatchObject({
      status: 422,
      code: 'access.technicalRole',
      about: { permissions: ['cases.all'] },
    })
    await expect(
      house.sql(`update role set permissions = permissions || '{journal.read}' where code = 'administrator'`),
    ).rejects.toThrow(/role_technical/)
  })

  test('is never widened by who holds it, who may make it narrower', async () => {
    const { body } = await house.call<{ rows: RoleRow[] }>(admin, 'GET', '/access/roles')
    const own = body.rows.find(({ code }) => code === 'administrator')
    if (!own) throw new Error('no administrator role')
    const { nameIt, nameEn, scope, permissions } = own
    const save = (wish: readonly string[]) =>
      house.call(admin, 'PUT', '/access/roles/administrator', { nameIt, nameEn, scope, permissions: wish })
    const wider = await save([...permissions, 'persons.register'])
    expect(wider).toMatchObject({ status: 403, body: { code: 'access.notWidenOwn' } })
    expect((await save(permissions)).status).toBe(200)
  })

  test('that keeps the system and one that opens cases are never of the same person, given or changed', async () => {
    const keeper = await house.worker({ role: 'administrator' })
    const asCoordinator = { role: 'coordinator', districtId: crema, organisationId: null, untilDay: null }
    const given = await house.call(admin, 'POST', `/access/accounts/${keeper.id}/grants`, asCoordinator)
    expect(given).toMatchObject({ status: 422, body: { code: 'access.technicalAccount' } })
    const harmless = { nameIt: 'Lettura', nameEn: 'Reading', scope: 'programme', permissions: ['results.read'] }
    expect((await house.call(admin, 'PUT', '/access/roles/reading', harmless)).status).toBe(200)
    const reading = { role: 'reading', districtId: null, organisationId: null, untilDay: null }
    expect((await house.call(admin, 'POST', `/access/accounts/${keeper.id}/grants`, reading)).status).toBe(200)
    const changed = await house.call(admin, 'PUT', '/access/roles/reading', { ...harmless, permissions: ['cases.all'] })
    expect(changed).toMatchObject({ status: 422, body: { code: 'access.technicalAccount' } })
    await house.sql('update account_role set ended_at = now() where account_id = $1', [keeper.id])
  })

  test('is given by nobody to themselves, and the last administrator stays', async () => {
    expect(
      (
        await house.call(admin, 'POST', `/access/accounts/${admin.id}/grants`, {
          role: 'coordinator',
          districtId: crema,
        })
      ).body.code,
    ).toBe('access.notToYourself')
    const { body } = await house.call<{ grants: { id: string }[] }>(admin, 'GET', `/access/accounts/${admin.id}`)
    expect(
      (await house.call(admin, 'DELETE', `/access/accounts/${admin.id}/grants/${body.grants[0]?.id}`, {})).body.code,
    ).toBe('access.lastAdministrator')
    const role = {
      nameIt: 'Amministratrice',
      nameEn: 'Administrator',
      scope: 'programme',
      permissions: ['settings.manage'],
    }
    expect((await house.call(admin, 'PUT', '/access/roles/administrator', role)).body.code).toBe(
      'access.lastAdministrator',
    )
    expect((await house.call(admin, 'GET', '/access/accounts')).status).toBe(200)
  })
})

describe('an account', () => {
  test('that is closed loses sessions, roles, keys and links at once, and what is in hand is reported and told', async () => {
    const leaver = await aPerson(house, { role: 'tutor', district: crema, name: 'Lea Uscente' })
    const coordinator = await house.worker({ role: 'coordinator', district: crema })
    const [personId, caseId] = ['019c0000-0000-7000-8000-00000000aa01', '019c0000-0000-7000-8000-00000000aa02']
    await house.sql(
      `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, created_at) values ($1, $2, 'B', 'A', 'b', 'a', 'a b', now())`,
      [crema, personId],
    )
    await house.sql(
      `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, 'C1', $3, 'open', '2026-01-01')`,
      [crema, caseId, personId],
    )
    await house.sql(
      `insert into equipe_member (district_id, id, case_id, account_id, role, from_day) values ($1, gen_random_uuid(), $2, $3, 'tutor', '2026-01-01')`,
      [crema, caseId, leaver.id],
    )
    expect((await house.call(leaver, 'GET', '/access/sessions')).status).toBe(200)
    const ended = await house.call(admin, 'POST', `/access/accounts/${leaver.id}/end`, {})
    expect(ended).toEqual({
      status: 200,
      body: { handOver: [{ districtId: crema, districtName: 'Ambito Cremasco', cases: 1 }] },
    })
    expect((await house.call(leaver, 'GET', '/access/sessions')).status).toBe(401)
    expect((await aBrowser(house).call('POST', '/access/sign-in', { email: leaver.email, password })).status).toBe(401)
    expect((await house.call(admin, 'GET', `/access/accounts/${leaver.id}`)).body).toMatchObject({
      state: 'left',
      grants: [],
      sessions: 0,
    })
    const mails = await house.sql<{ body_text: string }>('select body_text from outbox where to_address = $1', [
      `${coordinator.id}@esempio.invalid`,
    ])
    expect(mails[0]?.body_text).toContain('Lea Uscente non lavora più con noi. In Ambito Cremasco c’è un percorso')
    expect((await house.call(admin, 'POST', `/access/accounts/${leaver.id}/end`, {})).body.code).toBe(
      'access.alreadyLeft',
    )
    expect((await house.call(admin, 'POST', `/access/accounts/${admin.id}/end`, {})).body.code).toBe(
      'access.notYourself',
    )
  })

  test('whose phone is lost sets a new second factor at the next sign-in, and its keys are gone', async () => {
    const person = await aPerson(house, { role: 'tutor', district: crema })
    const browser = await signedIn(house, person)
    const { body } = await browser.call<{ flow: string; options: { challenge: string } }>(
      'POST',
      '/access/passkeys/start',
      { password },
    )
    await browser.call('POST', '/access/passkeys', {
      flow: body.flow,
      name: 'Chiave',
      response: aPasskey(new URL(house.services.baseUrl).origin).register(body.options.challenge),
    })
    expect((await house.call(admin, 'POST', `/access/accounts/${person.id}/second-factor/reset`, {})).status).toBe(200)
    expect((await browser.call('GET', '/access/sessions')).status).toBe(401)
    expect(await house.sql('select 1 from passkey where account_id = $1', [person.id])).toEqual([])
    expect((await aBrowser(house).call('POST', '/access/sign-in', { email: person.email, password })).body.step).toBe(
      'enrol',
    )
    expect(
      await house.sql(
        `select 1 from journal where act = 'access.resetSecondFactor' and subject_id = $1 and actor_id = $2`,
        [person.id, admin.id],
      ),
    ).toHaveLength(1)
  })

  test('is found by name, district, body, role and state, a page at a time', async () => {
    for (const [name, district, organisation, role] of [
      ['Zelda Cerca', crema, null, 'intake'],
      ['Zelda Trova', cremona, null, 'intake'],
      ['Zoe Ente', null, caritas, 'host'],
    ] as const)
      await house.worker({ name, role, district, organisation })
    const names = async (query: string) =>
      (await house.call<{ rows: { name: string }[]; total: number }>(admin, 'GET', `/access/accounts?${query}`)).body
    expect((await names('search=ZELDA')).rows.map(({ name }) => name)).toEqual(['Zelda Cerca', 'Zelda Trova'])
    expect((await names(`search=zelda&districtId=${cremona}`)).rows.map(({ name }) => name)).toEqual(['Zelda Trova'])
    expect((await names(`organisationId=${caritas}&search=zoe`)).rows.map(({ name }) => name)).toEqual(['Zoe Ente'])
    expect(await names('search=zelda&role=intake&limit=1&offset=1')).toMatchObject({
      rows: [{ name: 'Zelda Trova' }],
      total: 2,
    })
    expect((await names('search=%25')).total).toBe(0)
  })

  test('is changed by whoever manages accounts, and its owner changes name and language only', async () => {
    const worker = await house.worker({ role: 'tutor', district: crema })
    const change = { name: 'Nome Nuovo', jobTitle: 'Educatrice', language: 'en' }
    expect((await house.call(admin, 'PATCH', `/access/accounts/${worker.id}`, change)).status).toBe(200)
    expect((await house.call(worker, 'PATCH', '/access/me', { name: 'Mio Nome', language: 'it' })).status).toBe(200)
    expect(
      (await house.call(worker, 'PATCH', '/access/me', { name: 'Mio Nome', language: 'it', state: 'active' })).status,
    ).toBe(400)
    expect((await house.call(admin, 'GET', `/access/accounts/${worker.id}`)).body).toMatchObject({
      name: 'Mio Nome',
      jobTitle: 'Educatrice',
      language: 'it',
    })
  })

  test('is nobody else’s business: 401 without a session, 403 without the permission, 404 when it is not there', async () => {
    const coordinator = await house.worker({ role: 'coordinator', district: crema })
    for (const path of ['/access/accounts', `/access/accounts/${admin.id}`, '/access/roles', '/access/outbox']) {
      expect((await house.call(null, 'GET', path)).status, path).toBe(401)
      expect((await house.call(coordinator, 'GET', path)).status, path).toBe(403)
    }
    expect((await house.call(admin, 'GET', `/access/accounts/${crema}`)).status).toBe(404)
    expect((await house.call(admin, 'POST', `/access/accounts/${crema}/end`, {})).status).toBe(404)
    expect((await house.call(admin, 'GET', '/access/accounts/non-un-id')).status).toBe(400)
  })

  test('of a colleague cannot be written by the run-time role without the right, whatever the code above does', async () => {
    const client = await house.services.pool.connect()
    try {
      await client.query(
        `begin; set local app.kind = 'account'; set local app.actor = '${crema}'; set local app.accounts = ''`,
      )
      expect((await client.query(`update account set name = 'x' where id = $1`, [admin.id])).rowCount).toBe(0)
      expect(
        (await client.query('update account_role set ended_at = now() where account_id = $1', [admin.id])).rowCount,
      ).toBe(0)
      expect((await client.query('select 1 from account_secret')).rowCount).toBe(0)
      await expect(
        client.query(
          `insert into account_role (id, account_id, role_code, from_day) values (gen_random_uuid(), $1, 'administrator', '2020-01-01')`,
          [admin.id],
        ),
      ).rejects.toThrow(/row-level security/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

test('a body is found by a part of its name, by whoever gives roles', async () => {
  expect((await house.call(admin, 'GET', '/access/bodies?search=carit')).body).toEqual({
    rows: [{ id: caritas, name: 'Caritas di prova' }],
  })
  expect((await house.call(admin, 'GET', '/access/bodies?search=%25')).body).toEqual({ rows: [] })
})

test('the districts are there for every picker', async () => {
  const worker = await house.worker({ role: 'tutor', district: crema })
  expect((await house.call(worker, 'GET', '/access/districts')).body).toEqual({
    rows: [
      { id: crema, code: 'cremasco', name: 'Ambito Cremasco', seat: 'Crema' },
      { id: cremona, code: 'cremonese', name: 'Ambito Cremonese', seat: 'Cremona' },
    ],
  })
})
