import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { crema, openHouse } from '../../../bench/house.ts'
import { makeFiles } from '../../platform/server/files/files.ts'
import { transact } from '../../platform/server/transact.ts'
import { freezeLater } from './freeze.ts'
import { approve, sampleCase, sheetOf, signAll, startSample } from './life.sample.ts'
import { verifyPacts } from './verify.acts.ts'

const dead = 'tcp://127.0.0.1:1'
const house = await openHouse('pact freeze', { CLAMD_URL: dead })
afterAll(() => house.close())

test('when its file cannot be kept no signature is lost: the text binds, and a job prints it later, once', async () => {
  const one = await sampleCase(house)
  const panel = await house.worker({ role: 'panel', district: crema })
  const { id: pactId, versionId } = await startSample(house, one)
  await approve(house, { tutor: one.tutor, panel, pactId })
  const signed = await signAll(house, one.tutor, pactId)
  expect(signed.pact.state).toBe('signed')
  expect(signed.versions).toMatchObject([{ state: 'inForce', printed: false, fingerprint: null }])
  expect((await verifyPacts(house.services)).broken).toMatchObject([
    { pact: signed.pact.number, differs: ['documentMissing'] },
  ])
  const waiting = await house.sql('select key from graphile_worker.jobs where key = $1', [`freezePact-${versionId}`])
  expect(waiting).toHaveLength(1)
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-freeze-'))
  const mended = { ...house.services, files: makeFiles({ dataDir, secrets: house.services.secrets }) }
  const again = () => transact(mended, { by: 'system' }, ({ tx }) => freezeLater(tx, { pactId, versionId }))
  await again()
  const first = await sheetOf(house, one.tutor, pactId)
  await again()
  expect(first.versions).toMatchObject([{ printed: true }])
  expect((await sheetOf(house, one.tutor, pactId)).versions).toEqual(first.versions)
  expect(await verifyPacts(mended)).toEqual({ checked: 1, broken: [] })
  expect(await mended.files.all()).toHaveLength(1)
})
