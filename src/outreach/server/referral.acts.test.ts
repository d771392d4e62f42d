import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import { said, seen } from '../core/referral.sample.ts'
import { ReferralState } from '../core/referral.schema.ts'
import { type ReferralMove, referralMoves } from '../core/referral.ts'
import type { OpenReferral, ReferralRow } from '../core/referrals.api.ts'
import { takeUpReferral } from './outreach.door.ts'
import { outreachJobs } from './outreach.jobs.ts'

let house: TestHouse
let intake: Worker
let other: Worker
beforeAll(async () => {
  house = await openHouse('referrals')
  intake = await house.worker({ role: 'intake', district: crema, name: 'Ines' })
  other = await house.worker({ role: 'intake', district: cremona, name: 'Omar' })
})
afterEach(() => house.setClock(null))
afterAll(() => house.close())

const permission = { of: 'sender', how: 'spoken', words: '2026-01' } as const
const record = async (with_: object = {}): Promise<string> => {
  const body = { ...seen(), said: said(), permission, ...with_ }
  const reply = await house.call<{ id: string; code: string }>(intake, 'POST', '/referrals', body)
  expect([reply.status, reply.body.code]).toEqual([200, expect.stringMatching(/^\w{4}-\w{4}$/)])
  return reply.body.id
}
const open = async (id: string, as = intake): Promise<OpenReferral> =>
  (await house.call<OpenReferral>(as, 'GET', `/referrals/${id}`)).body
const move = (id: string, body: object, as = intake, headers = {}) =>
  house.call(as, 'POST', `/referrals/${id}/moves`, body, headers)
const list = async (query = '', as = intake) =>
  (
    await house.call<{ rows: ReferralRow[]; total: number; late: number; urgent: number; counts: object }>(
      as,
      'GET',
      `/referrals?${query}`,
    )
  ).body
