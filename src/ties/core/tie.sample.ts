import type { NewTie, Tie } from './tie.schema.ts'

const id = (n: number): string => `0b9e7000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Amina and Teresa, who met at the school gate. */
export const aNewTie = (with_: Partial<NewTie> = {}): NewTie => ({
  a: { kind: 'person', id: id(3), label: 'Amina T.' },
  b: { kind: 'alter', id: null, label: 'T.G.' },
  kind: 'neighbour',
  strength: 2,
  frequency: 'Due volte al mese',
  direction: 'mutual',
  since: '2026-09-26',
  until: null,
  evidence: 'saidByPerson',
  origin: { kind: 'pact', id: id(4) },
  setting: 'Al cancello della scuola',
  ...with_,
})

export const aTie = (with_: Partial<Tie> = {}): Tie => ({
  ...aNewTie(),
  id: id(1),
  districtId: id(2),
  caseId: id(5),
  personId: id(3),
  recordedBy: id(6),
  recordedAt: '2026-09-28T10:00:00Z',
  labelsErasedAt: null,
  ...with_,
})
