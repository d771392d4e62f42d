import { expect, test } from 'vitest'
import { defaultPlan } from './plan.schema.ts'
import { duesOf, type PactView } from './schedule.ts'

const pact = (with_: Partial<PactView>): PactView => ({
  id: 'p',
  districtId: 'd',
  caseId: 'c',
  personId: 'x',
  state: 'active',
  signedOn: '2026-01-10',
  startsOn: '2026-01-15',
  endsOn: '2026-07-15',
  suspendedUntil: null,
  closedOn: null,
  ...with_,
})
const told = (with_: Partial<PactView>): string =>
  duesOf(pact(with_), defaultPlan)
    .map(({ moment, due }) => `${moment} ${due}`)
    .join(', ')

test.each<[string, Partial<PactView>, string]>([
  ['a draft asks for nothing', { state: 'draft', signedOn: null }, ''],
  ['a six-month pact is measured half-way', {}, 'T0 2026-02-09, T1 2026-04-15, T2 2026-08-14'],
  ['an extended one half-way of its new term', { endsOn: '2026-10-15' }, 'T0 2026-02-09, T1 2026-05-31, T2 2026-11-14'],
  [
    'a long one after six months at the latest',
    { endsOn: '2027-07-15' },
    'T0 2026-02-09, T1 2026-07-15, T2 2027-08-14',
  ],
  [
    'a suspended one not before it goes on',
    { state: 'suspended', suspendedUntil: '2026-05-02' },
    'T0 2026-02-09, T1 2026-05-02, T2 2026-08-14',
  ],
  ['one without a term asks for the first only', { startsOn: null, endsOn: null, state: 'signed' }, 'T0 2026-02-09'],
  ['one that closes no longer asks for the middle', { state: 'closing' }, 'T0 2026-02-09, T2 2026-08-14'],
  [
    'one that closed is heard six months later',
    { state: 'closed', closedOn: '2026-08-31' },
    'T2 2026-09-30, T3 2027-02-28',
  ],
  ['an interrupted one asks for nothing more', { state: 'interrupted', closedOn: '2026-05-01' }, ''],
])('%s', (_, with_, wanted) => expect(told(with_)).toBe(wanted))
