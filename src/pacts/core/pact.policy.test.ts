import { describe, expect, test } from 'vitest'
import type { EquipeRole } from '../../cases/core/case.schema.ts'
import { type Actor, publicActor, systemActor } from '../../platform/core/actor.ts'
import type { Permission } from '../../platform/core/permission.ts'
import { sampleId } from './content.sample.ts'
import { canMakeMove, canMakeVersionMove, canReadPact, canReviewPact, canWritePact } from './pact.policy.ts'
import { anActivePact } from './pact.sample.ts'
import { allPactMoves, type PactMove } from './pact.ts'

const pact = anActivePact()
const elsewhere = sampleId(77)
type Wish = { permissions: Permission[]; districtId?: string; cases?: string[]; id?: string }
const account = ({ permissions, districtId = pact.districtId, cases = [], id = sampleId(60) }: Wish): Actor => ({
  ...publicActor('it'),
  kind: 'account',
  id,
  cases,
  grants: [{ role: 'x', districtId, organisationId: null, permissions }],
})
const person = (id: string): Actor => ({ ...publicActor('it'), kind: 'person', id })

const tutor = account({ permissions: ['pacts.write', 'cases.work'], cases: [pact.caseId], id: pact.tutorId })
const tutorWhoReviews = { ...tutor, grants: [...tutor.grants, ...account({ permissions: ['pacts.review'] }).grants] }
const panel = account({ permissions: ['pacts.review'] })
const coordinator = account({ permissions: ['cases.all'] })

/** Written by hand: reads, reads on the panel's agenda, writes, reviews, then the moves that are theirs. */
const rows: [string, Actor, EquipeRole[], string, PactMove[]][] = [
  ['the public', publicActor('it'), [], '....', []],
  ['the person', person(pact.personId), [], 'rr..', ['withdraw']],
  ['another person', person(sampleId(31)), [], '....', []],
  [
    'the tutor',
    tutor,
    ['tutor'],
    'rrw.',
    [
      'submit',
      'takeBack',
      'sign',
      'activate',
      'suspend',
      'resume',
      'extend',
      'startClosing',
      'close',
      'withdraw',
      'interrupt',
    ],
  ],
  [
    'the tutor with a seat in the panel',
    tutorWhoReviews,
    ['tutor'],
    'rrw.',
    [
      'submit',
      'takeBack',
      'sign',
      'activate',
      'suspend',
      'resume',
      'extend',
      'startClosing',
      'close',
      'withdraw',
      'interrupt',
    ],
  ],
  ['an educator of the equipe', tutor, ['educator'], 'rr..', []],
  [
    'who broke the glass',
    account({ permissions: ['cases.breakGlass', 'pacts.write'], cases: [pact.caseId] }),
    [],
    'rr..',
    [],
  ],
  ['a tutor of another case', account({ permissions: ['pacts.write'], cases: [sampleId(88)] }), ['tutor'], '....', []],
  [
    'a tutor of another district',
    account({ permissions: ['pacts.write'], districtId: elsewhere, cases: [pact.caseId] }),
    ['tutor'],
    '....',
    [],
  ],
  ['the panel', panel, [], '.r.v', ['approve', 'sendBack', 'refuse']],
  ['the panel of another district', account({ permissions: ['pacts.review'], districtId: elsewhere }), [], '....', []],
  ['the coordinator', coordinator, [], 'rr..', ['interrupt', 'transfer']],
  ['the host', account({ permissions: ['shifts.host'] }), [], '....', []],
  ['a system administrator', account({ permissions: ['accounts.manage', 'settings.manage'] }), [], '....', []],
  ['the system', systemActor, [], 'rr..', ['sign', 'activate', 'resume']],
]

describe('who may do what to a pact', () => {
  test.each(rows)('%s', (_, actor, roles, rights, moves) => {
    const may = [
      canReadPact(actor, pact, { atPanel: false }) ? 'r' : '.',
      canReadPact(actor, pact, { atPanel: true }) ? 'r' : '.',
      canWritePact(actor, pact, roles) ? 'w' : '.',
      canReviewPact(actor, pact) ? 'v' : '.',
    ]
    expect(may.join('')).toBe(rights)
    expect(allPactMoves.filter((move) => canMakeMove(actor, pact, { move, roles }))).toEqual(moves)
  })
  test('a new text is approved by the panel and prepared by the tutor', () => {
    expect(canMakeVersionMove(panel, pact, { move: 'approve', roles: [] })).toBe(true)
    expect(canMakeVersionMove(tutorWhoReviews, pact, { move: 'approve', roles: ['tutor'] })).toBe(false)
    expect(canMakeVersionMove(tutor, pact, { move: 'submit', roles: ['tutor'] })).toBe(true)
    expect(canMakeVersionMove(panel, pact, { move: 'submit', roles: [] })).toBe(false)
  })
})
