import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDb, freshDb } from '../../../bench/fresh-db.ts'
import { demoCode } from '../../access/server/demoCode.ts'
import { hasWords } from '../../app/rooms.ts'
import { buildServer } from '../../app/server.ts'
import { makeServices } from '../../app/services.ts'
import { Assessment } from '../../cases/core/assessment.schema.ts'
import { Referral, Said } from '../../outreach/core/referral.schema.ts'
import { moveReferral, type ReferralMove } from '../../outreach/core/referral.ts'
import { canonicalText } from '../../pacts/core/pact.canonical.ts'
import { Pact, PactState } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { movePact, type PactMove } from '../../pacts/core/pact.ts'
import type { PactVersion, Signatory } from '../../pacts/core/version.schema.ts'
import { sha256 } from '../../pacts/server/digest.ts'
import { toPact, toReview } from '../../pacts/server/pact.rows.ts'
import { isDrawing } from '../../pacts/server/png.ts'
import { toSignatory, toVersion } from '../../pacts/server/version.rows.ts'
import { dayOf } from '../../platform/core/day.ts'
import { readConfig } from '../../platform/server/config.ts'
import { openPool } from '../../platform/server/pool.ts'
import type { Services } from '../../platform/server/tx.ts'
import { whyNotTie } from '../../ties/core/tie.ts'
import { emptyAll } from './demo.store.ts'
import { type DemoReport, loadDemo, NotForDemo } from './load.ts'

let db: FreshDb
let owner: pg.Pool
let services: Services
let app: Awaited<ReturnType<typeof buildServer>>['app']
let report: DemoReport
const dataDir = mkdtempSync(join(tmpdir(), 'fl-demo-'))
const today = dayOf(new Date().toISOString())

// biome-ignore lint/suspicious/noExplicitAny: rows of many tables
type Found = any
const ask = async <T = Found>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await owner.query(text, [...values])).rows as T[]
const count = async (text: string): Promise<number> => Number((await ask(`select count(*) as n from ${text}`))[0]?.n)

beforeAll(async () => {
  db = await freshDb('demo')
  owner = openPool({ ...db.owner, max: 2 })
  services = await makeServices(readConfig({ LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '100000' }), db.app, dataDir)
  app = (await buildServer(services, '0.0.0-test')).app
  report = await loadDemo({ owner, services, today })
})
afterAll(async () => {
  await app.close()
  await owner.end()
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A browser that keeps its cookie. */
const browser = () => {
  let cookie = ''
  return async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const headers = cookie ? { cookie } : {}
    const reply = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) })
    for (const one of reply.cookies) cookie = `${one.name}=${one.value}`
    return { status: reply.statusCode, body: reply.json() as Found }
  }
}

const signedIn = async (username: string): Promise<ReturnType<typeof browser>> => {
  const call = browser()
  await call('POST', '/access/sign-in', { email: `${username}@demo.invalid`, password: report.password })
  // a code is worth one sign-in: who signs in again within its half minute waits, so each test has an account of its own
  const code = await demoCode(services.pool, services.secrets, `${username}@demo.invalid`)
  const reply = await call('POST', '/access/code', { code })
  expect([username, reply.body.step]).toEqual([username, 'open'])
  return call
}

