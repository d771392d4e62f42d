import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, openHouse, type TestHouse } from '../../../bench/house.ts'
import type { OpenedCase, TimelineItem } from '../core/case.api.ts'
import type { AssessmentSheet } from '../core/diary.api.ts'
import type { AttachmentRow, OverseenTasks, TaskRow } from '../core/work.api.ts'
import { aBegunCase, type Begun, type Cast, castOf } from './cases.sample.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('diary')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

const code = async (...call: Parameters<TestHouse['call']>): Promise<unknown> => (await house.call(...call)).body.code
const status = async (...call: Parameters<TestHouse['call']>): Promise<number> => (await house.call(...call)).status
const post = <T = Record<string, unknown>>(who: keyof Cast, path: string, body: object = {}) =>
  house.call<T>(cast[who], 'POST', `/cases/${begun.id}${path}`, body)
const timeline = async (who: keyof Cast, query = ''): Promise<TimelineItem[]> =>
  (await house.call<{ rows: TimelineItem[] }>(cast[who], 'GET', `/cases/${begun.id}/timeline${query}`)).body.rows ?? []
const textsFor = async (who: keyof Cast): Promise<string> =>
  (await timeline(who, '?kind=note'))
    .map(({ text }) => text)
    .sort()
    .join(' ')

describe('the three kinds of note', () => {
  beforeAll(async () => {
    await post('manager', '/notes', { kind: 'shared', text: 'condivisa' })
    await post('tutor', '/notes', { kind: 'professional', text: 'professionale' })
    await post('manager', '/notes', { kind: 'professional', isHealth: true, text: 'salute' })
    await post('tutor', '/notes', { kind: 'sealed', text: 'riservata' })
  })

  const readers: readonly [keyof Cast, string][] = [
    ['manager', 'condivisa professionale salute'],
    ['tutor', 'condivisa professionale riservata'],
    ['educator', 'condivisa professionale'],
    ['volunteer', 'condivisa'],
    ['supervisor', 'condivisa professionale riservata salute'],
    ['coordinator', 'condivisa professionale'],
    ['outsider', ''],
    ['elsewhere', ''],
    ['intake', ''],
    ['panel', ''],
    ['host', ''],
    ['evaluator', ''],
    ['admin', ''],
  ]
  test.each(readers)('%s reads: %s', async (who, texts) => expect(await textsFor(who)).toBe(texts))

  test('are sealed in their table', async () => {
    const rows = await house.sql<{ text_sealed: string }>('select text_sealed from note')
    expect(rows.filter(({ text_sealed }) => /condivisa|riservata|salute/.test(text_sealed))).toEqual([])
  })
  test('are counted in no total for whoever may not read them', async () => {
    const { body } = await house.call<{ total: number }>(cast.volunteer, 'GET', `/cases/${begun.id}/timeline?kind=note`)
    expect(body.total).toBe(1)
  })
  test('a volunteer writes only what the person reads too', async () => {
    expect((await post('volunteer', '/notes', { kind: 'professional', text: 'no' })).status).toBe(403)
    expect((await post('coordinator', '/notes', { kind: 'shared', text: 'no' })).status).toBe(403)
    expect((await post('outsider', '/notes', { kind: 'shared', text: 'no' })).status).toBe(404)
  })
  test('reading them is written in the journal', async () => {
    await timeline('educator')
    const lines = await house.sql('select 1 from journal where act = $1 and actor_id = $2 and case_id = $3', [
      'cases.timeline',
      cast.educator.id,
      begun.id,
    ])
    expect(lines.length).toBeGreaterThan(0)
  })
  test('a note that is empty, too long or names its author is refused', async () => {
    for (const body of [
      { kind: 'shared', text: '' },
      { kind: 'shared', text: 'x'.repeat(8001) },
      { kind: 'secret', text: 'x' },
      { kind: 'shared', text: 'x', authorId: cast.tutor.id },
    ])
      expect((await post('manager', '/notes', body)).status).toBe(400)
  })
})