const aPersonIn = async (district: string): Promise<string> => {
  const [row] = await house.sql<{ id: string }>(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, created_at)
     values ($1, gen_random_uuid(), 'Ferrari', 'Lucia', 'FRR', 'LC', 'ferrari lucia', now()) returning id`,
    [district],
  )
  return row?.id ?? ''
}
const setState = (id: string, state: string): Promise<unknown> =>
  house.sql(
    `update referral set state = $2, closing_reason = case when $2 = 'closed' then 'declined' end,
       contacted_at = case when $2 <> 'signalled' then received_at end,
       interviewed_at = case when $2 not in ('signalled', 'contacted') then received_at end where id = $1`,
    [id, state],
  )

describe('a call that came by voice', () => {
  test('is written down, and its words are sealed', async () => {
    const id = await record()
    const [row] = await house.sql<{ said_sealed: string; receipt_index: string }>(
      'select * from referral where id = $1',
      [id],
    )
    expect(JSON.stringify(row)).not.toContain('marito')
    expect(await open(id)).toMatchObject({
      said: said(),
      town: 'Crema',
      state: 'signalled',
      clock: { what: 'firstContact', days: 7 },
    })
  })
  test('without permission is only counted, and no word stays', async () => {
    const body = { ...seen({ ageBand: '18-34' }), said: said({ text: 'Parola segreta' }), permission: null }
    const reply = await house.call(intake, 'POST', '/referrals', body)
    expect(reply.body).toEqual({ id: null, code: null })
    const kept = await house.sql(`select * from anonymous_contact where age_band = '18-34'`)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toMatch(/segreta|Rosa|333/)
  })
  test('needs a phone or an e-mail when somebody may be called', async () => {
    const body = { ...seen(), said: said({ phone: '', email: ' ' }), permission }
    expect((await house.call(intake, 'POST', '/referrals', body)).body.code).toBe('outreach.needs.phoneOrEmail')
  })
  test('from a town of another district is refused', async () => {
    const body = { ...seen({ municipalityIstat: '019036' }), said: said(), permission }
    expect((await house.call(intake, 'POST', '/referrals', body)).body.code).toBe('outreach.needs.district')
  })
  test('a field that is not ours, or a text without end, is refused', async () => {
    const body = { ...seen(), said: said(), permission }
    expect((await house.call(intake, 'POST', '/referrals', { ...body, state: 'closed' })).status).toBe(400)
    expect(
      (await house.call(intake, 'POST', '/referrals', { ...body, said: said({ text: 'x'.repeat(2001) }) })).status,
    ).toBe(400)
  })
})

describe('the clocks', () => {
  test('follow the settings of the district, and urgency', async () => {
    house.setClock('2026-11-19T10:00:00.000Z')
    expect(await open(await record())).toMatchObject({ firstContactDue: '2026-11-26', interviewDue: '2026-12-09' })
    const urgent = await record({ urgent: true })
    expect(await open(urgent)).toMatchObject({ firstContactDue: '2026-11-21' })
    const { version } = await open(urgent)
    await house.call(intake, 'PATCH', `/referrals/${urgent}`, { urgent: false, version })
    expect(await open(urgent)).toMatchObject({ firstContactDue: '2026-11-26', version: version + 1 })
    await house.sql(
      `insert into district_setting (district_id, key, value) values ($1, 'deadlines', '{"firstContactDays": 3}')`,
      [crema],
    )
    expect(await open(await record())).toMatchObject({ firstContactDue: '2026-11-22' })
    await house.sql('delete from district_setting')
  })
  test('stop when somebody has called, and the queue tells who is late', async () => {
    house.setClock('2026-10-01T10:00:00.000Z')
    const id = await record()
    house.setClock('2026-10-09T10:00:00.000Z')
    const late = await list('overdue=yes&state=signalled')
    expect(late.rows.find((row) => row.id === id)?.clock).toEqual({ what: 'firstContact', due: '2026-10-08', days: -1 })
    expect((await move(id, { move: 'contact', version: 1 })).status).toBe(200)
    expect((await list('overdue=yes')).rows.map((row) => row.id)).not.toContain(id)
    expect(await open(id)).toMatchObject({ assigneeName: 'Ines', clock: { what: 'interview', due: '2026-10-21' } })
  })
  test('are reported: of a year, how many first contacts came in time, of one’s own district', async () => {
    const told = async (as = intake) =>
      (await house.call<{ inTime: { asked: number; kept: number } }>(as, 'GET', '/referrals?limit=1')).body.inTime
    house.setClock('2026-11-02T10:00:00.000Z')
    const [first, second, third] = [await record(), await record(), await record()]
    const before = await told()
    house.setClock('2026-11-09T10:00:00.000Z')
    await move(first, { move: 'contact', version: 1 })
    expect(await told()).toEqual({ asked: before.asked + 1, kept: before.kept + 1 })
    house.setClock('2026-11-10T10:00:00.000Z')
    await move(second, { move: 'contact', version: 1 })
    const late = await told()
    expect(late.kept).toBe(before.kept + 1)
    expect(late.asked).toBeGreaterThanOrEqual(before.asked + 3)
    await house.sql(
      `update referral set state = 'closed', closing_reason = 'declined', moved_at = received_at where id = $1`,
      [third],
    )
    expect((await told()).asked).toBe(late.asked - 1)
    expect(await told(other)).toEqual({ asked: 0, kept: 0 })
    house.setClock('2028-01-10T10:00:00.000Z')
    expect(await told()).toEqual({ asked: 0, kept: 0 })
  })
  test('set back never make a move look earlier than the one before', async () => {
    house.setClock('2026-10-01T10:00:00.000Z')
    const id = await record()
    house.setClock('2020-01-01T10:00:00.000Z')
    await move(id, { move: 'contact', version: 1 })
    house.setClock('2026-10-02T10:00:00.000Z')
    expect((await open(id)).contactedAt).toBe('2026-10-01T10:00:00.000Z')
  })
})

describe('the queue', () => {
  test('shows the nearest clock first, fifty at a time, with counts', async () => {
    const found = await list('state=open')
    const dues = found.rows.flatMap(({ clock }) => (clock ? [clock.due] : []))
    expect(dues).toEqual([...dues].sort())
    expect(found.total).toBe(found.rows.length)
    expect((await list('limit=1')).rows).toHaveLength(1)
  })
  test('is found by town, by receipt code, by who has it', async () => {
    const reply = await house.call<{ id: string; code: string }>(intake, 'POST', '/referrals', {
      ...seen({ municipalityIstat: '019002' }),
      said: said(),
      permission,
    })
    const { id, code } = reply.body
    expect((await list(`q=${code}`)).rows.map((row) => row.id)).toEqual([id])
    expect((await list('q=agnad')).rows.map((row) => row.id)).toEqual([id])
    expect((await list(`q=agnad&assigned=me`)).rows).toEqual([])
    expect((await list(`q=%25`)).total).toBe((await list()).total)
  })
  test('of another district is empty, and its referrals are not there', async () => {
    const id = await record()
    expect((await list('', other)).rows).toEqual([])
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/workers', undefined],
      ['PUT', '/assignee', { accountId: null, version: 1 }],
      ['POST', '/moves', { move: 'contact', version: 1 }],
      ['PATCH', '', { urgent: true, version: 1 }],
    ] as const)
      expect((await house.call(other, method, `/referrals/${id}${path}`, body)).status, path).toBe(404)
    expect((await open(id)).version).toBe(1)
  })
  test.each([
    ['evaluator', 403],
    ['tutor', 403],
    ['host', 403],
    ['administrator', 403],
    ['coordinator', 200],
  ])('is for triage: %s gets %i', async (role, status) => {
    const worker = await house.worker({ role, district: crema })
    expect((await house.call(worker, 'GET', '/referrals')).status).toBe(status)
  })
})

describe('giving a referral to somebody', () => {
  test('two at once: the second is told, and nothing is lost', async () => {
    const id = await record()
    const { rows } = (await house.call<{ rows: { id: string }[] }>(intake, 'GET', `/referrals/${id}/workers`)).body
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining([intake.id]))
    expect(rows.map((row) => row.id)).not.toContain(other.id)
    const both = await Promise.all(
      [intake.id, null].map((accountId) =>
        house.call(intake, 'PUT', `/referrals/${id}/assignee`, { accountId, version: 1 }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('who does no triage in the district cannot have it', async () => {
    const id = await record()
    const reply = await house.call(intake, 'PUT', `/referrals/${id}/assignee`, { accountId: other.id, version: 1 })
    expect(reply.body.code).toBe('outreach.assigneeMayNot')
  })
})

describe('each move from each state', () => {
  const cases = ReferralState.options.flatMap((state) =>
    (Object.keys(referralMoves) as ReferralMove[]).map((name) => [state, name] as const),
  )
  test('is open or refused as the table says', async () => {
    const personId = await aPersonIn(crema)
    for (const [state, name] of cases) {
      const id = await record()
      await house.sql('update referral set person_id = $2 where id = $1', [id, personId])
      await setState(id, state)
      const reply = await move(id, { move: name, reason: 'declined', note: 'Due parole', version: 1 })
      const isOpen = (referralMoves[name].from as readonly string[]).includes(state)
      expect([state, name, reply.status]).toEqual([state, name, isOpen ? 200 : 409])
      if (!isOpen) expect(reply.body.code).toBe(`outreach.opens.${name}`)
    }
  })
  test('a double click is one move', async () => {
    const id = await record()
    const key = { 'idempotency-key': 'due-clic-insieme' }
    const both = await Promise.all([1, 2].map(() => move(id, { move: 'contact', version: 1 }, intake, key)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await open(id)).lines.filter((line) => line.move === 'contact')).toHaveLength(1)
  })
  test('a reason and a note stay in the history, and the note is sealed', async () => {
    const id = await record()
    await move(id, { move: 'close', reason: 'unreachable', note: 'Tre telefonate a vuoto', version: 1 })
    expect((await open(id)).lines[0]).toMatchObject({
      reason: 'unreachable',
      note: 'Tre telefonate a vuoto',
      byName: 'Ines',
    })
    expect(JSON.stringify(await house.sql('select * from referral_move where referral_id = $1', [id]))).not.toContain(
      'vuoto',
    )
  })
  test('the history cannot be rewritten', async () => {
    await expect(house.services.pool.query(`update referral_move set move = 'contact'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(house.services.pool.query('delete from referral_move')).rejects.toThrow(/permission denied/)
  })
})

