import { readdirSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../bench/house.ts'
import { Permission } from '../platform/core/permission.ts'
import { hasWords, rooms } from './rooms.ts'

// A walk through the whole house: what every door must have, whoever built it.
let walked: TestHouse
beforeAll(async () => {
  walked = await openHouse('walk')
})
afterAll(() => walked.close())

test('every endpoint has a name of its own: its room, a dot, its act', () => {
  const names = walked.house.endpoints.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  expect(names.filter((name) => !/^[a-z]+\.[a-zA-Z]+$/.test(name))).toEqual([])
})

test('every endpoint that leaves a line in the journal has words for it in both languages', () => {
  const journalled = walked.house.endpoints.filter(({ journal }) => journal !== 'none')
  expect(journalled.map(({ name }) => `journal.${name}`).filter((key) => !hasWords(key))).toEqual([])
})

test('every reason for which something is refused has words: nobody is shown its code', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const refusals = files.flatMap(
    (file) => readFileSync(`src/${file}`, 'utf8').match(/\brefuse\(\s*'\w+',[^)]*\)/g) ?? [],
  )
  const codes = new Set(refusals.flatMap((one) => one.match(/(?<=')[a-z]+\.[a-zA-Z.]+(?=')/g) ?? []))
  expect(codes.size).toBeGreaterThan(100)
  const known = (code: string): boolean => hasWords(code) || Permission.safeParse(code).success
  expect([...codes].filter((code) => !known(code))).toEqual([])
})

test('addresses are lower-case, and none is served twice', () => {
  const doors = walked.house.endpoints.map(({ method, path }) => `${method} ${path}`)
  expect(doors.filter((door, at) => doors.indexOf(door) !== at)).toEqual([])
  expect(
    walked.house.endpoints
      .map(({ path }) => path)
      .filter((path) => !/^(\/(:[a-zA-Z]+|[a-z0-9-]+(\.[a-z]+)?))+$/.test(path)),
  ).toEqual([])
})

test('nobody who is not signed in gets past a door that is not public', async () => {
  const filled = (path: string): string => path.replace(/:\w+/g, '019c0000-0000-7000-8000-00000000ffff')
  const closed = walked.house.endpoints.filter(({ permission }) => permission !== 'public')
  expect(closed.length).toBeGreaterThan(10)
  for (const { method, path } of closed) {
    const reply = await walked.call(null, method, filled(path), method === 'GET' ? undefined : {})
    expect([method, path, reply.status]).toEqual([method, path, 401])
  }
})

test('a worker without the permission is told so, whatever the record', async () => {
  const nobody = await walked.worker({ role: 'evaluator' })
  const filled = (path: string): string => path.replace(/:\w+/g, '019c0000-0000-7000-8000-00000000ffff')
  const held = ['results.read', 'networks.read', 'networks.export']
  const closed = walked.house.endpoints.filter(
    ({ permission }) => !['public', 'signedIn', 'ownPage', ...held].includes(permission),
  )
  for (const { method, path } of closed) {
    const reply = await walked.call(nobody, method, filled(path), method === 'GET' ? undefined : {})
    expect([method, path, reply.status]).toEqual([method, path, 403])
  }
})

test('the API describes each of them as OpenAPI 3.1', async () => {
  const { body } = await walked.call<{
    openapi: string
    paths: Record<string, Record<string, { operationId: string }>>
  }>(null, 'GET', '/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const described = Object.values(body.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(described.sort()).toEqual(walked.house.endpoints.map(({ name }) => name).sort())
})

test('the description is one that any program for OpenAPI 3.1 reads, and says what is a file', async () => {
  const { body } = await walked.call<Parameters<Validator['validate']>[0]>(null, 'GET', '/openapi.json')
  expect(await new Validator().validate(structuredClone(body))).toEqual({ valid: true })
  expect(body).toMatchObject({
    paths: {
      '/imports': { post: { requestBody: { content: { 'application/octet-stream': {} } } } },
      '/pacts/{pactId}/document.pdf': { get: { responses: { 200: { content: { '*/*': {} } } } } },
    },
  })
})

test('no two rooms give the same key different words', () => {
  const keys = rooms.flatMap(({ words }) => words.flatMap((catalogue) => Object.keys(catalogue.it)))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
