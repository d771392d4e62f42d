import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { approve, sampleCase, signAll, startSample } from '../../pacts/server/life.sample.ts'

// What the results are counted from is kept beside the pacts; here it is told again from pacts and persons alone, after each act.
let house: TestHouse
let coordinator: Worker
let away: Worker
beforeAll(async () => {
  house = await openHouse('results live')
  house.setClock('2026-08-20T09:00:00.000Z')
  coordinator = await house.worker({ role: 'coordinator', district: crema })
  away = await house.worker({ role: 'coordinator', district: cremona })
})
afterAll(() => house.close())

const fromTheStart = `
  with people as (
    select distinct p.district_id, coalesce(r.municipality_istat, '') as municipality,
      case when k.strength <> 'none' then k.key_hash else coalesce(r.merged_into, r.id)::text end as key,
      coalesce(k.strength, 'none') = 'none' as unknown
    from pact p cross join lateral unnest(p.person_id || p.involved_ids) as x (person_id)
    join person r on r.district_id = p.district_id and r.id = x.person_id
    left join counted_person k on k.district_id = r.district_id and k.person_id = coalesce(r.merged_into, r.id)
    where p.signed_on <= $1::date),
  once as (select district_id, key, min(municipality) as municipality, bool_and(unknown) as unknown from people group by district_id, key)
  select 'programme' as level, null::uuid as district_id, null as municipality, count(distinct key)::int as people, (count(*) filter (where unknown))::int as unrecognisable from once
  union all select 'district', district_id, null, count(*)::int, (count(*) filter (where unknown))::int from once group by district_id
  union all select 'municipality', district_id, municipality, count(*)::int, 0 from once group by district_id, municipality
  order by 1, 2, 3`
const kept = `select level, district_id, municipality, people::int, unrecognisable::int from app.count_beneficiaries($1::date) order by 1, 2, 3`

type Line = { level: string; people: number; municipality: string | null }
const counted = async (day = '2026-09-30'): Promise<Line[]> => {
  const lines = await house.sql<Line>(kept, [day])
  expect(lines).toEqual(await house.sql(fromTheStart, [day]))
  return lines
}
const inAll = async (day?: string): Promise<number> =>
  (await counted(day)).find(({ level }) => level === 'programme')?.people ?? 0

const registered = async (who: Worker, districtId: string, more: object): Promise<string> => {
  const reply = await house.call<{ id: string }>(who, 'POST', '/persons', {
    districtId,
    contactPermission: 'given',
    ground: { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' },
    ...more,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body.id
}

/** A pact that was signed when the programme was still on paper. */
const signedFor = async (districtId: string, personId: string, more: { with?: string[]; on?: string } = {}) => {
  const [file, pact] = [randomUUID(), randomUUID()]
  await house.sql(
    `insert into case_file (district_id, id, number, person_id, state, opened_on) values ($1, $2, $3, $4, 'open', '2026-01-01')`,
    [districtId, file, file.slice(0, 12), personId],
  )
  await house.sql(
    `insert into pact (district_id, id, number, kind, case_id, person_id, person_label, involved_ids, tutor_id, partner_organisation_id, state, state_since, last_move_at, signed_on, review_every_days, created_at)
     values ($1, $2, $3, 'inclusion', $4, $5, 'Prova P.', $6, $7, $8, 'active', '2026-01-10', now(), $9, 90, now())`,
    [
      districtId,
      pact,
      pact.slice(0, 12),
      file,
      personId,
      more.with ?? [],
      coordinator.id,
      caritas,
      more.on ?? '2026-01-10',
    ],
  )
  await house.sql('select app.recount_pact($1, $2)', [districtId, pact])
}

const change = async (who: Worker, id: string, more: object): Promise<void> => {
  const { body } = await house.call<{ person: { version: number } }>(who, 'GET', `/persons/${id}`)
  const reply = await house.call(who, 'PATCH', `/persons/${id}`, { version: body.person.version, ...more })
  expect(reply.status).toBe(200)
}

test('nobody counts until the last signature, and then the person and who takes part with them', async () => {
  const one = await sampleCase(house)
  const panel = await house.worker({ role: 'panel', district: crema })
  const pact = await startSample(house, one)
  await approve(house, { tutor: one.tutor, panel, pactId: pact.id })
  expect(await inAll()).toBe(0)
  house.setClock('2026-09-01T09:00:00.000Z')
  await signAll(house, one.tutor, pact.id)
  expect(await inAll()).toBe(2)
  expect(await inAll('2026-08-31')).toBe(0)
})

describe('counts follow', () => {
  const born = { familyName: 'Ferri', givenName: 'Carla', birthDate: '1970-05-05', birthplace: 'Crema' }

  test('the town, as soon as it is written', async () => {
    const id = await registered(coordinator, crema, { ...born, municipalityIstat: '019035' })
    await signedFor(crema, id)
    const before = await counted()
    await change(coordinator, id, { municipalityIstat: '019002' })
    const after = await counted()
    expect(after).not.toEqual(before)
    expect(after.find(({ municipality }) => municipality === '019002')?.people).toBe(1)
  })

  test('an identity that is found out later: the same person in two districts becomes one', async () => {
    const here = await registered(coordinator, crema, { familyName: 'Sala', givenName: 'Rino' })
    const there = await registered(away, cremona, { ...born, familyName: 'Sala', givenName: 'Rino' })
    await signedFor(crema, here)
    await signedFor(cremona, there)
    const before = await inAll()
    await change(coordinator, here, { birthDate: born.birthDate, birthplace: born.birthplace })
    expect(await inAll()).toBe(before - 1)
    await change(coordinator, here, { birthDate: '1971-05-05' })
    expect(await inAll()).toBe(before)
  })

  test('a merge, its undoing, and edits of the kept record in between', async () => {
    const keepId = await registered(coordinator, crema, { familyName: 'Poli', givenName: 'Ada' })
    const mergeId = await registered(coordinator, crema, { familyName: 'Polli', givenName: 'Ada' })
    await signedFor(crema, keepId)
    await signedFor(crema, mergeId, { with: [keepId] })
    const apart = await inAll()
    const merged = await house.call<{ mergeId: string }>(coordinator, 'POST', '/persons/merges', {
      keepId,
      mergeId,
      choices: { familyName: 'kept' },
      reason: 'Sono la stessa persona',
    })
    expect(merged).toMatchObject({ status: 200 })
    expect(await inAll()).toBe(apart - 1)
    await change(coordinator, keepId, { birthDate: '1950-01-02', birthplace: 'Offanengo' })
    expect(await inAll()).toBe(apart - 1)
    const undone = await house.call(coordinator, 'POST', `/persons/merges/${merged.body.mergeId}/undo`, {
      reason: 'Erano due persone',
    })
    expect(undone.status).toBe(200)
    expect(await inAll()).toBe(apart)
  })

  test('two who change the same person and its pact at once, whichever comes first', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await registered(coordinator, crema, { familyName: 'Gara', givenName: `N${round}` })
      await Promise.all([
        signedFor(crema, id, { on: '2026-02-01' }),
        change(coordinator, id, { municipalityIstat: '019002', birthDate: '1960-01-01', birthplace: 'Soncino' }),
      ])
      await counted()
    }
  })

  test('what was loaded beneath the product, once it is told to count anew', async () => {
    await house.sql(`update person set municipality_istat = null where family_name = 'Gara'`)
    await house.sql('select app.recount_all()')
    expect((await counted()).find(({ municipality }) => municipality === '')?.people).toBeGreaterThanOrEqual(6)
  })
})
