import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { FiguresReply } from '../core/figures.schema.ts'
import type { Network } from '../core/network.schema.ts'
import type { QuestionRow } from '../core/question.schema.ts'
import type { TieRow } from '../core/tie.api.ts'
import { aNewTie } from '../core/tie.sample.ts'
import { type Followed, manyFollowed, manyTies } from './networks.sample.ts'

// Amina is followed in Crema, Rosa in Cremona: neither district may look for anybody in the other.
let house: TestHouse
let cast: Cast
let amina: Begun
let rosa: Followed
let other: Followed
beforeAll(async () => {
  house = await openHouse('across')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  amina = await aBegunCase(house, cast)
  ;[rosa, other] = (await manyFollowed(house, 2, { district: cremona })) as [Followed, Followed]
  for (const { caseId } of [rosa, other])
    await house.sql(
      `insert into equipe_member (district_id, id, case_id, account_id, role, from_day) values ($1, gen_random_uuid(), $2, $3, 'tutor', '2026-01-01')`,
      [cremona, caseId, cast.otherTutor.id],
    )
  await house.sql(`update person set given_name = 'Rosa', family_name = 'Zanetti' where id = $1`, [rosa.personId])
})
afterAll(() => house.close())

type Sent = { id?: string; code?: string; until?: string }
const post = (who: keyof Cast, path: string, body: object) => house.call<Sent>(cast[who], 'POST', path, body)
const told = async (label: string, more: object = {}): Promise<string> => {
  const a = { kind: 'person', id: amina.personId, label: '' } as const
  const tie = aNewTie({ a, b: { kind: 'alter', id: null, label }, origin: { kind: 'before', id: null } })
  const { body } = await post('tutor', '/ties', { ...tie, ...more, caseId: amina.id })
  return body.id ?? ''
}
const codeOf = async (tieId: string): Promise<string> =>
  (await post('tutor', `/ties/${tieId}/code`, { caseId: amina.id, agreed: true })).body.code ?? ''
const take = (code: string, who: keyof Cast = 'otherTutor', caseId = rosa.caseId) =>
  post(who, '/tie-codes', { caseId, code })
const asked = async (caseId = rosa.caseId): Promise<QuestionRow[]> =>
  (await house.call<{ rows: QuestionRow[] }>(cast.otherTutor, 'GET', `/tie-questions?caseId=${caseId}`)).body.rows
const answer = (id: string | undefined, given: string, more: object = {}, caseId = rosa.caseId) =>
  post('otherTutor', `/tie-questions/${id}/answer`, { caseId, answer: given, ...more })
const ties = async (who: keyof Cast, caseId: string): Promise<TieRow[]> =>
  (await house.call<{ rows: TieRow[] }>(cast[who], 'GET', `/ties?caseId=${caseId}`)).body.rows
const rowsOf = (tieId: string) =>
  house.sql<{ district_id: string; across: string; until: string | null }>(
    'select district_id, across, until from tie where across = (select across from tie where id = $1) order by recorded_at',
    [tieId],
  )

