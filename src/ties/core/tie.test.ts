import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, publicActor } from '../../platform/core/actor.ts'
import type { Permission } from '../../platform/core/permission.ts'
import { countsAsLegame, firstLegame } from './legame.ts'
import { canReadTie, canRecordTie } from './tie.policy.ts'
import { aNewTie, aTie } from './tie.sample.ts'
import { type NewTie, OriginKind, Tie, TieDirection, TieEvidence, TieKind } from './tie.schema.ts'
import { endTie, eraseLabels, initialsOf, isBornHere, isInitials, recordTie, whyNotTie } from './tie.ts'
import { tieWords } from './tie.words.ts'

const today = '2026-11-24'
const { a, b } = aNewTie()
const other = aTie().districtId

describe('a tie is recorded', () => {
  test.each<[string, Partial<NewTie>, string | null]>([
    ['with a neighbour by initials', {}, null],
    ['with a known person', { b: { kind: 'person', id: other, label: 'Ornella P.' } }, null],
    ['from before the programme, without an occasion', { origin: { kind: 'before', id: null } }, null],
    ['not with oneself', { b: a }, 'ties.withOneself'],
    ['not with oneself as another kind of end', { b: { ...a, kind: 'household' } }, 'ties.withOneself'],
    ['not between two third parties', { a: { ...b, label: 'R.M.' } }, 'ties.twoAlters'],
    ['not with the name of a third party', { b: { ...b, label: 'Teresa G.' } }, 'ties.initialsOnly'],
    ['with a nickname of one word, as the conversation takes it', { b: { ...b, label: 'Zia' } }, null],
    ['not with a nickname longer than eleven letters', { b: { ...b, label: 'Massimiliana' } }, 'ties.initialsOnly'],
    ['not with an empty label', { b: { ...b, label: '' } }, 'ties.initialsOnly'],
    ['not with initials for somebody known', { b: { ...b, id: other } }, 'ties.alterHasId'],
    ['not with a person who is nobody', { b: { ...b, kind: 'person' } }, 'ties.endUnknown'],
    ['not born in a pact that is not named', { origin: { kind: 'pact', id: null } }, 'ties.originUnknown'],
    ['not from tomorrow', { since: '2026-11-25' }, 'ties.future'],
    ['not ending before it starts', { until: '2026-09-25' }, 'ties.endsBeforeStart'],
    ['ending on the day it started', { until: '2026-09-26' }, null],
  ])('%s', (_, with_, code) => expect(whyNotTie(aNewTie(with_), today)).toBe(code))

  test('with who wrote it down and when', () => {
    const { id, districtId, caseId, personId, recordedBy } = aTie()
    const outcome = recordTie(aNewTie(), {
      id,
      districtId,
      caseId,
      personId,
      recordedBy,
      at: '2026-09-28T10:00:00Z',
      today,
    })
    expect(outcome).toEqual({ ok: true, value: aTie() })
    expect(Tie.safeParse(aTie()).success).toBe(true)
  })
})

describe('initials', () => {
  test.each(['R', 'RM', 'R.M.', 'R. M.', 'É.D.', 'ABCD', 'A.B.C.D.', 'M-L'])('"%s" are', (label) =>
    expect(isInitials(label)).toBe(true),
  )
  test.each(['', ' ', 'Rosa', 'Ro', 'rm', 'ABCDE', 'R.M. Rossi', '3', 'R1', 'R  M', '.'])('"%s" are not', (label) =>
    expect(isInitials(label)).toBe(false),
  )
  test('never hold more than four letters', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), (label) => {
        if (isInitials(label)) expect([...label.matchAll(/\p{L}/gu)].length).toBeLessThanOrEqual(4)
      }),
    ))
  test('are proposed for a name', () => {
    expect(initialsOf('Rosa Maria Bianchi')).toBe('RMB')
    expect(initialsOf('d’Angelo')).toBe('DA')
    expect(initialsOf('')).toBe('')
  })
})

