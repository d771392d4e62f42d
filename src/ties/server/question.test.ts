import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, tavolaLunga } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import { done } from '../../platform/core/refusal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { QuestionRow } from '../core/question.schema.ts'
import type { TieRow } from '../core/tie.api.ts'
import { aNewTie } from '../core/tie.sample.ts'
import { suggestTies } from './tie.jobs.ts'

let house: TestHouse
let cast: Cast
const people: Begun[] = []
const days = ['2026-10-05', '2026-10-12', '2026-10-19']

beforeAll(async () => {
  house = await openHouse('questions')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  for (let i = 0; i < 5; i++) people.push(await aBegunCase(house, cast))
  await house.sql(`update person set followed = true`)
  // shifts stand for themselves here, without the pacts they belong to
  await house.sql('alter table shift drop constraint shift_district_id_pact_id_fkey')
  const [one, two, three, young] = people
  for (const [who, on] of [
    [one, days],
    [two, days],
    [three, days.slice(0, 2)],
    [young, days],
  ] as const)
    for (const day of on) await aShift(who, day)
  await house.sql(`update person set birth_date = '2012-01-01' where id = $1`, [young?.personId])
})
afterAll(() => house.close())

const aShift = async (who: Begun | undefined, day: string): Promise<void> => {
  const pact = '019c0000-0000-7000-8000-00000000aa01'
  await house.sql(
    `insert into shift (district_id, id, pact_id, case_id, person_id, guest_label, give_back_id, legal_form, host_organisation_id, day, minutes, state, covered, created_at)
     values ($1, gen_random_uuid(), $2, $3, $4, 'x', $2, 'volunteering', $5, $6, 60, 'confirmed', true, now())`,
    [crema, pact, who?.id, who?.personId, tavolaLunga, day],
  )
}

const suggest = () => transact(house.services, { by: 'system' }, ({ tx }) => suggestTies(tx, {}))
const asked = async (which: number, who: keyof Cast = 'tutor'): Promise<QuestionRow[]> =>
  (await house.call<{ rows: QuestionRow[] }>(cast[who], 'GET', `/tie-questions?caseId=${people[which]?.id}`)).body
    .rows ?? []
const answer = (which: number, id: string | undefined, body: object, who: keyof Cast = 'tutor') =>
  house.call<{ code?: string }>(cast[who], 'POST', `/tie-questions/${id}/answer`, {
    caseId: people[which]?.id,
    ...body,
  })
const ties = async (which: number): Promise<TieRow[]> =>
  (await house.call<{ rows: TieRow[] }>(cast.tutor, 'GET', `/ties?caseId=${people[which]?.id}`)).body.rows

