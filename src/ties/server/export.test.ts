import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { aPersonIn, type Cast, castOf } from '../../cases/server/cases.sample.ts'

let house: TestHouse
let cast: Cast
let planner: Worker
const people: string[] = []
beforeAll(async () => {
  house = await openHouse('export')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  planner = await house.worker({ role: 'planningOffice', district: crema })
})
afterAll(() => house.close())

const get = async (who: Worker | null, path: string): Promise<{ status: number; text: string; code?: string }> => {
  const { statusCode, body } = await house.request({
    method: 'GET',
    url: `/api/v1${path}`,
    ...(who ? { headers: { cookie: who.cookie } } : {}),
  })
  return { status: statusCode, text: body, code: statusCode === 200 ? '' : JSON.parse(body).code }
}
const aTie = (
  a: string,
  b: { kind: string; id: string | null; label?: string },
  more: { since?: string; until?: string | null } = {},
) =>
  house.sql(
    `insert into tie (district_id, id, person_id, a_kind, a_id, a_label, b_kind, b_id, b_label, kind, since, until, evidence, origin_kind, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, 'person', $2, 'Zoraide Segreta', $3, $4, $5, 'friend', $6, $7, 'saidByPerson', 'pact', $2, now())`,
    [crema, a, b.kind, b.id, b.label ?? '', more.since ?? '2026-03-01', more.until ?? null],
  )
const edges = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('a network', () => {
  test('is not taken out while it is empty, nor while its few people could be told', async () => {
    expect((await get(cast.coordinator, `/networks/district/export?id=${crema}&format=gexf`)).code).toBe(
      'ties.exportEmpty',
    )
    for (let i = 0; i < 4; i++) people.push(await aPersonIn(house))
    for (const id of people) await aTie(id, { kind: 'organisation', id: tavolaLunga })
    const { status, code } = await get(cast.coordinator, `/networks/district/export?id=${crema}&format=gexf`)
    expect([status, code]).toEqual([409, 'ties.exportTooFew'])
  })
  test('leaves without third parties and without names of people, under pseudonyms that stay the same', async () => {
    for (let i = 0; i < 3; i++) people.push(await aPersonIn(house))
    for (const id of people.slice(4)) await aTie(id, { kind: 'firm', id: caritas }, { until: '2026-09-01' })
    await aTie(people[0] ?? '', { kind: 'alter', id: null, label: 'T.G.' })
    const first = await get(cast.coordinator, `/networks/district/export?id=${crema}&format=edges`)
    expect(first.status).toBe(200)
    const rows = edges(first.text)
    expect(rows).toHaveLength(7)
    expect(rows[0]).toMatchObject({ Kind: 'friend', Origin: 'pact', Start: '2026-03-01', Weight: '1' })
    const all = await Promise.all(
      ['edges', 'gexf', 'graphml', 'matrix'].map((format) =>
        get(cast.evaluator, `/networks/programme/export?format=${format}`),
      ),
    )
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(all[0]?.text).toBe(first.text)
    for (const secret of ['T.G.', 'Zoraide', 'Segreta', 'Amina', 'Tavola', ...people])
      for (const { text } of all) expect(text.includes(secret)).toBe(false)
  })
  test('names bodies when asked to, and never people', async () => {
    const { text } = await get(cast.evaluator, '/networks/programme/export?format=gexf&bodies=named')
    expect([text.includes('Tavola Lunga'), text.includes('Zoraide')]).toEqual([true, false])
  })
  test('of a day tells what was known on that day', async () => {
    const { text } = await get(cast.coordinator, `/networks/district/export?id=${crema}&format=edges&day=2026-08-01`)
    expect(edges(text).map(({ End }) => End)).toEqual(Array(7).fill(''))
    expect(
      (await get(cast.coordinator, `/networks/district/export?id=${crema}&format=edges&day=2027-01-01`)).code,
    ).toBe('ties.future')
  })
  test('is taken out by whoever may, of their own districts, and each taking is in the journal', async () => {
    const path = (id: string): string => `/networks/district/export?id=${id}&format=edges`
    expect((await get(null, path(crema))).status).toBe(401)
    for (const who of [cast.tutor, cast.intake, cast.panel, cast.host, planner])
      expect((await get(who, path(crema))).status).toBe(403)
    expect((await get(cast.coordinator, path(cremona))).status).toBe(404)
    expect((await get(cast.coordinator, '/networks/programme/export?format=edges')).status).toBe(404)
    expect((await get(cast.coordinator, `${path(crema)}x`)).status).toBe(400)
    const lines = await house.sql(`select actor_name, district_id from journal where act = 'ties.export' order by at`)
    expect(lines).toHaveLength(7)
  })
})
