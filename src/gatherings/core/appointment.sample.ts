import type { Appointment } from './appointment.schema.ts'

const id = (n: number): string => `0b9ea000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const anAppointment = (with_: Partial<Appointment> = {}): Appointment => ({
  id: id(1),
  districtId: id(2),
  caseId: id(3),
  personId: id(4),
  pactId: id(5),
  title: 'Verifica con Amina',
  kind: 'review',
  at: '2026-11-24T08:30:00Z',
  minutes: 60,
  place: 'Casa di quartiere San Bernardino, stanza 2, senza gradini',
  accountIds: [id(6)],
  outcome: null,
  movedToId: null,
  note: '',
  ...with_,
})
