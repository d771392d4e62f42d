import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse } from '../../../bench/house.ts'
import { aBegunCase, type Begun, type Cast, castOf } from '../../cases/server/cases.sample.ts'
import type { GroundNotice } from '../core/notice.api.ts'

let house: TestHouse
let cast: Cast
let begun: Begun
beforeAll(async () => {
  house = await openHouse('notice')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  begun = await aBegunCase(house, cast)
  await house.sql('update equipe_member set organisation_id = $1 where account_id = $2', [caritas, cast.tutor.id])
  await house.sql(
    `insert into person_transfer (district_id, id, person_id, case_id, to_district_id, state, person_label, offer_sealed, hand_over_sealed,
       reason, agreed_on, agreed_how, proposed_at, proposed_by, answered_at, answered_by)
     values ($1, $2, $3, $4, $5, 'declined', 'A.', 'x', 'x', 'Si trasferisce', '2026-11-01', 'spoken', now(), $6, now(), $6)`,
    [crema, v7(), begun.personId, begun.id, cremona, cast.manager.id],
  )
})
afterAll(() => house.close())

const at = (path: string): string => `/persons/${begun.personId}${path}`
const notices = async (who: keyof Cast = 'tutor'): Promise<GroundNotice[]> =>
  (await house.call<{ rows: GroundNotice[] }>(cast[who], 'GET', at('/notices'))).body.rows
const tell = async (id: string | undefined, who: keyof Cast = 'tutor'): Promise<number> =>
  (await house.call(cast[who], 'POST', at(`/notices/${id}/told`), {})).status

test('whoever had data under a consent that is withdrawn is to be told, and colleagues are by mail, without a name', async () => {
  const consent = { purpose: 'photo', basis: 'consent', how: 'signed', noticeVersion: '2026-01', dataKind: 'images' }
  const added = await house.call<{ id: string }>(cast.tutor, 'POST', at('/grounds'), {
    ...{ ...consent, recipient: 'Il Giornale', expiresOn: null },
  })
  expect(await notices()).toEqual([])
  expect((await house.call(cast.tutor, 'POST', at(`/grounds/${added.body.id}/withdraw`), {})).status).toBe(200)
  expect((await notices()).map(({ kind, name, toldAt }) => [kind, name, toldAt]).sort()).toEqual([
    ['body', 'Caritas di prova', null],
    ['district', 'Ambito Cremonese', null],
    ['recipient', 'Il Giornale', null],
  ])
  const mails = await house.sql<{ to_address: string; body_text: string }>('select to_address, body_text from outbox')
  const equipe = (['manager', 'educator', 'volunteer', 'supervisor'] as const).map((who) => cast[who].id)
  expect(mails.map(({ to_address }) => to_address).sort()).toEqual(equipe.map((id) => `${id}@esempio.invalid`).sort())
  expect(mails.every(({ body_text }) => body_text.includes(at('').replace('/persons', '/persone')))).toBe(true)
  expect(mails.some(({ body_text }) => body_text.includes('Amina'))).toBe(false)
})
test('telling them is noted once, with who did it', async () => {
  const [first] = await notices()
  expect([await tell(first?.id), await tell(first?.id)]).toEqual([200, 404])
  expect((await notices()).at(-1)).toMatchObject({ id: first?.id, toldAt: '2026-11-22T09:00:00.000Z' })
  const lines = await house.sql<{ act: string; actor_name: string }>(
    `select act, actor_name from journal where person_id = $1 and act in ('persons.withdrawGround', 'persons.noticeTold') order by at, id`,
    [begun.personId],
  )
  expect(lines.map(({ act, actor_name }) => `${actor_name} ${act}`)).toEqual([
    'tutor persons.withdrawGround',
    'tutor persons.noticeTold',
  ])
})
test('the list is read and worked through by those who may change the sheet, and by nobody else', async () => {
  const [next] = await notices()
  expect([await tell(next?.id, 'outsider'), await tell(next?.id, 'elsewhere')]).toEqual([404, 404])
  expect((await house.call(cast.elsewhere, 'GET', at('/notices'))).status).toBe(404)
})
