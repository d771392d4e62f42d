import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { said, seen } from '../core/referral.sample.ts'
import type { OpenReferral } from '../core/referrals.api.ts'

let house: TestHouse
let intake: Worker
let stranger: Worker
beforeAll(async () => {
  house = await openHouse('referral-persons')
  intake = await house.worker({ role: 'intake', district: crema })
  stranger = await house.worker({ role: 'intake', district: cremona })
})
afterAll(() => house.close())

const record = async (): Promise<string> => {
  const permission = { of: 'person', how: 'spoken', words: '2026-01' }
  return (await house.call<{ id: string }>(intake, 'POST', '/referrals', { ...seen(), said: said(), permission })).body
    .id
}
const open = async (id: string): Promise<OpenReferral> =>
  (await house.call<OpenReferral>(intake, 'GET', `/referrals/${id}`)).body
const register = (id: string, body: object) =>
  house.call<{ personId: string; code: string }>(intake, 'POST', `/referrals/${id}/person`, body)
const amina = { familyName: 'Traoré', givenName: 'Amina', birthDate: '1984-01-11' }
const given = { person: amina, permissionGiven: true, how: 'spoken', version: 1 }

describe('the person of a referral', () => {
  test('is registered with the legal ground, joined, and found in the queue by name', async () => {
    const id = await record()
    const { status, body } = await register(id, given)
    expect(status).toBe(200)
    expect(await open(id)).toMatchObject({
      personId: body.personId,
      personName: 'Amina Traoré',
      why: { proposePact: 'outreach.opens.proposePact' },
    })
    const grounds = await house.sql('select purpose, basis, how from legal_ground where person_id = $1', [
      body.personId,
    ])
    expect(grounds).toEqual([{ purpose: 'contact', basis: 'consent', how: 'spoken' }])
    const { rows } = (await house.call<{ rows: { id: string }[] }>(intake, 'GET', '/referrals?q=traore')).body
    expect(rows.map((row) => row.id)).toContain(id)
  })
  test('is never registered without permission, nor twice', async () => {
    const id = await record()
    expect((await register(id, { ...given, permissionGiven: false })).body.code).toBe('outreach.needs.permission')
    expect((await register(id, { ...given, person: { ...amina, familyName: 'Diop' } })).status).toBe(200)
    expect((await register(id, { ...given, version: 2 })).body.code).toBe('outreach.needs.unlinked')
  })
  test('registered by two at once is one person', async () => {
    const id = await record()
    const both = await Promise.all(
      ['Uno', 'Due'].map((familyName) => register(id, { ...given, person: { ...amina, familyName } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await house.sql(`select 1 from person where family_name in ('Uno', 'Due')`)).toHaveLength(1)
  })
})

describe('a join to somebody registered before', () => {
  test('keeps its reasons, and a wrong one is undone with its own', async () => {
    const { personId } = (await register(await record(), { ...given, person: { ...amina, familyName: 'Kone' } })).body
    const id = await record()
    const join = { personId, matched: ['namesEqual', 'birthDateEqual'], reason: 'Stessa via', version: 1 }
    expect((await house.call(intake, 'PUT', `/referrals/${id}/person`, join)).status).toBe(200)
    expect((await open(id)).lines[0]).toMatchObject({
      move: 'link',
      reason: 'namesEqual birthDateEqual',
      note: 'Stessa via',
    })
    const undo = (version: number, reason: string) =>
      house.call(intake, 'POST', `/referrals/${id}/person/removal`, { reason, version })
    expect((await undo(1, 'Era la cugina')).status).toBe(409)
    expect((await undo(2, '')).status).toBe(400)
    expect((await undo(2, 'Era la cugina')).status).toBe(200)
    expect(await open(id)).toMatchObject({ personId: null, personName: null, lines: [{ note: 'Era la cugina' }, {}] })
    expect((await undo(3, 'Ancora')).body.code).toBe('outreach.needs.linked')
  })
  test('of another district, or by a stranger, finds nothing', async () => {
    const { personId } = (await register(await record(), { ...given, person: { ...amina, familyName: 'Sow' } })).body
    const id = await record()
    const join = { personId, matched: [], reason: '', version: 1 }
    expect((await house.call(stranger, 'PUT', `/referrals/${id}/person`, join)).status).toBe(404)
    const elsewhere = '019c0000-0000-7000-8000-00000000ffff'
    expect((await house.call(intake, 'PUT', `/referrals/${id}/person`, { ...join, personId: elsewhere })).status).toBe(
      404,
    )
  })
  test('is not undone once a pact was proposed', async () => {
    const id = await record()
    await register(id, { ...given, person: { ...amina, familyName: 'Ba' } })
    for (const [version, move] of [
      [2, 'contact'],
      [3, 'interview'],
      [4, 'proposePact'],
    ] as const)
      expect((await house.call(intake, 'POST', `/referrals/${id}/moves`, { move, version })).status).toBe(200)
    const undo = await house.call(intake, 'POST', `/referrals/${id}/person/removal`, { reason: 'Sbaglio', version: 5 })
    expect(undo.body.code).toBe('outreach.needs.reopened')
  })
})
