import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { OpenedCase } from '../core/case.api.ts'
import type { OpenedTransfer, Transferable, TransferRow } from '../core/transfer.api.ts'
import { aBegunCase, type Begun, type Cast, castOf } from './cases.sample.ts'

let house: TestHouse
let cast: Cast
let intakeThere: Worker
beforeAll(async () => {
  house = await openHouse('transfer')
  house.setClock('2026-11-22T09:00:00.000Z')
  cast = await castOf(house)
  intakeThere = await house.worker({ role: 'intake', district: cremona })
})
afterAll(() => house.close())

const proposal = {
  toDistrictId: cremona,
  reason: 'Si trasferisce dalla sorella',
  handOver: 'Il corso di italiano va avanti',
  agreed: true,
  agreedOn: '2026-11-22',
  agreedHow: 'spoken',
  parts: ['contacts', 'languages'],
  noteIds: [],
}
const ask = (one: Begun, more: object = {}, who: Worker = cast.manager) =>
  house.call<{ id: string; code?: string }>(who, 'POST', `/cases/${one.id}/transfer`, { ...proposal, ...more })
const asked = async (one: Begun, more: object = {}): Promise<string> => (await ask(one, more)).body.id
const answer = (id: string, how: 'accept' | 'decline' | 'withdraw', body: object = {}, who: Worker = intakeThere) =>
  house.call<{ personId: string; caseId: string | null; code?: string }>(who, 'POST', `/transfers/${id}/${how}`, body)
const code = async (reply: Promise<{ body: { code?: unknown } }>): Promise<unknown> => (await reply).body.code
const read = (who: Worker, id: string) => house.call<OpenedTransfer>(who, 'GET', `/transfers/${id}`)

const note = async (one: Begun, who: Worker, kind: string, text: string): Promise<string> =>
  (await house.call<{ id: string }>(who, 'POST', `/cases/${one.id}/notes`, { kind, text })).body.id