describe('a code for somebody of another district', () => {
  let tieId: string
  beforeAll(async () => {
    tieId = await told('R.Z.', { since: '2026-02-01' })
  })
  test('is made by the equipe of who told of the tie, and only when they agree', async () => {
    const path = `/ties/${tieId}/code`
    expect((await post('tutor', path, { caseId: amina.id, agreed: false })).status).toBe(400)
    for (const who of ['outsider', 'elsewhere', 'otherTutor'] as const)
      expect([who, (await post(who, path, { caseId: amina.id, agreed: true })).status]).toEqual([who, 404])
    expect((await post('otherTutor', path, { caseId: rosa.caseId, agreed: true })).status).toBe(404)
    const { status, body } = await post('tutor', path, { caseId: amina.id, agreed: true })
    expect([status, body.until]).toEqual([200, '2026-12-22'])
    expect(body.code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    expect(JSON.stringify(await house.sql('select * from tie_invite'))).not.toContain(body.code)
  })
  test('opens no question to who guesses, in the own district, for a case of others, or once it has lapsed', async () => {
    const code = await codeOf(tieId)
    expect((await take('K7M4-9QXR')).body).toMatchObject({ code: 'ties.codeUnknown' })
    expect((await take('nothing')).status).toBe(422)
    expect((await take(code, 'tutor', amina.id)).body).toMatchObject({ code: 'ties.codeSameDistrict' })
    expect((await take(code, 'elsewhere')).status).toBe(403)
    expect((await take(code, 'tutor')).status).toBe(404)
    house.setClock('2026-12-24T09:00:00.000Z')
    expect((await take(code)).body).toMatchObject({ code: 'ties.codeUnknown' })
    house.setClock('2026-11-22T09:00:00.000Z')
    const newer = await codeOf(tieId)
    expect((await take(code)).body).toMatchObject({ code: 'ties.codeUnknown' })
    expect((await take(newer.toLowerCase().replace('-', ' '))).status).toBe(200)
  })
  test('serves one person once; the same person may type it twice', async () => {
    const code = await codeOf(await told('A.A.'))
    const both = await Promise.all([take(code), take(code, 'otherTutor', other.caseId)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const [mine, theirs] = [await asked(), await asked(other.caseId)]
    expect(mine.length + theirs.length).toBe(2)
    const winner = theirs.length > 0 ? other.caseId : rosa.caseId
    expect((await take(code, 'otherTutor', winner)).status).toBe(200)
    expect((await asked()).length + (await asked(other.caseId)).length).toBe(2)
    const [extra] = (await asked(winner)).filter(({ firstDay }) => firstDay !== '2026-02-01')
    await answer(extra?.id, 'no', {}, winner)
  })
  test('tells the other district initials and nothing more, and nothing is a tie yet', async () => {
    const [question] = await asked()
    expect(question).toMatchObject({ kind: 'across', other: expect.stringMatching(/^A\.\p{Lu}\.$/u), place: '' })
    expect(JSON.stringify(await house.sql('select * from tie_across'))).not.toContain(amina.personId)
    expect(await ties('otherTutor', rosa.caseId)).toEqual([])
    expect((await answer(question?.id, 'yes', { seen: true })).body).toMatchObject({ code: 'ties.acrossByOwnYes' })
    expect((await answer(question?.id, 'yes', {}, other.caseId)).status).toBe(404)
    expect(
      (await post('tutor', `/tie-questions/${question?.id}/answer`, { caseId: amina.id, answer: 'yes' })).status,
    ).toBe(404)
  })
  test('and a yes gives each district its own row, with one key and no name across', async () => {
    const [question] = await asked()
    const both = await Promise.all([1, 2].map(() => answer(question?.id, 'yes')))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await answer(question?.id, 'no')).body).toMatchObject({ code: 'ties.answeredAlready' })
    const [row] = await ties('otherTutor', rosa.caseId)
    expect(row).toMatchObject({ across: true, evidence: 'saidByBoth', since: '2026-02-01', other: question?.other })
    const here = (await ties('tutor', amina.id)).find(({ id }) => id === tieId)
    expect(here).toMatchObject({ across: true, evidence: 'saidByBoth', other: 'R.Z.' })
    expect(JSON.stringify(here)).not.toContain('Zanetti')
    expect((await rowsOf(tieId)).map((one) => one.district_id).sort()).toEqual([crema, cremona].sort())
    expect((await post('tutor', `/ties/${tieId}/code`, { caseId: amina.id, agreed: true })).body.code).toBe(
      'ties.acrossAlready',
    )
  })
  test('told again by the other end ties the two no second time', async () => {
    const again = await codeOf(await told('Rosa'))
    await take(again)
    const [question] = await asked()
    expect((await answer(question?.id, 'yes')).status).toBe(200)
    expect(await rowsOf(tieId)).toHaveLength(2)
    expect(await ties('otherTutor', rosa.caseId)).toHaveLength(1)
  })
  test('and a no changes nothing, is final, and stays where it was said', async () => {
    const refused = await told('N.O.')
    await take(await codeOf(refused))
    const before = JSON.stringify((await ties('tutor', amina.id)).find(({ id }) => id === refused))
    const [question] = await asked()
    expect((await answer(question?.id, 'no')).status).toBe(200)
    expect((await answer(question?.id, 'yes')).body).toMatchObject({ code: 'ties.answeredAlready' })
    expect(JSON.stringify((await ties('tutor', amina.id)).find(({ id }) => id === refused))).toBe(before)
    expect(await asked()).toEqual([])
    expect(await ties('otherTutor', rosa.caseId)).toHaveLength(1)
  })
})

test('figures of the programme count it once, between two who are known; those of a district, as one with a third party', async () => {
  const reader = await house.worker({ role: 'coordinator', district: null })
  const read = async (path: string): Promise<FiguresReply> => {
    for (;;) {
      const { body } = await house.call<FiguresReply>(reader, 'GET', `/networks/${path}`)
      if (body.state !== 'counting') return body
    }
  }
  const counted = ({ figures }: FiguresReply) => ({
    ties: figures?.scalars.find(({ code }) => code === 'ties')?.value,
    alters: figures?.tables.find(({ code }) => code === 'size')?.rows.find(({ key }) => key === 'alter')?.count,
  })
  const at = (id: string) => read(`district/figures?id=${id}`).then(counted)
  const [here, there, all] = [await at(crema), await at(cremona), counted(await read('programme/figures'))]
  expect(there).toMatchObject({ ties: 1, alters: 1 })
  expect(all.ties).toBe((here.ties ?? 0) + (there.ties ?? 0) - 1)
  expect(all.alters).toBe((here.alters ?? 0) - 1)
})

test('the drawing of a district does not show who the other is; that of the programme has one line', async () => {
  const everywhere = await house.worker({ role: 'coordinator', district: null })
  const draw = async (path: string): Promise<Network> =>
    (await house.call<Network>(everywhere, 'GET', `/networks/${path}`)).body
  expect((await draw(`district?id=${cremona}`)).ties).toEqual([])
  const whole = await draw('programme')
  expect(whole.ties).toHaveLength(1)
  expect(whole.nodes.map(({ kind }) => kind)).not.toContain('alter')
})

describe('a tie that both have said yes to', () => {
  test('ends from the file of either end, in both districts, once, never before it began', async () => {
    const [mine] = await ties('otherTutor', rosa.caseId)
    expect(mine?.canChange).toBe(true)
    const end = (who: keyof Cast, id: string | undefined, caseId: string, until: string) =>
      post(who, `/ties/${id}/end`, { until, caseId })
    expect((await end('otherTutor', mine?.id, rosa.caseId, '2026-01-31')).body).toMatchObject({
      code: 'ties.endsBeforeStart',
    })
    expect((await end('tutor', mine?.id, amina.id, '2026-10-01')).status).toBe(404)
    expect((await end('otherTutor', mine?.id, other.caseId, '2026-10-01')).status).toBe(404)
    const there = (await ties('tutor', amina.id)).find(({ across }) => across)
    const both = await Promise.all([
      end('otherTutor', mine?.id, rosa.caseId, '2026-10-01'),
      end('tutor', there?.id, amina.id, '2026-10-01'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await rowsOf(there?.id ?? '')).map(({ until }) => until)).toEqual(['2026-10-01', '2026-10-01'])
  })
  test('of one district ends, and is weighed, from the file that did not tell of it', async () => {
    const second = await aBegunCase(house, cast)
    const [id = ''] = await manyTies(house, [
      { from: { personId: amina.personId, caseId: amina.id }, to: { personId: second.personId, caseId: second.id } },
    ])
    const weigh = (who: keyof Cast, caseId: string, strength = 3) =>
      post(who, `/ties/${id}/strength`, { strength, caseId })
    expect((await weigh('tutor', second.id)).status).toBe(200)
    expect((await weigh('tutor', second.id, 4)).status).toBe(400)
    expect((await weigh('otherTutor', second.id)).status).toBe(404)
    expect((await weigh('otherTutor', rosa.caseId)).status).toBe(404)
    const seen = async (caseId: string) => (await ties('tutor', caseId)).find((tie) => tie.id === id)
    expect(await seen(amina.id)).toMatchObject({ strength: 3 })
    expect((await post('tutor', `/ties/${id}/end`, { until: '2026-11-01', caseId: second.id })).status).toBe(200)
    expect((await weigh('tutor', amina.id)).body).toMatchObject({ code: 'ties.overAlready' })
    for (const caseId of [amina.id, second.id])
      expect(await seen(caseId)).toMatchObject({ until: '2026-11-01', drawnAs: 'lost', canChange: false })
    const [line] = await house.sql<{ case_id: string }>(
      `select case_id from journal where subject_id = $1 and act = 'ties.end'`,
      [id],
    )
    expect(line?.case_id).toBe(second.id)
  })
})

describe('the person on their own page', () => {
  let cookie: string
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  beforeAll(async () => {
    const { body } = await house.call<{ pin: string; link: string }>(
      cast.otherTutor,
      'POST',
      `/persons/${other.personId}/card`,
      { language: 'it' },
    )
    const url = new URL(body.link).pathname
    const reply = await house.request({ method: 'POST', url, payload: `pin=${body.pin}`, headers: form })
    cookie = `fl_person=${reply.cookies.find(({ name }) => name === 'fl_person')?.value}`
  })
  const own = async (): Promise<string> =>
    (await house.request({ method: 'GET', url: '/mio/legami', headers: { cookie } })).body
  const send = (path: string, payload: string) =>
    house.request({ method: 'POST', url: `/mio/legami${path}`, payload, headers: { cookie, ...form } })

  test('types a code, reads whose it is by initials, and says yes', async () => {
    const wrong = await send('/codice', 'code=K7M4-9QXR')
    expect([wrong.statusCode, wrong.body.includes('Questo codice non vale')]).toEqual([422, true])
    const code = await codeOf(await told('P.A.', { since: '2026-03-01' }))
    expect((await send('/codice', `code=${code}`)).headers.location).toBe('/mio/legami?detto=1')
    const page = await own()
    expect(page).toMatch(/A\.\p{Lu}\., che è di un altro ambito/u)
    expect(page).not.toContain('<script')
    const id = /name="questionId" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await send('', `questionId=${id}&answer=yes`)).statusCode).toBe(303)
    expect(await ties('otherTutor', other.caseId)).toMatchObject([{ across: true }])
  })
  test('says that it is over, and both districts read it', async () => {
    const [tie] = await ties('otherTutor', other.caseId)
    const over = (until: string, id = tie?.id) => send('/finito', `tieId=${id}&until=${until}`)
    expect((await over('2026-01-01')).body).toContain('La fine viene prima dell’inizio.')
    expect((await over('2027-01-01')).statusCode).toBe(422)
    expect((await over('')).statusCode).toBe(422)
    const [foreign] = await ties('tutor', amina.id)
    expect((await over('2026-11-01', foreign?.id)).statusCode).toBe(404)
    expect((await over('2026-11-01')).statusCode).toBe(303)
    expect((await over('2026-11-02')).body).toContain('Questo legame è già finito.')
    expect((await rowsOf(tie?.id ?? '')).map(({ until }) => until)).toEqual(['2026-11-01', '2026-11-01'])
  })
  test('does not end a tie with a third party, which only they have told of', async () => {
    const [id] = await manyTies(house, [{ from: other, to: null }], cremona)
    expect((await send('/finito', `tieId=${id}&until=2026-11-01`)).statusCode).toBe(404)
  })
})
