import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import type { Services } from '../../platform/server/tx.ts'
import { outreachJobs } from './outreach.jobs.ts'

let house: TestHouse
let intake: Worker
beforeAll(async () => {
  house = await openHouse('import')
  intake = await house.worker({ role: 'intake', district: crema, name: 'Ines' })
  const text = await readFile(new URL('../../../database/reference/municipalities.csv', import.meta.url), 'utf8')
  for (const line of text.trim().split('\n').slice(1)) {
    const [istat, cadastral, name] = line.split(',')
    await house.sql(
      `insert into municipality (istat_code, cadastral_code, name, district_id, lat, lon) values ($1, $2, $3, $4, 45, 9)
       on conflict (istat_code) do update set district_id = $4`,
      [istat, cadastral, name, crema],
    )
  }
})
beforeEach(async () => {
  house.setClock('2026-11-24T09:00:00.000Z')
  await house.sql(
    'truncate import_row, import_progress, import_run, anonymous_contact, referral_move, referral cascade',
  )
  await house.sql('truncate person cascade')
})
afterAll(() => house.close())

const shared = (name: string): Promise<Buffer> => readFile(new URL(`../../../../shared/data/${name}`, import.meta.url))
type Opened = {
  run: { version: number; state: string; counts: object | null }
  header: string[]
  planned: Record<string, number>
  digest: string
  doneBefore: string | null
  refusedKept: boolean
  mapping: Record<string, number>
  rows: { line: number; cells: string[]; row: { verdict: string }; why: string[] }[]
  total: number
}

/** What the queue would do now: the jobs that wait for a list, once each. */
const work = async (services: Services = house.services): Promise<void> => {
  const waiting = await house.sql<{ id: string; task: string; payload: unknown }>(
    `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like '%Import' order by j.id`,
  )
  for (const { id, task, payload } of waiting) {
    const job = outreachJobs.jobs[task]
    await transact(services, { by: 'system' }, ({ tx }) => job?.(tx, payload) ?? Promise.reject(new Error(task)))
    await house.sql('delete from graphile_worker._private_jobs where id = $1', [id])
  }
}

const send = async (bytes: Buffer | string, name = 'elenco.csv', as = intake, district = crema) => {
  const { statusCode, body } = await house.request({
    method: 'POST',
    url: `/api/v1/imports?name=${encodeURIComponent(name)}&district=${district}`,
    payload: Buffer.from(bytes),
    headers: { cookie: as.cookie, 'content-type': 'application/octet-stream' },
  })
  await work()
  return { status: statusCode, body: JSON.parse(body) as { id: string; code: string } }
}
const open = async (id: string, query = ''): Promise<Opened> =>
  (await house.call<Opened>(intake, 'GET', `/imports/${id}?${query}`)).body
const confirm = async (id: string, more: object = {}, as = intake) => {
  const { digest, run } = await open(id)
  const reply = await house.call<{ version: number; code: string }>(as, 'POST', `/imports/${id}/confirmation`, {
    digest,
    version: run.version,
    ...more,
  })
  await work()
  return reply
}
const progress = async (id: string): Promise<object> =>
  (await house.call(intake, 'GET', `/imports/${id}/progress`)).body
const count = async (table: string): Promise<number> =>
  Number((await house.sql<{ count: number }>(`select count(*) from ${table}`))[0]?.count)
const refused = async (id: string): Promise<string> =>
  (await house.request({ method: 'GET', url: `/api/v1/imports/${id}/refused`, headers: { cookie: intake.cookie } }))
    .body

const list = (...rows: string[]): string =>
  ['Data;Cognome;Nome;Nato il;Comune;Tel;Segnalato da;Motivo;Consenso', ...rows].join('\n')