describe('the demo in the database', () => {
  test('is as large as it was promised', async () => {
    expect(await count('district')).toBe(3)
    expect(await count('municipality where district_id is not null')).toBe(113)
    expect(await count('target')).toBe(9)
    expect(await count(`target where code = 'pactBeneficiaries' and value = 500`)).toBe(1)
    expect(await count('organisation')).toBeGreaterThanOrEqual(40)
    expect(await count('person')).toBeGreaterThanOrEqual(2000)
    expect(await count('household')).toBeGreaterThanOrEqual(700)
    expect(await count('referral')).toBeGreaterThanOrEqual(600)
    expect(await count('anonymous_contact')).toBeGreaterThan(20)
    expect(await count('pact')).toBeGreaterThanOrEqual(320)
    expect(await count('tie')).toBeGreaterThanOrEqual(600)
    const states = await ask<{ state: string }>('select distinct state from pact')
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(PactState.options))
  })

  test('has one account for each role and district, with one password and a second factor each', async () => {
    const held = await ask(
      `select count(distinct role_code) as roles, count(distinct a.id) as accounts from account a join account_role g on g.account_id = a.id`,
    )
    expect(held[0]).toMatchObject({ roles: 9, accounts: report.accounts.length })
    expect(await count('account_secret where totp_sealed is null or password_hash is null')).toBe(0)
    expect(await count('(select distinct totp_sealed from account_secret) s')).toBe(report.accounts.length)
  })

  test('is followed where a case is open, and only there', async () =>
    expect(
      await ask(
        `select p.id from person p join person_detail d on d.district_id = p.district_id and d.person_id = p.id
         where p.followed is distinct from d.followed or p.followed is distinct from
           exists (select 1 from case_file c where c.district_id = p.district_id and c.person_id = p.id and c.state = 'open')`,
      ),
    ).toEqual([]))

  test('numbers cases and pacts without a gap, and the next number follows', async () => {
    for (const [table, series] of [
      ['pact', 'PG'],
      ['case_file', 'case'],
    ])
      expect(
        await ask(
          `select k.* from counter k join (
             select district_id, split_part(number, '-', 2)::int as year, count(*) as n, max(split_part(number, '-', 3)::int) as last
             from ${table} group by 1, 2) m using (district_id, year)
           where k.series = $1 and (k.last <> m.last or m.last <> m.n)`,
          [series],
        ),
      ).toEqual([])
  })

  test('has a journal that is whole, in words that exist, and tells each followed person who opened the file', async () => {
    const [verdict] = await ask('select * from app.verify_journal()')
    expect(verdict).toMatchObject({ broken_no: null, waiting: 0, stray: 0 })
    expect(Number(verdict.held)).toBeGreaterThan(5000)
    const acts = await ask<{ act: string }>('select distinct act from journal')
    expect(acts.map(({ act }) => act).filter((act) => !hasWords(`journal.${act}`))).toEqual([])
    expect(
      await count(
        `case_file c where not exists (select 1 from journal j where j.district_id = c.district_id and j.person_id = c.person_id)`,
      ),
    ).toBe(0)
  })
})

type Replaying = { pact: Pact; versions: PactVersion[]; signatories: Signatory[]; moves: Found[]; rest: Found }

const everyPact = async (): Promise<Replaying[]> => {
  const [pacts, versions, signatories, moves, reviews, assessments] = await Promise.all([
    ask('select * from pact order by id'),
    ask('select * from pact_version order by number'),
    ask('select * from signatory'),
    ask('select * from pact_move order by pact_id, no'),
    ask('select * from pact_review'),
    ask('select * from assessment'),
  ])
  const by = (rows: Found[], key: string): Map<string, Found[]> => Map.groupBy(rows, (row) => row[key])
  const [v, s, m, r, a] = [
    by(versions, 'pact_id'),
    by(signatories, 'pact_id'),
    by(moves, 'pact_id'),
    by(reviews, 'pact_id'),
    by(assessments, 'case_id'),
  ]
  return pacts.map((row) => ({
    pact: toPact(row),
    versions: (v.get(row.id) ?? []).map(toVersion),
    signatories: (s.get(row.id) ?? []).map(toSignatory),
    moves: m.get(row.id) ?? [],
    rest: { reviews: (r.get(row.id) ?? []).map(toReview), assessment: a.get(row.case_id)?.[0] },
  }))
}

const assessmentOf = (row: Found): Assessment =>
  Assessment.parse({
    id: row.id,
    caseId: row.case_id,
    areas: JSON.parse(services.secrets.open('assessment.areas', row.id, row.areas_sealed)),
    startedOn: row.started_on,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
    agreedOn: row.agreed_on,
  })

const replay = ({ pact, versions, signatories, moves, rest }: Replaying): Pact => {
  const [version] = versions
  if (!version) throw new Error(`${pact.number} has no text`)
  const draft: Pact = {
    ...pact,
    state: 'draft',
    versionInForce: null,
    startsOn: null,
    endsOn: null,
    extensions: 0,
    closedOn: null,
  }
  return moves.reduce<Pact>((now, made) => {
    expect([pact.number, now.state]).toEqual([pact.number, made.from_state])
    const moved = movePact(now, made.move as PactMove, {
      today: dayOf(made.at),
      settings: defaultPactSettings,
      version: { ...version, contentHash: sha256(canonicalText(version.content)) },
      assessment: assessmentOf(rest.assessment),
      signatories: signatories.filter((one) => one.versionId === version.id && (one.signedAt ?? '') <= made.at),
      reviews: rest.reviews.filter(
        (one: { heldOn: string | null }) => one.heldOn === null || one.heldOn <= dayOf(made.at),
      ),
      laterCovers: [],
      actorId: made.by_id,
      asked: { ...made.asked, ...(made.reason ? { reason: made.reason } : {}) },
    })
    if (!moved.ok) throw new Error(`${pact.number} ${made.move}: ${moved.refusal.code}`)
    expect(moved.value.state).toBe(made.to_state)
    return moved.value
  }, draft)
}

