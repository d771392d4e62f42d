import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoCode } from '../../access/server/demoCode.ts'
import { hasWords } from '../../app/rooms.ts'
import { PactState } from '../../pacts/core/pact.schema.ts'
import { freezeLater } from '../../pacts/server/freeze.ts'
import { transact } from '../../platform/server/transact.ts'
import { type DemoHouse, openDemo } from './demo.sample.ts'
import { emptyAll } from './demo.store.ts'
import { loadDemo, NotForDemo } from './load.ts'

let house: DemoHouse
let password: string
beforeAll(async () => {
  house = await openDemo()
  password = house.report.password
})
afterAll(() => house.close())

type Reply<T> = { readonly status: number; readonly body: T }
type Browser = <T>(method: 'GET' | 'POST', path: string, payload?: object) => Promise<Reply<T>>

/** A browser that keeps its cookie. */
const aBrowser = (): Browser => {
  let cookie = ''
  return async <T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<Reply<T>> => {
    const headers = cookie ? { cookie } : {}
    const reply = await house.app.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) })
    for (const one of reply.cookies) cookie = `${one.name}=${one.value}`
    return { status: reply.statusCode, body: reply.json() as T }
  }
}

/** A code is worth one sign-in, so each test signs in as somebody else. */
const signedIn = async (username: string): Promise<Browser> => {
  const call = aBrowser()
  const email = `${username}@demo.invalid`
  await call('POST', '/access/sign-in', { email, password })
  const code = await demoCode(house.services.pool, house.services.secrets, email)
  expect(await call('POST', '/access/code', { code })).toMatchObject({ status: 200, body: { step: 'open' } })
  return call
}

type Listed<T> = { rows: T[]; total: number }
type WithId = { id: string }

describe('the demo in the database', () => {
  test('is as large as it was promised', async () => {
    const { count } = house
    expect([await count('district'), await count('municipality'), await count('target')]).toEqual([3, 113, 9])
    expect(await count('municipality where district_id is null')).toBe(0)
    expect(await count(`target where code = 'pactBeneficiaries' and value = 500`)).toBe(1)
    for (const [table, least] of [
      ['organisation', 40],
      ['person', 2000],
      ['household', 700],
      ['referral', 600],
      ['anonymous_contact', 20],
      ['pact', 320],
      ['tie', 2400],
      ['wave_link', 2000],
      ['body_answer', 400],
      ['measure', 700],
      ['measure_due', 1500],
    ] as const)
      expect([table, Math.min(least, await count(table))]).toEqual([table, least])
    expect([await count('body_survey'), await count('school_class'), await count('class_wave')]).toEqual([9, 6, 6])
    expect(await count('body_survey where closed_at is null')).toBe(3)
    expect(
      await count(`(select person_id from wave where state = 'done' group by person_id having count(*) > 1) twice`),
    ).toBe(250)
    expect(await count(`tie where a_kind = 'person' and b_kind = 'person'`)).toBeGreaterThan(350)
    const states = await house.ask<{ state: string }>('select distinct state from pact')
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(PactState.options))
  })

  test('has a number to call at every body, which a pact on one sheet and the own page tell', async () =>
    expect(await house.count(`organisation where phone !~ '^037[235] 000'`)).toBe(0))
  test('has a second factor for every account, and roles of every kind', async () => {
    expect(await house.count('account_secret where totp_sealed is null or password_hash is null')).toBe(0)
    expect(await house.count('(select distinct totp_sealed from account_secret) s')).toBe(house.report.accounts.length)
    expect(await house.count('(select distinct role_code from account_role) r')).toBe(10)
  })

  test('marks persons as followed where a case is open, and only there', async () =>
    expect(
      await house.count(
        `person p join person_detail d on d.district_id = p.district_id and d.person_id = p.id
         where p.followed is distinct from d.followed or p.followed is distinct from
           exists (select 1 from case_file c where c.district_id = p.district_id and c.person_id = p.id and c.state = 'open')`,
      ),
    ).toBe(0))

  test.each([
    ['pact', 'PG'],
    ['case_file', 'case'],
  ])('numbers each %s without a gap, so that the next one follows', async (table, series) =>
    expect(
      await house.count(
        `(select district_id, split_part(number, '-', 2)::int as year, count(*) as n, max(split_part(number, '-', 3)::int) as last
           from ${table} group by 1, 2) m
         where m.last <> m.n or m.n is distinct from
           (select k.last from counter k where k.district_id = m.district_id and k.year = m.year and k.series = '${series}')`,
      ),
    ).toBe(0),
  )

  test('has a journal that is whole and speaks in words that exist', async () => {
    const [verdict] = await house.ask<{ held: number }>('select * from app.verify_journal()')
    expect(verdict).toMatchObject({ broken_no: null, waiting: 0, stray: 0 })
    expect(verdict?.held).toBeGreaterThan(5000)
    const acts = await house.ask<{ act: string }>('select distinct act from journal')
    expect(acts.map(({ act }) => act).filter((act) => !hasWords(`journal.${act}`))).toEqual([])
  })

  test('tells each person of a case who opened the file', async () =>
    expect(
      await house.count(
        `case_file c where not exists (select 1 from journal j where j.district_id = c.district_id and j.person_id = c.person_id)`,
      ),
    ).toBe(0))
})