describe.each([
  ['segnalazioni-2026.csv', { newPerson: 105, repeats: 8, existing: 0, compare: 0, anonymous: 70, refused: 10 }],
  ['segnalazioni-2026.xlsx', { newPerson: 108, repeats: 8, existing: 0, compare: 0, anonymous: 70, refused: 6 }],
])('%s, as a body sends it', (name, planned) => {
  test('is planned, carried out whole, and its refused rows come back with their reasons', async () => {
    const { body } = await send(await shared(name), name)
    const dry = await open(body.id)
    expect(dry.planned).toEqual(planned)
    expect([await count('person'), await count('referral'), await count('anonymous_contact')]).toEqual([0, 0, 0])
    expect((await confirm(body.id)).status).toBe(200)
    expect((await open(body.id)).run).toMatchObject({ state: 'done', counts: planned })
    expect([await count('person'), await count('referral'), await count('anonymous_contact')]).toEqual([
      planned.newPerson,
      planned.newPerson + planned.repeats,
      planned.anonymous,
    ])
    const back = (await refused(body.id)).split(/\r\n/)
    expect(back[0]).toMatch(/^\uFEFF.*Riga;Motivo del rifiuto$/)
    expect(
      (await refused(body.id)).match(/non è un comune del programma|non esiste|deve ancora venire|riga di totali/g),
    ).toHaveLength(planned.refused)
    const kept = JSON.stringify(await house.sql('select * from import_run'))
    expect(kept).toContain('"sheet_sealed":null')
    expect(kept).not.toMatch(/Hoxha|HOXHA/)
  })
})

