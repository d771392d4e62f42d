import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { done } from '../../platform/core/refusal.ts'
import { hashToken } from '../../platform/server/secret/tokens.ts'
import { transact } from '../../platform/server/transact.ts'
import type { FiguresReply } from '../core/figures.schema.ts'
import { showFigures } from './figures.acts.ts'
import { type Counter, openCounter } from './figures.counter.ts'
import { aDoneWave, type Followed, manyFollowed, manyTies } from './networks.sample.ts'

type Expected = {
  readonly [measure in 'density' | 'transitivity' | 'averageClustering' | 'bestModularity']: number
} & {
  readonly [measure in 'degree' | 'normalisedBetweenness' | 'core' | 'effectiveSize' | 'constraint']: readonly number[]
}
type Known = { readonly name: string; readonly ties: readonly [number, number][]; readonly expected: Expected }
const oracle: { graphs: Known[] } = JSON.parse(readFileSync('bench/ties/oracle.json', 'utf8'))
const karate = oracle.graphs.find(({ name }) => name === "Zachary's karate club")
if (!karate) throw new Error('no karate club')

let house: TestHouse
let coordinator: Worker
let evaluator: Worker
let club: Followed[]
const at = (no: number): Followed => {
  const one = club[no]
  if (!one) throw new Error('nobody')
  return one
}
beforeAll(async () => {
  house = await openHouse('figures')
  house.setClock('2026-11-22T09:00:00.000Z')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  evaluator = await house.worker({ role: 'evaluator' })
  club = await manyFollowed(house, 34)
  await manyTies(
    house,
    karate.ties.map(([a, b]) => ({ from: at(a), to: at(b) })),
  )
  // told a second time by the other end: still one tie
  await manyTies(
    house,
    karate.ties.slice(0, 9).map(([a, b]) => ({ from: at(b), to: at(a) })),
  )
})
afterAll(() => house.close())

const read = async (
  who: Worker | null,
  path: string,
): Promise<{ status: number; body: FiguresReply & { code?: string } }> => {
  for (;;) {
    const reply = await house.call<FiguresReply & { code?: string }>(who, 'GET', `/networks/${path}`)
    if (reply.body.state !== 'counting') return reply
  }
}
const scalar = ({ figures }: FiguresReply, code: string): number | null | undefined =>
  figures?.scalars.find((one) => one.code === code)?.value
const counts = ({ figures }: FiguresReply, code: string): Record<string, number | null> =>
  Object.fromEntries(figures?.tables.find((one) => one.code === code)?.rows.map(({ key, count }) => [key, count]) ?? [])
