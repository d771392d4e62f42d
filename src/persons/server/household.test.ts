import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type Reply, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { HouseholdSheet, PersonSheet } from '../core/sheet.schema.ts'

let house: TestHouse
let intake: Worker
let elsewhere: Worker
let coordinator: Worker
beforeAll(async () => {
  house = await openHouse('household')
  intake = await house.worker({ role: 'intake', district: crema })
  elsewhere = await house.worker({ role: 'intake', district: cremona })
  coordinator = await house.worker({ role: 'coordinator', district: crema })
})
afterAll(() => house.close())

const registered = async (givenName: string, who = intake, districtId = crema): Promise<string> => {
  const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
  const person = { districtId, contactPermission: 'given', ground, familyName: 'Casa', givenName }
  return (await house.call<{ id: string }>(who, 'POST', '/persons', person)).body.id
}
type Joining = { personId: string; role: string; from: string }
const create = (members: Joining[], who = intake): Promise<Reply<{ id: string; code: string }>> =>
  house.call(who, 'POST', '/households', {
    districtId: crema,
    label: 'Famiglia Casa',
    address: 'via Alta 3',
    municipalityIstat: '019035',
    placesOfLife: [{ kind: 'parish', name: 'San Giacomo' }],
    members,
  })
const joining = (personId: string, role = 'cohabitant'): Joining => ({ personId, role, from: '2026-01-01' })
const open = async (id: string, who = intake): Promise<HouseholdSheet> =>
  (await house.call<HouseholdSheet>(who, 'GET', `/households/${id}`)).body

describe('a household', () => {
  test('is reached from any of its members', async () => {
    const [mother, child] = [await registered('Madre'), await registered('Figlia')]
    const { body } = await create([joining(mother, 'referencePerson'), joining(child, 'child')])
    for (const id of [mother, child]) {
      const sheet = await house.call<PersonSheet>(intake, 'GET', `/persons/${id}`)
      expect(sheet.body.households).toMatchObject([
        {
          id: body.id,
          address: 'via Alta 3',
          municipality: 'Crema',
          placesOfLife: [{ kind: 'parish', name: 'San Giacomo' }],
          members: [
            { name: 'Madre Casa', role: 'referencePerson' },
            { name: 'Figlia Casa', role: 'child' },
          ],
        },
      ])
    }
  })
  test('has one reference person, and nobody twice', async () => {
    const [a, b] = [await registered('Uno'), await registered('Due')]
    expect((await create([joining(a, 'referencePerson'), joining(b, 'referencePerson')])).body.code).toBe(
      'persons.secondReferencePerson',
    )
    expect((await create([joining(a), joining(a)])).body.code).toBe('persons.alreadyMember')
  })
  test('changes for the first of two who write at once, and tells the second', async () => {
    const { body } = await create([joining(await registered('Tre'))])
    const change = (label: string): Promise<Reply<object>> =>
      house.call(intake, 'PATCH', `/households/${body.id}`, { version: 1, label })
    const both = await Promise.all([change('Prima'), change('Seconda')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('sees a member leave and another household take them in', async () => {
    const [a, b] = [await registered('Quattro'), await registered('Cinque')]
    const [from, to] = [await create([joining(a), joining(b)]), await create([joining(await registered('Sei'))])]
    const member = (await open(from.body.id)).members.find(({ personId }) => personId === a)
    const moved = await house.call(intake, 'POST', `/households/${from.body.id}/members/${member?.id}/move`, {
      householdId: to.body.id,
      role: 'partner',
      on: '2026-02-01',
    })
    expect(moved.status).toBe(200)
    expect((await open(from.body.id)).former).toMatchObject([{ personId: a, to: '2026-02-01' }])
    expect((await open(to.body.id)).members).toContainEqual(
      expect.objectContaining({ personId: a, role: 'partner', from: '2026-02-01' }),
    )
    const other = (await open(from.body.id)).members[0]
    const early = await house.call(intake, 'POST', `/households/${from.body.id}/members/${other?.id}/end`, {
      to: '2025-01-01',
    })
    expect(early.body.code).toBe('persons.endsBeforeStart')
  })
  test('is not there for another district, which adds nobody to it either', async () => {
    const { body } = await create([joining(await registered('Sette'))])
    const far = await registered('Lontana', elsewhere, cremona)
    expect((await house.call(elsewhere, 'GET', `/households/${body.id}`)).status).toBe(404)
    expect((await house.call(elsewhere, 'POST', `/households/${body.id}/members`, joining(far))).status).toBe(404)
    expect((await house.call(intake, 'POST', `/households/${body.id}/members`, joining(far))).status).toBe(404)
    expect((await create([joining(far)])).status).toBe(404)
  })
  test('keeps its address to itself when somebody else follows a member', async () => {
    const id = await registered('Otto')
    const { body } = await create([joining(id)])
    await house.sql('update person set followed = true where id = $1', [id])
    expect(await open(body.id)).toMatchObject({ whole: false, address: null, placesOfLife: [], mayChange: false })
    expect((await house.call(intake, 'PATCH', `/households/${body.id}`, { version: 1, label: 'X' })).status).toBe(403)
    expect(await open(body.id, coordinator)).toMatchObject({ whole: true, address: 'via Alta 3' })
  })
})