describe('a list sent again', () => {
  const rows = list('01/10/2026;Rossi;Anna;11/01/1984;Crema;0373 64804;Caritas;sola;si')
  test('is known as the same file, and makes nobody twice', async () => {
    await confirm((await send(rows)).body.id)
    const { id } = (await send(rows)).body
    expect(await open(id)).toMatchObject({
      doneBefore: '2026-11-24T09:00:00.000Z',
      planned: { refused: 1, newPerson: 0 },
    })
    expect((await confirm(id)).body.code).toBe('outreach.importAgain')
    expect((await confirm(id, { again: true })).body.code).toBe('outreach.importNothing')
    expect([await count('person'), await count('referral')]).toEqual([1, 1])
  })
  test('with a row more, takes only that one in, and knows who is here already', async () => {
    await confirm((await send(rows)).body.id)
    const more = `${rows}\n05/10/2026;ROSSI;Anna;11/01/1984;Crema;037364804;vicina;di nuovo;si`
    const { id } = (await send(more)).body
    expect((await open(id)).planned).toMatchObject({ refused: 1, existing: 1 })
    await confirm(id)
    expect([await count('person'), await count('referral')]).toEqual([1, 2])
  })
  test('confirmed twice at once is imported once', async () => {
    const { id } = (await send(rows)).body
    const { digest, run } = await open(id)
    const both = await Promise.all(
      [1, 2].map(() => house.call(intake, 'POST', `/imports/${id}/confirmation`, { digest, version: run.version })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await work()
    expect(await count('referral')).toBe(1)
  })
})

describe('what a row becomes', () => {
  test('a referral with its clocks from the day it was reported, its channel and its person', async () => {
    await confirm(
      (await send(list('20/11/2026;Rossi;Anna;11/01/1984;Crema;0373 64804;CPI Cremona;ha perso il lavoro;si'))).body.id,
    )
    const { rows } = (await house.call<{ rows: object[] }>(intake, 'GET', '/referrals')).body
    expect(rows).toMatchObject([
      {
        personName: 'Anna Rossi',
        channel: 'jobCentre',
        ageBand: '35-64',
        firstContactDue: '2026-11-27',
        clock: { days: 3 },
      },
    ])
  })
  test('without permission: an anonymous contact, or a row that comes back, as the worker chose', async () => {
    const rows = list(
      '20/11/2026;Rossi;Anna;11/01/1984;Crema;0373 64804;Caritas;parola segreta;da chiedere',
      '20/11/2026;Bo;Ugo;;Crema;;Caritas;;si',
    )
    const { id } = (await send(rows)).body
    const before = await open(id)
    expect(before.planned).toMatchObject({ anonymous: 1, newPerson: 1 })
    const layout = { headerRow: 0, mapping: before.mapping, keepAnonymous: false, version: 1 }
    expect((await house.call(intake, 'PUT', `/imports/${id}/mapping`, layout)).body).toEqual({ version: 2 })
    expect(await open(id)).toMatchObject({ digest: '', total: 0, progress: { phase: 'plan', stopped: false } })
    await work()
    expect((await open(id)).planned).toMatchObject({ anonymous: 0, refused: 1 })
    expect(
      (await house.call(intake, 'PUT', `/imports/${id}/mapping`, { ...layout, keepAnonymous: true, version: 2 }))
        .status,
    ).toBe(200)
    await work()
    await confirm(id)
    expect(await count('anonymous_contact')).toBe(1)
    expect(JSON.stringify(await house.sql('select * from anonymous_contact'))).not.toMatch(/segreta|Rossi|64804/)
  })
  test('of a town of another district comes back, and is nobody here', async () => {
    await house.sql(`update municipality set district_id = $1 where name = 'Cremona'`, [cremona])
    const { id } = (
      await send(list('20/11/2026;Rossi;Anna;;Cremona;;Caritas;;si', '20/11/2026;Bo;Ugo;;Crema;;Caritas;;si'))
    ).body
    await confirm(id)
    expect(await house.sql('select family_name from person')).toEqual([{ family_name: 'Bo' }])
    expect(await refused(id)).toContain('«Cremona» è di un altro ambito')
    await house.sql(`update municipality set district_id = $1 where name = 'Cremona'`, [crema])
  })
  test('that resembles somebody waits for a decision, and comes back if nobody takes one', async () => {
    const rows = list('20/11/2026;Rossi;Anna;11/01/1984;Crema;;Caritas;;si', '21/11/2026;Rosi;Ana;;Crema;;vicina;;si')
    const first = (await send(rows)).body.id
    const [alike] = (await open(first, 'verdict=compare')).rows
    expect(alike).toMatchObject({ line: 3, row: { verdict: 'compare' } })
    await confirm(first)
    expect(await refused(first)).toContain('decidi se è la stessa')
    await house.sql('truncate import_row, import_progress, import_run, referral_move, referral cascade')
    await house.sql('truncate person cascade')
    const second = (await send(rows)).body.id
    await confirm(second, { decisions: [{ line: 3, as: 'line', sameAs: 2 }] })
    expect([await count('person'), await count('referral')]).toEqual([1, 2])
  })
})

describe('what goes wrong', () => {
  const row = list(
    '20/11/2026;Rossi;Anna;11/01/1984;Crema;0373 64804;Caritas;sola;si',
    '20/11/2026;Bo;Ugo;;Crema;;Caritas;;si',
  )
  test('a process killed half-way leaves nothing; the list says that it stopped, and can be started again', async () => {
    const { id } = (await send(row)).body
    const { digest, run } = await open(id)
    const given = { digest, version: run.version }
    expect((await house.call(intake, 'POST', `/imports/${id}/confirmation`, given)).status).toBe(200)
    let made = 0
    const dying = {
      ...house.services,
      newId: () => {
        made += 1
        if (made > 4) throw new Error('killed')
        return house.services.newId()
      },
    }
    await expect(work(dying)).rejects.toThrow('killed')
    expect([await count('person'), await count('referral'), (await open(id)).run.state]).toEqual([0, 0, 'carrying'])
    expect(await progress(id)).toMatchObject({ phase: 'carry', stopped: true, fault: 'outreach.importStopped' })
    expect((await house.call(intake, 'POST', `/imports/${id}/attempt`)).status).toBe(200)
    await work()
    expect([await count('person'), await progress(id)]).toEqual([
      2,
      { phase: 'rest', done: 0, total: 0, stopped: false, fault: null, state: 'done' },
    ])
  })
  test('one who was cut off without a word is told to have stopped after two minutes, and not before', async () => {
    const { id } = (await send(row)).body
    const { digest, run } = await open(id)
    await house.call(intake, 'POST', `/imports/${id}/confirmation`, { digest, version: run.version })
    house.setClock('2026-11-24T09:01:50.000Z')
    expect(await progress(id)).toMatchObject({ phase: 'carry', stopped: false })
    expect((await house.call(intake, 'POST', `/imports/${id}/attempt`)).body.code).toBe('outreach.importWorking')
    house.setClock('2026-11-24T09:02:10.000Z')
    expect(await progress(id)).toMatchObject({ stopped: true, fault: null })
    expect((await house.call(intake, 'POST', `/imports/${id}/attempt`)).status).toBe(200)
    await work()
    await work()
    expect(await count('person')).toBe(2)
  })
  test('what is carried out can be neither dropped nor confirmed again meanwhile', async () => {
    const { id } = (await send(row)).body
    const { digest, run } = await open(id)
    const given = { digest, version: run.version }
    await house.call(intake, 'POST', `/imports/${id}/confirmation`, given)
    for (const path of ['confirmation', 'cancellation'])
      expect(
        (await house.call(intake, 'POST', `/imports/${id}/${path}`, path === 'confirmation' ? given : undefined)).body
          .code,
      ).toBe('outreach.importCarrying')
    await work()
  })
  test('what was seen is what is done: if the registry changed meanwhile, one looks again', async () => {
    const { id } = (await send(row)).body
    await house.call(intake, 'POST', '/persons', {
      familyName: 'Rossi',
      givenName: 'Anna',
      birthDate: '1984-01-11',
      districtId: crema,
      contactPermission: 'given',
      ground: { purpose: 'contact', basis: 'consent', how: 'spoken', noticeVersion: '2026-01' },
    })
    expect((await confirm(id)).status).toBe(200)
    expect(await open(id)).toMatchObject({
      run: { state: 'read' },
      progress: { phase: 'rest', fault: 'outreach.importChanged' },
      planned: { compare: 1, newPerson: 1 },
    })
    expect(await count('referral')).toBe(0)
    expect((await confirm(id)).status).toBe(200)
    expect([await count('person'), await count('referral')]).toEqual([2, 1])
  })
  test('a list that nobody confirms is erased after the days of the programme', async () => {
    const { id } = (await send(row)).body
    const erase = () =>
      transact(
        house.services,
        { by: 'system' },
        ({ tx }) => outreachJobs.jobs.eraseUploads?.(tx, {}) ?? Promise.reject(new Error('no such job')),
      )
    house.setClock('2026-12-08T09:00:00.000Z')
    await erase()
    expect((await open(id)).run.state).toBe('read')
    house.setClock('2026-12-09T09:00:00.000Z')
    await erase()
    expect(await house.sql('select sheet_sealed, plan_sealed, state from import_run')).toEqual([
      { sheet_sealed: null, plan_sealed: null, state: 'cancelled' },
    ])
    expect(await house.sql(`select 1 from journal where act = 'imports.erase' and subject_id = $1`, [id])).toHaveLength(
      1,
    )
  })
  test('the rows that were refused are erased after the days of the programme, and their number stays', async () => {
    const { id } = (await send(`${row}\n20/11/2026;Bo;Ugo;;Parigi;;Caritas;;si`)).body
    expect((await open(id)).planned.refused).toBe(1)
    expect((await confirm(id)).status).toBe(200)
    const at = `/imports/${id}/refused`
    const fetched = async (): Promise<number> => (await house.call(intake, 'GET', at)).status
    const erase = async (day: string): Promise<void> => {
      house.setClock(`${day}T09:00:00.000Z`)
      const job = outreachJobs.jobs.eraseRefusedRows
      await transact(house.services, { by: 'system' }, ({ tx }) => job?.(tx, {}) ?? Promise.reject(new Error('no job')))
    }
    await erase('2026-12-06')
    expect([await fetched(), (await open(id)).refusedKept]).toEqual([200, true])
    await erase('2026-12-09')
    expect([await fetched(), (await open(id)).refusedKept]).toEqual([404, false])
    expect((await open(id)).planned.refused).toBe(1)
    await erase('2026-12-10')
    expect(await house.sql(`select reason from journal where act = 'imports.eraseRefused'`)).toEqual([{ reason: '1' }])
  })
  test('columns that were not understood are named by hand; a column twice, or no names, is refused', async () => {
    const { id } = (await send('x;y;z\nRossi;Anna;si\nBo;Ugo;si')).body
    expect(await open(id)).toMatchObject({ total: 0, digest: '' })
    const put = (mapping: object) =>
      house.call(intake, 'PUT', `/imports/${id}/mapping`, { headerRow: 0, mapping, keepAnonymous: true, version: 1 })
    expect((await put({ familyName: 0, givenName: 0 })).body.code).toBe('outreach.importColumnTwice')
    expect((await put({ familyName: 0 })).body.code).toBe('outreach.importNoNames')
    expect((await put({ familyName: 0, givenName: 1, contactPermission: 2 })).status).toBe(200)
    await work()
    expect((await open(id)).planned.newPerson).toBe(2)
  })
  test.each([
    ['nothing', '', 'platform.sheetEmpty'],
    ['a web page', '<html><table></table></html>', 'platform.sheetHtml'],
    ['a PDF', '%PDF-1.7\n', 'platform.sheetNotTable'],
    ['half a zip', 'PK\x03\x04 and then nothing', 'platform.sheetDamaged'],
    ['quotes never closed', 'Cognome;Nome\n"Rossi;Anna\n', 'platform.sheetBrokenQuotes'],
  ])('a hostile file, %s, is refused with its reason and nothing is kept', async (_, bytes, code) => {
    const { status, body } = await send(bytes)
    expect([status, body.code]).toEqual([422, code])
    expect(await count('import_run')).toBe(0)
  })
  test('a formula is never given back alive', async () => {
    const { id } = (await send(list('31/02/2026;=HYPERLINK("http://x.invalid");Anna;;Crema;;@SUM(A1);;si'))).body
    expect(await refused(id)).not.toMatch(/(^|;|")[=@]/m)
  })
  test('a list that was dropped keeps no row', async () => {
    const { id } = (await send(row)).body
    expect((await house.call(intake, 'POST', `/imports/${id}/cancellation`)).status).toBe(200)
    expect(await house.sql('select sheet_sealed, refused_sealed, state from import_run')).toEqual([
      { sheet_sealed: null, refused_sealed: null, state: 'cancelled' },
    ])
    expect((await house.call(intake, 'POST', `/imports/${id}/cancellation`)).body.code).toBe('outreach.importOver')
  })
})

describe('rights', () => {
  test('a list belongs to its district', async () => {
    const { id } = (await send(list('20/11/2026;Bo;Ugo;;Crema;;Caritas;;si'))).body
    const stranger = await house.worker({ role: 'intake', district: cremona })
    const tutor = await house.worker({ role: 'tutor', district: crema })
    expect((await house.call(stranger, 'GET', `/imports/${id}`)).status).toBe(404)
    expect((await house.call(stranger, 'GET', '/imports')).body).toEqual({ rows: [], total: 0 })
    expect((await house.call(stranger, 'POST', `/imports/${id}/cancellation`)).status).toBe(404)
    expect((await send('a;b', 'x.csv', stranger, crema)).status).toBe(404)
    expect((await house.call(tutor, 'GET', `/imports/${id}`)).status).toBe(403)
  })
  test('whoever looks at it, confirms it or fetches its refused rows leaves a line', async () => {
    const { id } = (await send(list('20/11/2026;Bo;Ugo;;Crema;;Caritas;;si', 'x;;;;;;;;'))).body
    await confirm(id)
    await refused(id)
    const acts = await house.sql<{ act: string }>('select distinct act from journal where subject_id = $1', [id])
    expect(acts.map(({ act }) => act).sort()).toEqual([
      'imports.confirm',
      'imports.done',
      'imports.open',
      'imports.plan',
      'imports.read',
      'imports.refused',
    ])
  })
})
