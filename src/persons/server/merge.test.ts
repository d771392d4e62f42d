import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type Reply, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { PersonSheet } from '../core/sheet.schema.ts'

let house: TestHouse
let intake: Worker
let coordinator: Worker
beforeAll(async () => {
  house = await openHouse('merge')
  intake = await house.worker({ role: 'intake', district: crema })
  coordinator = await house.worker({ role: 'coordinator', district: crema })
})
afterAll(() => house.close())

const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
const registered = async (more: object, who = intake, districtId = crema): Promise<string> =>
  (
    await house.call<{ id: string }>(who, 'POST', '/persons', {
      districtId,
      contactPermission: 'given',
      ground,
      ...more,
    })
  ).body.id
const open = async (id: string, who = coordinator): Promise<PersonSheet> =>
  (await house.call<PersonSheet>(who, 'GET', `/persons/${id}`)).body

type Merged = Reply<{ id: string; mergeId: string; code: string; about: { fields: string[] } }>
const merge = (keepId: string, mergeId: string, choices: object = {}, who = intake): Promise<Merged> =>
  house.call(who, 'POST', '/persons/merges', { keepId, mergeId, choices, reason: 'Sono la stessa persona' })
const undo = (id: string, who = intake): Promise<Reply<{ stayed: string[]; code: string }>> =>
  house.call(who, 'POST', `/persons/merges/${id}/undo`, { reason: 'Erano due persone' })
/** Everything that the database holds of the two records, but what every edit changes. */
const everything = async (...ids: string[]): Promise<object[]> => [
  await house.sql(
    `select p.id, family_name, given_name, called_name, birth_date, merged_into, family_key, search_key, languages, fiscal_code_index,
       phones_sealed is null as no_phone, c.key_hash, c.strength
     from person p join person_detail d on d.person_id = p.id left join counted_person c on c.person_id = p.id
     where p.id = any ($1) order by p.id`,
    [ids],
  ),
  await house.sql(
    'select id, household_id, person_id, role, from_day, until_day from household_member where person_id = any ($1) order by id',
    [ids],
  ),
  await house.sql('select id, person_id, purpose from legal_ground where person_id = any ($1) order by id', [ids]),
  await house.sql('select id, person_id, revoked_at from person_card where person_id = any ($1) order by id', [ids]),
]

const pair = async (): Promise<{ kept: string; merged: string }> => {
  const kept = await registered({
    familyName: 'Zanetti',
    givenName: 'Luisa',
    phones: ['3334151952'],
    municipalityIstat: '019035',
    languages: ['it'],
  })
  const merged = await registered({
    familyName: 'Zaneti',
    givenName: 'Luisa',
    birthDate: '1977-03-04',
    phones: ['037364804'],
    municipalityIstat: '019035',
    languages: ['fr'],
  })
  await house.call(intake, 'POST', '/households', {
    districtId: crema,
    label: 'Famiglia Zanetti',
    address: 'via Roma 1',
    municipalityIstat: '019035',
    placesOfLife: [],
    members: [{ personId: merged, role: 'referencePerson', from: '2026-01-01' }],
  })
  return { kept, merged }
}

describe('two records of one person', () => {
  test('are shown side by side before anything is done', async () => {
    const { kept, merged } = await pair()
    const { body } = await house.call<{ lines: { field: string; state: string }[] }>(
      intake,
      'POST',
      '/persons/merges/preview',
      {
        keepId: kept,
        mergeId: merged,
      },
    )
    expect(body).toMatchObject({ level: 'possible', moves: { households: 1, grounds: 1 }, obstacle: null })
    expect(Object.fromEntries(body.lines.map(({ field, state }) => [field, state]))).toEqual({
      familyName: 'differs',
      givenName: 'same',
      birthDate: 'filled',
      municipalityIstat: 'same',
      phones: 'joined',
      languages: 'joined',
    })
    expect((await open(merged)).joinedFrom).toBeNull()
  })
  test('wait for a choice where they differ', async () => {
    const { kept, merged } = await pair()
    const { status, body } = await merge(kept, merged)
    expect([status, body.code, body.about.fields]).toEqual([422, 'persons.mergeChoose', ['familyName']])
  })
  test('become one: missing fields filled, household and grounds moved, the old address leads here', async () => {
    const { kept, merged } = await pair()
    expect((await merge(kept, merged, { familyName: 'kept' })).status).toBe(200)
    const sheet = await open(merged)
    expect(sheet).toMatchObject({
      person: { id: kept, familyName: 'Zanetti' },
      joinedFrom: merged,
      values: {
        birthDate: '1977-03-04',
        birthYear: 1977,
        phones: ['+393334151952', '+39037364804'],
        languages: ['it', 'fr'],
      },
      households: [{ label: 'Famiglia Zanetti', members: [{ personId: kept }] }],
      merges: [{ mergedId: merged, name: 'Luisa Zaneti', reason: 'Sono la stessa persona' }],
    })
    expect(sheet.grounds).toHaveLength(2)
    const list = await house.call<{ rows: { id: string }[] }>(intake, 'GET', '/persons?q=Zaneti Luisa')
    expect(list.body.rows.map(({ id }) => id)).not.toContain(merged)
  })
  test('are counted once', async () => {
    const { kept, merged } = await pair()
    await merge(kept, merged, { familyName: 'kept' })
    expect(
      await house.sql('select person_id from counted_person where person_id = any ($1)', [[kept, merged]]),
    ).toEqual([{ person_id: kept }])
  })
})