describe('whoever tries the demo', () => {
  test('signs in with the password and a one-time code, and sees their own cases and no other', async () => {
    const call = await signedIn('tutor.crema')
    const { body } = await call<Listed<WithId & { personId: string }>>('GET', '/cases?limit=200')
    const mine = await house.ask<WithId>(
      `select distinct m.case_id as id from equipe_member m join account a on a.id = m.account_id where a.email = 'tutor.crema@demo.invalid'`,
    )
    expect(body.rows.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort())
    expect(mine.length).toBeGreaterThan(10)
    const [foreign] = await house.ask<WithId>('select id from case_file where id <> all ($1)', [
      mine.map(({ id }) => id),
    ])
    expect((await call('GET', `/cases/${foreign?.id}`)).status).toBe(404)
    const [first] = body.rows
    expect((await call('GET', `/cases/${first?.id}`)).status).toBe(200)
    const sheet = await call<{ values: { phones: string[] } | null }>('GET', `/persons/${first?.personId}`)
    expect(sheet.body.values).not.toBeNull()
  })

  test('opens pacts as a tutor', async () => {
    const call = await signedIn('tutor2.crema')
    const { body } = await call<Listed<WithId>>('GET', '/pacts?limit=50')
    expect(body.total).toBeGreaterThan(5)
    for (const { id } of body.rows.slice(0, 8)) expect((await call('GET', `/pacts/${id}`)).status).toBe(200)
  })

  test('has a signed text printed and closed once its pact was opened', async () => {
    const call = await signedIn('tutor3.crema')
    const { body } = await call<Listed<WithId>>('GET', '/pacts?state=active&limit=1')
    const [pact] = body.rows
    await call('GET', `/pacts/${pact?.id}`)
    const jobs = await house.ask<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where payload ->> 'pactId' = $1`,
      [pact?.id],
    )
    for (const { payload } of jobs)
      await transact(house.services, { by: 'system' }, ({ tx }) => freezeLater(tx, payload))
    const verified = await call<{ versions: { differs: string[] }[] }>('GET', `/pacts/${pact?.id}/verify`)
    expect(verified.body.versions.length).toBeGreaterThan(0)
    expect(verified.body.versions.flatMap(({ differs }) => differs)).toEqual([])
  })

  test('finds as a teacher the own classes alone, with pairs who chose each other', async () => {
    const call = await signedIn('insegnante.crema')
    const { body } = await call<{ rows: WithId[] }>('GET', '/classes')
    expect(body.rows).toHaveLength(2)
    const shown = await Promise.all(
      body.rows.map(({ id }) => call<{ waves: { mutual: unknown[]; code: string }[] }>('GET', `/classes/${id}`)),
    )
    const waves = shown.flatMap((one) => one.body.waves)
    expect(waves).toHaveLength(2)
    expect(waves.filter(({ mutual, code }) => mutual.length < 5 || code !== '')).toEqual([])
  })

  test('finds at intake the calls of the district, and opens them', async () => {
    const call = await signedIn('intake.cremona')
    const { body } = await call<Listed<WithId> & { counts: { signalled: number } }>('GET', '/referrals?limit=50')
    expect(body.counts.signalled).toBeGreaterThan(0)
    for (const { id } of body.rows.slice(0, 8)) expect((await call('GET', `/referrals/${id}`)).status).toBe(200)
  })

  test('reads as a coordinator the beneficiaries of pacts, and eight results that nothing counts yet', async () => {
    const call = await signedIn('coordinatore.casalmaggiore')
    const { body } = await call<{ results: { code: string; state: string; actual: number | null }[] }>(
      'GET',
      '/results',
    )
    expect(body.results).toHaveLength(9)
    const counted = body.results.filter(({ state }) => state === 'counted')
    expect(counted.map(({ code }) => code)).toEqual(['pactBeneficiaries'])
    expect(counted[0]?.actual).toBeGreaterThan(250)
  })
})

describe('the demo is loaded', () => {
  const again = (more: object = {}) => loadDemo({ ...house, again: true, ...more })

  test('never where accounts exist', async () => {
    const before = await house.count('person')
    await expect(loadDemo(house)).rejects.toThrow(NotForDemo)
    expect(await house.count('person')).toBe(before)
  })

  test('anew over itself: what was added is gone, and the new password holds', async () => {
    await house.ask(`update organisation set name = 'Cambiata' where id = (select id from organisation limit 1)`)
    const told = await again({ password: 'Prova-di-ritorno-1' })
    expect(told.rows).toEqual(house.report.rows)
    expect(await house.count(`organisation where name = 'Cambiata'`)).toBe(0)
    password = told.password
    await signedIn('commissione.crema')
  })

  test('with what is measured as the demo has it, and the first definition of a legame', async () => {
    expect(await house.count(`measure_plan where battery = '{ties,osss3,eusilc13}'`)).toBe(1)
    expect(await house.count('legame_definition where version = 1')).toBe(1)
    expect(await house.count('legame_definition')).toBe(1)
  })

  test('not over data that are not the demo', async () => {
    await house.ask(`update programme set details = details - 'demo'`)
    await expect(again()).rejects.toThrow(NotForDemo)
    expect(await house.count('person')).toBeGreaterThan(2000)
  })

  test('into what the migrations left, and nothing else', async () => {
    const client = await house.owner.connect()
    await client.query('begin')
    await emptyAll(client)
    const { rows } = await client.query<{ persons: number; roles: number; migrations: number; definitions: number }>(
      'select (select count(*) from legame_definition) as definitions, (select count(*) from person) as persons, (select count(*) from role) as roles, (select count(*) from migration) as migrations',
    )
    await client.query('rollback')
    client.release()
    expect([rows[0]?.persons, rows[0]?.definitions]).toEqual([0, 1])
    expect(rows[0]?.roles).toBeGreaterThan(8)
    expect(rows[0]?.migrations).toBeGreaterThan(10)
  })
})
