import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { platformJobs } from '../../platform/server/jobs.ts'
import { verifyJournal } from '../../platform/server/journalCheck.store.ts'
import { transact } from '../../platform/server/transact.ts'
import { anEmail, linkTo, runJobs } from './access.sample.ts'

let house: TestHouse
let admin: Worker
beforeAll(async () => {
  house = await openHouse('journal')
  admin = await house.worker({ role: 'administrator', name: 'Ada Admin' })
})
afterAll(() => house.close())

const seal = async (): Promise<void> => {
  const job = platformJobs.jobs.sealJournal
  if (job) await transact(house.services, { by: 'system' }, ({ tx }) => job(tx, null))
}
const give = (districtId: string, worker: Worker) =>
  house.call<{ id: string }>(admin, 'POST', `/access/accounts/${worker.id}/grants`, { role: 'intake', districtId })
type Lines = {
  rows: { sentence: string; actorName: string; act: string; districtId: string | null; at: string; id: string }[]
  total: number
}

describe('the journal', () => {
  test('is read as sentences, only of one’s own district, filtered and a page at a time', async () => {
    const [worker, auditor] = [
      await house.worker({ role: 'tutor', district: crema }),
      await house.worker({ role: 'auditor', district: crema }),
    ]
    await give(crema, worker)
    await give(cremona, worker)
    const read = async (query = '') => (await house.call<Lines>(auditor, 'GET', `/access/journal?${query}`)).body
    const all = await read()
    expect(all.rows.every(({ districtId }) => districtId === crema)).toBe(true)
    expect(all.rows[0]).toMatchObject({ sentence: 'ha dato un ruolo', actorName: 'Ada Admin', act: 'access.grant' })
    expect((await read('lang=en')).rows[0]).toMatchObject({ sentence: 'gave a role' })
    expect((await read(`actorId=${admin.id}&act=access.grant&limit=1`)).rows).toHaveLength(1)
    expect((await read('actor=ada')).total).toBe(all.total)
    expect((await read(`actorId=${auditor.id}`)).total).toBe(0)
    expect((await read(`districtId=${cremona}`)).total).toBe(0)
    expect((await read('to=2020-01-01')).total).toBe(0)
    expect((await read('from=2020-01-01')).total).toBe(all.total)
  })

  test('goes out as a file, of one’s own district alone, with no living formula, and the taking is a line', async () => {
    const [worker, auditor] = [
      await house.worker({ role: 'tutor', district: crema }),
      await house.worker({ role: 'auditor', district: crema, name: '=1+1 Ugo' }),
    ]
    await give(crema, worker)
    await give(cremona, worker)
    const take = (as: Worker, query = '') =>
      house.request({ url: `/api/v1/access/journal.csv?${query}`, headers: { cookie: as.cookie } })
    const taken = await take(auditor, 'act=access.grant')
    expect([taken.statusCode, taken.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(taken.body).toContain('ha dato un ruolo')
    expect([taken.body.includes(crema), taken.body.includes(cremona)]).toEqual([true, false])
    const again = await take(auditor, `actorId=${auditor.id}`)
    expect(again.body).toContain(`access.exportJournal;ha scaricato righe del registro`)
    expect(again.body).toContain(`;'=1+1 Ugo;`)
    expect((await take(auditor, 'limit=5')).statusCode).toBe(400)
    expect((await take(worker)).statusCode).toBe(403)
  })

  test('of the whole programme, sign-ins too, is read by an auditor of the whole programme', async () => {
    const [worker, auditor] = [
      await house.worker({ role: 'tutor', district: crema }),
      await house.worker({ role: 'auditor' }),
    ]
    await house.call(worker, 'POST', '/access/lock', {})
    const { body } = await house.call<Lines>(auditor, 'GET', `/access/journal?actorId=${worker.id}`)
    expect(body.rows).toMatchObject([{ sentence: 'ha bloccato lo schermo', districtId: null }])
  })

  test('is never read by an administrator or a tutor', async () => {
    for (const role of ['administrator', 'tutor'])
      expect(
        (
          await house.call(
            await house.worker({ role, district: role === 'tutor' ? crema : null }),
            'GET',
            '/access/journal',
          )
        ).status,
      ).toBe(403)
  })

  test('holds together until one line is altered, and then the first broken link is named', async () => {
    const auditor = await house.worker({ role: 'auditor', district: crema })
    const worker = await house.worker({ role: 'tutor', district: crema })
    for (const districtId of [crema, cremona]) await give(districtId, worker)
    const before = await house.call<{ waiting: number }>(auditor, 'POST', '/access/journal/verify', {})
    expect(before.body.waiting).toBeGreaterThan(0)
    await seal()
    const sound = await verifyJournal(house.services.pool)
    expect(sound).toMatchObject({ brokenNo: null, waiting: 0, stray: 0 })
    expect(sound.held).toBeGreaterThan(2)
    const [link] = await house.sql<{ no: number; entry_id: string }>(
      'select no, entry_id from journal_seal order by no offset 1 limit 1',
    )
    await house.sql(`update journal set actor_name = 'Un altro nome' where id = $1`, [link?.entry_id])
    expect(await verifyJournal(house.services.pool)).toMatchObject({
      brokenNo: link?.no,
      brokenEntry: link?.entry_id,
      held: 1,
    })
    expect((await house.call(auditor, 'POST', '/access/journal/verify', {})).body).toMatchObject({
      brokenNo: link?.no,
      held: 1,
    })
    await house.sql(`update journal set actor_name = 'Ada Admin' where id = $1`, [link?.entry_id])
    expect((await verifyJournal(house.services.pool)).brokenNo).toBe(null)
    await house.sql(
      'insert into journal select district_id, at, gen_random_uuid(), act, actor_kind, actor_id, actor_name, organisation_id, subject_kind, subject_id, person_id, case_id, fields, digests, reason from journal limit 1',
    )
    expect((await verifyJournal(house.services.pool)).stray).toBe(1)
    expect((await house.call(admin, 'POST', '/access/journal/verify', {})).status).toBe(403)
  })
})

describe('the outgoing mail', () => {
  const invite = async (name = 'Nuova Persona') => {
    const email = anEmail()
    await house.call(admin, 'POST', '/access/accounts', { email, name, grants: [{ role: 'tutor', districtId: crema }] })
    return email
  }

  test('is kept to be read when there is no mail server, and reading it is journalled', async () => {
    const email = await invite()
    await runJobs(house)
    const { body } = await house.call<{ rows: { id: string; to: string; state: string }[]; total: number }>(
      admin,
      'GET',
      '/access/outbox?state=kept',
    )
    const mail = body.rows.find(({ to }) => to === email)
    expect(mail).toMatchObject({ state: 'kept' })
    const read = await house.call<{ text: string }>(admin, 'GET', `/access/outbox/${mail?.id}`)
    expect(read.body.text).toContain(await linkTo(house, email))
    expect(
      await house.sql(`select 1 from journal where act = 'access.mail' and subject_id = $1`, [mail?.id]),
    ).toHaveLength(1)
    expect((await house.call(admin, 'GET', `/access/outbox/${crema}`)).status).toBe(404)
  })

  test('is sent, and its text wiped; a server that refuses is asked again later', async () => {
    const received: string[] = []
    let refusing = true
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, end) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          if (refusing) return end(Object.assign(new Error('torna più tardi'), { responseCode: 451 }))
          received.push(Buffer.concat(parts).toString())
          end()
        })
      },
    })
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as { port: number }
    const second = await openHouse('smtp', { SMTP_URL: `smtp://127.0.0.1:${port}` })
    try {
      const boss = await second.worker({ role: 'administrator' })
      const email = anEmail()
      await second.call(boss, 'POST', '/access/accounts', {
        email,
        name: 'Nuova Persona',
        grants: [{ role: 'tutor', districtId: crema }],
      })
      const runOnce = async (): Promise<void> => {
        const [job] = await second.sql<{ id: string; payload: unknown }>(
          'select id, payload from graphile_worker._private_jobs order by id limit 1',
        )
        await second.sql('delete from graphile_worker._private_jobs where id = $1', [job?.id])
        const { outboxJobs } = await import('../../platform/server/outbox.ts')
        const send = outboxJobs.jobs.sendMail
        if (send && job) await transact(second.services, { by: 'system' }, ({ tx }) => send(tx, job.payload))
      }
      await runOnce()
      const row = async () =>
        (await second.sql('select state, body_text, problem from outbox where to_address = $1', [email]))[0]
      expect(await row()).toMatchObject({ state: 'failed', problem: expect.stringContaining('torna più tardi') })
      refusing = false
      await runOnce()
      expect(await row()).toEqual({ state: 'sent', body_text: '', problem: null })
      expect(received).toHaveLength(1)
      expect(received[0]).toContain('Il tuo invito a Fare Legami')
      expect(await second.sql('select 1 from graphile_worker._private_jobs')).toEqual([])
    } finally {
      await second.close()
      await new Promise<void>((closed) => server.close(() => closed()))
    }
  })
})