describe('a correction', () => {
  test('leaves the earlier wording below, is made by the author, and once per wording', async () => {
    const { body } = await post<{ id: string }>('manager', '/notes', { kind: 'shared', text: 'prima' })
    const correct = (who: keyof Cast, id: string, text: string) =>
      post<{ id: string }>(who, `/notes/${id}/correction`, { text })
    expect((await correct('tutor', body.id, 'io no')).body).toMatchObject({ code: 'cases.note.notAuthor' })
    expect((await correct('manager', body.id, 'dopo')).status).toBe(200)
    expect((await correct('manager', body.id, 'ancora')).body).toMatchObject({ code: 'cases.note.correctedAlready' })
    const [found] = (await timeline('volunteer', '?kind=note')).filter(({ text }) => text === 'dopo')
    expect(found?.earlier.map(({ text }) => text)).toEqual(['prima'])
  })
  test('of a note that one may not read is of no note at all', async () => {
    const { body } = await post<{ id: string }>('tutor', '/notes', { kind: 'sealed', text: 'mia' })
    expect((await post('manager', `/notes/${body.id}/correction`, { text: 'x' })).status).toBe(404)
  })
})

describe('breaking the glass', () => {
  const reason = 'La persona è al pronto soccorso e il tutor non risponde'
  const ask = (who: keyof Cast, body: object) =>
    house.call<{ caseId: string; until: string }>(cast[who], 'POST', '/cases/break-glass', body)

  test('needs a reason, the right, and a case of one’s own district', async () => {
    const { number } = begun
    expect((await ask('helper', { number, reason: 'Serve' })).status).toBe(400)
    expect((await ask('intake', { number, reason })).status).toBe(403)
    expect((await ask('otherTutor', { number, reason })).status).toBe(404)
    expect((await ask('helper', { number: 'C-2026-999', reason })).status).toBe(404)
    expect((await ask('helper', { reason })).body).toMatchObject({ code: 'cases.glass.nameOne' })
    expect((await ask('tutor', { number, reason })).body).toMatchObject({ code: 'cases.glass.openAlready' })
  })
  test('opens for reading until its hour, and is shown to who coordinates and in the journal of the person', async () => {
    const { status: opened, body } = await ask('helper', { personId: begun.personId, reason })
    expect([opened, body.until]).toEqual([200, '2026-11-22T21:00:00Z'])
    const found = (await house.call<OpenedCase>(cast.helper, 'GET', `/cases/${begun.id}`)).body
    expect([found.glassUntil, found.rights.write]).toEqual(['2026-11-22T21:00:00.000Z', false])
    expect((await textsFor('helper')).includes('salute')).toBe(true)
    expect((await textsFor('helper')).includes('riservata')).toBe(false)
    expect((await post('helper', '/notes', { kind: 'shared', text: 'x' })).status).toBe(403)
    const list = await house.call<{ rows: { id: string; reason: string; who: string }[]; total: number }>(
      cast.coordinator,
      'GET',
      '/glass-openings?unseen=yes',
    )
    expect([list.body.total, list.body.rows[0]?.reason, list.body.rows[0]?.who]).toEqual([1, reason, 'helper'])
    expect((await house.call<{ total: number }>(cast.elsewhere, 'GET', '/glass-openings')).body.total).toBe(0)
    expect(await status(cast.tutor, 'GET', '/glass-openings')).toBe(403)
    const glass = list.body.rows[0]?.id
    expect(await status(cast.elsewhere, 'POST', `/glass-openings/${glass}/seen`, {})).toBe(404)
    expect(await status(cast.coordinator, 'POST', `/glass-openings/${glass}/seen`, {})).toBe(200)
    const told = await house.sql<{ reason: string }>(
      `select reason from journal where act = 'cases.breakGlass' and person_id = $1`,
      [begun.personId],
    )
    expect(told.map((line) => line.reason)).toEqual([reason])
    house.setClock('2026-11-22T21:00:01.000Z')
    expect(await status(cast.helper, 'GET', `/cases/${begun.id}`)).toBe(404)
    house.setClock('2026-11-22T09:00:00.000Z')
  })
})

