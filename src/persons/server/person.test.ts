import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type Reply, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { PersonRow, PersonSheet } from '../core/sheet.schema.ts'

let house: TestHouse
let intake: Worker
let elsewhere: Worker
let coordinator: Worker
let tutor: Worker
let stranger: Worker
beforeAll(async () => {
  house = await openHouse('persons')
  intake = await house.worker({ role: 'intake', district: crema, name: 'Irene Accoglie' })
  elsewhere = await house.worker({ role: 'intake', district: cremona })
  coordinator = await house.worker({ role: 'coordinator', district: crema, name: 'Carla Coordina' })
  tutor = await house.worker({ role: 'tutor', district: crema, name: 'Sara Tutora' })
  stranger = await house.worker({ role: 'tutor', district: crema })
})
afterAll(() => house.close())

const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
const register = (
  who: Worker,
  more: object,
  headers?: Record<string, string>,
): Promise<Reply<{ id: string; code: string; about: { personId: string } }>> =>
  house.call(who, 'POST', '/persons', { districtId: crema, contactPermission: 'given', ground, ...more }, headers)
const registered = async (familyName: string, givenName: string, more: object = {}): Promise<string> => {
  const { status, body } = await register(intake, { familyName, givenName, ...more })
  expect([status, body]).toEqual([200, { id: expect.any(String) }])
  return body.id
}
const open = async (who: Worker, id: string): Promise<PersonSheet> =>
  (await house.call<PersonSheet>(who, 'GET', `/persons/${id}`)).body
const search = async (who: Worker, q: string): Promise<PersonRow[]> =>
  (await house.call<{ rows: PersonRow[] }>(who, 'GET', `/persons?q=${encodeURIComponent(q)}`)).body.rows

