import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import { transact } from '../../platform/server/transact.ts'
import { anAlter } from '../../ties/core/wave.sample.ts'
import { pactJobs } from './day.jobs.ts'
import { approve, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'

let house: TestHouse
let panel: Worker
let coordinator: Worker
let one: SampleCase
let pactId: string

beforeAll(async () => {
  house = await openHouse('pact life')
  house.setClock('2026-08-20T09:00:00.000Z')
  one = await sampleCase(house)
  panel = await house.worker({ role: 'panel', district: crema, name: 'Elena Riva' })
  coordinator = await house.worker({ role: 'coordinator', district: crema, name: 'Anna Villa' })
})
afterAll(() => house.close())

const move = (as: Worker, body: object) => house.call<{ code: string }>(as, 'POST', `/pacts/${pactId}/moves`, body)

/** Runs a job of the room as the product itself does. */
const runJob = async (name: string, payload: object = {}): Promise<void> => {
  const job = pactJobs.jobs[name]
  if (!job) throw new Error(`no job ${name}`)
  await transact(house.services, { by: 'system' }, ({ tx }) => job(tx, payload))
}

describe('a pact, from draft to the last follow-up', () => {
  test('begins as a draft with a number of its year, seen by its equipe and not by the panel', async () => {
    const started = await startSample(house, one)
    pactId = started.id
    expect(started.number).toBe('PG-2026-001')
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.pact.state).toBe('draft')
    expect(sheet.pending?.content.commitments).toHaveLength(4)
    expect(sheet.personLabel).toBe('Amina Traore')
    expect(sheet.moves.find((row) => row.move === 'submit')).toEqual({ move: 'submit', why: null })
    expect((await house.call(panel, 'GET', `/pacts/${pactId}`)).status).toBe(404)
    expect((await house.call<{ total: number }>(panel, 'GET', '/pacts')).body.total).toBe(0)
  })

  test('goes to the panel, which reads its text and nothing of the case, and approves with minutes', async () => {
    expect((await move(panel, { move: 'approve', reason: 'x' })).status).toBe(404)
    await approve(house, { tutor: one.tutor, panel, pactId })
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.pact.state).toBe('approved')
    expect(sheet.pending?.state).toBe('signing')
    expect(sheet.signatories.map(({ role }) => role).sort()).toEqual(['adultMember', 'host', 'partnerBody', 'person'])
    expect(sheet.decisions).toMatchObject([{ decision: 'approve', minutes: 'Patto chiaro e a due lati.' }])
    expect((await house.call(panel, 'GET', `/pacts/${pactId}`)).status).toBe(404)
  })

  test('binds with the last required signature: frozen, printed, fingerprinted, by itself', async () => {
    house.setClock('2026-09-01T09:00:00.000Z')
    const sheet = await signAll(house, one.tutor, pactId)
    expect(sheet.pact).toMatchObject({ state: 'signed', versionInForce: 1, signedOn: '2026-09-01' })
    expect(sheet.versions[0]).toMatchObject({ state: 'inForce', printed: true, frozenAt: '2026-09-01T09:00:00.000Z' })
    expect(sheet.versions[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    const file = await house.request({
      url: `/api/v1/pacts/${pactId}/document.pdf`,
      headers: { cookie: one.tutor.cookie },
    })
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const found = await house.call<{ versions: { differs: string[] }[] }>(one.tutor, 'GET', `/pacts/${pactId}/verify`)
    expect(found.body.versions).toMatchObject([{ number: 1, differs: [] }])
  })

  test('starts by itself on its first day, with the first review set', async () => {
    house.setClock('2026-09-03T04:10:00.000Z')
    await runJob('pactDay')
    await runJob('movePactByItself', { pactId, move: 'activate' })
    const { pact, reviews, history } = await sheetOf(house, one.tutor, pactId)
    expect(pact.state).toBe('active')
    expect(reviews).toMatchObject([{ kind: 'interim', due: '2026-12-02', heldOn: null }])
    expect(history.map((row) => row.move)).toEqual(['submit', 'approve', 'sign', 'activate'])
  })

  test('counts what was kept, and shows it in the list', async () => {
    house.setClock('2026-10-01T09:00:00.000Z')
    const sheet = await sheetOf(house, one.tutor, pactId)
    const itemId = sheet.inForce?.content.commitments[0]?.id
    const mark = { about: 'commitment', itemId, value: 'kept', on: '2026-09-30', note: '17 sere su 20' }
    const reply = await house.call(one.tutor, 'POST', `/pacts/${pactId}/marks`, mark)
    expect(reply).toMatchObject({ status: 200, body: { kept: 1, total: 4 } })
    const list = await house.call<{ rows: object[] }>(one.tutor, 'GET', '/pacts?q=amina&state=active&mine=yes')
    expect(list.body.rows).toMatchObject([
      {
        number: 'PG-2026-001',
        personLabel: 'Amina Traore',
        tutorName: 'Sara Benelli',
        partnerName: 'Caritas di prova',
        municipality: 'Crema',
        kept: 1,
        total: 4,
        next: { kind: 'review', due: '2026-12-02', days: 62, isLate: false },
      },
    ])
  })

  test('changes by a new text with its reason, while the signed one stays as it is', async () => {
    const begun = await house.call<{ versionId: string }>(one.tutor, 'POST', `/pacts/${pactId}/versions`, {
      reason: 'Il corso è di mattina',
    })
    const { versionId } = begun.body
    const before = await sheetOf(house, one.tutor, pactId)
    const path = `commitments/${before.pending?.content.commitments[0]?.id}/text`
    const edits = [{ path, base: 'portare Issa a scuola ogni mattina', value: 'andare al corso di mattina' }]
    await house.call(one.tutor, 'PATCH', `/pacts/${pactId}/versions/${versionId}`, { edits })
    const rows = await house.call<{ rows: object[] }>(one.tutor, 'GET', `/pacts/${pactId}/versions/compare?a=1&b=2`)
    expect(rows.body.rows).toMatchObject([{ path, kind: 'changed', after: 'andare al corso di mattina' }])
    const at = `/pacts/${pactId}/versions/${versionId}/moves`
    expect((await house.call(one.tutor, 'POST', at, { move: 'submit' })).status).toBe(200)
    expect((await sheetOf(house, panel, pactId)).pending?.number).toBe(2)
    expect((await house.call(panel, 'POST', at, { move: 'approve', reason: 'Va bene' })).status).toBe(200)
    const after = await signAll(house, one.tutor, pactId)
    expect(after.pact).toMatchObject({ state: 'active', versionInForce: 2 })
    expect(after.versions.map(({ state, printed }) => [state, printed])).toEqual([
      ['superseded', true],
      ['inForce', true],
    ])
  })

  test('rests and resumes by itself on the day that was said', async () => {
    expect((await move(one.tutor, { move: 'suspend', reason: 'Ricovero', until: '2026-10-20' })).status).toBe(200)
    house.setClock('2026-10-20T04:10:00.000Z')
    await runJob('movePactByItself', { pactId, move: 'resume' })
    expect((await sheetOf(house, coordinator, pactId)).pact).toMatchObject({ state: 'active', suspendedUntil: null })
  })

  test('is reviewed in both voices, and the next review sets itself', async () => {
    house.setClock('2026-12-01T09:00:00.000Z')
    const { reviews } = await sheetOf(house, one.tutor, pactId)
    const held = { heldOn: '2026-12-01', personVoice: 'Va meglio', workerVoice: 'Bene', decision: 'goOn' }
    const at = `/pacts/${pactId}/reviews/${reviews[0]?.id}/hold`
    expect((await house.call(one.tutor, 'POST', at, { ...held, personVoice: ' ' })).status).toBe(422)
    expect(await house.call(one.tutor, 'POST', at, held)).toMatchObject({
      status: 200,
      body: { nextDue: '2027-03-01' },
    })
    expect((await house.call(one.tutor, 'POST', at, held)).status).toBe(409)
  })

  test('is extended, then closed after the final review, and asks how things are three times', async () => {
    expect((await move(one.tutor, { move: 'extend', reason: 'Serve tempo', newEnd: '2027-05-31' })).status).toBe(200)
    house.setClock('2027-05-31T09:00:00.000Z')
    expect((await move(one.tutor, { move: 'startClosing' })).status).toBe(200)
    const closure = {
      goals: 'partly',
      work: 'none',
      training: '',
      others: ['newStableTies'],
      reason: 'Il percorso è finito',
      tiesAndRoles: 'Cucina con Tavola Lunga',
      lastDay: '2027-05-31',
    }
    expect(await move(one.tutor, { move: 'close', closure })).toMatchObject({
      status: 409,
      body: { code: 'pacts.needs.finalReview' },
    })
    const { reviews } = await sheetOf(house, one.tutor, pactId)
    const final = reviews.find(({ kind }) => kind === 'final')
    const held = { heldOn: '2027-05-31', personVoice: 'Sono contenta', workerVoice: 'Anche noi', decision: 'close' }
    await house.call(one.tutor, 'POST', `/pacts/${pactId}/reviews/${final?.id}/hold`, held)
    expect((await move(one.tutor, { move: 'close', closure })).status).toBe(200)
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.pact).toMatchObject({ state: 'closed', closedOn: '2027-05-31' })
    expect(sheet.followUps.map(({ due }) => due)).toEqual(['2027-08-31', '2027-11-30', '2028-05-31'])
    const [file] = await house.sql<{ state: string }>('select state from case_file where id = $1', [one.caseId])
    expect(file?.state).toBe('open')
  })

  /** A conversation about ties, brought to its end or left open. */
  const talk = async (label: string, ended: boolean): Promise<string> => {
    const id = v7()
    await house.call(one.tutor, 'POST', '/waves', { id, caseId: one.caseId, moment: 'T2', heldOn: '2027-05-31' })
    const { id: _, ...alter } = anAlter({ label })
    const saved = await house.call<{ version: number }>(one.tutor, 'PUT', `/waves/${id}/alters/${v7()}`, {
      version: 1,
      alter,
    })
    expect(saved.status).toBe(200)
    if (ended) await house.call(one.tutor, 'POST', `/waves/${id}/end`, { version: saved.body.version })
    return id
  }

  test('asks nothing more when the person wants no more calls, and third parties lose their labels, also in conversations', async () => {
    await house.sql(
      `insert into tie (district_id, id, case_id, person_id, a_kind, a_id, b_kind, b_label, kind, since, evidence, origin_kind, recorded_by, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, 'person', $3, 'alter', 'T.G.', 'neighbour', '2026-10-01', 'saidByPerson', 'pact', $4, now())`,
      [crema, one.caseId, one.personId, one.tutor.id],
    )
    const waves = [await talk('Teresa', true), await talk('Zia', false)]
    house.setClock('2027-08-31T09:00:00.000Z')
    const { followUps } = await sheetOf(house, one.tutor, pactId)
    const at = `/pacts/${pactId}/follow-ups/${followUps[0]?.id}/hold`
    const held = { heldOn: '2027-08-31', reached: true, refused: true, personVoice: 'Basta così', stillAliveTies: 2 }
    expect((await house.call(one.tutor, 'POST', at, held)).status).toBe(200)
    const sheet = await sheetOf(house, one.tutor, pactId)
    expect(sheet.pact.followUpsDone).toEqual([3, 6, 12])
    expect(sheet.deadlines).toEqual([])
    expect(await house.sql(`select distinct b_label from tie where case_id = $1`, [one.caseId])).toEqual([
      { b_label: '' },
    ])
    for (const [index, state] of ['done', 'dropped'].entries()) {
      const told = await house.call<{ alters: { label: string }[] }>(one.tutor, 'GET', `/waves/${waves[index]}`)
      expect(told.body).toMatchObject({ state })
      expect(told.body.alters.map(({ label }) => label).filter(Boolean)).toEqual([])
      expect(told.body.alters.length).toBeGreaterThan(0)
    }
  })

  test('stays as it is once closed, but for what comes late with its reason', async () => {
    const sheet = await sheetOf(house, one.tutor, pactId)
    const itemId = sheet.inForce?.content.commitments[0]?.id
    const mark = { about: 'commitment', itemId, value: 'notKept', on: '2027-05-01', note: '' }
    const at = `/pacts/${pactId}/marks`
    expect(await house.call(one.tutor, 'POST', at, mark)).toMatchObject({ status: 409, body: { code: 'pacts.over' } })
    expect((await move(one.tutor, { move: 'suspend', reason: 'x', until: '2027-09-01' })).status).toBe(409)
    const review = { kind: 'interim', due: '2027-09-01' }
    expect((await house.call(one.tutor, 'POST', `/pacts/${pactId}/reviews`, review)).status).toBe(409)
    const late = { ...mark, late: 'Lo abbiamo saputo dalla scuola solo adesso' }
    expect((await house.call(one.tutor, 'POST', at, late)).status).toBe(200)
    expect((await sheetOf(house, one.tutor, pactId)).pact.closedOn).toBe('2027-05-31')
  })

  test('leaves a line of every step in the journal, with its reason', async () => {
    const rows = await house.sql<{ act: string }>(
      `select act from journal where subject_id = $1 and act like 'pacts.move%' order by at, id`,
      [pactId],
    )
    expect(rows.map(({ act }) => act.replace('pacts.', ''))).toEqual([
      'move.submit',
      'move.approve',
      'move.activate',
      'moveVersion.submit',
      'moveVersion.approve',
      'move.suspend',
      'move.resume',
      'move.extend',
      'move.startClosing',
      'move.close',
    ])
  })
})
