import { v4, v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type Reply, type TestHouse, tavolaLunga } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import { done } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { TieRow } from '../core/tie.api.ts'
import { aNewTie } from '../core/tie.sample.ts'
import type { WaveRow, WaveSheet } from '../core/wave.api.ts'
import { anAlter } from '../core/wave.sample.ts'
import type { Alter } from '../core/wave.schema.ts'
import { ownWaveSentence, wavesOfPerson } from './wave.door.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
const first = '2026-11-10'
beforeAll(async () => {
  house = await openHouse('waves')
  cast = await castOf(house)
})
beforeEach(async () => {
  house.setClock('2026-11-10T09:00:00.000Z')
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

type Body = { id: string; version: number; code?: string; about?: Record<string, unknown> }
type Who = keyof Cast
const call = <T = Body>(who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Reply<T>> =>
  house.call<T>(cast[who], method, path, body)
const begin = (who: Who = 'tutor', more: object = {}) =>
  call(who, 'POST', '/waves', { id: v7(), caseId: begun.id, moment: 'T0', heldOn: first, ...more })
const sheet = async (id: string, who: Who = 'tutor'): Promise<WaveSheet> =>
  (await call<WaveSheet>(who, 'GET', `/waves/${id}`)).body
type Listed = {
  rows: WaveRow[]
  open: { id: string; holder: { name: string; isMe: boolean } } | null
  canInterview: boolean
}
const list = async (who: Who = 'tutor'): Promise<Listed> =>
  (await call<Listed>(who, 'GET', `/waves?caseId=${begun.id}`)).body
const ties = async (): Promise<TieRow[]> =>
  (await call<{ rows: TieRow[] }>('tutor', 'GET', `/ties?caseId=${begun.id}`)).body.rows

const put = async (
  waveId: string,
  alter: Partial<Alter> = {},
  { who = 'tutor', version }: { who?: Who; version?: number } = {},
): Promise<Reply<Body> & { alterId: string }> => {
  const { id: alterId, ...given } = anAlter({ id: v4(), ...alter })
  const now = version ?? (await sheet(waveId, who)).version
  const reply = await call(who, 'PUT', `/waves/${waveId}/alters/${alterId}`, { version: now, alter: given })
  return { ...reply, alterId }
}
const finish = async (id: string, who: Who = 'tutor') =>
  call<{ made: number; revised: number; ended: number; unasked: number; code?: string; about?: object }>(
    who,
    'POST',
    `/waves/${id}/end`,
    { version: (await sheet(id, who)).version },
  )

/** A first conversation brought to its end: Teresa near, B. a little far. */
const told = async (): Promise<string> => {
  const { id } = (await begin()).body
  await put(id, { label: 'Teresa', closeness: 1 })
  await put(id, { label: 'B.', closeness: 3 })
  await finish(id)
  return id
}
/** The second, a month later, with the tie of that label as it came in. */
const again = async (): Promise<{ id: string; carried: (label: string) => Alter }> => {
  house.setClock('2026-12-10T09:00:00.000Z')
  const { id } = (await begin('tutor', { moment: 'T1', heldOn: '2026-12-10' })).body
  const { alters } = await sheet(id)
  const carried = (label: string): Alter => {
    const found = alters.find((alter) => alter.label === label)
    if (!found) throw new Error(`nobody is called ${label}`)
    const { originLabel: _, before: __, ...alter } = found
    return alter
  }
  return { id, carried }
}

describe('a first conversation', () => {
  test('becomes ties in one go, as strong as they are near, said by the person', async () => {
    const { id } = (await begin()).body
    await put(id, { label: 'Teresa', closeness: 1, often: 'daily', helps: ['money', 'listening'], direction: 'gives' })
    await put(id, { label: 'B.', closeness: 3, origin: { kind: 'other', id: null }, setting: 'Al mercato' })
    expect(await ties()).toEqual([])
    expect((await finish(id)).body).toEqual({ made: 2, revised: 0, ended: 0, unasked: 0 })
    const rows = await ties()
    expect(rows.find(({ other }) => other === 'Teresa')).toMatchObject({
      strength: 3,
      evidence: 'saidByPerson',
      drawnAs: 'old',
    })
    expect(rows.find(({ other }) => other === 'B.')).toMatchObject({
      strength: 1,
      drawnAs: 'new',
      setting: 'Al mercato',
      since: first,
    })
    const [kept] = await house.sql(
      'select often, helps, direction, a_said_at from tie where person_id = $1 and b_label = $2',
      [begun.personId, 'Teresa'],
    )
    expect(kept).toMatchObject({ often: 'daily', helps: ['money', 'listening'], direction: 'gives' })
    expect((await list()).rows).toMatchObject([{ moment: 'T0', state: 'done', near: 2, workers: 0 }])
  })
  test('keeps the ten hands sealed, and only their count open', async () => {
    const { id, version } = (await begin()).body
    const answers = [
      { item: 'doctor', have: 'yes', kind: 'neighbour' },
      { item: 'money', have: 'unsure', kind: null },
    ]
    expect((await call('tutor', 'PUT', `/waves/${id}/resources`, { version, answers })).status).toBe(200)
    expect((await sheet(id)).resources).toEqual(answers)
    const [row] = await house.sql<{ resources_sealed: string; resources_asked: number; resources_had: number }>(
      'select resources_sealed, resources_asked, resources_had from wave where id = $1',
      [id],
    )
    expect(row).toMatchObject({ resources_asked: 2, resources_had: 1 })
    expect(row?.resources_sealed).not.toContain('doctor')
  })
  test('remembers who knows whom, and forgets it with whoever is taken out', async () => {
    const { id } = (await begin()).body
    const [a, b] = [await put(id, { label: 'A.' }), await put(id, { label: 'B.' })]
    const links = [[b.alterId, a.alterId]]
    const reply = await call('tutor', 'PUT', `/waves/${id}/links`, { version: b.body.version, links })
    expect((await sheet(id)).links).toEqual([[a.alterId, b.alterId].sort()])
    await call('tutor', 'POST', `/waves/${id}/alters/${a.alterId}/removal`, { version: reply.body.version })
    const left = await sheet(id)
    expect([left.links, left.alters.map(({ label }) => label)]).toEqual([[], ['B.']])
  })
  test('is where it was for whoever comes back to it', async () => {
    const { id } = (await begin()).body
    await put(id, { label: 'A.', angle: 200 })
    expect((await list()).open).toMatchObject({ id, holder: { isMe: true } })
    expect((await sheet(id)).alters).toMatchObject([{ label: 'A.', angle: 200 }])
  })
})

describe('a second conversation', () => {
  test('opens on the ties of the first, not asked yet, each where it stood', async () => {
    await told()
    const { id } = await again()
    const { alters, previous } = await sheet(id)
    expect(previous).toBe(first)
    expect(alters.map(({ label, change, closeness, before }) => [label, change, closeness, before?.closeness])).toEqual(
      [
        ['Teresa', 'unasked', 1, 1],
        ['B.', 'unasked', 3, 3],
      ],
    )
  })
  test('makes, revises and ends ties, and leaves alone what it did not ask', async () => {
    await told()
    const { id, carried } = await again()
    await put(id, { ...carried('B.'), change: 'changed', closeness: 2 })
    await put(id, { label: 'Nuova', origin: { kind: 'other', id: null }, setting: 'Al mercato' })
    expect((await finish(id)).body).toEqual({ made: 1, revised: 1, ended: 0, unasked: 1 })
    const rows = await ties()
    expect(rows.map(({ other, strength, until }) => [other, strength, until]).sort()).toEqual([
      ['B.', 2, null],
      ['Nuova', 2, null],
      ['Teresa', 3, null],
    ])
  })
  test('ends a tie on the day that was told, or on its own', async () => {
    await told()
    const { id, carried } = await again()
    await put(id, { ...carried('B.'), change: 'gone', until: '2026-11-30' })
    await put(id, { ...carried('Teresa'), change: 'gone' })
    await finish(id)
    expect(Object.fromEntries((await ties()).map(({ other, until }) => [other, until]))).toEqual({
      Teresa: '2026-12-10',
      'B.': '2026-11-30',
    })
  })
  test('is compared with the first by whoever may read the case', async () => {
    const one = await told()
    const { id, carried } = await again()
    await put(id, { ...carried('B.'), change: 'gone' })
    await finish(id)
    const path = `/waves-compared?caseId=${begun.id}`
    const { body } = await call<{ first: { id: string }; second: { id: string; byName: string } }>(
      'coordinator',
      'GET',
      path,
    )
    expect([body.first.id, body.second.id, body.second.byName]).toEqual([one, id, 'tutor'])
    expect((await call('tutor', 'GET', `${path}&first=${id}&second=${one}`)).body.code).toBe('waves.twoWaves')
    expect((await call('outsider', 'GET', path)).status).toBe(404)
  })
  test('calls an organisation by its name when it is compared, and nobody else', async () => {
    const tie = aNewTie({ a: { kind: 'person', id: begun.personId, label: '' }, origin: { kind: 'before', id: null } })
    const body = { kind: 'organisation', id: tavolaLunga, label: '' }
    await call('tutor', 'POST', '/ties', { ...tie, caseId: begun.id, b: body, kind: 'association' })
    const { id } = (await begin()).body
    const carried = (await sheet(id)).alters.find(({ label }) => label === 'CTL')
    const { originLabel: _, before: __, ...alter } = carried ?? { ...anAlter(), originLabel: '', before: null }
    await put(id, { ...alter, change: 'same' })
    await put(id, { label: 'Teresa' })
    await finish(id)
    const path = `/waves-compared?caseId=${begun.id}`
    const { second } = (
      await call<{ second: { alters: readonly { label: string; body: string }[] } }>('tutor', 'GET', path)
    ).body
    expect(Object.fromEntries(second.alters.map((one) => [one.label, one.body]))).toEqual({
      CTL: 'Cooperativa Tavola Lunga',
      Teresa: '',
    })
  })
  test('cannot say that a tie is there which was noted as over meanwhile', async () => {
    await told()
    const { id, carried } = await again()
    await put(id, { ...carried('B.'), change: 'same' })
    const [tie] = (await ties()).filter(({ other }) => other === 'B.')
    await call('tutor', 'POST', `/ties/${tie?.id}/end`, { until: '2026-12-01' })
    expect((await finish(id)).body).toMatchObject({ code: 'waves.tieEnded' })
    expect((await sheet(id)).state).toBe('open')
  })
  test('does not tell anew where and since when a tie was born, nor its label', async () => {
    await told()
    const { id, carried } = await again()
    const forged = {
      setting: 'Altrove',
      since: '2020-01-01',
      label: 'X.',
      origin: { kind: 'other' as const, id: null },
    }
    await put(id, { ...carried('B.'), change: 'same', ...forged })
    expect((await sheet(id)).alters.find(({ label }) => label === 'B.')).toMatchObject({
      setting: '',
      origin: { kind: 'before' },
    })
  })
})

describe('is turned down', () => {
  test('a day that is still to come, or before the last conversation', async () => {
    expect((await begin('tutor', { heldOn: '2026-11-11' })).body).toMatchObject({
      code: 'waves.future',
      about: { field: 'heldOn' },
    })
    await told()
    expect((await begin('tutor', { heldOn: '2026-11-09' })).body).toMatchObject({ code: 'waves.beforeLast' })
    const { id, version } = (await begin()).body
    const amend = (heldOn: string) => call('tutor', 'PUT', `/waves/${id}`, { version, moment: 'T1', heldOn })
    expect((await amend('2026-11-09')).body).toMatchObject({ code: 'waves.beforeLast' })
    expect((await amend('2026-11-11')).body).toMatchObject({ code: 'waves.future' })
  })
  test('a whole name, the person, a tie before its start, an occasion of nobody', async () => {
    const { id } = (await begin()).body
    for (const [alter, code] of [
      [{ label: 'Teresa Galli' }, 'waves.fullName'],
      [{ label: 'Amina' }, 'waves.withOneself'],
      [{ since: '2026-11-11' }, 'waves.sinceAfter'],
      [{ origin: { kind: 'pact' as const, id: v7() } }, 'ties.originUnknown'],
      [{ origin: { kind: 'referral' as const, id: null } }, 'ties.originUnknown'],
    ] as const)
      expect((await put(id, alter)).body).toMatchObject({ code })
    expect((await sheet(id)).alters).toEqual([])
  })
  test('the sixty-first, by the product and by the database', async () => {
    const { id } = (await begin()).body
    for (let n = 0; n < 60; n++) expect((await put(id, { label: `a${n}` }, { version: n + 1 })).status).toBe(200)
    expect((await put(id, { label: 'troppi' })).body).toMatchObject({ code: 'waves.tooMany' })
    for (const place of [60, 61])
      await expect(
        house.sql(
          `insert into wave_alter (district_id, wave_id, id, case_id, person_id, place, change, label, kind, origin_kind)
           select district_id, id, $1, case_id, person_id, $2, 'new', 'x', 'friend', 'before' from wave where id = $3`,
          [v4(), place, id],
        ),
      ).rejects.toThrow(/wave_alter_place|place_check/)
  })
  test('a conversation in a file that is closed, of another district or of others', async () => {
    const { id } = (await begin()).body
    for (const [who, status] of [
      ['outsider', 404],
      ['otherTutor', 404],
      ['elsewhere', 403],
      ['supervisor', 403],
      ['coordinator', 403],
      ['evaluator', 403],
    ] as const) {
      expect([who, (await begin(who)).status]).toEqual([who, who === 'elsewhere' ? 404 : status])
      expect([who, (await put(id, {}, { who, version: 1 })).status]).toEqual([who, who === 'elsewhere' ? 404 : status])
    }
    expect((await call('otherTutor', 'GET', `/waves/${id}`)).status).toBe(404)
    await house.sql(`update case_file set state = 'closed', closed_on = '2026-11-10' where id = $1`, [begun.id])
    expect((await put(id, {}, { version: 1 })).body).toMatchObject({ code: 'ties.caseClosed' })
    expect((await begin()).body).toMatchObject({ code: 'ties.caseClosed' })
    expect((await list()).canInterview).toBe(false)
  })
  test('an end with somebody who stands on no circle', async () => {
    const { id } = (await begin()).body
    await put(id, { label: 'A.', closeness: null })
    await put(id, { label: 'B.' })
    expect((await finish(id)).body).toMatchObject({ code: 'waves.unplaced', about: { label: 'A.' } })
    expect(await ties()).toEqual([])
  })
  test('a carried tie that would be taken out', async () => {
    await told()
    const { id, carried } = await again()
    const { version } = await sheet(id)
    const reply = await call('tutor', 'POST', `/waves/${id}/alters/${carried('B.').id}/removal`, { version })
    expect(reply.body).toMatchObject({ code: 'waves.carriedStays' })
  })
})

describe('what is sent twice is one act', () => {
  test('the same beginning, the same alter, the same end', async () => {
    const given = { id: v7() }
    const [one, two] = [await begin('tutor', given), await begin('tutor', given)]
    expect([one.body, two.status]).toEqual([two.body, 200])
    const alterId = v4()
    const { id: _, ...alter } = anAlter()
    const send = () => call('tutor', 'PUT', `/waves/${given.id}/alters/${alterId}`, { version: 1, alter })
    expect([(await send()).body.version, (await send()).body.version]).toEqual([2, 2])
    expect((await sheet(given.id)).alters.length).toBe(1)
    const end = (key: string) =>
      house.call<Body>(cast.tutor, 'POST', `/waves/${given.id}/end`, { version: 2 }, { 'idempotency-key': key })
    const [a, b] = await Promise.all([end('colloquio-uno'), end('colloquio-uno')])
    expect([a.status, b.status, a.body]).toEqual([200, 200, b.body])
    expect((await end('colloquio-due')).body).toMatchObject({ code: 'waves.notOpen' })
    expect((await ties()).length).toBe(1)
  })
  test('two who begin at the same moment: one begins, the other is told who', async () => {
    const replies = await Promise.all([begin('tutor'), begin('educator')])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = replies.find(({ status }) => status === 409)?.body
    expect(told).toMatchObject({ code: 'waves.openAlready' })
    expect(['tutor', 'educator']).toContain(told?.about?.name)
  })
})

describe('two at the same conversation', () => {
  test('the second is told who leads it; it goes on only by taking over, and then the first is told', async () => {
    const { id } = (await begin('tutor')).body
    expect((await list('educator')).open).toMatchObject({ holder: { name: 'tutor', isMe: false } })
    expect((await put(id, {}, { who: 'educator' })).body).toMatchObject({
      code: 'waves.taken',
      about: { name: 'tutor' },
    })
    await call('educator', 'POST', `/waves/${id}/lead`)
    expect((await put(id, { label: 'E.' }, { who: 'educator' })).status).toBe(200)
    expect((await put(id, { label: 'T.' }, { version: 1 })).body).toMatchObject({
      code: 'waves.taken',
      about: { name: 'educator' },
    })
    await call('tutor', 'POST', `/waves/${id}/lead`)
    expect((await put(id, { label: 'T.' })).status).toBe(200)
    expect((await sheet(id)).alters.map(({ label }) => label)).toEqual(['E.', 'T.'])
  })
  test('an edit on what was read before another edit is turned down, and so is such an end', async () => {
    const { id } = (await begin()).body
    await put(id, { label: 'A.' }, { version: 1 })
    expect((await put(id, { label: 'B.' }, { version: 1 })).body).toMatchObject({
      code: 'waves.stale',
      about: { version: 2 },
    })
    expect((await call('tutor', 'POST', `/waves/${id}/end`, { version: 1 })).body).toMatchObject({
      code: 'waves.stale',
    })
  })
})

describe('a conversation that does not come to its end', () => {
  test('is kept as left, without labels or answers, and leaves no tie', async () => {
    const { id } = (await begin()).body
    await put(id, { label: 'Teresa' })
    await call('tutor', 'POST', `/waves/${id}/stop`, { refused: false })
    expect(await sheet(id)).toMatchObject({ state: 'dropped', resources: [], alters: [{ label: '' }] })
    expect(await ties()).toEqual([])
    expect((await begin()).status).toBe(200)
  })
  test('is kept as refused when the person would rather not, before it or half-way', async () => {
    const given = { id: v7(), caseId: begun.id, moment: 'T0', heldOn: first }
    expect((await call('tutor', 'POST', '/waves/refusals', given)).status).toBe(200)
    const { id } = (await begin()).body
    await call('tutor', 'POST', `/waves/${id}/stop`, { refused: true })
    expect((await list()).rows.map(({ state }) => state)).toEqual(['refused', 'refused'])
  })
})

test('every act and every look leaves its line, and no line a label', async () => {
  const id = await told()
  await sheet(id)
  const lines = await house.sql<{ act: string; line: string }>(
    'select act, journal::text as line from journal where case_id = $1 and act like $2',
    [begun.id, 'waves.%'],
  )
  expect([...new Set(lines.map(({ act }) => act))].sort()).toEqual([
    'waves.begin',
    'waves.finish',
    'waves.open',
    'waves.saveAlter',
  ])
  expect(lines.filter(({ line }) => /Teresa/.test(line))).toEqual([])
})

test('the person reads the same in a sentence, on their own page', async () => {
  await told()
  const { id, carried } = await again()
  await put(id, { ...carried('B.'), change: 'gone' })
  await put(id, { ...carried('Teresa'), change: 'same' })
  await finish(id)
  const told_ = await transact(house.services, { by: 'system', readOnly: true }, async ({ tx }) => {
    const districtId = tx.districts[0] ?? ''
    const about = { districtId, personId: begun.personId }
    return done([await ownWaveSentence(tx, 'it', about), (await wavesOfPerson(tx, districtId, begun.personId)).length])
  })
  expect(told_).toMatchObject({ ok: true, value: ['A novembre avevi 2 persone vicine, a dicembre ne hai una.', 2] })
})
