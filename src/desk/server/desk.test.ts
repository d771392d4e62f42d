import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { aBegunCase, aPersonIn, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { DeskItem, DeskKind, Today } from '../core/desk.schema.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('desk')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
})
afterAll(() => house.close())

const waiting = async (who: Worker, kind: DeskKind): Promise<DeskItem[]> =>
  (await house.call<Today>(who, 'GET', '/desk/today')).body.items.filter((item) => item.kind === kind)

const aPact = async (state: string, endsOn: string | null = null): Promise<string> => {
  const id = v7()
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id,
       state, before_panel, state_since, last_move_at, review_every_days, ends_on, created_at)
     values ($1, $2, $10, 'inclusion', $3, $4, 'Amina De Santis', $5, $6, $7, $8, '2026-10-01', now(), 90, $9, now())`,
    [crema, id, begun.id, begun.personId, cast.manager.id, caritas, state, state === 'toPanel', endsOn, id],
  )
  return id
}

describe('a row of the desk', () => {
  test('says the first name and one letter, wherever the name comes from', async () => {
    await house.sql(`update person set given_name = 'Amina', family_name = 'De Santis' where id = $1`, [begun.personId])
    const pactId = await aPact('active', '2026-12-01')
    await aPact('toPanel')
    await house.sql(
      `insert into pact_review (district_id, id, pact_id, case_id, person_id, kind, due) values ($1, $2, $3, $4, $5, 'interim', '2026-11-25')`,
      [crema, v7(), pactId, begun.id, begun.personId],
    )
    await house.sql(
      `insert into task (district_id, id, case_id, person_id, title, due, owner_id, created_at) values ($1, $2, $3, $4, 'x', '2026-11-23', $5, now())`,
      [crema, v7(), begun.id, begun.personId, cast.manager.id],
    )
    for (const kind of ['review', 'ending', 'task'] as const)
      expect([kind, (await waiting(cast.manager, kind)).map(({ person }) => person)]).toEqual([kind, ['Amina D.']])
    expect((await waiting(cast.panel, 'panel')).map(({ person }) => person)).toEqual(['Amina De S.'])
  })
})

describe('a person who moves to another district', () => {
  const propose = async (): Promise<string> => {
    const personId = await aPersonIn(house)
    const { body } = await house.call<{ id: string }>(cast.manager, 'POST', '/cases', { personId })
    const reply = await house.call<{ id: string }>(cast.manager, 'POST', `/cases/${body.id}/transfer`, {
      ...{ toDistrictId: cremona, reason: 'Trasloco', handOver: 'Va avanti', agreed: true, agreedOn: '2026-11-22' },
      ...{ agreedHow: 'spoken', parts: [], noteIds: [] },
    })
    return reply.body.id
  }
  test('waits on the desk of whoever receives people there, and of nobody else', async () => {
    const id = await propose()
    const intake = await house.worker({ role: 'intake', district: cremona })
    const shown = async (who: Worker): Promise<boolean> => (await waiting(who, 'transfer')).some((one) => one.id === id)
    expect([await shown(intake), await shown(cast.elsewhere)]).toEqual([true, true])
    const others = [cast.manager, cast.coordinator, cast.intake, cast.otherTutor, cast.admin]
    expect(await Promise.all(others.map(shown))).toEqual(others.map(() => false))
  })
  test('comes back to the desk of whoever proposed, when it was declined, until it is proposed again', async () => {
    const id = await propose()
    await house.call(cast.elsewhere, 'POST', `/transfers/${id}/decline`, { reason: 'Abita da voi' })
    const [back] = (await waiting(cast.manager, 'transferBack')).filter((one) => one.id === id)
    expect(back).toMatchObject({ detail: 'Ambito Cremonese' })
    expect(await waiting(cast.coordinator, 'transferBack')).toEqual([])
    house.setClock('2026-11-22T10:00:00.000Z')
    await house.call(cast.manager, 'POST', `/cases/${back?.caseId}/transfer`, {
      ...{ toDistrictId: cremona, reason: 'Trasloco', handOver: 'Va avanti', agreed: true, agreedOn: '2026-11-22' },
      ...{ agreedHow: 'spoken', parts: [], noteIds: [] },
    })
    expect(await waiting(cast.manager, 'transferBack')).toEqual([])
  })
})