let cases = 0
/** Opens a case as the room of cases will: the person is followed, and Sara is in the equipe. */
const follow = async (personId: string, by = tutor): Promise<void> => {
  cases += 1
  const id = house.services.newId()
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, $3, $4, 'open', '2026-01-10')`,
    [crema, id, `C-${cases}`, personId],
  )
  await house.sql(
    `insert into equipe_member (district_id, id, case_id, account_id, organisation_id, role, from_day)
     values ($1, $2, $3, $4, '019c0000-0000-7000-8000-0000000000c2', 'tutor', '2026-01-10')`,
    [crema, house.services.newId(), id, by.id],
  )
  await house.sql('update person set followed = true where id = $1', [personId])
  await house.sql('update person_detail set followed = true where person_id = $1', [personId])
}

describe('a person is registered', () => {
  test('with names alone: a codice fiscale is not needed', async () => {
    const id = await registered('Traoré', 'Fanta')
    expect(await open(intake, id)).toMatchObject({
      person: { familyName: 'Traoré', followed: false, version: 1 },
      values: { codiceFiscale: null, languages: ['it'] },
      grounds: [{ purpose: 'contact', holds: true, noticeVersion: '2026-01' }],
      may: { change: true, merge: true, card: false },
    })
  })
  test('and what was written is tidied: names, phones, year', async () => {
    const id = await registered("DALL'OLIO", 'ANNA', { phones: ['0373.64804', '333 4151952'], birthDate: '1980-02-29' })
    expect((await open(intake, id)).values).toMatchObject({
      familyName: "Dall'Olio",
      phones: ['+39037364804', '+393334151952'],
      birthYear: 1980,
    })
  })
  test('and neither codice fiscale nor contacts can be read in the database', async () => {
    const id = await registered('Hoxha', 'Chiara', { codiceFiscale: 'HXHCHR44B67G306B', phones: ['3334151952'] })
    const rows = await house.sql('select * from person_detail where person_id = $1', [id])
    expect(JSON.stringify(rows)).not.toMatch(/HXHCHR|4151952/)
  })
  test('only with permission to be contacted: otherwise the contact stays anonymous', async () => {
    for (const contactPermission of ['refused', 'notAsked']) {
      const { status, body } = await register(intake, { familyName: 'Rota', givenName: 'Ida', contactPermission })
      expect([status, body.code]).toEqual([422, 'persons.noPermission'])
    }
    expect(await search(intake, 'Rota Ida')).toEqual([])
  })
  test.each([
    [{ codiceFiscale: 'HXHCHR44B67G306C' }, 'persons.fiscalCodeCheck'],
    [{ phones: ['12'] }, 'persons.phoneForm'],
    [{ birthDate: '2999-01-01' }, 'persons.bornLater'],
    [{ municipalityIstat: '999999' }, 'persons.noSuchMunicipality'],
    [{ ground: { ...ground, purpose: 'photo' } }, 'persons.wrongBasis'],
    [{ ground: { ...ground, basis: 'consent', dataKind: 'health' } }, 'persons.healthBasis'],
    [{ ground: { ...ground, basis: 'consent', dataKind: 'judicial' } }, 'persons.judicialBasis'],
  ])('%j is refused with its reason', async (more, code) => {
    const { status, body } = await register(intake, { familyName: 'Prova', givenName: 'Uno', ...more })
    expect([status, body.code]).toEqual([422, code])
  })
  test.each(['id', 'followed', 'mergedInto', 'version', 'createdAt'])('nobody writes %s', async (field) => {
    expect((await register(intake, { familyName: 'Prova', givenName: 'Due', [field]: true })).status).toBe(400)
  })
  test('not in another district, and not without the right', async () => {
    expect((await register(intake, { familyName: 'A', givenName: 'B', districtId: cremona })).status).toBe(404)
    expect((await register(tutor, { familyName: 'A', givenName: 'B' })).status).toBe(403)
  })
  test('not twice with one codice fiscale: the second is led to the first', async () => {
    const id = await registered('Ferrari', 'Maria', { codiceFiscale: 'FRRMRA41P61F205W' })
    const again = await register(intake, {
      familyName: 'Ferari',
      givenName: 'Maria',
      codiceFiscale: 'frrmra41p61f205w',
    })
    expect([again.status, again.body.code, again.body.about.personId]).toEqual([409, 'persons.codeTaken', id])
  })
  test('nor by two registrars at the same moment', async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        register(intake, { familyName: 'Greni', givenName: 'Stefano', codiceFiscale: 'GRNSFN05P01Z100B' }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('and a double click registers once', async () => {
    const twice = await Promise.all(
      [1, 2].map(() =>
        register(intake, { familyName: 'Doppia', givenName: 'Clic' }, { 'idempotency-key': 'registra-1234' }),
      ),
    )
    expect(twice[0]?.body).toEqual(twice[1]?.body)
    expect(await search(intake, 'Doppia Clic')).toHaveLength(1)
  })
  test('but the same codice fiscale may stand in two districts, and counts as one person', async () => {
    const body = { familyName: 'De Luca', givenName: 'Noemi', codiceFiscale: 'DLCNMO71D55B898D' }
    expect((await register(intake, body)).status).toBe(200)
    expect((await register(elsewhere, { ...body, districtId: cremona })).status).toBe(200)
    const keys = await house.sql(
      `select distinct key_hash from counted_person join person on id = person_id where family_name = 'De Luca'`,
    )
    expect(keys).toHaveLength(1)
  })
})

describe('search', () => {
  test('forgives slips, sounds and order', async () => {
    const id = await registered('Guarneri', 'Beatrice', { municipalityIstat: '019035' })
    for (const q of ['Guarneri', 'gaurneri', 'Beatrice Guarneri', 'Guarneri Beatrise', 'Guarn'])
      expect(
        (await search(intake, q)).map((row) => row.id),
        q,
      ).toContain(id)
    expect((await search(intake, 'Oksa')).map(({ familyName }) => familyName)).toContain('Hoxha')
  })
  test('finds by codice fiscale', async () => {
    expect((await search(intake, 'frrmra41p61f205w')).map(({ familyName }) => familyName)).toEqual(['Ferrari'])
  })
  test('never looks into another district', async () => {
    expect(await search(elsewhere, 'Guarneri')).toEqual([])
    expect(await search(elsewhere, 'FRRMRA41P61F205W')).toEqual([])
  })
  test('shows a tutor only their own persons', async () => {
    expect(await search(tutor, 'Guarneri')).toEqual([])
    const id = await registered('Guarneri', 'Paola')
    await follow(id)
    expect((await search(tutor, 'guarnieri')).map((row) => row.id)).toEqual([id])
    expect(await search(stranger, 'Guarneri')).toEqual([])
  })
  test('without a question lists everybody the reader may see, and says how many', async () => {
    const list = await house.call<{ rows: PersonRow[]; total: number }>(intake, 'GET', '/persons?limit=2')
    expect(list.body.rows).toHaveLength(2)
    expect(list.body.total).toBeGreaterThan(5)
  })
  test('survives anything typed', async () => {
    for (const q of ['%', "'; drop table person", '٣', '????', ' ', 'a'.repeat(120)])
      expect((await house.call(intake, 'GET', `/persons?q=${encodeURIComponent(q)}`)).status, q).toBe(200)
  })
})

describe('somebody who is followed', () => {
  let id: string
  beforeAll(async () => {
    id = await registered('Bianchi', 'Aurora', { address: 'via dei Segreti 7', birthDate: '1990-05-05' })
    await follow(id)
  })
  test('is for intake a name, a birth date and whom to ask', async () => {
    const [row] = await search(intake, 'Bianki Aurora')
    expect(row).toMatchObject({ id, birthDate: '1990-05-05', followed: true, whole: false })
    expect(row?.followedBy).toEqual([{ name: 'Sara Tutora', body: 'Cooperativa Tavola Lunga', role: 'tutor' }])
    const sheet = await open(intake, id)
    expect(sheet).toMatchObject({ values: null, households: [], grounds: [], card: null, merges: [] })
    expect(JSON.stringify(sheet)).not.toContain('Segreti')
  })
  test('cannot be changed by intake, in any of their parts', async () => {
    expect((await house.call(intake, 'PATCH', `/persons/${id}`, { version: 1, address: 'altrove' })).status).toBe(403)
    expect((await house.call(intake, 'POST', `/persons/${id}/grounds`, ground)).status).toBe(403)
    expect((await house.call(intake, 'POST', `/persons/${id}/card`, {})).status).toBe(404)
    expect((await house.call(intake, 'GET', `/persons/${id}/accesses`)).status).toBe(404)
  })
  test('is whole for equipe and coordinator, and not there for everybody else', async () => {
    for (const who of [tutor, coordinator]) expect((await open(who, id)).values?.address).toBe('via dei Segreti 7')
    for (const who of [stranger, elsewhere]) {
      expect((await house.call(who, 'GET', `/persons/${id}`)).status).toBe(404)
      expect((await house.call(who, 'PATCH', `/persons/${id}`, { version: 1 })).status).toBe(404)
    }
    expect((await house.call(null, 'GET', `/persons/${id}`)).status).toBe(401)
  })
  test('is known as a possible twin without telling what is not theirs to read', async () => {
    const { body } = await house.call<{ rows: object[] }>(intake, 'POST', '/persons/twins', {
      districtId: crema,
      familyName: 'Bianchi',
      givenName: 'Aurora',
      birthDate: '1990-05-05',
    })
    expect(body.rows[0]).toMatchObject({
      id,
      level: 'likely',
      reasons: ['namesEqual', 'birthDateEqual'],
      whole: false,
      followedBy: [{ name: 'Sara Tutora' }],
    })
  })
  test('and every opening is in the file for equipe and coordinator to read', async () => {
    const { body } = await house.call<{ rows: { who: string; sentence: string }[] }>(
      coordinator,
      'GET',
      `/persons/${id}/accesses`,
    )
    expect(body.rows).toContainEqual(
      expect.objectContaining({ who: 'Irene Accoglie', sentence: 'ha visto solo nome, nascita e comune' }),
    )
    expect(body.rows).toContainEqual(expect.objectContaining({ who: 'Sara Tutora', sentence: 'ha aperto la scheda' }))
  })
})

test('a page that reads itself again is one opening, and a later look is another', async () => {
  const id = await registered('Riletta', 'Ines')
  const openings = async (): Promise<number> =>
    (await house.sql(`select 1 from journal where person_id = $1 and act = 'persons.open'`, [id])).length
  house.setClock('2026-11-22T09:00:00.000Z')
  for (let i = 0; i < 3; i++) await open(intake, id)
  expect(await openings()).toBe(1)
  house.setClock('2026-11-22T09:06:00.000Z')
  await open(intake, id)
  await open(coordinator, id)
  expect(await openings()).toBe(3)
  house.setClock(null)
})

describe('while a name is typed', () => {
  const twins = (
    more: object,
  ): Promise<Reply<{ rows: { id: string; level: string; reasons: string[] }[]; code: object | null }>> =>
    house.call(intake, 'POST', '/persons/twins', { districtId: crema, ...more })
  test('a codice fiscale that somebody has is that person', async () => {
    const { body } = await twins({ familyName: 'Ferari', givenName: 'Marta', codiceFiscale: 'FRRMRA41P61F205W' })
    expect(body.rows[0]).toMatchObject({ level: 'same' })
    expect(body.rows[0]?.reasons).toContain('fiscalCodeEqual')
    expect(body.code).toMatchObject({ fault: null, birthDate: '1941-09-21', sex: 'female', differs: ['givenName'] })
  })
  test('a wrong codice fiscale is told at once, and refuses nothing', async () => {
    expect((await twins({ codiceFiscale: 'FRRMRA41P61F205X' })).body).toMatchObject({
      rows: [],
      code: { fault: 'persons.fiscalCodeCheck' },
    })
  })
  test('nothing is asked of another district', async () => {
    expect((await twins({ districtId: cremona, familyName: 'A', givenName: 'B' })).status).toBe(404)
  })
})

describe('two people change one file', () => {
  const patch = (
    who: Worker,
    id: string,
    body: object,
  ): Promise<Reply<{ version: number; code: string; about: { clashes: object[] } }>> =>
    house.call(who, 'PATCH', `/persons/${id}`, body)
  test('different fields both stay', async () => {
    const id = await registered('Insieme', 'Rosa')
    const both = await Promise.all([
      patch(intake, id, { version: 1, address: 'via Po 1' }),
      patch(coordinator, id, { version: 1, calledName: 'Rosi' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await open(intake, id)).values).toMatchObject({ address: 'via Po 1', calledName: 'Rosi' })
  })
  test('of the same field both values are told, and who and when', async () => {
    const id = await registered('Insieme', 'Lia')
    await patch(coordinator, id, { version: 1, address: 'via Adda 2' })
    const { status, body } = await patch(intake, id, { version: 1, address: 'via Serio 3', calledName: 'Lilli' })
    expect([status, body.code]).toEqual([409, 'persons.clash'])
    expect(body.about.clashes).toEqual([
      { field: 'address', mine: 'via Serio 3', theirs: 'via Adda 2', who: 'Carla Coordina', at: expect.any(String) },
    ])
    expect((await patch(intake, id, { version: 2, address: 'via Serio 3' })).body.version).toBe(3)
  })
  test('a codice fiscale of somebody else is refused', async () => {
    const id = await registered('Altra', 'Persona')
    expect((await patch(intake, id, { version: 1, codiceFiscale: 'FRRMRA41P61F205W' })).body.code).toBe(
      'persons.codeTaken',
    )
  })
  test.each(['followed', 'id', 'districtId', 'mergedInto'])('nobody writes %s', async (field) => {
    expect((await patch(intake, await registered('Non', 'Si'), { version: 1, [field]: 'x' })).status).toBe(400)
  })
})

test('a ground says which data it covers, and special data need a basis that carries them', async () => {
  const id = await registered('Dati', 'Lia')
  const add = (more: object): Promise<Reply<{ code: string }>> =>
    house.call(intake, 'POST', `/persons/${id}/grounds`, { ...ground, purpose: 'sharingWithPartner', ...more })
  expect((await add({ dataKind: 'health', recipient: 'Il consultorio' })).status).toBe(200)
  const refused = await add({ dataKind: 'judicial', basis: 'consent' })
  expect([refused.status, refused.body.code]).toEqual([422, 'persons.judicialBasis'])
  expect((await add({ dataKind: 'gossip' })).status).toBe(400)
  expect((await open(intake, id)).grounds.map(({ dataKind }) => dataKind)).toEqual(['identity', 'health'])
})

test('a consent is recorded, withdrawn once, and then carries nothing', async () => {
  const id = await registered('Consenso', 'Pia')
  const consent = {
    purpose: 'photo',
    basis: 'consent',
    how: 'signed',
    noticeVersion: '2026-01',
    recipient: 'Il Giornale',
    expiresOn: '2099-12-31',
  }
  const added = await house.call<{ id: string }>(intake, 'POST', `/persons/${id}/grounds`, consent)
  const withdraw = (groundId: string): Promise<Reply<{ code: string }>> =>
    house.call(intake, 'POST', `/persons/${id}/grounds/${groundId}/withdraw`)
  const grounds = (await open(intake, id)).grounds
  expect(grounds.map(({ holds }) => holds)).toEqual([true, true])
  expect((await withdraw(added.body.id)).status).toBe(200)
  expect((await open(intake, id)).grounds.map(({ holds }) => holds)).toEqual([true, false])
  expect((await withdraw(added.body.id)).body.code).toBe('persons.alreadyWithdrawn')
  expect((await withdraw(grounds[0]?.id ?? '')).body.code).toBe('persons.notWithdrawable')
})