const clubOf = `district/figures?id=${crema}`

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('the karate club, kept as ties of a district', () => {
  test('has the published figures', async () => {
    const { status, body } = await read(coordinator, clubOf)
    const { expected } = karate
    expect(status).toBe(200)
    expect(body.figures?.people).toBe(34)
    const exact: Record<string, number> = {
      ties: 78,
      density: expected.density,
      transitivity: expected.transitivity,
      clustering: expected.averageClustering,
      meanDegree: mean(expected.degree),
      betweenness: Math.max(...expected.normalisedBetweenness),
      kCore: Math.max(...expected.core),
      effectiveSize: mean(expected.effectiveSize),
      constraint: mean(expected.constraint),
      components: 1,
      bridges: 1,
      linchpins: 1,
      mostCut: 6,
      reciprocity: 1,
    }
    for (const [code, value] of Object.entries(exact)) expect(scalar(body, code), code).toBeCloseTo(value, 9)
    expect(scalar(body, 'modularity')).toBeGreaterThanOrEqual(expected.bestModularity - 1e-9)
    expect(counts(body, 'degree')).toEqual({ '0-1': 1, '2-3': 17, '4-6': 11, '7-10': 2, '11+': 3 })
  })
  test('names who it hangs on to whoever may open their cases, and to nobody else', async () => {
    const path = `/networks/district/fragile?id=${crema}`
    const { body } = await house.call<{ linchpins: object[]; bridges: object[] }>(coordinator, 'GET', path)
    expect(body.linchpins).toEqual([{ name: 'Amina Prova1', caseId: club[0]?.caseId, pieces: 3, cut: 6 }])
    expect((await house.call(evaluator, 'GET', path)).body).toMatchObject({ code: 'ties.figuresOnly' })
    expect(JSON.stringify((await read(coordinator, clubOf)).body)).not.toContain('Amina')
  })
  test('is counted once: asked again, the same figures come from where they are kept', async () => {
    const [one, two] = [await read(coordinator, clubOf), await read(coordinator, clubOf)]
    expect(two.body).toEqual(one.body)
    const kept = await house.sql<{ fingerprint: string }>(
      `select fingerprint from network_figures where district_id = $1 and scope_kind = 'district'`,
      [crema],
    )
    expect(kept).toEqual([{ fingerprint: one.body.fingerprint }])
    await house.sql(
      `update network_figures set figures = jsonb_set(figures, '{people}', '99') where district_id = $1`,
      [crema],
    )
    expect((await read(coordinator, clubOf)).body.figures?.people).toBe(99)
  })
  test('is counted again after a new tie; a day before it keeps its figures', async () => {
    const past = `${clubOf}&day=2026-06-30&from=2025-07-01`
    const [before, then] = [await read(coordinator, clubOf), await read(coordinator, past)]
    await manyTies(house, [{ from: at(0), to: at(9), since: '2026-07-15', origin: 'lab' }])
    const [after, still] = [await read(coordinator, clubOf), await read(coordinator, past)]
    expect(after.body.fingerprint).not.toBe(before.body.fingerprint)
    expect([scalar(after.body, 'ties'), after.body.figures?.people]).toEqual([79, 34])
    expect(counts(after.body, 'new').lab).toBe(1)
    expect(still.body).toEqual(then.body)
    expect(scalar(still.body, 'ties')).toBe(78)
    // counted anew from nothing, the past day says the same
    await house.sql('delete from network_figures')
    expect((await read(coordinator, past)).body).toEqual(then.body)
  })
  test('loses a tie that ends, from the day of its end', async () => {
    await house.sql(`update tie set until = '2026-10-01' where since = '2026-07-15'`)
    const { body } = await read(coordinator, `${clubOf}&from=2026-09-01`)
    expect([scalar(body, 'ties'), counts(body, 'lost').lab]).toEqual([78, 1])
    expect(scalar((await read(coordinator, `${clubOf}&day=2026-09-30`)).body, 'ties')).toBe(78)
    const lab = body.figures?.survival.find(({ origin }) => origin === 'lab')
    expect([lab?.n, lab?.ended, lab?.median]).toEqual([1, 1, 2])
  })
})

