import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crema, cremona, openHouse, type TestHouse, type Worker } from '../../../bench/house.ts'

// "Già seguita: chiedi a X": what a worker who does not keep the registry may learn of somebody else's person.
let house: TestHouse
let tutor: Worker
let tutorAway: Worker
const code = 'RSSMRA80A01H501U'
const free = 'FRRMRA41P61F205W'
let personId: string
beforeAll(async () => {
  house = await openHouse('followed')
  tutor = await house.worker({ role: 'tutor', district: crema })
  tutorAway = await house.worker({ role: 'tutor', district: cremona })
  const manager = await house.worker({ role: 'socialWorker', district: crema, name: 'Sara Sociale' })
  const ground = { purpose: 'contact', basis: 'publicTask', how: 'spoken', noticeVersion: '2026-01' }
  const register = async (familyName: string, codiceFiscale: string | null): Promise<string> => {
    const { body } = await house.call<{ id: string }>(manager, 'POST', '/persons', {
      ...{ districtId: crema, contactPermission: 'given', ground, familyName, givenName: 'Maria', codiceFiscale },
    })
    return body.id
  }
  personId = await register('Rossi', code)
  await register('Verdi', null)
  await house.call(manager, 'POST', '/cases', { personId })
})
afterAll(() => house.close())

const ask = (who: Worker, codiceFiscale: string) =>
  house.call<{ followedBy: object[] }>(who, 'POST', '/persons/followed', { codiceFiscale })

describe('whoever asks with the codice fiscale', () => {
  test('learns whom to ask, and nothing of the person', async () => {
    const { body } = await ask(tutor, code.toLowerCase())
    expect(body).toEqual({ followedBy: [{ name: 'Sara Sociale', body: '', role: 'caseManager' }] })
    expect((await house.call(tutor, 'GET', `/persons/${personId}`)).status).toBe(404)
  })
  test('hears of nobody for a code that nobody here has', async () =>
    expect((await ask(tutor, free)).body).toEqual({ followedBy: [] }))
  test('learns nothing of another district', async () =>
    expect((await ask(tutorAway, code)).body).toEqual({ followedBy: [] }))
  test('writes the code whole: a name is no key', async () =>
    expect((await ask(tutor, 'Rossi Maria')).status).toBe(422))
  test('leaves a line that the person reads', async () => {
    const lines = await house.sql(`select 1 from journal where act = 'persons.askFollowed' and person_id = $1`, [
      personId,
    ])
    expect(lines.length).toBeGreaterThan(0)
  })
  test('is somebody who works with people', async () => {
    for (const role of ['administrator', 'evaluator'])
      expect((await ask(await house.worker({ role }), code)).status).toBe(403)
  })
})
