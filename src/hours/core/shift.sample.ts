import type { Cover } from './cover.schema.ts'
import type { Shift } from './shift.schema.ts'

const id = (n: number): string => `0b9e5000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const aCover = (with_: Partial<Cover> = {}): Cover => ({
  id: id(900),
  policy: 'RC-2026-1187',
  insurer: 'Mutua del Volontariato',
  from: '2026-09-01',
  to: '2027-03-31',
  ...with_,
})

/** A Wednesday evening in the kitchen of Tavola Lunga. */
export const aShift = (with_: Partial<Shift> = {}): Shift => ({
  id: id(1),
  districtId: id(2),
  pactId: id(3),
  giveBackId: id(4),
  hostOrganisationId: id(5),
  day: '2026-11-11',
  from: '18:00',
  to: '20:30',
  minutes: 150,
  recoversId: null,
  state: 'planned',
  confirmedBy: null,
  confirmedAt: null,
  reason: '',
  ...with_,
})
