import type { Referral, Said, Seen } from './referral.schema.ts'

const id = (n: number): string => `0f5e0000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const seen = (with_: Partial<Seen> = {}): Seen => ({
  kind: 'worried',
  channel: 'neighbour',
  municipalityIstat: '019035',
  ageBand: '65+',
  living: 'alone',
  signs: ['isolation'],
  urgent: false,
  knownToServices: 'unknown',
  ...with_,
})

export const said = (with_: Partial<Said> = {}): Said => ({
  text: 'Da quando è morto il marito non esce più.',
  personName: '',
  senderName: 'Rosa',
  phone: '333 555 0199',
  email: '',
  callTimes: ['morning'],
  place: 'Ombriano',
  personKnows: true,
  ...with_,
})

export const aReferral = (with_: Partial<Referral> = {}): Referral => ({
  ...seen(),
  id: id(1),
  districtId: id(2),
  antennaId: null,
  state: 'signalled',
  closingReason: null,
  receivedAt: '2026-11-19T10:00:00.000Z',
  firstContactDue: '2026-11-26',
  interviewDue: '2026-12-09',
  contactedAt: null,
  interviewedAt: null,
  movedAt: '2026-11-19T10:00:00.000Z',
  assignedTo: null,
  personId: id(3),
  caseId: null,
  erasedAt: null,
  version: 1,
  ...with_,
})