describe('a tie over time', () => {
  test('ends once, and keeps its dates', () => {
    expect(endTie(aTie(), '2026-11-20', today)).toMatchObject({ value: { since: '2026-09-26', until: '2026-11-20' } })
    expect(endTie(aTie({ until: '2026-11-01' }), '2026-11-20', today)).toMatchObject({
      refusal: { code: 'ties.overAlready' },
    })
    expect(endTie(aTie(), '2026-09-01', today)).toMatchObject({ refusal: { code: 'ties.endsBeforeStart' } })
  })
  test.each<[string, Partial<Tie>, string, boolean]>([
    ['three months on', {}, '2026-12-26', true],
    ['not a day before', {}, '2026-12-25', false],
    ['even when it ended later', { until: '2026-12-26' }, '2027-06-01', true],
    ['not when it ended earlier', { until: '2026-12-25' }, '2027-06-01', false],
    ['not with a paid operator', { kind: 'professional' }, '2027-06-01', false],
    ['not when only a worker saw it', { evidence: 'seenByWorker' }, '2027-06-01', false],
  ])('counts as lasting %s', (_, with_, on, lasting) =>
    expect(countsAsLegame(aTie(with_), firstLegame, on)).toBe(lasting),
  )
  test('loses third parties at the last follow-up, and nothing else', () => {
    const erased = eraseLabels(aTie(), '2027-09-01T08:00:00Z')
    const words = { setting: '', frequency: '' }
    expect(erased).toEqual({ ...aTie(), b: { ...b, label: '' }, ...words, labelsErasedAt: '2027-09-01T08:00:00Z' })
    expect(eraseLabels(erased, '2028-01-01T00:00:00Z')).toBe(erased)
  })
  test('with a body keeps its name and what was said of it', () => {
    const club = aTie({ b: { kind: 'organisation', id: other, label: 'Bocciofila' } })
    const at = '2027-09-01T08:00:00Z'
    expect(eraseLabels(club, at)).toEqual({ ...club, labelsErasedAt: at })
  })
  test('was born here unless it was there before', () =>
    expect(OriginKind.options.filter((kind) => !isBornHere({ origin: { kind, id: null } }))).toEqual(['before']))
})

describe('who sees a tie', () => {
  const tie = aTie()
  const account = (permissions: Permission[], cases: string[] = []): Actor => ({
    ...publicActor('it'),
    kind: 'account',
    cases,
    grants: [{ role: 'x', districtId: tie.districtId, organisationId: null, permissions }],
  })
  test.each<[string, Actor, string]>([
    ['the public', publicActor('it'), '..'],
    ['the person', { ...publicActor('it'), kind: 'person', id: String(tie.personId) }, 'r.'],
    ['the other end', { ...publicActor('it'), kind: 'person', id: other }, '..'],
    ['the equipe', account(['ties.record'], [String(tie.caseId)]), 'rw'],
    ['the equipe without the right to record', account(['cases.work'], [String(tie.caseId)]), 'r.'],
    ['a worker of another case', account(['ties.record']), '..'],
    ['the coordinator', account(['cases.all']), 'r.'],
  ])('%s', (_, actor, expected) =>
    expect(`${canReadTie(actor, tie) ? 'r' : '.'}${canRecordTie(actor, tie) ? 'w' : '.'}`).toBe(expected),
  )
  test('outside a case it is recorded by who has the right in the district', () => {
    const outside = aTie({ caseId: null, personId: null })
    expect(canRecordTie(account(['ties.record']), outside)).toBe(true)
    expect(canReadTie({ ...publicActor('it'), kind: 'person' }, outside)).toBe(false)
  })
})

test.each([
  ['kind', TieKind.options],
  ['origin', OriginKind.options],
  ['direction', TieDirection.options],
  ['evidence', TieEvidence.options],
  ['strength', ['1', '2', '3']],
])('the words name every %s', (group, codes) => {
  for (const code of codes) expect(Object.keys(tieWords.it)).toContain(`ties.${group}.${code}`)
})
