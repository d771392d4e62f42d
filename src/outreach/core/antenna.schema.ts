import { z } from 'zod'
import { Id } from '../../platform/core/contract.ts'
import { label, line } from '../../platform/core/text.ts'

export const AntennaKind = z.enum([
  'parish',
  'school',
  'shop',
  'bakery',
  'bar',
  'hairdresser',
  'pharmacy',
  'gp',
  'association',
  'firm',
  'library',
  'postOffice',
  'neighbour',
  'other',
])
export type AntennaKind = z.infer<typeof AntennaKind>

/** What is written of somebody who keeps an eye open; the contact is sealed. */
export const AntennaDraft = z.strictObject({
  districtId: Id,
  name: label(120),
  place: line(120),
  kind: AntennaKind,
  contact: line(200),
  organisationId: Id.nullable(),
  municipalityIstat: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
})
export type AntennaDraft = z.infer<typeof AntennaDraft>

export const Antenna = AntennaDraft.extend({
  id: Id,
  sent: z.int(),
  /** Of those, how many led to somebody being contacted. */
  takenUp: z.int(),
  lastSentOn: z.iso.date().nullable(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
})
export type Antenna = z.infer<typeof Antenna>
