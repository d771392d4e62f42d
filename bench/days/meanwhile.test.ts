import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBegunCase, type Begun, type Cast, castOf } from '../../src/cases/server/cases.sample.ts'
import { openPool } from '../../src/platform/server/pool.ts'
import { aNewTie } from '../../src/ties/core/tie.sample.ts'
import { caritas, openHouse, type Reply, type TestHouse } from '../house.ts'
import { until } from './product.ts'

// One is about to end what another begins to build on: whoever comes second waits, and then reads what the first left.
const today = '2026-11-22'
let house: TestHouse
let cast: Cast
beforeAll(async () => {
  house = await openHouse('meanwhile')
  house.setClock(`${today}T09:00:00.000Z`)
  cast = await castOf(house)
})
afterAll(() => house.close())

type Told = Reply<{ code?: string }>

/** Asks while somebody else holds a change that is not committed yet, and lets it be once the question waits for it. */
const meanwhile = async (change: string, values: readonly unknown[], ask: () => Promise<Told>): Promise<Told> => {
  const pool = openPool({ ...house.db.owner, max: 1 })
  const other = await pool.connect()
  try {
    await other.query('begin')
    await other.query(change, [...values])
    const asked = ask()
    let answered = false
    void asked.finally(() => {
      answered = true
    })
    const waiting = 'select 1 from pg_locks where not granted'
    await until('it waits', async () => answered || (await house.sql(waiting)).length > 0)
    await other.query('commit')
    return await asked
  } finally {
    other.release()
    await pool.end()
  }
}

const closed = `update case_file set state = 'closed', closed_on = '2026-11-22' where id = $1`
const asA = (who: keyof Cast, path: string, body: object): Promise<Told> => house.call(cast[who], 'POST', path, body)
const aPact = ({ id }: Begun): Promise<Told> =>
  asA('tutor', '/pacts', {
    caseId: id,
    kind: 'inclusion',
    partnerOrganisationId: caritas,
    tutorId: cast.tutor.id,
    involvedIds: [],
    interviewedOn: '2026-08-18',
  })
const intoACase: readonly [string, string, (one: Begun) => Promise<Told>][] = [
  ['a pact', 'pacts.start.caseClosed', aPact],
  [
    'a conversation about ties',
    'ties.caseClosed',
    ({ id }) => asA('tutor', '/waves', { id: v7(), caseId: id, moment: 'T0', heldOn: today }),
  ],
  [
    'a tie',
    'ties.caseClosed',
    ({ id, personId }) =>
      asA('tutor', '/ties', {
        ...aNewTie({ a: { kind: 'person', id: personId, label: '' }, origin: { kind: 'before', id: null } }),
        caseId: id,
      }),
  ],
  [
    'a measure',
    'measures.caseClosed',
    ({ id }) => asA('tutor', '/measures', { caseId: id, instrument: 'osss3', moment: 'other', language: 'it' }),
  ],
  [
    'an appointment',
    'gatherings.caseClosed',
    ({ id }) =>
      asA('tutor', `/cases/${id}/appointments`, {
        ...{ pactId: null, title: 'Colloquio', kind: 'interview', at: `${today}T08:30:00.000Z`, minutes: 60 },
        ...{ place: 'Stanza 2', accountIds: [] },
      }),
  ],
  [
    'a task',
    'cases.isClosed',
    ({ id }) => asA('tutor', `/cases/${id}/tasks`, { title: 'Chiamare', due: today, ownerId: null, recursDays: null }),
  ],
  ['a note', 'cases.isClosed', ({ id }) => asA('tutor', `/cases/${id}/notes`, { kind: 'shared', text: 'Ha chiamato' })],
]

describe('in a case that is being closed', () => {
  test.each(intoACase)('%s does not begin', async (_what, code, begin) => {
    const [one, other] = [await aBegunCase(house, cast), await aBegunCase(house, cast)]
    await house.sql(`update person set birth_date = '1990-05-01' where id = any ($1)`, [[one.personId, other.personId]])
    const [told, free] = [await meanwhile(closed, [one.id], () => begin(one)), await begin(other)]
    expect([told.body.code, free.status]).toEqual([code, 200])
  })
})

test('of two who wait for each other one is told that nothing was changed, and may try again', async () => {
  const [first, one] = [await aBegunCase(house, cast), await aBegunCase(house, cast)]
  await house.sql(`update person set birth_date = '1990-05-01' where id = any ($1)`, [[first.personId, one.personId]])
  // the series of numbers is there from the first pact on
  expect((await aPact(first)).status).toBe(200)
  const pool = openPool({ ...house.db.owner, max: 1 })
  const other = await pool.connect()
  try {
    await other.query('begin')
    await other.query('update counter set last = last')
    const asked = aPact(one)
    await until('it waits', async () => (await house.sql('select 1 from pg_locks where not granted')).length > 0)
    // the pact holds its case and waits for a number; this holds the number and now waits for the case
    const crossed = other.query('update case_file set state = state where id = $1', [one.id])
    expect(await asked).toMatchObject({ status: 409, body: { code: 'platform.crossed' } })
    await crossed
    await other.query('rollback')
  } finally {
    other.release()
    await pool.end()
  }
  expect((await aPact(one)).status).toBe(200)
})
