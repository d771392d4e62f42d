import type { Alter, Wave } from './wave.schema.ts'

const id = (n: number): string => `0b9e7000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Teresa of the third floor, close, in a first conversation. */
export const anAlter = (with_: Partial<Alter> = {}): Alter => ({
  id: id(11),
  tieId: null,
  change: 'new',
  label: 'Teresa',
  kind: 'neighbour',
  closeness: 2,
  angle: 90,
  often: 'weekly',
  helps: ['listening'],
  direction: 'mutual',
  since: null,
  until: null,
  origin: { kind: 'before', id: null },
  setting: '',
  ...with_,
})

/** A conversation with Amina, in April, brought to its end. */
export const aWave = (with_: Partial<Wave> = {}): Wave => ({
  id: id(10),
  districtId: id(2),
  caseId: id(5),
  personId: id(3),
  number: 1,
  moment: 'T0',
  afterId: null,
  heldOn: '2026-04-14',
  state: 'done',
  resources: [],
  version: 1,
  touchedBy: id(6),
  takenAt: '2026-04-14T08:00:00Z',
  doneAt: '2026-04-14T08:30:00Z',
  labelsErasedAt: null,
  ...with_,
})
