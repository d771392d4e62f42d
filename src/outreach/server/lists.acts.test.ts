import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import { said, seen } from '../core/referral.sample.ts'
import type { ReferralRow } from '../core/referrals.api.ts'

// The lists that an administrator edits are the ones that the forms offer and the server accepts.
let house: TestHouse
let intake: Worker
let admin: Worker
beforeAll(async () => {
  house = await openHouse('lists')
  intake = await house.worker({ role: 'intake', district: crema })
  admin = await house.worker({ role: 'administrator' })
})
beforeEach(async () => {
  await house.sql('truncate catalogue_item')
})
afterAll(() => house.close())

type Kind = CatalogueItem['kind']
const save = (kind: Kind, code: string, with_: Partial<CatalogueItem> = {}) =>
  house.call(admin, 'PUT', `/settings/catalogues/${kind}/${code}`, {
    labelIt: 'Una voce nostra',
    labelEn: 'One of ours',
    data: {},
    position: 5,
    active: true,
    ...with_,
  })
const record = (with_: object) =>
  house.call<{ id: string; code: string }>(intake, 'POST', '/referrals', {
    ...seen(),
    said: said(),
    permission: { of: 'sender', how: 'spoken', words: '2026-01' },
    ...with_,
  })
const close = (id: string, reason: string) =>
  house.call(intake, 'POST', `/referrals/${id}/moves`, { move: 'close', reason, version: 1 })
const form = async (): Promise<string> => (await house.request({ method: 'GET', url: '/sono-preoccupato' })).body

test('an entry that was added may be used; one that nobody wrote is refused', async () => {
  expect((await record({ channel: 'emporio' })).body.code).toBe('outreach.unknownChannel')
  expect((await record({ signs: ['flood'] })).body.code).toBe('outreach.unknownSign')
  await save('referralChannel', 'emporio')
  await save('observedSign', 'flood')
  expect((await record({ channel: 'emporio', signs: ['flood'] })).status).toBe(200)
  const { rows } = (await house.call<{ rows: ReferralRow[] }>(intake, 'GET', '/referrals?channel=emporio')).body
  expect(rows).toMatchObject([{ channel: 'emporio', signs: ['flood'] }])
})

test('an entry that was switched off is offered no more, and stays on the records that have it', async () => {
  const { id } = (await record({ signs: ['debts'] })).body
  await save('observedSign', 'debts', { labelIt: 'Debiti di una volta', active: false })
  expect((await record({ signs: ['debts'] })).body.code).toBe('outreach.unknownSign')
  const kept = await house.call(intake, 'PATCH', `/referrals/${id}`, { signs: ['debts', 'food'], version: 1 })
  expect(kept.status).toBe(200)
  const { rows } = (await house.call<{ rows: CatalogueItem[] }>(intake, 'GET', '/settings/catalogues/observedSign'))
    .body
  expect(rows.find(({ code }) => code === 'debts')).toMatchObject({ labelIt: 'Debiti di una volta', active: false })
  expect(rows.find(({ code }) => code === 'food')).toMatchObject({ active: true })
})

test('the channels that the forms write by themselves are taken even when switched off', async () => {
  await save('referralChannel', 'neighbour', { active: false })
  expect((await record({ channel: 'neighbour' })).status).toBe(200)
})

test('a referral closes for a reason of the list, and for no other', async () => {
  await save('referralClosing', 'moved')
  await save('referralClosing', 'declined', { active: false })
  const { id } = (await record({})).body
  for (const reason of ['declined', 'nobodysReason'])
    expect(await close(id, reason)).toMatchObject({ status: 422, body: { code: 'outreach.unknownClosing' } })
  expect((await close(id, 'moved')).status).toBe(200)
})

test('the public form offers the signs of the list, in its words and order, and drops what it does not offer', async () => {
  await save('observedSign', 'flood', { labelIt: 'Ha avuto l’acqua in casa', position: 1 })
  await save('observedSign', 'debts', { active: false })
  const page = await form()
  expect(page).toMatch(/Ha avuto l’acqua in casa[\s\S]*È molto sola/)
  expect(page).not.toContain('Debiti, bollette')
})