describe('figures', () => {
  test('are read by whoever may, each where they may', async () => {
    const paths = [
      'programme/figures',
      clubOf,
      `district/figures?id=${cremona}`,
      'town/figures?id=019035',
      'organisations/figures',
    ]
    const roles: [string, string | null, number[]][] = [
      ['coordinator', crema, [200, 200, 404, 200, 200]],
      ['coordinator', cremona, [200, 404, 200, 404, 200]],
      ['planningOffice', crema, [200, 200, 404, 403, 200]],
      ['evaluator', null, [200, 200, 200, 403, 200]],
      ...['tutor', 'socialWorker', 'intake', 'panel', 'supervisor', 'auditor', 'teacher'].map(
        (role): [string, string, number[]] => [role, crema, [403, 403, 403, 403, 403]],
      ),
      ['administrator', null, [403, 403, 403, 403, 403]],
      ['host', null, [403, 403, 403, 403, 403]],
    ]
    for (const [role, district, statuses] of roles) {
      const who = await house.worker({ role, district })
      const got = []
      for (const path of paths) got.push((await read(who, path)).status)
      expect([role, district, got]).toEqual([role, district, statuses])
    }
    expect((await read(null, 'programme/figures')).status).toBe(401)
  })
  test('hide small numbers from whoever does not work there, and what would give them away', async () => {
    const [whole, hidden] = [await read(coordinator, clubOf), await read(evaluator, clubOf)]
    expect([whole.body.least, hidden.body.least]).toEqual([null, 5])
    expect(counts(whole.body, 'degree')).toEqual({ '0-1': 1, '2-3': 17, '4-6': 11, '7-10': 2, '11+': 3 })
    expect(counts(hidden.body, 'degree')).toEqual({ '0-1': null, '2-3': 17, '4-6': 11, '7-10': null, '11+': null })
    expect(hidden.body.figures?.scalars.find(({ code }) => code === 'linchpins')).toMatchObject({
      value: null,
      hidden: true,
    })
    expect(scalar(hidden.body, 'density')).toBe(scalar(whole.body, 'density'))
  })
  test('of too few people are not told at all', async () => {
    const few = await manyFollowed(house, 3, { district: cremona, town: '019036' })
    await manyTies(
      house,
      few.map((from) => ({ from, to: null })),
      cremona,
    )
    const path = `district/figures?id=${cremona}`
    expect((await read(evaluator, path)).body.figures).toEqual({
      people: null,
      scalars: [],
      tables: [],
      mixing: [],
      survival: [],
      change: [],
    })
    const away = await house.worker({ role: 'coordinator', district: cremona })
    expect(scalar((await read(away, path)).body, 'ties')).toBe(3)
  })
  test('of the whole programme add the districts up, third parties counted and unnamed', async () => {
    const { body } = await read(await house.worker({ role: 'coordinator' }), 'programme/figures')
    expect([scalar(body, 'ties'), body.figures?.people, counts(body, 'size').alter]).toEqual([81, 37, 3])
  })
  test('of a programme of which one district still counts keep the others, and are asked for again', async () => {
    await house.sql('delete from network_figures')
    const counter = openCounter(house.services)
    const slow: Counter = {
      ...counter,
      count: (one) =>
        one.asked.place.districts.length === 1 && one.asked.place.districts[0] === cremona
          ? Promise.resolve(done('counting'))
          : counter.count(one),
    }
    const by = { tokenHash: hashToken(evaluator.cookie.replace('fl_session=', '')) }
    const asked = {
      scope: { kind: 'programme' as const, id: '' },
      day: undefined,
      from: undefined,
      together: async () => [],
    }
    let kept = 0
    for (let tries = 0; tries < 20 && kept < 2; tries++) {
      const shown = await transact(house.services, { by }, ({ tx }) => showFigures(tx, asked, slow))
      expect(shown.ok && [shown.value.state, shown.value.figures]).toEqual(['counting', null])
      kept = (await house.sql('select 1 from network_figures')).length
    }
    expect(kept).toBe(2)
    await counter.close()
    expect((await read(evaluator, 'programme/figures')).body.figures?.people).toBe(37)
  })

  test('of which there is one are not counted anew under another name', async () => {
    const before = await house.sql('select 1 from network_figures')
    for (const asked of ['programme/figures?id=another', 'organisations/figures?id=another'])
      expect((await read(evaluator, asked)).status).toBe(404)
    expect(await house.sql('select 1 from network_figures')).toEqual(before)
  })
  test('asked for by everybody at once leave the database to the others: few take a snapshot, few wait', async () => {
    const counter = openCounter(house.services)
    let [open, most] = [0, 0]
    const pool = new Proxy(house.services.pool, {
      get: (target, name) => {
        if (name !== 'connect') return Reflect.get(target, name)
        return async () => {
          const client = await target.connect()
          const release = client.release.bind(client)
          open += 1
          most = Math.max(most, open)
          client.release = (error) => {
            open -= 1
            release(error)
          }
          return client
        }
      },
    })
    const busy = openCounter({ ...house.services, pool })
    const count = (no: number) => ({
      asked: {
        place: { districts: [crema] },
        day: '2026-11-22',
        from: `2026-10-${10 + (no % 20)}`,
        together: async () => [],
      },
      fingerprint: `${no}`.padStart(64, 'a'),
    })
    const first = await Promise.all(Array.from({ length: 40 }, (_, no) => busy.count(count(no))))
    expect(first.filter((one) => one.ok && one.value === 'counting').length).toBeGreaterThanOrEqual(34)
    for (let no = 0; no < 40; no++) {
      let found = await busy.count(count(no))
      while (found.ok && found.value === 'counting') found = await busy.count(count(no))
      expect(found.ok).toBe(true)
    }
    expect(most).toBeLessThanOrEqual(2)
    const forever = () => new Promise<object>(() => {})
    for (let no = 0; no < 2; no++) void counter.ask(forever)
    expect(await counter.ask(forever)).toMatchObject({ ok: false, refusal: { code: 'ties.countBusy' } })
    await Promise.all([busy.close(), counter.close()])
  })
  test('are told at the end of a month to whoever reads aggregates alone, and on any day to whoever works there', async () => {
    await manyTies(house, [{ from: at(2), to: at(30), since: '2026-11-10' }])
    const neighbours = ['day=2026-11-09', 'day=2026-11-10', 'day=2026-11-22&from=2026-03-17', '']
    const told = []
    for (const asked of neighbours) told.push((await read(evaluator, `${clubOf}&${asked}`)).body)
    expect(told.map(({ day }) => day)).toEqual(Array.from(neighbours, () => '2026-10-31'))
    expect(told[2]?.from).toBe('2026-02-28')
    expect(told[1]?.figures).toEqual(told[0]?.figures)
    expect((await read(evaluator, `${clubOf}&day=2026-09-30`)).body.day).toBe('2026-09-30')
    expect((await read(evaluator, `${clubOf}&day=2026-11-23`)).body).toMatchObject({ code: 'ties.future' })
    expect((await read(evaluator, `${clubOf}&day=2026-10-20&from=2026-10-03`)).body).toMatchObject({
      code: 'ties.periodTurned',
    })
    const young = async (day: string) => scalar((await read(coordinator, `${clubOf}&day=${day}`)).body, 'young')
    expect([await young('2026-11-09'), await young('2026-11-10')]).toEqual([0, 1])
    await house.sql(`delete from tie where since = '2026-11-10'`)
  })
  test('are not of one person, nor of a day to come, a period turned round, a scope or a day that is none', async () => {
    const refused: [string, number, string | undefined][] = [
      [`person/figures?id=${club[0]?.caseId}`, 422, 'ties.noFiguresOfOne'],
      [`${clubOf}&day=2027-01-01`, 422, 'ties.future'],
      [`${clubOf}&from=2026-11-22`, 422, 'ties.periodTurned'],
      [`${clubOf}&from=2026-02-31`, 400, undefined],
      ['planet/figures', 400, undefined],
      ['district/figures?id=nowhere', 404, undefined],
      ['occasion/figures?id=1%27%3Bdrop', 404, undefined],
      [`${clubOf}&more=1`, 400, undefined],
    ]
    for (const [path, status, code] of refused) {
      const { status: got, body } = await read(coordinator, path)
      expect([path, got, code && body.code]).toEqual([path, status, code])
    }
  })
})

