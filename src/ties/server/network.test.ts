import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, tavolaLunga, type Worker } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { Network } from '../core/network.schema.ts'
import { aDoneWave, type Followed, manyFollowed, manyTies, theyKnow } from './networks.sample.ts'

let house: TestHouse
let cast: Cast
let planner: Worker
let begun: Begun
let others: Followed[]
beforeAll(async () => {
  house = await openHouse('network')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  planner = await house.worker({ role: 'planningOffice', district: crema })
  begun = await aBegunCase(house, cast)
  others = await manyFollowed(house, 3)
  const first = { personId: begun.personId, caseId: begun.id }
  const [a, b] = others
  if (!a || !b) throw new Error('nobody')
  const ties = await manyTies(house, [
    { from: first, to: a, since: '2026-03-01', origin: 'lab', originId: '019c0000-0000-7000-8000-0000000000f1' },
    { from: first, to: tavolaLunga, kind: 'association' },
    { from: first, to: null, label: 'T.G.' },
    { from: first, to: null, label: 'Zia', until: '2026-05-01', kind: 'kin' },
    { from: a, to: b, kind: 'professional' },
  ])
  const alters = await aDoneWave(house, { ...first, number: 1, heldOn: '2026-02-01' }, [
    { tie: ties[2] ?? null },
    { tie: ties[3] ?? null },
  ])
  await theyKnow(house, first, alters)
})
afterAll(() => house.close())

const show = (who: Worker | null, path: string) =>
  house.call<Network & { code?: string }>(who, 'GET', `/networks/${path}`)

describe('the network around a person', () => {
  test('has third parties by their initials, who knows whom, and the life of every tie', async () => {
    const { status, body } = await show(cast.tutor, `person?id=${begun.id}`)
    expect(status).toBe(200)
    expect(body.nodes[0]).toMatchObject({ key: 'n0', kind: 'person', caseId: begun.id })
    expect(body.nodes.map(({ kind }) => kind).sort()).toEqual(['alter', 'alter', 'person', 'person', 'thirdSector'])
    expect(body.nodes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['T.G.', 'Zia', 'Cooperativa Tavola Lunga']),
    )
    expect(body.ties.find(({ kind }) => kind === 'knows')).toMatchObject({ since: '2026-02-01' })
    expect(body.ties.find(({ origin }) => origin === 'lab')).toMatchObject({ counts: true, until: null })
    expect([body.firstDay, body.lastDay, body.cut]).toEqual(['2025-06-01', '2026-11-22', false])
    expect(body.definition.text).toContain('tre mesi')
  })
  test('as it stood on a day knows nothing of what began later', async () => {
    const { body } = await show(cast.tutor, `person?id=${begun.id}&day=2026-01-15`)
    expect(body.ties.map(({ kind }) => kind).sort()).toEqual(['association', 'friend', 'kin'])
  })
  test('hides who the reader may not open', async () => {
    const { body } = await show(cast.tutor, `person?id=${begun.id}`)
    expect(body.nodes.filter(({ caseId }) => caseId !== null).map(({ caseId }) => caseId)).toEqual([begun.id])
    expect(JSON.stringify(body)).not.toContain(others[0]?.personId)
  })
})

test('of a district, a town or an occasion holds everybody followed there, and no third party', async () => {
  const { body } = await show(cast.coordinator, `district?id=${crema}`)
  expect(body.nodes.some(({ kind }) => kind === 'alter')).toBe(false)
  expect(body.nodes.filter(({ kind }) => kind === 'person')).toHaveLength(4)
  expect(body.ties).toHaveLength(3)
  expect(body.name).toBe('Ambito Cremasco')
  const town = (await show(cast.coordinator, 'town?id=019035')).body
  expect([town.name, town.ties.length, town.towns]).toEqual(['Crema', 2, [{ istatCode: '019035', name: 'Crema' }]])
  const lab = (await show(cast.coordinator, 'occasion?id=019c0000-0000-7000-8000-0000000000f1')).body
  expect(lab.ties.map(({ origin }) => origin)).toEqual(['lab'])
  const programme = (await show(cast.coordinator, 'programme')).body
  expect(programme.ties).toHaveLength(3)
})

test('is drawn for whoever may see the people in it; others get figures, or nothing', async () => {
  const lab = 'occasion?id=019c0000-0000-7000-8000-0000000000f1'
  const paths = [
    `person?id=${begun.id}`,
    `district?id=${crema}`,
    'town?id=019035',
    lab,
    'programme',
    `district?id=${cremona}`,
  ]
  const expected: [Worker, number[]][] = [
    [cast.tutor, [200, 404, 404, 404, 404, 404]],
    [cast.educator, [200, 404, 404, 404, 404, 404]],
    [cast.coordinator, [200, 200, 200, 200, 200, 403]],
    [cast.elsewhere, [403, 403, 403, 403, 200, 200]],
    [cast.evaluator, [403, 403, 403, 403, 403, 403]],
    [planner, [403, 403, 403, 403, 403, 403]],
    ...[cast.outsider, cast.intake, cast.panel, cast.host, cast.admin, cast.otherTutor].map(
      (who): [Worker, number[]] => [who, [404, 404, 404, 404, 404, 404]],
    ),
  ]
  for (const [who, statuses] of expected) {
    const got = []
    for (const path of paths) got.push((await show(who, path)).status)
    expect([who.name, got]).toEqual([who.name, statuses])
  }
})

test('whoever reads one with names leaves a line in the journal', async () => {
  const lines = await house.sql<{ subject_kind: string }>(
    `select distinct subject_kind from journal where act = 'ties.network' and actor_id = $1 order by 1`,
    [cast.coordinator.id],
  )
  expect(lines.map((one) => one.subject_kind)).toContain('network district')
})

test('is not taken for a day to come, a day that is none, or a scope that is none', async () => {
  expect((await show(cast.tutor, `person?id=${begun.id}&day=2027-01-01`)).body.code).toBe('ties.future')
  expect((await show(cast.tutor, `person?id=${begun.id}&day=2026-02-31`)).status).toBe(400)
  expect((await show(cast.tutor, 'planet?id=1')).status).toBe(400)
  expect((await show(cast.coordinator, 'district?id=x')).status).toBe(403)
  expect((await show(null, 'programme')).status).toBe(401)
})
