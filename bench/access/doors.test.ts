import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoHouse, openDemo } from '../../src/demo/server/demo.sample.ts'
import type { Endpoint } from '../../src/platform/core/contract.ts'
import { hashToken, randomToken } from '../../src/platform/server/secret/tokens.ts'
import { shapeOf, valuesOf } from './edges.ts'

// Every door of the API, tried by everybody, with the records of another district and with all that its description allows.
let demo: DemoHouse
const cookies = new Map<string, string>()
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo.close())

const here = ['coordinatore.crema', 'tutor.crema', 'intake.crema', 'insegnante.crema', 'admin']
const everybody = [...here, 'commissione.crema', 'assistente.crema', 'ospite.crema', 'revisore.crema', 'valutatore']

const signedIn = async (name: string): Promise<string> => {
  const token = randomToken()
  await demo.ask(
    `insert into session (id, token_hash, kind, account_id, step, created_at, seen_at, expires_at)
     select $1, $2, 'account', id, 'open', now(), now(), '2099-01-01' from account where email = $3`,
    [v7(), hashToken(token), `${name}@demo.invalid`],
  )
  return `fl_session=${token}`
}
const cookieOf = async (name: string): Promise<string> => {
  const cookie = cookies.get(name) ?? (await signedIn(name))
  cookies.set(name, cookie)
  return cookie
}

type Told = { readonly status: number; readonly text: string; readonly type: string }
const knock = async (name: string | null, { method }: Endpoint, url: string, body?: unknown): Promise<Told> => {
  const reply = await demo.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: name ? { cookie: await cookieOf(name) } : {},
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: reply.statusCode, text: reply.body, type: String(reply.headers['content-type']) }
}

type Records = Readonly<Record<string, string>>
const nobodys = v7()

/** One record of each kind in a district, by the name that addresses give it; those of a pact belong together. */
const recordsOf = async (code: string): Promise<Records> => {
  const [one] = await demo.ask<Records>(
    `select d.id as "districtId", p.id as "pactId", p.case_id as "caseId", p.person_id as "personId", v.id as "versionId",
       s.id as "signatoryId", c.household_id as "householdId", w.id as "waveId", t.id as "tieId",
       (select min(id::text) from referral where district_id = d.id) as "referralId",
       (select min(id::text) from antenna where district_id = d.id) as "antennaId",
       (select min(id::text) from measure where district_id = d.id) as "measureId",
       (select min(id::text) from body_survey where district_id = d.id) as "surveyId",
       (select min(id::text) from school_class where district_id = d.id) as "classId",
       (select min(id::text) from tie_question where district_id = d.id) as "questionId",
       (select min(id::text) from appointment where district_id = d.id) as "appointmentId",
       (select min(id::text) from task where district_id = d.id) as "taskId",
       (select min(id::text) from shift where district_id = d.id) as "shiftId",
       (select min(id::text) from note where district_id = d.id) as "noteId",
       (select min(id::text) from assessment where district_id = d.id) as "assessmentId",
       (select min(id::text) from pact_review where district_id = d.id) as "reviewId"
     from district d join pact p on p.district_id = d.id join case_file c on c.district_id = d.id and c.id = p.case_id
     join pact_version v on v.district_id = d.id and v.pact_id = p.id join signatory s on s.district_id = d.id and s.version_id = v.id
     join wave w on w.district_id = d.id and w.case_id = p.case_id join tie t on t.district_id = d.id and t.person_id = p.person_id
     where d.code = $1 and p.state = 'active' limit 1`,
    [code],
  )
  if (!one) throw new Error(`no pact in ${code}`)
  return one
}

const plainly: Readonly<Record<string, string>> = { households: 'householdId', persons: 'personId' }
const isSaidById = (name: string): boolean => name === 'id' || name.endsWith('Id')

