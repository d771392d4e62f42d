import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import {
  approve,
  drawing,
  type SampleCase,
  sampleCase,
  sampleText,
  sheetOf,
  signAll,
  startSample,
} from './life.sample.ts'
import { verifyPacts } from './verify.acts.ts'

let house: TestHouse
let one: SampleCase
let panel: Worker
let pactId: string

const parish = randomUUID()

/** The pact of the sample, with a parish that supports it and need not sign. */
const start = async (of: SampleCase): Promise<string> => {
  const text = sampleText(of)
  const commitments = text.commitments.map((each) =>
    each.side === 'community'
      ? { ...each, ownerKind: 'organisation' as const, ownerId: parish, ownerLabel: 'Parrocchia di prova' }
      : each,
  )
  return (await startSample(house, of, { ...text, commitments })).id
}

beforeAll(async () => {
  house = await openHouse('later signatures')
  house.setClock('2026-09-01T09:00:00.000Z')
  await house.sql(`insert into organisation (id, name, kind, created_at) values ($1, 'Parrocchia', 'parish', now())`, [
    parish,
  ])
  one = await sampleCase(house)
  panel = await house.worker({ role: 'panel', district: crema, name: 'Elena Riva' })
  pactId = await start(one)
  await approve(house, { tutor: one.tutor, panel, pactId })
})
afterAll(() => house.close())

const sheet = (): Promise<PactSheet> => sheetOf(house, one.tutor, pactId)
const bySigner = ({ signatories }: PactSheet, required: boolean): PactSheet['signatories'] =>
  signatories.filter((signer) => signer.required === required)
const sign = (id: string | undefined, seenHash: string | null | undefined) =>
  house.call<{ code: string; complete: boolean }>(one.tutor, 'POST', `/pacts/${pactId}/signatories/${id}/signature`, {
    method: 'drawn',
    seenHash,
    image: drawing(),
    helper: 'Con la mediatrice',
  })
const differs = async (): Promise<string[][]> =>
  (
    await house.call<{ versions: { differs: string[] }[] }>(one.tutor, 'GET', `/pacts/${pactId}/verify`)
  ).body.versions.map((version) => version.differs)

describe('a party that need not sign', () => {
  test('can still sign when the text binds: the text, its fingerprint and its file stay as they were', async () => {
    const open = await sheet()
    const [optional] = bySigner(open, false)
    expect(optional).toBeDefined()
    for (const { id } of bySigner(open, true)) await sign(id, open.pending?.contentHash)
    const bound = await sheet()
    expect(bound.pact.state).toBe('signed')
    house.setClock('2026-09-04T10:00:00.000Z')
    expect(await sign(optional?.id, bound.inForce?.contentHash)).toMatchObject({
      status: 200,
      body: { complete: false, awaited: 0 },
    })
    const after = await sheet()
    expect(after.versions).toEqual(bound.versions)
    expect(after.signatories.find(({ id }) => id === optional?.id)).toMatchObject({
      signedAt: '2026-09-04T10:00:00.000Z',
      method: 'drawn',
      helper: 'Con la mediatrice',
      isLater: true,
      hasImage: true,
    })
    expect(bySigner(after, true).every(({ isLater }) => !isLater)).toBe(true)
    expect(await differs()).toEqual([[]])
    const image = await house.request({
      url: `/api/v1/pacts/${pactId}/signatories/${optional?.id}/paper`,
      headers: { cookie: one.tutor.cookie },
    })
    expect(image.headers['content-type']).toBe('image/png')
    const lines = await house.sql(`select actor_name from journal where act = 'pacts.signLater'`)
    expect(lines).toEqual([{ actor_name: 'Sara Benelli' }])
  })

  test('signs once, also when two screens send it together; whoever had to sign does not sign again', async () => {
    const { inForce, ...bound } = await sheet()
    const again = await Promise.all(bound.signatories.map(({ id }) => sign(id, inForce?.contentHash)))
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([409]))
    expect(await house.sql('select count(*)::int as n from later_signature')).toEqual([{ n: 1 }])
  })

  test('is found out by the check when its signature is altered afterwards', async () => {
    await house.sql(`update later_signature set signed_at = signed_at - interval '1 day'`)
    expect(await differs()).toEqual([['laterSignatures']])
    expect((await verifyPacts(house.services)).broken).toMatchObject([{ version: 1, differs: ['laterSignatures'] }])
    await house.sql(`update later_signature set signed_at = signed_at + interval '1 day'`)
    expect((await verifyPacts(house.services)).broken).toEqual([])
  })

  test('cannot sign another text than the one that binds, nor a pact that is over', async () => {
    const second = await sampleCase(house)
    const started = await start(second)
    await approve(house, { tutor: second.tutor, panel, pactId: started })
    const open = await sheetOf(house, second.tutor, started)
    const at = (id: string | undefined): string => `/pacts/${started}/signatories/${id}/signature`
    const body = { method: 'drawn', seenHash: open.pending?.contentHash, image: drawing() }
    for (const { id } of bySigner(open, true)) await house.call(second.tutor, 'POST', at(id), body)
    const [optional] = bySigner(open, false)
    const other = { ...body, seenHash: 'a'.repeat(64) }
    expect(await house.call(second.tutor, 'POST', at(optional?.id), other)).toMatchObject({
      status: 409,
      body: { code: 'pacts.sign.changed' },
    })
    await house.call(second.tutor, 'POST', `/pacts/${started}/moves`, { move: 'withdraw' })
    expect(await house.call(second.tutor, 'POST', at(optional?.id), body)).toMatchObject({
      status: 409,
      body: { code: 'pacts.sign.notOpen' },
    })
  })
})

