import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse } from '../../../bench/house.ts'
import type { CaseRow, OpenedCase } from '../core/case.api.ts'
import { aBegunCase, aPersonIn, type Begun, type Cast, castOf } from './cases.sample.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('cases')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

const status = async (...call: Parameters<TestHouse['call']>): Promise<number> => (await house.call(...call)).status
const code = async (...call: Parameters<TestHouse['call']>): Promise<unknown> => (await house.call(...call)).body.code

/** Who may open the file, and whether their list shows it: written by hand. */
const rows: readonly [keyof Cast, number, number, string][] = [
  ['manager', 200, 200, 'listed'],
  ['tutor', 200, 200, 'listed'],
  ['educator', 200, 200, 'listed'],
  ['volunteer', 200, 200, 'listed'],
  ['supervisor', 200, 200, 'listed'],
  ['coordinator', 200, 200, 'listed'],
  ['outsider', 404, 200, 'not listed'],
  ['elsewhere', 404, 200, 'not listed'],
  ['otherTutor', 404, 200, 'not listed'],
  ['intake', 403, 403, 'not listed'],
  ['panel', 403, 403, 'not listed'],
  ['host', 403, 403, 'not listed'],
  ['evaluator', 403, 403, 'not listed'],
  ['admin', 403, 403, 'not listed'],
]

describe('who opens a case and finds it in the list', () => {
  test.each(rows)('%s', async (who, opens, lists, listed) => {
    const { status: found, body } = await house.call<{ rows: CaseRow[]; total: number }>(cast[who], 'GET', '/cases')
    const isListed = body.rows?.some(({ id }) => id === begun.id) ? 'listed' : 'not listed'
    expect([await status(cast[who], 'GET', `/cases/${begun.id}`), found, isListed]).toEqual([opens, lists, listed])
    if (listed === 'not listed' && found === 200) expect(body.total).toBe(0)
  })
  test('the doors beside it answer as the file does', async () => {
    for (const path of ['timeline', 'assessment', 'attachments', 'appointments']) {
      expect([path, await status(cast.outsider, 'GET', `/cases/${begun.id}/${path}`)]).toEqual([path, 404])
      expect([path, await status(cast.elsewhere, 'GET', `/cases/${begun.id}/${path}`)]).toEqual([path, 404])
    }
    expect(await status(cast.outsider, 'GET', `/tasks?caseId=${begun.id}`)).toBe(404)
    expect(await status(cast.outsider, 'GET', `/ties?caseId=${begun.id}`)).toBe(404)
  })
})