describe('every pact of the database', () => {
  let pacts: Replaying[]
  beforeAll(async () => {
    pacts = await everyPact()
  })

  test('comes to its state by moves that the table allows', () => {
    for (const one of pacts) {
      Pact.parse(one.pact)
      const { state, stateSince, signedOn, endsOn, extensions, closedOn } = replay(one)
      expect({ state, stateSince, signedOn, endsOn, extensions, closedOn }).toEqual({
        state: one.pact.state,
        stateSince: one.pact.stateSince,
        signedOn: one.pact.signedOn,
        endsOn: one.pact.endsOn,
        extensions: one.pact.extensions,
        closedOn: one.pact.closedOn,
      })
    }
  })

  test('has signatures of the very text that was signed, drawn ones with their drawing', async () => {
    for (const { versions, signatories } of pacts)
      for (const { id, state, contentHash, content, frozenAt } of versions) {
        if (contentHash) expect(contentHash).toBe(sha256(canonicalText(content)))
        expect([state, frozenAt !== null]).toEqual([state, state === 'inForce' || state === 'superseded'])
        for (const one of signatories)
          if (one.versionId === id && one.signedAt && contentHash) expect(one.signedHash).toBe(contentHash)
      }
    const drawn = await ask(`select id, image_sealed from signatory where method = 'drawn' limit 20`)
    expect(drawn).toHaveLength(20)
    for (const { id, image_sealed } of drawn)
      expect(isDrawing(Buffer.from(services.secrets.open('signatory.image', id, image_sealed), 'base64'))).toBe(true)
  })

  test('awaits a review while it is under way, and follow-ups after a good end in a case that is still open', async () => {
    expect(await count(`pact where state = 'active' and next_due is null`)).toBe(0)
    expect(
      await count(
        `follow_up f join case_file c on c.district_id = f.district_id and c.id = f.case_id where f.held_on is null and c.state <> 'open'`,
      ),
    ).toBe(0)
    expect(await count(`pact where state = 'toPanel' and not before_panel`)).toBe(0)
  })
})

test('every call for a hand comes to its state by moves that the table allows', async () => {
  const moves = Map.groupBy(await ask('select * from referral_move order by at, id'), (row) => row.referral_id)
  for (const row of await ask('select * from referral')) {
    const one = Referral.parse({
      ...{ id: row.id, districtId: row.district_id, antennaId: row.antenna_id, kind: row.kind, channel: row.channel },
      ...{ municipalityIstat: row.municipality_istat, ageBand: row.age_band, living: row.living, signs: row.signs },
      ...{ urgent: row.urgent, knownToServices: row.known_to_services, state: 'signalled', closingReason: null },
      ...{ receivedAt: row.received_at, firstContactDue: row.first_contact_due, interviewDue: row.interview_due },
      ...{ contactedAt: null, interviewedAt: null, movedAt: row.received_at, assignedTo: row.assigned_to },
      ...{ personId: row.person_id, caseId: null, erasedAt: null, version: 1 },
    })
    const end = (moves.get(row.id) ?? []).reduce((now: Referral, { move, at, reason, note_sealed, id }: Found) => {
      const note = note_sealed ? services.secrets.open('referral.note', id, note_sealed) : ''
      const moved = moveReferral(now, { move: move as ReferralMove, asked: { note, reason }, now: at })
      if (!moved.ok) throw new Error(`${row.state} ${move}: ${moved.refusal.code}`)
      return moved.value
    }, one)
    expect([end.state, end.contactedAt, end.interviewedAt, end.version]).toEqual([
      row.state,
      row.contacted_at,
      row.interviewed_at,
      row.version,
    ])
    if (row.said_sealed) Said.parse(JSON.parse(services.secrets.open('referral.said', row.id, row.said_sealed)))
  }
})