describe('a new text that the panel does not accept', () => {
  let at: string

  test('is refused with minutes; the pact stays as it is, on the text in force', async () => {
    await house.sql(`update pact set state = 'active' where id = $1`, [pactId])
    const begun = await house.call<{ versionId: string }>(one.tutor, 'POST', `/pacts/${pactId}/versions`, {
      reason: 'Vuole dare più ore',
    })
    at = `/pacts/${pactId}/versions/${begun.body.versionId}/moves`
    await house.call(one.tutor, 'POST', at, { move: 'submit' })
    expect((await house.call(one.tutor, 'POST', at, { move: 'refuse', reason: 'x' })).status).toBe(403)
    expect((await house.call(panel, 'POST', at, { move: 'refuse', reason: ' ' })).status).toBe(409)
    const refusal = { move: 'refuse', reason: 'Le ore sono già molte.', present: 'Tre di tre' }
    expect(await house.call(panel, 'POST', at, refusal)).toMatchObject({ status: 200, body: { state: 'refused' } })
    const after = await sheet()
    expect(after.pact).toMatchObject({ state: 'active', versionInForce: 1 })
    expect(after.pending).toBeNull()
    expect(after.versions.map(({ state }) => state)).toEqual(['inForce', 'refused'])
    expect((await house.call(panel, 'GET', `/pacts/${pactId}`)).status).toBe(404)
  })

  test('stays readable with its minutes, compared and printed, and moves no more', async () => {
    const { decisions, versions } = await sheet()
    const refused = versions.find(({ state }) => state === 'refused')
    expect(decisions.find(({ versionId }) => versionId === refused?.id)).toMatchObject({
      decision: 'refuse',
      minutes: 'Le ore sono già molte.',
      present: 'Tre di tre',
      decidedByName: 'Elena Riva',
    })
    const compared = await house.call<{ b: object }>(one.tutor, 'GET', `/pacts/${pactId}/versions/compare?a=1&b=2`)
    expect(compared.body.b).toMatchObject({ state: 'refused', reason: 'Vuole dare più ore' })
    const cookie = one.tutor.cookie
    const paper = await house.request({ url: `/api/v1/pacts/${pactId}/document.pdf?version=2`, headers: { cookie } })
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await house.call(one.tutor, 'POST', at, { move: 'takeBack', reason: 'x' })).status).toBe(409)
  })

  test('leaves room for another one, which may be accepted', async () => {
    const begun = await house.call<{ versionId: string; number: number }>(
      one.tutor,
      'POST',
      `/pacts/${pactId}/versions`,
      { reason: 'Meno ore' },
    )
    expect(begun.body.number).toBe(3)
    const third = `/pacts/${pactId}/versions/${begun.body.versionId}/moves`
    await house.call(one.tutor, 'POST', third, { move: 'submit' })
    await house.call(panel, 'POST', third, { move: 'approve', reason: 'Sì' })
    expect((await signAll(house, one.tutor, pactId)).pact.versionInForce).toBe(3)
  })
})