describe('a wrong merge', () => {
  test('is undone exactly, codice fiscale and cards included', async () => {
    const { kept, merged } = await pair()
    await house.call(coordinator, 'PATCH', `/persons/${merged}`, { version: 1, codiceFiscale: 'FRRMRA41P61F205W' })
    expect((await house.call(coordinator, 'POST', `/persons/${merged}/card`, {})).status).toBe(200)
    const before = await everything(kept, merged)
    const { body } = await merge(kept, merged, { familyName: 'merged' })
    expect(await everything(kept, merged)).not.toEqual(before)
    expect((await open(kept)).values?.codiceFiscale).toBe('FRRMRA41P61F205W')
    expect((await undo(body.mergeId)).body).toEqual({ stayed: [], personId: kept, backId: merged })
    expect(await everything(kept, merged)).toEqual(before)
    expect((await open(merged)).joinedFrom).toBeNull()
  })
  test('is undone after later edits too: they stay, and are named', async () => {
    const { kept, merged } = await pair()
    const { body } = await merge(kept, merged, { familyName: 'kept' })
    await house.call(intake, 'PATCH', `/persons/${kept}`, {
      version: 2,
      birthDate: '1977-03-05',
      address: 'via Nuova 9',
    })
    expect((await undo(body.mergeId)).body.stayed).toEqual(['birthDate'])
    expect((await open(kept)).values).toMatchObject({
      birthDate: '1977-03-05',
      address: 'via Nuova 9',
      phones: ['+393334151952'],
    })
    expect((await open(merged)).values).toMatchObject({ birthDate: '1977-03-04', familyName: 'Zaneti' })
  })
  test('is undone once, also by two at once', async () => {
    const { kept, merged } = await pair()
    const { body } = await merge(kept, merged, { familyName: 'kept' })
    const both = await Promise.all([undo(body.mergeId), undo(body.mergeId)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('under another merge is undone after that one', async () => {
    const { kept, merged } = await pair()
    const third = await registered({ familyName: 'Zanetti', givenName: 'Luisa', phones: [] })
    const first = await merge(kept, merged, { familyName: 'kept' })
    const second = await merge(third, kept, {})
    expect((await undo(first.body.mergeId)).body.code).toBe('persons.mergeUndoLater')
    expect((await open(merged)).person.id).toBe(third)
    expect((await undo(second.body.mergeId)).status).toBe(200)
    expect((await undo(first.body.mergeId)).status).toBe(200)
  })
})

describe('records are not joined', () => {
  const followed = async (): Promise<string> => {
    const id = await registered({ familyName: 'Seguita', givenName: 'Ada' })
    await house.sql('update person set followed = true where id = $1', [id])
    await house.sql('update person_detail set followed = true where person_id = $1', [id])
    return id
  }
  test('when both have an open case, and the one with a case is the one to keep', async () => {
    const [a, b, c] = [
      await followed(),
      await followed(),
      await registered({ familyName: 'Seguita', givenName: 'Ada' }),
    ]
    expect((await merge(a, b, {}, coordinator)).body.code).toBe('persons.mergeBothFollowed')
    expect((await merge(c, a, {}, coordinator)).body.code).toBe('persons.mergeKeepFollowed')
    expect((await merge(a, c, {}, coordinator)).status).toBe(200)
  })
  test('by who may not read one of them, across districts, or with themselves', async () => {
    const [mine, theirs] = [await registered({ familyName: 'Mia', givenName: 'A' }), await followed()]
    expect((await merge(theirs, mine)).body.code).toBe('persons.askWhoFollows')
    const elsewhere = await house.worker({ role: 'intake', district: cremona })
    const far = await registered({ familyName: 'Mia', givenName: 'A' }, elsewhere, cremona)
    expect((await merge(mine, far)).status).toBe(404)
    expect((await merge(mine, mine)).status).toBe(422)
  })
  test('twice at the same moment', async () => {
    const { kept, merged } = await pair()
    const both = await Promise.all([
      merge(kept, merged, { familyName: 'kept' }),
      merge(kept, merged, { familyName: 'kept' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