describe('a case that begins', () => {
  test('has its number, its equipe with bodies, and says what each may do', async () => {
    expect(begun.number).toMatch(/^C-2026-\d{3}$/)
    const { body } = await house.call<OpenedCase>(cast.manager, 'GET', `/cases/${begun.id}`)
    expect(body.equipe.map(({ name, role }) => `${name} ${role}`)).toContain('tutor tutor')
    expect([body.roles, body.rights.write, body.rights.equipe]).toEqual([['caseManager'], true, true])
    const asVolunteer = (await house.call<OpenedCase>(cast.volunteer, 'GET', `/cases/${begun.id}`)).body
    expect([asVolunteer.rights.write, asVolunteer.rights.noteKinds]).toEqual([false, ['shared']])
  })
  test('marks the person as followed, so that intake reads no more than it may', async () => {
    const [person] = await house.sql<{ followed: boolean }>('select followed from person_detail where person_id = $1', [
      begun.personId,
    ])
    expect(person?.followed).toBe(true)
  })
  test('is one at a time for a person, also when two begin at once', async () => {
    const second = await house.call<{ code: string; title: string }>(cast.intake, 'POST', '/cases', {
      personId: begun.personId,
      equipe: [{ accountId: cast.tutor.id, role: 'caseManager' }],
    })
    expect([second.body.code, second.body.title]).toEqual(['cases.askWho', expect.stringContaining('manager')])
    const personId = await aPersonIn(house)
    const both = await Promise.all([1, 2].map(() => house.call(cast.manager, 'POST', '/cases', { personId })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('is followed by the social worker who opens it, when nobody else is named', async () => {
    const personId = await aPersonIn(house)
    const { body } = await house.call<{ id: string }>(cast.manager, 'POST', '/cases', { personId })
    const opened = await house.call<OpenedCase>(cast.manager, 'GET', `/cases/${body.id}`)
    expect(opened.body.roles).toEqual(['caseManager'])
  })
  test('needs somebody who follows it, at work here, from a body that exists', async () => {
    const personId = await aPersonIn(house)
    const begin = (equipe: unknown): Promise<unknown> => code(cast.intake, 'POST', '/cases', { personId, equipe })
    expect(await begin([])).toBe('cases.equipe.nobody')
    expect(await begin([{ accountId: cast.otherTutor.id, role: 'tutor' }])).toBe('cases.equipe.notAtWork')
    expect(await begin([{ accountId: cast.tutor.id, role: 'tutor', organisationId: crema }])).toBe(
      'cases.equipe.noSuchBody',
    )
    expect(await begin([{ accountId: cast.tutor.id, role: 'tutor', organisationId: caritas }])).toBeUndefined()
  })
  test('is not for a tutor to begin, nor for a person of another district', async () => {
    const personId = await aPersonIn(house, cremona)
    expect(await status(cast.tutor, 'POST', '/cases', { personId })).toBe(403)
    expect(await status(cast.manager, 'POST', '/cases', { personId })).toBe(404)
  })
  test('takes no field that is not its own', async () => {
    const personId = await aPersonIn(house)
    for (const field of [{ number: 'C-2026-999' }, { state: 'closed' }, { districtId: cremona }])
      expect(await status(cast.manager, 'POST', '/cases', { personId, ...field })).toBe(400)
  })
  test('with a household reaches who lives there, and only a household of the person', async () => {
    const [personId, other, household] = [await aPersonIn(house), await aPersonIn(house), v7()]
    await house.sql(`insert into household (district_id, id, label, created_at) values ($1, $2, 'Casa', now())`, [
      crema,
      household,
    ])
    const begin = (): Promise<unknown> => code(cast.manager, 'POST', '/cases', { personId, householdId: household })
    expect(await begin()).toBe('cases.householdElsewhere')
    for (const id of [personId, other])
      await house.sql(
        `insert into household_member (district_id, id, household_id, person_id, role, from_day) values ($1, $2, $3, $4, 'cohabitant', '2020-01-01')`,
        [crema, v7(), household, id],
      )
    expect(await begin()).toBeUndefined()
    expect(await status(cast.manager, 'GET', `/persons/${other}`)).toBe(200)
  })
  test('takes up the referral that it began with, once, and only one about that person', async () => {
    const aReferral = async (personId: string): Promise<string> => {
      const id = v7()
      await house.sql(
        `insert into referral (district_id, id, kind, channel, age_band, living, permission_of, permission_how, permission_at, receipt_index, state, received_at, first_contact_due, interview_due, moved_at, person_id)
         values ($1, $2, 'worried', 'form', 'unknown', 'alone', 'sender', 'form', now(), $3, 'pactProposed', now(), '2026-12-01', '2026-12-01', now(), $4)`,
        [crema, id, id, personId],
      )
      return id
    }
    const [personId, other] = [await aPersonIn(house), await aPersonIn(house)]
    const [mine, ofAnother] = [await aReferral(personId), await aReferral(other)]
    const begin = (person: string, referralId: string): Promise<unknown> =>
      code(cast.manager, 'POST', '/cases', { personId: person, referralId })
    expect(await begin(personId, ofAnother)).toBe('cases.referralOfAnother')
    expect(await begin(personId, mine)).toBeUndefined()
    expect(await begin(other, mine)).toBe('outreach.needs.noCase')
    const [row] = await house.sql<{ case_id: string | null }>('select case_id from referral where id = $1', [mine])
    expect(row?.case_id).not.toBeNull()
  })
  test('a double click is one case', async () => {
    const personId = await aPersonIn(house)
    const key = { 'idempotency-key': 'the-same-click' }
    const [first, second] = [
      await house.call(cast.manager, 'POST', '/cases', { personId }, key),
      await house.call(cast.manager, 'POST', '/cases', { personId }, key),
    ]
    expect([first.status, second.body]).toEqual([200, first.body])
  })
})

describe('the equipe', () => {
  test('a place that ends, ends access with the very next request', async () => {
    const one = await aBegunCase(house, cast)
    const { body } = await house.call<{ id: string }>(cast.manager, 'POST', `/cases/${one.id}/equipe`, {
      accountId: cast.outsider.id,
      role: 'otherWorker',
    })
    expect(await status(cast.outsider, 'GET', `/cases/${one.id}`)).toBe(200)
    expect(await status(cast.manager, 'POST', `/cases/${one.id}/equipe/${body.id}/end`, {})).toBe(200)
    expect(await status(cast.outsider, 'GET', `/cases/${one.id}`)).toBe(404)
    const rejoined = await status(cast.manager, 'POST', `/cases/${one.id}/equipe`, {
      accountId: cast.outsider.id,
      role: 'otherWorker',
    })
    expect([rejoined, await status(cast.outsider, 'GET', `/cases/${one.id}`)]).toEqual([200, 200])
  })
  test('is composed by the social worker of the case or who coordinates; the last social worker stays', async () => {
    const body = { accountId: cast.outsider.id, role: 'tutor' }
    expect(await status(cast.tutor, 'POST', `/cases/${begun.id}/equipe`, body)).toBe(403)
    expect(await status(cast.elsewhere, 'POST', `/cases/${begun.id}/equipe`, body)).toBe(404)
    const { equipe } = (await house.call<OpenedCase>(cast.coordinator, 'GET', `/cases/${begun.id}`)).body
    const manager = equipe.find(({ role }) => role === 'caseManager')
    expect(await code(cast.coordinator, 'POST', `/cases/${begun.id}/equipe/${manager?.id}/end`, {})).toBe(
      'cases.equipe.lastManager',
    )
  })
  test('is chosen among those who work on cases of the district', async () => {
    const { body } = await house.call<{ rows: { accountId: string }[] }>(
      cast.manager,
      'GET',
      `/colleagues?districtId=${crema}`,
    )
    const ids = body.rows.map(({ accountId }) => accountId)
    expect([ids.includes(cast.tutor.id), ids.includes(cast.otherTutor.id), ids.includes(cast.panel.id)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await status(cast.manager, 'GET', `/colleagues?districtId=${cremona}`)).toBe(404)
  })
})

describe('the end of a case', () => {
  test('closes for the social worker, then is read-only, with one governed door', async () => {
    const one = await aBegunCase(house, cast)
    const move = (who: keyof Cast, body: object): Promise<unknown> =>
      code(cast[who], 'POST', `/cases/${one.id}/moves`, body)
    expect(await move('tutor', { move: 'close', reason: 'Va bene così' })).toBe('cases.managerOnly')
    expect(await move('manager', { move: 'close', reason: '  ' })).toBe('cases.needs.reason')
    expect(await move('manager', { move: 'close', reason: 'Ha trovato la sua strada' })).toBeUndefined()
    const closed = (await house.call<OpenedCase>(cast.manager, 'GET', `/cases/${one.id}`)).body
    expect([closed.state, closed.closedOn, closed.rights.write]).toEqual(['closed', '2026-11-22', false])
    const writes: [string, object][] = [
      ['notes', { kind: 'shared', text: 'Tardi' }],
      ['tasks', { title: 'Tardi', due: '2026-12-01', ownerId: null, recursDays: null }],
      ['assessments', {}],
      ['equipe', { accountId: cast.outsider.id, role: 'tutor' }],
    ]
    for (const [path, body] of writes)
      expect([path, await code(cast.manager, 'POST', `/cases/${one.id}/${path}`, body)]).toEqual([
        path,
        'cases.isClosed',
      ])
    expect(await move('manager', { move: 'reopen', reason: 'C’è ancora bisogno di noi' })).toBe('cases.coordinatorOnly')
    expect(await move('coordinator', { move: 'reopen', reason: 'Breve' })).toBe('cases.needs.longReason')
    expect(
      await move('coordinator', { move: 'reopen', reason: 'C’è ancora bisogno di noi, dopo lo sfratto' }),
    ).toBeUndefined()
    expect(await status(cast.manager, 'POST', `/cases/${one.id}/notes`, { kind: 'shared', text: 'Di nuovo' })).toBe(200)
  })
  test('opens again only if nobody follows the person elsewhere', async () => {
    const one = await aBegunCase(house, cast)
    await house.call(cast.manager, 'POST', `/cases/${one.id}/moves`, { move: 'close', reason: 'Finito' })
    await house.call(cast.manager, 'POST', '/cases', { personId: one.personId })
    const reopen = { move: 'reopen', reason: 'Serve di nuovo il vecchio fascicolo' }
    expect(await code(cast.coordinator, 'POST', `/cases/${one.id}/moves`, reopen)).toBe('cases.followedAlready')
  })
  test('is not passed on by a move: another district is asked, and answers', async () => {
    const one = await aBegunCase(house, cast)
    const body = { move: 'transfer', reason: 'Trasloco', toDistrictId: cremona, handOver: 'Continuate voi' }
    expect(await status(cast.coordinator, 'POST', `/cases/${one.id}/moves`, body)).toBe(400)
  })
})

describe('the list', () => {
  test('finds by name, by state and by what is mine, and says what comes next', async () => {
    await house.call(cast.manager, 'POST', `/cases/${begun.id}/tasks`, {
      title: 'Chiamare',
      due: '2026-11-25',
      ownerId: null,
      recursDays: null,
    })
    const [person] = await house.sql<{ family_name: string }>('select family_name from person where id = $1', [
      begun.personId,
    ])
    const { body } = await house.call<{ rows: CaseRow[]; total: number }>(
      cast.coordinator,
      'GET',
      `/cases?q=${person?.family_name.toUpperCase()}&state=open`,
    )
    const [row] = body.rows
    expect([row?.id, row?.next]).toEqual([begun.id, { kind: 'task', title: 'Chiamare', at: '2026-11-25' }])
    expect((await house.call<{ total: number }>(cast.coordinator, 'GET', '/cases?scope=mine')).body.total).toBe(0)
    expect((await house.call<{ total: number }>(cast.coordinator, 'GET', '/cases?q=%25')).body.total).toBeGreaterThan(0)
  })
  test('marks the cases that nobody has met for sixty days', async () => {
    const one = await aBegunCase(house, cast)
    house.setClock('2027-02-01T09:00:00.000Z')
    const { body } = await house.call<{ rows: { caseId: string }[] }>(cast.manager, 'GET', '/silent-cases')
    expect(body.rows.some(({ caseId }) => caseId === one.id)).toBe(true)
    await house.call(cast.manager, 'POST', `/cases/${one.id}/notes`, { kind: 'professional', text: 'Ci siamo sentiti' })
    const after = await house.call<{ rows: { caseId: string }[] }>(cast.manager, 'GET', '/silent-cases')
    expect(after.body.rows.some(({ caseId }) => caseId === one.id)).toBe(false)
    house.setClock('2026-11-22T09:00:00.000Z')
  })
})
