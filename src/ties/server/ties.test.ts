import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, tavolaLunga } from '../../../bench/house.ts'
import { aBegunCase, aPersonIn, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import { done } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { transact } from '../../platform/server/transact.ts'
import type { TieRow } from '../core/tie.api.ts'
import { aNewTie } from '../core/tie.sample.ts'
import { eraseAlterLabels } from './tie.door.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('ties')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

const record = (who: keyof Cast, more: object = {}) =>
  house.call<{ id: string; code?: string }>(cast[who], 'POST', '/ties', {
    ...aNewTie({ a: { kind: 'person', id: begun.personId, label: '' }, origin: { kind: 'before', id: null } }),
    caseId: begun.id,
    ...more,
  })
const list = async (who: keyof Cast): Promise<{ status: number; rows: TieRow[] }> => {
  const { status, body } = await house.call<{ rows: TieRow[] }>(cast[who], 'GET', `/ties?caseId=${begun.id}`)
  return { status, rows: body.rows ?? [] }
}

describe('a tie', () => {
  test('is recorded by the equipe, with the occasion that made it, and drawn by it', async () => {
    expect(
      (await record('tutor', { origin: { kind: 'lab', id: v7() }, setting: 'Al laboratorio di cucina' })).status,
    ).toBe(200)
    const { rows } = await list('tutor')
    expect(rows[0]).toMatchObject({
      other: 'T.G.',
      drawnAs: 'new',
      lasting: false,
      setting: 'Al laboratorio di cucina',
      recordedByName: 'tutor',
    })
    expect(rows[0]?.a.label).toMatch(/^Amina /)
  })
  test('is read by the equipe and who coordinates, and by nobody else', async () => {
    for (const [who, status] of [
      ['educator', 200],
      ['coordinator', 200],
      ['outsider', 404],
      ['elsewhere', 404],
      ['intake', 404],
      ['panel', 404],
      ['host', 404],
      ['evaluator', 404],
    ] as const)
      expect([who, (await list(who)).status]).toEqual([who, status])
    for (const [who, status] of [
      ['supervisor', 403],
      ['coordinator', 403],
      ['outsider', 404],
      ['otherTutor', 404],
      ['evaluator', 403],
    ] as const)
      expect([who, (await record(who)).status]).toEqual([who, status])
  })
  test('takes initials or one word only of those who did not say yes', async () => {
    for (const [label, code] of [
      ['Teresa Galli', 'ties.initialsOnly'],
      ['TeresaGalli', 'ties.initialsOnly'],
      ['', 'ties.initialsOnly'],
      ['T', undefined],
      ['Teresa', undefined],
    ])
      expect([label, (await record('tutor', { b: { kind: 'alter', id: null, label } })).body.code]).toEqual([
        label,
        code,
      ])
  })
  test('cannot be with oneself, in the future, end before it starts, or have no occasion', async () => {
    const me = { kind: 'person', id: begun.personId, label: '' }
    const wrong: [object, string][] = [
      [{ b: me }, 'ties.withOneself'],
      [{ since: '2027-01-01' }, 'ties.future'],
      [{ since: '2026-09-01', until: '2026-08-01' }, 'ties.endsBeforeStart'],
      [{ origin: { kind: 'pact', id: null } }, 'ties.originUnknown'],
      [{ origin: { kind: 'pact', id: v7() } }, 'ties.originUnknown'],
      [{ a: { kind: 'organisation', id: tavolaLunga, label: '' } }, 'ties.notOfPerson'],
    ]
    for (const [more, code] of wrong) expect([code, (await record('tutor', more)).body.code]).toEqual([code, code])
  })
  test('with somebody whom the writer may not see is with nobody we know', async () => {
    const stranger = await aPersonIn(house)
    expect((await record('tutor', { b: { kind: 'person', id: stranger, label: 'x' } })).body.code).toBe(
      'ties.endUnknown',
    )
  })
  test('with a body has the name of the body, whatever was typed', async () => {
    await record('tutor', { b: { kind: 'organisation', id: tavolaLunga, label: 'Altro nome' }, kind: 'association' })
    expect((await list('tutor')).rows.some(({ other }) => other === 'Cooperativa Tavola Lunga')).toBe(true)
  })
  test('with a firm or a school knows what kind of body it is, whatever was typed', async () => {
    for (const kind of ['firm', 'school', 'parish']) {
      const id = v7()
      const name = `Corpo ${kind}`
      await house.sql('insert into organisation (id, name, kind, created_at) values ($1, $2, $3, now())', [
        id,
        name,
        kind,
      ])
      expect((await record('tutor', { b: { kind: 'organisation', id, label: '' } })).status).toBe(200)
      const told = (await list('tutor')).rows.find(({ b }) => b.id === id)
      expect(told?.b).toEqual({ kind: kind === 'parish' ? 'organisation' : kind, id, label: name })
    }
  })
  test('with another person of the programme waits for their own yes, even of a worker who follows both', async () => {
    const { personId } = await aBegunCase(house, cast)
    for (const kind of ['person', 'organisation'])
      expect((await record('tutor', { b: { kind, id: personId, label: 'x' } })).body.code).toBe('ties.personByOwnYes')
  })
  test('can be of the household that the file is about, or with it, and with no other household', async () => {
    const [home, past, strange] = [v7(), v7(), v7()]
    for (const [id, label, until] of [
      [home, 'Casa di Amina', null],
      [past, 'Casa dei genitori', '2025-01-01'],
      [strange, 'Casa di altri', null],
    ] as const) {
      await house.sql('insert into household (district_id, id, label, created_at) values ($1, $2, $3, now())', [
        crema,
        id,
        label,
      ])
      if (id === strange) continue
      await house.sql(
        `insert into household_member (district_id, id, household_id, person_id, role, from_day, until_day)
         values ($1, $2, $3, $4, 'referencePerson', '2020-01-01', $5)`,
        [crema, v7(), id, begun.personId, until],
      )
    }
    await house.sql('update case_file set household_id = $2 where id = $1', [begun.id, home])
    const { body } = await house.call<{ households: { label: string }[] }>(
      cast.tutor,
      'GET',
      `/ties?caseId=${begun.id}`,
    )
    expect(body.households.map(({ label }) => label)).toEqual(['Casa di Amina'])
    const end = (id: string) => ({ kind: 'household', id, label: '' })
    const parish = { b: { kind: 'organisation', id: tavolaLunga, label: '' } }
    expect((await record('tutor', { a: end(home), ...parish })).status).toBe(200)
    expect((await record('tutor', { b: end(home) })).status).toBe(200)
    expect((await record('tutor', { a: end(home), b: end(home) })).body.code).toBe('ties.withOneself')
    for (const id of [past, strange]) expect((await record('tutor', { b: end(id) })).body.code).toBe('ties.endUnknown')
    const { rows } = await list('tutor')
    expect(rows.find(({ a }) => a.id === home)).toMatchObject({
      a: { label: 'Casa di Amina' },
      other: 'Cooperativa Tavola Lunga',
    })
    expect(rows.find(({ b }) => b.id === home)?.other).toBe('Casa di Amina')
  })
  test('takes no field that is not its own', async () => {
    for (const field of [{ recordedBy: cast.educator.id }, { personId: v7() }, { districtId: crema }])
      expect((await record('tutor', field)).status).toBe(400)
  })
  test('that is over keeps its dates, once', async () => {
    const { id } = (await record('tutor', { b: { kind: 'alter', id: null, label: 'A.B.' } })).body
    const end = (who: keyof Cast, until: string) => house.call(cast[who], 'POST', `/ties/${id}/end`, { until })
    expect((await end('tutor', '2027-01-01')).body).toMatchObject({ code: 'ties.future' })
    expect((await end('outsider', '2026-11-20')).status).toBe(404)
    expect((await end('tutor', '2026-11-20')).status).toBe(200)
    expect((await end('tutor', '2026-11-21')).body).toMatchObject({ code: 'ties.overAlready' })
    expect((await list('tutor')).rows.find((tie) => tie.id === id)?.drawnAs).toBe('lost')
  })
})

test('counts as a legame by the definition that is in force on the day', async () => {
  const { id } = (await record('tutor', { since: '2026-07-01' })).body
  const counts = async (): Promise<boolean | undefined> =>
    (await list('tutor')).rows.find((tie) => tie.id === id)?.lasting
  expect(await counts()).toBe(true)
  const { status } = await house.call(cast.admin, 'POST', '/settings/legame', {
    ...{
      months: 6,
      namedByPerson: true,
      leftOut: ['professional'],
      bonding: ['kin'],
      linking: [],
      linkingBodies: [],
      fromDay: '2026-11-23',
      after: 1,
    },
    ...{
      textIt: 'Un legame nominato dalla persona, vivo dopo sei mesi.',
      textEn: 'A tie that the person named, alive after six months.',
    },
  })
  expect([status, await counts()]).toEqual([200, true])
  house.setClock('2026-11-23T09:00:00.000Z')
  expect(await counts()).toBe(false)
  house.setClock('2026-11-22T09:00:00.000Z')
})

test('when third parties are erased their initials go; kind, dates and origin stay', async () => {
  const count = (await list('tutor')).rows.length
  await transact(house.services, { by: 'system' }, async ({ tx }) => {
    await eraseAlterLabels(tx, crema, begun.id)
    await writeJournal(tx, { act: 'ties.end', districtId: crema, subject: { kind: 'case', id: begun.id } })
    return done(null)
  })
  const { rows } = await list('tutor')
  expect(rows.length).toBe(count)
  expect(rows.filter(({ b }) => b.kind === 'alter' && b.label !== '')).toEqual([])
  const free = rows.filter(({ b }) => b.kind === 'alter').flatMap(({ setting, frequency }) => [setting, frequency])
  expect(free.filter(Boolean)).toEqual([])
  expect(rows.some(({ b, setting }) => b.kind !== 'alter' && setting !== '')).toBe(true)
  expect(rows.every(({ since, labelsErasedAt }) => since !== '' && labelsErasedAt !== null)).toBe(true)
})