describe('the assessment', () => {
  const area = { area: 'relations', need: 'Non conosce nessuno', needLevel: 3, canBring: '', nothingNow: false }
  const latest = async (): Promise<AssessmentSheet | null> =>
    (await house.call<{ assessment: AssessmentSheet | null }>(cast.tutor, 'GET', `/cases/${begun.id}/assessment`)).body
      .assessment
  const put = (id: string, body: object) => house.call(cast.tutor, 'PUT', `/cases/${begun.id}/assessments/${id}`, body)

  test('with needs only cannot be closed; with what the person brings it can, and then the person agrees', async () => {
    const { body } = await post<{ id: string }>('tutor', '/assessments')
    expect((await post('tutor', '/assessments')).body).toMatchObject({ code: 'cases.assessment.openAlready' })
    const at = `/assessments/${body.id}`
    expect((await put(body.id, { version: 1, areas: [area] })).body).toEqual({ version: 2 })
    expect((await post('tutor', `${at}/close`, { version: 2 })).body).toMatchObject({
      code: 'cases.assessment.needsOnly',
    })
    expect((await put(body.id, { version: 1, areas: [] })).body).toMatchObject({ code: 'platform.changedMeanwhile' })
    expect((await put(body.id, { version: 2, areas: [area, area] })).body).toMatchObject({ code: 'cases.areaTwice' })
    await put(body.id, { version: 2, areas: [{ ...area, canBring: 'Sa cucinare per molti' }] })
    expect((await post('tutor', `${at}/agreement`, { on: '2026-11-22' })).body).toMatchObject({
      code: 'cases.assessment.closeFirst',
    })
    expect((await post('tutor', `${at}/close`, { version: 3 })).status).toBe(200)
    expect((await post('tutor', `${at}/agreement`, { on: '2026-11-23' })).body).toMatchObject({
      code: 'cases.assessment.agreedWhen',
    })
    expect((await post('tutor', `${at}/agreement`, { on: '2026-11-22' })).status).toBe(200)
    expect(await latest()).toMatchObject({
      closedOn: '2026-11-22',
      agreedOn: '2026-11-22',
      areas: [{ canBring: 'Sa cucinare per molti' }],
    })
    expect((await put(body.id, { version: 5, areas: [] })).body).toMatchObject({ code: 'cases.assessment.closed' })
  })
  test('begun again starts from what the last one says', async () => {
    house.setClock('2026-11-23T09:00:00.000Z')
    await post('tutor', '/assessments')
    expect(await latest()).toMatchObject({ closedOn: null, agreedOn: null, areas: [{ area: 'relations' }] })
    house.setClock('2026-11-22T09:00:00.000Z')
  })
  test('of two who save at once, the second is told', async () => {
    const one = await latest()
    const both = await Promise.all(
      ['a', 'b'].map((need) => put(one?.id ?? '', { version: one?.version, areas: [{ ...area, need }] })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('is sealed in its table', async () => {
    const rows = await house.sql<{ areas_sealed: string }>('select areas_sealed from assessment')
    expect(rows.some(({ areas_sealed }) => areas_sealed.includes('cucinare'))).toBe(false)
  })
})

describe('tasks', () => {
  test('one that recurs comes back, once, later than today', async () => {
    const add = await post<{ id: string }>('manager', '/tasks', {
      title: 'Sentire la scuola',
      due: '2026-11-01',
      ownerId: cast.tutor.id,
      recursDays: 7,
    })
    const both = await Promise.all([1, 2].map(() => house.call(cast.tutor, 'POST', `/tasks/${add.body.id}/done`, {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await house.call<{ rows: TaskRow[] }>(cast.tutor, 'GET', '/tasks')
    expect(body.rows.filter(({ title }) => title === 'Sentire la scuola').map(({ due }) => due)).toEqual(['2026-11-29'])
  })
  test('are mine when they are given to me, or to nobody in an equipe of mine', async () => {
    await post('manager', '/tasks', { title: 'Di tutti', due: '2026-11-20', ownerId: null, recursDays: null })
    await post('manager', '/tasks', { title: 'Del tutor', due: '2026-11-21', ownerId: cast.tutor.id, recursDays: null })
    const titles = async (who: keyof Cast, query = ''): Promise<string[]> =>
      (await house.call<{ rows: TaskRow[] }>(cast[who], 'GET', `/tasks${query}`)).body.rows.map(({ title }) => title)
    expect(await titles('educator', '?overdue=yes')).toEqual(['Di tutti'])
    expect(await titles('tutor', '?overdue=yes')).toEqual(['Di tutti', 'Del tutor'])
    expect(await titles('outsider')).toEqual([])
    expect(await titles('coordinator', '?scope=all&overdue=yes')).toEqual(['Di tutti', 'Del tutor'])
    expect(await status(cast.intake, 'GET', '/tasks')).toBe(403)
  })
  test('belong to somebody of the equipe, and are worked on by it alone', async () => {
    const given = { title: 'x', due: '2026-12-01', recursDays: null }
    expect((await post('manager', '/tasks', { ...given, ownerId: cast.outsider.id })).body).toMatchObject({
      code: 'cases.task.ownerElsewhere',
    })
    const { body } = await post<{ id: string }>('manager', '/tasks', { ...given, ownerId: null })
    expect(await status(cast.outsider, 'POST', `/tasks/${body.id}/done`, {})).toBe(404)
    expect(await status(cast.coordinator, 'POST', `/tasks/${body.id}/cancellation`, {})).toBe(403)
    expect(await status(cast.tutor, 'POST', `/tasks/${body.id}/cancellation`, {})).toBe(200)
    expect(await code(cast.tutor, 'POST', `/tasks/${body.id}/done`, {})).toBe('cases.task.notOpen')
  })
})

describe('tasks of a district, for whoever coordinates it', () => {
  const nothing = { rows: [], total: 0, workers: [], bodies: [], roles: [] }
  const seen = async (who: keyof Cast, query = ''): Promise<OverseenTasks> =>
    (await house.call<OverseenTasks>(cast[who], 'GET', `/district-tasks${query}`)).body
  const titles = async (who: keyof Cast, query = ''): Promise<string[]> =>
    (await seen(who, query)).rows.map(({ title }) => title).filter((title) => /^Vista/.test(title))
  beforeAll(async () => {
    await house.sql('update equipe_member set organisation_id = $1 where account_id = $2', [caritas, cast.tutor.id])
    await post('manager', '/tasks', { title: 'Vista A', due: '2026-11-20', ownerId: cast.tutor.id, recursDays: null })
    await post('manager', '/tasks', { title: 'Vista B', due: '2026-12-20', ownerId: cast.tutor.id, recursDays: null })
    await post('manager', '/tasks', { title: 'Vista C', due: '2026-12-21', ownerId: null, recursDays: null })
  })

  test('by worker, by nobody, and late', async () => {
    expect(await titles('coordinator')).toEqual(['Vista A', 'Vista B', 'Vista C'])
    expect(await titles('coordinator', `?owner=${cast.tutor.id}`)).toEqual(['Vista A', 'Vista B'])
    expect(await titles('coordinator', `?owner=${cast.tutor.id}&overdue=yes`)).toEqual(['Vista A'])
    expect(await titles('coordinator', '?owner=nobody')).toEqual(['Vista C'])
  })
  test('each worker has beside them as many as their list is long', async () => {
    const { workers } = await seen('coordinator')
    expect(workers.length).toBeGreaterThan(1)
    for (const { ownerId, open, overdue } of workers) {
      const { rows } = await seen('coordinator', `?owner=${ownerId ?? 'nobody'}`)
      expect([open, overdue]).toEqual([rows.length, rows.filter((row) => row.overdue).length])
    }
  })
  test('each body and each role in the equipe has as many, and so has whoever stands for no body', async () => {
    const { bodies, roles, total } = await seen('coordinator')
    expect(bodies.map(({ name }) => name)).toContain('Caritas di prova')
    expect(roles.map(({ role }) => role)).toContain('tutor')
    for (const { bodyId, open } of bodies)
      expect((await seen('coordinator', `?body=${bodyId ?? 'nobody'}`)).total).toBe(open)
    for (const { role, open, overdue } of roles) {
      expect((await seen('coordinator', `?role=${role}`)).total).toBe(open)
      expect((await seen('coordinator', `?role=${role}&overdue=yes`)).total).toBe(overdue)
    }
    expect(bodies.reduce((sum, { open }) => sum + open, 0)).toBe(total)
  })
  test('come a page at a time, the latest first, and say how many there are', async () => {
    const all = await seen('coordinator')
    const [first, second] = [await seen('coordinator', '?limit=2'), await seen('coordinator', '?limit=2&offset=2')]
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.rows.slice(0, 4).map(({ id }) => id))
    expect([first.total, all.rows[0]?.overdue]).toEqual([all.total, true])
  })
  test('are never shown to another district, nor to whoever only works in this one', async () => {
    expect(await seen('elsewhere')).toEqual(nothing)
    expect(await seen('elsewhere', `?owner=${cast.tutor.id}`)).toEqual(nothing)
    expect(await seen('elsewhere', '?owner=nobody')).toEqual(nothing)
    expect(await status(cast.manager, 'GET', '/district-tasks')).toBe(403)
    expect(await status(cast.tutor, 'GET', `/district-tasks?owner=${cast.tutor.id}`)).toBe(403)
  })
})

describe('attachments', () => {
  const send = async (
    who: keyof Cast,
    name: string,
    bytes: Buffer,
  ): Promise<{ status: number; body: AttachmentRow & { code?: string } }> => {
    const reply = await house.request({
      method: 'POST',
      url: `/api/v1/cases/${begun.id}/attachments?name=${encodeURIComponent(name)}`,
      headers: { cookie: cast[who].cookie, 'content-type': 'application/octet-stream' },
      payload: bytes,
    })
    return { status: reply.statusCode, body: reply.json() }
  }
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')

  test('come back as they came, to be saved, and reading them is journalled', async () => {
    const { body } = await send('tutor', 'relazione.pdf', pdf)
    const reply = await house.request({
      method: 'GET',
      url: `/api/v1/cases/${begun.id}/attachments/${body.id}`,
      headers: { cookie: cast.educator.cookie },
    })
    expect([reply.statusCode, reply.rawPayload.equals(pdf)]).toEqual([200, true])
    expect(reply.headers['content-disposition']).toMatch(/^attachment/)
    expect(await status(cast.outsider, 'GET', `/cases/${begun.id}/attachments/${body.id}`)).toBe(404)
    const lines = await house.sql(`select 1 from journal where act = 'cases.download' and actor_id = $1`, [
      cast.educator.id,
    ])
    expect(lines.length).toBe(1)
  })
  test('a page with script, a file that is not what it says, and an empty one are refused and leave no row', async () => {
    const count = async (): Promise<number> => (await house.sql('select 1 from attachment')).length
    const before = await count()
    for (const [name, bytes] of [
      ['pagina.html', Buffer.from('<html><script>alert(1)</script></html>')],
      ['finto.pdf', Buffer.from('MZ\u0090\u0000 this program cannot be run')],
      ['vuoto.pdf', Buffer.alloc(0)],
    ] as const)
      expect([name, (await send('tutor', name, bytes)).status]).toEqual([name, 422])
    expect(await count()).toBe(before)
  })
  test('are hidden with a reason, by who writes in the file', async () => {
    const { body } = await send('tutor', 'sbagliato.pdf', pdf)
    expect((await post('volunteer', `/attachments/${body.id}/removal`, { reason: 'Non è di Amina' })).status).toBe(403)
    expect((await post('tutor', `/attachments/${body.id}/removal`, { reason: 'Non è di Amina' })).status).toBe(200)
    expect(await status(cast.tutor, 'GET', `/cases/${begun.id}/attachments/${body.id}`)).toBe(404)
  })
})

test('the diary holds all of it, newest first, filtered by kind, and a page at a time', async () => {
  const all = await timeline('tutor')
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['note', 'task', 'attachment']))
  expect([...all].sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at }) => at)).toEqual(all.map(({ at }) => at))
  expect((await timeline('tutor', '?kind=task')).every(({ kind }) => kind === 'task')).toBe(true)
  expect(await timeline('tutor', '?limit=2&offset=1')).toEqual(all.slice(1, 3))
})

test('acts on the pacts of the case stand in the diary, in words; reading them does not', async () => {
  const line = (act: string, fields: string): Promise<unknown[]> =>
    house.sql(
      `insert into journal (district_id, at, id, act, actor_kind, actor_id, actor_name, subject_kind, subject_id, person_id, case_id, fields)
       values ($1, now(), gen_random_uuid(), $2, 'account', $3, 'Luca', 'pact', gen_random_uuid(), $4, $5, $6::text[])`,
      [crema, act, cast.tutor.id, begun.personId, begun.id, fields],
    )
  await line('pacts.move', '{state}')
  await line('pacts.open', '{}')
  const acts = (await timeline('educator', '?kind=act')).map(({ detail, who }) => `${who} ${detail}`)
  expect(acts).toEqual(['Luca pacts.move'])
})
