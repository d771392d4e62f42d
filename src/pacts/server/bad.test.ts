import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caritas, crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { allPactMoves } from '../core/pact.ts'
import { approve, drawing, type SampleCase, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'

let house: TestHouse
let panel: Worker
let one: SampleCase

beforeAll(async () => {
  house = await openHouse('pact bad days')
  panel = await house.worker({ role: 'panel', district: crema, name: 'Elena Riva' })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setClock('2026-09-01T09:00:00.000Z')
  one = await sampleCase(house)
})

type Said = { code: string; about?: object }
const post = (as: Worker | null, path: string, body: object, headers = {}) =>
  house.call<Said>(as, 'POST', `/pacts${path}`, body, headers)

const signing = async (): Promise<{ pactId: string; sheet: PactSheet; hash: string; first: string }> => {
  const { id: pactId } = await startSample(house, one)
  await approve(house, { tutor: one.tutor, panel, pactId })
  const sheet = await sheetOf(house, one.tutor, pactId)
  return { pactId, sheet, hash: sheet.pending?.contentHash ?? '', first: sheet.signatories[0]?.id ?? '' }
}

describe('moves that the table forbids', () => {
  test('are refused with what would open them, for every move of a draft but the two that are open', async () => {
    const { id } = await startSample(house, one)
    const coordinator = await house.worker({ role: 'coordinator', district: crema })
    const told: Record<string, number> = {}
    for (const move of allPactMoves) {
      if (['submit', 'withdraw', 'interrupt', 'transfer'].includes(move)) continue
      const by = move === 'approve' || move === 'sendBack' || move === 'refuse' ? panel : one.tutor
      const reply = await post(by, `/${id}/moves`, { move, reason: 'Un motivo' })
      told[move] = reply.status
    }
    expect(told).toEqual({
      takeBack: 409,
      approve: 404,
      sendBack: 404,
      refuse: 404,
      sign: 409,
      activate: 409,
      suspend: 409,
      resume: 409,
      extend: 409,
      startClosing: 409,
      close: 409,
    })
    expect((await post(coordinator, `/${id}/moves`, { move: 'submit' })).status).toBe(403)
    expect((await sheetOf(house, one.tutor, id)).pact.state).toBe('draft')
  })

  test('a double click sends the pact once, and both clicks get the same reply', async () => {
    const { id } = await startSample(house, one)
    const key = { 'idempotency-key': 'double-click-1' }
    const replies = await Promise.all([1, 2].map(() => post(one.tutor, `/${id}/moves`, { move: 'submit' }, key)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(await house.sql('select no from pact_move where pact_id = $1', [id])).toHaveLength(1)
  })

  test('whoever is tutor of a pact never judges it, even from a seat in the panel', async () => {
    const { id } = await startSample(house, one)
    await house.sql(
      `insert into account_role (id, account_id, role_code, district_id, from_day) values (gen_random_uuid(), $1, 'panel', $2, '2020-01-01')`,
      [one.tutor.id, crema],
    )
    await post(one.tutor, `/${id}/moves`, { move: 'submit' })
    expect((await post(one.tutor, `/${id}/moves`, { move: 'approve', reason: 'Sì' })).status).toBe(403)
  })

  test('time never goes back: a clock set back leaves the later moment', async () => {
    const { id } = await startSample(house, one)
    await post(one.tutor, `/${id}/moves`, { move: 'submit' })
    house.setClock('2026-08-01T09:00:00.000Z')
    await post(panel, `/${id}/moves`, { move: 'approve', reason: 'Sì' })
    const { history, pact } = await sheetOf(house, one.tutor, id)
    expect(history.map(({ at }) => at)).toEqual(['2026-09-01T09:00:00.000Z', '2026-09-01T09:00:00.000Z'])
    expect(pact.stateSince).toBe('2026-09-01')
  })
})

describe('who may', () => {
  test('nobody unknown, no evaluator, no other district, no other equipe opens a pact', async () => {
    const { id } = await startSample(house, one)
    const evaluator = await house.worker({ role: 'evaluator' })
    const host = await house.worker({ role: 'host', organisation: caritas })
    const away = await house.worker({ role: 'coordinator', district: cremona })
    const stranger = await house.worker({ role: 'tutor', district: crema })
    const seen = await Promise.all(
      [null, evaluator, host, away, stranger].map((who) => house.call(who, 'GET', `/pacts/${id}`)),
    )
    expect(seen.map(({ status }) => status)).toEqual([401, 403, 403, 404, 404])
    expect((await house.call(evaluator, 'GET', '/pacts')).status).toBe(403)
    expect((await house.call<{ total: number }>(away, 'GET', '/pacts')).body.total).toBe(0)
    expect((await house.call(stranger, 'GET', `/pacts/${id}/document.pdf`)).status).toBe(404)
    expect((await post(stranger, `/${id}/versions`, { reason: 'x' })).status).toBe(404)
  })

  test('a body cannot set what only moves set', async () => {
    const body = {
      caseId: one.caseId,
      kind: 'inclusion',
      partnerOrganisationId: caritas,
      tutorId: one.tutor.id,
      involvedIds: [],
    }
    expect((await post(one.tutor, '', { ...body, state: 'active' })).status).toBe(400)
    expect((await post(one.tutor, '', { ...body, number: 'PG-2026-001' })).status).toBe(400)
    const { id } = await startSample(house, one)
    const itemId = (await sheetOf(house, one.tutor, id)).pending?.content.commitments[0]?.id
    const mark = { about: 'commitment', itemId, value: 'kept', on: '2026-09-01' }
    expect((await post(one.tutor, `/${id}/marks`, { ...mark, by: panel.id })).status).toBe(400)
    expect(await post(one.tutor, `/${id}/marks`, mark)).toMatchObject({ body: { code: 'pacts.mark.notSigned' } })
  })

  test('a tutor from outside the equipe, a stranger to the household, an unknown body are turned down', async () => {
    const body = {
      caseId: one.caseId,
      kind: 'inclusion',
      partnerOrganisationId: caritas,
      tutorId: one.tutor.id,
      involvedIds: [one.sisterId],
    }
    const wrong = await Promise.all([
      post(one.tutor, '', { ...body, tutorId: panel.id }),
      post(one.tutor, '', { ...body, involvedIds: [one.tutor.id] }),
      post(one.tutor, '', { ...body, partnerOrganisationId: one.tutor.id }),
      post(one.tutor, '', { ...body, kind: 'unknownKind' }),
    ])
    expect(wrong.map(({ status, body: { code } }) => [status, code])).toEqual([
      [422, 'pacts.start.tutor'],
      [422, 'pacts.start.involved'],
      [422, 'pacts.start.partner'],
      [422, 'pacts.start.kind'],
    ])
  })

  test('forty who begin a pact at once get forty numbers, none twice', async () => {
    const started = await Promise.all(Array.from({ length: 40 }, () => startSample(house, one)))
    expect(new Set(started.map(({ number }) => number)).size).toBe(40)
  })
})

describe('a signature', () => {
  test('on a text that changed meanwhile is refused, and the text is read again', async () => {
    const { pactId, hash, first } = await signing()
    await post(one.tutor, `/${pactId}/moves`, { move: 'takeBack', reason: 'Un refuso' })
    const { pending } = await sheetOf(house, one.tutor, pactId)
    const edits = [{ path: 'purpose', base: pending?.content.purpose, value: 'Un altro perché' }]
    await house.call(one.tutor, 'PATCH', `/pacts/${pactId}/versions/${pending?.id}`, { edits })
    const act = { method: 'drawn', seenHash: hash, image: drawing() }
    expect(await post(one.tutor, `/${pactId}/signatories/${first}/signature`, act)).toMatchObject({ status: 409 })
    await approve(house, { tutor: one.tutor, panel, pactId })
    const again = await sheetOf(house, one.tutor, pactId)
    expect(again.signatories).toHaveLength(4)
    expect(again.signatories.map(({ id }) => id)).not.toContain(first)
    const at = `/${pactId}/signatories/${again.signatories[0]?.id}/signature`
    expect(await post(one.tutor, at, act)).toMatchObject({ status: 409, body: { code: 'pacts.sign.changed' } })
    expect((await post(one.tutor, at, { ...act, seenHash: again.pending?.contentHash })).status).toBe(200)
  })

  test('of a minor is given by the grown-ups of the household', async () => {
    await house.sql(`update person set birth_date = '2012-01-01' where id = $1`, [one.personId])
    await house.sql(`update household_member set role = 'parent' where person_id = $1`, [one.sisterId])
    const { sheet } = await signing()
    expect(sheet.signatories.map(({ role, label }) => [role, label])).toContainEqual(['guardian', 'Fanta Traore'])
    expect(sheet.signatories.some(({ role }) => role === 'person')).toBe(false)
  })

  test('is not taken from a drawing that is no drawing', async () => {
    const { pactId, hash, first } = await signing()
    const at = `/${pactId}/signatories/${first}/signature`
    const whole = Buffer.from(drawing(), 'base64')
    const torn = Buffer.from(whole)
    torn[50] = (torn[50] ?? 0) ^ 1
    for (const bytes of [Buffer.alloc(80, 1), whole.subarray(0, 60), torn, Buffer.concat([whole, Buffer.alloc(9)])]) {
      const act = { method: 'drawn', seenHash: hash, image: bytes.toString('base64') }
      expect(await post(one.tutor, at, act)).toMatchObject({ status: 422, body: { code: 'pacts.sign.drawing' } })
    }
  })

  test('by code works once, with five tries, until it expires, and opens nobody else’s', async () => {
    const { pactId, hash, sheet } = await signing()
    const [a, b, c] = sheet.signatories.map(({ id }) => `/${pactId}/signatories/${id}`)
    const codeFor = async (at = ''): Promise<string> =>
      (await house.call<{ code: string }>(one.tutor, 'POST', `/pacts${at}/code`, {})).body.code
    const sign = (at = '', code = '') => post(one.tutor, `${at}/signature`, { method: 'code', seenHash: hash, code })
    expect(await sign(a, '000000')).toMatchObject({ status: 409, body: { code: 'pacts.code.none' } })
    const code = await codeFor(a)
    expect(code).toMatch(/^\d{6}$/)
    await codeFor(b)
    expect((await sign(b, code)).status).toBe(422)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await sign(a, wrong)).toMatchObject({ status: 422, body: { code: 'pacts.code.wrong', about: { count: 4 } } })
    for (let left = 3; left >= 0; left -= 1)
      expect(await sign(a, wrong)).toMatchObject({ status: 422, body: { about: { count: left } } })
    expect(await sign(a, code)).toMatchObject({ status: 429, body: { code: 'pacts.code.tries' } })
    const fresh = await codeFor(a)
    const both = await Promise.all([sign(a, fresh), sign(a, fresh)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const old = await codeFor(c)
    house.setClock('2026-09-01T10:00:01.000Z')
    expect(await sign(c, old)).toMatchObject({ status: 410, body: { code: 'pacts.code.expired' } })
  })

  test('by a code that was mailed is in the outbox and not in the reply', async () => {
    const { pactId, first } = await signing()
    const reply = await post(one.tutor, `/${pactId}/signatories/${first}/code`, { mailTo: 'amina@esempio.invalid' })
    expect(reply).toMatchObject({ status: 200, body: { code: null } })
    const [mail] = await house.sql<{ body_text: string }>(
      'select body_text from outbox order by created_at desc limit 1',
    )
    expect(mail?.body_text).toMatch(/\d{6}/)
  })

  test('by a code on paper: the slip is printed only for the code that was just made', async () => {
    const { pactId, first } = await signing()
    const at = `/pacts/${pactId}/signatories/${first}`
    const { body } = await house.call<{ code: string }>(one.tutor, 'POST', `${at}/code`, {})
    const other = body.code === '111111' ? '222222' : '111111'
    expect((await house.call(one.tutor, 'POST', `${at}/slip.pdf`, { code: other })).status).toBe(409)
    const slip = await house.request({
      method: 'POST',
      url: `/api/v1${at}/slip.pdf`,
      headers: { cookie: one.tutor.cookie },
      payload: { code: body.code },
    })
    expect([slip.statusCode, slip.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('on paper keeps the photo sealed, and gives it back', async () => {
    const { pactId, hash, first } = await signing()
    const at = `/api/v1/pacts/${pactId}/signatories/${first}/paper`
    const headers = { cookie: one.tutor.cookie, 'content-type': 'application/octet-stream' }
    const photo = Buffer.from(drawing(), 'base64')
    const url = `${at}?seenHash=${hash}&name=firma.png&helper=Interprete`
    const hostile = await house.request({ method: 'POST', url, headers, payload: Buffer.from('<html>') })
    expect(hostile.statusCode).toBe(422)
    expect((await house.request({ method: 'POST', url, headers, payload: photo })).statusCode).toBe(200)
    const back = await house.request({ url: at, headers: { cookie: one.tutor.cookie } })
    expect(back.rawPayload.equals(photo)).toBe(true)
  })

  test('two last ones at once: one of them binds the text, and it is frozen once', async () => {
    const { pactId, hash, sheet } = await signing()
    const sign = (id = '') =>
      house.call<{ complete: boolean }>(one.tutor, 'POST', `/pacts/${pactId}/signatories/${id}/signature`, {
        method: 'drawn',
        seenHash: hash,
        image: drawing(),
      })
    const [a, b, c, d] = sheet.signatories.map(({ id }) => id)
    await sign(a)
    await sign(b)
    const last = await Promise.all([sign(c), sign(d)])
    expect(last.map(({ body }) => body.complete).sort()).toEqual([false, true])
    const after = await sheetOf(house, one.tutor, pactId)
    expect(after.history.filter(({ move }) => move === 'sign')).toHaveLength(1)
    expect(after.pact.state).toBe('signed')
  })
})

describe('a signed text', () => {
  const differs = async (pactId: string): Promise<string[]> => {
    const reply = await house.call<{ versions: { differs: string[] }[] }>(one.tutor, 'GET', `/pacts/${pactId}/verify`)
    return reply.body.versions[0]?.differs ?? []
  }

  test('shows one altered letter of its text, of a signer, of a drawing, of its file', async () => {
    const { pactId } = await signing()
    await signAll(house, one.tutor, pactId)
    expect(await differs(pactId)).toEqual([])
    const alter = (set: string, table: string, where: string) =>
      house.sql(`update ${table} set ${set} where pact_id = $1 and ${where}`, [pactId])
    await alter(`content = jsonb_set(content, '{purpose}', '"Altro"')`, 'pact_version', 'true')
    expect(await differs(pactId)).toEqual(['content', 'fingerprint'])
    const { pactId: second } = await signing()
    await signAll(house, one.tutor, second)
    await house.sql(`update signatory set label = 'Un altro' where pact_id = $1 and role = 'host'`, [second])
    expect(await differs(second)).toEqual(['signatures', 'fingerprint'])
    const { pactId: third } = await signing()
    await signAll(house, one.tutor, third)
    await house.sql(
      `update signatory set image_sealed = overlay(image_sealed placing 'zz' from 30) where pact_id = $1`,
      [third],
    )
    expect(await differs(third)).toEqual(['signatures'])
    const { pactId: fourth } = await signing()
    await signAll(house, one.tutor, fourth)
    const [row] = await house.sql<{ pdf_file_id: string }>('select pdf_file_id from pact_version where pact_id = $1', [
      fourth,
    ])
    await house.services.files.remove(row?.pdf_file_id ?? '')
    expect(await differs(fourth)).toEqual(['documentMissing'])
    const other = await house.services.files.put({ name: 'a.png', bytes: Buffer.from(drawing(), 'base64') })
    if (other.ok)
      await house.sql('update pact_version set pdf_file_id = $2 where pact_id = $1', [fourth, other.value.fileId])
    expect(await differs(fourth)).toEqual(['document'])
  })
})

describe('two people who write the same draft', () => {
  const edit = (as: Worker, at: string, path: string, base: unknown, value: unknown) =>
    house.call<{ applied: string[]; conflicts: { id: string; theirs: string; theirsBy: string }[] }>(as, 'PATCH', at, {
      edits: [{ path, base, value }],
    })

  test('in different fields both stay; in the same one both texts stay until somebody chooses', async () => {
    const { id, versionId } = await startSample(house, one)
    const at = `/pacts/${id}/versions/${versionId}`
    const { pending } = await sheetOf(house, one.tutor, id)
    const { purpose, ifNotKept } = pending?.content ?? { purpose: '', ifNotKept: '' }
    await Promise.all([
      edit(one.tutor, at, 'purpose', purpose, 'Il perché di Sara'),
      edit(one.manager, at, 'ifNotKept', ifNotKept, 'Ne parliamo, dice Giulia'),
    ])
    const both = await sheetOf(house, one.tutor, id)
    expect(both.pending?.content).toMatchObject({ purpose: 'Il perché di Sara', ifNotKept: 'Ne parliamo, dice Giulia' })
    const late = await edit(one.manager, at, 'purpose', purpose, 'Il perché di Giulia')
    expect(late.body.conflicts).toMatchObject([{ theirs: 'Il perché di Sara', theirsBy: 'Sara Benelli' }])
    await edit(one.manager, at, 'purpose', purpose, 'Il perché di Giulia')
    const open = await house.call<{ rows: { id: string }[] }>(one.tutor, 'GET', `${at}/edits?open=yes`)
    expect(open.body.rows).toMatchObject([
      { path: 'purpose', before: 'Il perché di Sara', after: 'Il perché di Giulia', byName: 'Giulia Moro' },
    ])
    expect((await sheetOf(house, one.tutor, id)).openConflicts).toBe(1)
    const settle = `${at}/edits/${open.body.rows[0]?.id}/resolve`
    expect((await house.call(one.tutor, 'POST', settle, { choose: 'mine' })).status).toBe(200)
    expect((await sheetOf(house, one.tutor, id)).pending?.content.purpose).toBe('Il perché di Giulia')
    expect((await house.call(one.tutor, 'POST', settle, { choose: 'theirs' })).status).toBe(409)
  })

  test('a text that was replaced can be brought back after a reload', async () => {
    const { id, versionId } = await startSample(house, one)
    const at = `/pacts/${id}/versions/${versionId}`
    const { pending } = await sheetOf(house, one.tutor, id)
    await edit(one.tutor, at, 'purpose', pending?.content.purpose, 'Cancellato per sbaglio')
    const kept = await house.call<{ rows: { id: string }[] }>(one.tutor, 'GET', `${at}/edits?path=purpose`)
    await house.call(one.tutor, 'POST', `${at}/edits/${kept.body.rows[0]?.id}/resolve`, { choose: 'mine' })
    expect((await sheetOf(house, one.tutor, id)).pending?.content.purpose).toBe(pending?.content.purpose)
  })

  test('what no pact can hold comes back and is not kept; a text before the panel is not written', async () => {
    const { id, versionId } = await startSample(house, one)
    const at = `/pacts/${id}/versions/${versionId}`
    expect((await edit(one.tutor, at, 'purpose', null, 'x'.repeat(5000))).body).toMatchObject({
      applied: [],
      conflicts: [{ mine: 'x'.repeat(5000) }],
    })
    const wrong = await edit(one.tutor, at, 'constructor/prototype', null, 'x')
    expect(wrong.body).toMatchObject({ refused: [{ code: 'pacts.edit.path' }] })
    await post(one.tutor, `/${id}/moves`, { move: 'submit' })
    expect(await edit(one.tutor, at, 'purpose', '', 'x')).toMatchObject({
      status: 409,
      body: { code: 'pacts.edit.notDraft' },
    })
  })
})
