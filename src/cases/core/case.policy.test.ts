import { describe, expect, test } from 'vitest'
import { type Actor, publicActor, systemActor } from '../../platform/core/actor.ts'
import type { Permission } from '../../platform/core/permission.ts'
import {
  canChangeEquipe,
  canMoveCase,
  canOpenCase,
  canReadCase,
  canReadNote,
  canWriteCase,
  canWriteNote,
} from './case.policy.ts'
import { aCase } from './case.sample.ts'
import type { EquipeRole } from './case.schema.ts'

const one = aCase()
const author = 'author'
const account = (permissions: Permission[], with_: Partial<Actor> = {}, districtId = one.districtId): Actor => ({
  ...publicActor('it'),
  kind: 'account',
  id: 'reader',
  cases: [one.id],
  grants: [{ role: 'x', districtId, organisationId: null, permissions }],
  ...with_,
})
const outside = { cases: [] }
const worker: Permission[] = ['cases.work']

/** Columns of notes: shared, professional, professional about health, sealed. Of the case: read, write, close, reopen, equipe. */
const rows: [string, Actor, EquipeRole[], boolean, string, string][] = [
  ['the public', publicActor('it'), [], false, '....', '.....'],
  ['the person', { ...publicActor('it'), kind: 'person', id: one.personId }, [], false, 's...', '.....'],
  ['another person', { ...publicActor('it'), kind: 'person', id: 'x' }, [], false, '....', '.....'],
  ['the case manager', account(worker), ['caseManager'], false, 'sph.', 'rwc.e'],
  ['the tutor', account(['pacts.write', 'cases.work']), ['tutor'], false, 'sp..', 'rw...'],
  ['the tutor of a partner body', account(['pacts.write']), ['tutor'], false, 'sp..', 'r....'],
  ['an educator', account(worker), ['educator'], false, 'sp..', 'rw...'],
  ['a volunteer', account(worker), ['volunteer'], false, 's...', 'r....'],
  ['the supervisor', account([...worker, 'notes.supervise']), ['supervisor'], false, 'sphx', 'rw...'],
  ['a supervisor without the right', account(worker), ['supervisor'], false, 'sph.', 'rw...'],
  ['a supervisor of another equipe', account([...worker, 'notes.supervise'], outside), [], false, '....', '.....'],
  ['who broke the glass', account(['cases.breakGlass']), [], true, 'sph.', 'r....'],
  ['who broke it with every other right', account(['cases.breakGlass', ...worker]), [], true, 'sph.', 'r....'],
  ['the coordinator', account(['cases.all'], outside), [], false, 'sp..', 'r..oe'],
  ['a coordinator of another district', account(['cases.all'], outside, 'elsewhere'), [], false, '....', '.....'],
  ['a worker of another case', account(worker, outside), ['caseManager'], false, '....', '.....'],
  ['an administrator', account(['accounts.manage', 'settings.manage'], outside), [], false, '....', '.....'],
  ['the system', systemActor, [], false, '....', 'r....'],
]

const letters = (names: string, held: readonly boolean[]): string =>
  held.map((holds, n) => (holds ? names.charAt(n) : '.')).join('')

describe('who reads what of a case', () => {
  test.each(rows)('%s', (_, actor, roles, brokeGlass, notes, rights) => {
    const standing = { roles, brokeGlass }
    const reads = (kind: 'shared' | 'professional' | 'sealed', isHealth = false): boolean =>
      canReadNote(actor, { note: { kind, isHealth, authorId: author }, about: one, standing })
    expect(
      letters('sphx', [reads('shared'), reads('professional'), reads('professional', true), reads('sealed')]),
    ).toBe(notes)
    const may = [
      canReadCase(actor, one),
      canWriteCase(actor, one, standing),
      canMoveCase(actor, one, { move: 'close', roles }),
      canMoveCase(actor, one, { move: 'reopen', roles }),
      canChangeEquipe(actor, one, roles),
    ]
    expect(letters('rwcoe', may)).toBe(rights)
  })
  test('an author reads their own notes as long as they are in the case', () => {
    const note = { kind: 'sealed', isHealth: true, authorId: 'reader' } as const
    const standing = { roles: ['educator'] as const, brokeGlass: false }
    expect(canReadNote(account(worker), { note, about: one, standing })).toBe(true)
    expect(canReadNote(account(worker, outside), { note, about: one, standing })).toBe(false)
  })
})

describe('who writes notes', () => {
  test.each<[string, EquipeRole[], string]>([
    ['a case manager', ['caseManager'], 'spx'],
    ['a tutor', ['tutor'], 'spx'],
    ['a volunteer, only what the person reads too', ['volunteer'], 's..'],
    ['nobody who broke the glass', [], '...'],
  ])('%s', (_, roles, expected) => {
    const may = (kind: 'shared' | 'professional' | 'sealed'): boolean =>
      canWriteNote(account(worker), one, { kind, roles })
    expect([may('shared') ? 's' : '.', may('professional') ? 'p' : '.', may('sealed') ? 'x' : '.'].join('')).toBe(
      expected,
    )
  })
  test('nobody in a closed case', () => {
    const closed = aCase({ state: 'closed' })
    expect(canWriteNote(account(worker), closed, { kind: 'shared', roles: ['caseManager'] })).toBe(false)
    expect(canWriteCase(account(worker), closed, { roles: ['caseManager'], brokeGlass: false })).toBe(false)
  })
  test('cases are opened by who may, in their district', () => {
    expect(canOpenCase(account(['cases.open']), one.districtId)).toBe(true)
    expect(canOpenCase(account(['cases.open']), 'elsewhere')).toBe(false)
  })
})