test('every tie could have been recorded by the product', async () => {
  const wrong = (await ask('select * from tie')).map((row) =>
    whyNotTie(
      {
        a: { kind: row.a_kind, id: row.a_id, label: row.a_label },
        b: { kind: row.b_kind, id: row.b_id, label: row.b_label },
        ...{ kind: row.kind, strength: row.strength, frequency: row.frequency, direction: row.direction },
        ...{ since: row.since, until: row.until, evidence: row.evidence, setting: row.setting },
        origin: { kind: row.origin_kind, id: row.origin_id },
      },
      today,
    ),
  )
  expect(wrong.filter((code) => code !== null)).toEqual([])
})

describe('whoever tries the demo', () => {
  test('signs in with the printed password and a one-time code, and sees their own cases only', async () => {
    const call = await signedIn('tutor.crema')
    const me = (await call('GET', '/access/me')).body.account
    const { body } = await call('GET', '/cases?limit=200')
    const mine = await ask<{ id: string }>(
      'select distinct case_id as id from equipe_member where account_id = $1 and until_day is null',
      [me.id],
    )
    expect(body.total).toBe(mine.length)
    expect(mine.length).toBeGreaterThan(10)
    expect(mine.length).toBeLessThan(await count('case_file'))
    const [foreign] = await ask(`select id from case_file where id <> all ($1) limit 1`, [mine.map(({ id }) => id)])
    expect((await call('GET', `/cases/${foreign.id}`)).status).toBe(404)
    const opened = await call('GET', `/cases/${body.rows[0].id}`)
    expect(opened.status).toBe(200)
    const person = await call('GET', `/persons/${body.rows[0].personId}`)
    expect(person.body.values.familyName).toBe(person.body.person.familyName)
  })

  test('opens as a tutor a whole pact of their own', async () => {
    const call = await signedIn('tutor2.crema')
    const { body } = await call('GET', '/pacts?limit=50')
    expect(body.total).toBeGreaterThan(5)
    for (const row of body.rows.slice(0, 8)) expect((await call('GET', `/pacts/${row.id}`)).status).toBe(200)
  })

  test('finds as intake the queue of the district, and each call opens', async () => {
    const call = await signedIn('intake.cremona')
    const { body } = await call('GET', '/referrals?limit=50')
    expect(body.counts.signalled).toBeGreaterThan(0)
    for (const row of body.rows.slice(0, 8)) expect((await call('GET', `/referrals/${row.id}`)).status).toBe(200)
  })

  test('reads as a coordinator the beneficiaries of pacts, and the other results not yet counted', async () => {
    const call = await signedIn('coordinatore.casalmaggiore')
    const { body } = await call('GET', '/results')
    expect(body.results).toHaveLength(9)
    expect(body.results.filter(({ state }: { state: string }) => state === 'counted')).toMatchObject([
      { code: 'pactBeneficiaries' },
    ])
    expect(body.results[0].actual).toBeGreaterThan(250)
  })
})

describe('the demo is loaded', () => {
  test('never where accounts exist', async () => {
    const before = await count('person')
    await expect(loadDemo({ owner, services, today })).rejects.toThrow(NotForDemo)
    expect(await count('person')).toBe(before)
  })

  test('anew over itself, with a new password and what was added gone', async () => {
    await ask(`update organisation set name = 'Cambiata' where id = (select id from organisation limit 1)`)
    const again = await loadDemo({ owner, services, today, password: 'Prova-di-ritorno-1', again: true })
    expect(again.password).toBe('Prova-di-ritorno-1')
    expect(again.rows).toEqual(report.rows)
    expect(await count(`organisation where name = 'Cambiata'`)).toBe(0)
    expect((await ask('select * from app.verify_journal()'))[0]).toMatchObject({ broken_no: null, stray: 0 })
    report = again
    await signedIn('commissione.crema')
  })

  test('not over data that are not the demo', async () => {
    await ask(`update programme set details = details - 'demo'`)
    await expect(loadDemo({ owner, services, today, again: true })).rejects.toThrow(NotForDemo)
    expect(await count('person')).toBeGreaterThan(2000)
  })

  test('into a database that was emptied to what the migrations left', async () => {
    const client = await owner.connect()
    await client.query('begin')
    await emptyAll(client)
    const left = await client.query(
      'select (select count(*) from person) as persons, (select count(*) from role) as roles, (select count(*) from migration) as migrations',
    )
    await client.query('rollback')
    client.release()
    expect(left.rows[0].persons).toBe(0)
    expect(left.rows[0].roles).toBeGreaterThan(8)
    expect(left.rows[0].migrations).toBeGreaterThan(10)
  })
})