test('before and after are of the same people, with whoever is missing and an interval', async () => {
  for (const [no, person] of club.slice(0, 12).entries()) {
    const told = (count: number) => Array.from({ length: count }, () => ({ tie: null }))
    await aDoneWave(house, { ...person, number: 1, heldOn: '2025-10-01', asked: 10, had: 2 }, told(1))
    if (no < 8)
      await aDoneWave(house, { ...person, number: 2, heldOn: '2026-09-01', asked: 10, had: 6 }, told(no < 4 ? 3 : 2))
  }
  const { body } = await read(coordinator, clubOf)
  const all = body.figures?.change.find(({ kind }) => kind === 'all')
  const row = (code: string) => all?.rows.find((one) => one.code === code)
  expect(row('size')).toMatchObject({ n: 8, missing: 4, before: 1, after: 2.5, change: 1.5 })
  expect(row('size')?.low).toBeGreaterThan(1)
  expect(row('size')?.high).toBeLessThan(2)
  expect(row('resources')).toMatchObject({ n: 8, before: expect.closeTo(0.2, 9), after: expect.closeTo(0.6, 9) })
  expect(row('isolated')).toMatchObject({ before: 1, after: 0 })
  expect((await read(coordinator, clubOf)).body.figures?.change).toEqual(body.figures?.change)
})
