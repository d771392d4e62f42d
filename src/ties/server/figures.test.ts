import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { FiguresReply } from '../core/figures.schema.ts'
import { type Followed, manyFollowed, manyTies } from './networks.sample.ts'

type Known = {
  readonly name: string
  readonly ties: readonly [number, number][]
  readonly expected: Record<string, unknown>
}
const oracle: { graphs: Known[] } = JSON.parse(readFileSync('bench/ties/oracle.json', 'utf8'))
const karate = oracle.graphs.find(({ name }) => name === "Zachary's karate club")
if (!karate) throw new Error('no karate club')

let house: TestHouse
let coordinator: Worker
let evaluator: Worker
let club: Followed[]
beforeAll(async () => {
  house = await openHouse('figures')
  house.setClock('2026-11-22T09:00:00.000Z')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  evaluator = await house.worker({ role: 'evaluator' })
  club = await manyFollowed(house, 34)
  await manyTies(
    house,
    karate.ties.map(([a, b]) => ({ from: club[a] as Followed, to: club[b] as Followed })),
  )
  // told a second time by the other end: still one tie
  await manyTies(
    house,
    karate.ties.slice(0, 9).map(([a, b]) => ({ from: club[b] as Followed, to: club[a] as Followed })),
  )
})
afterAll(() => house.close())

const read = async (who: Worker, path: string): Promise<{ status: number; body: FiguresReply & { code?: string } }> => {
  for (;;) {
    const reply = await house.call<FiguresReply & { code?: string }>(who, 'GET', `/networks/${path}`)
    if (reply.body.state !== 'counting') return reply
  }
}
const scalar = ({ figures }: FiguresReply, code: string): number | null | undefined =>
  figures?.scalars.find((one) => one.code === code)?.value

describe('the karate club, kept as ties of a district', () => {
  test('has the published figures', async () => {
    const { status, body } = await read(coordinator, `district/figures?id=${crema}`)
    expect(status).toBe(200)
    expect(body.figures?.people).toBe(34)
    expect(scalar(body, 'ties')).toBe(78)
    expect(scalar(body, 'density')).toBeCloseTo(0.13903743315508021, 12)
    expect(scalar(body, 'transitivity')).toBeCloseTo(0.2556818181818182, 12)
    expect(scalar(body, 'clustering')).toBeCloseTo(0.5706384782076823, 6)
    expect(scalar(body, 'meanDegree')).toBeCloseTo(156 / 34, 12)
    expect(scalar(body, 'betweenness')).toBeCloseTo(0.43763528138528146, 10)
    expect(scalar(body, 'kCore')).toBe(4)
    expect(scalar(body, 'modularity')).toBeGreaterThanOrEqual(0.4197896)
    expect(scalar(body, 'communities')).toBe(4)
    expect(scalar(body, 'components')).toBe(1)
    expect(scalar(body, 'reciprocity')).toBe(1)
  })
})