describe('people whom the registers saw together', () => {
  test('are asked, when they are adults who met on three days; nothing is a tie yet', async () => {
    expect((await suggest()).ok).toBe(true)
    const rows = await house.sql<{ a_id: string; b_id: string; times: number }>(
      'select a_id, b_id, times from tie_question',
    )
    expect(rows.map(({ times }) => times)).toEqual([3])
    expect([rows[0]?.a_id, rows[0]?.b_id].sort()).toEqual([people[0]?.personId, people[1]?.personId].sort())
    expect(await house.sql('select * from tie')).toEqual([])
  })
  test('are asked once, however often the registers are read', async () => {
    await suggest()
    expect(await house.sql('select * from tie_question')).toHaveLength(1)
  })
  test('are shown to the equipe as initials, with the reason', async () => {
    expect(await asked(0)).toMatchObject([
      {
        kind: 'met',
        other: expect.stringMatching(/^\p{Lu}\.\p{Lu}\.$/u),
        place: 'Cooperativa Tavola Lunga',
        times: 3,
        firstDay: days[0],
        lastDay: days[2],
      },
    ])
    expect(await asked(2)).toEqual([])
    expect(await asked(0, 'outsider')).toEqual([])
    expect(await asked(0, 'elsewhere')).toEqual([])
  })
  test('are answered for by nobody but their own equipe', async () => {
    const id = (await asked(0))[0]?.id
    expect((await answer(0, id, { answer: 'yes' }, 'outsider')).status).toBe(404)
    expect((await answer(0, id, { answer: 'yes' }, 'elsewhere')).status).toBe(404)
    expect((await answer(2, id, { answer: 'yes' })).status).toBe(404)
    expect((await answer(0, id, { answer: 'maybe' })).status).toBe(400)
    expect((await answer(0, id, { answer: 'yes' }, 'evaluator')).status).toBe(403)
  })
  test('tie by one yes this end to the initials of the other, born at the shift', async () => {
    const id = (await asked(0))[0]?.id
    const both = await Promise.all([1, 2].map(() => answer(0, id, { answer: 'yes' })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await ties(0)).toMatchObject([
      {
        other: expect.stringMatching(/^\p{Lu}\.\p{Lu}\.$/u),
        evidence: 'saidByPerson',
        since: days[0],
        origin: { kind: 'hours' },
      },
    ])
    expect(await ties(1)).toEqual([])
    expect(await asked(0)).toEqual([])
    expect(await asked(1)).toHaveLength(1)
  })
  test('and by both join the two, each by name at the other’s', async () => {
    const id = (await asked(1))[0]?.id
    expect((await answer(1, id, { answer: 'yes' })).status).toBe(200)
    const [first, second] = [await ties(0), await ties(1)]
    expect(first).toMatchObject([{ evidence: 'saidByBoth', other: expect.stringMatching(/^\p{Lu}\p{L}+ \p{Lu}\.$/u) }])
    expect(second.map((tie) => tie.id)).toEqual(first.map((tie) => tie.id))
    // the one whose tie it was is no better known to the other than the other to them
    for (const { a, b } of second)
      expect([a.label, b.label]).toEqual([a, b].map(() => expect.stringMatching(/^\p{Lu}\p{L}+ \p{Lu}\.$/u)))
    expect([first[0]?.a.id, first[0]?.b.id].sort()).toEqual([people[0]?.personId, people[1]?.personId].sort())
  })
})

test('the name by which two call each other is not for the run-time role to ask', async () => {
  await expect(
    transact(house.services, { by: 'system' }, async ({ tx }) => {
      await sql`select app.called_name(${crema}, ${people[0]?.personId})`.execute(tx.db)
      return done(null)
    }),
  ).rejects.toThrow(/permission denied/)
})

describe('a refusal', () => {
  test('is final and quiet', async () => {
    await aShift(people[2], days[2] ?? '')
    await suggest()
    const id = (await asked(2))[0]?.id
    expect((await answer(2, id, { answer: 'no' })).status).toBe(200)
    expect((await answer(2, id, { answer: 'yes' })).body.code).toBe('ties.answeredAlready')
    await suggest()
    // two questions with this person, one refused: it is not asked again, and the other ends are asked as if nothing had happened
    expect(await asked(2)).toHaveLength(1)
    const others = [...(await asked(0)), ...(await asked(1))]
    expect(others).toHaveLength(2)
    expect(others.map((row) => row.id)).toContain(id)
    expect(await ties(2)).toEqual([])
  })
})

describe('a claim', () => {
  const recorded = async (): Promise<string> => {
    const tie = aNewTie({
      a: { kind: 'person', id: people[3]?.personId ?? '', label: '' },
      origin: { kind: 'before', id: null },
    })
    const { body } = await house.call<{ id: string }>(cast.tutor, 'POST', '/ties', { ...tie, caseId: people[3]?.id })
    return body.id
  }
  const claim = (tieId: string, personId: string | undefined, agreed: unknown = true, who: keyof Cast = 'tutor') =>
    house.call<{ id: string; code?: string }>(cast[who], 'POST', `/ties/${tieId}/claim`, { personId, agreed })
  let tieId: string
  beforeAll(async () => {
    tieId = await recorded()
  })

  test('is asked only when the one who told of the tie agrees, of a person in sight who is another', async () => {
    expect((await claim(tieId, people[4]?.personId, false)).status).toBe(400)
    expect((await claim(tieId, people[3]?.personId)).body.code).toBe('ties.claimSelf')
    expect((await claim(tieId, '019c0000-0000-7000-8000-00000000dead')).body.code).toBe('ties.claimUnknown')
    expect((await claim(tieId, people[4]?.personId, true, 'outsider')).status).toBe(404)
  })
  test('links by the own yes of whom it is about, and is asked once', async () => {
    expect((await claim(tieId, people[4]?.personId)).status).toBe(200)
    expect((await claim(tieId, people[4]?.personId)).body.code).toBe('ties.claimAsked')
    expect((await ties(3))[0]?.other).toBe('T.G.')
    const question = (await asked(4))[0]
    expect(question).toMatchObject({ kind: 'claim' })
    expect((await answer(4, question?.id, { answer: 'yes' })).status).toBe(200)
    expect((await ties(3))[0]).toMatchObject({ evidence: 'saidByBoth', b: { kind: 'person', id: people[4]?.personId } })
    expect((await claim(tieId, people[0]?.personId)).body.code).toBe('ties.claimNotAlter')
  })
  test('changes nothing when they say no', async () => {
    const other = await recorded()
    await claim(other, people[4]?.personId)
    const question = (await asked(4)).find(({ kind }) => kind === 'claim')
    expect((await answer(4, question?.id, { answer: 'no' })).status).toBe(200)
    expect((await ties(3)).find(({ id }) => id === other)?.other).toBe('T.G.')
    expect((await claim(other, people[4]?.personId)).body.code).toBe('ties.claimAsked')
  })
})

describe('the person', () => {
  let cookie: string
  beforeAll(async () => {
    const card = await house.call<{ pin: string; link: string }>(
      cast.tutor,
      'POST',
      `/persons/${people[1]?.personId}/card`,
      { language: 'it' },
    )
    const reply = await house.request({
      method: 'POST',
      url: new URL(card.body.link).pathname,
      payload: `pin=${card.body.pin}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    cookie = `fl_person=${reply.cookies.find(({ name }) => name === 'fl_person')?.value}`
  })
  const own = () => house.request({ method: 'GET', url: '/mio/legami', headers: { cookie } })
  const say = (questionId: string, given: string) =>
    house.request({
      method: 'POST',
      url: '/mio/legami',
      payload: `questionId=${questionId}&answer=${given}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })

  test('reads own ties and questions on a page without script, the other as initials', async () => {
    const { body, statusCode } = await own()
    expect([statusCode, body.includes('<script'), body.includes('Vi conoscete?')]).toEqual([200, false, true])
    expect(body).toMatch(/Tu e \p{Lu}\.\p{Lu}\. eravate insieme 3 volte/u)
  })
  test('answers for themselves; the equipe then sees the tie', async () => {
    const before = (await ties(1)).length
    const id = (await asked(1))[0]?.id ?? ''
    expect((await say(id, 'yes')).headers.location).toBe('/mio/legami?detto=1')
    expect(await ties(1)).toHaveLength(before + 1)
    expect((await own()).body).not.toContain('Vi conoscete?')
    expect((await own()).body).toContain(', nato qui')
  })
  test('answers no question of others', async () => {
    const [foreign] = await house.sql<{ id: string }>(
      'select id from tie_question where $1 not in (a_id, b_id) limit 1',
      [people[1]?.personId],
    )
    expect(foreign).toBeDefined()
    expect((await say(foreign?.id ?? '', 'yes')).statusCode).toBe(404)
  })
})