/** The address of an endpoint for some records: what is not among them is named by an id of nobody. */
const addressOf = ({ path, params, query }: Endpoint, records: Records): string => {
  const known = (name: string): string =>
    records[name === 'id' ? (plainly[path.split('/')[1] ?? ''] ?? '') : name] ?? nobodys
  const { properties = {} } = shapeOf(params)
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    isSaidById(name) ? known(name) : encodeURIComponent(String(valuesOf(properties[name] ?? {}, []).next().value)),
  )
  const asked = shapeOf(query)
  const named = Object.entries(asked.properties ?? {}).flatMap(([name, shape]): [string, string][] => {
    if (isSaidById(name)) return [[name, known(name)]]
    return asked.required?.includes(name) ? [[name, String(valuesOf(shape, []).next().value)]] : []
  })
  return named.length > 0 ? `${filled}?${new URLSearchParams(named)}` : filled
}

const bodyOf = ({ method, takesFile, body }: Endpoint, id: string): unknown =>
  method === 'GET' ? undefined : takesFile ? Buffer.from('nome;cognome\n') : valuesOf(shapeOf(body), [id]).next().value

const answerIn = ({ status, text, type }: Told): string =>
  `${status} ${type.includes('problem') ? (JSON.parse(text) as { code: string }).code : ''}`

const namesARecord = ({ path, query }: Endpoint): boolean =>
  /:\w*[iI]d\b/.test(path) || Object.keys(shapeOf(query).properties ?? {}).some(isSaidById)

const triedBy = async (name: string, door: Endpoint, there: Records): Promise<string | undefined> => {
  const reply = await knock(name, door, addressOf(door, there), bodyOf(door, there.personId ?? ''))
  if (reply.status === 403) return undefined
  const never = await knock(name, door, addressOf(door, {}), bodyOf(door, nobodys))
  const isKept = answerIn(reply) === answerIn(never) && !Object.values(there).some((id) => reply.text.includes(id))
  return isKept ? undefined : `${name} ${door.name}: ${answerIn(reply)}, not ${answerIn(never)}`
}

test('records of another district are as unknown as records that never were, for everybody and at every door', async () => {
  const there = await recordsOf('cremonese')
  const told: (string | undefined)[] = []
  for (const door of demo.house.endpoints.filter(namesARecord))
    for (const name of here) told.push(await triedBy(name, door, there))
  expect(told.filter(Boolean)).toEqual([])
})

test('and are opened by whoever works there', async () => {
  const there = await recordsOf('cremonese')
  const opened: number[] = []
  for (const door of demo.house.endpoints.filter((one) => one.method === 'GET' && namesARecord(one)))
    opened.push((await knock('coordinatore.cremona', door, addressOf(door, there))).status)
  expect(opened.filter((status) => status === 200).length).toBeGreaterThan(20)
})

const asManyAs = 4
// whoever goes out of these doors does not come back in
const leaving = new Set(['access.signOut', 'access.signOutEverywhere', 'access.lock', 'access.endSession'])
const isFault = ({ status, type }: Told): boolean => status >= 500 || (status >= 400 && !type.includes('problem+json'))

const whoMay = async (door: Endpoint, address: string): Promise<string | null | undefined> => {
  if (door.permission === 'public') return null
  for (const name of everybody) if ((await knock(name, door, address, {})).status !== 403) return name
  return undefined
}

const faultsAt = async (door: Endpoint, own: Records): Promise<string[]> => {
  const address = addressOf(door, own)
  const name = await whoMay(door, address)
  const values = door.takesFile ? [bodyOf(door, '')] : [...valuesOf(shapeOf(door.body), [own.personId ?? '', nobodys])]
  const faults: string[] = []
  if (name === undefined) return faults
  for (const value of values.slice(0, asManyAs)) {
    const reply = await knock(name, door, address, value)
    if (isFault(reply)) faults.push(`${door.name} ${answerIn(reply)} ${JSON.stringify(value)?.slice(0, 500)}`)
  }
  return faults
}

test('whatever a door says that it takes is answered or refused, and never breaks it', async () => {
  const own = await recordsOf('cremasco')
  const faults: string[] = []
  for (const door of demo.house.endpoints.filter(({ name, method }) => method !== 'GET' && !leaving.has(name)))
    faults.push(...(await faultsAt(door, own)))
  expect(faults).toEqual([])
})
