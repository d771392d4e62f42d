import { describe, expect, test } from 'vitest'
import type { DeskItem, DeskKind } from './desk.schema.ts'
import { placeOf, wholeOf, workOf } from './desk.ts'

const item = (kind: DeskKind): DeskItem => ({
  kind,
  id: 'one',
  caseId: 'case',
  pactId: 'pact',
  person: 'Amina T.',
  detail: '',
  due: null,
  at: null,
  urgent: false,
})

describe('a thing of the day leads to the page where it is done', () => {
  test.each([
    ['review', '/patti/pact/verifica/one'],
    ['followUp', '/patti/pact/dopo/one'],
    ['signature', '/patti/pact/firme'],
    ['task', '/casi/case/compiti'],
    ['measure', '/casi/case/misure'],
    ['referral', '/segnalazioni/one'],
  ] as const)('%s: %s', (kind, place) => expect(placeOf(item(kind))).toBe(place))
})

test('what a day leaves out stands in a list', () => {
  expect(wholeOf('task')).toBe('/casi')
  expect(wholeOf('review')).toBe('/patti')
  expect(wholeOf('late')).toBeNull()
})

describe('whoever has nothing due is led', () => {
  test.each([
    ['a host to its shifts', ['shifts.host'], '/turni'],
    ['a teacher to the classes', ['classes.teach'], '/classi'],
    ['an evaluator to the results', ['results.read', 'networks.read'], '/risultati'],
  ] as const)('%s', (_, permissions, path) => expect(workOf(permissions)?.path).toBe(path))
  test('a coordinator to nowhere of the kind: there is somebody to look for', () =>
    expect(workOf(['cases.all', 'results.read', 'settings.manage'])).toBeNull())
})