test('whoever opens a referral leaves a line in the journal', async () => {
  const id = await record()
  await open(id)
  const lines = await house.sql(`select act, actor_name from journal where subject_id = $1 order by at`, [id])
  expect(lines).toEqual([
    { act: 'referrals.record', actor_name: 'Ines' },
    { act: 'referrals.open', actor_name: 'Ines' },
  ])
})

describe('a case begins with a referral', () => {
  const takeUp = async (as: Worker, id: string, caseId: string) => {
    const { hashToken } = await import('../../platform/server/secret/tokens.ts')
    return transact(house.services, { by: { tokenHash: hashToken(as.cookie.replace('fl_session=', '')) } }, ({ tx }) =>
      takeUpReferral(tx, crema, id, caseId),
    )
  }
  test('once, for whoever may open cases, and only after a pact was proposed', async () => {
    const worker = await house.worker({ role: 'socialWorker', district: crema })
    const [id, personId] = [await record(), await aPersonIn(crema)]
    const caseId = '019c0000-0000-7000-8000-0000000000aa'
    expect(await takeUp(worker, id, caseId)).toMatchObject({ refusal: { kind: 'notFound' } })
    await house.sql('update referral set person_id = $2 where id = $1', [id, personId])
    await setState(id, 'pactProposed')
    expect(await takeUp(worker, id, caseId)).toEqual({ ok: true, value: { personId } })
    expect(await takeUp(worker, id, caseId)).toMatchObject({ refusal: { code: 'outreach.needs.noCase' } })
    expect((await move(id, { move: 'reopen', note: 'Errore', version: 2 })).body.code).toBe('outreach.needs.noCase')
  })
})

test('after twelve months the words of what came to nothing go, and the counts stay', async () => {
  house.setClock('2024-01-10T10:00:00.000Z')
  const [untaken, taken] = [await record(), await record()]
  await move(untaken, { move: 'close', reason: 'declined', note: 'Non vuole', version: 1 })
  await setState(taken, 'sentToSocialService')
  house.setClock('2025-01-11T10:00:00.000Z')
  const job = outreachJobs.jobs.eraseReferrals
  if (!job) throw new Error('no job')
  await transact(house.services, { by: 'system' }, ({ tx }) => job(tx, {}))
  expect(await open(untaken)).toMatchObject({ said: null, state: 'closed', closingReason: 'declined', ageBand: '65+' })
  expect((await open(untaken)).lines[0]?.note).toBeNull()
  expect((await open(taken)).said).toEqual(said())
  expect((await move(untaken, { move: 'reopen', note: 'Ripensato', version: 3 })).body.code).toBe(
    'outreach.needs.notErased',
  )
})