const aPactIn = (one: Begun, state: string): Promise<unknown> =>
  house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id,
       state, state_since, last_move_at, review_every_days, created_at)
     values ($1, $2, $3, 'inclusion', $4, $5, 'Amina', $6, $7, $8, '2026-10-01', now(), 90, now())`,
    [crema, v7(), `PG-${v7()}`, one.id, one.personId, cast.tutor.id, caritas, state],
  )

describe('a proposal to another district', () => {
  test('takes along what was chosen, and of the diary only what the person has read', async () => {
    const one = await aBegunCase(house, cast)
    await house.sql(`update person_detail set languages = '{fr}' where person_id = $1`, [one.personId])
    const shared = await note(one, cast.manager, 'shared', 'Ha finito il primo corso')
    await note(one, cast.manager, 'shared', 'Questa resta qui')
    await note(one, cast.manager, 'professional', 'Da valutare in equipe')
    await note(one, cast.manager, 'sealed', 'Solo per me')
    const { body: may } = await house.call<Transferable>(cast.manager, 'GET', `/cases/${one.id}/transfer`)
    expect(may.notes.map(({ text }) => text).sort()).toEqual(['Ha finito il primo corso', 'Questa resta qui'])
    const { body } = await read(intakeThere, await asked(one, { noteIds: [shared] }))
    expect(body.offer.notes.map(({ text }) => text)).toEqual(['Ha finito il primo corso'])
    expect([body.offer.handOver, body.offer.values.languages, body.caseId, body.may.answer]).toEqual([
      'Il corso di italiano va avanti',
      ['fr'],
      null,
      true,
    ])
    expect(JSON.stringify(body)).not.toMatch(/Da valutare|Solo per me|Questa resta/)
  })
  test('takes no note that is not shared, whoever asks', async () => {
    const one = await aBegunCase(house, cast)
    for (const kind of ['professional', 'sealed']) {
      const hidden = await note(one, cast.manager, kind, 'Non va via')
      expect(await code(ask(one, { noteIds: [hidden] }))).toBe('cases.transfer.sharedOnly')
    }
  })
  test('lies sealed in its table', async () => {
    const one = await aBegunCase(house, cast)
    const [row] = await house.sql('select * from person_transfer where id = $1', [await asked(one)])
    expect(JSON.stringify(row)).not.toContain('corso di italiano')
  })
  test('asks for a district, a summary, a reason, and the person who agrees', async () => {
    const one = await aBegunCase(house, cast)
    expect(await code(ask(one, { toDistrictId: crema }))).toBe('cases.needs.otherDistrict')
    expect(await code(ask(one, { toDistrictId: undefined }))).toBe('cases.needs.otherDistrict')
    expect(await code(ask(one, { toDistrictId: v7() }))).toBe('cases.needs.otherDistrict')
    expect(await code(ask(one, { handOver: ' ' }))).toBe('cases.needs.handOver')
    expect(await code(ask(one, { reason: '' }))).toBe('cases.needs.reason')
    expect(await code(ask(one, { agreed: false }))).toBe('cases.transfer.notAgreed')
    expect(await code(ask(one, { agreedOn: '2026-11-23' }))).toBe('cases.transfer.agreedLater')
  })
  test('comes from the social worker of the case or who coordinates, and from nobody else', async () => {
    const one = await aBegunCase(house, cast)
    const reply = async (who: Worker): Promise<number> => (await ask(one, {}, who)).status
    expect([await reply(cast.tutor), await reply(cast.intake), await reply(cast.outsider)]).toEqual([403, 403, 404])
    expect([await reply(cast.elsewhere), await reply(cast.admin)]).toEqual([404, 403])
    expect(await reply(cast.coordinator)).toBe(200)
  })
  test('waits for a pact in force to end or rest', async () => {
    const one = await aBegunCase(house, cast)
    await aPactIn(one, 'active')
    expect(await code(ask(one))).toBe('cases.needs.restingPacts')
    await house.sql(`update pact set state = 'suspended' where case_id = $1`, [one.id])
    expect(await code(ask(one))).toBeUndefined()
  })
  test('is one at a time, also when two are made at once', async () => {
    const one = await aBegunCase(house, cast)
    const both = await Promise.all([ask(one), ask(one, {}, cast.coordinator)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await code(ask(one))).toBe('cases.transfer.waits')
    const close = { move: 'close', reason: 'Finito' }
    expect(await code(house.call(cast.manager, 'POST', `/cases/${one.id}/moves`, close))).toBe('cases.transfer.waits')
  })
  test('of a record that was joined to another starts from that other', async () => {
    const [one, other] = [await aBegunCase(house, cast), await aBegunCase(house, cast)]
    await house.sql('update person set merged_into = $1 where id = $2', [other.personId, one.personId])
    expect(await code(ask(one))).toBe('cases.personMerged')
  })
})

describe('who reads a proposal', () => {
  test('the two sides, and only while it is theirs to read', async () => {
    const one = await aBegunCase(house, cast)
    const id = await asked(one)
    const seen = async (): Promise<number[]> =>
      Promise.all(
        [cast.manager, cast.coordinator, cast.intake, intakeThere, cast.elsewhere, cast.otherTutor, cast.outsider].map(
          async (who) => (await read(who, id)).status,
        ),
      )
    expect(await seen()).toEqual([200, 200, 404, 200, 200, 404, 404])
    await answer(id, 'decline', { reason: 'Abita ancora da voi' })
    expect(await seen()).toEqual([200, 200, 404, 404, 404, 404, 404])
  })
  test('leaves a line in the file of the person, also from the other district', async () => {
    const one = await aBegunCase(house, cast)
    await read(intakeThere, await asked(one))
    const lines = await house.sql(
      `select 1 from journal where person_id = $1 and act = 'cases.openTransfer' and actor_id = $2`,
      [one.personId, intakeThere.id],
    )
    expect(lines).toHaveLength(1)
  })
  test('neither district opens the record of the other, before or after', async () => {
    const one = await aBegunCase(house, cast)
    const id = await asked(one)
    const there = [intakeThere, cast.elsewhere]
    for (const who of there) expect((await house.call(who, 'GET', `/cases/${one.id}`)).status).not.toBe(200)
    const { body } = await answer(id, 'accept')
    for (const who of there) expect((await house.call(who, 'GET', `/persons/${one.personId}`)).status).toBe(404)
    for (const who of [cast.manager, cast.coordinator, cast.intake])
      expect((await house.call(who, 'GET', `/persons/${body.personId}`)).status).toBe(404)
  })
})

describe('a transfer that is accepted', () => {
  test('makes a new record and a file there, and closes the old one: all at once', async () => {
    const one = await aBegunCase(house, cast)
    await aPactIn(one, 'suspended')
    const { body } = await answer(await asked(one), 'accept', {
      equipe: [{ accountId: cast.otherTutor.id, role: 'caseManager' }],
    })
    expect(body.personId).not.toBe(one.personId)
    const { body: old } = await house.call<OpenedCase>(cast.manager, 'GET', `/cases/${one.id}`)
    expect([old.state, old.transferredTo, old.handOver, old.rights.write]).toEqual([
      'transferred',
      cremona,
      'Il corso di italiano va avanti',
      false,
    ])
    const { body: fresh } = await house.call<OpenedCase>(cast.otherTutor, 'GET', `/cases/${body.caseId}`)
    expect([fresh.state, fresh.districtId, fresh.personId]).toEqual(['open', cremona, body.personId])
    const [pact] = await house.sql('select state, closed_on from pact where case_id = $1', [one.id])
    expect(pact).toEqual({ state: 'transferred', closed_on: '2026-11-22' })
  })
  test('keeps on both sides where the person went and came from', async () => {
    const one = await aBegunCase(house, cast)
    const { body } = await answer(await asked(one), 'accept')
    const rows = await house.sql(
      'select id, followed, moved_to, moved_on, came_from from person where id = any ($1) order by created_at, id',
      [[one.personId, body.personId]],
    )
    expect(rows).toContainEqual({
      ...{ id: one.personId, followed: false },
      ...{ moved_to: cremona, moved_on: '2026-11-22', came_from: null },
    })
    expect(rows).toContainEqual({
      ...{ id: body.personId, followed: false },
      ...{ moved_to: null, moved_on: null, came_from: crema },
    })
  })
  test('says on both sheets where the person went and came from, until they are followed here again', async () => {
    const one = await aBegunCase(house, cast)
    const { body } = await answer(await asked(one), 'accept')
    const sheet = async (who: Worker, id: string): Promise<unknown> =>
      (await house.call<{ person: object }>(who, 'GET', `/persons/${id}`)).body.person
    expect(await sheet(cast.coordinator, one.personId)).toMatchObject({ movedTo: cremona, movedOn: '2026-11-22' })
    expect(await sheet(intakeThere, body.personId)).toMatchObject({ movedTo: null, cameFrom: crema })
    await house.call(cast.manager, 'POST', '/cases', { personId: one.personId })
    expect(await sheet(cast.coordinator, one.personId)).toMatchObject({ movedTo: null, followed: true })
  })
  test('is read afterwards by whoever follows the new record, and no longer by intake', async () => {
    const one = await aBegunCase(house, cast)
    const id = await asked(one)
    await answer(id, 'accept', { equipe: [{ accountId: cast.otherTutor.id, role: 'caseManager' }] })
    expect((await read(cast.otherTutor, id)).body.offer.handOver).toBe('Il corso di italiano va avanti')
    expect((await read(intakeThere, id)).status).toBe(404)
  })
  test('counts the person once across the districts', async () => {
    const one = await aBegunCase(house, cast)
    await house.call(cast.manager, 'PATCH', `/persons/${one.personId}`, {
      ...{ version: 1, birthDate: '1990-05-02', birthplace: 'Dakar' },
    })
    const { body } = await answer(await asked(one), 'accept')
    const counted = await house.sql<{ key_hash: string }>(
      'select distinct key_hash from counted_person where person_id = any ($1)',
      [[one.personId, body.personId]],
    )
    expect(counted).toHaveLength(1)
  })
  test('joins somebody whom the district knows already, and says whom when the codice fiscale is taken', async () => {
    const one = await aBegunCase(house, cast)
    const codice = 'RSSMRA80A01H501U'
    await house.call(cast.manager, 'PATCH', `/persons/${one.personId}`, { version: 1, codiceFiscale: codice })
    const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
    const { body: known } = await house.call<{ id: string }>(intakeThere, 'POST', '/persons', {
      ...{ districtId: cremona, contactPermission: 'given', ground },
      ...{ familyName: 'Rossi', givenName: 'Amina', codiceFiscale: codice },
    })
    const id = await asked(one)
    expect(await code(answer(id, 'accept'))).toBe('persons.codeTaken')
    expect((await answer(id, 'accept', { personId: known.id })).body.personId).toBe(known.id)
  })
  test('is answered once, also by two at once', async () => {
    const id = await asked(await aBegunCase(house, cast))
    const both = await Promise.all([answer(id, 'accept'), answer(id, 'accept', {}, cast.elsewhere)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('cases.transfer.answered')
    const [made] = await house.sql<{ n: number }>(
      'select count(*)::int as n from person where came_from = $1 and id in (select to_person_id from person_transfer where id = $2)',
      [crema, id],
    )
    expect(made?.n).toBe(1)
  })
  test('leaves nothing behind when the old file has closed or a pact runs again', async () => {
    const one = await aBegunCase(house, cast)
    const id = await asked(one)
    const persons = async (): Promise<unknown> => house.sql('select count(*)::int as n from person')
    const before = await persons()
    await aPactIn(one, 'active')
    expect(await code(answer(id, 'accept'))).toBe('cases.transfer.runningPacts')
    await house.sql(`update pact set state = 'closed' where case_id = $1`, [one.id])
    await house.sql(`update case_file set state = 'closed', closed_on = '2026-11-22' where id = $1`, [one.id])
    expect(await code(answer(id, 'accept'))).toBe('cases.transfer.caseClosed')
    expect(await persons()).toEqual(before)
  })
  test('cannot be passed on a second time', async () => {
    const one = await aBegunCase(house, cast)
    await answer(await asked(one), 'accept')
    expect(await code(ask(one))).toBe('cases.opens.transfer')
  })
  test('shuts the card of the old record', async () => {
    const one = await aBegunCase(house, cast)
    await house.sql(
      `insert into person_card (district_id, id, person_id, token_hash, pin_hash, issued_at, issued_by) values ($1, $2, $3, $4, 'x', now(), $5)`,
      [crema, v7(), one.personId, v7(), cast.manager.id],
    )
    await answer(await asked(one), 'accept')
    expect(
      await house.sql('select 1 from person_card where person_id = $1 and revoked_at is null', [one.personId]),
    ).toEqual([])
  })
})

describe('a transfer that is not accepted', () => {
  test('is declined with a reason that the old district reads, and may be proposed again', async () => {
    const one = await aBegunCase(house, cast)
    const id = await asked(one)
    expect(await code(answer(id, 'decline', { reason: ' ' }))).toBe('cases.needs.reason')
    expect((await answer(id, 'decline', { reason: 'Abita ancora da voi' })).status).toBe(200)
    const { body } = await house.call<Transferable>(cast.manager, 'GET', `/cases/${one.id}/transfer`)
    expect(body.before.map(({ state, answer: why }: TransferRow) => `${state}: ${why}`)).toEqual([
      'declined: Abita ancora da voi',
    ])
    const { body: file } = await house.call<OpenedCase>(cast.manager, 'GET', `/cases/${one.id}`)
    expect([file.state, file.waitingTransfer]).toEqual(['open', null])
    expect((await ask(one)).status).toBe(200)
  })
  test('is taken back by the old district, and by the new one never', async () => {
    const id = await asked(await aBegunCase(house, cast))
    expect((await answer(id, 'withdraw', { reason: 'Resta qui' })).status).toBe(404)
    expect((await answer(id, 'accept', {}, cast.coordinator)).status).toBe(404)
    expect((await answer(id, 'withdraw', { reason: 'Resta qui' }, cast.manager)).status).toBe(200)
    expect((await answer(id, 'accept')).status).toBe(404)
  })
  test('is answered by who receives people there, and by no tutor', async () => {
    const id = await asked(await aBegunCase(house, cast))
    expect((await answer(id, 'accept', {}, cast.otherTutor)).status).toBe(403)
    expect((await answer(id, 'decline', { reason: 'No' }, cast.intake)).status).toBe(404)
  })
})
